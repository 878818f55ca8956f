// Attributes and methods, with inline caches.
//
// An instruction has two cache words, for the two classes that it met first; each names its kind
// (CacheWord.Kind) and is complete in itself, so the two need not agree on anything (R9):
// - inlineSlot, addSlot: guarded by the instance's shape, which belongs to one class. The fill
//   checks that the class has no data descriptor of that name; when a class changes, all shapes'
//   caches stay right, because data descriptors are looked for again: a change that adds one drops
//   the shape tree's versions (`retireShapeCaches`).
// - method: guarded by the type's version; filled only while no shape of the class has the name and
//   no instance of it has a dict, else never (`canCacheTypeAttributes`).
// - module, in the first word only: guarded by the version of the module's dict.

import Bytecode
import CRuntime

extension Instructions {
  /// What a cache word said of an object.
  struct CachedSlot {
    var attributes: InstanceAttributes
    var shapeBits: UInt
    /// What the cache words for this shape start with.
    var guardBits: UInt32
    var index: Int

    @inline(__always) var slot: UnsafeMutablePointer<UInt> { attributes.inlineSlot(index) }

    /// R9: what was read from the slot belonged to the shape.
    @inline(__always) func isStillValid() -> Bool {
      racer_fence_acquire()
      return attributes.shapeBits == shapeBits
    }
  }

  /// The slot of an object whose shape one of the two cache words names; nil for others.
  @inline(__always) static func cachedSlot(_ object: Value, _ pc: PC) -> CachedSlot? {
    guard _fastPath(object.isReference) else { return nil }
    let reference = object.reference
    let offset = reference.type.body.pointee.shapeOffset
    if _slowPath(offset == 0) { return nil }
    let attributes = InstanceAttributes(reference, offset: offset)
    let bits = attributes.shapeBits
    if _slowPath(bits == 0) { return nil }
    let guardBits = CacheWord.guardBits(.inlineSlot, Shape(bits: bits).body.pointee.version)
    var cache = CacheWord(pc)
    if cache.guardBits != guardBits {
      cache = CacheWord(pc + 1)
      if _slowPath(cache.guardBits != guardBits) { return nil }
    }
    return CachedSlot(
      attributes: attributes, shapeBits: bits, guardBits: guardBits, index: Int(cache.payload))
  }

  @inline(__always) static func loadAttribute(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) -> Outcome {
    guard canDrop(r, w), let cached = cachedSlot(value(r, b(w)), pc) else { return .slow }
    let found = read(cached.slot, thread)
    if _slowPath(found.isUnbound) { return .slow }
    if _slowPath(thread.isShared), !cached.isStillValid() {
      unread(found)
      return .slow
    }
    pc += 2
    return store(r, found, consumingB: w)
  }

  /// A cached attribute that needs a count in its shared half; unbound if the cache does not apply.
  private static func borrowedAttribute(_ object: Value, _ pc: PC, _ thread: ThreadState) -> Value {
    guard let cached = cachedSlot(object, pc) else { return .unbound }
    let slot = cached.slot.asValue
    if !thread.isShared { return thread.retain(slot.pointee) }
    guard let value = thread.tryBorrow(slot) else { return .unbound }
    if cached.isStillValid() { return value }
    thread.releaseLater(value)
    return .unbound
  }

  @inline(never) static func loadAttributeSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64
  ) -> State {
    let state = produce(pc, r, k, thread, w) { () throws(Raised) in
      let object = value(r, b(w))
      let name = Frame(r).code.name(fullC(w))
      var found = borrowedAttribute(object, pc, thread)
      if found.isUnbound { found = thread.cachedAttribute(object, pc) }
      if found.isUnbound { found = thread.rememberedSlot(object, name, pc) }
      let result =
        found.isUnbound ? try thread.attributeFillingCache(object, name, pc) : found
      consumeB(r, w, thread)
      return result
    }
    return state.pc == pc ? State(pc + 2, state.r, state.k) : state
  }

  @inline(__always) static func storeAttribute(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) -> Outcome {
    let object = value(r, a(w))
    guard let cached = cachedSlot(object, pc) else { return .slow }
    let slot = cached.slot
    if thread.isShared {
      if isLastA(w), object.isCounted { return .slow }
      return overwrite(
        &pc, r, object.reference, source: b(w), isLast: isLastB(w), thread, length: 2,
        locate: {
          cached.attributes.shapeBits == cached.shapeBits
            && racer_load_relaxed_word(slot) != Value.unbound.bits ? slot : nil
        })
    }
    let old = slot.pointee
    if _slowPath(isLastA(w)), object.isCounted {
      // One value can be dropped: the object, if it is not the store's old value.
      if old & 15 == 0 || old == Value.unbound.bits
        || !write(slot, r, b(w), isLast: isLastB(w), thread)
      {
        return .slow
      }
      pc += 2
      return takeOut(r, a(w))
    }
    if old == Value.unbound.bits || !write(slot, r, b(w), isLast: isLastB(w), thread) {
      return .slow
    }
    pc += 2
    return .dropping(old)
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
    return state.pc == pc ? State(pc + 2, state.r, state.k) : state
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
  ) -> Outcome {
    let receiver = r[b(w)]
    guard receiver & 7 == 0 else { return .slow }
    var cache = CacheWord(pc)
    let version = Reference(bits: receiver & ~15).type.version
    let guardBits = CacheWord.guardBits(.method, version)
    if cache.guardBits != guardBits || _slowPath(version == 0) {
      cache = CacheWord(pc + 1)
      if _slowPath(cache.guardBits != guardBits || version == 0) {
        return loadModuleFunction(&pc, r, thread, w, Reference(bits: receiver & ~15))
      }
    }
    if receiver & 15 == 0 {
      if isLastB(w) {
        r[b(w)] = Value.none.bits
      } else if !canRetain(receiver, thread) {
        return .slow
      }
    }
    // The window's registers are dead: they hold nothing to be dropped.
    r[a(w) + 1] = ObjectHandle(cache.payload).value.bits
    r[a(w) + 2] = receiver
    pc += 2
    return .next
  }

  /// `module.function(…)`: no self.
  @inline(__always) private static func loadModuleFunction(
    _ pc: inout PC, _ r: Registers, _ thread: ThreadState, _ w: UInt64, _ object: Reference
  ) -> Outcome {
    let cache = CacheWord(pc)
    guard cache.kind == CacheWord.Kind.module.rawValue, object.type.isExactly(.module) else {
      return .slow
    }
    let table = ModuleObject(Value(object)).dictionary.table
    guard table.version == cache.version, cache.version != 0 else { return .slow }
    let function = read(table.valueSlot(Int(cache.payload)), thread, isOftenDeferred: true)
    if function.isUnbound { return .slow }
    if thread.isShared, table.version != cache.version {
      unread(function)
      return .slow
    }
    r[a(w) + 1] = function.bits
    r[a(w) + 2] = Value.unbound.bits
    pc += 2
    return isLastB(w) ? takeOut(r, b(w)) : .next
  }

  @inline(never) static func loadMethodSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64
  ) -> State {
    let receiver = value(r, b(w))
    if receiver.isReference, case let version = receiver.reference.type.version, version != 0 {
      // A receiver whose count is another thread's.
      let guardBits = CacheWord.guardBits(.method, version)
      let (first, second) = (CacheWord(pc), CacheWord(pc + 1))
      if first.guardBits == guardBits || second.guardBits == guardBits {
        let payload = first.guardBits == guardBits ? first.payload : second.payload
        r[a(w) + 1] = ObjectHandle(payload).value.bits
        r[a(w) + 2] = take(r, b(w), isLast: isLastB(w), thread).bits
        return State(pc + 2, r, k)
      }
    }
    let state = perform(pc, r, k, thread) { () throws(Raised) in
      let object = value(r, b(w))
      let name = Frame(r).code.name(fullC(w))
      let (callable, takesSelf) = try thread.method(object, name, cache: pc)
      let receiver = takesSelf ? take(r, b(w), isLast: isLastB(w), thread) : .unbound
      if !takesSelf { consumeB(r, w, thread) }
      put(r, a(w) + 1, callable, thread)
      put(r, a(w) + 2, receiver, thread)
    }
    return state.pc == pc ? State(pc + 2, state.r, state.k) : state
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
