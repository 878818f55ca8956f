/// Checks the ownership rules of a code object on all its paths, for tests and debug builds.
///
/// Locals always hold a valid word and are not followed. A temporary is dead, live, or, behind an
/// exception handler, unclear: there for instructions that raise before or after taking it.
/// Rules: no dead or unclear temporary is read or taken; runs of registers that an instruction fills
/// were dead; paths that meet agree; above a handler's register only the saved exception pair is
/// live; a call window's first register is dead, and so is all above the window; every operand is
/// in range; `return` covers all live temporaries. A destination may be live: its old value is
/// dropped.
public struct Verifier {
  enum Liveness: UInt8 { case dead, live, unclear }

  public struct Failure: Error, CustomStringConvertible, Sendable {
    public let code: String
    public let word: Int
    public let reason: String

    public var description: String { "\(code) at word \(word): \(reason)" }
  }

  typealias State = [Liveness]

  let code: CodeBlueprint
  var states: [Int: State] = [:]
  var pending: [Int] = []
  let starts: Set<Int>

  /// Checks the code and all code among its constants.
  public static func verify(_ code: CodeBlueprint) throws(Failure) {
    var verifier = Verifier(code)
    try verifier.run()
    for case .code(let inner) in code.constants { try verify(inner) }
  }

  init(_ code: CodeBlueprint) {
    self.code = code
    starts = Set(code.instructionWords.map(\.index))
  }

  func fail(_ word: Int, _ reason: String) -> Failure {
    let text = Disassembler(code).instruction(Word(bits: code.words[word]), word)
    return Failure(code: code.qualifiedName, word: word, reason: "\(text): \(reason)")
  }

  private mutating func run() throws(Failure) {
    try checkTable()
    states[0] = Array(repeating: .dead, count: code.registerCount)
    pending = [0]
    while let word = pending.popLast() { try step(word) }
  }

  private func checkTable() throws(Failure) {
    guard code.localCount <= code.registerCount, code.registerCount <= Word.registerLimit else {
      throw fail(0, "register count out of range")
    }
    var end = 0
    for entry in code.exceptionTable.entries {
      guard entry.start >= end, entry.end > entry.start, starts.contains(entry.handler),
        entry.register >= code.localCount, entry.register + 2 <= code.registerCount
      else { throw fail(entry.start, "malformed exception table entry") }
      end = entry.end
    }
  }

  private mutating func step(_ index: Int) throws(Failure) {
    guard let before = states[index], let row = Word(bits: code.words[index]).row else {
      throw fail(index, "not an instruction")
    }
    let word = Word(bits: code.words[index])
    try checkOperands(word, row, index)
    var after = before
    try apply(word, row, at: index, to: &after)
    if row.canRaise { handlerEdge(before, after, at: index) }
    if let target = word.jumpTarget(at: index) {
      try flow(stateAfterJump(word, before, after), to: target, from: index)
    }
    if row.fallsThrough { try flow(after, to: index + row.length, from: index) }
  }

  /// Joins a path's state into what is known at `target`; only unclear registers may differ.
  private mutating func flow(_ state: State, to target: Int, from index: Int) throws(Failure) {
    guard starts.contains(target) else { throw fail(index, "leads to \(target), no instruction") }
    guard let known = states[target] else {
      states[target] = state
      pending.append(target)
      return
    }
    guard known != state else { return }
    for register in known.indices where known[register] != state[register] {
      guard known[register] == .unclear || state[register] == .unclear else {
        throw fail(
          index,
          "meets \(target) with t\(register) \(state[register]), there it is \(known[register])")
      }
    }
    merge(state, into: target)
  }

  private mutating func merge(_ state: State, into target: Int) {
    guard var known = states[target] else {
      states[target] = state
      pending.append(target)
      return
    }
    var changed = false
    for register in known.indices
    where known[register] != state[register] && known[register] != .unclear {
      known[register] = .unclear
      changed = true
    }
    guard changed else { return }
    states[target] = known
    pending.append(target)
  }

  /// An instruction may raise before or after it took or filled registers, so those that the
  /// handler does not drop are unclear in it.
  private mutating func handlerEdge(_ before: State, _ after: State, at index: Int) {
    guard let entry = code.exceptionTable.entry(forWord: index) else { return }
    var state = before
    for register in state.indices {
      if register >= entry.register {
        state[register] = register < entry.register + 2 ? .live : .dead
      } else if before[register] != after[register] {
        state[register] = .unclear
      }
    }
    merge(state, into: entry.handler)
  }
}
