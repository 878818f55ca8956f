import Runtime
import Syntax

/// Tells the traceback printer about the syntax of failing lines, which the runtime, knowing no
/// parser, can't find out itself.
enum TracebackAnalysis {
  static func install() {
    SourceAnalysis.segmentShape = segmentShape
    SourceAnalysis.statementShape = statementShape
  }

  private static func parse(_ text: String) -> [Statement]? {
    let options = ParserOptions(origin: .string)
    do throws(SyntaxError) {
      return try Parser.parseModule(
        source: Array(text.utf8), filename: "<traceback>", options: options
      ).module.body
    } catch { return nil }
  }

  private static func segmentShape(_ segment: String) -> SegmentShape? {
    // In parentheses, so that the expression may go on over several lines.
    guard let body = parse("(\n\(segment)\n)"), body.count == 1,
      case .expr(let expression) = body[0].kind
    else { return nil }
    func start(_ expression: Expression) -> SourcePoint {
      SourcePoint(line: Int(expression.range.line) - 2, column: Int(expression.range.column))
    }
    func end(_ expression: Expression) -> SourcePoint {
      SourcePoint(
        line: Int(expression.range.endLine) - 2, column: Int(expression.range.endColumn))
    }
    switch expression.kind {
    case .binOp(let left, _, let right):
      return .binary(leftEnd: end(left), rightStart: start(right))
    case .subscript(let value, _):
      return .subscription(valueEnd: end(value), end: end(expression))
    case .call(let function, _, _):
      return .call(functionEnd: end(function), end: end(expression))
    default: return nil
    }
  }

  private static func statementShape(_ text: String) -> StatementShape {
    guard let body = parse(text) else { return .other }
    guard let first = body.first else { return .empty }
    let value: Expression
    switch first.kind {
    case .return(let returned?):
      guard case .call(let function, _, _) = returned.kind, case .name = function.kind else {
        return .other
      }
      value = returned
    case .assign(let targets, let assigned):
      guard targets.count == 1, case .name = targets[0].kind, case .call = assigned.kind else {
        return .other
      }
      value = assigned
    default: return .other
    }
    return .plainCall(
      start: SourcePoint(line: Int(value.range.line) - 1, column: Int(value.range.column)),
      end: SourcePoint(line: Int(value.range.endLine) - 1, column: Int(value.range.endColumn)))
  }
}
