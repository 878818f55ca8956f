// dict_keys, dict_values, dict_items: a reference to the dict that never changes. Keys and items
// are sets to operators, which work on a snapshot.

import CRuntime

struct DictViewBody {
  var header: Header
  var dict: Value
}

struct DictView {
  let body: UnsafeMutablePointer<DictViewBody>
  @inline(__always) init(_ value: Value) { body = value.reference.body(DictViewBody.self) }
  @inline(__always) var dict: DictObject { DictObject(body.pointee.dict) }

  static func make(_ thread: ThreadState, _ type: WellKnownType, _ dict: Value) throws(Raised)
    -> Value
  {
    let body = try thread.allocate(TypeObject(type), DictViewBody.self)
    body.pointee.dict = thread.retain(dict)
    return Value(Reference(UnsafeMutableRawPointer(body)))
  }

  static func visit(_ reference: Reference, _ visitor: inout ReferenceVisitor) {
    visitor.counted(&reference.body(DictViewBody.self).pointee.dict)
  }
}

extension DictView {
  private static let setSlots: [SlotFunction] = [
    .compare(compare), .binary(.and, and), .binary(.or, or), .binary(.subtract, subtract),
    .binary(.xor, xor),
  ]
  private static let setMethods = [
    Method(
      "isdisjoint(other, /)", isDisjoint,
      "Return True if the view and the given iterable have a null intersection.")
  ]
  private static let commonGetters = [
    Getter("mapping", mapping, "dictionary that this view refers to")
  ]

  package static let keysDefinition = TypeDefinition(
    name: "dict_keys", size: MemoryLayout<DictViewBody>.size,
    flags: TypeFlags.isContainer | TypeFlags.disallowsInstantiation,
    slots: [.repr(repr), .length(length), .iterate(iterateKeys), .contains(containsKey)] + setSlots,
    methods: setMethods + [
      Method("__reversed__()", reversedKeys, "Return a reverse iterator over the dict keys.")
    ], getters: commonGetters, visit: visit)

  package static let itemsDefinition = TypeDefinition(
    name: "dict_items", size: MemoryLayout<DictViewBody>.size,
    flags: TypeFlags.isContainer | TypeFlags.disallowsInstantiation,
    slots: [.repr(repr), .length(length), .iterate(iterateItems), .contains(containsItem)]
      + setSlots,
    methods: setMethods + [
      Method("__reversed__()", reversedItems, "Return a reverse iterator over the dict items.")
    ], getters: commonGetters, visit: visit)

  package static let valuesDefinition = TypeDefinition(
    name: "dict_values", size: MemoryLayout<DictViewBody>.size,
    flags: TypeFlags.isContainer | TypeFlags.disallowsInstantiation,
    slots: [.repr(repr), .length(length), .iterate(iterateValues)],
    methods: [
      Method("__reversed__()", reversedValues, "Return a reverse iterator over the dict values.")
    ], getters: commonGetters, visit: visit)

  static func mapping(thread: ThreadState, view: Value) throws(Raised) -> Value {
    try thread.mappingProxy(DictView(view).body.pointee.dict)
  }

  static func length(thread: ThreadState, view: Value) throws(Raised) -> Int {
    DictView(view).dict.count
  }

  static func iterateKeys(thread: ThreadState, view: Value) throws(Raised) -> Value {
    try DictIterator.make(thread, .dictKeyIterator, DictView(view).dict)
  }
  static func iterateValues(thread: ThreadState, view: Value) throws(Raised) -> Value {
    try DictIterator.make(thread, .dictValueIterator, DictView(view).dict)
  }
  static func iterateItems(thread: ThreadState, view: Value) throws(Raised) -> Value {
    try DictIterator.make(thread, .dictItemIterator, DictView(view).dict)
  }
  static func reversedKeys(thread: ThreadState, view: Value) throws(Raised) -> Value {
    try DictIterator.make(thread, .dictReverseKeyIterator, DictView(view).dict)
  }
  static func reversedValues(thread: ThreadState, view: Value) throws(Raised) -> Value {
    try DictIterator.make(thread, .dictReverseValueIterator, DictView(view).dict)
  }
  static func reversedItems(thread: ThreadState, view: Value) throws(Raised) -> Value {
    try DictIterator.make(thread, .dictReverseItemIterator, DictView(view).dict)
  }

  static func repr(thread: ThreadState, view: Value) throws(Raised) -> Value {
    let name = view.type.nameText
    if !thread.enterRepr(view) { return try thread.string("...") }
    defer { thread.leaveRepr(view) }
    let items = try thread.list(from: view)
    defer { thread.release(items) }
    let text = try thread.repr(items)
    defer { thread.release(text) }
    var builder = StringBuilder()
    defer { builder.discard() }
    builder.append(text: name)
    builder.append("(" as StaticString)
    builder.append(StringObject(text))
    builder.append(")" as StaticString)
    return try builder.finish(thread)
  }

  static func containsKey(thread: ThreadState, view: Value, key: Value) throws(Raised) -> Bool {
    try DictView(view).dict.contains(thread, key)
  }

  static func containsItem(thread: ThreadState, view: Value, item: Value) throws(Raised) -> Bool {
    guard item.isInstance(TypeFlags.tupleSubclass), TupleObject(item).count == 2 else {
      return false
    }
    let found = try DictView(view).dict.get(thread, TupleObject(item)[0])
    if found.isUnbound { return false }
    defer { thread.release(found) }
    return try thread.areItemsEqual(found, TupleObject(item)[1])
  }

  // MARK: As sets

  private static func isSetView(_ value: Value) -> Bool {
    value.isExactly(.dictKeys) || value.isExactly(.dictItems)
  }

  static func compare(
    thread: ThreadState, left: Value, right: Value, comparison: Comparison
  ) throws(Raised) -> Value {
    guard isSetView(left), right.isAnySet || isSetView(right) else { return .notImplemented }
    let x = try thread.length(left)
    let y = try thread.length(right)
    let answer: Bool
    switch comparison {
    case .equal, .notEqual:
      answer = x == y ? try contains(thread, all: left, in: right) : false
    case .less, .lessEqual:
      answer = comparison.holds(x, y) ? try contains(thread, all: left, in: right) : false
    case .greater, .greaterEqual:
      answer = comparison.holds(x, y) ? try contains(thread, all: right, in: left) : false
    }
    return Value(comparison == .notEqual ? !answer : answer)
  }

  private static func contains(_ thread: ThreadState, all items: Value, in container: Value)
    throws(Raised) -> Bool
  {
    let iterator = try thread.iterator(items)
    defer { thread.release(iterator) }
    while true {
      let item = try thread.next(iterator)
      if item.isUnbound { return true }
      defer { thread.release(item) }
      if try !thread.contains(container, item) { return false }
    }
  }

  /// A set of the left operand's items, changed by the right operand's; owned.
  private static func combined(
    _ thread: ThreadState, _ left: Value, _ right: Value, _ step: SetObject.Step
  ) throws(Raised) -> Value {
    guard isSetView(left) || isSetView(right) else { return .notImplemented }
    guard thread.isIterable(right.type) else {
      throw thread.raise(.typeError, "'\(right.type.nameText)' object is not iterable")
    }
    let result = try SetObject.make(thread)
    let other = try SetObject.make(thread)
    defer { thread.release(other.value) }
    do throws(Raised) {
      try result.update(thread, from: left)
      try other.update(thread, from: right)
      try step(thread, result, other)
    } catch {
      thread.release(result.value)
      throw error
    }
    return result.value
  }

  static func and(thread: ThreadState, left: Value, right: Value) throws(Raised) -> Value {
    try combined(thread, left, right, SetObject.intersecting)
  }
  static func or(thread: ThreadState, left: Value, right: Value) throws(Raised) -> Value {
    try combined(thread, left, right, SetObject.merging)
  }
  static func subtract(thread: ThreadState, left: Value, right: Value) throws(Raised) -> Value {
    try combined(thread, left, right, SetObject.subtracting)
  }
  static func xor(thread: ThreadState, left: Value, right: Value) throws(Raised) -> Value {
    try combined(thread, left, right, SetObject.toggling)
  }

  static func isDisjoint(thread: ThreadState, view: Value, other: Value) throws(Raised) -> Value {
    let iterator = try thread.iterator(other)
    defer { thread.release(iterator) }
    while true {
      let item = try thread.next(iterator)
      if item.isUnbound { return .true }
      defer { thread.release(item) }
      if try thread.contains(view, item) { return .false }
    }
  }
}
