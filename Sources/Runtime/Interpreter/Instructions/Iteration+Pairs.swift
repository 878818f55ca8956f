// `for a, b in …` over enumerate, zip and a dict's items: the pair goes to its two registers, and
// the tuple that nobody would see is not made. The loop's next instruction tells whether that is so.

import Bytecode
import CRuntime

extension Instructions {
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
