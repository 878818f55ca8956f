// The trampolines of the binary operators. A slot gets (left, right) whichever operand's type it
// was found in, so it decides itself whether to call the method or its reflection.

extension Trampolines {
  static func add(thread: ThreadState, left: Value, right: Value) throws(Raised) -> Value {
    try thread.binaryTrampoline(left, right, .add, .__add__, .__radd__)
  }
  static func subtract(thread: ThreadState, left: Value, right: Value) throws(Raised) -> Value {
    try thread.binaryTrampoline(left, right, .subtract, .__sub__, .__rsub__)
  }
  static func multiply(thread: ThreadState, left: Value, right: Value) throws(Raised) -> Value {
    try thread.binaryTrampoline(left, right, .multiply, .__mul__, .__rmul__)
  }
  static func matrixMultiply(thread: ThreadState, left: Value, right: Value) throws(Raised) -> Value
  {
    try thread.binaryTrampoline(left, right, .matrixMultiply, .__matmul__, .__rmatmul__)
  }
  static func trueDivide(thread: ThreadState, left: Value, right: Value) throws(Raised) -> Value {
    try thread.binaryTrampoline(left, right, .trueDivide, .__truediv__, .__rtruediv__)
  }
  static func floorDivide(thread: ThreadState, left: Value, right: Value) throws(Raised) -> Value {
    try thread.binaryTrampoline(left, right, .floorDivide, .__floordiv__, .__rfloordiv__)
  }
  static func modulo(thread: ThreadState, left: Value, right: Value) throws(Raised) -> Value {
    try thread.binaryTrampoline(left, right, .modulo, .__mod__, .__rmod__)
  }
  static func divmod(thread: ThreadState, left: Value, right: Value) throws(Raised) -> Value {
    try thread.binaryTrampoline(left, right, .divmod, .__divmod__, .__rdivmod__)
  }
  static func leftShift(thread: ThreadState, left: Value, right: Value) throws(Raised) -> Value {
    try thread.binaryTrampoline(left, right, .leftShift, .__lshift__, .__rlshift__)
  }
  static func rightShift(thread: ThreadState, left: Value, right: Value) throws(Raised) -> Value {
    try thread.binaryTrampoline(left, right, .rightShift, .__rshift__, .__rrshift__)
  }
  static func `and`(thread: ThreadState, left: Value, right: Value) throws(Raised) -> Value {
    try thread.binaryTrampoline(left, right, .and, .__and__, .__rand__)
  }
  static func xor(thread: ThreadState, left: Value, right: Value) throws(Raised) -> Value {
    try thread.binaryTrampoline(left, right, .xor, .__xor__, .__rxor__)
  }
  static func `or`(thread: ThreadState, left: Value, right: Value) throws(Raised) -> Value {
    try thread.binaryTrampoline(left, right, .or, .__or__, .__ror__)
  }
  static func addInPlace(thread: ThreadState, left: Value, right: Value) throws(Raised) -> Value {
    try thread.callSpecial(left, .__iadd__, right)
  }
  static func subtractInPlace(thread: ThreadState, left: Value, right: Value) throws(Raised)
    -> Value
  {
    try thread.callSpecial(left, .__isub__, right)
  }
  static func multiplyInPlace(thread: ThreadState, left: Value, right: Value) throws(Raised)
    -> Value
  {
    try thread.callSpecial(left, .__imul__, right)
  }
  static func matrixMultiplyInPlace(thread: ThreadState, left: Value, right: Value) throws(Raised)
    -> Value
  {
    try thread.callSpecial(left, .__imatmul__, right)
  }
  static func trueDivideInPlace(thread: ThreadState, left: Value, right: Value) throws(Raised)
    -> Value
  {
    try thread.callSpecial(left, .__itruediv__, right)
  }
  static func floorDivideInPlace(thread: ThreadState, left: Value, right: Value) throws(Raised)
    -> Value
  {
    try thread.callSpecial(left, .__ifloordiv__, right)
  }
  static func moduloInPlace(thread: ThreadState, left: Value, right: Value) throws(Raised) -> Value
  {
    try thread.callSpecial(left, .__imod__, right)
  }
  static func leftShiftInPlace(thread: ThreadState, left: Value, right: Value) throws(Raised)
    -> Value
  {
    try thread.callSpecial(left, .__ilshift__, right)
  }
  static func rightShiftInPlace(thread: ThreadState, left: Value, right: Value) throws(Raised)
    -> Value
  {
    try thread.callSpecial(left, .__irshift__, right)
  }
  static func andInPlace(thread: ThreadState, left: Value, right: Value) throws(Raised) -> Value {
    try thread.callSpecial(left, .__iand__, right)
  }
  static func xorInPlace(thread: ThreadState, left: Value, right: Value) throws(Raised) -> Value {
    try thread.callSpecial(left, .__ixor__, right)
  }
  static func orInPlace(thread: ThreadState, left: Value, right: Value) throws(Raised) -> Value {
    try thread.callSpecial(left, .__ior__, right)
  }
  static func powerInPlace(thread: ThreadState, left: Value, right: Value) throws(Raised) -> Value {
    try thread.callSpecial(left, .__ipow__, right)
  }
}
