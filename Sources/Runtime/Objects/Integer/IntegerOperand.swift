// Integers of any representation seen alike: as a sign and limbs.

/// A borrowed view of an integer's magnitude. Leading limbs are nonzero; zero has none.
package struct IntegerOperand {
  package let limbs: UnsafePointer<UInt>
  package let count: Int
  package let isNegative: Bool

  @inline(__always) package init(limbs: UnsafePointer<UInt>, count: Int, isNegative: Bool) {
    self.limbs = limbs
    self.count = count
    self.isNegative = isNegative
  }

  /// The view of any int; a small one's magnitude is put into `scratch`.
  @inline(__always) init(_ value: Value, scratch: UnsafeMutablePointer<UInt>) {
    if value.isReference {
      let integer = IntegerObject(value)
      self.init(
        limbs: UnsafePointer(integer.limbs), count: integer.count, isNegative: integer.isNegative)
    } else {
      let word = value.isSmallInteger ? value.smallInteger : value.isTrue ? 1 : 0
      scratch.pointee = word.magnitude
      self.init(limbs: UnsafePointer(scratch), count: word == 0 ? 0 : 1, isNegative: word < 0)
    }
  }

  @inline(__always) var isZero: Bool { count == 0 }
  @inline(__always) subscript(index: Int) -> UInt { limbs[index] }

  /// Bits of the magnitude without leading zeros.
  package var bitCount: Int {
    count == 0 ? 0 : count * UInt.bitWidth - limbs[count - 1].leadingZeroBitCount
  }

  /// Whether any of the lowest `bits` bits of the magnitude is set.
  func hasSetBit(below bits: Int) -> Bool {
    let whole = min(bits / UInt.bitWidth, count)
    for index in 0..<whole where limbs[index] != 0 { return true }
    if whole == count { return false }
    let mask = (UInt(1) << UInt(bits % UInt.bitWidth)) &- 1
    return limbs[whole] & mask != 0
  }

  /// The 64 bits of the magnitude from bit `offset` upward; bits past the top are zero.
  package func word(at offset: Int) -> UInt {
    let index = offset / UInt.bitWidth
    let shift = UInt(offset % UInt.bitWidth)
    if index >= count { return 0 }
    let low = limbs[index] >> shift
    if shift == 0 || index + 1 >= count { return low }
    return low | limbs[index + 1] << (UInt(UInt.bitWidth) - shift)
  }
}

/// Runs `body` with a view of any int: immediate, bool or heap.
@inline(__always) package func withOperand<Result>(
  _ value: Value, _ body: (IntegerOperand) throws(Raised) -> Result
) throws(Raised) -> Result {
  var scratch: UInt = 0
  return try withUnsafeMutablePointer(to: &scratch) {
    (scratch: UnsafeMutablePointer<UInt>) throws(Raised) in
    try body(IntegerOperand(value, scratch: scratch))
  }
}

@inline(__always) package func withOperands<Result>(
  _ left: Value, _ right: Value,
  _ body: (IntegerOperand, IntegerOperand) throws(Raised) -> Result
) throws(Raised) -> Result {
  try withOperand(left) { (x: IntegerOperand) throws(Raised) in
    try withOperand(right) { (y: IntegerOperand) throws(Raised) in try body(x, y) }
  }
}

extension Value {
  /// Whether this is an int: immediate, bool, heap, or of a subclass.
  @inline(__always) package var isInteger: Bool {
    isSmallInteger || isBool || isInstance(TypeFlags.integerSubclass)
  }

  /// Whether this is of type int itself: immediate or heap, no bool and no subclass.
  @inline(__always) package var isExactInteger: Bool { isSmallInteger || isExactly(.int) }

  /// The number of an int that fits a machine word, else nil. The value must be an int.
  @inline(__always) package var machineInteger: Int? {
    if isSmallInteger { return smallInteger }
    return machineIntegerSlow
  }

  @inline(never) private var machineIntegerSlow: Int? {
    if isBool { return isTrue ? 1 : 0 }
    let integer = IntegerObject(self)
    if integer.count == 0 { return 0 }
    if integer.count > 1 { return nil }
    let limb = integer.limbs[0]
    if integer.isNegative { return limb <= 1 << 63 ? Int(bitPattern: 0 &- limb) : nil }
    return limb >> 63 == 0 ? Int(bitPattern: limb) : nil
  }

  /// Whether an int is below zero.
  package var isNegativeInteger: Bool {
    if isSmallInteger { return smallInteger < 0 }
    return isReference && IntegerObject(self).isNegative
  }

  /// The immediate with that sign and magnitude, or nil past 63 bits.
  @inline(__always) init?(magnitude: UInt, isNegative: Bool) {
    if isNegative {
      guard magnitude <= 1 << 62 else { return nil }
      self.init(small: Int(bitPattern: 0 &- magnitude))
    } else {
      guard magnitude < 1 << 62 else { return nil }
      self.init(small: Int(bitPattern: magnitude))
    }
  }
}
