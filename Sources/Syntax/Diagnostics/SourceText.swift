/// A source as the lexer wants it: UTF-8, lines that end in `\n`, a zero byte at the end.
struct SourceText {
  var bytes: [UInt8]
  /// Whether the last line had no line break of its own.
  var lacksFinalLineBreak = false

  /// A source that cannot be decoded, in the words of the exception.
  struct DecodingFault: Error {
    var message: String
    var line: Int
    var column: Int
    var text: String?
  }

  init(
    _ source: [UInt8], filename: String, _ options: ParserOptions
  ) throws(DecodingFault) {
    var rest = source[...]
    let hasMark = rest.starts(with: [0xEF, 0xBB, 0xBF])
    // In a string the mark has been decoded to a character that is not allowed.
    if hasMark, options.origin != .string { rest = rest.dropFirst(3) }
    if let zero = rest.firstIndex(of: 0) {
      throw SourceText.zeroFault(rest[..<zero], options.origin)
    }
    let encoding =
      options.origin == .string
      ? .utf8 : try SourceText.declaredEncoding(rest, hasMark: hasMark)
    switch encoding {
    case .utf8, .ascii: bytes = Array(rest)
    case .latin1: bytes = SourceText.decodeLatin1(rest)
    case .other(let name):
      guard let decoded = options.decode?(name, Array(rest)) else {
        let problem = options.origin == .file ? "encoding problem" : "unknown encoding"
        throw DecodingFault(message: "\(problem): \(name)", line: 0, column: -1, text: nil)
      }
      bytes = decoded
    }
    if bytes.contains(UInt8(ascii: "\r")) { translateLineBreaks() }
    if encoding != .latin1 { try validate(encoding, options.origin, filename) }
    if bytes.last != UInt8(ascii: "\n"), !bytes.isEmpty {
      bytes.append(UInt8(ascii: "\n"))
      lacksFinalLineBreak = true
    }
    bytes.append(0)
  }

  private static func zeroFault(
    _ before: ArraySlice<UInt8>, _ origin: ParserOptions.Origin
  ) -> DecodingFault {
    guard origin == .file else {
      return DecodingFault(
        message: "source code string cannot contain null bytes", line: 0, column: 0, text: nil)
    }
    let line = before.reduce(1) { $0 + ($1 == UInt8(ascii: "\n") ? 1 : 0) }
    let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? before.startIndex
    return DecodingFault(
      message: "source code cannot contain null bytes", line: line, column: 0,
      text: String(decoding: before[lineStart...], as: UTF8.self) + "\n")
  }

  private mutating func translateLineBreaks() {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for (index, byte) in bytes.enumerated() {
      if byte != UInt8(ascii: "\r") {
        result.append(byte)
      } else if index + 1 == bytes.count || bytes[index + 1] != UInt8(ascii: "\n") {
        result.append(UInt8(ascii: "\n"))
      }
    }
    bytes = result
  }

  // MARK: Encodings

  private enum Encoding: Equatable {
    case utf8, latin1, ascii
    case other(String)
  }

  private static func decodeLatin1(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for byte in bytes { StringConstant.encode(UInt32(byte), into: &result) }
    return result
  }

  /// The encoding that a comment in one of the first two lines declares (PEP 263).
  private static func declaredEncoding(
    _ bytes: ArraySlice<UInt8>, hasMark: Bool
  ) throws(DecodingFault) -> Encoding {
    var rest = bytes
    for _ in 0..<2 {
      let line = rest.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
      if let name = encodingName(line) {
        let encoding = find(name)
        if hasMark, !isPlainUTF8(name) {
          throw DecodingFault(
            message: "encoding problem: \(name) with BOM", line: 0, column: -1, text: nil)
        }
        return encoding
      }
      // A declaration in the second line counts only below a blank line or comment.
      let first = line.first { $0 != 0x20 && $0 != 0x09 && $0 != 0x0C }
      if first != nil, first != UInt8(ascii: "#") { break }
      rest = rest[line.endIndex...].dropFirst()
    }
    return .utf8
  }

  private static func encodingName(_ line: ArraySlice<UInt8>) -> String? {
    guard let hash = line.firstIndex(where: { $0 != 0x20 && $0 != 0x09 && $0 != 0x0C }),
      line[hash] == UInt8(ascii: "#")
    else { return nil }
    let word = Array("coding".utf8)
    var index = hash + 1
    while index + word.count < line.endIndex {
      defer { index += 1 }
      guard line[index...].starts(with: word) else { continue }
      let separator = line[index + word.count]
      guard separator == UInt8(ascii: ":") || separator == UInt8(ascii: "=") else { continue }
      let name = line[(index + word.count + 1)...].drop { $0 == 0x20 || $0 == 0x09 }
        .prefix { byte in
          CharacterClass.table[Int(byte)].contains(.nameContinue) && byte < 0x80
            || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
        }
      if !name.isEmpty { return String(decoding: name, as: UTF8.self) }
    }
    return nil
  }

  private static func normalized(_ name: String) -> String {
    name.lowercased().map { $0 == "_" ? "-" : String($0) }.joined()
  }

  /// Whether a name of UTF-8 is one that may stand beside a byte order mark.
  private static func isPlainUTF8(_ name: String) -> Bool {
    let normalized = normalized(name)
    return normalized == "utf-8" || normalized.hasPrefix("utf-8-")
  }

  private static func find(_ name: String) -> Encoding {
    let normalized = normalized(name)
    switch normalized {
    case "utf-8", "utf8", "u8", "utf-8-sig", "utf8-sig", "cp65001": return .utf8
    case "latin-1", "latin1", "iso-8859-1", "iso8859-1", "l1", "8859", "cp819",
      "iso-latin-1":
      return .latin1
    case "ascii", "us-ascii", "646": return .ascii
    default:
      if normalized.hasPrefix("utf-8-") { return .utf8 }
      if normalized.hasPrefix("latin-1-") || normalized.hasPrefix("iso-8859-1-") { return .latin1 }
      return .other(name)
    }
  }

  // MARK: Validation

  /// Checks that the bytes are well-formed UTF-8, or ASCII where that is declared.
  private func validate(
    _ encoding: Encoding, _ origin: ParserOptions.Origin, _ filename: String
  ) throws(DecodingFault) {
    var index = 0
    while index < bytes.count {
      if bytes[index] < 0x80 {
        index += 1
        continue
      }
      if encoding == .ascii { throw asciiFault(at: index, origin) }
      let (length, reason) = sequence(at: index)
      if let reason {
        throw origin == .file
          ? fileFault(at: index, filename) : utf8Fault(at: index, length, reason)
      }
      index += length
    }
  }

  private func asciiFault(at index: Int, _ origin: ParserOptions.Origin) -> DecodingFault {
    let message =
      origin == .file
      ? "encoding problem: ascii"
      : "'ascii' codec can't decode byte \(hexadecimal(index)) in position \(index): "
        + "ordinal not in range(128)"
    return DecodingFault(message: message, line: 0, column: -1, text: nil)
  }

  private func fileFault(at index: Int, _ filename: String) -> DecodingFault {
    let digits = String(bytes[index], radix: 16)
    let message =
      "Non-UTF-8 code starting with '\\x\(digits)' in file \(filename) on line \(line(of: index))"
      + ", but no encoding declared; see https://peps.python.org/pep-0263/ for details"
    return DecodingFault(message: message, line: 0, column: 0, text: nil)
  }

  /// The position counts from the start of the word, which is what CPython decodes at a time.
  private func utf8Fault(at index: Int, _ length: Int, _ reason: String) -> DecodingFault {
    var start = index
    while start > 0, CharacterClass.table[Int(bytes[start - 1])].contains(.nameContinue) {
      start -= 1
    }
    let first = index - start
    let place =
      length <= 1
      ? "byte \(hexadecimal(index)) in position \(first)"
      : "bytes in position \(first)-\(first + length - 1)"
    let lineStart = (bytes[..<index].lastIndex(of: UInt8(ascii: "\n")) ?? -1) + 1
    let text = bytes[lineStart...].prefix { $0 != UInt8(ascii: "\n") }
    return DecodingFault(
      message: "(unicode error) 'utf-8' codec can't decode \(place): \(reason)",
      line: line(of: index), column: index - lineStart + 1,
      text: String(decoding: text, as: UTF8.self) + "\n")
  }

  private func line(of index: Int) -> Int {
    bytes[..<index].reduce(1) { $0 + ($1 == UInt8(ascii: "\n") ? 1 : 0) }
  }

  /// The length of the sequence at `index`, and what is wrong with it.
  private func sequence(at index: Int) -> (length: Int, reason: String?) {
    let lead = bytes[index]
    let count: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch lead {
    case 0xC2...0xDF: count = 2
    case 0xE0...0xEF:
      count = 3
      if lead == 0xE0 { second = 0xA0...0xBF }
      if lead == 0xED { second = 0x80...0x9F }
    case 0xF0...0xF4:
      count = 4
      if lead == 0xF0 { second = 0x90...0xBF }
      if lead == 0xF4 { second = 0x80...0x8F }
    default: return (1, "invalid start byte")
    }
    for offset in 1..<count {
      guard index + offset < bytes.count else { return (offset, "unexpected end of data") }
      let allowed = offset == 1 ? second : 0x80...0xBF
      guard allowed.contains(bytes[index + offset]) else {
        return (offset, "invalid continuation byte")
      }
    }
    return (count, nil)
  }

  private func hexadecimal(_ index: Int) -> String {
    "0x" + String(bytes[index], radix: 16)
  }
}
