// Abstract object protocols: what `repr(x)`, `x + y`, `x[i]`, `for … in x` do for any x.
//
// The protocols dispatch on the type's slot table only (Types/Slot.swift): native types list their
// functions there, classes made by scripts get trampolines there. Exact built-in types that need no
// dispatch come first. Parameters are borrowed and results owned, as everywhere.
//
// This file has the casts from a slot's untyped word to its function (Calls/FunctionTypes.swift).

extension ThreadState {
  @inline(__always) func invoke(unary code: UnsafeRawPointer, _ value: Value) throws(Raised)
    -> Value
  {
    try unsafeBitCast(code, to: UnaryFunction.self)(self, value)
  }
  @inline(__always) func invoke(binary code: UnsafeRawPointer, _ left: Value, _ right: Value)
    throws(Raised) -> Value
  {
    try unsafeBitCast(code, to: BinaryFunction.self)(self, left, right)
  }
  @inline(__always) func invoke(
    ternary code: UnsafeRawPointer, _ first: Value, _ second: Value, _ third: Value
  ) throws(Raised) -> Value {
    try unsafeBitCast(code, to: TernaryFunction.self)(self, first, second, third)
  }
  @inline(__always) func invoke(integer code: UnsafeRawPointer, _ value: Value) throws(Raised)
    -> Int
  {
    try unsafeBitCast(code, to: IntegerFunction.self)(self, value)
  }
  @inline(__always) func invoke(predicate code: UnsafeRawPointer, _ value: Value) throws(Raised)
    -> Bool
  {
    try unsafeBitCast(code, to: PredicateFunction.self)(self, value)
  }
  @inline(__always) func invoke(
    compare code: UnsafeRawPointer, _ left: Value, _ right: Value, _ comparison: Comparison
  ) throws(Raised) -> Value {
    try unsafeBitCast(code, to: CompareFunction.self)(self, left, right, comparison)
  }
  @inline(__always) func invoke(
    set code: UnsafeRawPointer, _ object: Value, _ key: Value, _ value: Value
  ) throws(Raised) {
    try unsafeBitCast(code, to: SetFunction.self)(self, object, key, value)
  }
  @inline(__always) func invoke(contains code: UnsafeRawPointer, _ container: Value, _ item: Value)
    throws(Raised) -> Bool
  {
    try unsafeBitCast(code, to: ContainsFunction.self)(self, container, item)
  }

  /// Calls a method found on the type with the object bound, or returns unbound where there is none.
  func callOptionalSpecial(_ object: Value, _ name: WellKnownName) throws(Raised) -> Value {
    let method = lookup(object.type, .name(name))
    if method.isUnbound { return .unbound }
    defer { release(method) }
    return try callUnbound(method, object)
  }

  func callOptionalSpecial(_ object: Value, _ name: WellKnownName, _ argument: Value) throws(Raised)
    -> Value
  {
    let method = lookup(object.type, .name(name))
    if method.isUnbound { return .unbound }
    defer { release(method) }
    return try callUnbound(method, object, argument)
  }
}
