import Bytecode
import Syntax

extension CodeGenerator {
  func classStatement(_ definition: ClassDef, at range: SourceRange) throws(SyntaxError) {
    let base = top
    let target = try decorated(definition.decoratorList) { target throws(SyntaxError) in
      if definition.typeParams.isEmpty {
        try classObject(definition, at: range, extraBase: nil, into: target)
      } else {
        try genericClass(definition, at: range, into: target)
      }
    }
    position = range
    try storeName(definition.name, Operand(register: target, isTemporary: true))
    top = base
  }

  /// Calls `__build_class__(body, name, *bases, **keywords)`; `extraBase` is one more base at the
  /// end, kept in a variable.
  func classObject(
    _ definition: ClassDef, at range: SourceRange, extraBase: String?, into target: Int
  ) throws(SyntaxError) {
    position = range
    let window = try allocate()
    emit(.loadBuildClass, a: try allocate())
    let body = try allocate()
    let generator = child(.classBody, at: range)
    let code = try generator.generateClass(definition, at: range)
    var inputs = FunctionInputs(base: body)
    top = body
    if !code.freeNames.isEmpty { inputs.flags = 0 }
    try makeFunction(code, inputs, into: body)
    top = body + 1
    load(.string(definition.name), into: try allocate())
    var bases = definition.bases
    if let extraBase { bases.append(Expression(.name(extraBase), range)) }
    try passArguments(
      bases, definition.keywords, base: window, isMethod: false, leading: 2, into: target)
    top = window
  }

  fileprivate func generateClass(
    _ definition: ClassDef, at range: SourceRange
  ) throws(SyntaxError) -> CodeBlueprint {
    signature.flags = [.namespace, .classBody]
    setUpNamespace()
    if scope.needsClassCell { addLocal("__class__") }
    if scope.needsClassDictionary { addLocal("__classdict__") }
    top = localCount
    try reserve(localCount + 1)
    position = range
    let first = definition.decoratorList.first?.range.line ?? range.line
    try classProlog(definition, firstLine: Int(first), at: range)
    var body = definition.body[...]
    if let docstring = docstring(of: definition.body) {
      try storeDocstring(docstring, at: definition.body[0].range)
    }
    if definition.body.first?.docstring != nil { body = body.dropFirst() }
    try statements(Array(body))
    try classEpilog(at: range)
    return try finish(firstLine: Int(first))
  }

  private func classProlog(
    _ definition: ClassDef, firstLine: Int, at range: SourceRange
  ) throws(SyntaxError) {
    let value = try allocate()
    let operand = Operand(register: value, isTemporary: true)
    emit(.loadName, a: value, wide: builder.index(ofName: "__name__"))
    try storeName("__module__", operand)
    load(.string(signature.qualifiedName), into: value)
    try storeName("__qualname__", operand)
    load(.integer(firstLine), into: value)
    try storeName("__firstlineno__", operand)
    if !definition.typeParams.isEmpty {
      try loadName(".type_params", into: value)
      try storeName("__type_params__", operand)
    }
    if let register = registers["__classdict__"] {
      // The namespace itself, for the annotation scopes inside.
      emit(.move, a: value, b: 0)
      emit(.storeCell, a: register, b: value | Word.lastUse)
    }
    top = value
    if definition.body.contains(where: \.annotatesNames) { try setUpAnnotations() }
  }

  private func classEpilog(at range: SourceRange) throws(SyntaxError) {
    position = range
    let value = try allocate()
    let operand = Operand(register: value, isTemporary: true)
    load(.tuple(staticAttributes.map { .string($0) }), into: value)
    try storeName("__static_attributes__", operand)
    if registers["__classdict__"] != nil {
      try storeCell("__classdict__", as: "__classdictcell__", through: value)
    }
    guard registers["__class__"] != nil else {
      top = value
      return emit(.returnNone, b: localCount)
    }
    try storeCell("__class__", as: "__classcell__", through: value)
    emit(.move, a: value, b: registers["__class__"] ?? 0)
    emit(.return, a: value | Word.lastUse, b: localCount)
    top = value
  }

  /// Stores the cell of a variable itself under a name of the namespace.
  private func storeCell(
    _ variable: String, as name: String, through value: Int
  ) throws(SyntaxError) {
    emit(.move, a: value, b: registers[variable] ?? 0)
    emit(.storeName, a: value | Word.lastUse, wide: builder.index(ofName: name))
  }
}
