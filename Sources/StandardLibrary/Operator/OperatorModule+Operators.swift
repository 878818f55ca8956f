// Python's operators as functions, each a line over the runtime's protocols.

import Runtime

extension OperatorModule {
  static let binaryOperators: [Method] = [
    Method("add(a, b, /)", add, "Same as a + b."),
    Method("sub(a, b, /)", sub, "Same as a - b."),
    Method("mul(a, b, /)", mul, "Same as a * b."),
    Method("matmul(a, b, /)", matmul, "Same as a @ b."),
    Method("truediv(a, b, /)", truediv, "Same as a / b."),
    Method("floordiv(a, b, /)", floordiv, "Same as a // b."),
    Method("mod(a, b, /)", mod, "Same as a % b."),
    Method("lshift(a, b, /)", lshift, "Same as a << b."),
    Method("rshift(a, b, /)", rshift, "Same as a >> b."),
    Method("and_(a, b, /)", and, "Same as a & b."),
    Method("xor(a, b, /)", xor, "Same as a ^ b."),
    Method("or_(a, b, /)", or, "Same as a | b."),
    Method("pow(a, b, /)", pow, "Same as a ** b."),
    Method("iadd(a, b, /)", iadd, "Same as a += b."),
    Method("isub(a, b, /)", isub, "Same as a -= b."),
    Method("imul(a, b, /)", imul, "Same as a *= b."),
    Method("imatmul(a, b, /)", imatmul, "Same as a @= b."),
    Method("itruediv(a, b, /)", itruediv, "Same as a /= b."),
    Method("ifloordiv(a, b, /)", ifloordiv, "Same as a //= b."),
    Method("imod(a, b, /)", imod, "Same as a %= b."),
    Method("ilshift(a, b, /)", ilshift, "Same as a <<= b."),
    Method("irshift(a, b, /)", irshift, "Same as a >>= b."),
    Method("iand(a, b, /)", iand, "Same as a &= b."),
    Method("ixor(a, b, /)", ixor, "Same as a ^= b."),
    Method("ior(a, b, /)", ior, "Same as a |= b."),
    Method("ipow(a, b, /)", ipow, "Same as a **= b."),
  ]

  static let comparisons: [Method] = [
    Method("lt(a, b, /)", lt, "Same as a < b."),
    Method("le(a, b, /)", le, "Same as a <= b."),
    Method("eq(a, b, /)", eq, "Same as a == b."),
    Method("ne(a, b, /)", ne, "Same as a != b."),
    Method("ge(a, b, /)", ge, "Same as a >= b."),
    Method("gt(a, b, /)", gt, "Same as a > b."),
  ]

  static let unaryOperators: [Method] = [
    Method("neg(a, /)", neg, "Same as -a."),
    Method("pos(a, /)", pos, "Same as +a."),
    Method("invert(a, /)", invert, "Same as ~a."),
    Method("inv(a, /)", invert, "Same as ~a."),
    Method("abs(a, /)", absolute, "Same as abs(a)."),
  ]
}

extension OperatorModule {
  private static func add(thread: ThreadState, a: Value, b: Value) throws(Raised) -> Value {
    try thread.binary(.add, a, b)
  }
  private static func sub(thread: ThreadState, a: Value, b: Value) throws(Raised) -> Value {
    try thread.binary(.subtract, a, b)
  }
  private static func mul(thread: ThreadState, a: Value, b: Value) throws(Raised) -> Value {
    try thread.binary(.multiply, a, b)
  }
  private static func matmul(thread: ThreadState, a: Value, b: Value) throws(Raised) -> Value {
    try thread.binary(.matrixMultiply, a, b)
  }
  private static func truediv(thread: ThreadState, a: Value, b: Value) throws(Raised) -> Value {
    try thread.binary(.trueDivide, a, b)
  }
  private static func floordiv(thread: ThreadState, a: Value, b: Value) throws(Raised) -> Value {
    try thread.binary(.floorDivide, a, b)
  }
  private static func mod(thread: ThreadState, a: Value, b: Value) throws(Raised) -> Value {
    try thread.binary(.modulo, a, b)
  }
  private static func lshift(thread: ThreadState, a: Value, b: Value) throws(Raised) -> Value {
    try thread.binary(.leftShift, a, b)
  }
  private static func rshift(thread: ThreadState, a: Value, b: Value) throws(Raised) -> Value {
    try thread.binary(.rightShift, a, b)
  }
  private static func and(thread: ThreadState, a: Value, b: Value) throws(Raised) -> Value {
    try thread.binary(.and, a, b)
  }
  private static func xor(thread: ThreadState, a: Value, b: Value) throws(Raised) -> Value {
    try thread.binary(.xor, a, b)
  }
  private static func or(thread: ThreadState, a: Value, b: Value) throws(Raised) -> Value {
    try thread.binary(.or, a, b)
  }
  private static func pow(thread: ThreadState, a: Value, b: Value) throws(Raised) -> Value {
    try thread.binary(.power, a, b)
  }
  private static func iadd(thread: ThreadState, a: Value, b: Value) throws(Raised) -> Value {
    try thread.binaryInPlace(.add, a, b)
  }
  private static func isub(thread: ThreadState, a: Value, b: Value) throws(Raised) -> Value {
    try thread.binaryInPlace(.subtract, a, b)
  }
  private static func imul(thread: ThreadState, a: Value, b: Value) throws(Raised) -> Value {
    try thread.binaryInPlace(.multiply, a, b)
  }
  private static func imatmul(thread: ThreadState, a: Value, b: Value) throws(Raised) -> Value {
    try thread.binaryInPlace(.matrixMultiply, a, b)
  }
  private static func itruediv(thread: ThreadState, a: Value, b: Value) throws(Raised) -> Value {
    try thread.binaryInPlace(.trueDivide, a, b)
  }
  private static func ifloordiv(thread: ThreadState, a: Value, b: Value) throws(Raised) -> Value {
    try thread.binaryInPlace(.floorDivide, a, b)
  }
  private static func imod(thread: ThreadState, a: Value, b: Value) throws(Raised) -> Value {
    try thread.binaryInPlace(.modulo, a, b)
  }
  private static func ilshift(thread: ThreadState, a: Value, b: Value) throws(Raised) -> Value {
    try thread.binaryInPlace(.leftShift, a, b)
  }
  private static func irshift(thread: ThreadState, a: Value, b: Value) throws(Raised) -> Value {
    try thread.binaryInPlace(.rightShift, a, b)
  }
  private static func iand(thread: ThreadState, a: Value, b: Value) throws(Raised) -> Value {
    try thread.binaryInPlace(.and, a, b)
  }
  private static func ixor(thread: ThreadState, a: Value, b: Value) throws(Raised) -> Value {
    try thread.binaryInPlace(.xor, a, b)
  }
  private static func ior(thread: ThreadState, a: Value, b: Value) throws(Raised) -> Value {
    try thread.binaryInPlace(.or, a, b)
  }
  private static func ipow(thread: ThreadState, a: Value, b: Value) throws(Raised) -> Value {
    try thread.binaryInPlace(.power, a, b)
  }
  private static func lt(thread: ThreadState, a: Value, b: Value) throws(Raised) -> Value {
    try thread.compare(a, b, .less)
  }
  private static func le(thread: ThreadState, a: Value, b: Value) throws(Raised) -> Value {
    try thread.compare(a, b, .lessEqual)
  }
  private static func eq(thread: ThreadState, a: Value, b: Value) throws(Raised) -> Value {
    try thread.compare(a, b, .equal)
  }
  private static func ne(thread: ThreadState, a: Value, b: Value) throws(Raised) -> Value {
    try thread.compare(a, b, .notEqual)
  }
  private static func ge(thread: ThreadState, a: Value, b: Value) throws(Raised) -> Value {
    try thread.compare(a, b, .greaterEqual)
  }
  private static func gt(thread: ThreadState, a: Value, b: Value) throws(Raised) -> Value {
    try thread.compare(a, b, .greater)
  }
  private static func neg(thread: ThreadState, a: Value) throws(Raised) -> Value {
    try thread.unary(.negative, a)
  }
  private static func pos(thread: ThreadState, a: Value) throws(Raised) -> Value {
    try thread.unary(.positive, a)
  }
  private static func invert(thread: ThreadState, a: Value) throws(Raised) -> Value {
    try thread.unary(.invert, a)
  }
  private static func absolute(thread: ThreadState, a: Value) throws(Raised) -> Value {
    try thread.unary(.absolute, a)
  }
}
