import Syntax

extension SymbolCollector {
  func visitFunction(
    _ definition: FunctionDef, isAsync: Bool, at range: SourceRange
  ) throws(SyntaxError) {
    try define(definition.name, .assigned, at: range)
    for decorator in definition.decoratorList { try visit(decorator) }
    try visitDefaults(definition.args)
    try withTypeParameters(
      definition.typeParams, of: definition.name, at: range,
      defaults: definition.args, isClass: false
    ) { () throws(SyntaxError) in
      try visitAnnotations(definition.args)
      try visitAnnotation(definition.returns)
      try within(.function, definition.name, range) { scope throws(SyntaxError) in
        scope.isCoroutine = isAsync
        try defineParameters(definition.args)
        try visit(definition.body)
      }
    }
  }

  func visitDefaults(_ arguments: Arguments) throws(SyntaxError) {
    try visitAll(arguments.defaults)
    try visitAll(arguments.kwDefaults)
  }

  private func visitAnnotations(_ arguments: Arguments) throws(SyntaxError) {
    for argument in arguments.all { try visitAnnotation(argument.annotation) }
  }

  func defineParameters(_ arguments: Arguments) throws(SyntaxError) {
    for argument in arguments.all {
      if argument.arg == "__debug__" {
        throw reporter.error("cannot assign to __debug__", at: argument.range)
      }
      try define(argument.arg, .parameter, at: argument.range)
    }
  }

  func visitClass(_ definition: ClassDef, at range: SourceRange) throws(SyntaxError) {
    try define(definition.name, .assigned, at: range)
    for decorator in definition.decoratorList { try visit(decorator) }
    try withTypeParameters(
      definition.typeParams, of: definition.name, at: range, defaults: nil, isClass: true
    ) { () throws(SyntaxError) in
      for base in definition.bases { try visit(base) }
      for keyword in definition.keywords { try visit(keyword.value) }
      let outerPrivate = current.privateClass
      try within(.classBody, definition.name, range) { scope throws(SyntaxError) in
        if !definition.typeParams.isEmpty {
          scope.add("__type_params__", .assigned)
          scope.add(".type_params", .used)
        }
        try visit(definition.body)
      }
      current.privateClass = outerPrivate
    }
  }

  func visitTypeAlias(
    _ name: Expression, _ parameters: [TypeParameter], _ value: Expression, at range: SourceRange
  ) throws(SyntaxError) {
    guard case .name(let text) = name.kind else { return }
    try define(text, .assigned, at: name.range)
    let isInClass = current.kind == .classBody
    try withTypeParameters(parameters, of: text, at: range, defaults: nil, isClass: false) {
      () throws(SyntaxError) in
      try lazily(.typeAlias, text, range, isInClass, "a type alias") { () throws(SyntaxError) in
        try visit(value)
      }
    }
  }

  /// The scope around a generic definition; without type parameters there is none.
  private func withTypeParameters(
    _ parameters: [TypeParameter], of name: String, at range: SourceRange, defaults: Arguments?,
    isClass: Bool, _ body: () throws(SyntaxError) -> Void
  ) throws(SyntaxError) {
    guard !parameters.isEmpty else { return try body() }
    let isInClass = current.kind == .classBody
    try within(.typeParameters, name, range) { scope throws(SyntaxError) in
      scope.place = "the definition of a generic"
      if isClass {
        scope.privateClass = name
        scope.mangledNames = Set(parameters.map(\.name))
      }
      if isInClass { seeClass(scope) }
      if let defaults {
        if !defaults.defaults.isEmpty { try define(".defaults", .parameter, at: range) }
        if defaults.kwDefaults.contains(where: { $0 != nil }) {
          try define(".kwdefaults", .parameter, at: range)
        }
      }
      if isClass {
        scope.add(".type_params", [.assigned, .used])
        scope.add(".generic_base", [.assigned, .used])
      }
      for parameter in parameters { try visit(parameter, isInClass) }
      try body()
    }
  }

  private func seeClass(_ scope: Scope) {
    scope.canSeeClass = true
    scope.add("__classdict__", .used)
  }

  private func visit(_ parameter: TypeParameter, _ isInClass: Bool) throws(SyntaxError) {
    try define(parameter.name, [.typeParameter, .assigned], at: parameter.range)
    if case .typeVar(let bound?) = parameter.kind {
      let place = bound.isTuple ? "a TypeVar constraint" : "a TypeVar bound"
      try lazily(.typeVariableBound, parameter.name, parameter.range, isInClass, place) {
        () throws(SyntaxError) in try visit(bound)
      }
    }
    if let value = parameter.defaultValue {
      let place = "a \(parameter.kindName) default"
      try lazily(.typeVariableDefault, parameter.name, parameter.range, isInClass, place) {
        () throws(SyntaxError) in
        if case .starred(let inner) = value.kind { try visit(inner) } else { try visit(value) }
      }
    }
  }

  /// A scope whose expression is evaluated on demand.
  private func lazily(
    _ kind: Scope.Kind, _ name: String, _ range: SourceRange, _ isInClass: Bool, _ place: String,
    _ body: () throws(SyntaxError) -> Void
  ) throws(SyntaxError) {
    try within(kind, name, range) { scope throws(SyntaxError) in
      scope.place = place
      if isInClass { seeClass(scope) }
      try body()
    }
  }
}

extension TypeParameter {
  fileprivate var kindName: String {
    switch kind {
    case .typeVar: "TypeVar"
    case .paramSpec: "ParamSpec"
    case .typeVarTuple: "TypeVarTuple"
    }
  }
}

extension Arguments {
  /// All parameters in the order of their registers.
  var all: [Argument] {
    posOnlyArgs + args + kwOnlyArgs + [varArg, kwArg].compactMap { $0 }
  }
}
