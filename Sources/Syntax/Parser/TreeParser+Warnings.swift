/// Code that is valid but surely meant differently.
extension TreeParser {
  /// Warns about `is` with a literal, once for each comparison.
  mutating func warnAboutIdentity(
    _ left: Expression, _ operators: [ComparisonOperator], _ comparators: [Expression],
    _ range: SourceRange
  ) {
    var left = left
    for (op, right) in zip(operators, comparators) {
      if op == .is || op == .isNot, let type = comparedType(left) ?? comparedType(right) {
        let (name, better) = op == .is ? ("is", "==") : ("is not", "!=")
        warn("\"\(name)\" with '\(type)' literal. Did you mean \"\(better)\"?", range)
        return
      }
      left = right
    }
  }

  /// The type of a literal whose identity means nothing; singletons are not among them.
  private func comparedType(_ expression: Expression) -> String? {
    switch expression.kind {
    case .constant(.none, _), .constant(.true, _), .constant(.false, _), .constant(.ellipsis, _):
      return nil
    case .constant(let value, _): return typeName(value)
    case .unaryOp(let op, let operand) where op == .uSub || op == .uAdd || op == .invert:
      guard case .constant = operand.kind else { return nil }
      return comparedType(operand)
    case .tuple(let elements):
      return elements.allSatisfy({ isConstant($0) }) ? "tuple" : nil
    default: return nil
    }
  }

  private func isConstant(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .constant: return true
    case .tuple(let elements): return elements.allSatisfy { isConstant($0) }
    default: return false
    }
  }

  mutating func warnAboutCall(_ function: Expression, _ range: SourceRange) {
    if case .lambda = function.kind { return }
    guard let type = displayedType(function) else { return }
    warn("'\(type)' object is not callable; perhaps you missed a comma?", range)
  }

  mutating func warnAboutSubscript(
    _ value: Expression, _ slice: Expression, _ range: SourceRange
  ) {
    guard let type = displayedType(value) else { return }
    switch type {
    case "dict": return
    case "str", "bytes", "list", "tuple":
      guard let index = displayedType(slice), index != "int", index != "bool" else { return }
      warn(
        "\(type) indices must be integers or slices, not \(index); perhaps you missed a comma?",
        range)
    default:
      warn("'\(type)' object is not subscriptable; perhaps you missed a comma?", range)
    }
  }

  mutating func warnAboutAssertion(_ test: Expression, _ range: SourceRange) {
    guard case .tuple(let elements) = test.kind, !elements.isEmpty else { return }
    warn("assertion is always true, perhaps remove parentheses?", range)
  }

  /// The type of the object that a display or literal makes.
  private func displayedType(_ expression: Expression) -> String? {
    switch expression.kind {
    case .constant(let value, _): return typeName(value)
    case .tuple: return "tuple"
    case .list, .listComp: return "list"
    case .dict, .dictComp: return "dict"
    case .set, .setComp: return "set"
    case .generatorExp: return "generator"
    case .lambda: return "function"
    case .joinedStr: return "str"
    default: return nil
    }
  }

  private func typeName(_ value: ConstantValue) -> String {
    switch value {
    case .none: return "NoneType"
    case .true, .false: return "bool"
    case .ellipsis: return "ellipsis"
    case .integer, .bigInteger: return "int"
    case .float: return "float"
    case .imaginary: return "complex"
    case .string: return "str"
    case .bytes: return "bytes"
    }
  }

  private mutating func warn(_ message: String, _ range: SourceRange) {
    warnings.append(SyntaxWarning(message: message, line: Int(range.line)))
  }
}
