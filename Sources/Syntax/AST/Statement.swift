/// A statement. The cases and their fields are those of Python's `ast` module.
public struct Statement: Hashable, Sendable {
  public var kind: Kind
  public var range: SourceRange

  @inlinable
  public init(_ kind: Kind, _ range: SourceRange) {
    self.kind = kind
    self.range = range
  }

  public indirect enum Kind: Hashable, Sendable {
    case functionDef(FunctionDef)
    case asyncFunctionDef(FunctionDef)
    case classDef(ClassDef)
    case `return`(value: Expression?)
    case delete(targets: [Expression])
    case assign(targets: [Expression], value: Expression)
    /// `name` is a `name` expression.
    case typeAlias(name: Expression, typeParams: [TypeParameter], value: Expression)
    case augAssign(target: Expression, op: BinaryOperator, value: Expression)
    /// `isSimple` holds if the target is a name without parentheses.
    case annAssign(
      target: Expression, annotation: Expression, value: Expression?, isSimple: Bool)
    case `for`(target: Expression, iter: Expression, body: [Statement], orElse: [Statement])
    case asyncFor(target: Expression, iter: Expression, body: [Statement], orElse: [Statement])
    case `while`(test: Expression, body: [Statement], orElse: [Statement])
    /// `elif` is an `if` that is the only statement of `orElse`.
    case `if`(test: Expression, body: [Statement], orElse: [Statement])
    case with(items: [WithItem], body: [Statement])
    case asyncWith(items: [WithItem], body: [Statement])
    case match(subject: Expression, cases: [MatchCase])
    case raise(exc: Expression?, cause: Expression?)
    case `try`(Try)
    /// A `try` statement with `except*` clauses.
    case tryStar(Try)
    case assert(test: Expression, msg: Expression?)
    case `import`(names: [Alias])
    /// `names` is the single alias `*` in `from module import *`.
    case importFrom(module: String?, names: [Alias], level: Int)
    case global(names: [String])
    case nonlocal(names: [String])
    case expr(value: Expression)
    case pass
    case `break`
    case `continue`
  }
}

/// The parts of a `def` or `async def`. The statement's range starts at `def` or `async`.
public struct FunctionDef: Hashable, Sendable {
  public var name: String
  public var args: Arguments
  public var body: [Statement]
  public var decoratorList: [Expression]
  public var returns: Expression?
  public var typeParams: [TypeParameter]

  public init(
    name: String, args: Arguments, body: [Statement], decoratorList: [Expression],
    returns: Expression?, typeParams: [TypeParameter]
  ) {
    self.name = name
    self.args = args
    self.body = body
    self.decoratorList = decoratorList
    self.returns = returns
    self.typeParams = typeParams
  }
}

/// The parts of a `class`. The statement's range starts at `class`.
public struct ClassDef: Hashable, Sendable {
  public var name: String
  public var bases: [Expression]
  public var keywords: [Keyword]
  public var body: [Statement]
  public var decoratorList: [Expression]
  public var typeParams: [TypeParameter]

  public init(
    name: String, bases: [Expression], keywords: [Keyword], body: [Statement],
    decoratorList: [Expression], typeParams: [TypeParameter]
  ) {
    self.name = name
    self.bases = bases
    self.keywords = keywords
    self.body = body
    self.decoratorList = decoratorList
    self.typeParams = typeParams
  }
}

/// The parts of a `try` statement.
public struct Try: Hashable, Sendable {
  public var body: [Statement]
  public var handlers: [ExceptHandler]
  public var orElse: [Statement]
  public var finalBody: [Statement]

  public init(
    body: [Statement], handlers: [ExceptHandler], orElse: [Statement], finalBody: [Statement]
  ) {
    self.body = body
    self.handlers = handlers
    self.orElse = orElse
    self.finalBody = finalBody
  }
}

/// One `except` or `except*` clause.
public struct ExceptHandler: Hashable, Sendable {
  public var type: Expression?
  public var name: String?
  public var body: [Statement]
  public var range: SourceRange

  public init(type: Expression?, name: String?, body: [Statement], range: SourceRange) {
    self.type = type
    self.name = name
    self.body = body
    self.range = range
  }
}

/// One name of an import and what it is bound to.
public struct Alias: Hashable, Sendable {
  public var name: String
  public var asName: String?
  public var range: SourceRange

  public init(name: String, asName: String?, range: SourceRange) {
    self.name = name
    self.asName = asName
    self.range = range
  }
}

/// One context manager of a `with` statement.
public struct WithItem: Hashable, Sendable {
  public var contextExpr: Expression
  public var optionalVars: Expression?

  public init(contextExpr: Expression, optionalVars: Expression?) {
    self.contextExpr = contextExpr
    self.optionalVars = optionalVars
  }
}

/// One entry of a type parameter list (PEP 695, with the defaults of PEP 696).
public struct TypeParameter: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case typeVar(bound: Expression?)
    case paramSpec
    case typeVarTuple
  }

  public var name: String
  public var kind: Kind
  public var defaultValue: Expression?
  public var range: SourceRange

  public init(name: String, kind: Kind, defaultValue: Expression?, range: SourceRange) {
    self.name = name
    self.kind = kind
    self.defaultValue = defaultValue
    self.range = range
  }
}
