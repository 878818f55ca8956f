// Functions of ints of any size.

import Runtime

extension MathModule {
  static func gcd(thread: ThreadState, arguments: Arguments) throws(Raised) -> Value {
    if arguments.keywordCount > 0 {
      throw thread.raise(.typeError, "math.gcd() takes no keyword arguments")
    }
    return try fold(thread, arguments, from: 0, IntegerArithmetic.greatestCommonDivisor)
  }

  static func lcm(thread: ThreadState, arguments: Arguments) throws(Raised) -> Value {
    if arguments.keywordCount > 0 {
      throw thread.raise(.typeError, "math.lcm() takes no keyword arguments")
    }
    return try fold(thread, arguments, from: 1, IntegerArithmetic.leastCommonMultiple)
  }

  private static func fold(
    _ thread: ThreadState, _ arguments: Arguments, from neutral: Int,
    _ combine: (ThreadState, Value, Value) throws(Raised) -> Value
  ) throws(Raised) -> Value {
    var result = Value(small: neutral)
    do throws(Raised) {
      for index in 0..<arguments.count {
        let number = try thread.indexValue(arguments[index])
        defer { thread.release(number) }
        let next = try combine(thread, result, number)
        thread.release(result)
        result = next
      }
    } catch {
      thread.release(result)
      throw error
    }
    return result
  }

  static func isqrt(thread: ThreadState, n: Value) throws(Raised) -> Value {
    let number = try thread.indexValue(n)
    defer { thread.release(number) }
    if number.isNegativeInteger {
      throw thread.raise(.valueError, "isqrt() argument must be nonnegative")
    }
    return try IntegerArithmetic.squareRoot(thread, number)
  }

  static func factorial(thread: ThreadState, n: Value) throws(Raised) -> Value {
    let number = try thread.indexValue(n)
    defer { thread.release(number) }
    if number.isNegativeInteger {
      throw thread.raise(.valueError, "factorial() not defined for negative values")
    }
    guard let word = number.machineInteger else {
      throw thread.raise(
        .overflowError, "factorial() argument should not exceed \(Int.max)")
    }
    // (2^32)! has more than 10^11 bits.
    if word >> 32 != 0 { throw thread.raiseMemoryError() }
    return try IntegerArithmetic.factorial(thread, UInt(word))
  }

  static func perm(thread: ThreadState, n: Value, k: Value) throws(Raised) -> Value {
    if k.isNone { return try factorial(thread: thread, n: n) }
    let (total, chosen) = try selection(thread, n, k)
    defer {
      thread.release(total)
      thread.release(chosen)
    }
    if IntegerArithmetic.order(total, chosen) < 0 { return Value(small: 0) }
    guard let count = chosen.machineInteger else {
      throw thread.raise(.overflowError, "k must not exceed \(Int.max)")
    }
    return try IntegerArithmetic.permutations(thread, total, count)
  }

  static func comb(thread: ThreadState, n: Value, k: Value) throws(Raised) -> Value {
    let (total, chosen) = try selection(thread, n, k)
    defer {
      thread.release(total)
      thread.release(chosen)
    }
    if IntegerArithmetic.order(total, chosen) < 0 { return Value(small: 0) }
    let others = try IntegerArithmetic.subtract(thread, total, chosen)
    defer { thread.release(others) }
    let fewer = IntegerArithmetic.order(others, chosen) < 0 ? others : chosen
    guard let count = fewer.machineInteger else {
      throw thread.raise(.overflowError, "min(n - k, k) must not exceed \(Int.max)")
    }
    return try IntegerArithmetic.combinations(thread, total, UInt(count))
  }

  /// Both arguments as ints, owned, neither negative.
  private static func selection(_ thread: ThreadState, _ n: Value, _ k: Value) throws(Raised)
    -> (Value, Value)
  {
    let total = try thread.indexValue(n)
    let chosen: Value
    do throws(Raised) { chosen = try thread.indexValue(k) } catch {
      thread.release(total)
      throw error
    }
    if total.isNegativeInteger || chosen.isNegativeInteger {
      let name = total.isNegativeInteger ? "n" : "k"
      thread.release(total)
      thread.release(chosen)
      throw thread.raise(.valueError, "\(name) must be a non-negative integer")
    }
    return (total, chosen)
  }
}
