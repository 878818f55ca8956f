/// A place in code under construction.
public struct Label: Hashable, Sendable {
  let index: Int
}

/// Collects the instructions of one code object and assembles them.
///
/// Code that cannot be reached is not collected: after an instruction that does not fall through,
/// nothing is emitted until a label is placed that some emitted instruction or handler refers to.
public struct CodeBuilder {
  /// Where the instructions being emitted go when they raise.
  public struct Handler: Hashable, Sendable {
    public let label: Label
    public let register: Int

    public init(label: Label, register: Int) {
      self.label = label
      self.register = register
    }
  }

  struct Item {
    var word: Word
    var target: Int32 = -1
    var operandWord: UInt64 = 0
    var handler: Int32 = -1
    var position: CodePosition
    var shape: OpcodeShape { opcodeShapes[Int(word.bits & 0xffff)] }
  }

  var items: [Item] = []
  /// Instructions before the first of `items`, known only at the end.
  var prologue: [Item] = []
  /// For each label the index of the item it precedes, or -1.
  var places: [Int32] = []
  var handlers: [Handler] = []
  private var isReferenced: [Bool] = []
  private var handlerNumbers: [Handler: Int32] = [:]
  private var constantIndices: [Constant: Int] = [:]
  private(set) var constants: [Constant] = []
  private var nameIndices: [String: Int] = [:]
  private(set) var names: [String] = []

  public private(set) var isReachable = true
  public var handler: Handler? { didSet { handlerNumber = nil } }
  private var handlerNumber: Int32?
  public var position = CodePosition.none

  public init() {}

  public mutating func makeLabel() -> Label {
    places.append(-1)
    isReferenced.append(false)
    return Label(index: places.count - 1)
  }

  /// Marks the next instruction as the label's; reachable only if control or a jump comes here.
  public mutating func place(_ label: Label) {
    guard isReachable || isReferenced[label.index] else { return }
    isReachable = true
    places[label.index] = Int32(items.count)
  }

  public func isReferenced(_ label: Label) -> Bool { isReferenced[label.index] }

  public mutating func emit(_ opcode: Opcode, a: Int = 0, b: Int = 0, c: Int = 0) {
    append(Word(opcode, a: a, b: b, c: c))
  }

  public mutating func emit(_ opcode: Opcode, a: Int = 0, b: Int = 0, c: Int = 0, operand: Int) {
    append(Word(opcode, a: a, b: b, c: c), operandWord: UInt64(operand) << 32)
  }

  public mutating func emit(_ opcode: Opcode, a: Int = 0, wide: Int) {
    append(Word(opcode, a: a, wide: wide))
  }

  /// Emits an instruction whose last operand is a jump.
  public mutating func emit(_ opcode: Opcode, a: Int = 0, b: Int = 0, to label: Label) {
    guard isReachable else { return }
    isReferenced[label.index] = true
    append(Word(opcode, a: a, b: b), target: Int32(label.index))
  }

  /// Puts an instruction before all others.
  public mutating func emitInPrologue(_ opcode: Opcode, a: Int = 0, b: Int = 0) {
    prologue.append(Item(word: Word(opcode, a: a, b: b), position: position))
  }

  private mutating func append(_ word: Word, target: Int32 = -1, operandWord: UInt64 = 0) {
    guard isReachable else { return }
    items.append(
      Item(
        word: word, target: target, operandWord: operandWord, handler: currentHandlerNumber(),
        position: position))
    isReachable = opcodeShapes[Int(word.bits & 0xffff)].fallsThrough
  }

  private mutating func currentHandlerNumber() -> Int32 {
    if let handlerNumber { return handlerNumber }
    guard let handler else { return -1 }
    isReferenced[handler.label.index] = true
    let number = handlerNumbers[handler] ?? Int32(handlers.count)
    if number == handlers.count {
      handlers.append(handler)
      handlerNumbers[handler] = number
    }
    handlerNumber = number
    return number
  }

  /// The index of a constant, shared by equal ones.
  public mutating func index(of constant: Constant) -> Int {
    if let index = constantIndices[constant] { return index }
    constants.append(constant)
    constantIndices[constant] = constants.count - 1
    return constants.count - 1
  }

  public mutating func index(ofName name: String) -> Int {
    if let index = nameIndices[name] { return index }
    names.append(name)
    nameIndices[name] = names.count - 1
    return names.count - 1
  }
}
