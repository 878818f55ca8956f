// dict: the special methods.

import CRuntime

extension DictObject {
  package static let definition = TypeDefinition(
    name: "dict", size: MemoryLayout<DictBody>.size,
    flags: TypeFlags.isBaseType | TypeFlags.isContainer | TypeFlags.dictionarySubclass
      | TypeFlags.isMapping,
    doc: """
      dict() -> new empty dictionary
      dict(mapping) -> new dictionary with a mapping object's (key, value) pairs
      dict(iterable) -> new dictionary with the pairs of an iterable
      dict(**kwargs) -> new dictionary with the name=value pairs of the keyword arguments
      """,
    slots: [
      .repr(repr), .length(length), .iterate(iterate), .getItem(getItem), .setItem(setItem),
      .contains(containsKey), .compare(compare), .binary(.or, or), .binary(.orInPlace, orInPlace),
      .new(new), .initialize(initialize),
    ],
    methods: methods, visit: visit, dispose: dispose)

  static func new(thread: ThreadState, type: Value, arguments: Arguments) throws(Raised) -> Value {
    let type = TypeObject(type)
    if type.isExactly(.dict) { return try make(thread).value }
    let body = try thread.allocateInstance(type, DictBody.self)
    let dict = DictObject(Value(Reference(UnsafeMutableRawPointer(body))))
    dict.initializeEmpty()
    return dict.value
  }

  package static func initialize(thread: ThreadState, dict: Value, arguments: Arguments)
    throws(Raised)
  {
    try DictObject(dict).update(thread, arguments, "dict")
  }

  static func length(thread: ThreadState, dict: Value) throws(Raised) -> Int {
    DictObject(dict).count
  }

  static func iterate(thread: ThreadState, dict: Value) throws(Raised) -> Value {
    try DictIterator.make(thread, .dictKeyIterator, DictObject(dict))
  }

  package static func repr(thread: ThreadState, dict value: Value) throws(Raised) -> Value {
    let dict = DictObject(value)
    if dict.count == 0 { return try thread.string("{}") }
    if !thread.enterRepr(value) { return try thread.string("{...}") }
    defer { thread.leaveRepr(value) }
    if thread.isShared {
      let copy = try dict.copied(thread)
      defer { thread.release(copy.value) }
      return try copy.repr(thread)
    }
    return try dict.repr(thread)
  }

  private func repr(_ thread: ThreadState) throws(Raised) -> Value {
    var builder = StringBuilder()
    defer { builder.discard() }
    builder.append("{" as StaticString)
    var position = 0
    var isFirst = true
    while let (key, item) = next(&position, thread) {
      defer {
        thread.release(key)
        thread.release(item)
      }
      if !isFirst { builder.append(", ") }
      isFirst = false
      try thread.appendRepr(key, to: &builder)
      builder.append(": ")
      try thread.appendRepr(item, to: &builder)
    }
    builder.append("}" as StaticString)
    return try builder.finish(thread)
  }

  static func getItem(thread: ThreadState, dict value: Value, key: Value) throws(Raised) -> Value {
    let found = try DictObject(value).get(thread, key)
    if !found.isUnbound { return found }
    return try missing(thread, value, key)
  }

  @inline(never) private static func missing(_ thread: ThreadState, _ dict: Value, _ key: Value)
    throws(Raised) -> Value
  {
    if !dict.isExactly(.dict) {
      let method = try thread.lookupSpecial(dict, .name(.__missing__))
      if !method.isUnbound {
        defer { thread.release(method) }
        return try thread.call(method, key)
      }
    }
    throw thread.raise(.keyError, value: key)
  }

  static func setItem(thread: ThreadState, dict: Value, key: Value, value: Value) throws(Raised) {
    let dict = DictObject(dict)
    if !value.isUnbound {
      try dict.set(thread, key, value)
    } else if try !dict.remove(thread, key) {
      throw thread.raise(.keyError, value: key)
    }
  }

  static func containsKey(thread: ThreadState, dict: Value, key: Value) throws(Raised) -> Bool {
    try DictObject(dict).contains(thread, key)
  }

  static func compare(
    thread: ThreadState, left: Value, right: Value, comparison: Comparison
  ) throws(Raised) -> Value {
    guard comparison == .equal || comparison == .notEqual,
      left.isInstance(TypeFlags.dictionarySubclass),
      right.isInstance(TypeFlags.dictionarySubclass)
    else { return .notImplemented }
    let answer = try DictObject(left).equals(thread, DictObject(right))
    return Value(answer == (comparison == .equal))
  }

  /// Compares both as they are at one moment.
  private func equals(_ thread: ThreadState, _ other: DictObject) throws(Raised) -> Bool {
    if count != other.count { return false }
    try thread.enterRecursion(" in comparison")
    defer { thread.leaveRecursion() }
    if !thread.isShared || body == other.body { return try hasEqualItems(thread, other) }
    let (first, second) = try snapshotPair(thread, other)
    defer {
      thread.release(first.value)
      thread.release(second.value)
    }
    return first.count == second.count ? try first.hasEqualItems(thread, second) : false
  }

  private func hasEqualItems(_ thread: ThreadState, _ other: DictObject) throws(Raised) -> Bool {
    var position = 0
    while let (key, value) = next(&position, thread) {
      defer {
        thread.release(key)
        thread.release(value)
      }
      let found = try other.get(thread, key)
      if found.isUnbound { return false }
      defer { thread.release(found) }
      if try !thread.areItemsEqual(value, found) { return false }
    }
    return true
  }

  static func or(thread: ThreadState, left: Value, right: Value) throws(Raised) -> Value {
    guard left.isInstance(TypeFlags.dictionarySubclass),
      right.isInstance(TypeFlags.dictionarySubclass)
    else { return .notImplemented }
    let (result, other) = try DictObject(left).snapshotPair(thread, DictObject(right))
    defer { thread.release(other.value) }
    do throws(Raised) { try result.merge(thread, other) } catch {
      thread.release(result.value)
      throw error
    }
    return result.value
  }

  static func orInPlace(thread: ThreadState, dict: Value, other: Value) throws(Raised) -> Value {
    try DictObject(dict).update(thread, from: other)
    return thread.retain(dict)
  }
}
