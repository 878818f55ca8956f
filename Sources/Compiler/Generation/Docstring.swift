/// A docstring without its common indentation, as Python stores it since 3.13: tabs become spaces,
/// the first line loses its leading blanks, the others the least indentation among them.
func cleanedDocstring(_ utf8: [UInt8]) -> [UInt8] {
  let space = UInt8(ascii: " ")
  let newline = UInt8(ascii: "\n")
  var lines = expandingTabs(utf8).split(separator: newline, omittingEmptySubsequences: false)
  let margin =
    lines.dropFirst().compactMap { line in
      line.firstIndex { $0 != space }.map { $0 - line.startIndex }
    }.min() ?? 0
  for index in lines.indices {
    if index == 0 {
      lines[index] = lines[index].drop { $0 == space }
    } else {
      let blanks = lines[index].prefix { $0 == space }.count
      lines[index] = lines[index].dropFirst(min(margin, blanks))
    }
  }
  return Array(lines.joined(separator: [newline]))
}

private func expandingTabs(_ utf8: [UInt8]) -> [UInt8] {
  guard utf8.contains(UInt8(ascii: "\t")) else { return utf8 }
  var result: [UInt8] = []
  var column = 0
  for byte in utf8 {
    switch byte {
    case UInt8(ascii: "\t"):
      let width = 8 - column % 8
      result.append(contentsOf: repeatElement(UInt8(ascii: " "), count: width))
      column += width
    case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
      result.append(byte)
      column = 0
    default:
      result.append(byte)
      if byte & 0xC0 != 0x80 { column += 1 }
    }
  }
  return result
}
