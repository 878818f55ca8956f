// Random bits, bytes and ints.

import Runtime

extension RandomObject {
  static func random(thread: ThreadState, self random: Value) throws(Raised) -> Value {
    try thread.float(try RandomObject(random).nextNative(thread))
  }

  static func getRandomBits(thread: ThreadState, self random: Value, count: Value) throws(Raised)
    -> Value
  {
    let count = try thread.index(count)
    if count < 0 {
      throw thread.raise(.valueError, "number of bits must be non-negative")
    }
    return try RandomObject(random).bits(thread, count)
  }

  static func randomBytes(thread: ThreadState, self random: Value, count: Value) throws(Raised)
    -> Value
  {
    let count = try thread.index(count)
    if count < 0 {
      throw thread.raise(.valueError, "number of bits must be non-negative")
    }
    if count == 0 { return BytesObject.empty }
    let bits = try RandomObject(random).drawBits(thread, count * 8)
    defer { thread.release(bits) }
    let bytes = try BytesObject.make(thread, count: count)
    let buffer = bytes.base.assumingMemoryBound(to: UInt8.self)
    try withOperand(bits) { (operand: IntegerOperand) throws(Raised) in
      for index in 0..<count {
        buffer[index] = UInt8(truncatingIfNeeded: operand.word(at: index * 8))
      }
    }
    return bytes.value
  }

  static func randomBelow(thread: ThreadState, self random: Value, limit: Value) throws(Raised)
    -> Value
  {
    let limit = try thread.indexValue(limit)
    defer { thread.release(limit) }
    return try RandomObject(random).below(thread, limit)
  }

  static func randomInteger(thread: ThreadState, self random: Value, a: Value, b: Value)
    throws(Raised) -> Value
  {
    if a.isSmallInteger && b.isSmallInteger {
      let (low, high) = (a.smallInteger, b.smallInteger)
      let (width, overflow) = (high - low).addingReportingOverflow(1)
      if width > 0 && !overflow {
        return try thread.integer(low + (try RandomObject(random).below(thread, width)))
      }
    }
    let end = try thread.binary(.add, b, Value(small: 1))
    defer { thread.release(end) }
    return try randomRange(
      thread: thread, self: random, start: a, stop: end, step: Value(small: 1))
  }

  private static func emptyRange(_ thread: ThreadState, _ start: Value, _ stop: Value) -> Raised {
    do throws(Raised) {
      let text = "\(try thread.text(start)), \(try thread.text(stop))"
      return thread.raise(.valueError, "empty range in randrange(\(text))")
    } catch {
      return error
    }
  }

  static func randomRange(
    thread: ThreadState, self random: Value, start: Value, stop: Value, step: Value
  ) throws(Raised) -> Value {
    let object = RandomObject(random)
    let first = try thread.indexValue(start)
    defer { thread.release(first) }
    if stop.isNone {
      if !(step.isSmallInteger && step.smallInteger == 1) {
        throw thread.raise(.typeError, "Missing a non-None stop argument")
      }
      if IntegerArithmetic.order(first, Value(small: 0)) <= 0 {
        throw thread.raise(.valueError, "empty range for randrange()")
      }
      return try object.below(thread, first)
    }
    let last = try thread.indexValue(stop)
    defer { thread.release(last) }
    let stride = try thread.indexValue(step)
    defer { thread.release(stride) }
    let width = try IntegerArithmetic.subtract(thread, last, first)
    defer { thread.release(width) }
    let count = try stepCount(thread, width, stride)
    defer { thread.release(count) }
    if IntegerArithmetic.order(count, Value(small: 0)) <= 0 {
      if stride.machineInteger == 1 { throw emptyRange(thread, start, stop) }
      let text =
        "\(try thread.text(start)), \(try thread.text(stop)), \(try thread.text(step))"
      throw thread.raise(.valueError, "empty range in randrange(\(text))")
    }
    let steps = try object.below(thread, count)
    defer { thread.release(steps) }
    let offset = try IntegerArithmetic.multiply(thread, steps, stride)
    defer { thread.release(offset) }
    return try IntegerArithmetic.add(thread, first, offset)
  }

  /// How many numbers a range of that width and step has; zero or less for an empty one.
  private static func stepCount(_ thread: ThreadState, _ width: Value, _ step: Value)
    throws(Raised) -> Value
  {
    if step.machineInteger == 1 { return thread.retain(width) }
    if step.machineInteger == 0 {
      throw thread.raise(.valueError, "zero step for randrange()")
    }
    let padded = try IntegerArithmetic.add(thread, width, step)
    defer { thread.release(padded) }
    let towardZero = try IntegerArithmetic.subtract(
      thread, padded, Value(small: step.isNegativeInteger ? -1 : 1))
    defer { thread.release(towardZero) }
    return try IntegerArithmetic.floorDivide(thread, towardZero, step)
  }
}
