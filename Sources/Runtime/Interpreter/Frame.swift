// Windows of registers on a thread's register stack (interpreter.md I3).
//
// A callee's window begins inside its caller's: two header words, then the arguments, which the
// caller evaluated in place.
//
//   r[-2]  return address in the caller's code, tagged as an int
//   r[-1]  the function (owned, or uncounted where it is deferred); gives code and globals
//   r[0…]  parameters, locals, temporaries
//
// An entry frame, pushed when native code calls a Python function, has in front of that
//
//   r[-6]  the native caller's program counter, tagged      r[-5]  its window, tagged
//   r[-4]  the entry function, whose window this looks like
//   r[-3]  what the frame belongs to: a generator (uncounted), or unbound
//
// Invariants: every word of a live window is a valid value; a dead register holds no counted
// reference; `ThreadRecord.registers` is the running window whenever Python or native code runs.

import Bytecode
import CRuntime

/// A window, seen from slow paths.
struct Frame {
  let registers: UnsafeMutablePointer<UInt>

  @inline(__always) init(_ registers: UnsafeMutablePointer<UInt>) { self.registers = registers }

  @inline(__always) var functionValue: Value { Value(bits: registers[-1]) }
  @inline(__always) var function: FunctionObject { FunctionObject(functionValue) }
  @inline(__always) var code: CodeObject { function.code }
  /// First register above the window.
  @inline(__always) var top: UnsafeMutablePointer<UInt> {
    registers + Int(code.body.pointee.registerCount)
  }
  @inline(__always) var returnAddress: UnsafeMutablePointer<UInt64> {
    UnsafeMutablePointer(bitPattern: registers[-2] & ~1).unsafelyUnwrapped
  }
  /// Whether this is the outermost window of an interpreter activation.
  @inline(__always) var isEntry: Bool { returnAddress == Interpreter.entryReturnAddress }
  /// Whether this is the window between a class's call and its `__init__`.
  @inline(__always) var isInstantiation: Bool {
    registers[-1] == Interpreter.instantiationFunction.bits
  }
  /// The generator that the window of an entry frame belongs to, or unbound.
  @inline(__always) var generator: Value { Value(bits: registers[-3]) }

  /// The caller's window; for an entry frame, that of the native caller (nil at the stack's start).
  var caller: Frame? {
    if isEntry {
      guard let previous = UnsafeMutablePointer<UInt>(bitPattern: registers[-5] & ~1) else {
        return nil
      }
      let frame = Frame(previous)
      return frame.functionValue.isIdentical(to: Interpreter.entryFunction) ? nil : frame
    }
    let word = returnAddress[-1]
    return Frame(registers - Int(word >> 32 & 0x7fff) - 2)
  }

  /// The caller's next instruction.
  var callerProgramCounter: UnsafeMutablePointer<UInt64>? {
    isEntry ? UnsafeMutablePointer(bitPattern: registers[-6] & ~1) : returnAddress
  }

  /// Index of the instruction that is running, from the address behind it.
  func wordIndex(_ pc: UnsafeMutablePointer<UInt64>) -> Int {
    max(0, pc - code.body.pointee.words - 1)
  }
}

extension ThreadState {
  @inline(__always) var frame: Frame { Frame(record.pointee.registers) }

  /// Walks the windows from the running one outwards.
  func forEachFrame(_ body: (Frame, _ pc: UnsafeMutablePointer<UInt64>) -> Bool) {
    guard record.pointee.registers != record.pointee.stackBase,
      var pc = record.pointee.programCounter
    else { return }
    var frame = self.frame
    while !frame.functionValue.isIdentical(to: Interpreter.entryFunction) {
      if !frame.isInstantiation, !body(frame, pc) { return }
      guard let callerPC = frame.callerProgramCounter, let caller = frame.caller else { return }
      pc = callerPC
      frame = caller
    }
  }
}
