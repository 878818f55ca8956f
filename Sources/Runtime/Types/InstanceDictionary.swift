// The `__dict__` attribute of instances.

package enum InstanceDictionary {
  /// The instance's dict; asking for it moves the instance to the dictionary shape.
  package static func get(thread: ThreadState, value: Value) throws(Raised) -> Value {
    guard let attributes = thread.attributes(of: value) else {
      throw thread.raiseAttributeError(value, .name(.__dict__))
    }
    return try thread.instanceDictionary(attributes)
  }

  /// Makes a dict the instance's attributes.
  package static func set(thread: ThreadState, value: Value, item: Value) throws(Raised) {
    guard let attributes = thread.attributes(of: value) else {
      throw thread.raiseAttributeError(value, .name(.__dict__))
    }
    guard item.isInstance(TypeFlags.dictionarySubclass) else {
      throw thread.raise(
        .typeError,
        "__dict__ must be set to a dictionary, not a '\(item.isUnbound ? "NoneType" : item.type.nameText)'"
      )
    }
    try thread.replaceInstanceDictionary(attributes, with: item)
  }
}
