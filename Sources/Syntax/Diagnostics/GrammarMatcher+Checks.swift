/// The checks that grammar rules name.
extension GrammarMatcher {
  /// Throws the fault that a check finds; false if the rule is to fail silently.
  func passes(_ check: Grammar.Check, _ captures: Captures) throws -> Bool {
    let a = captures[.a]
    let b = captures[.b]
    switch check {
    case .assignmentTarget: try checkTarget(a, "cannot assign to", isLoop: false)
    case .loopTarget: try checkTarget(a, "cannot assign to", isLoop: true)
    case .deletionTarget:
      if let invalid = invalidTarget(a, isDeletion: true, isLoop: false) {
        throw fault("cannot delete \(name(of: invalid))", at: invalid)
      }
    case .variadicBound: throw boundFault(a, b, "TypeVarTuple")
    case .paramSpecBound: throw boundFault(a, b, "ParamSpec")
    case .realNumber:
      if tokens[a.start].isImaginary(lexer.source) {
        throw fault("real number required in complex literal", at: a)
      }
      return true
    case .imaginaryNumber:
      if !tokens[a.start].isImaginary(lexer.source) {
        throw fault("imaginary number required in complex literal", at: a)
      }
      return true
    case .conversion:
      if tokens[a.start].end != tokens[b.start].start {
        // The spelling is CPython's.
        throw fault(
          "f-string: conversion type must come right after the exclamanation mark", from: a, to: b)
      }
      return true
    case .conversionCharacter:
      try checkConversion(a)
      return true
    case .legacyStatement:
      if isLegacyStatement(a) {
        let name = text(of: a)
        throw fault(
          "Missing parentheses in call to '\(name)'. Did you mean \(name)(...)?", from: a, to: b)
      }
    case .missingComma:
      if !isLegacyStatement(a), tokens[mark - 1].level != 0 {
        throw fault("invalid syntax. Perhaps you forgot a comma?", from: a, to: b)
      }
    case .missingColon:
      throw missingColon(a)
    default:
      try checkArguments(check, a, b)
    }
    return false
  }

  // MARK: Targets

  private func checkTarget(_ node: Node, _ verb: String, isLoop: Bool) throws {
    if let invalid = invalidTarget(node, isDeletion: false, isLoop: isLoop) {
      throw fault("\(verb) \(name(of: invalid))", at: invalid)
    }
  }

  /// The first part of an expression that cannot be a target.
  private func invalidTarget(_ node: Node, isDeletion: Bool, isLoop: Bool) -> Node? {
    switch node.kind {
    case .name, .subscript, .attribute: return nil
    case .list, .tuple:
      for element in node.elements {
        if let invalid = invalidTarget(element, isDeletion: isDeletion, isLoop: isLoop) {
          return invalid
        }
      }
      return nil
    case .starred:
      if isDeletion { return node }
      guard let value = node.elements.first else { return nil }
      return invalidTarget(value, isDeletion: isDeletion, isLoop: isLoop)
    case .comparison:
      guard isLoop else { return node }
      // `for a in b` reads as a comparison: what counts is what stands before `in`.
      guard let left = node.children.first, tokens[left.end].kind == .inKeyword else { return nil }
      return invalidTarget(left, isDeletion: isDeletion, isLoop: isLoop)
    default: return node
    }
  }

  private func boundFault(_ colon: Node, _ bound: Node, _ kind: String) -> SourceFault {
    let subject = bound.kind == .tuple ? "constraints" : "bound"
    return fault("cannot use \(subject) with \(kind)", openFrom: colon)
  }

  // MARK: Arguments and comprehensions

  private func checkArguments(_ check: Grammar.Check, _ a: Node, _ b: Node) throws {
    let parenthesize = "Generator expression must be parenthesized"
    switch check {
    case .unparenthesizedGenerator:
      throw fault(parenthesize, from: a, to: b)
    case .generatorAmongArguments:
      let positional = a.elements.filter { $0.kind != .keyword && $0.kind != .unpackedMapping }
      if positional.count > 1, let last = positional.last {
        throw fault(parenthesize, from: last, to: b)
      }
    case .laterGenerator:
      if let target = (b.elements.last ?? b).elements.first {
        throw fault(parenthesize, from: a, to: target)
      }
    case .positionalAfterKeyword:
      let unpacks = a.elements.contains { $0.kind == .unpackedMapping }
      throw fault(
        "positional argument follows keyword argument" + (unpacks ? " unpacking" : ""),
        at: lastToken)
    case .comprehensionTarget:
      throw fault(
        "did you forget parentheses around the comprehension target?", from: a,
        to: b.elements.last ?? b)
    default: break
    }
  }

  private func missingColon(_ key: Node) -> SourceFault {
    let range = range(of: key)
    var result = fault("':' expected after dictionary key", at: key)
    result.offset = .column(Int(range.endColumn) - 1)
    result.endOffset = .literal(0)
    return result
  }

  private func checkConversion(_ conversion: Node) throws {
    guard conversion.end > conversion.start else { return }
    let character = Node(.name, start: conversion.end - 1, end: conversion.end)
    let text = text(of: character)
    if text != "s", text != "r", text != "a" {
      throw fault(
        "f-string: invalid conversion character '\(text)': expected 's', 'r', or 'a'",
        at: character)
    }
  }

  private func isLegacyStatement(_ node: Node) -> Bool {
    guard node.kind == .name else { return false }
    let text = text(of: node)
    return text == "print" || text == "exec"
  }
}
