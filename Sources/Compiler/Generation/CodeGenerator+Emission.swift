import Bytecode
import Syntax

/// Indices of the specials that `loadSpecial` loads.
enum Special: Int {
  case unbound, none, `false`, `true`, notImplemented, ellipsis
}

extension CodeGenerator {
  // MARK: Temporaries

  func allocate() throws(SyntaxError) -> Int {
    let register = top
    top += 1
    try reserve(top)
    return register
  }

  /// Makes sure that the window has room for registers below `end`.
  func reserve(_ end: Int) throws(SyntaxError) {
    guard end > registerCount else { return }
    guard end < Word.registerLimit else {
      throw error("too many local variables or temporaries", at: position)
    }
    registerCount = end
  }

  func allocate(_ count: Int) throws(SyntaxError) -> Int {
    let first = top
    top += count
    try reserve(top)
    return first
  }

  /// A given temporary, or a fresh one.
  func scratch(_ reuse: Int?) throws(SyntaxError) -> Int {
    if let reuse { return reuse }
    return try allocate()
  }

  /// Gives a temporary of the operand back; operands are released in the reverse order of their
  /// evaluation.
  func release(_ operand: Operand) {
    if operand.isOwned {
      assert(operand.register == top - 1, "temporaries form a stack")
      top = operand.register
    }
  }

  func release(_ operands: Operand...) {
    for operand in operands.reversed() { release(operand) }
  }

  // MARK: Instructions

  func emit(_ opcode: Opcode, a: Int = 0, b: Int = 0, c: Int = 0) {
    builder.emit(opcode, a: a, b: b, c: c)
  }

  func emit(_ opcode: Opcode, a: Int = 0, wide: Int) {
    builder.emit(opcode, a: a, wide: wide)
  }

  func load(_ special: Special, into target: Int) {
    emit(.loadSpecial, a: target, b: special.rawValue)
  }

  func load(_ constant: Constant, into target: Int) {
    switch constant {
    case .none: load(Special.none, into: target)
    case .true: load(Special.true, into: target)
    case .false: load(Special.false, into: target)
    case .ellipsis: load(Special.ellipsis, into: target)
    case .integer(let value) where Int32(exactly: value) != nil:
      emit(.loadInteger, a: target, wide: value)
    default: emit(.loadConstant, a: target, wide: builder.index(of: constant))
    }
  }

  /// The index of a name for a 16-bit operand.
  func nameIndex(_ name: String) throws(SyntaxError) -> Int {
    let index = builder.index(ofName: name)
    guard index <= 0xffff else { throw error("too many names in one code block", at: position) }
    return index
  }

  // MARK: Flow

  func makeLabel() -> FlowLabel { FlowLabel(builder.makeLabel()) }

  func jump(_ opcode: Opcode = .jump, a: Int = 0, b: Int = 0, to target: FlowLabel) {
    if builder.isReachable { target.join(bound) }
    builder.emit(opcode, a: a, b: b, to: target.label)
  }

  func place(_ target: FlowLabel) {
    if builder.isReachable { target.join(bound) }
    builder.place(target.label)
    if let joined = target.bound { bound = joined }
  }

  /// Begins the code of an exception handler: `entry` is what is bound where its range begins, less
  /// what the range may unbind.
  func placeHandler(_ handler: CodeBuilder.Handler, bound entry: BoundSet) {
    builder.place(handler.label)
    bound = entry
  }

  func makeHandler() throws(SyntaxError) -> CodeBuilder.Handler {
    try reserve(top + 2)
    return CodeBuilder.Handler(label: builder.makeLabel(), register: top)
  }
}
