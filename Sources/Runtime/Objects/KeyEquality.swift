// Equality of dict and set keys that needs no Python code, so that it can be decided while a lock
// is held (concurrency.md R5: exact built-in keys never leave the lock).

import CRuntime

enum KeyEquality {
  case equal, different
  /// Only `__eq__` can tell.
  case unknown
}

extension Value {
  /// Compares keys whose hashes are equal and that are not the same object. What they refer to
  /// must be secured (held by the locked table, or counted).
  @inline(__always) static func keyEquality(_ x: Value, _ y: Value) -> KeyEquality {
    if x.isExactString && y.isExactString {
      return StringObject.areEqual(StringObject(x), StringObject(y)) ? .equal : .different
    }
    return anyEquality(x, y)
  }

  @inline(never) private static func anyEquality(_ x: Value, _ y: Value) -> KeyEquality {
    if !x.isReference && !y.isReference {
      return immediatesAreEqual(x, y) ? .equal : .different
    }
    if x.isReference && y.isReference { return referencesEquality(x, y, depth: 0) }
    let (reference, immediate) = x.isReference ? (x, y) : (y, x)
    if reference.isExactString { return .different }
    if reference.isExactly(.int) {
      return immediate.isImmediateFloat
        && IntegerArithmetic.order(reference, immediate.immediateFloat) == 0 ? .equal : .different
    }
    if reference.isExactly(.tuple) { return .different }
    return .unknown
  }

  static func immediatesAreEqual(_ x: Value, _ y: Value) -> Bool {
    if x.bits == y.bits { return true }
    guard let a = x.immediateNumber, let b = y.immediateNumber else { return false }
    switch (a, b) {
    case (.integer(let m), .integer(let n)): return m == n
    case (.float(let m), .float(let n)): return m == n
    case (.integer(let m), .float(let n)): return Int(exactly: n) == m
    case (.float(let m), .integer(let n)): return Int(exactly: m) == n
    }
  }

  private enum Number { case integer(Int), float(Double) }

  private var immediateNumber: Number? {
    if isSmallInteger { return .integer(smallInteger) }
    if isImmediateFloat { return .float(immediateFloat) }
    if isBool { return .integer(isTrue ? 1 : 0) }
    return nil
  }

  private static func referencesEquality(_ x: Value, _ y: Value, depth: Int) -> KeyEquality {
    if x.isIdentical(to: y) { return .equal }
    if x.isExactString {
      guard y.isExactString else { return y.hasForeignEquality ? .unknown : .different }
      return StringObject.areEqual(StringObject(x), StringObject(y)) ? .equal : .different
    }
    if x.isExactly(.tuple) {
      guard y.isExactly(.tuple) else { return y.hasForeignEquality ? .unknown : .different }
      return depth < 4
        ? tuplesEquality(TupleObject(x), TupleObject(y), depth: depth + 1) : .unknown
    }
    return .unknown
  }

  /// Whether the type of a reference may say that it equals a str or a tuple.
  private var hasForeignEquality: Bool { !(isExactString || isExactly(.tuple) || isExactly(.int)) }

  private static func tuplesEquality(_ x: TupleObject, _ y: TupleObject, depth: Int) -> KeyEquality
  {
    if x.count != y.count { return .different }
    for index in 0..<x.count {
      let a = x[index]
      let b = y[index]
      if a.isIdentical(to: b) { continue }
      let answer =
        a.isReference && b.isReference
        ? referencesEquality(a, b, depth: depth) : keyEquality(a, b)
      if answer != .equal { return answer }
    }
    return .equal
  }
}

extension ThreadState {
  /// `hash(key)`, without a call for small integers and strings that know theirs.
  @inline(__always) func keyHash(_ key: Value) throws(Raised) -> Int {
    if key.isSmallInteger { return Value.hash(of: key.smallInteger) }
    if key.isExactString { return StringObject(key).hash }
    return try hash(key)
  }
}

extension Value {
  /// The hash of an integer: its residue by 2^61 - 1, with its sign; never -1.
  @inline(__always) static func hash(of number: Int) -> Int {
    let modulus = (1 << 61) - 1
    if number >= 0 && number < modulus { return number }
    let residue = number % modulus
    return residue == -1 ? -2 : residue
  }
}

extension UnsafeMutablePointer<UInt> {
  /// A store's word as the slot of a value.
  @inline(__always) var asValue: UnsafeMutablePointer<Value> {
    UnsafeMutableRawPointer(self).assumingMemoryBound(to: Value.self)
  }
}
