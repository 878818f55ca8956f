// bool: two immediates. A subclass of int; `&`, `|` and `^` of two bools are bools.

package enum BoolObject {
  package static let definition = TypeDefinition(
    name: "bool", base: .int, size: MemoryLayout<IntegerBody>.size,
    flags: TypeFlags.integerSubclass,
    doc: """
      True where the argument is true, False otherwise.

      True and False are the only instances. bool is a subclass of int and has no subclasses.
      """,
    slots: [
      .repr(repr), .new(new), .unary(.invert, invert),
      .binary(.and, and), .binary(.or, or), .binary(.xor, xor),
    ])

  static func repr(thread: ThreadState, self value: Value) throws(Raised) -> Value {
    try thread.string(ascii: value.isTrue ? "True" : "False")
  }

  static func new(thread: ThreadState, type: Value, arguments: Arguments) throws(Raised) -> Value {
    if arguments.keywordCount > 0 {
      throw thread.raise(.typeError, "bool() takes no keyword arguments")
    }
    if arguments.count > 1 {
      throw thread.raise(
        .typeError, "bool expected at most 1 argument, got \(arguments.count)")
    }
    return arguments.count == 0 ? .false : Value(try thread.isTrue(arguments[0]))
  }

  static func invert(thread: ThreadState, self value: Value) throws(Raised) -> Value {
    Value(small: value.isTrue ? -2 : -1)
  }

  static func and(thread: ThreadState, left: Value, right: Value) throws(Raised) -> Value {
    if left.isBool && right.isBool { return Value(left.isTrue && right.isTrue) }
    return try IntegerObject.and(thread: thread, left: left, right: right)
  }
  static func or(thread: ThreadState, left: Value, right: Value) throws(Raised) -> Value {
    if left.isBool && right.isBool { return Value(left.isTrue || right.isTrue) }
    return try IntegerObject.or(thread: thread, left: left, right: right)
  }
  static func xor(thread: ThreadState, left: Value, right: Value) throws(Raised) -> Value {
    if left.isBool && right.isBool { return Value(left.isTrue != right.isTrue) }
    return try IntegerObject.xor(thread: thread, left: left, right: right)
  }
}
