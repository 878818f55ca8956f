// Calls of plain Python classes, without leaving the loop: the instance is made, and `__init__` is
// entered from a small window that remembers the instance.
//
//   r[0] instance   r[1] __init__'s result   then __init__'s window: r[2] function, r[3] self, …
//
// The window looks as if it ran `call 1, 1, n; returnInstance 1, 0`.

import Bytecode
import CRuntime

extension Interpreter {
  /// Function of the windows described above.
  nonisolated(unsafe) static var instantiationFunction: Value = .unbound
  /// Registers of such a window: the two of its own, and room for a call's most arguments.
  static let instantiationRegisterCount = 2 + 2 + 256
  /// The `call` word that `__init__` seems to return to, and what follows it.
  nonisolated(unsafe) static let instantiationWords: UnsafeMutablePointer<UInt64> = {
    let words = UnsafeMutablePointer<UInt64>.allocate(capacity: 2)
    words[0] = Word(.call, a: 1, b: 1).bits
    words[1] = Word(.returnInstance, a: 1, b: 0).bits
    return words
  }()
}

extension Instructions {
  /// `C(…)` where C takes its instances from object and its `__init__` is a Python function. Nil
  /// where the general way has to be gone.
  @inline(never) static func instantiate(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64, count: Int,
    names: Value
  ) -> State? {
    let window = r + b(w) + 2
    let type = TypeObject(Value(bits: window[-1]))
    guard type.has(TypeFlags.isHeapType), !type.has(TypeFlags.isAbstract), names.isUnbound,
      count < 200, type.slot(.new) == TypeObject(.object).slot(.new),
      Value(bits: type.bits).type.isExactly(.type)
    else { return nil }
    let initializer = thread.lookup(type, .name(.__init__))
    guard initializer.isExactly(.function) else {
      thread.release(initializer)
      return nil
    }
    let instance: Value
    do throws(Raised) {
      try thread.enterFrame(window + Interpreter.instantiationRegisterCount)
      do throws(Raised) {
        instance = Value(try thread.allocateInstance(type))
      } catch {
        thread.record.pointee.depth -= 1
        throw error
      }
    } catch {
      thread.release(initializer)
      dropWindow(window, count, thread)
      return raised(pc, r, k, thread)
    }
    var index = count
    while index > 0 {
      index -= 1
      window[index + 4] = window[index]
    }
    let class_ = Value(bits: window[-1])
    window[-2] = UInt(bitPattern: pc) | 1
    window[-1] = Interpreter.instantiationFunction.bits
    window[0] = instance.bits
    window[1] = Value.none.bits
    window[2] = initializer.bits
    window[3] = thread.retain(instance).bits
    thread.record.pointee.registers = window
    if class_.isCounted { releaseCounted(class_, thread) }
    // As the `call` of a window at b = 1 would: its callee's first register is r[3].
    return enterFunction(
      Interpreter.instantiationWords + 1, window, k, thread, Interpreter.instantiationWords[0],
      count: count + 1, names: .unbound)
  }

  @inline(__always) static func returnInstance(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    if value(r, a(w)).isNone {
      leave(&pc, &r, &k, thread, move(r, b(w)), count: 0)
    } else {
      apply(raiseInitResult(pc, r, k, thread, w), &pc, &r, &k)
    }
  }

  @inline(never) private static func raiseInitResult(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64
  ) -> State {
    perform(pc, r, k, thread) { () throws(Raised) in
      throw thread.raise(
        .typeError,
        "__init__() should return None, not '\(value(r, a(w)).type.nameText)'")
    }
  }
}
