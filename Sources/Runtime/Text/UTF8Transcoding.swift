// UTF-8 to strings and back where nothing is wrong with the text: measured, then written in place.
// Anything else goes through TextEncoder and TextDecoder, which know the error handlers.

enum UTF8Transcoding {
  // MARK: Decoding

  /// Number of code points and or-ed code points of well-formed UTF-8; nil where it is not.
  static func measure(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> (count: Int, bits: UInt32)? {
    var index = 0
    var characters = 0
    var bits: UInt32 = 0
    while index < count {
      let lead = bytes[index]
      if lead < 0x80 {
        index &+= 1
        characters &+= 1
        continue
      }
      let length = sequenceLength(bytes, index, count)
      if length == 0 { return nil }
      bits |= codePoint(bytes + index, length)
      index &+= length
      characters &+= 1
    }
    return (characters, bits)
  }

  /// Length of the well-formed sequence of two to four bytes at an index, or 0.
  private static func sequenceLength(_ bytes: UnsafePointer<UInt8>, _ index: Int, _ count: Int)
    -> Int
  {
    let lead = bytes[index]
    let length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0
    if length == 0 || index + length > count { return 0 }
    for offset in 1..<length where bytes[index + offset] & 0xc0 != 0x80 { return 0 }
    let second = bytes[index + 1]
    switch lead {
    case 0xe0: return second >= 0xa0 ? 3 : 0
    case 0xed: return second < 0xa0 ? 3 : 0
    case 0xf0: return second >= 0x90 ? 4 : 0
    case 0xf4: return second < 0x90 ? 4 : 0
    default: return length
    }
  }

  @inline(__always) private static func codePoint(_ bytes: UnsafePointer<UInt8>, _ length: Int)
    -> UInt32
  {
    var code = UInt32(bytes[0]) & (0x7f >> UInt32(length))
    for offset in 1..<length { code = code << 6 | UInt32(bytes[offset]) & 0x3f }
    return code
  }

  /// Writes the code points of well-formed UTF-8.
  static func decode<Unit: CodeUnit>(
    _ bytes: UnsafePointer<UInt8>, _ count: Int, to target: UnsafeMutablePointer<Unit>
  ) {
    var index = 0
    var position = 0
    while index < count {
      let lead = bytes[index]
      let length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
      let code = length == 1 ? UInt32(lead) : codePoint(bytes + index, length)
      target[position] = Unit(truncatingIfNeeded: code)
      index &+= length
      position &+= 1
    }
  }

  /// The str of well-formed UTF-8, owned; nil where it is not well-formed.
  static func string(_ thread: ThreadState, _ view: StringView) throws(Raised) -> Value? {
    let bytes = view.units(UInt8.self)
    guard let (count, bits) = measure(bytes, view.count) else { return nil }
    if count <= 1 { return nil }
    let string = try StringObject.make(thread, count: count, maximum: bits | 0x7f)
    switch string.kind {
    case 1: decode(bytes, view.count, to: string.bytes.assumingMemoryBound(to: UInt8.self))
    case 2: decode(bytes, view.count, to: string.bytes.assumingMemoryBound(to: UInt16.self))
    default: decode(bytes, view.count, to: string.bytes.assumingMemoryBound(to: UInt32.self))
    }
    return string.value
  }

  // MARK: Encoding

  /// Number of bytes of the text's UTF-8; nil where it has surrogates.
  static func encodedCount(_ view: StringView) -> Int? {
    switch view.kind {
    case 1: encodedCount(view.units(UInt8.self), view.count)
    case 2: encodedCount(view.units(UInt16.self), view.count)
    default: encodedCount(view.units(UInt32.self), view.count)
    }
  }

  @inline(__always) private static func encodedCount<Unit: CodeUnit>(
    _ units: UnsafePointer<Unit>, _ count: Int
  ) -> Int? {
    var bytes = 0
    for index in 0..<count {
      let code = UInt32(units[index])
      if code >> 11 == 0x1b { return nil }
      bytes &+= code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
    }
    return bytes
  }

  /// Writes the UTF-8 of a text without surrogates.
  static func encode(_ view: StringView, to target: UnsafeMutablePointer<UInt8>) {
    switch view.kind {
    case 1: encode(view.units(UInt8.self), view.count, to: target)
    case 2: encode(view.units(UInt16.self), view.count, to: target)
    default: encode(view.units(UInt32.self), view.count, to: target)
    }
  }

  @inline(__always) private static func encode<Unit: CodeUnit>(
    _ units: UnsafePointer<Unit>, _ count: Int, to target: UnsafeMutablePointer<UInt8>
  ) {
    var next = target
    for index in 0..<count {
      let code = UInt32(units[index])
      if code < 0x80 {
        next[0] = UInt8(truncatingIfNeeded: code)
        next += 1
        continue
      }
      let trailing = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3
      let mark: UInt32 = trailing == 1 ? 0xc0 : trailing == 2 ? 0xe0 : 0xf0
      next[0] = UInt8(truncatingIfNeeded: mark | code >> UInt32(trailing * 6))
      for offset in 1...trailing {
        let shift = UInt32((trailing - offset) * 6)
        next[offset] = UInt8(truncatingIfNeeded: 0x80 | code >> shift & 0x3f)
      }
      next += trailing + 1
    }
  }
}
