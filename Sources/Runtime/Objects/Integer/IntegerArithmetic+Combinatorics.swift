// Factorials and counts of selections.

import CGMP

extension IntegerArithmetic {
  /// n!
  package static func factorial(_ thread: ThreadState, _ n: UInt) throws(Raised) -> Value {
    if n <= 20 { return try thread.integer((1..<n + 1).reduce(1, *)) }
    var result = __mpz_struct()
    __gmpz_init(&result)
    defer { __gmpz_clear(&result) }
    __gmpz_fac_ui(&result, n)
    return try make(thread, &result)
  }

  /// The number of ways to choose k of n things, n >= 0.
  package static func combinations(_ thread: ThreadState, _ n: Value, _ k: UInt) throws(Raised)
    -> Value
  {
    try withOperand(n) { (n: IntegerOperand) throws(Raised) in
      var result = __mpz_struct()
      __gmpz_init(&result)
      defer { __gmpz_clear(&result) }
      var view = view(n)
      __gmpz_bin_ui(&result, &view, k)
      return try make(thread, &result)
    }
  }

  /// n · (n − 1) · … with k factors, split in halves so that the products are of like size.
  package static func permutations(_ thread: ThreadState, _ n: Value, _ k: Int) throws(Raised)
    -> Value
  {
    if k == 0 { return Value(small: 1) }
    if k == 1 { return try plain(thread, n) }
    let half = k / 2
    let high = try permutations(thread, n, half)
    defer { thread.release(high) }
    let rest = try subtract(thread, n, Value(small: half))
    defer { thread.release(rest) }
    let low = try permutations(thread, rest, k - half)
    defer { thread.release(low) }
    return try multiply(thread, high, low)
  }

  /// The least common multiple, not negative.
  package static func leastCommonMultiple(
    _ thread: ThreadState, _ left: Value, _ right: Value
  ) throws(Raised) -> Value {
    if left.machineInteger == 0 || right.machineInteger == 0 { return Value(small: 0) }
    let divisor = try greatestCommonDivisor(thread, left, right)
    defer { thread.release(divisor) }
    let factor = try floorDivide(thread, left, divisor)
    defer { thread.release(factor) }
    let product = try multiply(thread, factor, right)
    defer { thread.release(product) }
    return try absolute(thread, product)
  }

  /// Mantissa in 0.5 ..< 1 and exponent of a positive int, the mantissa rounded half to even.
  package static func splitExponent(_ value: Value) -> (mantissa: Double, exponent: Int) {
    withOperandNoThrow(value) { operand in
      let bits = operand.bitCount
      let mantissa = double(operand, exponent: -bits, isInexact: false)
      return mantissa == 1 ? (0.5, bits + 1) : (mantissa, bits)
    }
  }

  private static func withOperandNoThrow<Result>(
    _ value: Value, _ body: (IntegerOperand) -> Result
  ) -> Result {
    var scratch: UInt = 0
    return withUnsafeMutablePointer(to: &scratch) { body(IntegerOperand(value, scratch: $0)) }
  }
}
