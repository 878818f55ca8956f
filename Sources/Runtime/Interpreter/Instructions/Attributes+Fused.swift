// Attributes of numbers, loaded, computed with and stored by one instruction.
//
// The functions here read the instructions that follow (Bytecode/Building/Opcode+Fusion) and do
// the work of all of them if every operand is a small int or an immediate float: then nothing is
// counted, nothing raises and no Python code runs between them. For all other operands, and updates
// with several threads, the handler is that of `loadAttribute` (`Outcome.slow`), and the rest runs one
// after the other.

import Bytecode
import CRuntime

/// The operators of fused instructions.
///
/// Handlers must not call anything. `@inline(__always)` is not obeyed in functions of more than some
/// number of blocks, so what fused instructions share is `@_transparent`.
enum FusedOperation {
  case add, subtract, multiply, trueDivide

  @_transparent func onNumbers(_ x: UInt, _ y: UInt) -> Value? {
    switch self {
    case .add: Instructions.fastAdd(x, y)
    case .subtract: Instructions.fastSubtract(x, y)
    case .multiply: Instructions.fastMultiply(x, y)
    case .trueDivide: Instructions.fastTrueDivide(x, y)
    }
  }
}

/// What an update adds to an attribute, or subtracts.
enum UpdateOperand {
  case register, immediate, product
  /// The product of a register and another attribute.
  case scaledAttribute

  /// Words from the load's cache to the store, and to the end.
  @inline(__always) var storeOffset: Int {
    switch self {
    case .register, .immediate: 3
    case .product: 4
    case .scaledAttribute: 7
    }
  }
  @inline(__always) var length: Int { storeOffset + 3 }
}

extension Instructions {
  /// The number in a cached slot; unbound, which is no number, where it may be another's by now.
  @inline(__always) private static func number(
    in cached: CachedSlot, _ thread: ThreadState
  ) -> UInt {
    let word = racer_load_relaxed_word(cached.slot)
    return _slowPath(thread.isShared) && !cached.isStillValid() ? Value.unbound.bits : word
  }

  /// `loadAttribute; loadAttribute; operation`
  @inline(__always) static func loadAttributesThen(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64,
    _ operation: FusedOperation
  ) -> Outcome {
    let (second, last) = (pc[2], pc[5])
    if let left = cachedSlot(value(r, b(w)), pc),
      let right = cachedSlot(value(r, b(second)), pc + 3),
      let result = operation.onNumbers(number(in: left, thread), number(in: right, thread)),
      _fastPath(!isLastB(second)) || r[a(last)] & 15 != 0
    {
      pc += 6
      let outcome = store(r, a(last), result)
      return _slowPath(isLastB(second)) ? takeOut(r, b(second)) : outcome
    }
    return .slow
  }

  /// `loadAttribute; operation`
  @inline(__always) static func loadAttributeThen(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64,
    _ operation: FusedOperation
  ) -> Outcome {
    let next = pc[2]
    if let cached = cachedSlot(value(r, b(w)), pc) {
      let found = number(in: cached, thread)
      let isLeft = b(next) == a(w)
      let other = r[isLeft ? c(next) : b(next)]
      if let result = operation.onNumbers(isLeft ? found : other, isLeft ? other : found),
        let outcome = finishLoad(&pc, r, w, next, result)
      {
        return outcome
      }
    }
    return .slow
  }

  /// `loadAttribute; operation with an immediate`
  @inline(__always) static func loadAttributeThenImmediate(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64,
    _ operation: FusedOperation
  ) -> Outcome {
    let next = pc[2]
    if let cached = cachedSlot(value(r, b(w)), pc),
      let result = operation.onNumbers(number(in: cached, thread), immediate(next)),
      let outcome = finishLoad(&pc, r, w, next, result)
    {
      return outcome
    }
    return .slow
  }

  /// Stores the result of the next instruction and drops the object at its last use; nil if both
  /// leave something to be dropped.
  @inline(__always) private static func finishLoad(
    _ pc: inout PC, _ r: Registers, _ w: UInt64, _ next: UInt64, _ result: Value
  ) -> Outcome? {
    if _slowPath(isLastB(w)), r[a(next)] & 15 == 0 { return nil }
    pc += 3
    // The result may go where the object was.
    let object = _slowPath(isLastB(w)) ? takeOut(r, b(w)) : .next
    let displaced = store(r, a(next), result)
    return _slowPath(isLastB(w)) ? object : displaced
  }

  // MARK: Updates

  /// `loadAttribute; [[loadAttribute;] multiply;] operation in place; storeAttribute`
  @inline(__always) static func updateAttribute(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64,
    _ operation: FusedOperation, _ operand: UpdateOperand
  ) -> Outcome {
    if _fastPath(!thread.isShared), let cached = cachedSlot(value(r, b(w)), pc),
      canStore(cached, pc + operand.storeOffset + 1),
      let result = updated(cached.slot.pointee, r, pc, operation, operand)
    {
      let store = pc[operand.storeOffset]
      cached.slot.pointee = result.bits
      pc += operand.length
      return _slowPath(isLastA(store)) ? takeOut(r, a(store)) : .next
    }
    return .slow
  }

  /// Whether the store's cache names the slot that the load's cache did: the name is the same.
  @inline(__always) private static func canStore(_ cached: CachedSlot, _ cache: PC) -> Bool {
    CacheWord(cache).guardBits == cached.guardBits
      || CacheWord(cache + 1).guardBits == cached.guardBits
  }

  @_transparent private static func updated(
    _ old: UInt, _ r: Registers, _ pc: PC, _ operation: FusedOperation, _ operand: UpdateOperand
  ) -> Value? {
    let next = pc[2]
    switch operand {
    case .register: return operation.onNumbers(old, r[c(next)])
    case .immediate: return operation.onNumbers(old, immediate(next))
    case .product:
      return combine(
        Value(bits: old), operation, withProduct: value(r, b(next)), value(r, c(next)))
    case .scaledAttribute:
      guard let other = cachedSlot(value(r, b(next)), pc + 3) else { return nil }
      let product = pc[5]
      let factor = value(r, b(product) == a(next) ? c(product) : b(product))
      return combine(
        Value(bits: old), operation, withProduct: factor, Value(bits: other.slot.pointee))
    }
  }
}
