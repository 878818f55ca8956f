extension SyntaxError {
  /// The error for a fault of a source that could be decoded.
  init(_ fault: SourceFault, source: [UInt8], filename: String) {
    let line = SourceLine(fault.line, of: source)
    let endLine = fault.endLine == fault.line ? line : SourceLine(fault.endLine, of: source)
    self.init(
      kind: fault.kind, message: fault.message, filename: filename, line: fault.line,
      column: line.offset(fault.offset), endLine: fault.endLine,
      endColumn: endLine.offset(fault.endOffset),
      text: line.text(keepsLineBreak: fault.keepsLineBreak))
  }
}

/// One line of a source.
private struct SourceLine {
  let bytes: ArraySlice<UInt8>

  init(_ number: Int, of source: [UInt8]) {
    var rest = source.dropLast()[...]
    for _ in 1..<max(number, 1) {
      guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else { break }
      rest = rest[(end + 1)...]
    }
    bytes = rest.prefix { $0 != UInt8(ascii: "\n") }
  }

  /// The offset in code points.
  func offset(_ offset: SourceFault.Offset) -> Int {
    let before = bytes.prefix(offset.bytes)
    let overhang = offset.bytes - before.count
    return before.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) } + overhang + offset.adjustment
  }

  func text(keepsLineBreak: Bool) -> String {
    String(decoding: bytes, as: UTF8.self) + (keepsLineBreak ? "\n" : "")
  }
}
