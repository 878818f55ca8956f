// Truth, length, containment.

extension ThreadState {
  @inline(__always) package func isTrue(_ value: Value) throws(Raised) -> Bool {
    if value.isTrue { return true }
    if value.isFalse || value.isNone { return false }
    if value.isSmallInteger { return value.smallInteger != 0 }
    return try isTrueSlow(value)
  }

  @inline(never) private func isTrueSlow(_ value: Value) throws(Raised) -> Bool {
    let type = value.type
    if let code = type.slot(.bool) { return try invoke(predicate: code, value) }
    if let code = type.slot(.length) { return try invoke(integer: code, value) != 0 }
    return true
  }

  /// `len(value)`.
  package func length(_ value: Value) throws(Raised) -> Int {
    guard let code = value.type.slot(.length) else {
      throw raise(.typeError, "object of type '\(value.type.nameText)' has no len()")
    }
    return try invoke(integer: code, value)
  }

  /// `operator.length_hint(value, default)`: how many items iteration may give, for preallocation.
  package func lengthHint(_ value: Value, default fallback: Int = 0) throws(Raised) -> Int {
    if let code = value.type.slot(.length) {
      do throws(Raised) { return try invoke(integer: code, value) } catch {
        guard exceptionMatches(.typeError) else { throw error }
        clearException()
      }
    }
    let hint: Value
    do throws(Raised) { hint = try callOptionalSpecial(value, .__length_hint__) } catch {
      guard exceptionMatches(.typeError) else { throw error }
      clearException()
      return fallback
    }
    if hint.isUnbound || hint.isNotImplemented { return fallback }
    defer { release(hint) }
    guard hint.isSmallInteger || hint.isInstance(TypeFlags.integerSubclass) else {
      throw raise(
        .typeError, "__length_hint__ must be an integer, not \(hint.type.nameText)")
    }
    let count = try index(hint)
    if count < 0 { throw raise(.valueError, "__length_hint__() should return >= 0") }
    return count
  }

  /// `item in container`.
  package func contains(_ container: Value, _ item: Value) throws(Raised) -> Bool {
    if container.isExactly(.dict) { return try DictObject(container).contains(self, item) }
    let type = container.type
    if let code = type.slot(.contains) { return try invoke(contains: code, container, item) }
    guard isIterable(type) else {
      throw raise(.typeError, "argument of type '\(type.nameText)' is not iterable")
    }
    var isFound = false
    try forEach(container) { (candidate: Value) throws(Raised) -> Bool in
      isFound = try isEqual(candidate, item)
      return !isFound
    }
    return isFound
  }

  package func isCallable(_ value: Value) -> Bool { value.type.slot(.call) != nil }
}
