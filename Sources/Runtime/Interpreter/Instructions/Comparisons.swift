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

  @inline(__always) static func compare(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64,
    _ operation: Comparison
  ) -> Outcome {
    guard let holds = fastCompare(r[b(w)], r[c(w)], operation) else { return .slow }
    return store(r, a(w), Value(holds))
  }

  /// Jumps if the comparison holds (or, for `sense` false, does not).
  @inline(__always) static func compareJump(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64,
    _ operation: Comparison, _ sense: Bool
  ) -> Outcome {
    guard let holds = fastCompare(r[a(w)], r[b(w)], operation) else { return .slow }
    if holds == sense { pc = jumped(pc, signedC(w)) }
    return .next
  }

  @inline(__always) static func compareJumpImmediate(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64,
    _ operation: Comparison, _ sense: Bool
  ) -> Outcome {
    let x = r[a(w)]
    if x & 1 == 0 { return .slow }
    if operation.holds(Int(bitPattern: x), signedB(w) << 1 | 1) == sense {
      pc = jumped(pc, signedC(w))
    }
    return .next
  }

  // MARK: Identity, membership, truth

  /// Identity. `sense` false: `is not`.
  @inline(__always) static func identity(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64,
    _ sense: Bool
  ) -> Outcome {
    let (x, y) = (value(r, b(w)), value(r, c(w)))
    if w & lastBC != 0, x.isCounted || y.isCounted { return .slow }
    return store(r, a(w), Value(x.isIdentical(to: y) == sense))
  }
  @inline(never) static func identitySlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64, _ sense: Bool
  ) -> State {
    let result = Value(value(r, b(w)).isIdentical(to: value(r, c(w))) == sense)
    publish(pc, thread)
    consumeBC(r, w, thread)
    put(r, a(w), result, thread)
    return State(pc, r, k)
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

  @inline(__always) static func jump(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) {
    pc += signedWide(w)
  }

  /// The truth of bools, None and small ints; nil for others.
  @inline(__always) static func fastTruth(_ x: Value) -> Bool? {
    if x.isTrue { return true }
    if x.isFalse || x.isNone { return false }
    return x.isSmallInteger ? x.bits != Value(small: 0).bits : nil
  }

  /// Jumps if the operand's truth is `sense`; such an operand needs no drop.
  @inline(__always) static func truthJump(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64,
    _ sense: Bool
  ) -> Outcome {
    guard let isTrue = fastTruth(value(r, a(w))) else { return .slow }
    if isTrue == sense { pc = jumped(pc, signedWide(w)) }
    return .next
  }

  /// `or`, for `sense` true: keeps a true operand and jumps; drops a false one. Else `and`.
  @inline(never) static func truthJumpOrDropSlow(
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

  /// Jumps if a is None (or, for `sense` false, is not).
  @inline(__always) static func noneJump(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64,
    _ sense: Bool
  ) -> Outcome {
    let x = value(r, a(w))
    if x.isNone == sense { pc = jumped(pc, signedWide(w)) }
    return isLastA(w) ? takeOut(r, a(w)) : .next
  }

  /// Jumps if a is b (or, for `sense` false, is not).
  @inline(__always) static func identityJump(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64,
    _ sense: Bool
  ) -> Outcome {
    let (x, y) = (value(r, a(w)), value(r, b(w)))
    if w & lastAB != 0, x.isCounted || y.isCounted { return .slow }
    if x.isIdentical(to: y) == sense { pc = jumped(pc, signedC(w)) }
    return .next
  }
  @inline(never) static func identityJumpSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64, _ sense: Bool
  ) -> State {
    let jumps = value(r, a(w)).isIdentical(to: value(r, b(w))) == sense
    publish(pc, thread)
    consumeAB(r, w, thread)
    return State(jumps ? pc + signedC(w) : pc, r, k)
  }

  /// The jump's target, kept as a branch: a conditional move would put the condition on the path
  /// of the next instruction's fetch.
  @inline(__always) static func jumped(_ pc: PC, _ offset: Int) -> PC {
    racer_keep_branch()
    return pc + offset
  }
}
