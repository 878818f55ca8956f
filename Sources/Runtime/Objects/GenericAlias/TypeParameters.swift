// Type variables in the arguments of aliases and unions: collecting them, putting arguments in
// their place, and the text of an argument.

enum TypeParameters {
  /// The type variables in the arguments, each once, in order of appearance: an owned tuple.
  static func collect(_ thread: ThreadState, _ arguments: TupleObject) throws(Raised) -> Value {
    var found: [Value] = []
    defer { for value in found { thread.release(value) } }
    func add(_ value: Value) throws(Raised) {
      for known in found where known.isIdentical(to: value) { return }
      found.append(thread.retain(value))
    }
    for index in 0..<arguments.count {
      let argument = arguments[index]
      if !argument.isReference || argument.isInstance(TypeFlags.typeSubclass) { continue }
      if try isVariable(thread, argument) {
        try add(argument)
        continue
      }
      let inner = try thread.getOptionalAttribute(argument, .name(.__parameters__))
      defer { thread.release(inner) }
      guard inner.isInstance(TypeFlags.tupleSubclass) else { continue }
      let tuple = TupleObject(inner)
      for position in 0..<tuple.count { try add(tuple[position]) }
    }
    return try thread.tuple(found)
  }

  /// Whether the value can be substituted: it has `__typing_subst__`.
  private static func isVariable(_ thread: ThreadState, _ value: Value) throws(Raised) -> Bool {
    let hook = try thread.lookupSpecial(value, .name(.__typing_subst__))
    defer { thread.release(hook) }
    return !hook.isUnbound
  }

  /// The arguments with `items` in the places of the type variables: an owned tuple.
  static func substituted(
    _ thread: ThreadState, _ alias: Value, arguments: Value, parameters: Value, items: Value
  ) throws(Raised) -> Value {
    let variables = TupleObject(parameters)
    if variables.count == 0 {
      throw thread.raise(.typeError, "\(try thread.reprText(alias)) is not a generic class")
    }
    let given =
      items.isExactly(.tuple) ? thread.retain(items) : try thread.tuple([items])
    defer { thread.release(given) }
    let values = TupleObject(given)
    guard values.count == variables.count else {
      let what = values.count > variables.count ? "many" : "few"
      throw thread.raise(
        .typeError,
        "Too \(what) arguments for \(try thread.reprText(alias)); actual \(values.count), "
          + "expected \(variables.count)")
    }
    func value(for variable: Value) -> Value? {
      for index in 0..<variables.count where variables[index].isIdentical(to: variable) {
        return values[index]
      }
      return nil
    }
    var result: [Value] = []
    defer { for item in result { thread.release(item) } }
    let old = TupleObject(arguments)
    for index in 0..<old.count {
      let argument = old[index]
      if let replacement = value(for: argument) {
        result.append(try thread.callMethod(argument, "__typing_subst__", replacement))
        continue
      }
      guard argument.isReference, !argument.isInstance(TypeFlags.typeSubclass) else {
        result.append(thread.retain(argument))
        continue
      }
      let inner = try thread.getOptionalAttribute(argument, .name(.__parameters__))
      defer { thread.release(inner) }
      guard inner.isInstance(TypeFlags.tupleSubclass), TupleObject(inner).count > 0 else {
        result.append(thread.retain(argument))
        continue
      }
      let needed = TupleObject(inner)
      let picked = try thread.tuple(
        (0..<needed.count).map { value(for: needed[$0]) ?? needed[$0] })
      defer { thread.release(picked) }
      result.append(try thread.getItem(argument, picked))
    }
    return try thread.tuple(result)
  }

  /// How an argument is shown: classes by name, `...` as such, others by repr.
  static func text(_ thread: ThreadState, _ value: Value) throws(Raised) -> String {
    if value.isEllipsis { return "..." }
    if value.isNone { return "None" }
    if value.isExactly(.list) {
      var parts: [String] = []
      try thread.forEach(value) { (item: Value) throws(Raised) -> Bool in
        parts.append(try text(thread, item))
        return true
      }
      return "[\(parts.joined(separator: ", "))]"
    }
    if value.isInstance(TypeFlags.typeSubclass) {
      if TypeObject(value).isExactly(.noneType) { return "None" }
      return TypeObject(value).qualifiedText
    }
    return try thread.reprText(value)
  }
}
