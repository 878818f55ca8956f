// Calls of native functions and methods from the loop: the usual ones, before the general way to call
// is asked for.

import CRuntime

extension Instructions {
  @inline(never) static func callSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64
  ) -> State {
    let callee = value(r, b(w) + 1)
    if callee.isExactly(.builtinFunction), !thread.hasPending {
      let body = BuiltinFunctionObject(callee).body
      return callNative(
        body.pointee.description, body.pointee.receiver, r + b(w) + 2, fullC(w), pc, r, k, thread, w
      )
    }
    return callAnySlow(pc, r, k, thread, w, hasSelf: false)
  }

  @inline(never) static func callMethodSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64
  ) -> State {
    let callee = value(r, b(w) + 1)
    let receiver = value(r, b(w) + 2)
    if !thread.hasPending {
      if callee.isExactly(.methodDescriptor), receiver.isReference {
        let body = MethodDescriptorObject(callee).body
        if receiver.reference.type.value.isIdentical(to: body.pointee.owner) {
          return callNative(
            body.pointee.description, receiver, r + b(w) + 3, fullC(w), pc, r, k, thread, w)
        }
      } else if callee.isExactly(.builtinFunction), receiver.isUnbound {
        // A function of a module: the empty place for self stays in front of the arguments.
        let body = BuiltinFunctionObject(callee).body
        return callNative(
          body.pointee.description, body.pointee.receiver, r + b(w) + 3, fullC(w), pc, r, k, thread,
          w)
      }
    }
    return callAnySlow(pc, r, k, thread, w, hasSelf: true)
  }

  /// Calls a native function with `count` positional arguments, then drops what the window holds.
  @inline(__always) private static func callNative(
    _ description: NativeDescriptionPointer, _ receiver: Value, _ arguments: Registers,
    _ count: Int, _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64
  ) -> State {
    publish(pc, thread)
    let first = r + b(w) + 1
    do throws(Raised) {
      let result = try thread.callNative(
        description, receiver, Arguments(base: arguments, count: count))
      drop(from: first, to: arguments + count, thread)
      put(r, a(w), result, thread)
      return State(pc, r, k)
    } catch {
      // The unwinder drops what is in the window: it lies in this frame's registers.
      drop(from: first, to: arguments + count, thread)
      return raised(pc, r, k, thread)
    }
  }
}
