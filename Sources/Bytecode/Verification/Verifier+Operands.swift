extension Verifier {
  /// Whether each operand of an instruction is in the range of what it indexes.
  func checkOperands(_ word: Word, _ row: OpcodeDescription, _ index: Int) throws(Failure) {
    for (kind, field) in zip(row.operands, [word.a, word.b, word.c]) {
      let inRange =
        switch kind {
        case .source: field & Word.registerMask < code.registerCount || word.opcode == .raise
        case .destination, .kept, .updated, .base: field < code.registerCount
        case .handler: field + 1 < code.registerCount
        case .name: code.names.indices.contains(field)
        case .wideName: code.names.indices.contains(word.wide)
        case .constant: code.constants.indices.contains(field)
        case .wideConstant: code.constants.indices.contains(word.wide)
        case .index: isInRange(index: field, of: word)
        default: true
        }
      guard inRange else { throw fail(index, "operand \(field) out of range") }
    }
    for run in row.consumes + row.defines
    where run.registers(word).upperBound > code.registerCount {
      throw fail(index, "registers \(run.registers(word)) out of range")
    }
    guard index + row.length <= code.words.count else { throw fail(index, "cut short") }
  }

  private func isInRange(index: Int, of word: Word) -> Bool {
    switch word.opcode {
    case .checkBound, .deleteLocal, .loadCell, .deleteCell: index < code.localNames.count
    case .loadFree, .storeFree, .deleteFree, .loadClosure, .loadClassFree:
      index < code.freeNames.count
    case .intrinsic: Intrinsic(rawValue: UInt16(index)) != nil
    case .loadSpecial: index <= 5
    default: true
    }
  }
}
