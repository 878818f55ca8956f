// `types.SimpleNamespace`: an object with nothing but attributes.

import CRuntime

struct SimpleNamespaceBody {
  var header: Header
  var shape: UInt
  var overflow: UInt
}

package enum SimpleNamespaceObject {
  package static let definition = TypeDefinition(
    name: "types.SimpleNamespace", size: MemoryLayout<SimpleNamespaceBody>.size,
    flags: TypeFlags.isBaseType | TypeFlags.isContainer,
    shapeOffset: MemoryLayout<Header>.size,
    doc: "An object whose attributes are given by keywords.",
    slots: [
      .new(new), .initialize(initialize), .repr(repr), .compare(compare),
    ],
    methods: [
      Method("__reduce__()", reduce, "Helper for pickle."),
      Method("__replace__(**changes)", replace, "A copy with other attributes."),
    ],
    getters: [Getter("__dict__", InstanceDictionary.get, set: InstanceDictionary.set, "")])

  static func new(thread: ThreadState, type: Value, arguments: Arguments) throws(Raised) -> Value {
    let body = try thread.allocateInstance(TypeObject(type), SimpleNamespaceBody.self)
    return Value(Reference(UnsafeMutableRawPointer(body)))
  }

  static func initialize(thread: ThreadState, self object: Value, arguments: Arguments)
    throws(Raised)
  {
    if arguments.count > 1 {
      throw thread.raise(
        .typeError,
        "\(object.type.nameText) expected at most 1 argument, got \(arguments.count)")
    }
    if arguments.count == 1 {
      let source = try thread.call(TypeObject(.dict).value, arguments[0])
      defer { thread.release(source) }
      var position = 0
      while let (key, value) = DictObject(source).next(&position, thread) {
        defer {
          thread.release(key)
          thread.release(value)
        }
        guard key.isInstance(TypeFlags.stringSubclass) else {
          throw thread.raise(.typeError, "keywords must be strings")
        }
        try thread.setAttribute(object, key, value)
      }
    }
    for index in 0..<arguments.keywordCount {
      try thread.setAttribute(
        object, arguments.keywordName(index), arguments.keywordValue(index))
    }
  }

  static func repr(thread: ThreadState, self object: Value) throws(Raised) -> Value {
    let name = object.type.isExactly(.simpleNamespace) ? "namespace" : object.type.nameText
    guard thread.enterRepr(object) else { return try thread.string("\(name)(...)") }
    defer { thread.leaveRepr(object) }
    let dictionary = try InstanceDictionary.get(thread: thread, value: object)
    defer { thread.release(dictionary) }
    var parts: [String] = []
    var position = 0
    while let (key, value) = DictObject(dictionary).next(&position, thread) {
      defer {
        thread.release(key)
        thread.release(value)
      }
      guard key.isInstance(TypeFlags.stringSubclass) else { continue }
      parts.append("\(StringObject(key).text)=\(try thread.reprText(value))")
    }
    return try thread.string("\(name)(\(parts.joined(separator: ", ")))")
  }

  static func compare(thread: ThreadState, left: Value, right: Value, operation: Comparison)
    throws(Raised) -> Value
  {
    let type = TypeObject(.simpleNamespace)
    guard left.type.isSubtype(of: type), right.type.isSubtype(of: type) else {
      return .notImplemented
    }
    let first = try InstanceDictionary.get(thread: thread, value: left)
    let second = try InstanceDictionary.get(thread: thread, value: right)
    defer {
      thread.release(first)
      thread.release(second)
    }
    guard let code = TypeObject(.dict).slot(.compare) else { return .notImplemented }
    return try thread.invoke(compare: code, first, second, operation)
  }

  static func reduce(thread: ThreadState, self object: Value) throws(Raised) -> Value {
    let dictionary = try InstanceDictionary.get(thread: thread, value: object)
    defer { thread.release(dictionary) }
    let empty = try thread.tuple([])
    defer { thread.release(empty) }
    return try thread.tuple([object.type.value, empty, dictionary])
  }

  static func replace(thread: ThreadState, self object: Value, arguments: Arguments)
    throws(Raised) -> Value
  {
    if arguments.count > 0 {
      throw thread.raise(
        .typeError, "__replace__() takes no positional arguments (\(arguments.count) given)")
    }
    let dictionary = try InstanceDictionary.get(thread: thread, value: object)
    defer { thread.release(dictionary) }
    let copy = try thread.call(object.type.value)
    do throws(Raised) {
      let target = try InstanceDictionary.get(thread: thread, value: copy)
      defer { thread.release(target) }
      thread.release(try thread.callMethod(target, "update", dictionary))
      for index in 0..<arguments.keywordCount {
        try thread.setAttribute(
          copy, arguments.keywordName(index), arguments.keywordValue(index))
      }
    } catch {
      thread.release(copy)
      throw error
    }
    return copy
  }
}
