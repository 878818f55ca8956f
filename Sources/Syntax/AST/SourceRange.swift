/// Where a node stands in the source: lines count from 1, columns are UTF-8 byte offsets from 0,
/// and the end is exclusive, as `lineno`, `col_offset`, `end_lineno` and `end_col_offset` in
/// Python's `ast` module.
public struct SourceRange: Hashable, Sendable {
  public var line: UInt32
  public var column: UInt32
  public var endLine: UInt32
  public var endColumn: UInt32

  @inlinable
  public init(line: UInt32, column: UInt32, endLine: UInt32, endColumn: UInt32) {
    self.line = line
    self.column = column
    self.endLine = endLine
    self.endColumn = endColumn
  }

  /// The range that starts where `first` starts and ends where `last` ends.
  @inlinable
  public init(from first: SourceRange, to last: SourceRange) {
    self.init(
      line: first.line, column: first.column, endLine: last.endLine, endColumn: last.endColumn)
  }
}
