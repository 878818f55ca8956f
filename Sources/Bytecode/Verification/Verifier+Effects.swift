extension Verifier {
  /// Applies one instruction: first what it reads and takes, then what it fills.
  func apply(
    _ word: Word, _ row: OpcodeDescription, at index: Int, to state: inout State
  ) throws(Failure) {
    try read(word, row, index, &state)
    for run in row.consumes {
      for register in run.registers(word) { try take(register, index, &state) }
    }
    try checkWindow(word, index, state)
    for run in row.defines {
      for register in run.registers(word) {
        let isVariable = register < code.localCount || state[register] == .live
        if isVariable && word.opcode == .unpackSequence { continue }
        guard register >= code.localCount, state[register] == .dead else {
          throw fail(index, "fills t\(register), which is not a dead temporary")
        }
        state[register] = .live
      }
    }
    for (kind, field) in zip(row.operands, [word.a, word.b, word.c]) where kind == .destination {
      if field >= code.localCount { state[field] = .live }
    }
    if word.opcode == .jumpIfTrueOrDrop || word.opcode == .jumpIfFalseOrDrop {
      try take(word.a, index, &state)
    }
    try checkReturn(word, index, state)
  }

  /// What holds where the instruction jumps, if that differs from where it falls through.
  func stateAfterJump(_ word: Word, _ before: State, _ after: State) -> State {
    var state = after
    switch word.opcode {
    case .forIterate, .forIteratePair:
      state = before
      state[word.a] = .dead
    case .send: state[word.b] = .dead
    case .jumpIfTrueOrDrop, .jumpIfFalseOrDrop: state = before
    default: break
    }
    return state
  }

  private func read(
    _ word: Word, _ row: OpcodeDescription, _ index: Int, _ state: inout State
  ) throws(Failure) {
    let fields = [word.a, word.b, word.c]
    for (position, kind) in row.operands.enumerated() {
      let field = fields[position]
      switch kind {
      case .source:
        if word.opcode == .raise && position >= word.c { continue }
        try readSource(field, index, &state)
      case .kept, .updated:
        try checkLive(field, index, state)
      case .handler:
        try checkLive(field, index, state)
        try checkLive(field + 1, index, state)
      default: break
      }
    }
  }

  private func readSource(_ field: Int, _ index: Int, _ state: inout State) throws(Failure) {
    let register = field & Word.registerMask
    try checkLive(register, index, state)
    guard field & Word.lastUse != 0 else { return }
    guard register >= code.localCount else { throw fail(index, "takes local r\(register)") }
    state[register] = .dead
  }

  private func checkLive(_ register: Int, _ index: Int, _ state: State) throws(Failure) {
    guard register < code.localCount || state[register] == .live else {
      throw fail(index, "reads t\(register), which is \(state[register])")
    }
  }

  private func take(_ register: Int, _ index: Int, _ state: inout State) throws(Failure) {
    // The iterator of a generator expression is its parameter.
    if register < code.localCount, Word(bits: code.words[index]).opcode == .endAsyncFor { return }
    guard register >= code.localCount, state[register] == .live else {
      throw fail(index, "takes t\(register), which is not a live temporary")
    }
    state[register] = .dead
  }

  /// The slot of the return pc is free, for instructions that have a window.
  private func checkWindow(_ word: Word, _ index: Int, _ state: State) throws(Failure) {
    let base: Int
    switch word.opcode {
    case .call, .callMethod, .callKeywords, .callMethodKeywords, .callExtended: base = word.b
    case .loadMethod, .loadSuperMethod: base = word.a
    default: return
    }
    guard base >= code.localCount, state[base] == .dead else {
      throw fail(index, "window base t\(base) is not a dead temporary")
    }
    let used = word.opcode == .loadMethod || word.opcode == .loadSuperMethod ? base + 3 : base + 1
    for register in used..<max(used, state.count) where state[register] != .dead {
      throw fail(index, "t\(register) above the window is \(state[register])")
    }
  }

  private func checkReturn(_ word: Word, _ index: Int, _ state: State) throws(Failure) {
    guard word.opcode == .return || word.opcode == .returnNone else { return }
    guard word.b >= code.localCount, word.b <= code.registerCount else {
      throw fail(index, "return covers \(word.b) registers")
    }
    for register in word.b..<max(word.b, state.count) where state[register] != .dead {
      throw fail(index, "t\(register) is \(state[register]) at return")
    }
  }
}
