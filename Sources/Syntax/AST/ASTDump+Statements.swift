extension ASTDump {
  func node(_ statement: Statement) -> Item {
    let (name, fields) = parts(statement)
    return .node(name, fields, statement.range)
  }

  private func parts(_ statement: Statement) -> (String, [(String, Item)]) {
    switch statement.kind {
    case .expr(let value): return ("Expr", [("value", node(value))])
    case .assign(let targets, let value):
      return ("Assign", [("targets", expressions(targets, .store)), ("value", node(value))])
    case .augAssign(let target, let op, let value):
      return (
        "AugAssign", [("target", node(target, .store)), ("op", node(op)), ("value", node(value))]
      )
    case .annAssign(let target, let annotation, let value, let isSimple):
      return (
        "AnnAssign",
        [
          ("target", node(target, .store)), ("annotation", node(annotation)),
          ("value", optional(value)), ("simple", .atom(isSimple ? "1" : "0")),
        ]
      )
    case .return(let value): return ("Return", [("value", optional(value))])
    case .delete(let targets): return ("Delete", [("targets", expressions(targets, .delete))])
    case .raise(let exc, let cause):
      return ("Raise", [("exc", optional(exc)), ("cause", optional(cause))])
    case .assert(let test, let msg):
      return ("Assert", [("test", node(test)), ("msg", optional(msg))])
    case .import(let names): return ("Import", [("names", aliases(names))])
    case .importFrom(let module, let names, let level):
      return (
        "ImportFrom",
        [("module", string(module)), ("names", aliases(names)), ("level", .atom("\(level)"))]
      )
    case .global(let names): return ("Global", [("names", strings(names))])
    case .nonlocal(let names): return ("Nonlocal", [("names", strings(names))])
    case .pass: return ("Pass", [])
    case .break: return ("Break", [])
    case .continue: return ("Continue", [])
    case .typeAlias(let name, let typeParams, let value):
      return (
        "TypeAlias",
        [
          ("name", node(name, .store)), ("type_params", parameters(typeParams)),
          ("value", node(value)),
        ]
      )
    default: return compoundParts(statement)
    }
  }

  private func compoundParts(_ statement: Statement) -> (String, [(String, Item)]) {
    switch statement.kind {
    case .functionDef(let function): return ("FunctionDef", parts(function))
    case .asyncFunctionDef(let function): return ("AsyncFunctionDef", parts(function))
    case .classDef(let definition): return ("ClassDef", parts(definition))
    case .for(let target, let iter, let body, let orElse):
      return ("For", loop(target, iter, body, orElse))
    case .asyncFor(let target, let iter, let body, let orElse):
      return ("AsyncFor", loop(target, iter, body, orElse))
    case .while(let test, let body, let orElse):
      return ("While", branch(test, body, orElse))
    case .if(let test, let body, let orElse): return ("If", branch(test, body, orElse))
    case .with(let items, let body): return ("With", parts(items, body))
    case .asyncWith(let items, let body): return ("AsyncWith", parts(items, body))
    case .match(let subject, let cases):
      return ("Match", [("subject", node(subject)), ("cases", .list(cases.map { node($0) }))])
    case .try(let value): return ("Try", parts(value))
    case .tryStar(let value): return ("TryStar", parts(value))
    default: return ("", [])
    }
  }

  private func loop(
    _ target: Expression, _ iter: Expression, _ body: [Statement], _ orElse: [Statement]
  ) -> [(String, Item)] {
    [
      ("target", node(target, .store)), ("iter", node(iter)), ("body", statements(body)),
      ("orelse", statements(orElse)),
    ]
  }

  private func branch(
    _ test: Expression, _ body: [Statement], _ orElse: [Statement]
  ) -> [(String, Item)] {
    [("test", node(test)), ("body", statements(body)), ("orelse", statements(orElse))]
  }

  private func parts(_ items: [WithItem], _ body: [Statement]) -> [(String, Item)] {
    let nodes: [Item] = items.map { item in
      .node(
        "withitem",
        [
          ("context_expr", node(item.contextExpr)),
          ("optional_vars", item.optionalVars.map { node($0, .store) } ?? .absent),
        ], nil)
    }
    return [("items", .list(nodes)), ("body", statements(body))]
  }

  private func parts(_ function: FunctionDef) -> [(String, Item)] {
    [
      ("name", string(function.name)), ("args", node(function.args)),
      ("body", statements(function.body)), ("decorator_list", expressions(function.decoratorList)),
      ("returns", optional(function.returns)), ("type_params", parameters(function.typeParams)),
    ]
  }

  private func parts(_ definition: ClassDef) -> [(String, Item)] {
    [
      ("name", string(definition.name)), ("bases", expressions(definition.bases)),
      ("keywords", .list(definition.keywords.map { node($0) })),
      ("body", statements(definition.body)),
      ("decorator_list", expressions(definition.decoratorList)),
      ("type_params", parameters(definition.typeParams)),
    ]
  }

  private func parts(_ value: Try) -> [(String, Item)] {
    let handlers: [Item] = value.handlers.map { handler in
      .node(
        "ExceptHandler",
        [
          ("type", optional(handler.type)), ("name", string(handler.name)),
          ("body", statements(handler.body)),
        ], handler.range)
    }
    return [
      ("body", statements(value.body)), ("handlers", .list(handlers)),
      ("orelse", statements(value.orElse)), ("finalbody", statements(value.finalBody)),
    ]
  }

  private func aliases(_ names: [Alias]) -> Item {
    .list(
      names.map { alias in
        .node(
          "alias", [("name", string(alias.name)), ("asname", string(alias.asName))], alias.range)
      })
  }

  private func parameters(_ parameters: [TypeParameter]) -> Item {
    .list(
      parameters.map { parameter in
        let name = ("name", string(parameter.name))
        let defaultValue = ("default_value", optional(parameter.defaultValue))
        switch parameter.kind {
        case .typeVar(let bound):
          return .node(
            "TypeVar", [name, ("bound", optional(bound)), defaultValue], parameter.range)
        case .paramSpec: return .node("ParamSpec", [name, defaultValue], parameter.range)
        case .typeVarTuple: return .node("TypeVarTuple", [name, defaultValue], parameter.range)
        }
      })
  }

  // MARK: Patterns

  private func node(_ matchCase: MatchCase) -> Item {
    .node(
      "match_case",
      [
        ("pattern", node(matchCase.pattern)), ("guard", optional(matchCase.guardExpr)),
        ("body", statements(matchCase.body)),
      ], nil)
  }

  private func patterns(_ values: [Pattern]) -> Item { .list(values.map { node($0) }) }

  private func node(_ pattern: Pattern) -> Item {
    let (name, fields) = parts(pattern)
    return .node(name, fields, pattern.range)
  }

  private func parts(_ pattern: Pattern) -> (String, [(String, Item)]) {
    switch pattern.kind {
    case .matchValue(let value): return ("MatchValue", [("value", node(value))])
    case .matchSingleton(let value):
      return ("MatchSingleton", [("value", .atom(PythonRepresentation.of(value)))])
    case .matchSequence(let values): return ("MatchSequence", [("patterns", patterns(values))])
    case .matchMapping(let keys, let values, let rest):
      return (
        "MatchMapping",
        [("keys", expressions(keys)), ("patterns", patterns(values)), ("rest", string(rest))]
      )
    case .matchClass(let cls, let values, let names, let namedValues):
      return (
        "MatchClass",
        [
          ("cls", node(cls)), ("patterns", patterns(values)), ("kwd_attrs", strings(names)),
          ("kwd_patterns", patterns(namedValues)),
        ]
      )
    case .matchStar(let name): return ("MatchStar", [("name", string(name))])
    case .matchAs(let pattern, let name):
      return (
        "MatchAs", [("pattern", pattern.map { node($0) } ?? .absent), ("name", string(name))]
      )
    case .matchOr(let values): return ("MatchOr", [("patterns", patterns(values))])
    }
  }
}
