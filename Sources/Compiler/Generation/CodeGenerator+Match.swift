import Bytecode
import Syntax

/// The state of matching one pattern.
///
/// All temporaries made on the way stay alive until the whole pattern has matched or failed; names
/// are bound only then. Each failing test jumps to code that drops the temporaries alive there.
struct PatternMatch {
  /// Registers made so far, in order.
  var live: [Int] = []
  /// Names to bind, and where their values lie.
  var captures: [(name: String, register: Int, range: SourceRange)] = []
  /// Where to go, by how many registers there are to drop.
  var failures: [Int: FlowLabel] = [:]
}

extension CodeGenerator {
  func matchStatement(_ subject: Expression, _ cases: [MatchCase]) throws(SyntaxError) {
    let register = try allocate()
    try evaluate(subject, into: register)
    let end = makeLabel()
    for (index, matchCase) in cases.enumerated() {
      let isLast = index == cases.count - 1
      try checkReachability(matchCase, isLast: isLast)
      let next = makeLabel()
      try matchCaseClause(matchCase, subject: register, to: next)
      emit(.drop, a: register)
      top = register
      try statements(matchCase.body)
      jump(to: end)
      top = register + 1
      place(next)
    }
    emit(.drop, a: register)
    top = register
    place(end)
  }

  private func matchCaseClause(
    _ matchCase: MatchCase, subject: Int, to next: FlowLabel
  ) throws(SyntaxError) {
    let base = top
    var match = PatternMatch()
    position = matchCase.pattern.range
    try pattern(matchCase.pattern, subject, &match)
    try bindCaptures(match)
    top = base
    if let test = matchCase.guardExpr { try branch(test, to: next, when: false) }
    let body = makeLabel()
    jump(to: body)
    placeFailures(match, to: next)
    place(body)
  }

  private func bindCaptures(_ match: PatternMatch) throws(SyntaxError) {
    for capture in match.captures {
      position = capture.range
      try storeName(capture.name, Operand(register: capture.register))
    }
    for register in match.live { emit(.drop, a: register) }
  }

  /// Drops what is alive at each failure and goes on at `next`; fewer registers fall into last.
  private func placeFailures(_ match: PatternMatch, to next: FlowLabel) {
    for count in match.failures.keys.sorted(by: >) {
      guard let label = match.failures[count] else { continue }
      place(label)
      for register in match.live.prefix(count).reversed() { emit(.drop, a: register) }
      jump(to: next)
    }
  }

  private func failure(_ match: inout PatternMatch) -> FlowLabel {
    if let label = match.failures[match.live.count] { return label }
    let label = makeLabel()
    match.failures[match.live.count] = label
    return label
  }

  /// Makes a register that stays alive until the end of the pattern.
  private func keep(_ match: inout PatternMatch, _ count: Int = 1) throws(SyntaxError) -> Int {
    let first = try allocate(count)
    match.live.append(contentsOf: first..<(first + count))
    return first
  }

  // MARK: Patterns

  /// Tests the value in `subject`, which stays; falls through on success.
  private func pattern(
    _ pattern: Pattern, _ subject: Int, _ match: inout PatternMatch
  ) throws(SyntaxError) {
    let saved = position
    position = pattern.range
    defer { position = saved }
    switch pattern.kind {
    case .matchValue(let value):
      if let number = smallInteger(value) {
        jump(.jumpUnlessEqualImmediate, a: subject, b: number, to: failure(&match))
      } else {
        let operand = try operand(value)
        release(operand)
        jump(.jumpUnlessEqual, a: subject, b: operand.field, to: failure(&match))
      }
    case .matchSingleton(let value): try singleton(value, subject, &match)
    case .matchSequence(let patterns): try sequence(patterns, subject, &match)
    case .matchMapping(let keys, let patterns, let rest):
      try mapping(keys, patterns, rest, subject, &match, pattern)
    case .matchClass(let type, let patterns, let names, let keywordPatterns):
      try classPattern(type, patterns, names, keywordPatterns, subject, &match, pattern)
    case .matchStar(let name): try capture(name, subject, &match, pattern.range)
    case .matchAs(let inner, let name):
      if let inner { try self.pattern(inner, subject, &match) }
      try capture(name, subject, &match, pattern.range)
    case .matchOr(let patterns): try alternatives(patterns, subject, &match, pattern)
    }
  }

  private func capture(
    _ name: String?, _ subject: Int, _ match: inout PatternMatch, _ range: SourceRange
  ) throws(SyntaxError) {
    guard let name else { return }
    if match.captures.contains(where: { $0.name == name }) {
      throw error("multiple assignments to name '\(name)' in pattern", at: range)
    }
    match.captures.append((name, subject, range))
  }

  private func singleton(
    _ value: ConstantValue, _ subject: Int, _ match: inout PatternMatch
  ) throws(SyntaxError) {
    if case .none = value {
      return jump(.jumpIfNotNone, a: subject, to: failure(&match))
    }
    let register = try allocate()
    load(Constant(value), into: register)
    top = register
    jump(.jumpIfIsNot, a: subject, b: register | Word.lastUse, to: failure(&match))
  }

  private func sequence(
    _ patterns: [Pattern], _ subject: Int, _ match: inout PatternMatch
  ) throws(SyntaxError) {
    let stars = patterns.indices.filter { patterns[$0].isStar }
    if stars.count > 1 {
      throw error(
        "multiple starred expressions in sequence pattern", at: patterns[stars[1]].range)
    }
    try test(.matchSequence, subject, &match)
    let star = stars.first
    let size = patterns.count - (star == nil ? 0 : 1)
    if star == nil {
      try testLength(subject, .jumpUnlessEqualImmediate, size, &match)
    } else if size > 0 {
      try testLength(subject, .jumpUnlessGreaterEqualImmediate, size, &match)
    }
    if patterns.allSatisfy(\.isWildcard) { return }
    if let star, patterns[star].isWildcard {
      return try elements(patterns, star, subject, &match)
    }
    let base = try allocate(patterns.count)
    if let star {
      let after = patterns.count - star - 1
      guard star < 256, after < 256 else {
        throw error("too many expressions in star-unpacking sequence pattern", at: position)
      }
      emit(.unpackStarred, a: subject, b: base, c: star | after << 8)
    } else {
      emit(.unpackSequence, a: subject, b: base, c: patterns.count)
    }
    match.live.append(contentsOf: base..<(base + patterns.count))
    for (index, element) in patterns.enumerated() {
      try pattern(element, base + index, &match)
    }
  }

  /// With `*_` the wanted items are fetched one by one.
  private func elements(
    _ patterns: [Pattern], _ star: Int, _ subject: Int, _ match: inout PatternMatch
  ) throws(SyntaxError) {
    for (index, element) in patterns.enumerated() where index != star && !element.isWildcard {
      let item = try allocate()
      if index < star {
        emit(.loadItemImmediate, a: item, b: subject, c: index)
      } else {
        emit(.getLength, a: item, b: subject)
        emit(.subtractImmediate, a: item, b: item | Word.lastUse, c: patterns.count - index)
        emit(.loadItem, a: item, b: subject, c: item | Word.lastUse)
      }
      match.live.append(item)
      try pattern(element, item, &match)
    }
  }

  private func test(
    _ opcode: Opcode, _ subject: Int, _ match: inout PatternMatch
  ) throws(SyntaxError) {
    let result = try allocate()
    emit(opcode, a: result, b: subject)
    top = result
    jump(.jumpIfFalse, a: result | Word.lastUse, to: failure(&match))
  }

  private func testLength(
    _ subject: Int, _ opcode: Opcode, _ size: Int, _ match: inout PatternMatch
  ) throws(SyntaxError) {
    let result = try allocate()
    emit(.getLength, a: result, b: subject)
    top = result
    jump(opcode, a: result | Word.lastUse, b: size, to: failure(&match))
  }

  private func mapping(
    _ keys: [Expression], _ patterns: [Pattern], _ rest: String?, _ subject: Int,
    _ match: inout PatternMatch, _ whole: Pattern
  ) throws(SyntaxError) {
    try checkKeys(keys)
    try test(.matchMapping, subject, &match)
    if !keys.isEmpty {
      try testLength(subject, .jumpUnlessGreaterEqualImmediate, keys.count, &match)
    }
    if keys.isEmpty && rest == nil { return }
    let first = top
    for key in keys { try evaluate(key, into: try allocate()) }
    top = first
    let keyTuple = try keep(&match)
    emit(.buildTuple, a: keyTuple, b: first, c: keys.count)
    let values = try keep(&match)
    emit(.matchKeys, a: values, b: subject, c: keyTuple)
    jump(.jumpIfNone, a: values, to: failure(&match))
    let base = try allocate(keys.count)
    emit(.unpackSequence, a: values, b: base, c: keys.count)
    match.live.append(contentsOf: base..<(base + keys.count))
    for (index, element) in patterns.enumerated() {
      try pattern(element, base + index, &match)
    }
    if let rest { try remainder(rest, keyTuple, keys.count, subject, &match, whole.range) }
  }

  private func checkKeys(_ keys: [Expression]) throws(SyntaxError) {
    var seen = Set<Constant>()
    for key in keys {
      guard let constant = constant(key) else { continue }
      guard seen.insert(constant).inserted else {
        throw error("mapping pattern checks duplicate key (\(constant.text))", at: position)
      }
    }
  }

  /// `**rest`: a copy without the matched keys.
  private func remainder(
    _ name: String, _ keyTuple: Int, _ count: Int, _ subject: Int, _ match: inout PatternMatch,
    _ range: SourceRange
  ) throws(SyntaxError) {
    let copy = try allocate()
    emit(.buildMap, a: copy, b: copy, c: 0)
    emit(.dictUpdate, a: copy, b: subject)
    let base = try allocate(count)
    emit(.unpackSequence, a: keyTuple, b: base, c: count)
    for index in 0..<count {
      emit(.deleteItem, a: copy, b: (base + index) | Word.lastUse)
    }
    top = base
    match.live.append(copy)
    try capture(name, copy, &match, range)
  }

  private func classPattern(
    _ type: Expression, _ patterns: [Pattern], _ names: [String], _ keywordPatterns: [Pattern],
    _ subject: Int, _ match: inout PatternMatch, _ whole: Pattern
  ) throws(SyntaxError) {
    for (index, name) in names.enumerated() where names[..<index].contains(name) {
      throw error("attribute name repeated in class pattern: \(name)", at: whole.range)
    }
    let inputs = try allocate(2)
    top = inputs + 1
    try evaluate(type, into: inputs)
    top = inputs + 2
    load(.tuple(names.map { .string($0) }), into: inputs + 1)
    builder.emit(.matchClass, a: inputs, b: subject, c: inputs, operand: patterns.count)
    top = inputs
    let result = try keep(&match)
    jump(.jumpIfNone, a: result, to: failure(&match))
    let all = patterns + keywordPatterns
    let base = try allocate(all.count)
    emit(.unpackSequence, a: result, b: base, c: all.count)
    match.live.append(contentsOf: base..<(base + all.count))
    for (index, element) in all.enumerated() { try pattern(element, base + index, &match) }
  }

  // MARK: Alternatives

  private func alternatives(
    _ patterns: [Pattern], _ subject: Int, _ match: inout PatternMatch, _ whole: Pattern
  ) throws(SyntaxError) {
    let names = patterns[0].boundNames
    let results = try allocate(names.count)
    let base = top
    let matched = makeLabel()
    for (index, alternative) in patterns.enumerated() {
      let isLast = index == patterns.count - 1
      if alternative.isIrrefutable && !isLast { throw unreachable(alternative) }
      guard Set(alternative.boundNames) == Set(names) else {
        throw error("alternative patterns bind different names", at: whole.range)
      }
      var inner = PatternMatch()
      try pattern(alternative, subject, &inner)
      for (offset, name) in names.enumerated() {
        guard let source = inner.captures.first(where: { $0.name == name }) else { continue }
        emit(.move, a: results + offset, b: source.register)
      }
      for register in inner.live { emit(.drop, a: register) }
      jump(to: matched)
      let next = makeLabel()
      placeFailures(inner, to: next)
      place(next)
      top = base
    }
    jump(to: failure(&match))
    place(matched)
    match.live.append(contentsOf: results..<(results + names.count))
    for (offset, name) in names.enumerated() {
      try capture(name, results + offset, &match, whole.range)
    }
  }

  // MARK: Checks

  private func checkReachability(
    _ matchCase: MatchCase, isLast: Bool
  ) throws(SyntaxError) {
    guard !isLast, matchCase.guardExpr == nil else { return }
    if let culprit = matchCase.pattern.irrefutablePart { throw unreachable(culprit) }
  }

  private func unreachable(_ pattern: Pattern) -> SyntaxError {
    if case .matchAs(_, let name?) = pattern.kind {
      return error("name capture '\(name)' makes remaining patterns unreachable", at: pattern.range)
    }
    return error("wildcard makes remaining patterns unreachable", at: pattern.range)
  }
}

extension Pattern {
  fileprivate var isStar: Bool {
    if case .matchStar = kind { true } else { false }
  }

  fileprivate var isWildcard: Bool {
    switch kind {
    case .matchAs(nil, nil), .matchStar(nil): true
    default: false
    }
  }

  fileprivate var isIrrefutable: Bool { irrefutablePart != nil }

  /// The name or wildcard that matches everything, if the pattern does.
  fileprivate var irrefutablePart: Pattern? {
    switch kind {
    case .matchAs(nil, _): self
    case .matchAs(let inner?, _): inner.irrefutablePart
    case .matchOr(let patterns): patterns.last?.irrefutablePart
    default: nil
    }
  }

  /// The names that the pattern binds, in order.
  fileprivate var boundNames: [String] {
    switch kind {
    case .matchValue, .matchSingleton: []
    case .matchSequence(let patterns): patterns.flatMap(\.boundNames)
    case .matchMapping(_, let patterns, let rest):
      patterns.flatMap(\.boundNames) + [rest].compactMap { $0 }
    case .matchClass(_, let patterns, _, let keywordPatterns):
      (patterns + keywordPatterns).flatMap(\.boundNames)
    case .matchStar(let name): [name].compactMap { $0 }
    case .matchAs(let inner, let name): (inner?.boundNames ?? []) + [name].compactMap { $0 }
    case .matchOr(let patterns): patterns[0].boundNames
    }
  }
}
