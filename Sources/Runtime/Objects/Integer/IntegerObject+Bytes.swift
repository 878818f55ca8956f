// Ints from and to arrays of bytes.

extension IntegerObject {
  static func toBytes(
    thread: ThreadState, self value: Value, length: Value, byteOrder: Value, signed: Value
  ) throws(Raised) -> Value {
    let length = try thread.index(length)
    let isLittle = try isLittleEndian(thread, byteOrder, in: "to_bytes")
    let isSigned = try thread.isTrue(signed)
    if length < 0 { throw thread.raise(.valueError, "length argument must be non-negative") }
    if value.isNegativeInteger && !isSigned {
      throw thread.raise(.overflowError, "can't convert negative int to unsigned")
    }
    guard fits(value, bytes: length, isSigned: isSigned) else {
      throw thread.raise(.overflowError, "int too big to convert")
    }
    if length == 0 { return BytesObject.empty }
    let bytes = try BytesObject.make(thread, count: length)
    let buffer = bytes.base.assumingMemoryBound(to: UInt8.self)
    try withOperand(value) { (x: IntegerOperand) throws(Raised) in
      var carry: UInt8 = 1
      for index in 0..<length {
        var byte = UInt8(truncatingIfNeeded: x.word(at: index * 8))
        if x.isNegative { (byte, carry) = negated(byte, carry) }
        buffer[isLittle ? index : length - 1 - index] = byte
      }
    }
    return bytes.value
  }

  private static func negated(_ byte: UInt8, _ carry: UInt8) -> (UInt8, UInt8) {
    let (result, overflow) = (~byte).addingReportingOverflow(carry)
    return (result, overflow ? 1 : 0)
  }

  /// Whether so many bytes hold the value, in two's complement if signed.
  private static func fits(_ value: Value, bytes: Int, isSigned: Bool) -> Bool {
    let bits = IntegerArithmetic.bitLength(value)
    if !isSigned { return bits <= bytes * 8 }
    if bits < bytes * 8 || bits == 0 { return true }
    // The lowest negative number needs all bits.
    guard value.isNegativeInteger && bits == bytes * 8 else { return false }
    return IntegerArithmetic.isPowerOfTwo(value)
  }

  static func fromBytes(
    thread: ThreadState, type: Value, source: Value, byteOrder: Value, signed: Value
  ) throws(Raised) -> Value {
    let isLittle = try isLittleEndian(thread, byteOrder, in: "from_bytes")
    let isSigned = try thread.isTrue(signed)
    let bytes = try bytes(thread, of: source)
    defer { thread.release(bytes) }
    let number = try decode(
      thread, BytesObject(bytes).buffer.assumingMemoryBound(to: UInt8.self), isLittle: isLittle,
      isSigned: isSigned)
    if type.isIdentical(to: TypeObject(.int).value) { return number }
    defer { thread.release(number) }
    return try thread.call(type, number)
  }

  /// A bytes object with the content of a bytes-like object, an object with `__bytes__` or an
  /// iterable of ints; owned.
  private static func bytes(_ thread: ThreadState, of source: Value) throws(Raised) -> Value {
    if ByteSource.isBytesLike(source) { return try ByteSource.bytes(thread, source) }
    let method = try thread.lookupSpecial(source, .name(.__bytes__))
    if !method.isUnbound {
      defer { thread.release(method) }
      let result = try thread.call(method)
      defer { thread.release(result) }
      return try ByteSource.bytes(thread, result)
    }
    if source.isInstance(TypeFlags.stringSubclass) {
      throw thread.raise(.typeError, "cannot convert 'str' object to bytes")
    }
    return try ByteSource.items(thread, source, isBytearray: false)
  }

  /// The number of an array of bytes.
  package static func decode(
    _ thread: ThreadState, _ bytes: UnsafeBufferPointer<UInt8>, isLittle: Bool, isSigned: Bool
  ) throws(Raised) -> Value {
    if bytes.isEmpty { return Value(small: 0) }
    let count = bytes.count
    let top = bytes[isLittle ? count - 1 : 0]
    let isNegative = isSigned && top >= 128
    let capacity = count / MemoryLayout<UInt>.size + 1
    let result = try allocate(thread, limbs: capacity)
    let limbs = result.limbs
    var carry: UInt8 = 1
    for index in 0..<count {
      var byte = bytes[isLittle ? index : count - 1 - index]
      if isNegative { (byte, carry) = negated(byte, carry) }
      limbs[index / 8] |= UInt(byte) << UInt(index % 8 * 8)
    }
    // −256^n's lowest half: the complement of 0x80 00 … is itself, with nothing carried out.
    return try result.normalised(thread, capacity: capacity, isNegative: isNegative)
  }

  private static func isLittleEndian(
    _ thread: ThreadState, _ byteOrder: Value, in method: String
  ) throws(Raised) -> Bool {
    guard byteOrder.isInstance(TypeFlags.stringSubclass) else {
      throw thread.raise(
        .typeError,
        "\(method)() argument 'byteorder' must be str, not \(byteOrder.type.nameText)")
    }
    let text = StringObject(byteOrder)
    if text.isEqual(to: "little") { return true }
    if text.isEqual(to: "big") { return false }
    throw thread.raise(.valueError, "byteorder must be either 'little' or 'big'")
  }
}

extension IntegerArithmetic {
  static func isPowerOfTwo(_ value: Value) -> Bool {
    bitCount(value) == 1
  }
}
