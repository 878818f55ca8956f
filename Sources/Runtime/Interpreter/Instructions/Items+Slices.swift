// `text[a:b]` and `list[a:b]` with bounds that are small ints or missing: cut without making the slice
// that only the next instruction would see.

import Bytecode
import CRuntime

extension Instructions {
  /// Does the work of a `buildSlice` and of the `loadItem` after it: nil where the slice or what is cut
  /// is another one.
  @inline(__always) static func loadSlice(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64
  ) -> State? {
    let following = pc.pointee
    guard following & 0xffff == UInt64(Opcode.loadItem.rawValue), isLastC(following),
      c(following) == a(w), fullC(w) == 2, let bounds = bounds(value(r, b(w)), value(r, b(w) + 1))
    else { return nil }
    let object = value(r, b(following))
    let isText = object.isExactString
    guard isText || object.isExactly(.list) else { return nil }
    let state = produce(pc + 1, r, k, thread, following) { () throws(Raised) in
      let result: Value
      if isText {
        let count = StringObject(object).count
        result = try StringObject.slice(
          thread, object, clamped(bounds.start, count), clamped(bounds.stop, count))
      } else {
        result = try ListObject(object).slice(thread, bounds).value
      }
      consumeB(r, following, thread)
      return result
    }
    // Past the cache word, unless there was an error.
    return state.pc == pc + 1 ? State(pc + 2, state.r, state.k) : state
  }

  /// A bound of a slice with step 1, counted from the end where it is negative.
  @inline(__always) private static func clamped(_ index: Int, _ count: Int) -> Int {
    index < 0 ? max(0, index &+ count) : min(index, count)
  }

  @inline(__always) private static func bounds(_ start: Value, _ stop: Value) -> SliceBounds? {
    guard start.isSmallInteger || start.isNone, stop.isSmallInteger || stop.isNone else {
      return nil
    }
    return SliceBounds(
      start: start.isNone ? 0 : start.smallInteger,
      stop: stop.isNone ? Int.max : stop.smallInteger, step: 1)
  }
}
