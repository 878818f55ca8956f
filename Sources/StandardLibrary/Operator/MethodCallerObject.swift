// operator.methodcaller: immutable, so no lock.

import Runtime

package struct MethodCallerBody {
  package var header: Header
  var name: Value
  /// Positional arguments, then the values of keyword arguments.
  var arguments: Value
  /// Tuple of the keyword names, or unbound.
  var keywordNames: Value
}

package struct MethodCallerObject {
  let body: UnsafeMutablePointer<MethodCallerBody>

  @inline(__always) init(_ value: Value) { body = value.reference.body(MethodCallerBody.self) }
  private var arguments: TupleObject { TupleObject(body.pointee.arguments) }
  private var keywordCount: Int {
    body.pointee.keywordNames.isUnbound ? 0 : TupleObject(body.pointee.keywordNames).count
  }

  static let definition = TypeDefinition(
    name: "operator.methodcaller", size: MemoryLayout<MethodCallerBody>.size,
    flags: TypeFlags.isContainer,
    doc: """
      A callable that calls a method of its argument.

      methodcaller('name', 'foo', bar=1)(r) is r.name('foo', bar=1).
      """,
    slots: [.new(new), .call(call), .repr(repr)],
    methods: [Method("__reduce__()", reduce, "What pickle stores.")],
    visit: visit)

  static func visit(reference: Reference, visitor: inout ReferenceVisitor) {
    let body = reference.body(MethodCallerBody.self)
    visitor.counted(&body.pointee.name)
    visitor.counted(&body.pointee.arguments)
    visitor.counted(&body.pointee.keywordNames)
  }

  static func new(thread: ThreadState, type: Value, arguments: Arguments) throws(Raised) -> Value {
    if arguments.count == 0 {
      throw thread.raise(
        .typeError, "methodcaller needs at least one argument, the method name")
    }
    guard arguments[0].isInstance(TypeFlags.stringSubclass) else {
      throw thread.raise(.typeError, "method name must be a string")
    }
    let stored = try CallableText.tuple(thread, arguments, from: 1)
    let body = try thread.allocateInstance(TypeObject(type), MethodCallerBody.self)
    body.pointee.name = thread.intern(StringObject(arguments[0]).text)
    body.pointee.arguments = stored
    body.pointee.keywordNames = thread.retain(arguments.keywordNames)
    return Value(Reference(UnsafeMutableRawPointer(body)))
  }

  static func call(thread: ThreadState, caller: Value, arguments: Arguments) throws(Raised)
    -> Value
  {
    try CallableText.checkArguments(thread, arguments, "methodcaller")
    let object = MethodCallerObject(caller)
    let method = try thread.getAttribute(arguments[0], object.body.pointee.name)
    defer { thread.release(method) }
    let stored = object.arguments
    return try thread.withWords(stored.count) {
      (words: UnsafeMutablePointer<UInt>) throws(Raised) -> Value in
      for index in 0..<stored.count { words[index] = stored[index].bits }
      return try thread.call(
        method,
        Arguments(
          base: words, count: stored.count - object.keywordCount,
          keywordNames: object.body.pointee.keywordNames))
    }
  }

  static func repr(thread: ThreadState, self caller: Value) throws(Raised) -> Value {
    let object = MethodCallerObject(caller)
    var parts = [try thread.reprText(object.body.pointee.name)]
    let positional = object.arguments.count - object.keywordCount
    for index in 0..<object.arguments.count {
      let text = try thread.reprText(object.arguments[index])
      if index < positional {
        parts.append(text)
      } else {
        let name = TupleObject(object.body.pointee.keywordNames)[index - positional]
        parts.append("\(StringObject(name).text)=\(text)")
      }
    }
    return try thread.string("operator.methodcaller(\(parts.joined(separator: ", ")))")
  }

  static func reduce(thread: ThreadState, self caller: Value) throws(Raised) -> Value {
    let object = MethodCallerObject(caller)
    if object.keywordCount > 0 {
      throw thread.raise(
        .typeError, "cannot pickle a methodcaller with keyword arguments")
    }
    var parts = [thread.retain(object.body.pointee.name)]
    for index in 0..<object.arguments.count {
      parts.append(thread.retain(object.arguments[index]))
    }
    let arguments = try thread.tuple(owned: parts)
    return try thread.tuple(owned: [thread.retain(caller.type.value), arguments])
  }
}

/// What the three callables of the module share.
enum CallableText {
  /// Raises TypeError unless there is one positional argument, or at least one.
  static func checkArguments(
    _ thread: ThreadState, _ arguments: Arguments, _ name: String, atLeast: Bool = false
  ) throws(Raised) {
    if arguments.keywordCount > 0 {
      throw thread.raise(.typeError, "\(name)() takes no keyword arguments")
    }
    if arguments.count == 0 || (arguments.count > 1 && !atLeast) {
      throw thread.raise(
        .typeError, "\(name) expected 1 argument, got \(arguments.count)")
    }
  }

  /// A tuple of the arguments, keyword values included.
  static func tuple(_ thread: ThreadState, _ arguments: Arguments, from start: Int)
    throws(Raised) -> Value
  {
    let end = arguments.count + arguments.keywordCount
    return try thread.tuple((start..<end).map { arguments[$0] })
  }

  static func text(
    _ thread: ThreadState, _ name: String, _ items: TupleObject, from start: Int
  ) throws(Raised) -> String {
    var parts: [String] = []
    for index in start..<items.count { parts.append(try thread.reprText(items[index])) }
    return "operator.\(name)(\(parts.joined(separator: ", ")))"
  }
}
