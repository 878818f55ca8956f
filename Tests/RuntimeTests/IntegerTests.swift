import CRuntime
import Testing

@testable import Runtime

/// Arithmetic on ints of all sizes, by identities and known values.
@Suite struct IntegerTests {
  /// Numbers around the limits of immediates, words and limbs, and some in between.
  private func samples(_ thread: ThreadState) throws -> [Value] {
    var values: [Value] = []
    for shift in [0, 1, 31, 61, 62, 63, 64, 65, 127, 128, 300, 1000] {
      let power = try IntegerArithmetic.leftShift(thread, Value(small: 1), by: shift)
      for offset in [-1, 0, 1] {
        let number = try IntegerArithmetic.add(thread, power, Value(small: offset))
        values.append(number)
        values.append(try IntegerArithmetic.negate(thread, number))
      }
    }
    return values
  }

  private func expectEqual(_ x: Value, _ y: Value) {
    #expect(IntegerArithmetic.order(x, y) == 0)
    #expect(x.isSmallInteger == y.isSmallInteger)
    #expect(NumericHash.integer(x) == NumericHash.integer(y))
  }

  @Test func sumsAndProductsInvert() throws {
    try NumberFixture.withThread { thread in
      let values = try samples(thread)
      for x in values {
        for y in values {
          let sum = try IntegerArithmetic.add(thread, x, y)
          expectEqual(try IntegerArithmetic.subtract(thread, sum, y), x)
          if IntegerArithmetic.order(y, Value(small: 0)) == 0 { continue }
          let product = try IntegerArithmetic.multiply(thread, x, y)
          expectEqual(try IntegerArithmetic.floorDivide(thread, product, y), x)
          expectEqual(try IntegerArithmetic.modulo(thread, product, y), Value(small: 0))
        }
      }
    }
  }

  @Test func divisionRoundsDown() throws {
    try NumberFixture.withThread { thread in
      let values = try samples(thread)
      let zero = Value(small: 0)
      for x in values {
        for y in values where IntegerArithmetic.order(y, zero) != 0 {
          let (quotient, remainder) = try IntegerArithmetic.divideWithRemainder(thread, x, y)
          let whole = try IntegerArithmetic.multiply(thread, quotient, y)
          expectEqual(try IntegerArithmetic.add(thread, whole, remainder), x)
          let sign = IntegerArithmetic.order(remainder, zero)
          #expect(sign == 0 || (sign < 0) == y.isNegativeInteger)
          let size = try IntegerArithmetic.absolute(thread, remainder)
          let limit = try IntegerArithmetic.absolute(thread, y)
          #expect(IntegerArithmetic.order(size, limit) < 0)
        }
      }
    }
  }

  @Test func bitwiseIdentities() throws {
    try NumberFixture.withThread { thread in
      let values = try samples(thread)
      for x in values {
        for y in values {
          let both = try IntegerArithmetic.and(thread, x, y)
          let either = try IntegerArithmetic.or(thread, x, y)
          let one = try IntegerArithmetic.xor(thread, x, y)
          expectEqual(try IntegerArithmetic.add(thread, both, one), either)
          expectEqual(
            try IntegerArithmetic.add(thread, both, either),
            try IntegerArithmetic.add(thread, x, y))
        }
        let inverted = try IntegerArithmetic.invert(thread, x)
        expectEqual(
          try IntegerArithmetic.add(thread, x, inverted), Value(small: -1))
      }
    }
  }

  @Test func shiftsAreFloorDivisions() throws {
    try NumberFixture.withThread { thread in
      for x in try samples(thread) {
        for shift in [0, 1, 7, 63, 64, 65, 200] {
          let amount = Value(small: shift)
          let power = try IntegerArithmetic.leftShift(thread, Value(small: 1), amount)
          expectEqual(
            try IntegerArithmetic.rightShift(thread, x, amount),
            try IntegerArithmetic.floorDivide(thread, x, power))
          expectEqual(
            try IntegerArithmetic.leftShift(thread, x, amount),
            try IntegerArithmetic.multiply(thread, x, power))
        }
      }
    }
  }

  @Test func textReadsBack() throws {
    try NumberFixture.withThread { thread in
      for x in try samples(thread) {
        for radix in [2, 3, 8, 10, 16, 36] {
          let text = IntegerObject.text(x, radix: radix)
          expectEqual(try IntegerObject.parse(thread, digits: text, radix: radix), x)
        }
      }
    }
  }

  @Test func knownValues() throws {
    try NumberFixture.withThread { thread in
      let power = try IntegerArithmetic.power(thread, Value(small: 3), Value(small: 60))
      #expect(IntegerObject.text(power, radix: 10) == "42391158275216203514294433201")
      let factorial = try IntegerArithmetic.factorial(thread, 25)
      #expect(IntegerObject.text(factorial, radix: 10) == "15511210043330985984000000")
      let residue = try IntegerArithmetic.power(
        thread, Value(small: 3), Value(small: -1), modulo: Value(small: 7))
      #expect(residue.machineInteger == 5)
      #expect(NumericHash.integer(power) == NumericHash.integer(power))
      #expect(NumericHash.integer(-1) == -2)
      #expect(NumericHash.float(0.5) == 1 << 60)
    }
  }

  @Test func floatsAreComparedExactly() throws {
    try NumberFixture.withThread { thread in
      let limit = try thread.integer(1 << 53 + 1)
      #expect(IntegerArithmetic.order(limit, 0x1p53) == 1)
      let power = try IntegerArithmetic.leftShift(thread, Value(small: 1), by: 200)
      #expect(IntegerArithmetic.order(power, 0x1p200) == 0)
      let next = try IntegerArithmetic.add(thread, power, Value(small: 1))
      #expect(IntegerArithmetic.order(next, 0x1p200) == 1)
      #expect(IntegerArithmetic.order(next, .infinity) == -1)
      #expect(IntegerArithmetic.order(next, .nan) == nil)
      #expect(try IntegerArithmetic.trueDivide(thread, next, power) == 1)
    }
  }
}

@Suite struct FloatTests {
  @Test func text() {
    #expect(FloatNotation.repr(0.1) == "0.1")
    #expect(FloatNotation.repr(1e16) == "1e+16")
    #expect(FloatNotation.repr(9007199254740993) == "9007199254740992.0")
    #expect(FloatNotation.repr(1e-5) == "1e-05")
    #expect(FloatNotation.repr(-0.0) == "-0.0")
    #expect(FloatNotation.hexadecimal(1.5) == "0x1.8000000000000p+0")
  }

  @Test func immediates() throws {
    try NumberFixture.withThread { thread in
      for number in [0.0, -0.0, 1.5, -1e77, 1e300, 5e-324, .infinity, -.infinity] {
        let value = try thread.float(number)
        #expect(value.float.bitPattern == number.bitPattern)
      }
      #expect(try thread.float(.nan).float.isNaN)
    }
  }

  @Test func floorDivision() {
    let (quotient, remainder) = FloatArithmetic.divideWithRemainder(-7.5, 2)
    #expect(quotient == -4)
    #expect(remainder == 0.5)
    #expect(FloatArithmetic.floorRemainder(-5, .infinity) == .infinity)
  }
}
