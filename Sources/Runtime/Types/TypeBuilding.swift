// Making type objects from their tables, at start-up and when a native module is imported.

import CRuntime
import Glibc

extension ThreadState {
  /// A type from its table: immortal, ready for lookups. Raises MemoryError.
  @discardableResult
  package func createType(_ definition: TypeDefinition) throws(Raised) -> TypeObject {
    try createType(definition, base: TypeObject(definition.base))
  }

  /// The same with a base that is no well-known type.
  package func createType(_ definition: TypeDefinition, base: TypeObject) throws(Raised)
    -> TypeObject
  {
    let type = try allocateType(metatype: TypeObject(.type))
    try fillType(type, definition, base: base)
    return type
  }

  /// An empty type object with its slot table.
  func allocateType(metatype: TypeObject) throws(Raised) -> TypeObject {
    let reference = try allocateInstance(metatype, minimumSize: MemoryLayout<TypeBody>.size)
    let type = TypeObject(bits: reference.bits)
    prepareType(type)
    return type
  }

  /// Gives a zeroed type object its slot table and valid words in its fields.
  func prepareType(_ type: TypeObject) {
    let slots = UnsafeMutablePointer<UnsafeRawPointer?>.allocate(capacity: Slot.count)
    slots.initialize(repeating: nil, count: Slot.count)
    type.body.pointee.slots = slots
    type.body.pointee.base = .none
    type.body.pointee.bases = .none
    type.body.pointee.mro = .none
    type.body.pointee.dictionary = .none
    type.body.pointee.doc = .none
    type.body.pointee.module = .none
    type.body.pointee.name = .none
    type.body.pointee.qualifiedName = .none
  }

  /// Fills a type object in from its table. `base` is absent for object alone.
  func fillType(_ type: TypeObject, _ definition: TypeDefinition, base: TypeObject?)
    throws(Raised)
  {
    let body = type.body
    try nameType(type, definition.name)
    body.pointee.flags = definition.flags
    body.pointee.basicSize = UInt32((definition.size + 7) & ~7)
    body.pointee.shapeOffset = UInt32(definition.shapeOffset)
    body.pointee.visit = definition.visit
    body.pointee.dispose = definition.dispose
    if definition.doc.utf8CodeUnitCount > 0 { body.pointee.doc = try string("\(definition.doc)") }
    if let base { try inherit(type, from: base) }
    for slot in definition.slots { body.pointee.slots[slot.slot.rawValue] = slot.code }
    try linkBases(type, base: base)
    body.pointee.dictionary = try DictObject.make(self).value
    try addSlotWrappers(type, definition.slots)
    try addMembers(type, definition)
    finishFlags(type)
    makeImmortal(Reference(bits: type.bits))
  }

  private func nameType(_ type: TypeObject, _ name: StaticString) throws(Raised) {
    let text = String(
      decoding: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount),
      as: UTF8.self)
    guard let dot = text.lastIndex(of: ".") else {
      type.body.pointee.name = intern(text)
      type.body.pointee.qualifiedName = type.body.pointee.name
      type.body.pointee.module = .name(.builtins)
      return
    }
    type.body.pointee.name = intern(String(text[text.index(after: dot)...]))
    type.body.pointee.qualifiedName = type.body.pointee.name
    type.body.pointee.module = intern(String(text[..<dot]))
  }

  /// Layout, flags and slots of the base, where the type does not say otherwise.
  func inherit(_ type: TypeObject, from base: TypeObject) throws(Raised) {
    let body = type.body
    let from = base.body
    body.pointee.flags |= from.pointee.flags & TypeFlags.inheritedMask
    body.pointee.flags |= from.pointee.flags & (TypeFlags.isSequence | TypeFlags.isMapping)
    body.pointee.flags |= from.pointee.flags & TypeFlags.isContainer
    body.pointee.basicSize = max(body.pointee.basicSize, from.pointee.basicSize)
    if body.pointee.shapeOffset == 0 { body.pointee.shapeOffset = from.pointee.shapeOffset }
    if body.pointee.visit == nil { body.pointee.visit = from.pointee.visit }
    if body.pointee.dispose == nil { body.pointee.dispose = from.pointee.dispose }
    for index in 0..<Slot.count { body.pointee.slots[index] = from.pointee.slots[index] }
  }

  private func linkBases(_ type: TypeObject, base: TypeObject?) throws(Raised) {
    guard let base else {
      type.body.pointee.bases = try TupleObject.make(self, 0).value
      let mro = try TupleObject.make(self, 1)
      mro.initialize(0, type.value)
      type.body.pointee.mro = mro.value
      return
    }
    type.body.pointee.base = base.value
    let bases = try TupleObject.make(self, 1)
    bases.initialize(0, base.value)
    type.body.pointee.bases = bases.value
    type.body.pointee.mro = try methodResolutionOrder(type, bases: bases.value)
    addSubclass(type, to: base)
  }

  /// Records a direct subclass, so that changes of the base reach its version.
  func addSubclass(_ type: TypeObject, to base: TypeObject) {
    TypeLock.lock(self)
    defer { TypeLock.unlock(self) }
    if base.body.pointee.subclasses == nil {
      let list = UnsafeMutablePointer<SubclassList>.allocate(capacity: 1)
      list.initialize(
        to: SubclassList(count: 0, capacity: 4, items: .allocate(capacity: 4)))
      base.body.pointee.subclasses = list
    }
    let list = base.body.pointee.subclasses.unsafelyUnwrapped
    if list.pointee.count == list.pointee.capacity {
      let items = UnsafeMutablePointer<UInt>.allocate(capacity: list.pointee.capacity * 2)
      items.initialize(from: list.pointee.items, count: list.pointee.count)
      list.pointee.items.deallocate()
      list.pointee.items = items
      list.pointee.capacity *= 2
    }
    list.pointee.items[list.pointee.count] = type.bits
    list.pointee.count += 1
  }

  func removeSubclass(_ type: TypeObject, from base: TypeObject) {
    TypeLock.lock(self)
    defer { TypeLock.unlock(self) }
    guard let list = base.body.pointee.subclasses else { return }
    for index in 0..<list.pointee.count where list.pointee.items[index] == type.bits {
      list.pointee.count -= 1
      list.pointee.items[index] = list.pointee.items[list.pointee.count]
      return
    }
  }

  /// The special methods of the declared slots, as Python sees them.
  private func addSlotWrappers(_ type: TypeObject, _ slots: [SlotFunction]) throws(Raised) {
    let dictionary = DictObject(type.body.pointee.dictionary)
    for slot in slots {
      for (index, row) in SlotTable.rows.enumerated() where row.slot == slot.slot {
        if case .none = row.kind { continue }
        let wrapper = try WrapperObject.make(self, row: index, code: slot.code, owner: type)
        try dictionary.set(self, .name(row.name), wrapper)
        release(wrapper)
      }
    }
    if type.slot(.hash) == nil
      || slots.contains(where: { $0.slot == .compare })
        && !slots.contains(where: { $0.slot == .hash })
    {
      // A type with its own equality and no hash of its own is unhashable.
      type.body.pointee.slots[Slot.hash.rawValue] = nil
      try dictionary.set(self, .name(.__hash__), .none)
    }
    if slots.contains(where: { $0.slot == .new }) {
      let function = try BuiltinFunctionObject.make(
        self, TypeCall.newDescription(self), receiver: type.value, module: .none)
      try dictionary.set(self, .name(.__new__), function)
      release(function)
    }
  }

  private func addMembers(_ type: TypeObject, _ definition: TypeDefinition) throws(Raised) {
    let dictionary = DictObject(type.body.pointee.dictionary)
    for method in definition.methods {
      let description = NativeDescriptionPointer.allocate(capacity: 1)
      description.initialize(
        to: try NativeDescription(
          method, takesSelf: method.kind != .staticMethod, qualifier: type.body.pointee.name,
          thread: self))
      let object: Value
      switch method.kind {
      case .instance:
        object = try MethodDescriptorObject.make(
          self, .methodDescriptor, description, owner: type)
      case .classMethod:
        object = try MethodDescriptorObject.make(
          self, .classMethodDescriptor, description, owner: type)
      case .staticMethod:
        let function = try BuiltinFunctionObject.make(
          self, description, receiver: .none, module: .none)
        object = try FunctionWrapper.make(self, .staticMethod, function)
        release(function)
      }
      if object.reference.type.isExactly(.methodDescriptor) { makeImmortal(object.reference) }
      try dictionary.set(self, description.pointee.name, object)
      release(object)
    }
    for getter in definition.getters {
      let object = try GetSetObject.make(self, getter, owner: type)
      try dictionary.set(self, GetSetObject(object).body.pointee.name, object)
      release(object)
    }
    let hasDoc = try dictionary.get(self, .name(.__doc__))
    if hasDoc.isUnbound { try dictionary.set(self, .name(.__doc__), type.body.pointee.doc) }
    release(hasDoc)
  }

  /// Flags that follow from the slots.
  func finishFlags(_ type: TypeObject) {
    let body = type.body
    func same(_ slot: Slot) -> Bool {
      type.slot(slot) == TypeObject(.object).slot(slot)
    }
    if same(.getAttribute) { body.pointee.flags |= TypeFlags.hasGenericGetAttribute }
    if same(.setAttribute) { body.pointee.flags |= TypeFlags.hasGenericSetAttribute }
  }
}
