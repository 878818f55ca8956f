import Glibc

/// Encodings that the C library knows (iconv), for sources that declare one of them.
enum SystemEncoding {
  /// The text in UTF-8; nil if the encoding is unknown or the bytes are none of its.
  static func decode(_ encoding: String, _ source: [UInt8]) -> [UInt8]? {
    // Past a slash iconv would read options.
    guard !encoding.contains("/") else { return nil }
    let converter = iconv_open("UTF-8", encoding)
    guard converter != iconv_t(bitPattern: -1) else { return nil }
    defer { iconv_close(converter) }
    var input = source.map { CChar(bitPattern: $0) }
    // No character that one byte stands for takes more in UTF-8.
    var output = [CChar](repeating: 0, count: source.count * 4)
    var (inputLeft, outputLeft) = (input.count, output.count)
    let isWhole = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        var (from, to) = (input.baseAddress, output.baseAddress)
        return iconv(converter, &from, &inputLeft, &to, &outputLeft) != Int(bitPattern: UInt.max)
      }
    }
    guard isWhole, inputLeft == 0 else { return nil }
    return output.dropLast(outputLeft).map { UInt8(bitPattern: $0) }
  }
}
