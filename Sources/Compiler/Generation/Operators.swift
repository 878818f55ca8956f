import Bytecode
import Syntax

extension BinaryOperator {
  var opcode: Opcode {
    switch self {
    case .add: .add
    case .sub: .subtract
    case .mult: .multiply
    case .matMult: .matrixMultiply
    case .div: .trueDivide
    case .mod: .modulo
    case .pow: .power
    case .lShift: .leftShift
    case .rShift: .rightShift
    case .bitOr: .bitOr
    case .bitXor: .bitXor
    case .bitAnd: .bitAnd
    case .floorDiv: .floorDivide
    }
  }

  var inPlaceOpcode: Opcode {
    switch self {
    case .add: .addInPlace
    case .sub: .subtractInPlace
    case .mult: .multiplyInPlace
    case .matMult: .matrixMultiplyInPlace
    case .div: .trueDivideInPlace
    case .mod: .moduloInPlace
    case .pow: .powerInPlace
    case .lShift: .leftShiftInPlace
    case .rShift: .rightShiftInPlace
    case .bitOr: .bitOrInPlace
    case .bitXor: .bitXorInPlace
    case .bitAnd: .bitAndInPlace
    case .floorDiv: .floorDivideInPlace
    }
  }

  var immediateOpcode: Opcode? {
    switch self {
    case .add: .addImmediate
    case .sub: .subtractImmediate
    case .mult: .multiplyImmediate
    case .floorDiv: .floorDivideImmediate
    case .mod: .moduloImmediate
    case .lShift: .leftShiftImmediate
    case .rShift: .rightShiftImmediate
    case .bitAnd: .bitAndImmediate
    default: nil
    }
  }

  var inPlaceImmediateOpcode: Opcode? {
    switch self {
    case .add: .addInPlaceImmediate
    case .sub: .subtractInPlaceImmediate
    default: nil
    }
  }
}

extension UnaryOperator {
  var opcode: Opcode {
    switch self {
    case .invert: .invert
    case .not: .not
    case .uAdd: .positive
    case .uSub: .negate
    }
  }
}

extension ComparisonOperator {
  var opcode: Opcode {
    switch self {
    case .eq: .compareEqual
    case .notEq: .compareNotEqual
    case .lt: .compareLess
    case .ltE: .compareLessEqual
    case .gt: .compareGreater
    case .gtE: .compareGreaterEqual
    case .is: .is
    case .isNot: .isNot
    case .in: .contains
    case .notIn: .notContains
    }
  }

  /// The fused test that jumps if the comparison holds; `in` has none.
  var jumpOpcode: Opcode? {
    switch self {
    case .eq: .jumpIfEqual
    case .notEq: .jumpIfNotEqual
    case .lt: .jumpIfLess
    case .ltE: .jumpIfLessEqual
    case .gt: .jumpIfGreater
    case .gtE: .jumpIfGreaterEqual
    case .is: .jumpIfIs
    case .isNot: .jumpIfIsNot
    case .in, .notIn: nil
    }
  }

  var immediateJumpOpcode: Opcode? {
    switch self {
    case .eq: .jumpIfEqualImmediate
    case .notEq: .jumpIfNotEqualImmediate
    case .lt: .jumpIfLessImmediate
    case .ltE: .jumpIfLessEqualImmediate
    case .gt: .jumpIfGreaterImmediate
    case .gtE: .jumpIfGreaterEqualImmediate
    default: nil
    }
  }

  /// The negation of a comparison whose result is always a bool.
  var membershipOpposite: ComparisonOperator? {
    switch self {
    case .in: .notIn
    case .notIn: .in
    case .is: .isNot
    case .isNot: .is
    default: nil
    }
  }
}
