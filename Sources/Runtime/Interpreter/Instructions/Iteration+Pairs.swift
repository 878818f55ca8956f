// Pairs: `for a, b in …` over enumerate, zip and a dict's items: the pair goes to its two registers,
// and the tuple that nobody would see is not made. The loop's next instruction tells whether that is
// so. Over a list of tuples that is known when the code is made (Bytecode/Building/Opcode+Fusion).

import Bytecode
import CRuntime

extension Instructions {
  /// `forIterate; unpackSequence` of two: a list's tuple is not counted for the time between.
  @inline(__always) static func forIteratePair(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) -> Outcome {
    let iterator = value(r, a(w))
    // With several threads the list or its item may go as soon as it was read.
    guard !thread.hasPending, !thread.isShared, iterator.isReference,
      iterator.reference.type.isExactly(.listIterator)
    else { return .slow }
    let state = SequencePosition(iterator)
    let position = state.body.pointee.position
    // An exhausted iterator, whose position is negative, has no list.
    guard position >= 0, position < ListObject(state.container).count,
      setPair(r + b(pc[1]), Value(bits: ListObject(state.container).store.items[position]), thread)
    else { return .slow }
    state.advancePrivately(to: position &+ 1)
    pc += 2
    return .next
  }

  /// Unpacks a tuple of two into two registers, if no count that this takes or gives up needs a call.
  @_transparent static func setPair(
    _ target: Registers, _ source: Value, _ thread: ThreadState
  ) -> Bool {
    guard source.isExactly(.tuple), TupleObject(source).count == 2 else { return false }
    let (first, second) = (TupleObject(source).words[0], TupleObject(source).words[1])
    let (oldFirst, oldSecond) = (target[0], target[1])
    guard canForget(oldFirst, thread), canForget(oldSecond, thread),
      oldFirst != oldSecond || !isCounted(oldFirst), canRetain(first, thread)
    else { return false }
    guard canRetain(second, thread) else {
      unread(Value(bits: first))
      return false
    }
    target[0] = first
    target[1] = second
    forget(oldFirst, thread)
    forget(oldSecond, thread)
    return true
  }

  /// Whether a register's word names an object that is counted; the zero of fresh memory does not.
  @inline(__always) private static func isCounted(_ word: UInt) -> Bool {
    word & 15 == 0 && word != 0
  }

  /// Whether `forget` can do it: the count is this thread's and not the last, or none is needed.
  @inline(__always) private static func canForget(_ word: UInt, _ thread: ThreadState) -> Bool {
    if !isCounted(word) { return true }
    let bias = Reference(bits: word).bias
    return UInt32(truncatingIfNeeded: bias >> 32) == thread.owner
      ? UInt32(truncatingIfNeeded: bias) != 1
      : UInt32(truncatingIfNeeded: bias) == Header.immortalLocal
  }

  @inline(__always) private static func forget(_ word: UInt, _ thread: ThreadState) {
    if isCounted(word) { _ = canRelease(word, thread) }
  }

  /// One step of such a loop: nil where the iterator or the next instruction is another one.
  /// Raises what the iterator raises.
  @inline(__always) static func iteratePair(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64,
    _ iterator: Value
  ) throws(Raised) -> State? {
    let type = iterator.reference.type
    let isEnumerate = type.isExactly(.enumerate)
    let isZip = type.isExactly(.zip)
    guard isEnumerate || isZip || type.isExactly(.dictItemIterator) else { return nil }
    // pc is at the cache word.
    let following = pc[1]
    guard
      following & (0xffff << 48 | 0xffff) == 2 << 48 | UInt64(Opcode.unpackSequence.rawValue),
      isLastA(following), a(following) == b(w), !isZip || ZipObject.isOfPairs(iterator)
    else { return nil }
    let pair =
      isEnumerate
      ? try EnumerateObject.nextPair(thread, iterator, forLoop: true)
      : isZip
        ? try ZipObject.nextPair(thread, iterator)
        : try DictIterator.next(
          thread, iterator, isPrivate: thread.isUniquelyOwned(iterator))
    guard let (first, second) = pair else {
      clear(r, a(w), thread)
      return State(pc + 1 + signedC(w), r, k)
    }
    put(r, b(following), first, thread)
    put(r, b(following) + 1, second, thread)
    return State(pc + 2, r, k)
  }
}
