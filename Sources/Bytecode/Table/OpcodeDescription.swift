/// One row of the opcode table: all that the generator, the builder, the disassembler and the
/// verifier know of an instruction.
public struct OpcodeDescription: Sendable {
  public let name: String
  /// The operands in the word's fields a, b and c.
  public let operands: [OperandKind]
  /// Operand words that follow the instruction word.
  public let extraWords: Int
  /// Inline cache words, after the operand words; initially zero.
  public let cacheWords: Int
  public let canRaise: Bool
  /// Runs of registers that the instruction takes (releases and clears).
  public let consumes: [RegisterRun]
  /// Runs of registers that the instruction fills.
  public let defines: [RegisterRun]
  /// Whether control can reach the next instruction.
  public let fallsThrough: Bool
  public let meaning: String

  /// The whole length in words.
  public var length: Int { 1 + extraWords + cacheWords }

  init(
    _ name: String, _ operands: [OperandKind] = [], extra: Int = 0, caches: Int = 0,
    raises: Bool = true, consumes: [RegisterRun] = [], defines: [RegisterRun] = [],
    fallsThrough: Bool = true, _ meaning: String
  ) {
    self.name = name
    self.operands = operands
    self.extraWords = extra
    self.cacheWords = caches
    self.canRaise = raises
    self.consumes = consumes
    self.defines = defines
    self.fallsThrough = fallsThrough
    self.meaning = meaning
  }
}

/// What the builder needs of a row, small and without references.
struct OpcodeShape {
  let length: Int
  let cacheWords: Int
  let hasOperandWord: Bool
  /// Whether the last operand is a 16-bit jump.
  let hasNearJump: Bool
  let fallsThrough: Bool
}

let opcodeShapes: [OpcodeShape] = opcodeTable.map {
  OpcodeShape(
    length: $0.length, cacheWords: $0.cacheWords, hasOperandWord: $0.extraWords > 0,
    hasNearJump: $0.operands.last == .jump, fallsThrough: $0.fallsThrough)
}

/// What a field of an instruction word means.
public enum OperandKind: String, Sendable {
  case none
  /// A register that is written; its old value is dropped after the store.
  case destination
  /// A register that is read; bit 15 marks its last use: the instruction takes the value.
  case source
  /// A register that is read and stays alive.
  case kept
  /// A register whose value is replaced in place.
  case updated
  /// The first of consecutive registers; the row's runs say which are taken and filled.
  case base
  /// The register at which the unwinder put the saved handled exception (and the new one above).
  case handler
  case count
  case name
  case constant
  case immediate
  case jump
  case index
  case flags
  /// The same in 32 bits, over b and c.
  case wideName, wideConstant, wideImmediate, wideJump

  public var isWide: Bool {
    switch self {
    case .wideName, .wideConstant, .wideImmediate, .wideJump: true
    default: false
    }
  }
}

/// Consecutive registers, told relative to an operand.
public struct RegisterRun: Sendable {
  public enum Count: Sendable {
    case fixed(Int)
    /// `c * times + plus`.
    case operandC(times: Int, plus: Int)
    /// One for each set bit of c.
    case bitsOfC
    /// The low byte of c, the high byte of c, and one between.
    case unpacked
    /// As many operands as the intrinsic named by b takes.
    case intrinsic
  }

  public let operand: Operand
  public let offset: Int
  public let count: Count

  public enum Operand: Int, Sendable { case a, b, c }

  static func a(_ offset: Int, _ count: Count) -> RegisterRun {
    RegisterRun(operand: .a, offset: offset, count: count)
  }
  static func b(_ offset: Int, _ count: Count) -> RegisterRun {
    RegisterRun(operand: .b, offset: offset, count: count)
  }
  static func c(_ offset: Int, _ count: Count) -> RegisterRun {
    RegisterRun(operand: .c, offset: offset, count: count)
  }

  public func length(_ word: Word) -> Int {
    switch count {
    case .fixed(let length): length
    case .operandC(let times, let plus): word.c * times + plus
    case .bitsOfC: word.c.nonzeroBitCount
    case .unpacked: (word.c & 0xff) + (word.c >> 8) + 1
    case .intrinsic: Intrinsic(rawValue: UInt16(word.b))?.operandCount ?? 0
    }
  }

  /// The registers of the run in one instruction.
  public func registers(_ word: Word) -> Range<Int> {
    let field: Int
    switch operand {
    case .a: field = word.a
    case .b: field = word.b
    case .c: field = word.c
    }
    let first = (field & Word.registerMask) + offset
    return first..<(first + length(word))
  }
}
