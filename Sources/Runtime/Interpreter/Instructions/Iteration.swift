// Loops and generators.

import Bytecode
import CRuntime

extension Instructions {
  @inline(__always) static func loopHeader(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) -> Outcome {
    if thread.hasPending { return .slow }
    pc += 1
    return .next
  }

  @inline(never) static func loopHeaderSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64
  ) -> State {
    let state = perform(pc, r, k, thread) { () throws(Raised) in try thread.safepoint() }
    return state.pc == pc ? State(pc + 1, state.r, state.k) : state
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
  ) -> Outcome {
    let iterator = value(r, a(w))
    if thread.hasPending || !iterator.isReference { return .slow }
    let item = fastNext(iterator.reference, thread)
    if item.isUnbound { return .slow }
    pc += 1
    return store(r, b(w), item)
  }

  /// The next item of an iterator that only this thread uses: of a range over small ints, a list or
  /// a tuple. Unbound: take the slow path. Owned or uncounted.
  @inline(__always) static func fastNext(_ iterator: Reference, _ thread: ThreadState) -> Value {
    let type = iterator.type
    if type.isExactly(.rangeIterator) { return RangeIterator.nextPrivateItem(thread, iterator) }
    let state = SequencePosition(Value(iterator))
    if type.isExactly(.listIterator) {
      // Only then may the position be read plainly.
      if !state.isPrivate(thread) { return .unbound }
      let position = state.body.pointee.position
      if position < 0 { return .unbound }
      let item = readItem(ListObject(state.container), at: position, thread)
      if !item.isUnbound { state.advancePrivately(to: position &+ 1) }
      return item
    }
    if type.isExactly(.tupleIterator) {
      if !state.isPrivate(thread) { return .unbound }
      let position = state.body.pointee.position
      if position < 0 { return .unbound }
      let tuple = TupleObject(state.container)
      if position >= tuple.count { return .unbound }
      let item = read(tuple.words + position, thread)
      if !item.isUnbound { state.advancePrivately(to: position &+ 1) }
      return item
    }
    return .unbound
  }

  @inline(never) static func forIterateSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64
  ) -> State {
    publish(pc, thread)
    do throws(Raised) {
      if thread.hasPending { try thread.safepoint() }
      let iterator = value(r, a(w))
      if let state = try iteratePair(pc, r, k, thread, w, iterator) { return state }
      let item =
        iterator.isExactly(.listIterator)
        ? SequencePosition.nextListItem(thread, iterator, forRegister: true)
        : try unsafeBitCast(iterator.type.slot(.next), to: UnaryFunction.self)(thread, iterator)
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

  /// Saves the window in the generator and leaves the activation that resumed it. What is sent in
  /// at the next resumption goes to register a.
  @inline(never) static func yieldSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64
  ) -> State {
    let result = take(r, b(w), isLast: isLastB(w), thread)
    return suspend(pc, r, k, thread, w, yielding: result, delegate: -1)
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
    thread.record.pointee.didYield = true
    return state
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

  /// Coroutines are compiled, but not run yet.
  @inline(never) static func asynchronousSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64
  ) -> State {
    perform(pc, r, k, thread) { () throws(Raised) in
      throw thread.raise(.notImplementedError, "Racer does not run asynchronous code yet")
    }
  }
}
