// Calling native functions: the fixed-arity forms straight, all else through the parsed heading.

import CRuntime

/// A row of a method table, as its function objects share it. Native memory, never freed.
package struct NativeDescription {
  /// The parsed heading, once a call needed it: an atomic word, stored with release. The first
  /// field, so that its address is the description's.
  private var signature: UInt = 0
  let name: Value
  let method: Method
  /// Whether the first parameter is the object that the function is bound to.
  let takesSelf: Bool
  /// Values that a caller gives, at most; −1 for any number.
  let explicitCount: Int
  /// Name of the type or module, which some messages put before the function's; or unbound.
  let qualifier: Value

  init(_ method: Method, takesSelf: Bool, qualifier: Value = .unbound, thread: ThreadState)
    throws(Raised)
  {
    self.method = method
    self.takesSelf = takesSelf
    self.qualifier = qualifier
    var length = 0
    let start = method.heading.utf8Start
    while length < method.heading.utf8CodeUnitCount, start[length] != UInt8(ascii: "(") {
      length += 1
    }
    name = try thread.intern(start, count: length)
    explicitCount =
      method.arity == .variadic ? -1 : Int(method.arity.rawValue) - (takesSelf ? 1 : 0)
  }
}

package typealias NativeDescriptionPointer = UnsafeMutablePointer<NativeDescription>

extension UnsafeMutablePointer where Pointee == NativeDescription {
  /// The parsed heading. Two threads may both parse it and store equal forms.
  @inline(__always) func signature(_ thread: ThreadState) throws(Raised)
    -> UnsafeMutablePointer<NativeSignature>
  {
    let word = UnsafeMutableRawPointer(self)
    let known = racer_load_acquire_word(word)
    if known != 0 {
      return UnsafeMutablePointer<NativeSignature>(bitPattern: known).unsafelyUnwrapped
    }
    let signature = try NativeSignature.of(pointee.method.heading, thread)
    racer_store_release_word(word, UInt(bitPattern: signature))
    return signature
  }
}

extension ThreadState {
  /// Calls a native function. `receiver` is its first parameter where it takes one.
  @inline(__always) func callNative(
    _ description: NativeDescriptionPointer, _ receiver: Value, _ arguments: Arguments
  ) throws(Raised) -> Value {
    if arguments.count == description.pointee.explicitCount && arguments.keywordNames.isUnbound {
      let base = arguments.base
      return try description.pointee.takesSelf
        ? callFixed(description, receiver, base) : callFixedPlain(description, base)
    }
    return try callNativeSlow(description, receiver, arguments)
  }

  @inline(__always) private func callFixed(
    _ description: NativeDescriptionPointer, _ receiver: Value, _ base: UnsafeMutablePointer<UInt>
  ) throws(Raised) -> Value {
    let code = description.pointee.method.code
    switch description.pointee.method.arity {
    case .one: return try unsafeBitCast(code, to: UnaryFunction.self)(self, receiver)
    case .two:
      return try unsafeBitCast(code, to: BinaryFunction.self)(self, receiver, Value(bits: base[0]))
    case .three:
      return try unsafeBitCast(code, to: TernaryFunction.self)(
        self, receiver, Value(bits: base[0]), Value(bits: base[1]))
    case .four:
      return try unsafeBitCast(code, to: QuaternaryFunction.self)(
        self, receiver, Value(bits: base[0]), Value(bits: base[1]), Value(bits: base[2]))
    case .five:
      return try unsafeBitCast(code, to: QuinaryFunction.self)(
        self, receiver, Value(bits: base[0]), Value(bits: base[1]), Value(bits: base[2]),
        Value(bits: base[3]))
    default:
      return try unsafeBitCast(code, to: SenaryFunction.self)(
        self, receiver, Value(bits: base[0]), Value(bits: base[1]), Value(bits: base[2]),
        Value(bits: base[3]), Value(bits: base[4]))
    }
  }

  @inline(__always) private func callFixedPlain(
    _ description: NativeDescriptionPointer, _ base: UnsafeMutablePointer<UInt>
  ) throws(Raised) -> Value {
    let code = description.pointee.method.code
    switch description.pointee.method.arity {
    case .zero: return try unsafeBitCast(code, to: NullaryFunction.self)(self)
    case .one: return try unsafeBitCast(code, to: UnaryFunction.self)(self, Value(bits: base[0]))
    case .two:
      return try unsafeBitCast(code, to: BinaryFunction.self)(
        self, Value(bits: base[0]), Value(bits: base[1]))
    case .three:
      return try unsafeBitCast(code, to: TernaryFunction.self)(
        self, Value(bits: base[0]), Value(bits: base[1]), Value(bits: base[2]))
    case .four:
      return try unsafeBitCast(code, to: QuaternaryFunction.self)(
        self, Value(bits: base[0]), Value(bits: base[1]), Value(bits: base[2]),
        Value(bits: base[3]))
    case .five:
      return try unsafeBitCast(code, to: QuinaryFunction.self)(
        self, Value(bits: base[0]), Value(bits: base[1]), Value(bits: base[2]),
        Value(bits: base[3]), Value(bits: base[4]))
    default:
      return try unsafeBitCast(code, to: SenaryFunction.self)(
        self, Value(bits: base[0]), Value(bits: base[1]), Value(bits: base[2]),
        Value(bits: base[3]), Value(bits: base[4]), Value(bits: base[5]))
    }
  }

  @inline(never) private func callNativeSlow(
    _ description: NativeDescriptionPointer, _ receiver: Value, _ arguments: Arguments
  ) throws(Raised) -> Value {
    let method = description.pointee.method
    if method.arity == .variadic {
      return try description.pointee.takesSelf
        ? unsafeBitCast(method.code, to: CallFunction.self)(self, receiver, arguments)
        : unsafeBitCast(method.code, to: VariadicFunction.self)(self, arguments)
    }
    let signature = try description.signature(self)
    if signature.pointee.acceptsDefaults(after: arguments) {
      return try withWords(8) { (words) throws(Raised) -> Value in
        signature.pointee.fill(words, from: arguments)
        return try description.pointee.takesSelf
          ? callFixed(description, receiver, words) : callFixedPlain(description, words)
      }
    }
    var bound = try BoundArguments(
      self, arguments, signature, qualifier: description.pointee.qualifier)
    return try withUnsafeMutableBytes(of: &bound) { (bytes) throws(Raised) -> Value in
      let base = bytes.baseAddress.unsafelyUnwrapped.assumingMemoryBound(to: UInt.self)
      return try description.pointee.takesSelf
        ? callFixed(description, receiver, base) : callFixedPlain(description, base)
    }
  }
}
