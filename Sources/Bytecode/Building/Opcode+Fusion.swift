extension Opcode {
  /// The opcode for an instruction that may do the work of the next as well: a product that the next
  /// adds or subtracts. Only the first word changes; the next stays as it is, for jumps to it, and
  /// for all operands with which the two run one after the other (concurrency.md R9).
  static func fused(_ first: Word, _ next: Word) -> Opcode? {
    guard first.opcode == .multiply, next.c == first.a | Word.lastUse,
      next.b & Word.registerMask != first.a
    else { return nil }
    switch next.opcode {
    case .add, .addInPlace: return .multiplyThenAdd
    case .subtract, .subtractInPlace: return .multiplyThenSubtract
    default: return nil
    }
  }
}
