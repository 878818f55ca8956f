// Filling and using the inline caches of attributes.

import CRuntime

/// A deferred or immortal object as a cache payload: its place in the object region (R9).
struct ObjectHandle {
  let bits: UInt32

  @inline(__always) init(_ bits: UInt32) { self.bits = bits }

  /// Nil for objects that a cache may not name.
  init?(_ value: Value) {
    guard value.isReference, value.reference.needsNoCount else { return nil }
    let offset = value.reference.bits &- UInt(racer_heap.objectBase)
    guard offset >> 36 == 0 else { return nil }
    bits = UInt32(truncatingIfNeeded: offset >> 4)
  }

  /// The object, uncounted.
  @inline(__always) var value: Value {
    Value(bits: UInt(racer_heap.objectBase) &+ UInt(bits) << 4 | 8)
  }
}

extension InstanceAttributes {
  /// Address of an inline slot.
  @inline(__always) func inlineSlot(_ index: Int) -> UnsafeMutablePointer<UInt> {
    (base + InstanceAttributes.slotsOffset).assumingMemoryBound(to: UInt.self) + index
  }
}

extension ThreadState {
  // MARK: Loads

  /// The attribute by a cache word of one of the rarer kinds; unbound if it does not apply.
  func cachedAttribute(_ object: Value, _ address: UnsafeMutablePointer<UInt64>) -> Value {
    guard object.isReference else { return .unbound }
    let cache = CacheWord(address)
    let type = object.reference.type
    switch cache.kind {
    case CacheWord.Kind.module.rawValue:
      guard type.isExactly(.module) else { return .unbound }
      let table = ModuleObject(object).dictionary.table
      guard table.version == cache.version, cache.version != 0 else { return .unbound }
      let slot = UnsafeMutableRawPointer(table.valueSlot(Int(cache.payload)))
        .assumingMemoryBound(to: Value.self)
      if !isShared { return borrowOrRetain(slot.pointee) }
      guard let value = tryBorrow(slot) else { return .unbound }
      if table.version == cache.version { return value }
      releaseLater(value)
      return .unbound
    default: return .unbound
    }
  }

  /// An instance's own attribute by the thread's table; unbound if that does not know it.
  func rememberedSlot(_ object: Value, _ name: Value, _ address: UnsafeMutablePointer<UInt64>)
    -> Value
  {
    // Stores fill the table as well, of classes with a `__getattribute__` of their own, too.
    guard object.type.has(TypeFlags.hasGenericGetAttribute),
      let attributes = attributes(of: object)
    else { return .unbound }
    let bits = attributes.shapeBits
    guard bits != 0 else { return .unbound }
    let version = Shape(bits: bits).body.pointee.version
    guard version != 0, let word = remembered(.inlineSlot, version, name, address) else {
      return .unbound
    }
    let slot = attributes.inlineSlot(Int(word.payload))
    if !isShared { return retain(Value(bits: slot.pointee)) }
    guard let value = loadShared(slot) else { return .unbound }
    racer_fence_acquire()
    if attributes.shapeBits == bits { return value }
    releaseLater(value)
    return .unbound
  }

  func attributeFillingCache(
    _ object: Value, _ name: Value, _ address: UnsafeMutablePointer<UInt64>
  ) throws(Raised) -> Value {
    guard object.isReference else { return try getAttribute(object, name) }
    let type = object.reference.type
    if type.isExactly(.module) {
      let dictionary = ModuleObject(object).dictionary
      let own = dictionary.get(self, name: name)
      if !own.isUnbound {
        let version = dictionary.keysVersion(self)
        let index = dictionary.entryIndex(self, name: name)
        if version != 0, index >= 0, dictionary.keysVersion(self) == version {
          CacheWord(.module, version: version, payload: UInt32(index)).store(address)
        }
        return own
      }
      return try getAttribute(object, name)
    }
    guard type.has(TypeFlags.hasGenericGetAttribute), !type.has(TypeFlags.hasGetAttrHook),
      let attributes = attributes(of: object)
    else { return try getAttribute(object, name) }
    let found = lookup(type, name)
    defer { release(found) }
    if !isDataDescriptor(found) {
      let bits = attributes.shapeBits
      if bits != 0 { fillSlotCache(attributes, Shape(bits: bits), name, address) }
    }
    return try genericGetAttribute(object, name)
  }

  private func isDataDescriptor(_ value: Value) -> Bool {
    value.isReference && value.reference.type.slot(.descriptorSet) != nil
  }

  private func fillSlotCache(
    _ attributes: InstanceAttributes, _ shape: Shape, _ name: Value,
    _ address: UnsafeMutablePointer<UInt64>
  ) {
    let version = shape.body.pointee.version
    guard version != 0, !shape.isDictionary else { return }
    let slot = shape.slot(of: name)
    // Instances of one shape may differ in how many slots are inline; the cache is only for slots
    // that every instance has inline.
    guard slot >= 0, slot < Int(shape.body.pointee.inlineSlots) else { return }
    remember(CacheWord(.inlineSlot, version: version, payload: UInt32(slot)), name, address)
  }

  // MARK: Stores

  /// Stores by an inline cache word or by the thread's table. False: do it slowly.
  func storeByCache(
    _ object: Value, _ name: Value, _ value: Value, _ address: UnsafeMutablePointer<UInt64>
  ) -> Bool {
    guard let attributes = attributes(of: object) else { return false }
    let bits = attributes.shapeBits
    guard bits != 0, !Shape(bits: bits).isDictionary else { return false }
    let shape = Shape(bits: bits)
    let version = shape.body.pointee.version
    if version == 0 { return false }
    var cache = CacheWord(address)
    if !cache.tellsSlot(version) { cache = CacheWord(address + 1) }
    if !cache.tellsSlot(version) {
      // Loads fill the table as well, of classes with a `__setattr__` of their own, too.
      guard object.type.has(TypeFlags.hasGenericSetAttribute),
        let known = remembered(.inlineSlot, version, name, address)
          ?? remembered(.addSlot, version, name, address)
      else { return false }
      cache = known
    }
    if cache.kind == CacheWord.Kind.inlineSlot.rawValue {
      return storeSlot(attributes, bits, Int(cache.payload), value)
    }
    guard cache.kind == CacheWord.Kind.addSlot.rawValue else { return false }
    let next = shape.child(numbered: cache.payload)
    guard let next, shape.count < attributes.inlineCapacity else { return false }
    return appendSlot(attributes, bits, next, value)
  }

  /// Moves an instance to a child shape whose new slot is inline.
  private func appendSlot(
    _ attributes: InstanceAttributes, _ oldBits: UInt, _ next: Shape, _ value: Value
  ) -> Bool {
    let owned = retain(value)
    let slot = attributes.inlineSlot(next.count - 1)
    if !isShared {
      slot.pointee = owned.bits
      attributes.base.storeBytes(of: next.bits, as: UInt.self)
      return true
    }
    lock(attributes.owner)
    guard attributes.shapeBits == oldBits else {
      unlock(attributes.owner)
      release(owned)
      return false
    }
    // The slot before the shape that makes it visible (release).
    racer_store_relaxed_word(slot, owned.bits)
    racer_store_release_word(attributes.base, next.bits)
    unlock(attributes.owner)
    return true
  }

  func storeFillingCache(
    _ object: Value, _ name: Value, _ value: Value, _ address: UnsafeMutablePointer<UInt64>
  ) throws(Raised) {
    let type = object.type
    guard type.has(TypeFlags.hasGenericSetAttribute), let attributes = attributes(of: object) else {
      return try setAttribute(object, name, value)
    }
    let found = lookup(type, name)
    let isSimple = !isDataDescriptor(found)
    release(found)
    let before = attributes.shapeBits
    try setGenericAttribute(object, name, value)
    guard isSimple else { return }
    let after = attributes.shapeBits
    if before == after, after != 0 {
      fillSlotCache(attributes, Shape(bits: after), name, address)
    } else if before != 0, after != 0, !Shape(bits: after).isDictionary {
      let shape = Shape(bits: before)
      if let number = shape.number(ofChild: Shape(bits: after)), shape.body.pointee.version != 0 {
        remember(
          CacheWord(.addSlot, version: shape.body.pointee.version, payload: number), name, address)
      }
    }
  }

  // MARK: Methods

  /// What `object.name(…)` calls: owned (or uncounted), and whether the object goes in front of the
  /// arguments.
  func method(_ object: Value, _ name: Value, cache: UnsafeMutablePointer<UInt64>)
    throws(Raised) -> (Value, takesSelf: Bool)
  {
    let type = object.type
    guard type.has(TypeFlags.hasGenericGetAttribute), !type.has(TypeFlags.hasGetAttrHook) else {
      if object.isReference, type.isExactly(.module) || type.has(TypeFlags.typeSubclass) {
        let cached = cachedAttribute(object, cache)
        if !cached.isUnbound { return (cached, false) }
      }
      return (try attributeFillingCache(object, name, cache), false)
    }
    let version = assignVersion(type)
    if version != 0, object.isReference, let word = remembered(.method, version, name, cache) {
      return (ObjectHandle(word.payload).value, true)
    }
    let found = lookup(type, name)
    guard found.isReference, found.reference.type.has(TypeFlags.isMethodDescriptor) else {
      release(found)
      return (try attributeFillingCache(object, name, cache), false)
    }
    if let attributes = attributes(of: object) {
      let own = instanceAttribute(attributes, name)
      if !own.isUnbound {
        release(found)
        return (own, false)
      }
    }
    if version != 0, object.isReference, let handle = ObjectHandle(found),
      canCacheTypeAttributes(type, name)
    {
      remember(CacheWord(.method, version: version, payload: handle.bits), name, cache)
    }
    return (found, true)
  }

  /// Whether a type's version vouches for an attribute of the type against the instances' own: no
  /// shape of the class has the name (one that gets it drops the version), and no instance has a dict.
  private func canCacheTypeAttributes(_ type: TypeObject, _ name: Value) -> Bool {
    if type.body.pointee.shapeOffset == 0 { return true }
    TypeLock.lock(self)
    defer { TypeLock.unlock(self) }
    if type.body.pointee.hasDictionaryInstances != 0 { return false }
    let root = type.body.pointee.rootShape
    return root == 0 || !Shape(bits: root).treeContains(name)
  }

  // MARK: super()

  /// `super().name`: owned. With `asMethod`, a function is left unbound and takes the receiver.
  func superAttribute(
    super callable: Value, class start: Value, receiver: Value, _ name: Value, asMethod: Bool
  ) throws(Raised) -> (Value, takesSelf: Bool) {
    guard callable.isIdentical(to: TypeObject(.superType).value) else {
      // `super` was rebound: do as written.
      let object = try call(callable)
      defer { release(object) }
      return (try getAttribute(object, name), false)
    }
    guard start.isInstance(TypeFlags.typeSubclass) else {
      throw raise(.runtimeError, "super(): empty __class__ cell")
    }
    let objectType = try SuperObject.checkedType(self, TypeObject(start), receiver)
    defer { release(objectType) }
    let found = superLookup(TypeObject(start), TypeObject(objectType), name)
    if found.isUnbound || name.isIdentical(to: .name(.__class__)) {
      release(found)
      let object = try call(callable, start, receiver)
      defer { release(object) }
      return (try getAttribute(object, name), false)
    }
    let isClassLevel = receiver.isIdentical(to: objectType)
    if asMethod, !isClassLevel, found.isReference,
      found.reference.type.has(TypeFlags.isMethodDescriptor)
    {
      return (found, true)
    }
    defer { release(found) }
    return (
      try bind(
        found, instance: isClassLevel ? .unbound : receiver, owner: TypeObject(objectType)), false
    )
  }
}
