// From a raised exception to its handler.
//
// No liveness tables: a dead register holds no counted reference (Frame.swift), so unwinding drops
// every counted reference at and above the handler's register, and is done.

import Bytecode
import CRuntime

extension Instructions {
  /// Makes the interpreter go on at the handler of the exception in flight, or leave the activation
  /// with an unbound result. `pc` is the address behind the instruction that raised.
  @inline(never)
  static func unwind(
    _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
    _ k: inout UnsafeMutablePointer<UInt>, _ thread: ThreadState
  ) {
    unwind(&pc, &r, &k, thread, addingTraceback: true)
  }

  static func unwind(
    _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
    _ k: inout UnsafeMutablePointer<UInt>, _ thread: ThreadState, addingTraceback: Bool
  ) {
    var address = pc
    var addsTraceback = addingTraceback
    while true {
      let frame = Frame(r)
      let code = frame.code
      let index = frame.wordIndex(address)
      if addsTraceback && !frame.isInstantiation {
        thread.addTraceback(frame, code: code, wordIndex: index)
      }
      addsTraceback = true
      if let entry = code.blueprint.exceptionTable.entry(forWord: index) {
        handle(entry, frame, thread)
        pc = code.body.pointee.words + entry.handler
        k = code.body.pointee.constants
        return
      }
      dropRegisters(frame, from: 0, thread)
      let isEntry = frame.isEntry
      let word = frame.returnAddress[-1]
      address = frame.returnAddress
      let base = r - Int(word >> 32 & 0x7fff) - 2
      let function = frame.functionValue
      r[-1] = Value.none.bits
      thread.record.pointee.depth -= 1
      if isEntry {
        pc = Interpreter.entryReturnAddress
        base[0] = Value.unbound.bits
        r = base
        thread.record.pointee.registers = Frame(r).registers
        thread.release(function)
        return
      }
      r = base
      thread.record.pointee.registers = r
      thread.release(function)
    }
  }

  /// Sets up the handler's registers.
  private static func handle(_ entry: ExceptionTable.Entry, _ frame: Frame, _ thread: ThreadState) {
    let exception = thread.takeException()
    dropRegisters(frame, from: entry.register, thread)
    let registers = frame.registers
    // The handler's two registers own: what was handled before, and the new exception; the thread
    // has a count of its own on what is handled now.
    registers[entry.register] = thread.record.pointee.handled.bits
    thread.record.pointee.handled = thread.retain(exception)
    registers[entry.register + 1] = exception.bits
  }

  private static func dropRegisters(_ frame: Frame, from first: Int, _ thread: ThreadState) {
    let count = Int(frame.code.body.pointee.registerCount)
    let registers = frame.registers
    var index = first
    while index < count {
      let value = Value(bits: registers[index])
      if value.isCounted {
        registers[index] = Value.none.bits
        releaseCounted(value, thread)
      }
      index += 1
    }
  }
}
