// object's way to get and set attributes, with a dict in place of the instance's own attributes:
// for types whose instances have another dict for each thread.

extension ThreadState {
  /// Data descriptor of the type, the dict's item, anything else of the type.
  package func genericGetAttribute(_ value: Value, _ name: Value, in dictionary: DictObject)
    throws(Raised) -> Value
  {
    let type = value.type
    let found = lookup(type, name)
    defer { release(found) }
    if found.isReference, found.reference.type.slot(.descriptorGet) != nil,
      found.reference.type.slot(.descriptorSet) != nil
    {
      return try bind(found, instance: value, owner: type)
    }
    let own = try dictionary.get(self, name)
    if !own.isUnbound { return own }
    if found.isUnbound { throw raiseAttributeError(value, name) }
    return try bind(found, instance: value, owner: type)
  }

  /// Data descriptor of the type, else the dict's item. An unbound item deletes.
  package func setGenericAttribute(
    _ value: Value, _ name: Value, _ item: Value, in dictionary: DictObject
  ) throws(Raised) {
    let found = lookup(value.type, name)
    defer { release(found) }
    if found.isReference, let set = found.reference.type.slot(.descriptorSet) {
      return try unsafeBitCast(set, to: SetFunction.self)(self, found, value, item)
    }
    if !item.isUnbound { return try dictionary.set(self, name, item) }
    if try !dictionary.remove(self, name) { throw raiseAttributeError(value, name) }
  }
}
