import Syntax

extension BinaryOperator {
  var sign: String {
    switch self {
    case .add: "+"
    case .sub: "-"
    case .mult: "*"
    case .matMult: "@"
    case .div: "/"
    case .mod: "%"
    case .pow: "**"
    case .lShift: "<<"
    case .rShift: ">>"
    case .bitOr: "|"
    case .bitXor: "^"
    case .bitAnd: "&"
    case .floorDiv: "//"
    }
  }

  var precedence: Unparser.Precedence {
    switch self {
    case .add, .sub: .arithmetic
    case .mult, .matMult, .div, .mod, .floorDiv: .term
    case .pow: .power
    case .lShift, .rShift: .shift
    case .bitOr: .bitOr
    case .bitXor: .bitXor
    case .bitAnd: .bitAnd
    }
  }
}

extension UnaryOperator {
  var sign: String {
    switch self {
    case .invert: "~"
    case .not: "not "
    case .uAdd: "+"
    case .uSub: "-"
    }
  }
}

extension ComparisonOperator {
  var sign: String {
    switch self {
    case .eq: "=="
    case .notEq: "!="
    case .lt: "<"
    case .ltE: "<="
    case .gt: ">"
    case .gtE: ">="
    case .is: "is"
    case .isNot: "is not"
    case .in: "in"
    case .notIn: "not in"
    }
  }
}
