// _collections: what the package collections has natively.

import Runtime

package enum CollectionsModule {
  package static let definition = ModuleDefinition(
    name: "_collections", doc: "High performance data structures.",
    functions: [
      Method(
        "_count_elements(mapping, iterable, /)", CollectionsModule.countElements,
        "Count elements in the iterable, updating the mapping."),
      Method(
        "_mark_pattern_kind(class, kind, /)", CollectionsModule.markPatternKind,
        "Makes match statements take instances for sequences, or for mappings."),
      Method(
        "_copy_pattern_kind(source, target, /)", CollectionsModule.copyPatternKind,
        "Makes match statements take instances of target as those of source."),
    ],
    constants: { (thread, module) throws(Raised) in
      DequeObject.type = try module.add(DequeObject.definition)
      DequeIterator.type = try module.add(DequeIterator.definition)
      DequeIterator.reversedType = try module.add(DequeIterator.reversedDefinition)
      DefaultDictObject.type = try module.add(DefaultDictObject.definition)
      TupleGetterObject.type = try module.add(TupleGetterObject.definition)
    })

  private static let patternFlags = TypeFlags.isSequence | TypeFlags.isMapping

  static func markPatternKind(thread: ThreadState, type: Value, kind: Value) throws(Raised)
    -> Value
  {
    let isMapping = StringObject(kind).text == "mapping"
    TypeObject(type).setFlags(
      thread, isMapping ? TypeFlags.isMapping : TypeFlags.isSequence, to: true)
    return .none
  }

  /// `str`, `bytes` and `bytearray` are registered sequences that patterns don't take for such.
  static func copyPatternKind(thread: ThreadState, source: Value, target: Value) throws(Raised)
    -> Value
  {
    let type = TypeObject(target)
    if type.has(TypeFlags.isHeapType) {
      type.setFlags(thread, TypeObject(source).body.pointee.flags & patternFlags, to: true)
    }
    return .none
  }

  /// For Counter: adds one to each item's count.
  static func countElements(thread: ThreadState, mapping: Value, iterable: Value) throws(Raised)
    -> Value
  {
    var isPlain = mapping.isInstance(TypeFlags.dictionarySubclass)
    if isPlain { isPlain = try hasMethodOfDict(thread, mapping, "get") }
    if isPlain { isPlain = try hasMethodOfDict(thread, mapping, "__setitem__") }
    let getter = isPlain ? Value.unbound : try thread.getAttribute(mapping, "get")
    defer { thread.release(getter) }
    try thread.forEach(iterable) { (item) throws(Raised) in
      if isPlain {
        // Nothing is lost when threads count in one mapping: who comes second looks again.
        while try !addOne(thread, DictObject(mapping), item) {}
        return true
      }
      let old = try thread.call(getter, item, Value(small: 0))
      defer { thread.release(old) }
      let sum = try thread.add(old, Value(small: 1))
      defer { thread.release(sum) }
      try thread.setItem(mapping, item, sum)
      return true
    }
    return .none
  }

  private static func hasMethodOfDict(
    _ thread: ThreadState, _ mapping: Value, _ name: StaticString
  ) throws(Raised) -> Bool {
    let name = try thread.internLiteral(name)
    let own = try thread.getAttribute(mapping.type.value, name)
    defer { thread.release(own) }
    let plain = try thread.getAttribute(TypeObject(.dict).value, name)
    defer { thread.release(plain) }
    return own.isIdentical(to: plain)
  }

  /// False if another thread has changed the count meanwhile.
  private static func addOne(_ thread: ThreadState, _ counts: DictObject, _ item: Value)
    throws(Raised) -> Bool
  {
    let old = try counts.get(thread, item)
    defer { thread.release(old) }
    let sum = try thread.add(old.isUnbound ? Value(small: 0) : old, Value(small: 1))
    defer { thread.release(sum) }
    return try counts.replace(thread, item, expecting: old, with: sum)
  }
}
