// Functions, imports, pattern matching, intrinsics.

import Bytecode
import CRuntime

extension Instructions {
  @inline(never) static func makeFunctionSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64
  ) -> State {
    produce(pc, r, k, thread, w) { () throws(Raised) in
      let base = a(w)
      let function = try FunctionObject.make(
        thread, code: Value(bits: k[fullB(w)]), globals: Frame(r).function.body.pointee.globals)
      let body = function.body
      var index = base
      let flags = fullC(w)
      if flags & 1 != 0 {
        body.pointee.defaults = moveToHeap(r, index, thread)
        index += 1
      }
      if flags & 2 != 0 {
        body.pointee.keywordDefaults = moveToHeap(r, index, thread)
        index += 1
      }
      if flags & 4 != 0 {
        body.pointee.annotations = moveToHeap(r, index, thread)
        index += 1
      }
      if flags & 8 != 0 { body.pointee.closure = moveToHeap(r, index, thread) }
      return thread.asUncounted(function.value)
    }
  }

  @inline(never) static func importNameSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64
  ) -> State {
    produce(pc, r, k, thread, w) { () throws(Raised) in
      let base = a(w)
      let name = Frame(r).code.name(wide(w))
      let module = try thread.importStatement(
        name, globals: Frame(r).function.body.pointee.globals, fromList: value(r, base + 1),
        level: value(r, base))
      clear(r, base + 1, thread)
      return module
    }
  }

  @inline(never) static func importFromSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64
  ) -> State {
    produce(pc, r, k, thread, w) { () throws(Raised) in
      try thread.importFrom(value(r, b(w)), Frame(r).code.name(fullC(w)))
    }
  }

  @inline(never) static func importStarSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64
  ) -> State {
    perform(pc, r, k, thread) { () throws(Raised) in
      let module = take(r, a(w), isLast: isLastA(w), thread)
      defer { thread.release(module) }
      try thread.importStar(module, into: value(r, 0))
    }
  }

  // MARK: Pattern matching

  @inline(__always) static func matchSequence(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    put(r, a(w), Value(value(r, b(w)).isInstance(TypeFlags.isSequence)), thread)
  }

  @inline(__always) static func matchMapping(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    put(r, a(w), Value(value(r, b(w)).isInstance(TypeFlags.isMapping)), thread)
  }

  @inline(never) static func getLengthSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64
  ) -> State {
    produce(pc, r, k, thread, w) { () throws(Raised) in
      Value(small: try thread.length(value(r, b(w))))
    }
  }

  @inline(never) static func matchKeysSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64
  ) -> State {
    produce(pc, r, k, thread, w) { () throws(Raised) in
      try thread.matchKeys(value(r, b(w)), TupleObject(value(r, c(w))))
    }
  }

  @inline(never) static func matchClassSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64
  ) -> State {
    produce(pc, r, k, thread, w) { () throws(Raised) in
      let base = c(w)
      let result = try thread.matchClass(
        value(r, b(w)), class: value(r, base), positional: wide(pc.pointee),
        keywords: TupleObject(value(r, base + 1)))
      clear(r, base, thread)
      clear(r, base + 1, thread)
      return result
    }
  }

  @inline(never) static func intrinsicSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64
  ) -> State {
    produce(pc, r, k, thread, w) { () throws(Raised) in
      let intrinsic = unsafeBitCast(UInt8(truncatingIfNeeded: fullB(w)), to: Intrinsic.self)
      let base = c(w)
      let result = try thread.intrinsic(intrinsic, r + base, namespace: value(r, 0))
      for index in base..<(base + intrinsic.operandCount) { clear(r, index, thread) }
      return result
    }
  }
}
