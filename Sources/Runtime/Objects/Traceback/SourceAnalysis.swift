// What the traceback printer has to know about the syntax of the failing piece of source. The
// runtime knows no parser: whoever has one installs it here at start-up. Without it, tracebacks
// mark whole expressions.

package struct SourcePoint {
  /// From 0, within the analysed text.
  package var line: Int
  /// UTF-8 offset.
  package var column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// The outermost expression of a failing segment.
package enum SegmentShape {
  /// End of the left operand, start of the right one.
  case binary(leftEnd: SourcePoint, rightStart: SourcePoint)
  /// End of what is subscripted, end of the whole.
  case subscription(valueEnd: SourcePoint, end: SourcePoint)
  /// End of what is called, end of the whole.
  case call(functionEnd: SourcePoint, end: SourcePoint)
}

/// The first statement of the failing lines.
package enum StatementShape {
  /// There is none.
  case empty
  /// `return f(…)` or `x = f(…)` with plain names: where the call lies.
  case plainCall(start: SourcePoint, end: SourcePoint)
  case other
}

package enum SourceAnalysis {
  /// Shape of an expression, which may span lines (as if in parentheses); nil for other shapes and
  /// for text that does not parse.
  nonisolated(unsafe) package static var segmentShape: (String) -> SegmentShape? = { _ in nil }
  /// Shape of the first statement of a text.
  nonisolated(unsafe) package static var statementShape: (String) -> StatementShape = { _ in
    .other
  }
}
