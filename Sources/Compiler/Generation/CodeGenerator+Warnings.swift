import Bytecode
import Syntax

/// The `SyntaxWarning`s of CPython's compiler.
extension CodeGenerator {
  func checkIdentity(_ left: Expression, _ op: ComparisonOperator, _ right: Expression) {
    guard op == .is || op == .isNot else { return }
    guard let name = identityLiteral(left) ?? identityLiteral(right) else { return }
    let wrong = op == .is ? "is" : "is not"
    let better = op == .is ? "==" : "!="
    warn("\"\(wrong)\" with '\(name)' literal. Did you mean \"\(better)\"?", at: position)
  }

  private func identityLiteral(_ expression: Expression) -> String? {
    switch expression.kind {
    case .constant(let value, _):
      switch value {
      case .none, .true, .false, .ellipsis: nil
      default: Constant(value).typeName
      }
    case .tuple(let elements) where folder.values(of: elements) != nil: "tuple"
    default: nil
    }
  }

  func checkCallable(_ function: Expression) {
    guard let name = valueTypeName(function, includingFunctions: false) else { return }
    warn("'\(name)' object is not callable; perhaps you missed a comma?", at: position)
  }

  func checkSubscript(_ value: Expression, _ slice: Expression) {
    if let name = unsubscriptable(value) {
      warn("'\(name)' object is not subscriptable; perhaps you missed a comma?", at: position)
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
      at: position)
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
