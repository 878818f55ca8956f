extension Word {
  /// The table's row for the opcode.
  public var row: OpcodeDescription? {
    let number = Int(bits & 0xffff)
    return number < opcodeTable.count ? opcodeTable[number] : nil
  }

  /// Where the instruction at word `index` jumps, if it is one that can.
  public func jumpTarget(at index: Int) -> Int? {
    guard let row else { return nil }
    switch row.operands.last {
    case .jump: return index + row.length + signedC
    case .wideJump: return index + row.length + signedWide
    default: return nil
    }
  }
}

extension CodeBlueprint {
  /// The instruction words with their indices; operand and cache words are left out.
  public var instructionWords: [(index: Int, word: Word)] {
    var result: [(index: Int, word: Word)] = []
    var index = 0
    while index < words.count {
      let word = Word(bits: words[index])
      result.append((index, word))
      index += word.row?.length ?? 1
    }
    return result
  }
}
