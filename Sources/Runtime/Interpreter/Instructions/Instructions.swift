// The instructions' bodies, by topic. The generated handlers inline them (interpreter.md I1):
//
// - The hot state is pc, r (registers), k (constants), the thread and the word. The three pointers
//   are never passed by reference to a function that is not inlined, or they would live in memory:
//   slow halves take them by value and return the new `State`.
// - A hot instruction has two parts (Generate/OpcodeBodies.swift). The first calls nothing, so that
//   its handler needs no stack frame, and returns an `Outcome`; the second, slow one does all cases.
// - No body throws: slow halves catch `Raised` and return the unwinder's state.
// - Before anything that can raise or run Python code, pc is published in the thread (`publish`);
//   the window is always published.

import Bytecode
import CRuntime

package enum Instructions {
  typealias PC = UnsafeMutablePointer<UInt64>
  typealias Registers = UnsafeMutablePointer<UInt>

  /// What a slow half leaves behind.
  struct State {
    var pc: PC
    var r: Registers
    var k: Registers

    @inline(__always) init(_ pc: PC, _ r: Registers, _ k: Registers) {
      self.pc = pc
      self.r = r
      self.k = k
    }
  }

  /// How an instruction goes on after its first part.
  struct Outcome {
    let bits: UInt

    @inline(__always) init(bits: UInt) { self.bits = bits }

    @inline(__always) static var next: Outcome { Outcome(bits: 0) }
    /// Nothing was done: the second part has to do it.
    @inline(__always) static var slow: Outcome { Outcome(bits: 1) }
    /// Done, but for giving back a lock that others wait for, and then the release of what the
    /// thread's record holds as displaced.
    @inline(__always) static func unlocking(_ object: Reference) -> Outcome {
      Outcome(bits: object.bits | 2)
    }
    /// Done, but for the release of a counted value; of others there is nothing to release.
    @inline(__always) static func dropping(_ word: UInt) -> Outcome {
      Outcome(bits: _slowPath(word & 15 == 0) ? word : 0)
    }
  }

  // MARK: Operands

  @inline(__always) static func isOpcode(_ opcode: Opcode, _ w: UInt64) -> Bool {
    w & 0xffff == UInt64(opcode.rawValue)
  }

  @inline(__always) static func a(_ w: UInt64) -> Int { Int(truncatingIfNeeded: w >> 16 & 0x7fff) }
  @inline(__always) static func b(_ w: UInt64) -> Int { Int(truncatingIfNeeded: w >> 32 & 0x7fff) }
  @inline(__always) static func c(_ w: UInt64) -> Int { Int(truncatingIfNeeded: w >> 48 & 0x7fff) }
  /// Operands that are no registers use all 16 bits.
  @inline(__always) static func fullA(_ w: UInt64) -> Int {
    Int(truncatingIfNeeded: w >> 16 & 0xffff)
  }
  @inline(__always) static func fullB(_ w: UInt64) -> Int {
    Int(truncatingIfNeeded: w >> 32 & 0xffff)
  }
  @inline(__always) static func fullC(_ w: UInt64) -> Int { Int(truncatingIfNeeded: w >> 48) }
  @inline(__always) static func wide(_ w: UInt64) -> Int { Int(truncatingIfNeeded: w >> 32) }
  @inline(__always) static func signedB(_ w: UInt64) -> Int {
    Int(Int16(truncatingIfNeeded: w >> 32))
  }
  @inline(__always) static func signedC(_ w: UInt64) -> Int {
    Int(Int16(truncatingIfNeeded: w >> 48))
  }
  @inline(__always) static func signedWide(_ w: UInt64) -> Int {
    Int(Int32(truncatingIfNeeded: w >> 32))
  }
  @inline(__always) static func isLastA(_ w: UInt64) -> Bool { w & (1 << 31) != 0 }
  @inline(__always) static func isLastB(_ w: UInt64) -> Bool { w & (1 << 47) != 0 }
  @inline(__always) static func isLastC(_ w: UInt64) -> Bool { w & (1 << 63) != 0 }

  /// The marks of last uses.
  @inline(__always) static var lastAB: UInt64 { 1 << 31 | 1 << 47 }
  @inline(__always) static var lastBC: UInt64 { 1 << 47 | 1 << 63 }

  // MARK: Registers in first parts

  /// Stores an owned value; what the register held is dropped.
  @inline(__always) static func store(_ r: Registers, _ index: Int, _ value: Value) -> Outcome {
    let old = r[index]
    r[index] = value.bits
    return .dropping(old)
  }

  /// Moves a register's value out, to be dropped.
  @inline(__always) static func takeOut(_ r: Registers, _ index: Int) -> Outcome {
    let old = r[index]
    if old & 15 == 0 { r[index] = Value.none.bits }
    return .dropping(old)
  }

  /// Stores an owned value in register a, and drops the object of operand b at its last use. The
  /// caller has made sure by `canDrop` that this is one drop only.
  @inline(__always) static func store(
    _ r: Registers, _ value: Value, consumingB w: UInt64
  ) -> Outcome {
    if _slowPath(isLastB(w)), a(w) != b(w) {
      let object = r[b(w)]
      if object & 15 == 0 {
        r[b(w)] = Value.none.bits
        r[a(w)] = value.bits
        return .dropping(object)
      }
    }
    return store(r, a(w), value)
  }

  /// Whether the instruction has at most one value to drop: what register a held, or operand b.
  @inline(__always) static func canDrop(_ r: Registers, _ w: UInt64) -> Bool {
    _fastPath(!isLastB(w)) || a(w) == b(w) || r[a(w)] & 15 != 0 || r[b(w)] & 15 != 0
  }

  /// Takes a count on what a register's word names, for another register, if that takes no call.
  /// Uncounted words stay so.
  @inline(__always) static func canRetain(_ word: UInt, _ thread: ThreadState) -> Bool {
    if word & 15 != 0 { return true }
    let reference = Reference(bits: word)
    reference.assertAlive()
    let bias = reference.bias
    if _fastPath(UInt32(truncatingIfNeeded: bias >> 32) == thread.owner) {
      reference.storeBias(bias &+ 1)
      return true
    }
    return UInt32(truncatingIfNeeded: bias) == Header.immortalLocal
  }

  /// Gives up a count, if that takes no call.
  @inline(__always) static func canRelease(_ word: UInt, _ thread: ThreadState) -> Bool {
    if word & 15 != 0 { return true }
    let reference = Reference(bits: word)
    let bias = reference.bias
    if _fastPath(UInt32(truncatingIfNeeded: bias >> 32) == thread.owner) {
      if _slowPath(UInt32(truncatingIfNeeded: bias) == 1) { return false }
      reference.storeBias(bias &- 1)
      return true
    }
    return UInt32(truncatingIfNeeded: bias) == Header.immortalLocal
  }

  /// The first part of a read from a slot into a register: owned or uncounted; unbound where that
  /// takes more than a load and a count. Where slots are shared: lock-free, R4.
  @inline(__always) static func read(
    _ slot: UnsafeMutablePointer<UInt>, _ thread: ThreadState, isOftenDeferred: Bool = false
  ) -> Value {
    let word = racer_load_acquire_word(slot)
    if word & 7 != 0 { return Value(bits: word) }
    let reference = Reference(bits: word)
    if _fastPath(!thread.isShared) {
      if isOftenDeferred, reference.needsNoCount { return Value(bits: word | 8) }
      return canRetain(word, thread) ? Value(bits: word) : .unbound
    }
    if reference.needsNoCount {
      // The slot still names the object: what was seen to be deferred was that object (R3).
      return racer_load_acquire_word(slot) == word ? Value(bits: word | 8) : .unbound
    }
    let bias = reference.bias
    guard UInt32(truncatingIfNeeded: bias >> 32) == thread.owner,
      UInt32(truncatingIfNeeded: bias) != 0
    else { return .unbound }
    reference.storeBias(bias &+ 1)
    if racer_load_acquire_word(slot) == word { return Value(bits: word) }
    reference.storeBias(bias)
    return .unbound
  }

  /// Takes back what `read` returned, before anything else was done. The count before was not zero.
  @inline(__always) static func unread(_ value: Value) {
    if value.isCounted { value.reference.storeBias(value.reference.bias &- 1) }
  }

  /// What an instruction displaced, after it.
  @inline(__always) static func release(_ pc: PC, _ word: UInt64, _ thread: ThreadState) {
    var word = UInt(truncatingIfNeeded: word)
    if word & 2 != 0 {
      thread.unlockSlow(Reference(bits: word & ~15))
      word = thread.record.pointee.displaced
      thread.record.pointee.displaced = 0
    }
    if word & 15 != 0 || word == 0 || canRelease(word, thread) { return }
    publish(pc, thread)
    releaseCounted(Value(bits: word), thread)
  }

  /// The first part of an overwrite of one slot that other threads may see: under the object's lock
  /// (R4, R5), where `locate` finds the slot or refuses. `length`: cache words to step over.
  @inline(__always) static func overwrite(
    _ pc: inout PC, _ r: Registers, _ object: Reference, source: Int, isLast: Bool,
    _ thread: ThreadState, length: Int, locate: () -> UnsafeMutablePointer<UInt>?
  ) -> Outcome {
    let word = r[source]
    let moves = isLast && word & 15 == 0
    if !moves, word & 15 == 8 || !canRetain(word, thread) { return .slow }
    guard thread.tryLock(object) else {
      if !moves { unread(Value(bits: word)) }
      return .slow
    }
    var old: UInt = 0
    let slot = locate()
    if let slot {
      old = racer_load_relaxed_word(slot)
      // Release: what was written before the store is seen by whoever loads it.
      racer_store_release_word(slot, word)
    }
    let isUnlocked = thread.tryUnlock(object)
    if slot != nil {
      if moves { r[source] = Value.none.bits }
      pc += length
      if _fastPath(isUnlocked) { return .dropping(old) }
    } else {
      if !moves { unread(Value(bits: word)) }
      if isUnlocked { return .slow }
      // Once more from the start, when the lock is given back.
      pc -= 1
    }
    thread.record.pointee.displaced = old
    return .unlocking(object)
  }

  /// The first part of a read of a list's item: owned or uncounted; unbound where it is out of range,
  /// or another thread interferes.
  @inline(__always) static func readItem(
    _ list: ListObject, at index: Int, _ thread: ThreadState
  ) -> Value {
    if _fastPath(!thread.isShared) {
      let count = list.count
      let position = index < 0 ? index &+ count : index
      if UInt(bitPattern: position) >= UInt(bitPattern: count) { return .unbound }
      return read(list.store.items + position, thread)
    }
    // R4
    guard let before = list.sequence.beginRead() else { return .unbound }
    let count = list.count
    let position = index < 0 ? index &+ count : index
    if UInt(bitPattern: position) >= UInt(bitPattern: count) { return .unbound }
    let store = list.store
    if position >= store.capacity { return .unbound }
    let item = read(store.items + position, thread)
    if list.store.base == store.base, list.sequence.isUnchanged(since: before) { return item }
    unread(item)
    return .unbound
  }

  // MARK: Registers

  @inline(__always) static func value(_ r: Registers, _ index: Int) -> Value {
    Value(bits: r[index])
  }

  /// Stores an owned value and drops what the register held.
  @inline(__always) static func put(
    _ r: Registers, _ index: Int, _ value: Value, _ thread: ThreadState
  ) {
    let old = r[index]
    r[index] = value.bits
    if old & 15 == 0 { releaseCounted(Value(bits: old), thread) }
  }

  /// The zero of a register stack's fresh memory is no reference.
  @inline(never) static func releaseCounted(_ value: Value, _ thread: ThreadState) {
    if value.bits != 0 { thread.release(value) }
  }

  /// Releases and clears a register.
  @inline(__always) static func clear(_ r: Registers, _ index: Int, _ thread: ThreadState) {
    let old = r[index]
    if old & 15 == 0 {
      r[index] = Value.none.bits
      releaseCounted(Value(bits: old), thread)
    }
  }

  /// Takes a source operand: moved out of a register at its last use, else retained (uncounted
  /// words stay so). Owned.
  @inline(__always) static func take(
    _ r: Registers, _ index: Int, isLast: Bool, _ thread: ThreadState
  ) -> Value {
    let value = Value(bits: r[index])
    if value.isCounted {
      if isLast {
        r[index] = Value.none.bits
      } else {
        thread.retain(value)
      }
    }
    return value
  }

  /// Moves a register's value out. Owned.
  @inline(__always) static func move(_ r: Registers, _ index: Int) -> Value {
    let value = Value(bits: r[index])
    if value.isCounted { r[index] = Value.none.bits }
    return value
  }

  /// Drops operands b and c at their last use.
  @inline(__always) static func consumeBC(_ r: Registers, _ w: UInt64, _ thread: ThreadState) {
    if isLastB(w) { clear(r, b(w), thread) }
    if isLastC(w) { clear(r, c(w), thread) }
  }
  @inline(__always) static func consumeB(_ r: Registers, _ w: UInt64, _ thread: ThreadState) {
    if isLastB(w) { clear(r, b(w), thread) }
  }
  @inline(__always) static func consumeA(_ r: Registers, _ w: UInt64, _ thread: ThreadState) {
    if isLastA(w) { clear(r, a(w), thread) }
  }
  @inline(__always) static func consumeAB(_ r: Registers, _ w: UInt64, _ thread: ThreadState) {
    if isLastA(w) { clear(r, a(w), thread) }
    if isLastB(w) { clear(r, b(w), thread) }
  }

  // MARK: Slow halves

  /// Makes the place known to tracebacks and to code that runs from here.
  @inline(__always) static func publish(_ pc: PC, _ thread: ThreadState) {
    thread.record.pointee.programCounter = pc
  }

  /// The state at the handler of the exception in flight.
  @inline(never) static func raised(_ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState)
    -> State
  {
    var state = State(pc, r, k)
    unwind(&state.pc, &state.r, &state.k, thread)
    return state
  }

  /// Runs a slow half that makes a value for register a; operands are consumed by the caller's
  /// closure only on success (the unwinder drops them otherwise).
  @inline(__always) static func produce(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64,
    _ body: () throws(Raised) -> Value
  ) -> State {
    publish(pc, thread)
    do throws(Raised) {
      let result = try body()
      put(r, a(w), result, thread)
      return State(pc, r, k)
    } catch {
      return raised(pc, r, k, thread)
    }
  }

  /// Runs a slow half that has no result.
  @inline(__always) static func perform(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState,
    _ body: () throws(Raised) -> Void
  ) -> State {
    publish(pc, thread)
    do throws(Raised) {
      try body()
      return State(pc, r, k)
    } catch {
      return raised(pc, r, k, thread)
    }
  }

  @inline(__always) static func apply(
    _ state: State, _ pc: inout PC, _ r: inout Registers, _ k: inout Registers
  ) {
    pc = state.pc
    r = state.r
    k = state.k
  }
}
