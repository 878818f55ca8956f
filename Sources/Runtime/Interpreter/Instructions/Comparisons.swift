// Comparisons, as values and fused with jumps; truth tests.

import Bytecode
import CRuntime

extension Instructions {
  /// The answer for small ints and immediate floats; nil for others.
  @inline(__always) static func fastCompare(_ x: UInt, _ y: UInt, _ operation: Comparison) -> Bool?
  {
    if x & y & 1 != 0 { return operation.holds(Int(bitPattern: x), Int(bitPattern: y)) }
    let (l, m) = (Value(bits: x), Value(bits: y))
    guard Value.areImmediateFloats(l, m) else { return nil }
    return operation.holds(l.immediateFloat, m.immediateFloat)
  }

  @inline(never) static func compareSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64,
    _ operation: Comparison
  ) -> State {
    produce(pc, r, k, thread, w) { () throws(Raised) in
      let result = try thread.compare(value(r, b(w)), value(r, c(w)), operation)
      consumeBC(r, w, thread)
      return result
    }
  }

  /// Jumps if the comparison holds (or, for `sense` false, does not).
  @inline(never) static func compareJumpSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64,
    _ operation: Comparison, _ sense: Bool
  ) -> State {
    publish(pc, thread)
    do throws(Raised) {
      let holds = try thread.isTrueComparison(value(r, a(w)), value(r, b(w)), operation)
      consumeAB(r, w, thread)
      return State(holds == sense ? pc + signedC(w) : pc, r, k)
    } catch {
      return raised(pc, r, k, thread)
    }
  }

  @inline(never) static func compareJumpImmediateSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64,
    _ operation: Comparison, _ sense: Bool
  ) -> State {
    publish(pc, thread)
    do throws(Raised) {
      let holds = try thread.isTrueComparison(
        value(r, a(w)), Value(small: signedB(w)), operation)
      consumeA(r, w, thread)
      return State(holds == sense ? pc + signedC(w) : pc, r, k)
    } catch {
      return raised(pc, r, k, thread)
    }
  }

  @inline(__always) static func compareLess(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    if let holds = fastCompare(r[b(w)], r[c(w)], .less) {
      put(r, a(w), Value(holds), thread)
    } else {
      apply(compareSlow(pc, r, k, thread, w, .less), &pc, &r, &k)
    }
  }

  @inline(__always) static func compareLessEqual(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    if let holds = fastCompare(r[b(w)], r[c(w)], .lessEqual) {
      put(r, a(w), Value(holds), thread)
    } else {
      apply(compareSlow(pc, r, k, thread, w, .lessEqual), &pc, &r, &k)
    }
  }

  @inline(__always) static func compareEqual(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    if let holds = fastCompare(r[b(w)], r[c(w)], .equal) {
      put(r, a(w), Value(holds), thread)
    } else {
      apply(compareSlow(pc, r, k, thread, w, .equal), &pc, &r, &k)
    }
  }

  @inline(__always) static func compareNotEqual(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    if let holds = fastCompare(r[b(w)], r[c(w)], .notEqual) {
      put(r, a(w), Value(holds), thread)
    } else {
      apply(compareSlow(pc, r, k, thread, w, .notEqual), &pc, &r, &k)
    }
  }

  @inline(__always) static func compareGreater(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    if let holds = fastCompare(r[b(w)], r[c(w)], .greater) {
      put(r, a(w), Value(holds), thread)
    } else {
      apply(compareSlow(pc, r, k, thread, w, .greater), &pc, &r, &k)
    }
  }

  @inline(__always) static func compareGreaterEqual(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    if let holds = fastCompare(r[b(w)], r[c(w)], .greaterEqual) {
      put(r, a(w), Value(holds), thread)
    } else {
      apply(compareSlow(pc, r, k, thread, w, .greaterEqual), &pc, &r, &k)
    }
  }

  // MARK: Fused with a jump

  @inline(__always) static func jumpIfLess(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    if let holds = fastCompare(r[a(w)], r[b(w)], .less) {
      if holds { pc = jumped(pc, signedC(w)) }
    } else {
      apply(compareJumpSlow(pc, r, k, thread, w, .less, true), &pc, &r, &k)
    }
  }

  @inline(__always) static func jumpIfLessEqual(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    if let holds = fastCompare(r[a(w)], r[b(w)], .lessEqual) {
      if holds { pc = jumped(pc, signedC(w)) }
    } else {
      apply(compareJumpSlow(pc, r, k, thread, w, .lessEqual, true), &pc, &r, &k)
    }
  }

  @inline(__always) static func jumpIfEqual(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    if let holds = fastCompare(r[a(w)], r[b(w)], .equal) {
      if holds { pc = jumped(pc, signedC(w)) }
    } else {
      apply(compareJumpSlow(pc, r, k, thread, w, .equal, true), &pc, &r, &k)
    }
  }

  @inline(__always) static func jumpIfNotEqual(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    if let holds = fastCompare(r[a(w)], r[b(w)], .notEqual) {
      if holds { pc = jumped(pc, signedC(w)) }
    } else {
      apply(compareJumpSlow(pc, r, k, thread, w, .notEqual, true), &pc, &r, &k)
    }
  }

  @inline(__always) static func jumpIfGreater(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    if let holds = fastCompare(r[a(w)], r[b(w)], .greater) {
      if holds { pc = jumped(pc, signedC(w)) }
    } else {
      apply(compareJumpSlow(pc, r, k, thread, w, .greater, true), &pc, &r, &k)
    }
  }

  @inline(__always) static func jumpIfGreaterEqual(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    if let holds = fastCompare(r[a(w)], r[b(w)], .greaterEqual) {
      if holds { pc = jumped(pc, signedC(w)) }
    } else {
      apply(compareJumpSlow(pc, r, k, thread, w, .greaterEqual, true), &pc, &r, &k)
    }
  }

  @inline(__always) static func jumpUnlessLess(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    if let holds = fastCompare(r[a(w)], r[b(w)], .less) {
      if !holds { pc = jumped(pc, signedC(w)) }
    } else {
      apply(compareJumpSlow(pc, r, k, thread, w, .less, false), &pc, &r, &k)
    }
  }

  @inline(__always) static func jumpUnlessLessEqual(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    if let holds = fastCompare(r[a(w)], r[b(w)], .lessEqual) {
      if !holds { pc = jumped(pc, signedC(w)) }
    } else {
      apply(compareJumpSlow(pc, r, k, thread, w, .lessEqual, false), &pc, &r, &k)
    }
  }

  @inline(__always) static func jumpUnlessEqual(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    if let holds = fastCompare(r[a(w)], r[b(w)], .equal) {
      if !holds { pc = jumped(pc, signedC(w)) }
    } else {
      apply(compareJumpSlow(pc, r, k, thread, w, .equal, false), &pc, &r, &k)
    }
  }

  @inline(__always) static func jumpUnlessNotEqual(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    if let holds = fastCompare(r[a(w)], r[b(w)], .notEqual) {
      if !holds { pc = jumped(pc, signedC(w)) }
    } else {
      apply(compareJumpSlow(pc, r, k, thread, w, .notEqual, false), &pc, &r, &k)
    }
  }

  @inline(__always) static func jumpUnlessGreater(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    if let holds = fastCompare(r[a(w)], r[b(w)], .greater) {
      if !holds { pc = jumped(pc, signedC(w)) }
    } else {
      apply(compareJumpSlow(pc, r, k, thread, w, .greater, false), &pc, &r, &k)
    }
  }

  @inline(__always) static func jumpUnlessGreaterEqual(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    if let holds = fastCompare(r[a(w)], r[b(w)], .greaterEqual) {
      if !holds { pc = jumped(pc, signedC(w)) }
    } else {
      apply(compareJumpSlow(pc, r, k, thread, w, .greaterEqual, false), &pc, &r, &k)
    }
  }

  @inline(__always) static func jumpIfLessImmediate(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    let x = r[a(w)]
    if x & 1 != 0 {
      let holds = Comparison.less.holds(Int(bitPattern: x), signedB(w) << 1 | 1)
      if holds { pc = jumped(pc, signedC(w)) }
    } else {
      apply(compareJumpImmediateSlow(pc, r, k, thread, w, .less, true), &pc, &r, &k)
    }
  }

  @inline(__always) static func jumpIfLessEqualImmediate(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    let x = r[a(w)]
    if x & 1 != 0 {
      let holds = Comparison.lessEqual.holds(Int(bitPattern: x), signedB(w) << 1 | 1)
      if holds { pc = jumped(pc, signedC(w)) }
    } else {
      apply(compareJumpImmediateSlow(pc, r, k, thread, w, .lessEqual, true), &pc, &r, &k)
    }
  }

  @inline(__always) static func jumpIfEqualImmediate(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    let x = r[a(w)]
    if x & 1 != 0 {
      let holds = Comparison.equal.holds(Int(bitPattern: x), signedB(w) << 1 | 1)
      if holds { pc = jumped(pc, signedC(w)) }
    } else {
      apply(compareJumpImmediateSlow(pc, r, k, thread, w, .equal, true), &pc, &r, &k)
    }
  }

  @inline(__always) static func jumpIfNotEqualImmediate(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    let x = r[a(w)]
    if x & 1 != 0 {
      let holds = Comparison.notEqual.holds(Int(bitPattern: x), signedB(w) << 1 | 1)
      if holds { pc = jumped(pc, signedC(w)) }
    } else {
      apply(compareJumpImmediateSlow(pc, r, k, thread, w, .notEqual, true), &pc, &r, &k)
    }
  }

  @inline(__always) static func jumpIfGreaterImmediate(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    let x = r[a(w)]
    if x & 1 != 0 {
      let holds = Comparison.greater.holds(Int(bitPattern: x), signedB(w) << 1 | 1)
      if holds { pc = jumped(pc, signedC(w)) }
    } else {
      apply(compareJumpImmediateSlow(pc, r, k, thread, w, .greater, true), &pc, &r, &k)
    }
  }

  @inline(__always) static func jumpIfGreaterEqualImmediate(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    let x = r[a(w)]
    if x & 1 != 0 {
      let holds = Comparison.greaterEqual.holds(Int(bitPattern: x), signedB(w) << 1 | 1)
      if holds { pc = jumped(pc, signedC(w)) }
    } else {
      apply(compareJumpImmediateSlow(pc, r, k, thread, w, .greaterEqual, true), &pc, &r, &k)
    }
  }

  @inline(__always) static func jumpUnlessLessImmediate(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    let x = r[a(w)]
    if x & 1 != 0 {
      let holds = Comparison.less.holds(Int(bitPattern: x), signedB(w) << 1 | 1)
      if !holds { pc = jumped(pc, signedC(w)) }
    } else {
      apply(compareJumpImmediateSlow(pc, r, k, thread, w, .less, false), &pc, &r, &k)
    }
  }

  @inline(__always) static func jumpUnlessLessEqualImmediate(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    let x = r[a(w)]
    if x & 1 != 0 {
      let holds = Comparison.lessEqual.holds(Int(bitPattern: x), signedB(w) << 1 | 1)
      if !holds { pc = jumped(pc, signedC(w)) }
    } else {
      apply(compareJumpImmediateSlow(pc, r, k, thread, w, .lessEqual, false), &pc, &r, &k)
    }
  }

  @inline(__always) static func jumpUnlessEqualImmediate(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    let x = r[a(w)]
    if x & 1 != 0 {
      let holds = Comparison.equal.holds(Int(bitPattern: x), signedB(w) << 1 | 1)
      if !holds { pc = jumped(pc, signedC(w)) }
    } else {
      apply(compareJumpImmediateSlow(pc, r, k, thread, w, .equal, false), &pc, &r, &k)
    }
  }

  @inline(__always) static func jumpUnlessNotEqualImmediate(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    let x = r[a(w)]
    if x & 1 != 0 {
      let holds = Comparison.notEqual.holds(Int(bitPattern: x), signedB(w) << 1 | 1)
      if !holds { pc = jumped(pc, signedC(w)) }
    } else {
      apply(compareJumpImmediateSlow(pc, r, k, thread, w, .notEqual, false), &pc, &r, &k)
    }
  }

  @inline(__always) static func jumpUnlessGreaterImmediate(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    let x = r[a(w)]
    if x & 1 != 0 {
      let holds = Comparison.greater.holds(Int(bitPattern: x), signedB(w) << 1 | 1)
      if !holds { pc = jumped(pc, signedC(w)) }
    } else {
      apply(compareJumpImmediateSlow(pc, r, k, thread, w, .greater, false), &pc, &r, &k)
    }
  }

  @inline(__always) static func jumpUnlessGreaterEqualImmediate(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    let x = r[a(w)]
    if x & 1 != 0 {
      let holds = Comparison.greaterEqual.holds(Int(bitPattern: x), signedB(w) << 1 | 1)
      if !holds { pc = jumped(pc, signedC(w)) }
    } else {
      apply(compareJumpImmediateSlow(pc, r, k, thread, w, .greaterEqual, false), &pc, &r, &k)
    }
  }

  // MARK: Identity, membership, truth

  @inline(__always) static func `is`(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    let result = Value(value(r, b(w)).isIdentical(to: value(r, c(w))))
    consumeBC(r, w, thread)
    put(r, a(w), result, thread)
  }

  @inline(__always) static func isNot(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    let result = Value(!value(r, b(w)).isIdentical(to: value(r, c(w))))
    consumeBC(r, w, thread)
    put(r, a(w), result, thread)
  }

  @inline(never) static func containsSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64, _ sense: Bool
  ) -> State {
    produce(pc, r, k, thread, w) { () throws(Raised) in
      let found = try thread.contains(value(r, c(w)), value(r, b(w)))
      consumeBC(r, w, thread)
      return Value(found == sense)
    }
  }

  @inline(__always) static func contains(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    apply(containsSlow(pc, r, k, thread, w, true), &pc, &r, &k)
  }

  @inline(__always) static func notContains(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    apply(containsSlow(pc, r, k, thread, w, false), &pc, &r, &k)
  }

  @inline(__always) static func jump(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    pc += signedWide(w)
  }

  @inline(__always) static func jumpIfTrue(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    let x = value(r, a(w))
    if x.isTrue {
      pc = jumped(pc, signedWide(w))
    } else if !x.isFalse {
      apply(truthJumpSlow(pc, r, k, thread, w, true), &pc, &r, &k)
    }
  }

  @inline(__always) static func jumpIfFalse(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    let x = value(r, a(w))
    if x.isFalse {
      pc = jumped(pc, signedWide(w))
    } else if !x.isTrue {
      apply(truthJumpSlow(pc, r, k, thread, w, false), &pc, &r, &k)
    }
  }

  /// `or`: keeps a true operand and jumps; drops a false one.
  @inline(__always) static func jumpIfTrueOrDrop(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    apply(truthJumpOrDrop(pc, r, k, thread, w, true), &pc, &r, &k)
  }

  /// `and`: keeps a false operand and jumps; drops a true one.
  @inline(__always) static func jumpIfFalseOrDrop(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    apply(truthJumpOrDrop(pc, r, k, thread, w, false), &pc, &r, &k)
  }

  @inline(never) static func truthJumpOrDrop(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64, _ sense: Bool
  ) -> State {
    publish(pc, thread)
    do throws(Raised) {
      if try thread.isTrue(value(r, a(w))) == sense { return State(pc + signedWide(w), r, k) }
      clear(r, a(w), thread)
      return State(pc, r, k)
    } catch {
      return raised(pc, r, k, thread)
    }
  }

  @inline(never) static func truthJumpSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64, _ sense: Bool
  ) -> State {
    publish(pc, thread)
    do throws(Raised) {
      let isTrue = try thread.isTrue(value(r, a(w)))
      consumeA(r, w, thread)
      return State(isTrue == sense ? pc + signedWide(w) : pc, r, k)
    } catch {
      return raised(pc, r, k, thread)
    }
  }

  @inline(__always) static func jumpIfNone(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    let jumps = value(r, a(w)).isNone
    consumeA(r, w, thread)
    if jumps { pc = jumped(pc, signedWide(w)) }
  }

  @inline(__always) static func jumpIfNotNone(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    let jumps = !value(r, a(w)).isNone
    consumeA(r, w, thread)
    if jumps { pc = jumped(pc, signedWide(w)) }
  }

  @inline(__always) static func jumpIfIs(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    let jumps = value(r, a(w)).isIdentical(to: value(r, b(w)))
    consumeAB(r, w, thread)
    if jumps { pc = jumped(pc, signedC(w)) }
  }

  @inline(__always) static func jumpIfIsNot(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    let jumps = !value(r, a(w)).isIdentical(to: value(r, b(w)))
    consumeAB(r, w, thread)
    if jumps { pc = jumped(pc, signedC(w)) }
  }

  /// The jump's target, kept as a branch: a conditional move would put the condition on the path
  /// of the next instruction's fetch.
  @inline(__always) static func jumped(_ pc: PC, _ offset: Int) -> PC {
    racer_keep_branch()
    return pc + offset
  }
}
