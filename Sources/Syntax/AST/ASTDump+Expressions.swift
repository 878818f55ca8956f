extension ASTDump {
  func node(_ expression: Expression, _ context: Context = .load) -> Item {
    let (name, fields) = parts(expression, context)
    return .node(name, fields, expression.range)
  }

  private func parts(
    _ expression: Expression, _ context: Context
  ) -> (String, [(String, Item)]) {
    let ctx = ("ctx", bare(context.rawValue))
    switch expression.kind {
    case .name(let id): return ("Name", [("id", string(id)), ctx])
    case .constant(let value, let isPrefixed):
      let kind: Item = isPrefixed ? .atom("'u'") : .absent
      return ("Constant", [("value", .atom(PythonRepresentation.of(value))), ("kind", kind)])
    case .attribute(let value, let attr):
      return ("Attribute", [("value", node(value)), ("attr", string(attr)), ctx])
    case .subscript(let value, let slice):
      return ("Subscript", [("value", node(value)), ("slice", node(slice)), ctx])
    case .starred(let value): return ("Starred", [("value", node(value, context)), ctx])
    case .list(let elts): return ("List", [("elts", expressions(elts, context)), ctx])
    case .tuple(let elts): return ("Tuple", [("elts", expressions(elts, context)), ctx])
    case .set(let elts): return ("Set", [("elts", expressions(elts))])
    case .dict(let keys, let values):
      let keyItems = keys.map { optional($0) }
      return ("Dict", [("keys", .list(keyItems)), ("values", expressions(values))])
    case .slice(let lower, let upper, let step):
      return (
        "Slice", [("lower", optional(lower)), ("upper", optional(upper)), ("step", optional(step))]
      )
    case .call(let function, let args, let keywords):
      return (
        "Call",
        [
          ("func", node(function)), ("args", expressions(args)),
          ("keywords", .list(keywords.map { node($0) })),
        ]
      )
    case .lambda(let args, let body):
      return ("Lambda", [("args", node(args)), ("body", node(body))])
    case .await(let value): return ("Await", [("value", node(value))])
    case .yield(let value): return ("Yield", [("value", optional(value))])
    case .yieldFrom(let value): return ("YieldFrom", [("value", node(value))])
    case .formattedValue(let value, let conversion, let formatSpec):
      return (
        "FormattedValue",
        [
          ("value", node(value)), ("conversion", .atom("\(conversion.rawValue)")),
          ("format_spec", optional(formatSpec)),
        ]
      )
    case .joinedStr(let values): return ("JoinedStr", [("values", expressions(values))])
    default: return operatorParts(expression)
    }
  }

  private func operatorParts(_ expression: Expression) -> (String, [(String, Item)]) {
    switch expression.kind {
    case .boolOp(let op, let values):
      return ("BoolOp", [("op", bare(op == .and ? "And" : "Or")), ("values", expressions(values))])
    case .namedExpr(let target, let value):
      return ("NamedExpr", [("target", node(target, .store)), ("value", node(value))])
    case .binOp(let left, let op, let right):
      return ("BinOp", [("left", node(left)), ("op", node(op)), ("right", node(right))])
    case .unaryOp(let op, let operand):
      let names: [UnaryOperator: String] = [
        .invert: "Invert", .not: "Not", .uAdd: "UAdd", .uSub: "USub",
      ]
      return ("UnaryOp", [("op", bare(names[op] ?? "")), ("operand", node(operand))])
    case .ifExp(let test, let body, let orElse):
      return ("IfExp", [("test", node(test)), ("body", node(body)), ("orelse", node(orElse))])
    case .compare(let left, let ops, let comparators):
      return (
        "Compare",
        [
          ("left", node(left)), ("ops", .list(ops.map { node($0) })),
          ("comparators", expressions(comparators)),
        ]
      )
    case .listComp(let elt, let generators): return comprehension("ListComp", elt, generators)
    case .setComp(let elt, let generators): return comprehension("SetComp", elt, generators)
    case .generatorExp(let elt, let generators):
      return comprehension("GeneratorExp", elt, generators)
    case .dictComp(let key, let value, let generators):
      return (
        "DictComp",
        [("key", node(key)), ("value", node(value)), ("generators", node(generators))]
      )
    default: return ("", [])
    }
  }

  private func comprehension(
    _ name: String, _ elt: Expression, _ generators: [Comprehension]
  ) -> (String, [(String, Item)]) {
    (name, [("elt", node(elt)), ("generators", node(generators))])
  }

  private func node(_ generators: [Comprehension]) -> Item {
    .list(
      generators.map { generator in
        .node(
          "comprehension",
          [
            ("target", node(generator.target, .store)), ("iter", node(generator.iter)),
            ("ifs", expressions(generator.ifs)),
            ("is_async", .atom(generator.isAsync ? "1" : "0")),
          ], nil)
      })
  }

  func node(_ op: BinaryOperator) -> Item {
    let names = [
      "Add", "Sub", "Mult", "MatMult", "Div", "Mod", "Pow", "LShift", "RShift", "BitOr", "BitXor",
      "BitAnd", "FloorDiv",
    ]
    return bare(names[Int(op.rawValue)])
  }

  private func node(_ op: ComparisonOperator) -> Item {
    let names = ["Eq", "NotEq", "Lt", "LtE", "Gt", "GtE", "Is", "IsNot", "In", "NotIn"]
    return bare(names[Int(op.rawValue)])
  }

  func node(_ keyword: Keyword) -> Item {
    .node("keyword", [("arg", string(keyword.arg)), ("value", node(keyword.value))], keyword.range)
  }

  func node(_ arguments: Arguments) -> Item {
    .node(
      "arguments",
      [
        ("posonlyargs", .list(arguments.posOnlyArgs.map { node($0) })),
        ("args", .list(arguments.args.map { node($0) })),
        ("vararg", arguments.varArg.map { node($0) } ?? .absent),
        ("kwonlyargs", .list(arguments.kwOnlyArgs.map { node($0) })),
        ("kw_defaults", .list(arguments.kwDefaults.map { optional($0) })),
        ("kwarg", arguments.kwArg.map { node($0) } ?? .absent),
        ("defaults", expressions(arguments.defaults)),
      ], nil)
  }

  private func node(_ argument: Argument) -> Item {
    .node(
      "arg", [("arg", string(argument.arg)), ("annotation", optional(argument.annotation))],
      argument.range)
  }
}
