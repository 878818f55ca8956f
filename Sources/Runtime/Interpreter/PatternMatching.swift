// The helpers of `match` statements (PEP 634).

extension ThreadState {
  /// Values of the subject for the keys of a mapping pattern: an owned tuple, or None.
  func matchKeys(_ subject: Value, _ keys: TupleObject) throws(Raised) -> Value {
    let get = try getAttribute(subject, .name(.get))
    defer { release(get) }
    // `get` with a marker: a key that `__missing__` would make must not match.
    let marker = Value(try allocate(TypeObject(.object), size: 24))
    defer { release(marker) }
    let values = try TupleObject.make(self, keys.count)
    for index in 0..<keys.count {
      for other in 0..<index where try isEqual(keys[index], keys[other]) {
        release(values.value)
        let text = try repr(keys[index])
        defer { release(text) }
        throw raise(
          .valueError, "mapping pattern checks duplicate key (\(StringObject(text).text))")
      }
      let value: Value
      do throws(Raised) { value = try call(get, keys[index], marker) } catch {
        release(values.value)
        throw error
      }
      if value.isIdentical(to: marker) {
        release(value)
        release(values.value)
        return .none
      }
      values.initialize(index, value)
    }
    return values.value
  }

  /// Attributes of the subject that a class pattern's sub-patterns look at: an owned tuple, or None.
  func matchClass(
    _ subject: Value, class class_: Value, positional: Int, keywords: TupleObject
  ) throws(Raised) -> Value {
    guard class_.isInstance(TypeFlags.typeSubclass) else {
      throw raise(.typeError, "called match pattern must be a class")
    }
    guard try isInstance(subject, class_) else { return .none }
    let type = TypeObject(class_)
    var names: [Value] = []
    var takesSubjectItself = false
    if positional > 0 {
      (names, takesSubjectItself) = try positionalNames(type, positional)
    }
    defer { for name in names { release(name) } }
    let result = try TupleObject.make(self, positional + keywords.count)
    var filled = 0
    if takesSubjectItself {
      result.initialize(0, retain(subject))
      filled = 1
    }
    for index in filled..<(positional + keywords.count) {
      let name = index < positional ? names[index] : keywords[index - positional]
      for other in 0..<index where other < names.count && index >= positional {
        if names[other].isIdentical(to: name) {
          release(result.value)
          throw raise(
            .typeError,
            "\(type.nameText)() got multiple sub-patterns for attribute '\(StringObject(name).text)'"
          )
        }
      }
      let value: Value
      do throws(Raised) { value = try getOptionalAttribute(subject, name) } catch {
        release(result.value)
        throw error
      }
      if value.isUnbound {
        release(result.value)
        return .none
      }
      result.initialize(index, value)
    }
    return result.value
  }

  /// Attribute names of `__match_args__` for so many positional patterns (owned); or, for the
  /// built-in types that match themselves, none.
  private func positionalNames(_ type: TypeObject, _ count: Int) throws(Raised) -> (
    [Value], Bool
  ) {
    let arguments = try getOptionalAttribute(type.value, .name(.__match_args__))
    defer { release(arguments) }
    if arguments.isUnbound {
      let matchesSelf = ThreadState.selfMatchingTypes.contains { type.isSubtype(of: $0) }
      let allowed = matchesSelf ? 1 : 0
      if count > allowed { throw tooManyPatterns(type, allowed, count) }
      return ([], true)
    }
    guard arguments.isExactly(.tuple) else {
      throw raise(
        .typeError,
        "\(type.nameText).__match_args__ must be a tuple (got \(arguments.type.nameText))")
    }
    let tuple = TupleObject(arguments)
    if count > tuple.count { throw tooManyPatterns(type, tuple.count, count) }
    var names: [Value] = []
    for index in 0..<count {
      guard tuple[index].isExactString else {
        for name in names { release(name) }
        throw raise(
          .typeError,
          "__match_args__ elements must be strings (got \(tuple[index].type.nameText))")
      }
      names.append(retain(tuple[index]))
    }
    return (names, false)
  }

  private static let selfMatchingTypes: [WellKnownType] = [
    .bool, .bytearray, .bytes, .dict, .float, .frozenset, .int, .list, .set, .str, .tuple,
  ]

  private func tooManyPatterns(_ type: TypeObject, _ allowed: Int, _ given: Int) -> Raised {
    raise(
      .typeError,
      "\(type.nameText)() accepts \(allowed) positional sub-pattern\(allowed == 1 ? "" : "s") "
        + "(\(given) given)")
  }
}
