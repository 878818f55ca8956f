// Keeping a class's slots and flags in step with its dictionary.

import CRuntime

enum SlotUpdate {
  /// Fills all slots of a new class from what its MRO holds.
  static func fillSlots(_ thread: ThreadState, _ type: TypeObject) {
    if TupleObject(type.body.pointee.bases).count == 1 {
      // The base's slots are right but for the names that the class defines itself.
      let dictionary = DictObject(type.body.pointee.dictionary)
      for (index, row) in SlotTable.rows.enumerated() {
        let found = dictionary.get(thread, name: .name(row.name))
        thread.release(found)
        if !found.isUnbound { update(thread, type, SlotTable.rows[index].slot) }
      }
    } else {
      for slot in Slot.allCases { update(thread, type, slot) }
    }
  }

  /// Recomputes one slot: the native function, where all names of the slot are wrappers of it, else
  /// the trampoline, or nothing.
  static func update(_ thread: ThreadState, _ type: TypeObject, _ slot: Slot) {
    var native: UnsafeRawPointer?
    var usesTrampoline = false
    for row in SlotTable.rows where row.slot == slot {
      let found = thread.lookupInBases(type, .name(row.name))
      defer { thread.release(found) }
      if found.isUnbound { continue }
      if found.isNone && slot == .hash {
        native = unsafeBitCast(Unhashable.hash as IntegerFunction, to: UnsafeRawPointer.self)
        continue
      }
      if row.name == .__new__, let code = nativeNew(thread, found) {
        native = code
        continue
      }
      if found.isExactly(.wrapperDescriptor) {
        let wrapper = WrapperObject(found)
        if wrapper.row.slot == slot, native == nil || native == wrapper.body.pointee.code,
          type.isSubtype(of: TypeObject(wrapper.body.pointee.owner))
        {
          native = wrapper.body.pointee.code
          continue
        }
        // `__add__` of a type with the concatenate slot and its like belong to that slot.
        if wrapper.row.slot != slot && wrapper.row.name == row.name { continue }
      }
      usesTrampoline = true
    }
    let body = type.body
    if usesTrampoline, let trampoline = SlotTable.trampolines[slot.rawValue] {
      body.pointee.slots[slot.rawValue] = trampoline
    } else {
      body.pointee.slots[slot.rawValue] = native
    }
  }

  /// The slot function behind a built-in `__new__`.
  private static func nativeNew(_ thread: ThreadState, _ found: Value) -> UnsafeRawPointer? {
    guard found.isExactly(.builtinFunction) else { return nil }
    let function = BuiltinFunctionObject(found)
    guard function.body.pointee.receiver.isInstance(TypeFlags.typeSubclass) else { return nil }
    return TypeObject(function.body.pointee.receiver).slot(.new)
  }

  /// Flags that say which fast paths the class's instances allow.
  static func refreshFlags(_ thread: ThreadState, _ type: TypeObject) {
    let body = type.body
    var flags = body.pointee.flags
    flags &=
      ~(TypeFlags.hasGenericGetAttribute | TypeFlags.hasGenericSetAttribute
      | TypeFlags.hasGetAttrHook)
    let object = TypeObject(.object)
    let getAttribute = thread.lookupInBases(type, .name(.__getattribute__))
    if getAttribute.isExactly(.wrapperDescriptor),
      WrapperObject(getAttribute).body.pointee.code == object.slot(.getAttribute)
    {
      flags |= TypeFlags.hasGenericGetAttribute
    }
    thread.release(getAttribute)
    let hook = thread.lookupInBases(type, .name(.__getattr__))
    if !hook.isUnbound { flags |= TypeFlags.hasGetAttrHook }
    thread.release(hook)
    if type.slot(.setAttribute) == object.slot(.setAttribute) {
      flags |= TypeFlags.hasGenericSetAttribute
    }
    body.pointee.flags = flags
  }

  /// After a class attribute changed: the slot behind the name, here and in all subclasses.
  static func attributeChanged(_ thread: ThreadState, _ type: TypeObject, _ name: Value) {
    var affected: [Slot] = []
    for row in SlotTable.rows where Value.name(row.name).isIdentical(to: name) {
      affected.append(row.slot)
    }
    if affected.isEmpty { return }
    // R6: type slots are updated in a stop, so that no thread calls through a half-changed table.
    thread.stopTheWorld {
      updateTree(thread, type, affected)
    }
  }

  private static func updateTree(_ thread: ThreadState, _ type: TypeObject, _ slots: [Slot]) {
    for slot in slots { update(thread, type, slot) }
    refreshFlags(thread, type)
    if slots.contains(.getAttribute) || slots.contains(.setAttribute) { renewShapes(type) }
    guard let subclasses = type.body.pointee.subclasses else { return }
    for index in 0..<subclasses.pointee.count {
      updateTree(thread, TypeObject(bits: subclasses.pointee.items[index]), slots)
    }
  }
}

extension SlotUpdate {
  /// After a data descriptor or an attribute hook came to a class: caches of its instances' slots
  /// must not go past it. Here and in all subclasses. In a stop, as `update` (R6): caches compare
  /// versions without any ordering, and nobody holds the type lock in a stop.
  static func retireShapeCaches(_ thread: ThreadState, _ type: TypeObject) {
    thread.stopTheWorld { renewTree(type) }
  }

  private static func renewTree(_ type: TypeObject) {
    renewShapes(type)
    guard let subclasses = type.body.pointee.subclasses else { return }
    for index in 0..<subclasses.pointee.count {
      renewTree(TypeObject(bits: subclasses.pointee.items[index]))
    }
  }

  private static func renewShapes(_ type: TypeObject) {
    let root = type.body.pointee.rootShape
    if root != 0 { Shape(bits: root).renewVersions() }
  }
}

/// The hash slot of a class whose `__hash__` is None.
enum Unhashable {
  static func hash(thread: ThreadState, value: Value) throws(Raised) -> Int {
    throw thread.raise(.typeError, "unhashable type: '\(value.type.nameText)'")
  }
}
