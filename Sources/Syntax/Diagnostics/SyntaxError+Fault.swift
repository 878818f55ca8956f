extension SyntaxError {
  /// The error for a fault of a source that could be decoded.
  init(_ fault: SourceFault, _ source: SourceText, filename: String, mode: Module.Mode) {
    let line = SourceLine(fault.line, of: source.bytes)
    // Only files are given the line break that they lack.
    let keepsLineBreak =
      fault.keepsLineBreak && !(line.isLast && source.lacksFinalLineBreak && mode != .exec)
    self.init(
      kind: fault.kind, message: fault.message, filename: filename, line: fault.line,
      column: line.offset(fault.offset), endLine: fault.endLine,
      endColumn: line.endOffset(fault.endOffset, keepsLineBreak: keepsLineBreak),
      text: line.text(keepsLineBreak: keepsLineBreak))
  }
}

/// One line of a source.
private struct SourceLine {
  let bytes: ArraySlice<UInt8>
  let isLast: Bool

  init(_ number: Int, of source: [UInt8]) {
    var rest = source.dropLast()[...]
    for _ in 1..<max(number, 1) {
      guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else { break }
      rest = rest[(end + 1)...]
    }
    bytes = rest.prefix { $0 != UInt8(ascii: "\n") }
    isLast = bytes.endIndex + 1 >= rest.endIndex
  }

  /// The offset in code points.
  func offset(_ offset: SourceFault.Offset) -> Int {
    let before = bytes.prefix(max(0, offset.bytes))
    let overhang = offset.bytes - before.count
    return before.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) } + overhang + offset.adjustment
  }

  /// The offset of an end, which CPython counts in the first line even if the end is in another.
  func endOffset(_ offset: SourceFault.Offset, keepsLineBreak: Bool) -> Int {
    var limited = offset
    limited.bytes = min(offset.bytes, bytes.count + (keepsLineBreak ? 1 : 0))
    return self.offset(limited)
  }

  func text(keepsLineBreak: Bool) -> String {
    String(decoding: bytes, as: UTF8.self) + (keepsLineBreak ? "\n" : "")
  }
}
