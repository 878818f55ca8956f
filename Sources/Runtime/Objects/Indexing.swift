// Subscripts of sequences, and the small steps that containers share.

import CRuntime

extension ThreadState {
  /// The index that a subscript gives, or nil where it is no integer. Too large is an IndexError.
  @inline(__always) func subscriptIndex(_ value: Value) throws(Raised) -> Int? {
    if value.isSmallInteger { return value.smallInteger }
    return try subscriptIndexSlow(value)
  }

  @inline(never) private func subscriptIndexSlow(_ value: Value) throws(Raised) -> Int? {
    if value.isBool { return value.isTrue ? 1 : 0 }
    guard value.isReference, value.type.slot(.index) != nil else { return nil }
    return try index(value, overflow: .indexError)
  }

  /// The count of a repetition.
  func repeatCount(_ value: Value) throws(Raised) -> Int {
    if value.isSmallInteger { return max(0, value.smallInteger) }
    if value.isBool { return value.isTrue ? 1 : 0 }
    guard value.isReference, value.type.slot(.index) != nil else {
      throw raise(
        .typeError, "can't multiply sequence by non-int of type '\(value.type.nameText)'")
    }
    return max(0, try index(value))
  }

  /// Equality as containers mean it: identical or equal.
  @inline(__always) func areItemsEqual(_ x: Value, _ y: Value) throws(Raised) -> Bool {
    if x.isIdentical(to: y) { return true }
    if x.isSmallInteger && y.isSmallInteger { return false }
    return try isEqual(x, y)
  }

  /// Appends an item's repr to a container's.
  func appendRepr(_ item: Value, to builder: inout StringBuilder) throws(Raised) {
    if item.isSmallInteger {
      builder.append(decimal: item.smallInteger)
      return
    }
    let text = try repr(item)
    builder.append(StringObject(text))
    release(text)
  }

  /// The result of an ordering of two sequences that differ first at a pair of items, or in length.
  func compareAtDifference(
    _ x: Value, _ y: Value, _ comparison: Comparison
  ) throws(Raised) -> Value {
    switch comparison {
    case .equal: return .false
    case .notEqual: return .true
    default: return try compare(x, y, comparison)
    }
  }
}

extension ThreadState {
  /// `type[item]`: what `__class_getitem__` of the containers returns.
  func genericAlias(_ type: Value, _ item: Value) throws(Raised) -> Value {
    try GenericAliasObject.make(self, type, item)
  }

  /// A function of the builtins module, owned: what `__reduce__` of iterators names.
  func builtin(_ name: StaticString) throws(Raised) -> Value {
    let builtins = BuiltinHooks.builtinsDictionary(self)
    let found =
      builtins.isReference
      ? DictObject(builtins).get(self, name: intern("\(name)")) : .unbound
    if found.isUnbound { throw raise(.attributeError, "\(name)") }
    return found
  }
}

/// Owned values in native memory: what a prepare step collects for a commit.
struct ValueBuffer {
  private(set) var words: UnsafeMutablePointer<UInt>
  private(set) var capacity: Int
  var count = 0

  init(_ thread: ThreadState, capacity: Int) throws(Raised) {
    self.capacity = max(capacity, 4)
    words = try thread.allocateStore(bytes: self.capacity * 8).assumingMemoryBound(to: UInt.self)
  }

  @inline(__always) subscript(index: Int) -> Value { Value(bits: words[index]) }

  /// Takes over an owned value; releases it if there is no memory.
  @inline(__always) mutating func append(_ thread: ThreadState, _ owned: Value) throws(Raised) {
    if count == capacity {
      do throws(Raised) { try grow(thread, to: capacity * 2) } catch {
        thread.release(owned)
        throw error
      }
    }
    words[count] = owned.bits
    count += 1
  }

  /// Makes room, keeping what is there.
  mutating func grow(_ thread: ThreadState, to wanted: Int) throws(Raised) {
    if wanted <= capacity { return }
    let fresh = try thread.allocateStore(bytes: wanted * 8).assumingMemoryBound(to: UInt.self)
    fresh.update(from: words, count: count)
    thread.freeStore(words, bytes: capacity * 8)
    words = fresh
    capacity = wanted
  }

  /// Releases what is left in it, and the memory.
  mutating func discard(_ thread: ThreadState) {
    let left = count
    count = 0
    for index in 0..<left { thread.release(Value(bits: words[index])) }
    thread.freeStore(words, bytes: capacity * 8)
  }
}
