// Global, builtin and namespace names.
//
// A global's cache word holds the version of the globals table's key layout and the entry's number.
// The value is then loaded as any lock-free dict read (R4): entries of a table never change their
// key, so version, value, version again is enough.

import Bytecode
import CRuntime

extension Instructions {
  /// The running function's globals.
  @inline(__always) private static func globals(_ r: Registers) -> DictObject {
    Frame(r).function.globals
  }

  @inline(__always) static func loadGlobal(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) -> Outcome {
    let found = cachedGlobal(pc, globals(r), thread)
    if found.isUnbound { return .slow }
    pc += 1
    return store(r, a(w), found)
  }

  /// What the cache word names; unbound if it does not apply, or another thread interferes.
  @inline(__always) private static func cachedGlobal(
    _ pc: PC, _ globals: DictObject, _ thread: ThreadState
  ) -> Value {
    let cache = CacheWord(pc)
    let table = globals.table
    let version = table.version
    if version == 0 { return .unbound }
    if cache.guardBits == CacheWord.guardBits(.global, version) {
      let value = read(table.valueSlot(Int(cache.payload)), thread, isOftenDeferred: true)
      if !thread.isShared || value.isUnbound || table.version == version { return value }
      unread(value)
      return .unbound
    }
    if cache.guardBits == CacheWord.guardBits(.builtin, version) {
      let builtins = DictObject(Interpreter.builtinsDictionary).table
      guard builtins.version & 0x3f_ffff == cache.payload >> 10 else { return .unbound }
      return read(
        builtins.valueSlot(Int(cache.payload & 0x3ff)), thread, isOftenDeferred: true)
    }
    return .unbound
  }

  @inline(never) static func loadGlobalSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64
  ) -> State {
    let state = produce(pc, r, k, thread, w) { () throws(Raised) in
      let found = borrowedGlobal(pc, globals(r), thread)
      if !found.isUnbound { return found }
      return try thread.global(globals(r), Frame(r).code.name(wide(w)), cache: pc)
    }
    return state.pc == pc ? State(pc + 1, state.r, state.k) : state
  }

  /// A cached global that needs a count in its shared half, by its cache word.
  private static func borrowedGlobal(_ pc: PC, _ globals: DictObject, _ thread: ThreadState)
    -> Value
  {
    let cache = CacheWord(pc)
    let table = globals.table
    let version = table.version
    guard version != 0, cache.guardBits == CacheWord.guardBits(.global, version) else {
      return .unbound
    }
    let slot = table.valueSlot(Int(cache.payload)).asValue
    if !thread.isShared { return thread.borrowOrRetain(slot.pointee) }
    guard let value = thread.tryBorrow(slot) else { return .unbound }
    if table.version == version { return value }
    thread.releaseLater(value)
    return .unbound
  }

  @inline(__always) static func storeGlobal(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) -> Outcome {
    let globals = globals(r)
    let cache = CacheWord(pc)
    if thread.isShared {
      return overwrite(
        &pc, r, globals.reference, source: a(w), isLast: isLastA(w), thread, length: 1,
        locate: { cachedSlot(globals, cache) })
    }
    guard let slot = cachedSlot(globals, cache) else { return .slow }
    let old = slot.pointee
    if !write(slot, r, a(w), isLast: isLastA(w), thread) { return .slow }
    pc += 1
    return .dropping(old)
  }
  /// The slot of a global that the cache word names, if it has a value. The dict is locked, or
  /// private.
  @inline(__always) private static func cachedSlot(_ globals: DictObject, _ cache: CacheWord)
    -> UnsafeMutablePointer<UInt>?
  {
    let table = globals.table
    let version = table.version
    guard version != 0, cache.guardBits == CacheWord.guardBits(.global, version) else { return nil }
    let slot = table.valueSlot(Int(cache.payload))
    return racer_load_relaxed_word(slot) != Value.unbound.bits ? slot : nil
  }
  @inline(never) static func storeGlobalSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64
  ) -> State {
    let state = perform(pc, r, k, thread) { () throws(Raised) in
      let dictionary = globals(r)
      let name = Frame(r).code.name(wide(w))
      try dictionary.set(thread, name, value(r, a(w)))
      consumeA(r, w, thread)
      thread.cacheGlobal(dictionary, name, pc)
    }
    return state.pc == pc ? State(pc + 1, state.r, state.k) : state
  }

  @inline(never) static func deleteGlobalSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64
  ) -> State {
    perform(pc, r, k, thread) { () throws(Raised) in
      let name = Frame(r).code.name(wide(w))
      guard try globals(r).remove(thread, name) else { throw thread.raiseNameError(name) }
    }
  }

  // MARK: Namespaces: module level, class bodies, exec

  @inline(__always) static func loadName(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) -> Outcome {
    value(r, 0).isIdentical(to: Frame(r).function.body.pointee.globals)
      ? loadGlobal(&pc, &r, &k, thread, w) : .slow
  }

  @inline(never) static func loadNameSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64
  ) -> State {
    if value(r, 0).isIdentical(to: Frame(r).function.body.pointee.globals) {
      return loadGlobalSlow(pc, r, k, thread, w)
    }
    let state = produce(pc, r, k, thread, w) { () throws(Raised) in
      let name = Frame(r).code.name(wide(w))
      let own = try thread.namespaceItem(value(r, 0), name)
      if !own.isUnbound { return own }
      return try thread.global(globals(r), name, cache: nil)
    }
    return state.pc == pc ? State(pc + 1, state.r, state.k) : state
  }

  @inline(__always) static func storeName(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) -> Outcome {
    value(r, 0).isIdentical(to: Frame(r).function.body.pointee.globals)
      ? storeGlobal(&pc, &r, &k, thread, w) : .slow
  }

  @inline(never) static func storeNameSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64
  ) -> State {
    if value(r, 0).isIdentical(to: Frame(r).function.body.pointee.globals) {
      return storeGlobalSlow(pc, r, k, thread, w)
    }
    let state = perform(pc, r, k, thread) { () throws(Raised) in
      let name = Frame(r).code.name(wide(w))
      let namespace = value(r, 0)
      if namespace.isExactly(.dict) {
        try DictObject(namespace).set(thread, name, value(r, a(w)))
      } else {
        try thread.setItem(namespace, name, value(r, a(w)))
      }
      consumeA(r, w, thread)
    }
    return state.pc == pc ? State(pc + 1, state.r, state.k) : state
  }

  @inline(never) static func deleteNameSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64
  ) -> State {
    perform(pc, r, k, thread) { () throws(Raised) in
      let name = Frame(r).code.name(wide(w))
      let namespace = value(r, 0)
      if namespace.isExactly(.dict) {
        guard try DictObject(namespace).remove(thread, name) else {
          throw thread.raiseNameError(name)
        }
        return
      }
      do throws(Raised) {
        try thread.deleteItem(namespace, name)
      } catch {
        guard thread.exceptionMatches(.keyError) else { throw error }
        thread.clearException()
        throw thread.raiseNameError(name)
      }
    }
  }

  @inline(never) static func loadClassFreeSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64
  ) -> State {
    let frame = Frame(r)
    let nameText = frame.code.blueprint.freeNames[fullC(w)]
    let content = CellObject(
      TupleObject(frame.function.body.pointee.closure)[fullC(w)])
    var isMissing = false
    let state = produce(pc, r, k, thread, w) { () throws(Raised) in
      let own = try thread.namespaceItem(value(r, b(w)), thread.intern(nameText))
      if !own.isUnbound { return own }
      let value = content.load(thread)
      isMissing = value.isUnbound
      return value
    }
    return isMissing ? raiseUnboundFree(pc, r, k, thread, fullC(w)) : state
  }

  @inline(never) static func loadClassGlobalSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64
  ) -> State {
    produce(pc, r, k, thread, w) { () throws(Raised) in
      let name = Frame(r).code.name(fullC(w))
      let own = try thread.namespaceItem(value(r, b(w)), name)
      return own.isUnbound ? try thread.global(globals(r), name, cache: nil) : own
    }
  }
}

extension ThreadState {
  /// A name in the globals, then the builtins; fills the cache word. Raises NameError. Owned.
  func global(_ globals: DictObject, _ name: Value, cache: UnsafeMutablePointer<UInt64>?)
    throws(Raised) -> Value
  {
    let own = try namespaceItem(globals.value, name)
    if !own.isUnbound {
      if let cache { cacheGlobal(globals, name, cache) }
      return own
    }
    let builtins = DictObject(Interpreter.builtinsDictionary)
    let found = builtins.get(self, name: name)
    if found.isUnbound { throw raiseNameError(name) }
    if let cache, globals.value.isExactly(.dict) {
      let index = builtins.entryIndex(self, name: name)
      let version = globals.keysVersion(self)
      let builtinsVersion = builtins.keysVersion(self)
      if version != 0, builtinsVersion != 0, 0..<1024 ~= index,
        globals.entryIndex(self, name: name) < 0
      {
        CacheWord(
          .builtin, version: version,
          payload: UInt32(index) | (builtinsVersion & 0x3f_ffff) << 10
        ).store(cache)
      }
    }
    return found
  }

  func cacheGlobal(_ globals: DictObject, _ name: Value, _ cache: UnsafeMutablePointer<UInt64>) {
    guard globals.value.isExactly(.dict) else { return }
    let version = globals.keysVersion(self)
    let index = globals.entryIndex(self, name: name)
    guard version != 0, index >= 0, globals.keysVersion(self) == version else { return }
    CacheWord(.global, version: version, payload: UInt32(index)).store(cache)
  }

  /// An item of a namespace mapping: unbound where it has no such key. Owned.
  func namespaceItem(_ namespace: Value, _ name: Value) throws(Raised) -> Value {
    if namespace.isExactly(.dict) { return DictObject(namespace).get(self, name: name) }
    do throws(Raised) {
      return try getItem(namespace, name)
    } catch {
      guard exceptionMatches(.keyError) else { throw error }
      clearException()
      return .unbound
    }
  }

  @inline(never) func raiseNameError(_ name: Value) -> Raised {
    raiseNamed(.nameError, "name '\(StringObject(name).text)' is not defined", name, .unbound)
  }
}
