// Subscription: `object[key]`, `object[key] = value`, `del object[key]`.

extension ThreadState {
  package func getItem(_ object: Value, _ key: Value) throws(Raised) -> Value {
    if let code = object.type.slot(.getItem) { return try invoke(binary: code, object, key) }
    if object.isInstance(TypeFlags.typeSubclass) { return try getClassItem(object, key) }
    throw raise(.typeError, "'\(object.type.nameText)' object is not subscriptable")
  }

  /// `list[int]`: a class is subscripted by its `__class_getitem__`.
  private func getClassItem(_ type: Value, _ key: Value) throws(Raised) -> Value {
    if TypeObject(type).isExactly(.type) { return try GenericAliasObject.make(self, type, key) }
    let method = try getOptionalAttribute(type, .name(.__class_getitem__))
    guard !method.isUnbound, !method.isNone else {
      throw raise(.typeError, "type '\(TypeObject(type).nameText)' is not subscriptable")
    }
    defer { release(method) }
    return try call(method, key)
  }

  package func setItem(_ object: Value, _ key: Value, _ value: Value) throws(Raised) {
    guard let code = object.type.slot(.setItem) else {
      throw raise(
        .typeError, "'\(object.type.nameText)' object does not support item assignment")
    }
    try invoke(set: code, object, key, value)
  }

  package func deleteItem(_ object: Value, _ key: Value) throws(Raised) {
    guard let code = object.type.slot(.setItem) else {
      let type = object.type
      // Mappings and sequences put it differently in CPython.
      let isSequence =
        type.has(TypeFlags.isSequence) || type.has(TypeFlags.isHeapType)
        || type.has(TypeFlags.stringSubclass) || type.has(TypeFlags.bytesSubclass)
      throw raise(
        .typeError,
        "'\(type.nameText)' object \(isSequence ? "doesn't" : "does not") support item deletion")
    }
    try invoke(set: code, object, key, .unbound)
  }

  /// `object[number]`.
  package func getItem(_ object: Value, at number: Int) throws(Raised) -> Value {
    let key = try integer(number)
    defer { release(key) }
    return try getItem(object, key)
  }
}
