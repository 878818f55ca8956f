// set and frozenset: the methods that scripts call by name.

import CRuntime

extension SetObject {
  static let sharedMethods = [
    Method("copy()", copy, "Return a shallow copy of a set."),
    Method(
      "difference(*others)", difference,
      "Return a new set with elements in the set that are not in the others."),
    Method(
      "intersection(*others)", intersection,
      "Return a new set with elements common to the set and all others."),
    Method("isdisjoint(other, /)", isDisjoint, "Return True if two sets have a null intersection."),
    Method("issubset(other, /)", isSubset, "Report whether another set contains this set."),
    Method("issuperset(other, /)", isSuperset, "Report whether this set contains another set."),
    Method(
      "symmetric_difference(other, /)", symmetricDifference,
      "Return a new set with elements in either the set or other but not both."),
    Method(
      "union(*others)", union, "Return a new set with elements from the set and all others."),
    Method("__reduce__()", reduce, "Return state information for pickling."),
    Method("__sizeof__()", sizeOf, "S.__sizeof__() -> size of S in memory, in bytes."),
    Method("__class_getitem__(object, /)", classGetItem, "See PEP 585", kind: .classMethod),
  ]

  static let setMethods = [
    Method(
      "add(object, /)", add,
      "Add an element to a set.\n\nThis has no effect if the element is already present."),
    Method("clear()", clear, "Remove all elements from this set."),
    Method(
      "discard(object, /)", discard,
      "Remove an element from a set if it is a member, and do nothing otherwise."),
    Method("difference_update(*others)", differenceUpdate, "Update the set, removing elements."),
    Method(
      "intersection_update(*others)", intersectionUpdate,
      "Update the set, keeping only elements found in it and all others."),
    Method(
      "pop()", pop,
      "Remove and return an arbitrary set element.\n\nRaises KeyError if the set is empty."),
    Method(
      "remove(object, /)", remove,
      "Remove an element from a set; it must be a member, else KeyError is raised."),
    Method(
      "symmetric_difference_update(other, /)", symmetricDifferenceUpdate,
      "Update the set, keeping only elements found in either set, but not in both."),
    Method("update(*others)", update, "Update the set, adding elements from all others."),
  ]

  static func classGetItem(thread: ThreadState, type: Value, item: Value) throws(Raised) -> Value {
    try thread.genericAlias(type, item)
  }

  static func copy(thread: ThreadState, set value: Value) throws(Raised) -> Value {
    if value.isExactly(.frozenset) { return thread.retain(value) }
    return try SetObject(value).copied(thread, as: copyType(value)).value
  }

  private static func copyType(_ value: Value) -> TypeObject { resultType(value) }

  static func add(thread: ThreadState, set: Value, key: Value) throws(Raised) -> Value {
    try SetObject(set).add(thread, key)
    return .none
  }

  static func clear(thread: ThreadState, set: Value) throws(Raised) -> Value {
    try SetObject(set).clear(thread)
    return .none
  }

  static func discard(thread: ThreadState, set: Value, key: Value) throws(Raised) -> Value {
    let set = SetObject(set)
    _ = try withSearchable(thread, key) { (key) throws(Raised) in
      try set.discard(thread, key, hash: thread.keyHash(key))
    }
    return .none
  }

  static func remove(thread: ThreadState, set: Value, key: Value) throws(Raised) -> Value {
    let set = SetObject(set)
    let isFound = try withSearchable(thread, key) { (key) throws(Raised) in
      try set.discard(thread, key, hash: thread.keyHash(key))
    }
    if !isFound { throw thread.raise(.keyError, value: key) }
    return .none
  }

  static func pop(thread: ThreadState, set: Value) throws(Raised) -> Value {
    let key = SetObject(set).popAny(thread)
    if key.isUnbound { throw thread.raise(.keyError, "pop from an empty set") }
    return key
  }

  private static func rejectKeywords(
    _ thread: ThreadState, _ arguments: Arguments, _ name: String
  ) throws(Raised) {
    if arguments.keywordCount > 0 {
      throw thread.raise(.typeError, "\(name)() takes no keyword arguments")
    }
  }

  /// The operand as a set (owned): itself if it is one, else a new set of its items.
  private static func operand(_ thread: ThreadState, _ value: Value) throws(Raised) -> SetObject {
    if value.isAnySet {
      thread.retain(value)
      return SetObject(value)
    }
    let set = try make(thread)
    do throws(Raised) { try set.update(thread, from: value) } catch {
      thread.release(set.value)
      throw error
    }
    return set
  }

  /// Folds the operands into a result that starts as a copy of the set.
  private static func folded(
    _ thread: ThreadState, _ value: Value, _ arguments: Arguments,
    _ compute: (ThreadState, SetObject, SetObject, TypeObject) throws(Raised) -> SetObject
  ) throws(Raised) -> Value {
    let type = resultType(value)
    if arguments.count == 0 {
      return value.isExactly(.frozenset)
        ? thread.retain(value) : try SetObject(value).copied(thread, as: type).value
    }
    var result = thread.retain(value)
    for index in 0..<arguments.count {
      let next: Value
      do throws(Raised) {
        let other = try operand(thread, arguments[index])
        defer { thread.release(other.value) }
        next = try SetObject.result(thread, SetObject(result), other, as: type, compute)
      } catch {
        thread.release(result)
        throw error
      }
      thread.release(result)
      result = next
    }
    return result
  }

  static func union(thread: ThreadState, set: Value, arguments: Arguments) throws(Raised) -> Value {
    try rejectKeywords(thread, arguments, "\(set.type.nameText).union")
    let result = try SetObject(set).copied(thread, as: resultType(set))
    do throws(Raised) {
      for index in 0..<arguments.count { try result.update(thread, from: arguments[index]) }
    } catch {
      thread.release(result.value)
      throw error
    }
    return result.value
  }

  static func intersection(thread: ThreadState, set: Value, arguments: Arguments) throws(Raised)
    -> Value
  {
    try rejectKeywords(thread, arguments, "\(set.type.nameText).intersection")
    if arguments.count == 1 && !arguments[0].isAnySet {
      return try SetObject(set).intersection(thread, iterating: arguments[0], as: resultType(set))
    }
    return try folded(thread, set, arguments) { (thread, x, y, type) throws(Raised) in
      try x.intersection(thread, y, as: type)
    }
  }

  /// The items of an iterable that are in the set, in the iterable's order.
  private func intersection(_ thread: ThreadState, iterating iterable: Value, as type: TypeObject)
    throws(Raised) -> Value
  {
    let result = try SetObject.make(thread, type)
    do throws(Raised) {
      let iterator = try thread.iterator(iterable)
      defer { thread.release(iterator) }
      while true {
        let item = try thread.next(iterator)
        if item.isUnbound { return result.value }
        defer { thread.release(item) }
        let hash = try thread.keyHash(item)
        if try contains(thread, item, hash: hash) { try result.add(thread, item, hash: hash) }
      }
    } catch {
      thread.release(result.value)
      throw error
    }
  }

  static func difference(thread: ThreadState, set: Value, arguments: Arguments) throws(Raised)
    -> Value
  {
    try rejectKeywords(thread, arguments, "\(set.type.nameText).difference")
    return try folded(thread, set, arguments) { (thread, x, y, type) throws(Raised) in
      try x.difference(thread, y, as: type)
    }
  }

  static func symmetricDifference(thread: ThreadState, set: Value, other: Value) throws(Raised)
    -> Value
  {
    let operand = try operand(thread, other)
    defer { thread.release(operand.value) }
    return try result(thread, SetObject(set), operand, as: resultType(set)) {
      (thread, x, y, type) throws(Raised) in try x.symmetricDifference(thread, y, as: type)
    }
  }

  // MARK: In place

  static func update(thread: ThreadState, set: Value, arguments: Arguments) throws(Raised) -> Value
  {
    try rejectKeywords(thread, arguments, "set.update")
    for index in 0..<arguments.count {
      try SetObject(set).update(thread, from: arguments[index])
    }
    return .none
  }

  private static func updated(
    _ thread: ThreadState, _ set: Value, _ other: Value, _ step: Step
  ) throws(Raised) {
    let operand = try operand(thread, other)
    defer { thread.release(operand.value) }
    try SetObject(set).commit(thread, with: operand, step)
  }

  static func differenceUpdate(thread: ThreadState, set: Value, arguments: Arguments)
    throws(Raised) -> Value
  {
    try rejectKeywords(thread, arguments, "set.difference_update")
    for index in 0..<arguments.count {
      let operand = try operand(thread, arguments[index])
      defer { thread.release(operand.value) }
      try SetObject(set).subtracting(thread, with: operand)
    }
    return .none
  }

  static func intersectionUpdate(thread: ThreadState, set: Value, arguments: Arguments)
    throws(Raised) -> Value
  {
    try rejectKeywords(thread, arguments, "set.intersection_update")
    for index in 0..<arguments.count { try updated(thread, set, arguments[index], intersecting) }
    return .none
  }

  static func symmetricDifferenceUpdate(thread: ThreadState, set: Value, other: Value)
    throws(Raised) -> Value
  {
    try updated(thread, set, other, toggling)
    return .none
  }

  // MARK: Predicates

  static func isDisjoint(thread: ThreadState, set: Value, other: Value) throws(Raised) -> Value {
    let operand = try operand(thread, other)
    defer { thread.release(operand.value) }
    return Value(
      try holds(thread, SetObject(set), operand) { (thread, x, y) throws(Raised) in
        try x.isDisjoint(thread, with: y)
      })
  }

  static func isSubset(thread: ThreadState, set: Value, other: Value) throws(Raised) -> Value {
    let operand = try operand(thread, other)
    defer { thread.release(operand.value) }
    return Value(
      try holds(thread, SetObject(set), operand) { (thread, x, y) throws(Raised) in
        try x.isSubset(thread, of: y)
      })
  }

  static func isSuperset(thread: ThreadState, set: Value, other: Value) throws(Raised) -> Value {
    let operand = try operand(thread, other)
    defer { thread.release(operand.value) }
    return Value(
      try holds(thread, operand, SetObject(set)) { (thread, x, y) throws(Raised) in
        try x.isSubset(thread, of: y)
      })
  }

  static func reduce(thread: ThreadState, set value: Value) throws(Raised) -> Value {
    let keys = try thread.list(from: value)
    defer { thread.release(keys) }
    let arguments = try thread.tuple(keys)
    defer { thread.release(arguments) }
    let found = try thread.getOptionalAttribute(value, .name(.__dict__))
    let state = found.isUnbound ? .none : found
    defer { thread.release(state) }
    return try thread.tuple(value.type.value, arguments, state)
  }

  static func sizeOf(thread: ThreadState, set: Value) throws(Raised) -> Value {
    let set = SetObject(set)
    return Value(small: Int(set.reference.type.body.pointee.basicSize) + set.table.bytes)
  }
}
