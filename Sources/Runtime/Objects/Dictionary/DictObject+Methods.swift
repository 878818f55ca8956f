// dict: the methods that scripts call by name.

import CRuntime

extension DictObject {
  static let methods = [
    Method("clear()", clear, "Remove all items from the dict."),
    Method("copy()", copy, "Return a shallow copy of the dict."),
    Method(
      "fromkeys(iterable, value=None, /)", fromKeys,
      "Create a new dictionary with keys from iterable and values set to value.",
      kind: .classMethod),
    Method(
      "get(key, default=None, /)", get,
      "Return the value for key if key is in the dictionary, else default."),
    Method("items()", items, "Return a set-like object providing a view on the dict's items."),
    Method("keys()", keys, "Return a set-like object providing a view on the dict's keys."),
    Method(
      "pop(key, default=<unrepresentable>, /)", pop,
      """
      D.pop(k[,d]) -> v, remove specified key and return the corresponding value.

      If the key is not found, return the default if given; otherwise,
      raise a KeyError.
      """),
    Method(
      "popitem()", popItem,
      """
      Remove and return a (key, value) pair as a 2-tuple.

      Pairs are returned in LIFO (last-in, first-out) order.
      Raises KeyError if the dict is empty.
      """),
    Method(
      "setdefault(key, default=None, /)", setDefault,
      """
      Insert key with a value of default if key is not in the dictionary.

      Return the value for key if key is in the dictionary, else default.
      """),
    Method(
      "update(*args, **kwargs)", update,
      "Update the dict from a mapping or an iterable of pairs, then from keyword arguments."),
    Method("values()", values, "Return an object providing a view on the dict's values."),
    Method("__reversed__()", reversed, "Return a reverse iterator over the dict keys."),
    Method("__sizeof__()", sizeOf, "Return the size of the dict in memory."),
    Method("__class_getitem__(object, /)", classGetItem, "See PEP 585", kind: .classMethod),
  ]

  static func classGetItem(thread: ThreadState, type: Value, item: Value) throws(Raised) -> Value {
    try thread.genericAlias(type, item)
  }

  static func clear(thread: ThreadState, dict: Value) throws(Raised) -> Value {
    DictObject(dict).clear(thread)
    return .none
  }

  static func copy(thread: ThreadState, dict: Value) throws(Raised) -> Value {
    try DictObject(dict).copied(thread).value
  }

  static func fromKeys(thread: ThreadState, type: Value, iterable: Value, value: Value)
    throws(Raised) -> Value
  {
    let result =
      TypeObject(type).isExactly(.dict) ? try make(thread).value : try thread.call(type)
    do throws(Raised) { try fill(thread, result, iterable, value) } catch {
      thread.release(result)
      throw error
    }
    return result
  }

  private static func fill(
    _ thread: ThreadState, _ result: Value, _ iterable: Value, _ value: Value
  ) throws(Raised) {
    let iterator = try thread.iterator(iterable)
    defer { thread.release(iterator) }
    let isExact = result.isExactly(.dict)
    while true {
      let key = try thread.next(iterator)
      if key.isUnbound { return }
      defer { thread.release(key) }
      if isExact {
        try DictObject(result).set(thread, key, value)
      } else {
        try thread.setItem(result, key, value)
      }
    }
  }

  static func get(thread: ThreadState, dict: Value, key: Value, fallback: Value) throws(Raised)
    -> Value
  {
    let found = try DictObject(dict).get(thread, key)
    return found.isUnbound ? thread.retain(fallback) : found
  }

  static func pop(thread: ThreadState, dict: Value, key: Value, fallback: Value) throws(Raised)
    -> Value
  {
    let removed = try DictObject(dict).pop(thread, key, hash: thread.keyHash(key))
    if !removed.isUnbound { return removed }
    if fallback.isUnbound { throw thread.raise(.keyError, value: key) }
    return thread.retain(fallback)
  }

  static func popItem(thread: ThreadState, dict: Value) throws(Raised) -> Value {
    guard let (key, value) = DictObject(dict).popLast(thread) else {
      throw thread.raise(.keyError, "popitem(): dictionary is empty")
    }
    return try thread.tuple(owned: key, value)
  }

  static func setDefault(thread: ThreadState, dict: Value, key: Value, fallback: Value)
    throws(Raised) -> Value
  {
    try DictObject(dict).setDefault(thread, key, fallback)
  }

  static func update(thread: ThreadState, dict: Value, arguments: Arguments) throws(Raised) -> Value
  {
    try DictObject(dict).update(thread, arguments, "update")
    return .none
  }

  static func keys(thread: ThreadState, dict: Value) throws(Raised) -> Value {
    try DictView.make(thread, .dictKeys, dict)
  }
  static func values(thread: ThreadState, dict: Value) throws(Raised) -> Value {
    try DictView.make(thread, .dictValues, dict)
  }
  static func items(thread: ThreadState, dict: Value) throws(Raised) -> Value {
    try DictView.make(thread, .dictItems, dict)
  }

  static func reversed(thread: ThreadState, dict: Value) throws(Raised) -> Value {
    try DictIterator.make(thread, .dictReverseKeyIterator, DictObject(dict))
  }

  static func sizeOf(thread: ThreadState, dict: Value) throws(Raised) -> Value {
    let dict = DictObject(dict)
    let table = dict.table
    return Value(
      small: Int(dict.reference.type.body.pointee.basicSize)
        + (table.isEmptyTable ? 0 : table.bytes))
  }
}
