// Attributes that an instance holds itself. From the type's `shapeOffset`, an instance has
//
//   +0   shape           uncounted pointer to the `ShapeBody`
//   +8   overflow        store {capacity, slots…} of the slots past the inline ones; with the
//                        dictionary shape it holds one slot, the dict, for good
//   +16  inline slots    `header.flags` of them
//
// Reads take no lock (R4): shape, slot, then the same shape again. Writes hold the object's lock.
// Asking for `__dict__` moves an instance to the dictionary shape for good. Another dict may be put in
// its place at any time, and an operation on a dict may park or run Python code: so each holds the
// dict, counted if need be, and a dict that was replaced goes as soon as nobody does.

import CRuntime
import Glibc

/// The attribute part of an instance.
struct InstanceAttributes {
  let owner: Reference
  let base: UnsafeMutableRawPointer

  @inline(__always) init(_ owner: Reference, offset: UInt32) {
    self.owner = owner
    base = owner.pointer + Int(offset)
  }

  static let slotsOffset = 16
  /// Bytes of the attribute part with so many inline slots.
  static func size(inlineSlots: Int) -> Int { slotsOffset + inlineSlots * 8 }

  @inline(__always) var shapeBits: UInt { racer_load_acquire_word(base) }
  @inline(__always) var inlineCapacity: Int { Int(owner.header.pointee.flags & 0xff) }
  @inline(__always) var overflowAddress: UnsafeMutableRawPointer { base + 8 }
  /// The dict of an instance with the dictionary shape: owned, or uncounted.
  func dictionary(_ thread: ThreadState) -> Value {
    thread.borrowSlot(dictionarySlot, of: owner)
  }
  var dictionarySlot: UnsafeMutablePointer<UInt> {
    UnsafeMutablePointer<UInt>(bitPattern: racer_load_acquire_word(overflowAddress))
      .unsafelyUnwrapped + 1
  }

  /// Address of a slot that the current shape has.
  @inline(__always) func slot(_ index: Int) -> UnsafeMutablePointer<UInt> {
    let inline = inlineCapacity
    if index < inline {
      return (base + InstanceAttributes.slotsOffset).assumingMemoryBound(to: UInt.self) + index
    }
    let overflow = UnsafeMutablePointer<UInt>(
      bitPattern: racer_load_acquire_word(overflowAddress)
    ).unsafelyUnwrapped
    return overflow + 1 + (index - inline)
  }

  /// The same for a reader without the lock, whose shape may be out of date: checks the capacity
  /// that the store itself holds (R4). Nil means: look again.
  @inline(__always) func slotChecked(_ index: Int) -> UnsafeMutablePointer<UInt>? {
    let inline = inlineCapacity
    if index < inline { return slot(index) }
    guard
      let overflow = UnsafeMutablePointer<UInt>(
        bitPattern: racer_load_acquire_word(overflowAddress)), UInt(index - inline) < overflow[0]
    else { return nil }
    return overflow + 1 + (index - inline)
  }
}

extension ThreadState {
  /// The attribute part of a value's instance, if its type has one.
  @inline(__always) func attributes(of value: Value) -> InstanceAttributes? {
    guard value.isReference else { return nil }
    let reference = value.reference
    let offset = reference.type.body.pointee.shapeOffset
    return offset == 0 ? nil : InstanceAttributes(reference, offset: offset)
  }

  /// The value of an instance's own attribute, owned (or uncounted), or unbound.
  func instanceAttribute(_ attributes: InstanceAttributes, _ name: Value) -> Value {
    while true {
      let bits = attributes.shapeBits
      if bits == 0 { return .unbound }
      let shape = Shape(bits: bits)
      if shape.isDictionary {
        let dictionary = attributes.dictionary(self)
        defer { release(dictionary) }
        return DictObject(dictionary).get(self, name: name)
      }
      let index = shape.slot(of: name)
      if index < 0 { return .unbound }
      if !isShared { return retain(Value(bits: attributes.slot(index).pointee)) }
      if let slot = attributes.slotChecked(index), let value = loadShared(slot) {
        if attributes.shapeBits == bits { return value }
        releaseLater(value)
      } else {
        lock(attributes.owner)
        let isCurrent = attributes.shapeBits == bits
        let value = isCurrent ? retain(Value(bits: attributes.slot(index).pointee)) : .unbound
        unlock(attributes.owner)
        if isCurrent { return value }
      }
    }
  }

  /// Stores (borrowed value) or deletes (unbound) an instance's own attribute. Returns false when
  /// an attribute to be deleted is not there.
  func setInstanceAttribute(_ attributes: InstanceAttributes, _ name: Value, _ value: Value)
    throws(Raised) -> Bool
  {
    if value.isUnbound { return try deleteInstanceAttribute(attributes, name) }
    while true {
      let bits = attributes.shapeBits
      let shape = bits == 0 ? rootShape(of: attributes.owner.type) : Shape(bits: bits)
      if shape.isDictionary {
        let dictionary = attributes.dictionary(self)
        defer { release(dictionary) }
        try DictObject(dictionary).set(self, name, value)
        return true
      }
      let index = shape.slot(of: name)
      if index >= 0 {
        if storeSlot(attributes, bits, index, value) { return true }
        continue
      }
      if try addAttribute(attributes, bits, shape, name, value) { return true }
    }
  }

  /// Overwrites a slot; false when the shape has changed since.
  @inline(__always) func storeSlot(
    _ attributes: InstanceAttributes, _ shapeBits: UInt, _ index: Int, _ value: Value
  ) -> Bool {
    let owned = retain(value)
    if !isShared {
      let slot = attributes.slot(index)
      let old = Value(bits: slot.pointee)
      slot.pointee = owned.bits
      release(old)
      return true
    }
    lock(attributes.owner)
    guard attributes.shapeBits == shapeBits else {
      unlock(attributes.owner)
      release(owned)
      return false
    }
    let slot = attributes.slot(index)
    let old = Value(bits: slot.pointee)
    // Release: what was written before the store is seen by whoever loads it.
    racer_store_release_word(slot, owned.bits)
    unlock(attributes.owner)
    release(old)
    return true
  }

  /// Moves the instance to the shape with one more key. False when another thread was first.
  private func addAttribute(
    _ attributes: InstanceAttributes, _ oldBits: UInt, _ shape: Shape, _ name: Value, _ value: Value
  ) throws(Raised) -> Bool {
    guard let next = childShape(of: shape, name, for: attributes.owner.type) else {
      release(try instanceDictionary(attributes))
      return false
    }
    let index = shape.count
    let inline = attributes.inlineCapacity
    var grown: UnsafeMutablePointer<UInt>?
    var grownCapacity = 0
    if index >= inline {
      let capacity = overflowCapacity(attributes)
      if index - inline >= capacity {
        grownCapacity = max(4, capacity * 2)
        let store = try allocateStore(bytes: (grownCapacity + 1) * 8)
        grown = store.assumingMemoryBound(to: UInt.self)
        noteOverflow(attributes.owner.type, slots: index + 1)
      }
    }
    let owned = retain(value)
    lock(attributes.owner)
    guard attributes.shapeBits == oldBits else {
      unlock(attributes.owner)
      release(owned)
      if let grown { freeStore(grown, bytes: (grownCapacity + 1) * 8) }
      return false
    }
    var retired: UnsafeMutablePointer<UInt>?
    if let grown {
      retired = UnsafeMutablePointer(
        bitPattern: racer_load_relaxed_word(attributes.overflowAddress))
      grown[0] = UInt(grownCapacity)
      let used = index - inline
      for position in 0..<used { grown[position + 1] = retired.unsafelyUnwrapped[position + 1] }
      for position in used..<grownCapacity { grown[position + 1] = Value.unbound.bits }
      racer_store_release_word(attributes.overflowAddress, UInt(bitPattern: grown))
    }
    // The slot before the shape that makes it visible (release).
    racer_store_relaxed_word(attributes.slot(index), owned.bits)
    racer_store_release_word(attributes.base, next.bits)
    unlock(attributes.owner)
    if let retired { retireStore(retired, bytes: Int(retired[0] + 1) * 8) }
    return true
  }

  private func overflowCapacity(_ attributes: InstanceAttributes) -> Int {
    let bits = racer_load_acquire_word(attributes.overflowAddress)
    return bits == 0 ? 0 : Int(UnsafeMutablePointer<UInt>(bitPattern: bits).unsafelyUnwrapped[0])
  }

  /// Later instances of a class whose instances overflow get more inline slots, and a shape tree of
  /// their own, so that a shape tells how many inline slots there are.
  private func noteOverflow(_ type: TypeObject, slots: Int) {
    guard type.has(TypeFlags.isHeapType) else { return }
    let wanted = min(slots * 2, 64)
    TypeLock.lock(self)
    defer { TypeLock.unlock(self) }
    let old = type.body.pointee.rootShape
    if old != 0, Int(Shape(bits: old).body.pointee.inlineSlots) >= wanted { return }
    let root = Shape.makeRoot(inlineSlots: wanted, previous: old)
    racer_store_release_word(&type.body.pointee.rootShape, root.bits)
  }

  private func deleteInstanceAttribute(_ attributes: InstanceAttributes, _ name: Value)
    throws(Raised) -> Bool
  {
    let bits = attributes.shapeBits
    if bits == 0 { return false }
    let shape = Shape(bits: bits)
    if !shape.isDictionary && shape.slot(of: name) < 0 { return false }
    // Slots never change their meaning, so an instance that lost an attribute goes over to a dict.
    let dictionary = try instanceDictionary(attributes)
    defer { release(dictionary) }
    return try DictObject(dictionary).remove(self, name)
  }

  /// The instance's `__dict__`, owned: moves the attributes into a dict the first time.
  func instanceDictionary(_ attributes: InstanceAttributes) throws(Raised) -> Value {
    while true {
      let bits = attributes.shapeBits
      if bits != 0 && Shape(bits: bits).isDictionary {
        return loadSlot(attributes.dictionarySlot, of: attributes.owner)
      }
      noteDictionaryInstance(attributes.owner.type)
      let dictionary = try DictObject.make(self)
      if bits != 0 {
        let shape = Shape(bits: bits)
        for index in 0..<shape.count {
          let value = instanceAttribute(attributes, shape.name(at: index))
          if !value.isUnbound {
            try dictionary.set(self, shape.name(at: index), value)
            release(value)
          }
        }
      }
      let store = try allocateStore(bytes: 16).assumingMemoryBound(to: UInt.self)
      store[0] = 1
      store[1] = retain(dictionary.value).bits
      if installDictionary(attributes, store, expecting: bits, isCopy: true) {
        return dictionary.value
      }
      freeStore(store, bytes: 16)
      release(dictionary.value)
      release(dictionary.value)
    }
  }

  /// Makes a dict the instance's attributes, if the shape is still as expected, and the slots too if
  /// the dict is a copy of them.
  private func installDictionary(
    _ attributes: InstanceAttributes, _ store: UnsafeMutablePointer<UInt>, expecting bits: UInt,
    isCopy: Bool
  ) -> Bool {
    lock(attributes.owner)
    let dictionary = DictObject(Value(bits: store[1]))
    guard attributes.shapeBits == bits,
      !isCopy || self.isCopy(dictionary, of: attributes, bits)
    else {
      unlock(attributes.owner)
      return false
    }
    let overflow = UnsafeMutablePointer<UInt>(
      bitPattern: racer_load_relaxed_word(attributes.overflowAddress))
    let inline = attributes.inlineCapacity
    let count = bits == 0 ? 0 : Shape(bits: bits).count
    // The store before the shape that says what it is: a reader that still has the old shape is
    // held back by the store's capacity, or takes the dict and then sees that the shape changed.
    for index in 0..<min(count, inline) {
      let slot = attributes.slot(index)
      releaseLater(Value(bits: slot.pointee))
    }
    if let overflow, count > inline {
      for index in 0..<(count - inline) { releaseLater(Value(bits: overflow[index + 1])) }
    }
    racer_store_release_word(attributes.overflowAddress, UInt(bitPattern: store))
    racer_store_release_word(attributes.base, Shape.dictionaryShape.bits)
    for index in 0..<min(count, inline) {
      racer_store_relaxed_word(attributes.slot(index), Value.unbound.bits)
    }
    unlock(attributes.owner)
    if let overflow { retireStore(overflow, bytes: Int(overflow[0] + 1) * 8) }
    drainReleases()
    return true
  }

  /// Makes a dict (borrowed) the attributes of an instance.
  func replaceInstanceDictionary(_ attributes: InstanceAttributes, with dictionary: Value)
    throws(Raised)
  {
    while true {
      let bits = attributes.shapeBits
      if bits != 0 && Shape(bits: bits).isDictionary { break }
      noteDictionaryInstance(attributes.owner.type)
      let store = try allocateStore(bytes: 16).assumingMemoryBound(to: UInt.self)
      store[0] = 1
      store[1] = retain(dictionary).bits
      if installDictionary(attributes, store, expecting: bits, isCopy: false) { return }
      release(Value(bits: store[1]))
      freeStore(store, bytes: 16)
    }
    release(
      exchangeSlot(attributes.dictionarySlot, with: retain(dictionary), of: attributes.owner))
  }

  private func isCopy(
    _ dictionary: DictObject, of attributes: InstanceAttributes, _ bits: UInt
  ) -> Bool {
    if bits == 0 || !isShared { return true }
    let shape = Shape(bits: bits)
    for index in 0..<shape.count {
      let slot = Value(bits: attributes.slot(index).pointee)
      let copied = dictionary.get(self, name: shape.name(at: index))
      releaseLater(copied)
      if !copied.isIdentical(to: slot) { return false }
    }
    return true
  }

  // MARK: Shapes of a class

  @inline(__always) func rootShape(of type: TypeObject) -> Shape {
    let bits = racer_load_acquire_word(&type.body.pointee.rootShape)
    return bits != 0 ? Shape(bits: bits) : makeRootShape(of: type)
  }

  @inline(never) private func makeRootShape(of type: TypeObject) -> Shape {
    TypeLock.lock(self)
    defer { TypeLock.unlock(self) }
    if type.body.pointee.rootShape == 0 {
      let root = Shape.makeRoot(inlineSlots: Int(type.body.pointee.inlineSlots))
      racer_store_release_word(&type.body.pointee.rootShape, root.bits)
    }
    return Shape(bits: type.body.pointee.rootShape)
  }

  private func childShape(of shape: Shape, _ name: Value, for type: TypeObject) -> Shape? {
    if let child = shape.child(for: name) { return child }
    let root = rootShape(of: type)
    TypeLock.lock(self)
    defer { TypeLock.unlock(self) }
    let before = root.body.pointee.treeSize
    let child = shape.childMaking(name, root: root)
    // A new name may hide an attribute of the class that caches of its version vouch for.
    if root.body.pointee.treeSize != before { invalidateVersions(type) }
    return child
  }

  /// From now on an instance of the class has a dict, whose names no shape knows: caches that vouch
  /// for class attributes by the version alone end.
  func noteDictionaryInstance(_ type: TypeObject) {
    if racer_load_acquire_u32(&type.body.pointee.hasDictionaryInstances) != 0 { return }
    TypeLock.lock(self)
    defer { TypeLock.unlock(self) }
    racer_store_release_u32(&type.body.pointee.hasDictionaryInstances, 1)
    invalidateVersions(type)
  }
}

extension Shape {
  nonisolated(unsafe) static let dictionaryShape = Shape.makeDictionaryShape()
}
