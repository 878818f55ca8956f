// Binary and unary operators, with the reflected operand's turn and the sequence fallbacks.

extension ThreadState {
  /// `left op right` by number slots: the operand whose type derives from the other's goes first.
  /// NotImplemented where neither knows what to do.
  @inline(__always) func binarySlot(_ slot: Slot, _ left: Value, _ right: Value) throws(Raised)
    -> Value
  {
    let leftType = left.type
    let rightType = right.type
    let leftCode = leftType.slot(slot)
    var rightCode = leftType.isSame(rightType) ? nil : rightType.slot(slot)
    if rightCode == leftCode { rightCode = nil }
    if let leftCode {
      if let code = rightCode, rightType.isSubtype(of: leftType) {
        let result = try invoke(binary: code, left, right)
        if !result.isNotImplemented { return result }
        rightCode = nil
      }
      let result = try invoke(binary: leftCode, left, right)
      if !result.isNotImplemented { return result }
    }
    if let rightCode { return try invoke(binary: rightCode, left, right) }
    return .notImplemented
  }

  /// `left op right` for a binary slot (`.add` … `.or`, `.divmod`; `**` is `power`).
  package func binary(_ slot: Slot, _ left: Value, _ right: Value) throws(Raised) -> Value {
    if slot == .power { return try power(left, right, .none) }
    let result = try binarySlot(slot, left, right)
    if !result.isNotImplemented { return result }
    if slot == .add, let code = left.type.slot(.concatenate) {
      return try invoke(binary: code, left, right)
    }
    if slot == .multiply, let repeated = try repeated(left, right, inPlace: false) {
      return repeated
    }
    throw raiseUnsupported(slot, left, right, suffix: "")
  }

  /// `left op= right`; the slot is the plain operator's or its in-place twin.
  package func binaryInPlace(_ slot: Slot, _ left: Value, _ right: Value) throws(Raised) -> Value {
    let slot = slot.plain
    if let code = left.type.slot(slot.inPlace) {
      let result = try invoke(binary: code, left, right)
      if !result.isNotImplemented { return result }
    }
    if slot == .power { return try power(left, right, .none, symbol: "**=") }
    let result = try binarySlot(slot, left, right)
    if !result.isNotImplemented { return result }
    if slot == .add {
      let type = left.type
      if let code = type.slot(.concatenateInPlace) ?? type.slot(.concatenate) {
        return try invoke(binary: code, left, right)
      }
    } else if slot == .multiply, let repeated = try repeated(left, right, inPlace: true) {
      return repeated
    }
    throw raiseUnsupported(slot, left, right, suffix: "=")
  }

  /// `sequence * number` either way round; nil where neither operand is a sequence.
  private func repeated(_ left: Value, _ right: Value, inPlace: Bool) throws(Raised) -> Value? {
    let leftType = left.type
    if let code = (inPlace ? leftType.slot(.repeatInPlace) : nil) ?? leftType.slot(.repeat) {
      return try repeatSequence(code, left, right)
    }
    if let code = right.type.slot(.repeat) { return try repeatSequence(code, right, left) }
    return nil
  }

  private func repeatSequence(_ code: UnsafeRawPointer, _ sequence: Value, _ factor: Value)
    throws(Raised) -> Value
  {
    guard isIndex(factor) else {
      throw raise(
        .typeError, "can't multiply sequence by non-int of type '\(factor.type.nameText)'")
    }
    let count = try integer(index(factor, overflow: .overflowError))
    defer { release(count) }
    return try invoke(binary: code, sequence, count)
  }

  @inline(never) private func raiseUnsupported(
    _ slot: Slot, _ left: Value, _ right: Value, suffix: String
  ) -> Raised {
    if slot == .rightShift, suffix.isEmpty, left.isExactly(.builtinFunction),
      BuiltinHooks.isPrintFunction(left)
    {
      return raise(
        .typeError,
        "unsupported operand type(s) for >>: '\(left.type.nameText)' and "
          + "'\(right.type.nameText)'. Did you mean \"print(<message>, file=<output_stream>)\"?")
    }
    return raise(
      .typeError,
      "unsupported operand type(s) for \(slot.symbol)\(suffix): "
        + "'\(left.type.nameText)' and '\(right.type.nameText)'")
  }

  /// `base ** exponent`, or `pow(base, exponent, modulus)`.
  package func power(
    _ base: Value, _ exponent: Value, _ modulus: Value = .none,
    symbol: StaticString = "** or pow()"
  ) throws(Raised) -> Value {
    let result = try powerSlot(base, exponent, modulus)
    if !result.isNotImplemented { return result }
    let modulusText = modulus.isNone ? "" : ", '\(modulus.type.nameText)'"
    let join = modulus.isNone ? " and " : ", "
    throw raise(
      .typeError,
      "unsupported operand type(s) for \(symbol): "
        + "'\(base.type.nameText)'\(join)'\(exponent.type.nameText)'\(modulusText)")
  }

  private func powerSlot(_ base: Value, _ exponent: Value, _ modulus: Value) throws(Raised)
    -> Value
  {
    let leftType = base.type
    let rightType = exponent.type
    let leftCode = leftType.slot(.power)
    var rightCode = leftType.isSame(rightType) ? nil : rightType.slot(.power)
    if rightCode == leftCode { rightCode = nil }
    if let leftCode {
      if let code = rightCode, rightType.isSubtype(of: leftType) {
        let result = try invoke(ternary: code, base, exponent, modulus)
        if !result.isNotImplemented { return result }
        rightCode = nil
      }
      let result = try invoke(ternary: leftCode, base, exponent, modulus)
      if !result.isNotImplemented { return result }
    }
    if let rightCode {
      let result = try invoke(ternary: rightCode, base, exponent, modulus)
      if !result.isNotImplemented { return result }
    }
    guard !modulus.isNone, let code = modulus.type.slot(.power), code != leftCode,
      code != rightCode
    else { return .notImplemented }
    return try invoke(ternary: code, base, exponent, modulus)
  }

  /// `base **= exponent`.
  package func powerInPlace(_ base: Value, _ exponent: Value) throws(Raised) -> Value {
    try binaryInPlace(.power, base, exponent)
  }

  /// `-x`, `+x`, `~x`, `abs(x)` by their slots.
  package func unary(_ slot: Slot, _ value: Value) throws(Raised) -> Value {
    if let code = value.type.slot(slot) { return try invoke(unary: code, value) }
    let symbol =
      switch slot {
      case .negative: "unary -"
      case .positive: "unary +"
      case .invert: "unary ~"
      default: "abs()"
      }
    throw raise(.typeError, "bad operand type for \(symbol): '\(value.type.nameText)'")
  }

  package func add(_ left: Value, _ right: Value) throws(Raised) -> Value {
    try binary(.add, left, right)
  }
  package func subtract(_ left: Value, _ right: Value) throws(Raised) -> Value {
    try binary(.subtract, left, right)
  }
  package func multiply(_ left: Value, _ right: Value) throws(Raised) -> Value {
    try binary(.multiply, left, right)
  }
}

extension Slot {
  /// The slot of the augmented assignment.
  var inPlace: Slot {
    switch self {
    case .add: .addInPlace
    case .subtract: .subtractInPlace
    case .multiply: .multiplyInPlace
    case .matrixMultiply: .matrixMultiplyInPlace
    case .trueDivide: .trueDivideInPlace
    case .floorDivide: .floorDivideInPlace
    case .modulo: .moduloInPlace
    case .power: .powerInPlace
    case .leftShift: .leftShiftInPlace
    case .rightShift: .rightShiftInPlace
    case .and: .andInPlace
    case .xor: .xorInPlace
    case .or: .orInPlace
    default: self
    }
  }

  /// The slot of the plain operator.
  var plain: Slot {
    switch self {
    case .addInPlace: .add
    case .subtractInPlace: .subtract
    case .multiplyInPlace: .multiply
    case .matrixMultiplyInPlace: .matrixMultiply
    case .trueDivideInPlace: .trueDivide
    case .floorDivideInPlace: .floorDivide
    case .moduloInPlace: .modulo
    case .powerInPlace: .power
    case .leftShiftInPlace: .leftShift
    case .rightShiftInPlace: .rightShift
    case .andInPlace: .and
    case .xorInPlace: .xor
    case .orInPlace: .or
    default: self
    }
  }

  /// The operator, as messages name it.
  var symbol: String {
    switch self {
    case .add: "+"
    case .subtract: "-"
    case .multiply: "*"
    case .matrixMultiply: "@"
    case .trueDivide: "/"
    case .floorDivide: "//"
    case .modulo: "%"
    case .divmod: "divmod()"
    case .leftShift: "<<"
    case .rightShift: ">>"
    case .and: "&"
    case .xor: "^"
    case .or: "|"
    default: "\(self)"
    }
  }
}
