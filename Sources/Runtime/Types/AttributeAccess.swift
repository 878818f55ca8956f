// Getting and setting attributes: the protocol entry points and object's own way, which most types
// inherit (CPython's `PyObject_GenericGetAttr`).

import CRuntime

extension ThreadState {
  // MARK: Entry points

  /// `getattr(value, name)`; the name is any str.
  package func getAttribute(_ value: Value, _ name: Value) throws(Raised) -> Value {
    let type = value.type
    let name = try internValue(name)
    if type.has(TypeFlags.hasGenericGetAttribute) && !type.has(TypeFlags.hasGetAttrHook) {
      return try genericGetAttribute(value, name)
    }
    return try unsafeBitCast(type.slot(.getAttribute), to: BinaryFunction.self)(self, value, name)
  }

  package func getAttribute(_ value: Value, _ name: StaticString) throws(Raised) -> Value {
    try getAttribute(value, internLiteral(name))
  }

  /// The attribute, or unbound where looking it up raises AttributeError.
  package func getOptionalAttribute(_ value: Value, _ name: Value) throws(Raised) -> Value {
    let type = value.type
    let name = try internValue(name)
    if type.has(TypeFlags.hasGenericGetAttribute) && !type.has(TypeFlags.hasGetAttrHook) {
      return try genericGetAttribute(value, name, raising: false)
    }
    do throws(Raised) {
      return try getAttribute(value, name)
    } catch {
      guard exceptionMatches(.attributeError) else { throw error }
      clearException()
      return .unbound
    }
  }

  package func getOptionalAttribute(_ value: Value, _ name: StaticString) throws(Raised) -> Value {
    try getOptionalAttribute(value, internLiteral(name))
  }

  /// `setattr(value, name, item)`; an unbound item deletes.
  package func setAttribute(_ value: Value, _ name: Value, _ item: Value) throws(Raised) {
    let type = value.type
    let name = try internValue(name)
    if type.has(TypeFlags.hasGenericSetAttribute) {
      return try setGenericAttribute(value, name, item)
    }
    try unsafeBitCast(type.slot(.setAttribute), to: SetFunction.self)(self, value, name, item)
  }

  package func setAttribute(_ value: Value, _ name: StaticString, _ item: Value) throws(Raised) {
    try setAttribute(value, internLiteral(name), item)
  }

  // MARK: object's way

  /// Data descriptor of the type, the instance's own attribute, anything else of the type. The name
  /// is interned. Where there is nothing: AttributeError, or unbound if `raising` is false.
  package func genericGetAttribute(_ value: Value, _ name: Value, raising: Bool = true)
    throws(Raised) -> Value
  {
    let type = value.type
    let found = lookup(type, name)
    if found.isReference, let get = found.reference.type.slot(.descriptorGet),
      found.reference.type.slot(.descriptorSet) != nil
    {
      defer { release(found) }
      return try callDescriptor(get, found, value, type, raising: raising)
    }
    if let attributes = attributes(of: value) {
      let own = instanceAttribute(attributes, name)
      if !own.isUnbound {
        release(found)
        return own
      }
    }
    if found.isUnbound {
      if raising { throw raiseAttributeError(value, name) }
      return .unbound
    }
    guard found.isReference, let get = found.reference.type.slot(.descriptorGet) else {
      return found
    }
    defer { release(found) }
    return try callDescriptor(get, found, value, type, raising: raising)
  }

  private func callDescriptor(
    _ get: UnsafeRawPointer, _ descriptor: Value, _ instance: Value, _ owner: TypeObject,
    raising: Bool
  ) throws(Raised) -> Value {
    do throws(Raised) {
      return try unsafeBitCast(get, to: TernaryFunction.self)(
        self, descriptor, instance, owner.value)
    } catch {
      guard !raising, exceptionMatches(.attributeError) else { throw error }
      clearException()
      return .unbound
    }
  }

  /// `__get__` of what a lookup found; owned.
  func bind(_ found: Value, instance: Value, owner: TypeObject) throws(Raised) -> Value {
    guard found.isReference, let get = found.reference.type.slot(.descriptorGet) else {
      return retain(found)
    }
    return try unsafeBitCast(get, to: TernaryFunction.self)(self, found, instance, owner.value)
  }

  /// Data descriptor of the type, else the instance's own attribute. An unbound item deletes.
  package func setGenericAttribute(_ value: Value, _ name: Value, _ item: Value) throws(Raised) {
    let type = value.type
    let name = try internValue(name)
    let found = lookup(type, name)
    defer { release(found) }
    if found.isReference, let set = found.reference.type.slot(.descriptorSet) {
      return try unsafeBitCast(set, to: SetFunction.self)(self, found, value, item)
    }
    guard let attributes = attributes(of: value) else {
      throw found.isUnbound
        ? raiseAttributeError(value, name, hasNoDictionary: true)
        : raise(
          .attributeError,
          "'\(type.nameText)' object attribute '\(StringObject(name).text)' is read-only")
    }
    if try !setInstanceAttribute(attributes, name, item) { throw raiseAttributeError(value, name) }
  }

  /// AttributeError for a missing attribute, with `name` and `obj` set for suggestions.
  @inline(never)
  func raiseAttributeError(_ value: Value, _ name: Value, hasNoDictionary: Bool = false) -> Raised {
    let text = StringObject(name).text
    if value.isInstance(TypeFlags.typeSubclass) {
      return raiseNamed(
        .attributeError,
        "type object '\(TypeObject(value).nameText)' has no attribute '\(text)'", name, value)
    }
    if value.isExactly(.module) { return ModuleObject.raiseAttributeError(self, value, name) }
    let type = value.type.nameText
    let message =
      hasNoDictionary
      ? "'\(type)' object has no attribute '\(text)' and no __dict__ for setting new attributes"
      : "'\(type)' object has no attribute '\(text)'"
    return raiseNamed(.attributeError, message, name, value)
  }
}
