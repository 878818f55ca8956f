/// The place in the source that an instruction comes from: lines from 1 (0: none), columns are
/// UTF-8 offsets from 0.
public struct CodePosition: Hashable, Sendable {
  public var line: Int32
  public var column: Int32
  public var endLine: Int32
  public var endColumn: Int32

  public static let none = CodePosition(line: 0, column: -1, endLine: 0, endColumn: -1)

  public init(line: Int, column: Int, endLine: Int, endColumn: Int) {
    self.line = Int32(truncatingIfNeeded: line)
    self.column = Int32(truncatingIfNeeded: column)
    self.endLine = Int32(truncatingIfNeeded: endLine)
    self.endColumn = Int32(truncatingIfNeeded: endColumn)
  }
}

/// The positions of a code object's words, run-length and delta encoded.
///
/// A run is: its number of words, the line relative to the run before (zigzag), the end line
/// relative to the line (zigzag), column + 1, end column + 1; each a little-endian base-128 number.
public struct LineTable: Equatable, Sendable {
  public let bytes: [UInt8]

  public init(bytes: [UInt8]) { self.bytes = bytes }

  /// Encodes runs of (number of words, position).
  public init(runs: [(count: Int, position: CodePosition)], firstLine: Int) {
    var bytes: [UInt8] = []
    LineTable.append(firstLine, to: &bytes)
    var line = Int32(truncatingIfNeeded: firstLine)
    for (count, position) in runs where count > 0 {
      LineTable.append(count, to: &bytes)
      LineTable.appendSigned(Int(position.line - line), to: &bytes)
      LineTable.appendSigned(Int(position.endLine - position.line), to: &bytes)
      LineTable.append(Int(position.column + 1), to: &bytes)
      LineTable.append(Int(position.endColumn + 1), to: &bytes)
      line = position.line
    }
    self.bytes = bytes
  }

  /// The position of a word; `none` outside the code.
  public func position(ofWord word: Int) -> CodePosition {
    var start = 0
    for run in runs {
      start += run.count
      if word < start { return run.position }
    }
    return .none
  }

  /// All runs, in the order of the code.
  public var runs: [(count: Int, position: CodePosition)] {
    var result: [(count: Int, position: CodePosition)] = []
    var index = 0
    guard !bytes.isEmpty else { return [] }
    var line = read(&index)
    while index < bytes.count {
      let count = read(&index)
      line += readSigned(&index)
      let endLine = line + readSigned(&index)
      let column = read(&index) - 1
      let endColumn = read(&index) - 1
      result.append(
        (
          count,
          CodePosition(line: line, column: column, endLine: endLine, endColumn: endColumn)
        ))
    }
    return result
  }

  private static func append(_ value: Int, to bytes: inout [UInt8]) {
    var rest = UInt(bitPattern: value)
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  private static func appendSigned(_ value: Int, to bytes: inout [UInt8]) {
    append((value << 1) ^ (value >> 63), to: &bytes)
  }

  private func read(_ index: inout Int) -> Int {
    var value = 0
    var shift = 0
    while true {
      let byte = bytes[index]
      index += 1
      value |= Int(byte & 0x7f) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
  }

  private func readSigned(_ index: inout Int) -> Int {
    let value = read(&index)
    return (value >> 1) ^ -(value & 1)
  }
}
