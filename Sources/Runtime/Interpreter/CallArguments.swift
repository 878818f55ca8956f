// Calls whose arguments lie in a window, or come out of `*` and `**`.

import CRuntime

extension ThreadState {
  /// Calls with arguments that lie in a window, keyword values last.
  @inline(__always) func callFromWindow(
    _ callee: Value, _ window: UnsafeMutablePointer<UInt>, _ count: Int, _ names: Value
  ) throws(Raised) -> Value {
    let nameCount = names.isUnbound ? 0 : TupleObject(names).count
    let arguments = Arguments(base: window, count: count - nameCount, keywordNames: names)
    guard callee.isReference else { throw raiseNotCallable(callee) }
    let type = callee.reference.type
    if type.isExactly(.builtinFunction) {
      let body = BuiltinFunctionObject(callee).body
      return try callNative(body.pointee.description, body.pointee.receiver, arguments)
    }
    if type.isExactly(.methodDescriptor), arguments.count > 0 {
      let descriptor = MethodDescriptorObject(callee)
      try descriptor.check(self, arguments[0])
      return try callNative(
        descriptor.body.pointee.description, arguments[0], arguments.dropFirst(1))
    }
    return try call(callee, arguments)
  }

  /// What stands behind `*` in a call, as a tuple. Owned.
  func positionalArguments(_ iterable: Value, callee: Value) throws(Raised) -> Value {
    if iterable.isExactly(.tuple) { return retain(iterable) }
    guard isIterable(iterable.type) else {
      throw raise(
        .typeError,
        "\(callableText(callee)) argument after * must be an iterable, "
          + "not \(iterable.type.nameText)")
    }
    return try tuple(from: iterable)
  }

  /// What stands behind `**` in a call, as a dict. Owned, or unbound where there is nothing.
  func keywordArguments(_ mapping: Value, callee: Value) throws(Raised) -> Value {
    if mapping.isUnbound || mapping.isExactly(.dict) { return retain(mapping) }
    let dict = try DictObject.make(self)
    do throws(Raised) { try mergeKeywords(dict, mapping, callee: callee) } catch {
      release(dict.value)
      throw error
    }
    return dict.value
  }

  /// `f(*positional, **keywords)`; keywords is a dict or unbound.
  func callExtended(_ callee: Value, _ positional: TupleObject, _ keywords: Value)
    throws(Raised) -> Value
  {
    let keywordCount = keywords.isUnbound ? 0 : DictObject(keywords).count
    let total = positional.count + keywordCount
    return try withWords(max(1, total)) { (words) throws(Raised) -> Value in
      for index in 0..<positional.count { words[index] = positional[index].bits }
      guard keywordCount > 0 else {
        return try call(callee, Arguments(base: words, count: positional.count))
      }
      let names = try TupleObject.make(self, keywordCount)
      defer { release(names.value) }
      var position = 0
      var filled = 0
      defer {
        for index in 0..<filled { release(Value(bits: words[positional.count + index])) }
      }
      while filled < keywordCount, let (key, value) = DictObject(keywords).next(&position, self) {
        guard key.isInstance(TypeFlags.stringSubclass) else {
          release(value)
          release(key)
          throw raise(.typeError, "keywords must be strings")
        }
        names.initialize(filled, key)
        words[positional.count + filled] = value.bits
        filled += 1
      }
      return try call(
        callee, Arguments(base: words, count: positional.count, keywordNames: names.value))
    }
  }
}
