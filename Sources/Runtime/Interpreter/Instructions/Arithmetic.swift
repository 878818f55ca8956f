// Binary operators. Small ints and immediate floats are computed in place; everything else goes
// through the types' slots. The functions here serve a family of opcodes each (Generate/OpcodeBodies).

import Bytecode
import CRuntime

/// The operators that numbers have fast paths for.
enum NumberOperation {
  case add, subtract, multiply, trueDivide, floorDivide, modulo, leftShift, rightShift
  case bitAnd, bitOr, bitXor

  /// The result on small ints or immediate floats; nil: take the slow path.
  @inline(__always) func onNumbers(_ x: UInt, _ y: UInt) -> Value? {
    switch self {
    case .add: Instructions.fastAdd(x, y)
    case .subtract: Instructions.fastSubtract(x, y)
    case .multiply: Instructions.fastMultiply(x, y)
    case .trueDivide: Instructions.fastTrueDivide(x, y)
    case .floorDivide: Instructions.fastFloorDivide(x, y)
    case .modulo: Instructions.fastModulo(x, y)
    case .leftShift: Instructions.fastLeftShift(x, y)
    case .rightShift: Instructions.fastRightShift(x, y)
    case .bitAnd: Instructions.fastBitAnd(x, y)
    case .bitOr: Instructions.fastBitOr(x, y)
    case .bitXor: Instructions.fastBitXor(x, y)
    }
  }
}

extension Instructions {
  // MARK: Fast paths; nil means: take the slow one

  @inline(__always) static func fastAdd(_ x: UInt, _ y: UInt) -> Value? {
    if x & y & 1 != 0 {
      let (sum, overflow) = Int(bitPattern: x).addingReportingOverflow(Int(bitPattern: y &- 1))
      return overflow ? nil : Value(bits: UInt(bitPattern: sum))
    }
    let (l, m) = (Value(bits: x), Value(bits: y))
    guard _fastPath(Value.areImmediateFloats(l, m)) else { return nil }
    return Value(immediate: l.immediateFloat + m.immediateFloat)
  }

  @inline(__always) static func fastSubtract(_ x: UInt, _ y: UInt) -> Value? {
    if x & y & 1 != 0 {
      let (difference, overflow) = Int(bitPattern: x)
        .subtractingReportingOverflow(Int(bitPattern: y &- 1))
      return overflow ? nil : Value(bits: UInt(bitPattern: difference))
    }
    let (l, m) = (Value(bits: x), Value(bits: y))
    guard _fastPath(Value.areImmediateFloats(l, m)) else { return nil }
    return Value(immediate: l.immediateFloat - m.immediateFloat)
  }

  @inline(__always) static func fastMultiply(_ x: UInt, _ y: UInt) -> Value? {
    if x & y & 1 != 0 {
      let (product, overflow) = (Int(bitPattern: x) >> 1)
        .multipliedReportingOverflow(by: Int(bitPattern: y &- 1))
      return overflow ? nil : Value(bits: UInt(bitPattern: product) | 1)
    }
    let (l, m) = (Value(bits: x), Value(bits: y))
    guard _fastPath(Value.areImmediateFloats(l, m)) else { return nil }
    return Value(immediate: l.immediateFloat * m.immediateFloat)
  }

  @inline(__always) static func fastTrueDivide(_ x: UInt, _ y: UInt) -> Value? {
    let (l, m) = (Value(bits: x), Value(bits: y))
    guard _fastPath(Value.areImmediateFloats(l, m)) else { return nil }
    let divisor = m.immediateFloat
    return divisor == 0 ? nil : Value(immediate: l.immediateFloat / divisor)
  }

  /// Python's floor: towards minus infinity.
  @inline(__always) static func fastFloorDivide(_ x: UInt, _ y: UInt) -> Value? {
    guard x & y & 1 != 0 else { return nil }
    let (n, d) = (Int(bitPattern: x) >> 1, Int(bitPattern: y) >> 1)
    if d <= 0 { return nil }
    let quotient = n / d
    return Value(small: quotient &* d > n ? quotient &- 1 : quotient)
  }

  @inline(__always) static func fastModulo(_ x: UInt, _ y: UInt) -> Value? {
    guard x & y & 1 != 0 else { return nil }
    let (n, d) = (Int(bitPattern: x) >> 1, Int(bitPattern: y) >> 1)
    if d <= 0 { return nil }
    let remainder = n % d
    return Value(small: remainder < 0 ? remainder &+ d : remainder)
  }

  @inline(__always) static func fastLeftShift(_ x: UInt, _ y: UInt) -> Value? {
    guard x & y & 1 != 0 else { return nil }
    let (n, count) = (Int(bitPattern: x) >> 1, Int(bitPattern: y) >> 1)
    guard count >= 0, count < 62 else { return nil }
    let shifted = n << count
    guard shifted >> count == n, Value.fitsSmall(shifted) else { return nil }
    return Value(small: shifted)
  }

  @inline(__always) static func fastRightShift(_ x: UInt, _ y: UInt) -> Value? {
    guard x & y & 1 != 0 else { return nil }
    let (n, count) = (Int(bitPattern: x) >> 1, Int(bitPattern: y) >> 1)
    guard count >= 0 else { return nil }
    return Value(small: n >> min(count, 63))
  }

  @inline(__always) static func fastBitAnd(_ x: UInt, _ y: UInt) -> Value? {
    x & y & 1 != 0 ? Value(bits: x & y) : nil
  }
  @inline(__always) static func fastBitOr(_ x: UInt, _ y: UInt) -> Value? {
    x & y & 1 != 0 ? Value(bits: x | y) : nil
  }
  @inline(__always) static func fastBitXor(_ x: UInt, _ y: UInt) -> Value? {
    x & y & 1 != 0 ? Value(bits: (x ^ y) | 1) : nil
  }

  // MARK: Instructions

  @inline(__always) static func binary(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64,
    _ operation: NumberOperation
  ) -> Outcome {
    guard let result = operation.onNumbers(r[b(w)], r[c(w)]) else { return .slow }
    return store(r, a(w), result)
  }

  /// A product and the next instruction's work with it, where all are floats: the product need not be
  /// stored. Else the product only.
  @inline(__always) static func multiplyThen(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64,
    _ operation: FusedOperation
  ) -> Outcome {
    let next = pc.pointee
    let result = combine(value(r, b(next)), operation, withProduct: value(r, b(w)), value(r, c(w)))
    if let result {
      pc += 1
      return store(r, a(next), result)
    }
    return .slow
  }

  /// `multiply; multiply; add`, and then any number of `multiply; add` to that: the sum of several
  /// products of floats, none of them stored. (Temporaries are read once: no factor is such a sum.)
  @inline(__always) static func addProducts(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) -> Outcome {
    let second = pc[0]
    let (x, y) = (value(r, b(w)), value(r, c(w)))
    let (z, u) = (value(r, b(second)), value(r, c(second)))
    if _fastPath(((x.bits ^ 2) | (y.bits ^ 2) | (z.bits ^ 2) | (u.bits ^ 2)) & 3 == 0) {
      var number = x.immediateFloat * y.immediateFloat + z.immediateFloat * u.immediateFloat
      var (end, last) = (pc + 2, pc[1])
      while isOpcode(.multiplyThenAdd, end[0]), fullB(end[1]) == a(last) | Word.lastUse {
        let (x, y) = (value(r, b(end[0])), value(r, c(end[0])))
        guard Value.areImmediateFloats(x, y) else { break }
        number += x.immediateFloat * y.immediateFloat
        (end, last) = (end + 2, end[1])
      }
      if let result = Value(immediate: number) {
        pc = end
        return store(r, a(last), result)
      }
    }
    return .slow
  }

  /// `z + x * y`, `z - x * y` or `z / (x * y)` of immediate floats, the product rounded as ever; else
  /// nil, and where a division is by zero.
  @inline(__always) static func combine(
    _ z: Value, _ operation: FusedOperation, withProduct x: Value, _ y: Value
  ) -> Value? {
    guard _fastPath(((x.bits ^ 2) | (y.bits ^ 2) | (z.bits ^ 2)) & 3 == 0) else { return nil }
    let product = x.immediateFloat * y.immediateFloat
    switch operation {
    case .add: return Value(immediate: z.immediateFloat + product)
    case .subtract: return Value(immediate: z.immediateFloat - product)
    case .trueDivide: return product == 0 ? nil : Value(immediate: z.immediateFloat / product)
    case .multiply: return nil
    }
  }

  // MARK: The slow halves

  @inline(never) static func binarySlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64, _ slot: Slot
  ) -> State {
    produce(pc, r, k, thread, w) { () throws(Raised) in
      let result = try thread.binary(slot, value(r, b(w)), value(r, c(w)))
      consumeBC(r, w, thread)
      return result
    }
  }

  @inline(never) static func binaryInPlaceSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64, _ slot: Slot
  ) -> State {
    produce(pc, r, k, thread, w) { () throws(Raised) in
      let result = try thread.binaryInPlace(slot, value(r, b(w)), value(r, c(w)))
      consumeBC(r, w, thread)
      return result
    }
  }

  @inline(never) static func powerSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64, inPlace: Bool
  ) -> State {
    produce(pc, r, k, thread, w) { () throws(Raised) in
      let result =
        inPlace
        ? try thread.powerInPlace(value(r, b(w)), value(r, c(w)))
        : try thread.power(value(r, b(w)), value(r, c(w)), .none)
      consumeBC(r, w, thread)
      return result
    }
  }

  /// `s += t` grows a str in place when the register owns the only count; all else is as usual.
  @inline(never) static func addInPlaceSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64
  ) -> State {
    if a(w) == b(w), value(r, b(w)).isExactString, value(r, c(w)).isExactString {
      return perform(pc, r, k, thread) { () throws(Raised) in
        try StringObject.concatenateInPlace(thread, r + a(w), value(r, c(w)))
        if isLastC(w) { clear(r, c(w), thread) }
      }
    }
    return binaryInPlaceSlow(pc, r, k, thread, w, .add)
  }
}
