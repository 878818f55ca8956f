import Bytecode
import Syntax

extension CodeGenerator {
  /// Displays longer than this are built piece by piece, not from one run of registers.
  static let displayLimit = 200

  func display(_ expression: Expression, into target: Int) throws(SyntaxError) {
    switch expression.kind {
    case .list(let elements): try buildSequence(elements, .list, into: target)
    case .tuple(let elements): try buildSequence(elements, .tuple, into: target)
    case .set(let elements): try buildSequence(elements, .set, into: target)
    case .dict(let keys, let values): try buildDictionary(keys, values, into: target)
    case .joinedStr(let values): try joinedString(values, into: target)
    case .formattedValue(let value, let conversion, let specification):
      try formatted(value, conversion, specification, into: target)
    case .slice(let lower, let upper, let step): try slice(lower, upper, step, into: target)
    default: break
    }
  }

  enum SequenceKind { case list, tuple, set }

  func buildSequence(
    _ elements: [Expression], _ kind: SequenceKind, into target: Int
  ) throws(SyntaxError) {
    if kind != .tuple, elements.count > 2, let values = folder.values(of: elements) {
      return try throughTemporary(target) { target throws(SyntaxError) in
        try buildFromConstants(values, kind, into: target)
      }
    }
    if elements.count > Self.displayLimit || elements.contains(where: \.isStarred) {
      return try throughTemporary(target) { target throws(SyntaxError) in
        try buildGradually(elements, kind, leading: 0, into: target)
      }
    }
    let base = top
    for element in elements { try evaluate(element, into: try allocate()) }
    top = base
    let opcode: Opcode = kind == .list ? .buildList : kind == .tuple ? .buildTuple : .buildSet
    emit(opcode, a: target, b: elements.isEmpty ? target : base, c: elements.count)
  }

  private func buildFromConstants(
    _ values: [Constant], _ kind: SequenceKind, into target: Int
  ) throws(SyntaxError) {
    emit(kind == .list ? .buildList : .buildSet, a: target, b: target, c: 0)
    let source = try allocate()
    load(.tuple(values), into: source)
    emit(kind == .list ? .listExtend : .setUpdate, a: target, b: source | Word.lastUse)
    top = source
  }

  /// Builds from stars, or from many elements; the first `leading` ones already lie in the
  /// registers below `top` and are taken.
  func buildGradually(
    _ elements: [Expression], _ kind: SequenceKind, leading: Int, into target: Int
  ) throws(SyntaxError) {
    let first = leading == 0 ? target : top - leading
    emit(kind == .set ? .buildSet : .buildList, a: target, b: first, c: leading)
    for element in elements {
      let saved = position
      if case .starred(let value) = element.kind {
        let items = try operand(value)
        position = element.range
        emit(kind == .set ? .setUpdate : .listExtend, a: target, b: items.field)
        release(items)
      } else {
        let item = try operand(element)
        emit(kind == .set ? .setAdd : .listAppend, a: target, b: item.field)
        release(item)
      }
      position = saved
    }
    if kind == .tuple { emit(.listToTuple, a: target) }
  }

  func buildDictionary(
    _ keys: [Expression?], _ values: [Expression], into target: Int
  ) throws(SyntaxError) {
    let run = keys.prefix { $0 != nil }.count
    if run == keys.count && run <= Self.displayLimit / 2 {
      return try buildPairs(keys, values, count: run, into: target)
    }
    try throughTemporary(target) { target throws(SyntaxError) in
      let first = min(run, Self.displayLimit / 2)
      try buildPairs(keys, values, count: first, into: target)
      for index in first..<keys.count {
        if let key = keys[index] {
          let keyOperand = try operand(key, before: [values[index]])
          let value = try operand(values[index])
          emit(.mapAdd, a: target, b: keyOperand.field, c: value.field)
          release(keyOperand, value)
        } else {
          let mapping = try operand(values[index])
          emit(.dictUpdate, a: target, b: mapping.field)
          release(mapping)
        }
      }
    }
  }

  private func buildPairs(
    _ keys: [Expression?], _ values: [Expression], count: Int, into target: Int
  ) throws(SyntaxError) {
    let base = top
    for index in 0..<count {
      if let key = keys[index] { try evaluate(key, into: try allocate()) }
      try evaluate(values[index], into: try allocate())
    }
    top = base
    emit(.buildMap, a: target, b: count == 0 ? target : base, c: count)
  }

  // MARK: Formatted strings

  private func joinedString(_ values: [Expression], into target: Int) throws(SyntaxError) {
    if values.isEmpty { return load(.string(""), into: target) }
    if values.count == 1 { return try evaluate(values[0], into: target) }
    let base = top
    for value in values {
      if top - base == Self.displayLimit {
        emit(.buildString, a: base, b: base, c: Self.displayLimit)
        top = base + 1
      }
      try evaluate(value, into: try allocate())
    }
    let count = top - base
    top = base
    emit(.buildString, a: target, b: base, c: count)
  }

  private func formatted(
    _ value: Expression, _ conversion: Conversion, _ specification: Expression?, into target: Int
  ) throws(SyntaxError) {
    let later = specification.map { [$0] } ?? []
    var source = try operand(value, reuse: temporary(target), before: later)
    guard let specification else {
      release(source)
      return emit(.formatValue, a: target, b: source.field, c: conversion.index)
    }
    if conversion != .none {
      release(source)
      let converted = try scratch(temporary(target))
      emit(.convertValue, a: converted, b: source.field, c: conversion.index)
      source = Operand(
        register: converted, isTemporary: true, isOwned: temporary(target) == nil)
    }
    let format = try operand(specification)
    release(source, format)
    emit(.formatValueSpec, a: target, b: source.field, c: format.field)
  }

  private func slice(
    _ lower: Expression?, _ upper: Expression?, _ step: Expression?, into target: Int
  ) throws(SyntaxError) {
    let base = top
    for bound in step == nil ? [lower, upper] : [lower, upper, step] {
      let register = try allocate()
      if let bound {
        try evaluate(bound, into: register)
      } else {
        load(Special.none, into: register)
      }
    }
    let count = top - base
    top = base
    emit(.buildSlice, a: target, b: base, c: count)
  }
}

extension Conversion {
  /// The index that `formatValue` takes.
  var index: Int {
    switch self {
    case .none: 0
    case .str: 1
    case .repr: 2
    case .ascii: 3
    }
  }
}

extension Expression {
  var isStarred: Bool {
    if case .starred = kind { true } else { false }
  }
}
