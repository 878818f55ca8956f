// set and frozenset: the special methods.

import CRuntime

extension SetObject {
  package static let definition = TypeDefinition(
    name: "set", size: MemoryLayout<SetBody>.size,
    flags: TypeFlags.isBaseType | TypeFlags.isContainer,
    doc: "Build an unordered collection of unique elements.",
    slots: [
      .repr(repr), .length(length), .iterate(iterate), .contains(containsItem), .compare(compare),
      .binary(.or, or), .binary(.and, and), .binary(.subtract, subtract), .binary(.xor, xor),
      .binary(.orInPlace, orInPlace), .binary(.andInPlace, andInPlace),
      .binary(.subtractInPlace, subtractInPlace), .binary(.xorInPlace, xorInPlace),
      .new(new), .initialize(initialize),
    ],
    methods: sharedMethods + setMethods, visit: visit, dispose: dispose)

  package static let frozenDefinition = TypeDefinition(
    name: "frozenset", size: MemoryLayout<SetBody>.size,
    flags: TypeFlags.isBaseType | TypeFlags.isContainer,
    doc: "Build an immutable unordered collection of unique elements.",
    slots: [
      .repr(repr), .hash(hash), .length(length), .iterate(iterate), .contains(containsItem),
      .compare(compare), .binary(.or, or), .binary(.and, and), .binary(.subtract, subtract),
      .binary(.xor, xor), .new(newFrozen),
    ],
    methods: sharedMethods, visit: visit, dispose: dispose)

  static func new(thread: ThreadState, type: Value, arguments: Arguments) throws(Raised) -> Value {
    try make(thread, TypeObject(type)).value
  }

  static func newFrozen(thread: ThreadState, type: Value, arguments: Arguments) throws(Raised)
    -> Value
  {
    let type = TypeObject(type)
    if !type.isExactly(.frozenset) && arguments.keywordCount > 0 {
      return try makeFrozen(thread, type, arguments.count > 0 ? arguments[0] : .unbound)
    }
    let bound = try BoundArguments(thread, arguments, "frozenset(iterable=(), /)")
    let iterable = bound[0]
    if type.isExactly(.frozenset) && iterable.isExactly(.frozenset) {
      return thread.retain(iterable)
    }
    return try makeFrozen(thread, type, iterable)
  }

  static func makeFrozen(_ thread: ThreadState, _ type: TypeObject, _ iterable: Value)
    throws(Raised) -> Value
  {
    let result = try make(thread, type)
    if iterable.isUnbound { return result.value }
    do throws(Raised) { try result.fill(thread, from: iterable) } catch {
      thread.release(result.value)
      throw error
    }
    return result.value
  }

  /// Gives a set that only this thread sees the items of an iterable.
  func fill(_ thread: ThreadState, from iterable: Value) throws(Raised) {
    if iterable.isAnySet {
      try fillFresh(thread, copying: SetObject(iterable))
    } else {
      try update(thread, from: iterable)
    }
  }

  private func fillFresh(_ thread: ThreadState, copying other: SetObject) throws(Raised) {
    let copy = try other.copied(thread, as: TypeObject(.set))
    let emptied = table
    setTable(copy.table)
    setCount(copy.count)
    copy.setTable(emptied)
    copy.setCount(0)
    thread.release(copy.value)
  }

  static func initialize(thread: ThreadState, set: Value, arguments: Arguments) throws(Raised) {
    let bound = try BoundArguments(thread, arguments, "set(iterable=(), /)")
    let set = SetObject(set)
    if set.table.fill > 0 { try set.clear(thread) }
    if !bound[0].isUnbound { try set.update(thread, from: bound[0]) }
  }

  static func length(thread: ThreadState, set: Value) throws(Raised) -> Int { SetObject(set).count }

  static func iterate(thread: ThreadState, set: Value) throws(Raised) -> Value {
    try SetIterator.make(thread, set)
  }

  static func repr(thread: ThreadState, set value: Value) throws(Raised) -> Value {
    let name = value.type.nameText
    if !thread.enterRepr(value) { return try thread.string("\(name)(...)") }
    defer { thread.leaveRepr(value) }
    var buffer = try SetObject(value).snapshot(thread)
    defer { buffer.discard(thread) }
    if buffer.count == 0 { return try thread.string("\(name)()") }
    var builder = StringBuilder()
    defer { builder.discard() }
    let isPlain = value.isExactly(.set)
    if !isPlain {
      builder.append(text: name)
      builder.append("(" as StaticString)
    }
    builder.append("{" as StaticString)
    for index in 0..<buffer.count {
      if index > 0 { builder.append(", ") }
      try thread.appendRepr(buffer[index], to: &builder)
    }
    builder.append((isPlain ? "}" : "})") as StaticString)
    return try builder.finish(thread)
  }

  /// Order-independent: mixes each hash, combines by exclusive or, then mixes with the count.
  static func hash(thread: ThreadState, set value: Value) throws(Raised) -> Int {
    let set = SetObject(value)
    let cached = Int(bitPattern: racer_load_relaxed_word(set.fingerAddress))
    if cached != -1 { return cached }
    let table = set.table
    var state: UInt = 0
    for slot in 0...table.mask where SetTable.isKey(table.keyBits(slot)) {
      let hash = UInt(bitPattern: table.hash(slot))
      state ^= ((hash ^ 89_869_747) ^ (hash &<< 16)) &* 3_644_798_167
    }
    state ^= (UInt(set.count) &+ 1) &* 1_927_868_237
    state ^= (state &>> 11) ^ (state &>> 25)
    state = state &* 69_069 &+ 907_133_923
    if state == UInt.max { state = 590_923_713 }
    // Every thread computes the same number: a relaxed store is enough (pitfall 22).
    racer_store_relaxed_word(set.fingerAddress, state)
    return Int(bitPattern: state)
  }

  /// A key to search for: a set stands for the frozenset with its items.
  static func withSearchable<T>(
    _ thread: ThreadState, _ key: Value, _ body: (Value) throws(Raised) -> T
  ) throws(Raised) -> T {
    do throws(Raised) { return try body(key) } catch {
      guard key.isAnySet, !SetObject(key).isFrozen, thread.exceptionMatches(.typeError) else {
        throw error
      }
      thread.clearException()
    }
    let frozen = try SetObject(key).copied(thread, as: TypeObject(.frozenset))
    defer { thread.release(frozen.value) }
    return try body(frozen.value)
  }

  static func containsItem(thread: ThreadState, set: Value, key: Value) throws(Raised) -> Bool {
    let set = SetObject(set)
    return try withSearchable(thread, key) { (key) throws(Raised) in
      try set.contains(thread, key)
    }
  }

  static func compare(
    thread: ThreadState, left: Value, right: Value, comparison: Comparison
  ) throws(Raised) -> Value {
    guard left.isAnySet, right.isAnySet else { return .notImplemented }
    let x = SetObject(left)
    let y = SetObject(right)
    if (comparison == .equal || comparison == .notEqual) && differByHash(x, y) {
      return Value(comparison == .notEqual)
    }
    let answer = try holds(thread, x, y) { (thread, x, y) throws(Raised) in
      switch comparison {
      case .equal, .notEqual:
        return x.count == y.count ? try x.isSubset(thread, of: y) : false
      case .less, .lessEqual:
        return comparison.holds(x.count, y.count) ? try x.isSubset(thread, of: y) : false
      case .greater, .greaterEqual:
        return comparison.holds(x.count, y.count) ? try y.isSubset(thread, of: x) : false
      }
    }
    return Value(comparison == .notEqual ? !answer : answer)
  }

  /// Two frozensets with different cached hashes differ.
  private static func differByHash(_ x: SetObject, _ y: SetObject) -> Bool {
    guard x.isFrozen, y.isFrozen else { return false }
    let a = racer_load_relaxed_word(x.fingerAddress)
    let b = racer_load_relaxed_word(y.fingerAddress)
    return a != UInt.max && b != UInt.max && a != b
  }

  // MARK: Operators

  /// The type of an operator's result: set or frozenset, as the left operand.
  static func resultType(_ left: Value) -> TypeObject {
    TypeObject(SetObject(left).isFrozen ? .frozenset : .set)
  }

  static func or(thread: ThreadState, left: Value, right: Value) throws(Raised) -> Value {
    guard left.isAnySet, right.isAnySet else { return .notImplemented }
    return try result(thread, SetObject(left), SetObject(right), as: resultType(left)) {
      (thread, x, y, type) throws(Raised) in try x.union(thread, y, as: type)
    }
  }
  static func and(thread: ThreadState, left: Value, right: Value) throws(Raised) -> Value {
    guard left.isAnySet, right.isAnySet else { return .notImplemented }
    return try result(thread, SetObject(left), SetObject(right), as: resultType(left)) {
      (thread, x, y, type) throws(Raised) in try x.intersection(thread, y, as: type)
    }
  }
  static func subtract(thread: ThreadState, left: Value, right: Value) throws(Raised) -> Value {
    guard left.isAnySet, right.isAnySet else { return .notImplemented }
    return try result(thread, SetObject(left), SetObject(right), as: resultType(left)) {
      (thread, x, y, type) throws(Raised) in try x.difference(thread, y, as: type)
    }
  }
  static func xor(thread: ThreadState, left: Value, right: Value) throws(Raised) -> Value {
    guard left.isAnySet, right.isAnySet else { return .notImplemented }
    return try result(thread, SetObject(left), SetObject(right), as: resultType(left)) {
      (thread, x, y, type) throws(Raised) in try x.symmetricDifference(thread, y, as: type)
    }
  }

  private static func inPlace(
    _ thread: ThreadState, _ left: Value, _ right: Value, _ step: Step
  ) throws(Raised) -> Value {
    guard right.isAnySet else { return .notImplemented }
    try SetObject(left).commit(thread, with: SetObject(right), step)
    return thread.retain(left)
  }
  static func orInPlace(thread: ThreadState, left: Value, right: Value) throws(Raised) -> Value {
    guard right.isAnySet else { return .notImplemented }
    try SetObject(left).merging(thread, with: SetObject(right))
    return thread.retain(left)
  }
  static func andInPlace(thread: ThreadState, left: Value, right: Value) throws(Raised) -> Value {
    try inPlace(thread, left, right, intersecting)
  }
  static func subtractInPlace(thread: ThreadState, left: Value, right: Value) throws(Raised)
    -> Value
  {
    guard right.isAnySet else { return .notImplemented }
    try SetObject(left).subtracting(thread, with: SetObject(right))
    return thread.retain(left)
  }
  static func xorInPlace(thread: ThreadState, left: Value, right: Value) throws(Raised) -> Value {
    try inPlace(thread, left, right, toggling)
  }
}
