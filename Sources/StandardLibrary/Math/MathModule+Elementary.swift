// Elementary functions: the C library's, with Python's errors.

import Glibc
import Runtime

extension MathModule {
  static func acos(thread: ThreadState, x: Value) throws(Raised) -> Value {
    try apply(thread, x, Glibc.acos)
  }
  static func acosh(thread: ThreadState, x: Value) throws(Raised) -> Value {
    try apply(thread, x, Glibc.acosh)
  }
  static func asin(thread: ThreadState, x: Value) throws(Raised) -> Value {
    try apply(thread, x, Glibc.asin)
  }
  static func asinh(thread: ThreadState, x: Value) throws(Raised) -> Value {
    try apply(thread, x, Glibc.asinh)
  }
  static func atan(thread: ThreadState, x: Value) throws(Raised) -> Value {
    try apply(thread, x, Glibc.atan)
  }
  static func atanh(thread: ThreadState, x: Value) throws(Raised) -> Value {
    try apply(thread, x, Glibc.atanh)
  }
  static func cbrt(thread: ThreadState, x: Value) throws(Raised) -> Value {
    try apply(thread, x, Glibc.cbrt)
  }
  static func cos(thread: ThreadState, x: Value) throws(Raised) -> Value {
    try apply(thread, x, Glibc.cos)
  }
  static func cosh(thread: ThreadState, x: Value) throws(Raised) -> Value {
    try apply(thread, x, overflows: true, Glibc.cosh)
  }
  static func erf(thread: ThreadState, x: Value) throws(Raised) -> Value {
    try apply(thread, x, Glibc.erf)
  }
  static func erfc(thread: ThreadState, x: Value) throws(Raised) -> Value {
    try apply(thread, x, Glibc.erfc)
  }
  static func exp(thread: ThreadState, x: Value) throws(Raised) -> Value {
    try apply(thread, x, overflows: true, Glibc.exp)
  }
  static func exp2(thread: ThreadState, x: Value) throws(Raised) -> Value {
    try apply(thread, x, overflows: true, Glibc.exp2)
  }
  static func expm1(thread: ThreadState, x: Value) throws(Raised) -> Value {
    try apply(thread, x, overflows: true, Glibc.expm1)
  }
  static func log1p(thread: ThreadState, x: Value) throws(Raised) -> Value {
    try apply(thread, x, Glibc.log1p)
  }
  static func sin(thread: ThreadState, x: Value) throws(Raised) -> Value {
    try apply(thread, x, Glibc.sin)
  }
  static func sinh(thread: ThreadState, x: Value) throws(Raised) -> Value {
    try apply(thread, x, overflows: true, Glibc.sinh)
  }
  static func sqrt(thread: ThreadState, x: Value) throws(Raised) -> Value {
    try apply(thread, x, Glibc.sqrt)
  }
  static func tan(thread: ThreadState, x: Value) throws(Raised) -> Value {
    try apply(thread, x, Glibc.tan)
  }
  static func tanh(thread: ThreadState, x: Value) throws(Raised) -> Value {
    try apply(thread, x, Glibc.tanh)
  }

  static func atan2(thread: ThreadState, y: Value, x: Value) throws(Raised) -> Value {
    try apply(thread, y, x, Glibc.atan2)
  }
  static func degrees(thread: ThreadState, x: Value) throws(Raised) -> Value {
    try thread.float(try thread.double(from: x) * (180 / Double.pi))
  }
  static func radians(thread: ThreadState, x: Value) throws(Raised) -> Value {
    try thread.float(try thread.double(from: x) * (Double.pi / 180))
  }

  static func pow(thread: ThreadState, x: Value, y: Value) throws(Raised) -> Value {
    let base = try thread.double(from: x)
    let exponent = try thread.double(from: y)
    let result = Glibc.pow(base, exponent)
    if !result.isFinite && base.isFinite && exponent.isFinite {
      if result.isNaN || base == 0 { throw domainError(thread) }
      throw rangeError(thread)
    }
    return try thread.float(result)
  }
}
