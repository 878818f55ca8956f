// Powers, also modulo a number.

import CGMP

extension IntegerArithmetic {
  /// left ** right for right >= 0.
  package static func power(_ thread: ThreadState, _ left: Value, _ right: Value) throws(Raised)
    -> Value
  {
    let base = left.machineInteger
    if right.machineInteger == 0 { return Value(small: 1) }
    if let base, base.magnitude <= 1 {
      let isOdd = isOdd(right)
      return Value(small: base == -1 ? (isOdd ? -1 : 1) : base)
    }
    guard let exponent = right.machineInteger else { throw thread.raiseMemoryError() }
    if let base {
      if let result = smallPower(base, exponent) { return try thread.integer(result) }
      if base == 2 { return try leftShift(thread, Value(small: 1), by: exponent) }
    }
    let (bits, overflow) = bitLength(left).multipliedReportingOverflow(by: exponent)
    if overflow || bits / UInt.bitWidth > IntegerObject.limbLimit {
      throw thread.raiseMemoryError()
    }
    return try largePower(thread, left, UInt(exponent))
  }

  static func isOdd(_ value: Value) -> Bool {
    if let word = value.machineInteger { return word & 1 != 0 }
    return IntegerObject(value).limbs[0] & 1 != 0
  }

  /// Squaring in machine words; nil on overflow.
  @inline(__always) private static func smallPower(_ base: Int, _ exponent: Int) -> Int? {
    var result = 1
    var square = base
    var rest = exponent
    while true {
      if rest & 1 != 0 {
        let (product, overflow) = result.multipliedReportingOverflow(by: square)
        if overflow { return nil }
        result = product
      }
      rest >>= 1
      if rest == 0 { return result }
      let (next, overflow) = square.multipliedReportingOverflow(by: square)
      if overflow { return nil }
      square = next
    }
  }

  @inline(never)
  private static func largePower(_ thread: ThreadState, _ left: Value, _ exponent: UInt)
    throws(Raised) -> Value
  {
    try withOperand(left) { (x: IntegerOperand) throws(Raised) in
      var result = __mpz_struct()
      __gmpz_init(&result)
      defer { __gmpz_clear(&result) }
      var base = view(x)
      __gmpz_pow_ui(&result, &base, exponent)
      return try make(thread, &result)
    }
  }

  /// GMP's record of a borrowed number.
  static func view(_ x: IntegerOperand) -> __mpz_struct {
    __mpz_struct(
      _mp_alloc: 0, _mp_size: Int32(x.isNegative ? -x.count : x.count),
      _mp_d: UnsafeMutablePointer(mutating: x.limbs))
  }

  static func make(_ thread: ThreadState, _ number: inout __mpz_struct) throws(Raised) -> Value {
    let count = Int(number._mp_size.magnitude)
    if count == 0 { return Value(small: 0) }
    return try IntegerObject.make(
      thread, limbs: number._mp_d, count: count, isNegative: number._mp_size < 0)
  }
}

// MARK: Modulo a number

extension IntegerArithmetic {
  /// pow(base, exponent, modulus), with the modulus' sign. A negative exponent takes the inverse.
  package static func power(
    _ thread: ThreadState, _ base: Value, _ exponent: Value, modulo modulus: Value
  ) throws(Raised) -> Value {
    if modulus.machineInteger == 0 {
      throw thread.raise(.valueError, "pow() 3rd argument cannot be 0")
    }
    let residue: Value
    if exponent.isNegativeInteger {
      let inverse = try inverse(thread, base, modulus)
      defer { thread.release(inverse) }
      let positive = try negate(thread, exponent)
      defer { thread.release(positive) }
      residue = try positivePower(thread, inverse, positive, modulus)
    } else {
      residue = try positivePower(thread, base, exponent, modulus)
    }
    if !modulus.isNegativeInteger { return residue }
    defer { thread.release(residue) }
    return try self.modulo(thread, residue, modulus)
  }

  /// The residue in 0 ..< |modulus| of base ** exponent, exponent >= 0.
  private static func positivePower(
    _ thread: ThreadState, _ base: Value, _ exponent: Value, _ modulus: Value
  ) throws(Raised) -> Value {
    if let x = base.machineInteger, let e = exponent.machineInteger,
      let m = modulus.machineInteger
    {
      return try thread.integer(wordPower(x, UInt(e), m.magnitude))
    }
    return try withOperands(base, exponent) {
      (x: IntegerOperand, e: IntegerOperand) throws(Raised) in
      try withOperand(modulus) { (m: IntegerOperand) throws(Raised) in
        var result = __mpz_struct()
        __gmpz_init(&result)
        defer { __gmpz_clear(&result) }
        var (xView, eView, mView) = (view(x), view(e), view(m))
        __gmpz_powm(&result, &xView, &eView, &mView)
        return try make(thread, &result)
      }
    }
  }

  private static func wordPower(_ base: Int, _ exponent: UInt, _ modulus: UInt) -> UInt {
    var square = base.magnitude % modulus
    if base < 0 && square != 0 { square = modulus - square }
    var result = 1 % modulus
    var rest = exponent
    while rest != 0 {
      if rest & 1 != 0 { result = multiply(result, square, modulo: modulus) }
      rest >>= 1
      if rest != 0 { square = multiply(square, square, modulo: modulus) }
    }
    return result
  }

  @inline(__always) private static func multiply(_ x: UInt, _ y: UInt, modulo m: UInt) -> UInt {
    if (x | y) >> 32 == 0 { return x * y % m }
    return m.dividingFullWidth(x.multipliedFullWidth(by: y)).remainder
  }

  /// The inverse of `value` modulo |modulus|.
  private static func inverse(_ thread: ThreadState, _ value: Value, _ modulus: Value)
    throws(Raised) -> Value
  {
    try withOperands(value, modulus) { (x: IntegerOperand, m: IntegerOperand) throws(Raised) in
      if m.count == 1 && m[0] == 1 { return Value(small: 0) }
      var result = __mpz_struct()
      __gmpz_init(&result)
      defer { __gmpz_clear(&result) }
      var (xView, mView) = (view(x), view(m))
      if __gmpz_invert(&result, &xView, &mView) == 0 {
        throw thread.raise(.valueError, "base is not invertible for the given modulus")
      }
      return try make(thread, &result)
    }
  }
}

// MARK: Roots and divisors

extension IntegerArithmetic {
  /// The greatest common divisor, not negative.
  package static func greatestCommonDivisor(
    _ thread: ThreadState, _ left: Value, _ right: Value
  ) throws(Raised) -> Value {
    if let x = left.machineInteger, let y = right.machineInteger {
      return try thread.integer(wordDivisor(x.magnitude, y.magnitude))
    }
    return try withOperands(left, right) { (x: IntegerOperand, y: IntegerOperand) throws(Raised) in
      var result = __mpz_struct()
      __gmpz_init(&result)
      defer { __gmpz_clear(&result) }
      var (xView, yView) = (view(x), view(y))
      __gmpz_gcd(&result, &xView, &yView)
      return try make(thread, &result)
    }
  }

  private static func wordDivisor(_ x: UInt, _ y: UInt) -> UInt {
    if x == 0 || y == 0 { return x | y }
    let shift = UInt((x | y).trailingZeroBitCount)
    var (a, b) = (x >> UInt(x.trailingZeroBitCount), y)
    while b != 0 {
      b >>= UInt(b.trailingZeroBitCount)
      if a > b { (a, b) = (b, a) }
      b -= a
    }
    return a << shift
  }

  /// The largest int whose square is at most the value, which is not negative.
  package static func squareRoot(_ thread: ThreadState, _ value: Value) throws(Raised) -> Value {
    if let word = value.machineInteger {
      var root = UInt(Double(word).squareRoot())
      let number = UInt(word)
      while root.multipliedReportingOverflow(by: root).overflow || root * root > number {
        root -= 1
      }
      while (root + 1) * (root + 1) <= number { root += 1 }
      return try thread.integer(root)
    }
    return try withOperand(value) { (x: IntegerOperand) throws(Raised) in
      let count = (x.count + 1) / 2
      let result = try IntegerObject.allocate(thread, limbs: count)
      _ = __gmpn_sqrtrem(result.limbs, nil, x.limbs, x.count)
      return try result.normalised(thread, capacity: count, isNegative: false)
    }
  }
}
