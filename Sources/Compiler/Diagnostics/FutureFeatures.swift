import Syntax

/// The `from __future__` imports of a module.
struct FutureFeatures {
  private static let known: Set<String> = [
    "nested_scopes", "generators", "division", "absolute_import", "with_statement",
    "print_function", "unicode_literals", "barry_as_FLUFL", "generator_stop", "annotations",
  ]

  private(set) var annotations = false
  private(set) var places: [SourceRange] = []

  /// Reads the leading imports; later ones are errors, which the code generator finds.
  init(_ module: Module, reporter: ErrorReporter) throws(SyntaxError) {
    for (index, statement) in module.body.enumerated() {
      if index == 0, statement.docstring != nil { continue }
      guard case .importFrom("__future__"?, let names, 0) = statement.kind else { break }
      places.append(statement.range)
      for alias in names {
        if alias.name == "braces" {
          throw reporter.error("not a chance", at: statement.range.start)
        }
        guard FutureFeatures.known.contains(alias.name) else {
          throw reporter.error(
            "future feature \(alias.name) is not defined", at: statement.range.start)
        }
        if alias.name == "annotations" { annotations = true }
      }
    }
  }
}

extension SourceRange {
  /// The place where it starts.
  var start: SourceRange {
    SourceRange(line: line, column: column, endLine: line, endColumn: column)
  }
}

extension Statement {
  /// The text of an expression statement that is a string alone.
  var docstring: StringConstant? {
    guard case .expr(let value) = kind, case .constant(.string(let text), _) = value.kind else {
      return nil
    }
    return text
  }
}
