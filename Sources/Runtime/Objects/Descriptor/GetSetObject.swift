// Computed attributes of built-in types, and the members that `__slots__` makes.

import CRuntime

package struct GetSetBody {
  var header: Header
  var name: Value
  var owner: Value
  var get: UnsafeRawPointer?
  var set: UnsafeRawPointer?
  var doc: StaticString
  /// Offset of a `__slots__` member's word in the instance.
  var offset: Int
}

package struct GetSetObject {
  let body: UnsafeMutablePointer<GetSetBody>
  @inline(__always) init(_ value: Value) { body = value.reference.body(GetSetBody.self) }

  static func make(_ thread: ThreadState, _ getter: Getter, owner: TypeObject) throws(Raised)
    -> Value
  {
    let body = try thread.allocate(TypeObject(.getSetDescriptor), GetSetBody.self)
    body.pointee.name = try thread.internLiteral(getter.name)
    body.pointee.owner = thread.retain(owner.value)
    body.pointee.get = getter.get
    body.pointee.set = getter.set
    body.pointee.doc = getter.doc
    return Value(Reference(UnsafeMutableRawPointer(body)))
  }

  /// A member of `__slots__`, whose word lies at `offset` in the instances.
  static func makeMember(
    _ thread: ThreadState, name: Value, offset: Int, owner: TypeObject
  ) throws(Raised) -> Value {
    let body = try thread.allocate(TypeObject(.memberDescriptor), GetSetBody.self)
    body.pointee.name = thread.retain(name)
    body.pointee.owner = thread.retain(owner.value)
    body.pointee.doc = ""
    body.pointee.offset = offset
    return Value(Reference(UnsafeMutableRawPointer(body)))
  }

  var nameText: String { StringObject(body.pointee.name).text }
  var ownerText: String { TypeObject(body.pointee.owner).nameText }

  private static let getters = [
    Getter(
      "__name__",
      { (thread, value) throws(Raised) in
        thread.retain(GetSetObject(value).body.pointee.name)
      }, "The attribute's name."),
    Getter(
      "__qualname__",
      { (thread, value) throws(Raised) in
        let object = GetSetObject(value)
        return try thread.string("\(object.ownerText).\(object.nameText)")
      }, "The attribute's qualified name."),
    Getter(
      "__objclass__",
      { (thread, value) throws(Raised) in
        thread.retain(GetSetObject(value).body.pointee.owner)
      }, "The type that declares the attribute."),
    Getter(
      "__doc__",
      { (thread, value) throws(Raised) in
        let doc = GetSetObject(value).body.pointee.doc
        return doc.utf8CodeUnitCount == 0 ? .none : try thread.string("\(doc)")
      }, "The attribute's docstring."),
  ]

  private static func visit(_ reference: Reference, _ visitor: inout ReferenceVisitor) {
    let body = reference.body(GetSetBody.self)
    visitor.counted(&body.pointee.name)
    visitor.counted(&body.pointee.owner)
  }

  package static let definition = TypeDefinition(
    name: "getset_descriptor", size: MemoryLayout<GetSetBody>.size, flags: TypeFlags.isContainer,
    slots: [.repr(repr), .descriptorGet(get), .descriptorSet(set)], getters: getters, visit: visit)

  package static let memberDefinition = TypeDefinition(
    name: "member_descriptor", size: MemoryLayout<GetSetBody>.size, flags: TypeFlags.isContainer,
    slots: [.repr(reprMember), .descriptorGet(getMember), .descriptorSet(setMember)],
    getters: getters, visit: visit)
}

extension GetSetObject {
  static func repr(thread: ThreadState, value: Value) throws(Raised) -> Value {
    let object = GetSetObject(value)
    return try thread.string(
      "<attribute '\(object.nameText)' of '\(object.ownerText)' objects>")
  }

  private func check(_ thread: ThreadState, _ instance: Value) throws(Raised) {
    let type = instance.type
    if type.bits == body.pointee.owner.bits { return }
    if type.isSubtype(of: TypeObject(body.pointee.owner)) { return }
    throw thread.raise(
      .typeError,
      "descriptor '\(nameText)' for '\(ownerText)' objects doesn't apply to a "
        + "'\(type.nameText)' object")
  }

  static func get(thread: ThreadState, value: Value, instance: Value, owner: Value)
    throws(Raised) -> Value
  {
    if instance.isUnbound { return thread.retain(value) }
    let object = GetSetObject(value)
    try object.check(thread, instance)
    return try unsafeBitCast(object.body.pointee.get, to: UnaryFunction.self)(thread, instance)
  }

  static func set(thread: ThreadState, value: Value, instance: Value, item: Value)
    throws(Raised)
  {
    let object = GetSetObject(value)
    try object.check(thread, instance)
    guard let code = object.body.pointee.set else {
      throw thread.raise(
        .attributeError,
        "attribute '\(object.nameText)' of '\(object.ownerText)' objects is not writable")
    }
    try unsafeBitCast(code, to: SetterFunction.self)(thread, instance, item)
  }

  // MARK: Members of `__slots__`: read without a lock, written under the instance's lock

  static func reprMember(thread: ThreadState, value: Value) throws(Raised) -> Value {
    let object = GetSetObject(value)
    return try thread.string("<member '\(object.nameText)' of '\(object.ownerText)' objects>")
  }

  static func getMember(thread: ThreadState, value: Value, instance: Value, owner: Value)
    throws(Raised) -> Value
  {
    if instance.isUnbound { return thread.retain(value) }
    let object = GetSetObject(value)
    try object.check(thread, instance)
    let slot = (instance.reference.pointer + object.body.pointee.offset)
      .assumingMemoryBound(to: UInt.self)
    let found = thread.loadSlot(slot, of: instance.reference)
    // Memory of a new instance is zeroed, which no value is.
    if found.isUnbound || found.bits == 0 {
      throw thread.raiseAttributeError(instance, object.body.pointee.name)
    }
    return found
  }

  static func setMember(thread: ThreadState, value: Value, instance: Value, item: Value)
    throws(Raised)
  {
    let object = GetSetObject(value)
    try object.check(thread, instance)
    let slot = (instance.reference.pointer + object.body.pointee.offset)
      .assumingMemoryBound(to: UInt.self)
    let old = thread.exchangeSlot(slot, with: thread.retain(item), of: instance.reference)
    if item.isUnbound && (old.isUnbound || old.bits == 0) {
      throw thread.raise(.attributeError, value: object.body.pointee.name)
    }
    if old.bits != 0 { thread.release(old) }
  }
}

extension ThreadState {
  /// A reference field that others may overwrite: owned, lock-free where possible (R4).
  @inline(__always) package func loadSlot(
    _ slot: UnsafeMutablePointer<UInt>, of owner: Reference
  ) -> Value {
    if !isShared {
      let bits = slot.pointee
      return bits == 0 ? .unbound : retain(Value(bits: bits))
    }
    return loadSlotShared(slot, of: owner)
  }

  @inline(never) private func loadSlotShared(
    _ slot: UnsafeMutablePointer<UInt>, of owner: Reference
  ) -> Value {
    if racer_load_acquire_word(slot) == 0 { return .unbound }
    if let value = loadShared(slot) { return value }
    lock(owner)
    let value = retain(Value(bits: racer_load_relaxed_word(slot)))
    unlock(owner)
    return value
  }

  /// The same for what is used and released within one call: the word may be uncounted, so that
  /// threads that share a descriptor don't meet at the count of its function.
  @inline(__always) package func borrowSlot(
    _ slot: UnsafeMutablePointer<UInt>, of owner: Reference
  ) -> Value {
    if !isShared { return borrowOrRetain(Value(bits: slot.pointee)) }
    if let value = tryBorrow(UnsafeMutableRawPointer(slot).assumingMemoryBound(to: Value.self)) {
      return value
    }
    return loadSlotShared(slot, of: owner)
  }

  /// Stores an owned value and returns the old one, owned. Release: the store publishes.
  @inline(__always) package func exchangeSlot(
    _ slot: UnsafeMutablePointer<UInt>, with value: Value, of owner: Reference
  ) -> Value {
    if !isShared {
      let old = slot.pointee
      slot.pointee = value.bits
      return Value(bits: old)
    }
    lock(owner)
    let old = racer_load_relaxed_word(slot)
    racer_store_release_word(slot, value.bits)
    unlock(owner)
    return Value(bits: old)
  }
}
