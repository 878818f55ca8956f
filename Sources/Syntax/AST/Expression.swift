/// An expression. The cases and their fields are those of Python's `ast` module.
///
/// There is no load, store or delete context on a node: the position implies it. Targets of
/// `assign`, `augAssign`, `annAssign`, `for`, `withItem`, `comprehension`, `namedExpr` and
/// `typeAlias` are stores, targets of `delete` are deletions; inside a target, the elements of
/// `tuple`, `list` and `starred` share its context, while the object of an `attribute` or
/// `subscript` is loaded. All else is loaded.
public struct Expression: Hashable, Sendable {
  public var kind: Kind
  public var range: SourceRange

  @inlinable
  public init(_ kind: Kind, _ range: SourceRange) {
    self.kind = kind
    self.range = range
  }

  public indirect enum Kind: Hashable, Sendable {
    case boolOp(op: BooleanOperator, values: [Expression])
    case namedExpr(target: Expression, value: Expression)
    case binOp(left: Expression, op: BinaryOperator, right: Expression)
    case unaryOp(op: UnaryOperator, operand: Expression)
    case lambda(args: Arguments, body: Expression)
    case ifExp(test: Expression, body: Expression, orElse: Expression)
    /// A key is absent where its value is unpacked: `{**value}`.
    case dict(keys: [Expression?], values: [Expression])
    case set(elts: [Expression])
    case listComp(elt: Expression, generators: [Comprehension])
    case setComp(elt: Expression, generators: [Comprehension])
    case dictComp(key: Expression, value: Expression, generators: [Comprehension])
    case generatorExp(elt: Expression, generators: [Comprehension])
    case await(value: Expression)
    case yield(value: Expression?)
    case yieldFrom(value: Expression)
    /// `comparators` has as many elements as `ops`.
    case compare(left: Expression, ops: [ComparisonOperator], comparators: [Expression])
    case call(function: Expression, args: [Expression], keywords: [Keyword])
    /// A replacement field of an f-string; `formatSpec`, if present, is a `joinedStr`.
    case formattedValue(value: Expression, conversion: Conversion, formatSpec: Expression?)
    /// An f-string: string constants and `formattedValue`s.
    case joinedStr(values: [Expression])
    /// `isUnicodePrefixed` tells `u'…'` from `'…'` (the `kind` field of `ast.Constant`).
    case constant(ConstantValue, isUnicodePrefixed: Bool = false)
    case attribute(value: Expression, attr: String)
    case `subscript`(value: Expression, slice: Expression)
    case starred(value: Expression)
    case name(String)
    case list(elts: [Expression])
    case tuple(elts: [Expression])
    case slice(lower: Expression?, upper: Expression?, step: Expression?)
  }
}

public enum BooleanOperator: UInt8, Hashable, Sendable { case and, or }

public enum BinaryOperator: UInt8, Hashable, Sendable {
  case add, sub, mult, matMult, div, mod, pow, lShift, rShift, bitOr, bitXor, bitAnd, floorDiv
}

public enum UnaryOperator: UInt8, Hashable, Sendable { case invert, not, uAdd, uSub }

public enum ComparisonOperator: UInt8, Hashable, Sendable {
  case eq, notEq, lt, ltE, gt, gtE, `is`, isNot, `in`, notIn
}

/// The `!s`, `!r` or `!a` of a replacement field; the raw values are those of `ast`.
public enum Conversion: Int, Hashable, Sendable {
  case none = -1
  case str = 115
  case repr = 114
  case ascii = 97
}

/// One `for … in … if …` clause of a comprehension.
public struct Comprehension: Hashable, Sendable {
  public var target: Expression
  public var iter: Expression
  public var ifs: [Expression]
  public var isAsync: Bool

  public init(target: Expression, iter: Expression, ifs: [Expression], isAsync: Bool) {
    self.target = target
    self.iter = iter
    self.ifs = ifs
    self.isAsync = isAsync
  }
}

/// A keyword argument of a call or class definition; `arg` is absent in `**value`.
public struct Keyword: Hashable, Sendable {
  public var arg: String?
  public var value: Expression
  public var range: SourceRange

  public init(arg: String?, value: Expression, range: SourceRange) {
    self.arg = arg
    self.value = value
    self.range = range
  }
}
