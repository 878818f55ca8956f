// Functions of the module operator that are no plain operators.

import Runtime

extension OperatorModule {
  static func truth(thread: ThreadState, a: Value) throws(Raised) -> Value {
    Value(try thread.isTrue(a))
  }
  static func not(thread: ThreadState, a: Value) throws(Raised) -> Value {
    Value(try !thread.isTrue(a))
  }
  static func isSame(thread: ThreadState, a: Value, b: Value) throws(Raised) -> Value {
    Value(a.isIdentical(to: b))
  }
  static func isNotSame(thread: ThreadState, a: Value, b: Value) throws(Raised) -> Value {
    Value(!a.isIdentical(to: b))
  }
  static func index(thread: ThreadState, a: Value) throws(Raised) -> Value {
    try thread.indexValue(a)
  }

  static func concat(thread: ThreadState, a: Value, b: Value) throws(Raised) -> Value {
    try requireSequence(thread, a)
    return try thread.binary(.add, a, b)
  }
  static func iconcat(thread: ThreadState, a: Value, b: Value) throws(Raised) -> Value {
    try requireSequence(thread, a)
    return try thread.binaryInPlace(.add, a, b)
  }

  private static func requireSequence(_ thread: ThreadState, _ value: Value) throws(Raised) {
    let type = value.type
    if type.slot(.concatenate) == nil && type.slot(.getItem) == nil {
      throw thread.raise(.typeError, "'\(type.nameText)' object can't be concatenated")
    }
  }

  static func contains(thread: ThreadState, a: Value, b: Value) throws(Raised) -> Value {
    Value(try thread.contains(a, b))
  }
  static func getItem(thread: ThreadState, a: Value, b: Value) throws(Raised) -> Value {
    try thread.getItem(a, b)
  }
  static func setItem(thread: ThreadState, a: Value, b: Value, c: Value) throws(Raised) -> Value {
    try thread.setItem(a, b, c)
    return .none
  }
  static func deleteItem(thread: ThreadState, a: Value, b: Value) throws(Raised) -> Value {
    try thread.deleteItem(a, b)
    return .none
  }

  static func countOf(thread: ThreadState, a: Value, b: Value) throws(Raised) -> Value {
    try requireIterable(thread, a)
    var count = 0
    try thread.forEach(a) { (item: Value) throws(Raised) in
      if try thread.isEqual(item, b) { count += 1 }
      return true
    }
    return Value(small: count)
  }

  static func indexOf(thread: ThreadState, a: Value, b: Value) throws(Raised) -> Value {
    try requireIterable(thread, a)
    var position = 0
    var isFound = false
    try thread.forEach(a) { (item: Value) throws(Raised) in
      isFound = try thread.isEqual(item, b)
      if !isFound { position += 1 }
      return !isFound
    }
    if isFound { return Value(small: position) }
    throw thread.raise(.valueError, "sequence.index(x): x not in sequence")
  }

  private static func requireIterable(_ thread: ThreadState, _ value: Value) throws(Raised) {
    let type = value.type
    if type.slot(.iterate) == nil && type.slot(.getItem) == nil {
      throw thread.raise(
        .typeError, "argument of type '\(type.nameText)' is not iterable")
    }
  }

  static func lengthHint(thread: ThreadState, object: Value, fallback: Value) throws(Raised)
    -> Value
  {
    let fallback = try thread.index(fallback)
    return try thread.integer(try thread.lengthHint(object, default: fallback))
  }

  static func call(thread: ThreadState, arguments: Arguments) throws(Raised) -> Value {
    if arguments.count == 0 {
      throw thread.raise(.typeError, "call expected at least 1 argument, got 0")
    }
    return try thread.call(arguments[0], arguments.dropFirst(1))
  }
}
