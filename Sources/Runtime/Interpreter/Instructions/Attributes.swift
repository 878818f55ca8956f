// Attributes and methods, with inline caches.
//
// Kinds of cache words here (CacheWord.Kind):
// - inlineSlot, overflowSlot: guarded by the instance's shape, which belongs to one class. The fill
//   checks that the class has no data descriptor of that name; when a class changes, all shapes'
//   caches stay right, because data descriptors are looked for again: a change that adds one drops
//   the shape tree's versions (`retireShapeCaches`).
// - method, classAttribute: guarded by the type's version; filled only while no shape of the class
//   has the name and no instance of it has a dict, else never (`canCacheTypeAttributes`).

import Bytecode
import CRuntime

extension Instructions {
  @inline(__always) static func loadAttribute(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    let object = value(r, b(w))
    if object.isReference {
      let cache = CacheWord(pc)
      let reference = object.reference
      let offset = reference.type.body.pointee.shapeOffset
      let attributes = InstanceAttributes(reference, offset: offset)
      let bits = offset == 0 ? 0 : attributes.shapeBits
      if bits != 0,
        cache.guardBits
          == CacheWord.guardBits(.inlineSlot, Shape(bits: bits).body.pointee.version)
      {
        let slot = attributes.inlineSlot(Int(cache.payload))
        let found: Value
        if !thread.isShared {
          found = thread.retain(Value(bits: slot.pointee))
        } else {
          found = sharedSlot(thread, attributes, slot, bits)
        }
        if !found.isUnbound {
          consumeB(r, w, thread)
          put(r, a(w), found, thread)
          pc += 1
          return
        }
      }
    }
    apply(loadAttributeSlow(pc, r, k, thread, w), &pc, &r, &k)
  }

  /// A slot's value if the instance still has the shape; else unbound.
  @inline(__always) private static func sharedSlot(
    _ thread: ThreadState, _ attributes: InstanceAttributes, _ slot: UnsafeMutablePointer<UInt>,
    _ shapeBits: UInt
  ) -> Value {
    guard
      let value = thread.tryBorrow(
        UnsafeMutableRawPointer(slot).assumingMemoryBound(to: Value.self))
    else { return .unbound }
    racer_fence_acquire()
    if attributes.shapeBits == shapeBits { return value }
    thread.releaseLater(value)
    return .unbound
  }

  @inline(never) static func loadAttributeSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64
  ) -> State {
    let state = produce(pc, r, k, thread, w) { () throws(Raised) in
      let object = value(r, b(w))
      let name = Frame(r).code.name(fullC(w))
      var found = thread.cachedAttribute(object, pc)
      if found.isUnbound { found = thread.rememberedSlot(object, name, pc) }
      let result =
        found.isUnbound ? try thread.attributeFillingCache(object, name, pc) : found
      consumeB(r, w, thread)
      return result
    }
    return state.pc == pc ? State(pc + 1, state.r, state.k) : state
  }

  @inline(__always) static func storeAttribute(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    let object = value(r, a(w))
    if object.isReference && !thread.isShared {
      let cache = CacheWord(pc)
      let reference = object.reference
      let offset = reference.type.body.pointee.shapeOffset
      let attributes = InstanceAttributes(reference, offset: offset)
      let bits = offset == 0 ? 0 : attributes.shapeBits
      if bits != 0,
        cache.guardBits
          == CacheWord.guardBits(.inlineSlot, Shape(bits: bits).body.pointee.version)
      {
        let slot = attributes.inlineSlot(Int(cache.payload))
        let old = slot.pointee
        if old != Value.unbound.bits {
          slot.pointee = takeForHeap(r, b(w), isLast: isLastB(w), thread).bits
          if old & 15 == 0 { releaseCounted(Value(bits: old), thread) }
          consumeA(r, w, thread)
          pc += 1
          return
        }
      }
    }
    apply(storeAttributeSlow(pc, r, k, thread, w), &pc, &r, &k)
  }

  @inline(never) static func storeAttributeSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64
  ) -> State {
    let state = perform(pc, r, k, thread) { () throws(Raised) in
      let object = value(r, a(w))
      let name = Frame(r).code.name(fullC(w))
      if !thread.storeByCache(object, name, value(r, b(w)), pc) {
        try thread.storeFillingCache(object, name, value(r, b(w)), pc)
      }
      consumeAB(r, w, thread)
    }
    return state.pc == pc ? State(pc + 1, state.r, state.k) : state
  }

  @inline(__always) static func deleteAttribute(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    apply(deleteAttributeSlow(pc, r, k, thread, w), &pc, &r, &k)
  }
  @inline(never) static func deleteAttributeSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64
  ) -> State {
    perform(pc, r, k, thread) { () throws(Raised) in
      try thread.setAttribute(value(r, a(w)), Frame(r).code.name(fullC(w)), .unbound)
      consumeA(r, w, thread)
    }
  }

  // MARK: Methods

  @inline(__always) static func loadMethod(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    let object = value(r, b(w))
    if object.isReference {
      let cache = CacheWord(pc)
      let version = racer_load_acquire_u32(&object.reference.type.body.pointee.version)
      if cache.guardBits == CacheWord.guardBits(.method, version), version != 0 {
        let receiver = take(r, b(w), isLast: isLastB(w), thread)
        put(r, a(w) + 1, ObjectHandle(cache.payload).value, thread)
        put(r, a(w) + 2, receiver, thread)
        pc += 1
        return
      }
    }
    apply(loadMethodSlow(pc, r, k, thread, w), &pc, &r, &k)
  }

  @inline(never) static func loadMethodSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64
  ) -> State {
    let state = perform(pc, r, k, thread) { () throws(Raised) in
      let object = value(r, b(w))
      let name = Frame(r).code.name(fullC(w))
      let (callable, takesSelf) = try thread.method(object, name, cache: pc)
      let receiver = takesSelf ? take(r, b(w), isLast: isLastB(w), thread) : .unbound
      if !takesSelf { consumeB(r, w, thread) }
      put(r, a(w) + 1, callable, thread)
      put(r, a(w) + 2, receiver, thread)
    }
    return state.pc == pc ? State(pc + 1, state.r, state.k) : state
  }

  @inline(__always) static func loadSuperMethod(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    apply(loadSuperSlow(pc, r, k, thread, w, asMethod: true), &pc, &r, &k)
  }
  @inline(__always) static func loadSuperAttribute(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    apply(loadSuperSlow(pc, r, k, thread, w, asMethod: false), &pc, &r, &k)
  }

  @inline(never) static func loadSuperSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64, asMethod: Bool
  ) -> State {
    let state = perform(pc, r, k, thread) { () throws(Raised) in
      let base = b(w)
      let name = Frame(r).code.name(fullC(w))
      let (found, takesSelf) = try thread.superAttribute(
        super: value(r, base), class: value(r, base + 1), receiver: value(r, base + 2), name,
        asMethod: asMethod)
      let receiver = takesSelf ? move(r, base + 2) : Value.unbound
      for index in base..<(base + 3) { clear(r, index, thread) }
      if asMethod {
        put(r, a(w) + 1, found, thread)
        put(r, a(w) + 2, receiver, thread)
      } else {
        put(r, a(w), found, thread)
      }
    }
    return state.pc == pc ? State(pc + 1, state.r, state.k) : state
  }
}
