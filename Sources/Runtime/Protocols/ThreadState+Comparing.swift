// Rich comparison, equality, hashing.

extension ThreadState {
  /// `left op right` as a value, by both operands' `compare` slots: the right one first where its
  /// type derives from the left one's.
  package func compare(_ left: Value, _ right: Value, _ comparison: Comparison) throws(Raised)
    -> Value
  {
    if left.isSmallInteger && right.isSmallInteger {
      return Value(comparison.holds(left.smallInteger, right.smallInteger))
    }
    if Value.areImmediateFloats(left, right) {
      return Value(comparison.holds(left.immediateFloat, right.immediateFloat))
    }
    return try compareSlow(left, right, comparison)
  }

  @inline(never) private func compareSlow(
    _ left: Value, _ right: Value, _ comparison: Comparison
  ) throws(Raised) -> Value {
    if left.isExactString && right.isExactString {
      return Value(StringObject.holds(StringObject(left), StringObject(right), comparison))
    }
    try enterRecursion(" in comparison")
    defer { leaveRecursion() }
    let leftType = left.type
    let rightType = right.type
    var triedReflected = false
    if !leftType.isSame(rightType), let code = rightType.slot(.compare),
      rightType.isSubtype(of: leftType)
    {
      triedReflected = true
      let result = try invoke(compare: code, right, left, comparison.mirrored)
      if !result.isNotImplemented { return result }
    }
    if let code = leftType.slot(.compare) {
      let result = try invoke(compare: code, left, right, comparison)
      if !result.isNotImplemented { return result }
    }
    if !triedReflected, let code = rightType.slot(.compare) {
      let result = try invoke(compare: code, right, left, comparison.mirrored)
      if !result.isNotImplemented { return result }
    }
    switch comparison {
    case .equal: return Value(left.isIdentical(to: right))
    case .notEqual: return Value(!left.isIdentical(to: right))
    default:
      throw raise(
        .typeError,
        "'\(comparison.symbol)' not supported between instances of "
          + "'\(leftType.nameText)' and '\(rightType.nameText)'")
    }
  }

  /// The comparison's truth.
  package func holds(_ left: Value, _ right: Value, _ comparison: Comparison) throws(Raised) -> Bool
  {
    if left.isExactString && right.isExactString {
      return StringObject.holds(StringObject(left), StringObject(right), comparison)
    }
    let result = try compare(left, right, comparison)
    if result.isBool { return result.isTrue }
    defer { release(result) }
    return try isTrue(result)
  }

  /// Equality as containers test it: the same object is equal to itself.
  @inline(__always) package func isEqual(_ left: Value, _ right: Value) throws(Raised) -> Bool {
    if left.isIdentical(to: right) { return true }
    if left.isSmallInteger && right.isSmallInteger { return false }
    return try holds(left, right, .equal)
  }

  /// As `holds`, with the fast forms for machine numbers first.
  package func isTrueComparison(_ left: Value, _ right: Value, _ comparison: Comparison)
    throws(Raised) -> Bool
  {
    try holds(left, right, comparison)
  }

  package func isLess(_ left: Value, _ right: Value) throws(Raised) -> Bool {
    try holds(left, right, .less)
  }

  /// `hash(value)`.
  package func hash(_ value: Value) throws(Raised) -> Int {
    if value.isSmallInteger { return Self.hash(ofInteger: value.smallInteger) }
    guard let code = value.type.slot(.hash) else {
      throw raise(.typeError, "unhashable type: '\(value.type.nameText)'")
    }
    return try invoke(integer: code, value)
  }

  /// Numeric hashes are residues modulo 2^61 - 1, so that equal numbers of any type agree; -1 is
  /// kept free, as in CPython.
  @inline(__always) package static func hash(ofInteger number: Int) -> Int {
    let modulus = (1 << 61) - 1
    let residue = number % modulus
    return residue == -1 ? -2 : residue
  }
}
