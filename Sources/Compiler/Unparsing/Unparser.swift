import Syntax

/// Writes expressions back as source text, as annotations are kept under
/// `from __future__ import annotations`: one space around binary operators, parentheses only where
/// the precedence needs them.
struct Unparser {
  /// How tightly an expression binds, loosest first.
  enum Precedence: Int {
    case named, tuple, test, or, and, not, comparison, bitOr, bitXor, bitAnd, shift, arithmetic,
      term, factor, power, await, atom

    var tighter: Precedence { Precedence(rawValue: rawValue + 1) ?? .atom }
  }

  private(set) var text = ""

  static func text(of expression: Expression) -> String {
    var unparser = Unparser()
    unparser.write(expression, .test)
    return unparser.text
  }

  mutating func write(_ expression: Expression, _ context: Precedence) {
    switch expression.kind {
    case .name(let name): text += name
    case .constant(let value, let isUnicodePrefixed):
      text += (isUnicodePrefixed ? "u" : "") + Unparser.text(of: value)
    case .attribute(let value, let name):
      write(value, .atom)
      if case .constant(.integer, _) = value.kind { text += " " }
      text += "." + name
    case .subscript(let value, let slice):
      write(value, .atom)
      text += "["
      write(slice, .tuple)
      text += "]"
    case .call(let function, let arguments, let keywords):
      write(function, .atom)
      write(arguments: arguments, keywords)
    case .starred(let value):
      text += "*"
      write(value, .bitOr)
    case .joinedStr, .formattedValue:
      text += "f" + PythonRepresentation.text(formatBody(expression))
    default: writeOperation(expression, context)
    }
  }

  private static func text(of value: ConstantValue) -> String {
    switch value {
    case .ellipsis: "..."
    case .float, .imaginary:
      PythonRepresentation.of(value).hasPrefix("inf")
        ? "1e309" + PythonRepresentation.of(value).dropFirst(3) : PythonRepresentation.of(value)
    default: PythonRepresentation.of(value)
    }
  }

  private mutating func writeOperation(_ expression: Expression, _ context: Precedence) {
    switch expression.kind {
    case .boolOp(let op, let values):
      let own: Precedence = op == .and ? .and : .or
      parenthesised(context, own) {
        $0.write(list: values, own.tighter, separator: op == .and ? " and " : " or ")
      }
    case .binOp(let left, let op, let right):
      let own = op.precedence
      parenthesised(context, own) {
        $0.write(left, op == .pow ? own.tighter : own)
        $0.text += " \(op.sign) "
        $0.write(right, op == .pow ? own : own.tighter)
      }
    case .unaryOp(let op, let operand):
      let own: Precedence = op == .not ? .not : .factor
      parenthesised(context, own) {
        $0.text += op.sign
        $0.write(operand, own)
      }
    case .compare(let left, let ops, let comparators):
      parenthesised(context, .comparison) {
        $0.write(left, .bitOr)
        for (op, comparator) in zip(ops, comparators) {
          $0.text += " \(op.sign) "
          $0.write(comparator, .bitOr)
        }
      }
    case .ifExp(let test, let body, let orElse):
      parenthesised(context, .test) {
        $0.write(body, .or)
        $0.text += " if "
        $0.write(test, .or)
        $0.text += " else "
        $0.write(orElse, .test)
      }
    case .namedExpr(let target, let value):
      parenthesised(context, .named) {
        $0.write(target, .atom)
        $0.text += " := "
        $0.write(value, .atom)
      }
    default: writeDisplay(expression, context)
    }
  }

  private mutating func writeDisplay(_ expression: Expression, _ context: Precedence) {
    switch expression.kind {
    case .list(let elements): enclosed("[", "]") { $0.write(list: elements, .test) }
    case .set(let elements):
      enclosed("{", "}") {
        if elements.isEmpty { $0.text += "*()" } else { $0.write(list: elements, .test) }
      }
    case .tuple(let elements):
      if elements.isEmpty {
        text += "()"
      } else {
        parenthesised(context, .tuple) {
          $0.write(list: elements, .test)
          if elements.count == 1 { $0.text += "," }
        }
      }
    case .dict(let keys, let values): enclosed("{", "}") { $0.write(keys: keys, values) }
    case .listComp(let element, let generators):
      enclosed("[", "]") { $0.write(comprehension: [element], generators) }
    case .setComp(let element, let generators):
      enclosed("{", "}") { $0.write(comprehension: [element], generators) }
    case .generatorExp(let element, let generators):
      enclosed("(", ")") { $0.write(comprehension: [element], generators) }
    case .dictComp(let key, let value, let generators):
      enclosed("{", "}") { $0.write(comprehension: [key, value], generators) }
    case .slice(let lower, let upper, let step):
      if let lower { write(lower, .test) }
      text += ":"
      if let upper { write(upper, .test) }
      if let step {
        text += ":"
        write(step, .test)
      }
    default: writeScoped(expression, context)
    }
  }

  private mutating func writeScoped(_ expression: Expression, _ context: Precedence) {
    switch expression.kind {
    case .lambda(let arguments, let body):
      parenthesised(context, .test) {
        $0.text += "lambda"
        let parameters = $0.parameters(arguments)
        $0.text += parameters.isEmpty ? ": " : " " + parameters + ": "
        $0.write(body, .test)
      }
    case .yield(let value):
      enclosed("(yield", ")") {
        guard let value else { return }
        $0.text += " "
        $0.write(value, .test)
      }
    case .yieldFrom(let value): enclosed("(yield from ", ")") { $0.write(value, .test) }
    case .await(let value):
      parenthesised(context, .await) {
        $0.text += "await "
        $0.write(value, .atom)
      }
    default: break
    }
  }

  // MARK: Parts

  private mutating func parenthesised(
    _ context: Precedence, _ own: Precedence, _ body: (inout Unparser) -> Void
  ) {
    let needed = context.rawValue > own.rawValue
    if needed { text += "(" }
    body(&self)
    if needed { text += ")" }
  }

  private mutating func enclosed(
    _ opening: String, _ closing: String, _ body: (inout Unparser) -> Void
  ) {
    text += opening
    body(&self)
    text += closing
  }

  private mutating func write(
    list: [Expression], _ precedence: Precedence, separator: String = ", "
  ) {
    for (index, element) in list.enumerated() {
      if index > 0 { text += separator }
      write(element, precedence)
    }
  }

  private mutating func write(arguments: [Expression], _ keywords: [Keyword]) {
    if keywords.isEmpty, arguments.count == 1, case .generatorExp = arguments[0].kind {
      return write(arguments[0], .test)
    }
    text += "("
    write(list: arguments, .test)
    for (index, keyword) in keywords.enumerated() {
      if index > 0 || !arguments.isEmpty { text += ", " }
      text += keyword.arg.map { $0 + "=" } ?? "**"
      write(keyword.value, .test)
    }
    text += ")"
  }

  private mutating func write(keys: [Expression?], _ values: [Expression]) {
    for (index, value) in values.enumerated() {
      if index > 0 { text += ", " }
      if let key = keys[index] {
        write(key, .test)
        text += ": "
        write(value, .test)
      } else {
        text += "**"
        write(value, .bitOr)
      }
    }
  }

  private mutating func write(comprehension elements: [Expression], _ generators: [Comprehension]) {
    write(list: elements, .test, separator: ": ")
    for generator in generators {
      text += generator.isAsync ? " async for " : " for "
      write(generator.target, .tuple)
      text += " in "
      write(generator.iter, .or)
      for condition in generator.ifs {
        text += " if "
        write(condition, .or)
      }
    }
  }

  private func parameters(_ arguments: Arguments) -> String {
    var parts: [String] = []
    let positional = arguments.posOnlyArgs + arguments.args
    let required = positional.count - arguments.defaults.count
    for (index, argument) in positional.enumerated() {
      let value = index >= required ? arguments.defaults[index - required] : nil
      parts.append(parameter(argument, value))
      if index + 1 == arguments.posOnlyArgs.count { parts.append("/") }
    }
    if let argument = arguments.varArg {
      parts.append("*" + argument.arg)
    } else if !arguments.kwOnlyArgs.isEmpty {
      parts.append("*")
    }
    for (argument, value) in zip(arguments.kwOnlyArgs, arguments.kwDefaults) {
      parts.append(parameter(argument, value))
    }
    if let argument = arguments.kwArg { parts.append("**" + argument.arg) }
    return parts.joined(separator: ", ")
  }

  private func parameter(_ argument: Argument, _ value: Expression?) -> String {
    value.map { argument.arg + "=" + Unparser.text(of: $0) } ?? argument.arg
  }

  // MARK: Formatted strings

  private func formatBody(_ expression: Expression) -> [UInt8] {
    switch expression.kind {
    case .joinedStr(let values): return values.flatMap(formatBody)
    case .constant(.string(let text), _):
      let braces: Set<UInt8> = [UInt8(ascii: "{"), UInt8(ascii: "}")]
      return text.utf8.flatMap { braces.contains($0) ? [$0, $0] : [$0] }
    case .formattedValue(let value, let conversion, let specification):
      var inner = Unparser()
      inner.write(value, .or)
      var field = inner.text.hasPrefix("{") ? "{ " + inner.text : "{" + inner.text
      switch conversion {
      case .none: break
      case .str: field += "!s"
      case .repr: field += "!r"
      case .ascii: field += "!a"
      }
      let format = specification.map { Array(":".utf8) + formatBody($0) } ?? []
      return Array(field.utf8) + format + Array("}".utf8)
    default: return []
    }
  }
}
