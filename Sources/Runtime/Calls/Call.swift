// Calling objects.

import CRuntime

extension ThreadState {
  /// Calls any callable. Raises TypeError for what is not callable.
  package func call(_ callable: Value, _ arguments: Arguments) throws(Raised) -> Value {
    guard callable.isReference else { throw raiseNotCallable(callable) }
    let type = callable.reference.type
    if type.isExactly(.function) {
      return try Interpreter.call(self, FunctionObject(callable), arguments)
    }
    if type.isExactly(.builtinFunction) {
      let body = BuiltinFunctionObject(callable).body
      return try callNative(body.pointee.description, body.pointee.receiver, arguments)
    }
    guard let code = type.slot(.call) else { throw raiseNotCallable(callable) }
    return try unsafeBitCast(code, to: CallFunction.self)(self, callable, arguments)
  }

  @inline(never) func raiseNotCallable(_ value: Value) -> Raised {
    raise(.typeError, "'\(value.type.nameText)' object is not callable")
  }

  package func call(_ callable: Value) throws(Raised) -> Value {
    var word: UInt = 0
    return try call(callable, Arguments(base: &word, count: 0))
  }

  package func call(_ callable: Value, _ a: Value) throws(Raised) -> Value {
    var words = a.bits
    return try withUnsafeMutablePointer(to: &words) { (base) throws(Raised) -> Value in
      try call(callable, Arguments(base: base, count: 1))
    }
  }

  package func call(_ callable: Value, _ a: Value, _ b: Value) throws(Raised) -> Value {
    var words = (a.bits, b.bits)
    return try withUnsafeMutablePointer(to: &words) { (words) throws(Raised) -> Value in
      try call(callable, Arguments(base: ThreadState.words(words), count: 2))
    }
  }

  package func call(_ callable: Value, _ a: Value, _ b: Value, _ c: Value) throws(Raised) -> Value {
    var words = (a.bits, b.bits, c.bits)
    return try withUnsafeMutablePointer(to: &words) { (words) throws(Raised) -> Value in
      try call(callable, Arguments(base: ThreadState.words(words), count: 3))
    }
  }

  package func call(_ callable: Value, _ a: Value, _ b: Value, _ c: Value, _ d: Value)
    throws(Raised) -> Value
  {
    var words = (a.bits, b.bits, c.bits, d.bits)
    return try withUnsafeMutablePointer(to: &words) { (words) throws(Raised) -> Value in
      try call(callable, Arguments(base: ThreadState.words(words), count: 4))
    }
  }

  @inline(__always) private static func words<T>(_ pointer: UnsafeMutablePointer<T>)
    -> UnsafeMutablePointer<UInt>
  {
    UnsafeMutableRawPointer(pointer).assumingMemoryBound(to: UInt.self)
  }

  /// Calls with one more positional argument in front.
  package func call(_ callable: Value, prepending first: Value, _ arguments: Arguments)
    throws(Raised) -> Value
  {
    let total = arguments.count + arguments.keywordCount
    return try withWords(total + 1) { (words) throws(Raised) -> Value in
      words[0] = first.bits
      for index in 0..<total { words[index + 1] = arguments.base[index] }
      return try call(
        callable,
        Arguments(
          base: words, count: arguments.count + 1, keywordNames: arguments.keywordNames))
    }
  }

  /// Scratch words for a call's arguments, on the native stack while they are few.
  package func withWords<R>(
    _ count: Int, _ body: (UnsafeMutablePointer<UInt>) throws(Raised) -> R
  ) throws(Raised) -> R {
    if count <= 8 {
      var words: (UInt, UInt, UInt, UInt, UInt, UInt, UInt, UInt) = (0, 0, 0, 0, 0, 0, 0, 0)
      return try withUnsafeMutablePointer(to: &words) { (pointer) throws(Raised) -> R in
        try body(ThreadState.words(pointer))
      }
    }
    let words = UnsafeMutablePointer<UInt>.allocate(capacity: count)
    defer { words.deallocate() }
    return try body(words)
  }

  /// Calls a method by name.
  package func callMethod(_ value: Value, _ name: Value) throws(Raised) -> Value {
    let method = try getAttribute(value, name)
    defer { release(method) }
    return try call(method)
  }
  package func callMethod(_ value: Value, _ name: Value, _ a: Value) throws(Raised) -> Value {
    let method = try getAttribute(value, name)
    defer { release(method) }
    return try call(method, a)
  }
  package func callMethod(_ value: Value, _ name: Value, _ a: Value, _ b: Value) throws(Raised)
    -> Value
  {
    let method = try getAttribute(value, name)
    defer { release(method) }
    return try call(method, a, b)
  }
  package func callMethod(_ value: Value, _ name: Value, _ a: Value, _ b: Value, _ c: Value)
    throws(Raised) -> Value
  {
    let method = try getAttribute(value, name)
    defer { release(method) }
    return try call(method, a, b, c)
  }
  package func callMethod(_ value: Value, _ name: StaticString) throws(Raised) -> Value {
    try callMethod(value, internLiteral(name))
  }
  package func callMethod(_ value: Value, _ name: StaticString, _ a: Value) throws(Raised)
    -> Value
  {
    try callMethod(value, internLiteral(name), a)
  }
  package func callMethod(_ value: Value, _ name: StaticString, _ a: Value, _ b: Value)
    throws(Raised) -> Value
  {
    try callMethod(value, internLiteral(name), a, b)
  }
  package func callMethod(_ value: Value, _ name: StaticString, _ a: Value, _ b: Value, _ c: Value)
    throws(Raised) -> Value
  {
    try callMethod(value, internLiteral(name), a, b, c)
  }
}

// MARK: Special methods: looked up in the type

extension ThreadState {
  /// The type's attribute bound to the value: owned, or unbound if there is none.
  package func lookupSpecial(_ value: Value, _ name: Value) throws(Raised) -> Value {
    let found = lookup(value.type, name)
    if found.isUnbound { return found }
    defer { release(found) }
    return try bind(found, instance: value, owner: value.type)
  }

  /// Calls a function found in the value's type, as its method.
  func callUnbound(_ method: Value, _ value: Value, _ arguments: Arguments) throws(Raised)
    -> Value
  {
    if method.isReference, method.reference.type.has(TypeFlags.isMethodDescriptor) {
      return try call(method, prepending: value, arguments)
    }
    let bound = try bind(method, instance: value, owner: value.type)
    defer { release(bound) }
    return try call(bound, arguments)
  }

  func callUnbound(_ method: Value, _ value: Value) throws(Raised) -> Value {
    if method.isReference, method.reference.type.has(TypeFlags.isMethodDescriptor) {
      return try call(method, value)
    }
    let bound = try bind(method, instance: value, owner: value.type)
    defer { release(bound) }
    return try call(bound)
  }

  func callUnbound(_ method: Value, _ value: Value, _ a: Value) throws(Raised) -> Value {
    if method.isReference, method.reference.type.has(TypeFlags.isMethodDescriptor) {
      return try call(method, value, a)
    }
    let bound = try bind(method, instance: value, owner: value.type)
    defer { release(bound) }
    return try call(bound, a)
  }

  func callUnbound(_ method: Value, _ value: Value, _ a: Value, _ b: Value) throws(Raised)
    -> Value
  {
    if method.isReference, method.reference.type.has(TypeFlags.isMethodDescriptor) {
      return try call(method, value, a, b)
    }
    let bound = try bind(method, instance: value, owner: value.type)
    defer { release(bound) }
    return try call(bound, a, b)
  }

  private func specialMethod(_ value: Value, _ name: WellKnownName) throws(Raised) -> Value {
    let method = lookup(value.type, .name(name))
    if method.isUnbound { throw raise(.attributeError, value: .name(name)) }
    return method
  }

  /// Calls the type's special method. Raises AttributeError where there is none.
  func callSpecial(_ value: Value, _ name: WellKnownName) throws(Raised) -> Value {
    let method = try specialMethod(value, name)
    defer { release(method) }
    return try callUnbound(method, value)
  }
  func callSpecial(_ value: Value, _ name: WellKnownName, _ a: Value) throws(Raised) -> Value {
    let method = try specialMethod(value, name)
    defer { release(method) }
    return try callUnbound(method, value, a)
  }
  func callSpecial(_ value: Value, _ name: WellKnownName, _ a: Value, _ b: Value) throws(Raised)
    -> Value
  {
    let method = try specialMethod(value, name)
    defer { release(method) }
    return try callUnbound(method, value, a, b)
  }
  func callSpecial(_ value: Value, _ name: WellKnownName, _ arguments: Arguments) throws(Raised)
    -> Value
  {
    let method = try specialMethod(value, name)
    defer { release(method) }
    return try callUnbound(method, value, arguments)
  }
}
