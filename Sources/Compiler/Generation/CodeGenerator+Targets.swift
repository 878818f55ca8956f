import Bytecode
import Syntax

/// Assignment targets.
extension CodeGenerator {
  /// Stores a value and takes its temporary.
  func store(_ target: Expression, _ value: Operand) throws(SyntaxError) {
    let saved = position
    position = target.range
    defer { position = saved }
    switch target.kind {
    case .name(let name): try storeName(name, value)
    case .attribute(let objectExpression, let name):
      try checkForbidden(name, at: target.range)
      if case .name("self") = objectExpression.kind { noteStaticAttribute(name) }
      let object = try operand(objectExpression)
      position = attributePosition(target, name)
      emit(.storeAttribute, a: object.field, b: value.field, c: try nameIndex(mangle(name)))
      release(value, object)
    case .subscript(let objectExpression, let slice):
      let object = try operand(objectExpression, before: [slice])
      let key = try operand(slice)
      emit(.storeItem, a: object.field, b: key.field, c: value.field)
      release(value, object, key)
    case .tuple(let elements), .list(let elements): try unpack(elements, value)
    case .starred:
      throw error("starred assignment target must be in a list or tuple", at: target.range)
    default: throw error("cannot assign to expression", at: target.range)
    }
  }

  private func checkForbidden(_ name: String, at range: SourceRange) throws(SyntaxError) {
    if name == "__debug__" { throw error("cannot assign to __debug__", at: range) }
  }

  /// Tells the class around of an attribute that its methods assign on `self`.
  private func noteStaticAttribute(_ name: String) {
    var owner = parent
    while let candidate = owner, candidate.scope.kind != .classBody { owner = candidate.parent }
    if let owner, !owner.staticAttributes.contains(name) { owner.staticAttributes.append(name) }
  }

  private func unpack(_ elements: [Expression], _ value: Operand) throws(SyntaxError) {
    if let first = consecutiveVariables(elements) {
      emit(.unpackSequence, a: value.field, b: first, c: elements.count)
      for register in first..<(first + elements.count) { bound.insert(register) }
      return release(value)
    }
    let stars = elements.indices.filter { elements[$0].isStarred }
    if stars.count > 1 {
      throw error("multiple starred expressions in assignment", at: position)
    }
    let base = try allocate(elements.count)
    if let star = stars.first {
      let after = elements.count - star - 1
      guard star < 256, after < 256 else {
        throw error("too many expressions in star-unpacking assignment", at: position)
      }
      emit(.unpackStarred, a: value.field, b: base, c: star | after << 8)
    } else {
      emit(.unpackSequence, a: value.field, b: base, c: elements.count)
    }
    for (index, element) in elements.enumerated() {
      var target = element
      if case .starred(let inner) = element.kind { target = inner }
      try store(target, Operand(register: base + index, isTemporary: true))
    }
    top = base
    release(value)
  }

  /// The first register, if the targets are distinct variables in consecutive registers: these can
  /// be unpacked into directly.
  private func consecutiveVariables(_ elements: [Expression]) -> Int? {
    var first: Int?
    for (index, element) in elements.enumerated() {
      guard case .name(let name) = element.kind, let (register, _) = localRegister(name),
        register == (first ?? register) + index
      else { return nil }
      if first == nil { first = register }
    }
    return first
  }

  // MARK: Assignments

  func assign(_ targets: [Expression], _ value: Expression) throws(SyntaxError) {
    if targets.count == 1, try assignInParallel(targets[0], value) { return }
    guard let first = targets.first else { return }
    if case .name(let name) = first.kind, let (register, _) = localRegister(name) {
      try evaluate(value, into: register)
      bound.insert(register)
      for target in targets.dropFirst() { try store(target, Operand(register: register)) }
      return
    }
    let source = try operand(value, before: targets)
    for target in targets.dropLast() {
      try store(target, Operand(register: source.register))
    }
    if let last = targets.last { try store(last, source) }
  }

  /// `a, b = b, a` without a tuple: the values are kept in registers, those that an earlier target
  /// overwrites in temporaries; then they are stored from left to right.
  private func assignInParallel(
    _ target: Expression, _ value: Expression
  ) throws(SyntaxError) -> Bool {
    guard let targets = target.elements, case .tuple(let values) = value.kind,
      targets.count == values.count, (1...16).contains(targets.count),
      !targets.contains(where: \.isStarred), !values.contains(where: \.isStarred)
    else { return false }
    let base = top
    var operands: [Operand] = []
    for (index, element) in values.enumerated() {
      let later = Array(values.dropFirst(index + 1)) + targets
      var operand = try operand(element, before: later)
      if !operand.isTemporary,
        targets.prefix(index).contains(where: { mayWrite($0, operand.register) })
      {
        let copy = try allocate()
        emit(.move, a: copy, b: operand.register)
        operand = Operand(register: copy, isTemporary: true)
      }
      operand.isOwned = false
      operands.append(operand)
    }
    for (target, operand) in zip(targets, operands) { try store(target, operand) }
    top = base
    return true
  }

  private func mayWrite(_ target: Expression, _ register: Int) -> Bool {
    switch target.kind {
    case .name(let name): localRegister(name)?.register == register
    case .tuple(let elements), .list(let elements):
      elements.contains { mayWrite($0, register) }
    default: false
    }
  }

  func assign(
    _ target: Expression, _ op: BinaryOperator, inPlace value: Expression
  ) throws(SyntaxError) {
    switch target.kind {
    case .name(let name):
      if let (register, _) = localRegister(name) {
        let old = try operand(target, before: [value])
        try combine(old, op, value, into: register)
        bound.insert(register)
        return
      }
      let old = try allocate()
      try evaluate(target, into: old)
      let operand = Operand(register: old, isTemporary: true, isOwned: true)
      try combine(operand, op, value, into: old)
      _ = try allocate()
      try storeName(name, operand)
    case .attribute(let objectExpression, let name):
      let object = try operand(objectExpression, before: [value])
      let result = try allocate()
      let index = try nameIndex(mangle(name))
      let saved = position
      position = attributePosition(target, name)
      emit(.loadAttribute, a: result, b: object.register, c: index)
      position = saved
      try combineInPlace(result, op, value)
      position = attributePosition(target, name)
      emit(.storeAttribute, a: object.field, b: result | Word.lastUse, c: index)
      top = result
      release(object)
    case .subscript(let objectExpression, let slice):
      try assignItem(target, objectExpression, slice, op, value)
    default: throw error("illegal expression for augmented assignment", at: target.range)
    }
  }

  private func assignItem(
    _ target: Expression, _ objectExpression: Expression, _ slice: Expression,
    _ op: BinaryOperator, _ value: Expression
  ) throws(SyntaxError) {
    let object = try operand(objectExpression, before: [slice, value])
    let key = try operand(slice, before: [value])
    let result = try allocate()
    let saved = position
    position = target.range
    emit(.loadItem, a: result, b: object.register, c: key.register)
    position = saved
    try combineInPlace(result, op, value)
    position = target.range
    emit(.storeItem, a: object.field, b: key.field, c: result | Word.lastUse)
    top = result
    release(object, key)
  }

  private func combineInPlace(
    _ result: Int, _ op: BinaryOperator, _ value: Expression
  ) throws(SyntaxError) {
    let old = Operand(register: result, isTemporary: true)
    try combine(old, op, value, into: result)
  }

  /// Emits `old op= value`; gives the temporary of `old` back.
  private func combine(
    _ old: Operand, _ op: BinaryOperator, _ value: Expression, into target: Int
  ) throws(SyntaxError) {
    if let opcode = op.inPlaceImmediateOpcode, let number = smallInteger(value) {
      release(old)
      return emit(opcode, a: target, b: old.field, c: number)
    }
    let second = try operand(value)
    release(old, second)
    emit(op.inPlaceOpcode, a: target, b: old.field, c: second.field)
  }

  // MARK: Deletion

  func delete(_ target: Expression) throws(SyntaxError) {
    let saved = position
    position = target.range
    defer { position = saved }
    switch target.kind {
    case .name(let name): try deleteName(name)
    case .attribute(let value, let name):
      let object = try operand(value)
      release(object)
      position = attributePosition(target, name)
      emit(.deleteAttribute, a: object.field, c: try nameIndex(mangle(name)))
    case .subscript(let value, let slice):
      let object = try operand(value, before: [slice])
      let key = try operand(slice)
      release(object, key)
      emit(.deleteItem, a: object.field, b: key.field)
    case .tuple(let elements), .list(let elements):
      for element in elements { try delete(element) }
    default: throw error("cannot delete expression", at: target.range)
    }
  }
}

extension Expression {
  /// The elements of a tuple or list.
  var elements: [Expression]? {
    switch kind {
    case .tuple(let elements), .list(let elements): elements
    default: nil
    }
  }
}
