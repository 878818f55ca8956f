import Bytecode
import Syntax

extension CodeGenerator {
  func annotatedAssignment(
    _ target: Expression, _ annotation: Expression, _ value: Expression?, _ isSimple: Bool
  ) throws(SyntaxError) {
    let statementPosition = position
    if let value {
      try assign([target], value)
      position = statementPosition
    }
    switch target.kind {
    case .name(let name):
      if name == "__debug__" { throw error("cannot assign to __debug__", at: target.range) }
      if isSimple, isNamespace { return try recordAnnotation(name, annotation) }
    case .attribute(let object, let name):
      if name == "__debug__" { throw error("cannot assign to __debug__", at: target.range) }
      if value == nil { try discard(object) }
    case .subscript(let object, let slice):
      if value == nil {
        try discard(object)
        try discard(slice)
      }
    case .list: throw error("only single target (not list) can be annotated", at: target.range)
    case .tuple: throw error("only single target (not tuple) can be annotated", at: target.range)
    default: throw error("illegal target for annotation", at: target.range)
    }
    if isNamespace, !isSimple, !context.futureAnnotations { try discard(annotation) }
  }

  /// `__annotations__[name] = annotation`.
  private func recordAnnotation(
    _ name: String, _ expression: Expression
  ) throws(SyntaxError) {
    let value = try allocate()
    try annotation(expression, into: value)
    let mapping = try allocate()
    emit(.loadName, a: mapping, wide: builder.index(ofName: "__annotations__"))
    let key = try allocate()
    load(.string(mangle(name)), into: key)
    emit(
      .storeItem, a: mapping | Word.lastUse, b: key | Word.lastUse, c: value | Word.lastUse)
    top = value
  }
}
