import Bytecode
import Syntax

/// Generic definitions and type aliases (PEP 695 and 696).
///
/// A generic definition runs inside an annotation scope: a function that makes the type parameters,
/// then the definition, and is called on the spot. Bounds, defaults and alias values are functions
/// called on demand.
extension CodeGenerator {
  func genericFunction(
    _ definition: FunctionDef, at range: SourceRange, into target: Int
  ) throws(SyntaxError) {
    let window = try allocate()
    let callable = try allocate()
    // Defaults are evaluated outside and passed in.
    let inputs = try allocate(0)
    let arguments = definition.args
    var count = 0
    if !arguments.defaults.isEmpty {
      try evaluate(Expression(.tuple(elts: arguments.defaults), range), into: try allocate())
      count += 1
    }
    if arguments.kwDefaults.contains(where: { $0 != nil }) {
      try keywordDefaults(arguments, into: try allocate())
      count += 1
    }
    let generator = child(.typeParameters, at: range)
    let code = try generator.generateTypeParameters(of: definition.name, definition.typeParams) {
      generator, parameters throws(SyntaxError) in
      try generator.genericFunctionBody(definition, at: range, parameters)
    }
    try makeScope(code, into: callable, keeping: inputs + count)
    position = range
    emit(.call, a: target, b: window, c: count)
    top = window
  }

  /// Makes the function of an annotation scope while registers up to `end` are in use.
  private func makeScope(
    _ code: CodeBlueprint, into callable: Int, keeping end: Int
  ) throws(SyntaxError) {
    top = end
    let function = try allocate()
    top = function
    try makeFunction(code, FunctionInputs(base: function), into: callable)
    top = end
  }

  private func genericFunctionBody(
    _ definition: FunctionDef, at range: SourceRange, _ parameters: Int
  ) throws(SyntaxError) {
    let operands = try allocate()
    let function = operands
    top = function
    var inputs = FunctionInputs(base: function)
    if let register = registers[".defaults"] {
      emit(.move, a: try allocate(), b: register)
      inputs.flags |= 1
    }
    if let register = registers[".kwdefaults"] {
      emit(.move, a: try allocate(), b: register)
      inputs.flags |= 2
    }
    try functionObject(definition, at: range, inputs, into: function)
    top = function + 1
    let tuple = try allocate()
    emit(.move, a: tuple, b: parameters | Word.lastUse)
    let set = Int(Intrinsic.setFunctionTypeParameters.rawValue)
    emit(.intrinsic, a: function, b: set, c: operands)
    emit(.return, a: function | Word.lastUse, b: localCount)
    top = localCount
  }

  func genericClass(
    _ definition: ClassDef, at range: SourceRange, into target: Int
  ) throws(SyntaxError) {
    let generator = child(.typeParameters, at: range)
    let code = try generator.generateTypeParameters(of: definition.name, definition.typeParams) {
      generator, parameters throws(SyntaxError) in
      try generator.genericClassBody(definition, at: range, parameters)
    }
    try callScope(code, at: range, into: target)
  }

  private func genericClassBody(
    _ definition: ClassDef, at range: SourceRange, _ parameters: Int
  ) throws(SyntaxError) {
    try storeName(".type_params", Operand(register: parameters))
    let subscript_ = Int(Intrinsic.subscriptGeneric.rawValue)
    emit(.intrinsic, a: parameters, b: subscript_, c: parameters)
    try storeName(".generic_base", Operand(register: parameters, isTemporary: true))
    top = parameters
    let result = try allocate()
    try classObject(definition, at: range, extraBase: ".generic_base", into: result)
    emit(.return, a: result | Word.lastUse, b: localCount)
    top = localCount
  }

  /// Makes the function of an annotation scope and calls it without arguments.
  private func callScope(
    _ code: CodeBlueprint, at range: SourceRange, into target: Int
  ) throws(SyntaxError) {
    let window = try allocate()
    let callable = try allocate()
    top = callable
    try makeFunction(code, FunctionInputs(base: callable), into: callable)
    position = range
    emit(.call, a: target, b: window, c: 0)
    top = window
  }

  func typeAliasStatement(
    _ name: Expression, _ parameters: [TypeParameter], _ value: Expression, at range: SourceRange
  ) throws(SyntaxError) {
    guard case .name(let text) = name.kind else { return }
    let target = try allocate()
    if parameters.isEmpty {
      try typeAlias(text, value, at: range, parameters: nil, into: target)
    } else {
      let generator = child(.typeParameters, at: range)
      let code = try generator.generateTypeParameters(of: text, parameters) {
        generator, register throws(SyntaxError) in
        let result = try generator.allocate()
        try generator.typeAlias(text, value, at: range, parameters: register, into: result)
        generator.emit(.return, a: result | Word.lastUse, b: generator.localCount)
        generator.top = generator.localCount
      }
      try callScope(code, at: range, into: target)
    }
    position = range
    try storeName(text, Operand(register: target, isTemporary: true, isOwned: true))
  }

  private func typeAlias(
    _ name: String, _ value: Expression, at range: SourceRange, parameters: Int?, into target: Int
  ) throws(SyntaxError) {
    let operands = try allocate(3)
    load(.string(name), into: operands)
    if let parameters {
      emit(.move, a: operands + 1, b: parameters | Word.lastUse)
    } else {
      load(Special.none, into: operands + 1)
    }
    top = operands + 2
    try lazyFunction(.typeAlias, value, at: range, into: try allocate())
    emit(.intrinsic, a: target, b: Int(Intrinsic.typeAlias.rawValue), c: operands)
    top = operands
  }

  /// A function that evaluates an expression when called.
  private func lazyFunction(
    _ kind: Scope.Kind, _ value: Expression, at range: SourceRange, into target: Int
  ) throws(SyntaxError) {
    let generator = child(kind, at: range)
    let code = try generator.generateLazily(value)
    top = target
    try makeFunction(code, FunctionInputs(base: target), into: target)
    top = target + 1
  }

  private func generateLazily(_ value: Expression) throws(SyntaxError) -> CodeBlueprint {
    try setUpLocals()
    position = scope.range
    let result: Operand
    if case .starred(let inner) = value.kind {
      let register = try allocate()
      try annotation(Expression(.starred(value: inner), value.range), into: register)
      result = Operand(register: register, isTemporary: true)
    } else {
      result = try operand(value)
    }
    emit(.return, a: result.field, b: localCount)
    top = localCount
    return try finish(firstLine: Int(scope.range.line))
  }

  /// The code of the scope around a generic definition: `body` gets the register of the tuple of
  /// type parameters, and returns the definition.
  private func generateTypeParameters(
    of name: String, _ parameters: [TypeParameter],
    _ body: (CodeGenerator, Int) throws(SyntaxError) -> Void
  ) throws(SyntaxError) -> CodeBlueprint {
    signature.name = "<generic parameters of \(name)>"
    signature.qualifiedName = signature.name
    signature.positionalCount = scope.parameters.count
    signature.positionalOnlyCount = scope.parameters.count
    try setUpLocals()
    position = scope.range
    let tuple = try allocate()
    top = tuple
    for parameter in parameters { try typeParameter(parameter, into: try allocate()) }
    top = tuple + 1
    emit(.buildTuple, a: tuple, b: tuple, c: parameters.count)
    try body(self, tuple)
    return try finish(firstLine: Int(scope.range.line))
  }

  private func typeParameter(
    _ parameter: TypeParameter, into target: Int
  ) throws(SyntaxError) {
    position = parameter.range
    let operands = try allocate()
    load(.string(parameter.name), into: operands)
    var intrinsic: Intrinsic
    switch parameter.kind {
    case .typeVar(let bound?):
      try lazyFunction(.typeVariableBound, bound, at: parameter.range, into: try allocate())
      intrinsic = bound.isTuple ? .typeVarWithConstraints : .typeVarWithBound
    case .typeVar(nil): intrinsic = .typeVar
    case .paramSpec: intrinsic = .paramSpec
    case .typeVarTuple: intrinsic = .typeVarTuple
    }
    emit(.intrinsic, a: operands, b: Int(intrinsic.rawValue), c: operands)
    top = operands + 1
    if let value = parameter.defaultValue {
      try lazyFunction(.typeVariableDefault, value, at: parameter.range, into: try allocate())
      intrinsic = .setTypeParameterDefault
      emit(.intrinsic, a: operands, b: Int(intrinsic.rawValue), c: operands)
    }
    emit(.move, a: target, b: operands | Word.lastUse)
    top = operands
    try storeName(parameter.name, Operand(register: target))
  }
}

extension Expression {
  var isTuple: Bool {
    if case .tuple = kind { true } else { false }
  }
}
