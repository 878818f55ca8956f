import Bytecode
import Syntax

/// The `SyntaxWarning`s of CPython's compiler.
extension CodeGenerator {
  /// Warns about `is` with a literal, once for each comparison.
  func checkIdentity(
    _ left: Expression, _ operators: [ComparisonOperator], _ comparators: [Expression]
  ) {
    var left = left
    for (op, right) in zip(operators, comparators) {
      if op == .is || op == .isNot, let name = identityLiteral(left) ?? identityLiteral(right) {
        let (wrong, better) = op == .is ? ("is", "==") : ("is not", "!=")
        warn("\"\(wrong)\" with '\(name)' literal. Did you mean \"\(better)\"?", at: position)
        return
      }
      left = right
    }
  }

  /// The type of a literal whose identity means nothing; singletons are not among them.
  private func identityLiteral(_ expression: Expression) -> String? {
    switch constant(expression) {
    case nil, .none?, .true, .false, .ellipsis: nil
    case let value?: value.typeName
    }
  }

  func checkCallable(_ function: Expression) {
    guard let name = valueTypeName(function, includingFunctions: false) else { return }
    warn("'\(name)' object is not callable; perhaps you missed a comma?", at: function.range)
  }

  func checkSubscript(_ value: Expression, _ slice: Expression) {
    if let name = unsubscriptable(value) {
      warn("'\(name)' object is not subscriptable; perhaps you missed a comma?", at: value.range)
      return
    }
    checkIndex(value, slice)
  }

  private func unsubscriptable(_ value: Expression) -> String? {
    switch value.kind {
    case .constant(let constant, _):
      switch constant {
      case .none, .true, .false, .ellipsis, .integer, .bigInteger, .float, .imaginary:
        Constant(constant).typeName
      default: nil
      }
    case .set, .setComp, .generatorExp, .lambda:
      valueTypeName(value, includingFunctions: true)
    default: nil
    }
  }

  private func checkIndex(_ value: Expression, _ slice: Expression) {
    let indexed: String
    switch value.kind {
    case .constant(.string, _), .joinedStr: indexed = "str"
    case .constant(.bytes, _): indexed = "bytes"
    case .tuple: indexed = "tuple"
    case .list, .listComp: indexed = "list"
    default: return
    }
    guard let name = indexTypeName(slice) else { return }
    warn(
      "\(indexed) indices must be integers or slices, not \(name); perhaps you missed a comma?",
      at: value.range)
  }

  private func indexTypeName(_ slice: Expression) -> String? {
    if let constant = constant(slice) {
      switch constant {
      case .integer, .bigInteger, .true, .false: return nil
      default: return constant.typeName
      }
    }
    return valueTypeName(slice, includingFunctions: true)
  }

  private func valueTypeName(_ value: Expression, includingFunctions: Bool) -> String? {
    switch value.kind {
    case .constant(let constant, _): Constant(constant).typeName
    case .tuple: "tuple"
    case .list, .listComp: "list"
    case .dict, .dictComp: "dict"
    case .set, .setComp: "set"
    case .generatorExp: "generator"
    case .joinedStr, .formattedValue: "str"
    case .lambda: includingFunctions ? "function" : nil
    default: nil
    }
  }
}

extension Constant {
  var typeName: String {
    switch self {
    case .none: "NoneType"
    case .true, .false: "bool"
    case .ellipsis: "ellipsis"
    case .integer, .bigInteger: "int"
    case .float: "float"
    case .complex: "complex"
    case .string: "str"
    case .bytes: "bytes"
    case .tuple: "tuple"
    case .frozenset: "frozenset"
    case .code: "code"
    }
  }
}
