// The special methods that the runtime calls by slot. Each type has a table of native functions,
// one for each slot, inherited from its bases; a Python class that defines `__add__` gets a
// function there that looks the method up (CPython's `slotdefs`).
//
// Binary slots get (left, right) whichever operand's type they were found in, and return
// NotImplemented. `next` returns unbound at the end and raises no StopIteration.

/// Index of a function in a type's slot table.
package enum Slot: Int, CaseIterable {
  case repr, str, iterate, next, negative, positive, absolute, invert, integer, float, index
  case await, asyncIterate, asyncNext
  case hash, length, bool
  case add, subtract, multiply, matrixMultiply, trueDivide, floorDivide, modulo, divmod
  case leftShift, rightShift, and, xor, or
  case power
  case addInPlace, subtractInPlace, multiplyInPlace, matrixMultiplyInPlace, trueDivideInPlace
  case floorDivideInPlace, moduloInPlace, powerInPlace, leftShiftInPlace, rightShiftInPlace
  case andInPlace, xorInPlace, orInPlace
  case concatenate, `repeat`, concatenateInPlace, repeatInPlace
  case getItem, setItem, contains
  case compare
  case getAttribute, setAttribute
  case descriptorGet, descriptorSet
  case call, new, initialize, finalize

  package static let count = Slot.allCases.count
}

/// A slot and its function, as a type's table lists it.
///
/// The makers are kept out of the optimiser: Swift 6.3.1 crashes (LoadableByAddress) where a cast of a
/// function reference that throws and returns nothing is inlined.
package struct SlotFunction {
  package let slot: Slot
  package let code: UnsafeRawPointer

  private init(_ slot: Slot, _ code: UnsafeRawPointer) {
    self.slot = slot
    self.code = code
  }

  @_optimize(none) package static func unary(_ slot: Slot, _ function: UnaryFunction)
    -> SlotFunction
  {
    SlotFunction(slot, unsafeBitCast(function, to: UnsafeRawPointer.self))
  }
  @_optimize(none) package static func binary(_ slot: Slot, _ function: BinaryFunction)
    -> SlotFunction
  {
    SlotFunction(slot, unsafeBitCast(function, to: UnsafeRawPointer.self))
  }
  @_optimize(none) package static func repr(_ function: UnaryFunction) -> SlotFunction {
    .init(.repr, unsafeBitCast(function, to: UnsafeRawPointer.self))
  }
  @_optimize(none) package static func str(_ function: UnaryFunction) -> SlotFunction {
    .init(.str, unsafeBitCast(function, to: UnsafeRawPointer.self))
  }
  @_optimize(none) package static func iterate(_ function: UnaryFunction) -> SlotFunction {
    .init(.iterate, unsafeBitCast(function, to: UnsafeRawPointer.self))
  }
  /// Returns unbound at the end.
  @_optimize(none) package static func next(_ function: UnaryFunction) -> SlotFunction {
    .init(.next, unsafeBitCast(function, to: UnsafeRawPointer.self))
  }
  @_optimize(none) package static func hash(_ function: IntegerFunction) -> SlotFunction {
    .init(.hash, unsafeBitCast(function, to: UnsafeRawPointer.self))
  }
  @_optimize(none) package static func length(_ function: IntegerFunction) -> SlotFunction {
    .init(.length, unsafeBitCast(function, to: UnsafeRawPointer.self))
  }
  @_optimize(none) package static func bool(_ function: PredicateFunction) -> SlotFunction {
    .init(.bool, unsafeBitCast(function, to: UnsafeRawPointer.self))
  }
  /// `**` and `pow()`: base, exponent, modulus or None.
  @_optimize(none) package static func power(_ function: TernaryFunction) -> SlotFunction {
    .init(.power, unsafeBitCast(function, to: UnsafeRawPointer.self))
  }
  @_optimize(none) package static func getItem(_ function: BinaryFunction) -> SlotFunction {
    .init(.getItem, unsafeBitCast(function, to: UnsafeRawPointer.self))
  }
  @_optimize(none) package static func setItem(_ function: SetFunction) -> SlotFunction {
    .init(.setItem, unsafeBitCast(function, to: UnsafeRawPointer.self))
  }
  @_optimize(none) package static func contains(_ function: ContainsFunction) -> SlotFunction {
    .init(.contains, unsafeBitCast(function, to: UnsafeRawPointer.self))
  }
  @_optimize(none) package static func compare(_ function: CompareFunction) -> SlotFunction {
    .init(.compare, unsafeBitCast(function, to: UnsafeRawPointer.self))
  }
  @_optimize(none) package static func getAttribute(_ function: BinaryFunction) -> SlotFunction {
    .init(.getAttribute, unsafeBitCast(function, to: UnsafeRawPointer.self))
  }
  @_optimize(none) package static func setAttribute(_ function: SetFunction) -> SlotFunction {
    .init(.setAttribute, unsafeBitCast(function, to: UnsafeRawPointer.self))
  }
  /// Descriptor, instance (unbound for none), owner.
  @_optimize(none) package static func descriptorGet(_ function: TernaryFunction) -> SlotFunction {
    .init(.descriptorGet, unsafeBitCast(function, to: UnsafeRawPointer.self))
  }
  @_optimize(none) package static func descriptorSet(_ function: SetFunction) -> SlotFunction {
    .init(.descriptorSet, unsafeBitCast(function, to: UnsafeRawPointer.self))
  }
  @_optimize(none) package static func call(_ function: CallFunction) -> SlotFunction {
    .init(.call, unsafeBitCast(function, to: UnsafeRawPointer.self))
  }
  @_optimize(none) package static func new(_ function: CallFunction) -> SlotFunction {
    .init(.new, unsafeBitCast(function, to: UnsafeRawPointer.self))
  }
  @_optimize(none) package static func initialize(_ function: InitFunction) -> SlotFunction {
    .init(.initialize, unsafeBitCast(function, to: UnsafeRawPointer.self))
  }
  @_optimize(none) package static func finalize(_ function: FinalizeFunction) -> SlotFunction {
    .init(.finalize, unsafeBitCast(function, to: UnsafeRawPointer.self))
  }
}
