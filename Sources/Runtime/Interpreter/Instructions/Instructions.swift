// The instructions' bodies, by topic. The generated handlers inline them (interpreter.md I1):
//
// - The hot state is pc, r (registers), k (constants), the thread and the word. The three pointers
//   are never passed by reference to a function that is not inlined, or they would live in memory:
//   slow halves take them by value and return the new `State`.
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

  // MARK: Operands

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
