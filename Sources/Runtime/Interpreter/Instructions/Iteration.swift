// Loops and generators.

import Bytecode
import CRuntime

extension Instructions {
  @inline(__always) static func loopHeader(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    if thread.hasPending {
      apply(safepointSlow(pc, r, k, thread, w), &pc, &r, &k)
    } else {
      pc += 1
    }
  }

  @inline(never) static func safepointSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64
  ) -> State {
    let state = perform(pc, r, k, thread) { () throws(Raised) in try thread.safepoint() }
    return state.pc == pc ? State(pc + 1, state.r, state.k) : state
  }

  @inline(__always) static func getIterator(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    apply(getIteratorSlow(pc, r, k, thread, w), &pc, &r, &k)
  }
  @inline(never) static func getIteratorSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64
  ) -> State {
    produce(pc, r, k, thread, w) { () throws(Raised) in
      let result = try thread.loopIterator(value(r, b(w)))
      consumeB(r, w, thread)
      return result
    }
  }

  @inline(__always) static func forIterate(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    if !thread.hasPending {
      let item = fastNext(value(r, a(w)), thread)
      if !item.isUnbound {
        put(r, b(w), item, thread)
        pc += 1
        return
      }
    }
    apply(forIterateSlow(pc, r, k, thread, w), &pc, &r, &k)
  }

  /// The next item of a range over small ints or of a list, while one thread runs; unbound: take the
  /// slow path. Owned.
  @inline(__always) static func fastNext(_ iterator: Value, _ thread: ThreadState) -> Value {
    if iterator.isExactly(.rangeIterator) { return RangeIterator.nextItem(thread, iterator) }
    if iterator.isExactly(.listIterator) { return SequencePosition.nextListItem(thread, iterator) }
    return .unbound
  }

  @inline(never) static func forIterateSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64
  ) -> State {
    publish(pc, thread)
    do throws(Raised) {
      if thread.hasPending { try thread.safepoint() }
      let iterator = value(r, a(w))
      let item = try unsafeBitCast(iterator.type.slot(.next), to: UnaryFunction.self)(
        thread, iterator)
      if item.isUnbound {
        clear(r, a(w), thread)
        return State(pc + 1 + signedC(w), r, k)
      }
      put(r, b(w), item, thread)
      return State(pc + 1, r, k)
    } catch {
      return raised(pc, r, k, thread)
    }
  }

  // MARK: Generators

  @inline(__always) static func getYieldFromIterator(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    apply(getYieldFromIteratorSlow(pc, r, k, thread, w), &pc, &r, &k)
  }
  @inline(never) static func getYieldFromIteratorSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64
  ) -> State {
    produce(pc, r, k, thread, w) { () throws(Raised) in
      let source = value(r, b(w))
      let result =
        source.isExactly(.generator) || source.isExactly(.coroutine)
        ? thread.retain(source) : try thread.iterator(source)
      consumeB(r, w, thread)
      return result
    }
  }

  /// Moves the window into a new generator and returns that to the caller.
  @inline(__always) static func makeGenerator(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    apply(makeGeneratorSlow(pc, r, k, thread, w), &pc, &r, &k)
  }
  @inline(never) static func makeGeneratorSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64
  ) -> State {
    publish(pc, thread)
    do throws(Raised) {
      let generator = try GeneratorObject.make(thread, window: r, resumeAt: pc)
      var state = State(pc, r, k)
      leave(&state.pc, &state.r, &state.k, thread, generator, count: 0)
      return state
    } catch {
      return raised(pc, r, k, thread)
    }
  }

  @inline(__always) static func `yield`(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    apply(yieldSlow(pc, r, k, thread, w), &pc, &r, &k)
  }

  /// Saves the window in the generator and leaves the activation that resumed it. What is sent in
  /// at the next resumption goes to register a.
  @inline(never) static func yieldSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64
  ) -> State {
    let result = take(r, b(w), isLast: isLastB(w), thread)
    return suspend(pc, r, k, thread, w, yielding: result, delegate: -1)
  }

  @inline(__always) static func yieldDelegating(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    apply(yieldDelegatingSlow(pc, r, k, thread, w), &pc, &r, &k)
  }
  @inline(never) static func yieldDelegatingSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64
  ) -> State {
    let result = move(r, a(w))
    return suspend(pc, r, k, thread, w, yielding: result, delegate: b(w))
  }

  private static func suspend(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64,
    yielding result: Value, delegate: Int
  ) -> State {
    let frame = Frame(r)
    GeneratorObject(frame.generator).suspend(
      thread, window: r, resumeAt: pc, sentRegister: a(w), delegate: delegate)
    var state = State(pc, r, k)
    leave(&state.pc, &state.r, &state.k, thread, result, count: 0)
    return state
  }

  @inline(__always) static func send(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    apply(sendSlow(pc, r, k, thread, w), &pc, &r, &k)
  }
  @inline(never) static func sendSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64
  ) -> State {
    publish(pc, thread)
    do throws(Raised) {
      let sent = move(r, a(w))
      defer { thread.release(sent) }
      let (result, isFinished) = try thread.send(sent, to: value(r, b(w)))
      put(r, a(w), result, thread)
      if isFinished {
        clear(r, b(w), thread)
        return State(pc + signedC(w), r, k)
      }
      return State(pc, r, k)
    } catch {
      return raised(pc, r, k, thread)
    }
  }

  // MARK: Asynchronous code

  @inline(__always) static func getAwaitable(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    apply(asynchronousSlow(pc, r, k, thread, w), &pc, &r, &k)
  }

  @inline(__always) static func getAsyncIterator(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    apply(asynchronousSlow(pc, r, k, thread, w), &pc, &r, &k)
  }

  @inline(__always) static func getAsyncNext(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    apply(asynchronousSlow(pc, r, k, thread, w), &pc, &r, &k)
  }

  @inline(__always) static func endAsyncFor(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    apply(asynchronousSlow(pc, r, k, thread, w), &pc, &r, &k)
  }

  @inline(__always) static func enterAsyncContext(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    apply(asynchronousSlow(pc, r, k, thread, w), &pc, &r, &k)
  }

  @inline(__always) static func exitAsyncContext(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    apply(asynchronousSlow(pc, r, k, thread, w), &pc, &r, &k)
  }

  @inline(__always) static func exitAsyncContextException(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    apply(asynchronousSlow(pc, r, k, thread, w), &pc, &r, &k)
  }

  /// Coroutines are compiled, but not run yet.
  @inline(never) static func asynchronousSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64
  ) -> State {
    perform(pc, r, k, thread) { () throws(Raised) in
      throw thread.raise(.notImplementedError, "Racer does not run asynchronous code yet")
    }
  }
}
