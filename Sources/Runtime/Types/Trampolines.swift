// What a class's slots call when Python code defines the special method: find the method in the
// instance's type, call it, check the result (CPython's `slot_…` functions).

enum Trampolines {
  static func repr(thread: ThreadState, value: Value) throws(Raised) -> Value {
    try thread.callSpecial(value, .__repr__)
  }
  static func str(thread: ThreadState, value: Value) throws(Raised) -> Value {
    try thread.callSpecial(value, .__str__)
  }
  /// `__iter__ = None` forbids iteration.
  static func iterate(thread: ThreadState, value: Value) throws(Raised) -> Value {
    let method = thread.lookup(value.type, .name(.__iter__))
    defer { thread.release(method) }
    guard !method.isUnbound, !method.isNone else {
      throw thread.raise(.typeError, "'\(value.type.nameText)' object is not iterable")
    }
    return try thread.callUnbound(method, value)
  }
  static func negative(thread: ThreadState, value: Value) throws(Raised) -> Value {
    try thread.callSpecial(value, .__neg__)
  }
  static func positive(thread: ThreadState, value: Value) throws(Raised) -> Value {
    try thread.callSpecial(value, .__pos__)
  }
  static func absolute(thread: ThreadState, value: Value) throws(Raised) -> Value {
    try thread.callSpecial(value, .__abs__)
  }
  static func invert(thread: ThreadState, value: Value) throws(Raised) -> Value {
    try thread.callSpecial(value, .__invert__)
  }
  static func integer(thread: ThreadState, value: Value) throws(Raised) -> Value {
    try thread.callSpecial(value, .__int__)
  }
  static func float(thread: ThreadState, value: Value) throws(Raised) -> Value {
    try thread.callSpecial(value, .__float__)
  }
  static func index(thread: ThreadState, value: Value) throws(Raised) -> Value {
    try thread.callSpecial(value, .__index__)
  }
  static func `await`(thread: ThreadState, value: Value) throws(Raised) -> Value {
    try thread.callSpecial(value, .__await__)
  }
  static func asyncIterate(thread: ThreadState, value: Value) throws(Raised) -> Value {
    try thread.callSpecial(value, .__aiter__)
  }
  static func asyncNext(thread: ThreadState, value: Value) throws(Raised) -> Value {
    try thread.callSpecial(value, .__anext__)
  }
  // MARK: Those with a result to check

  /// The end of the iteration is unbound to the runtime and StopIteration to Python.
  static func next(thread: ThreadState, value: Value) throws(Raised) -> Value {
    do throws(Raised) {
      return try thread.callSpecial(value, .__next__)
    } catch {
      guard thread.exceptionMatches(.stopIteration) else { throw error }
      thread.clearException()
      return .unbound
    }
  }

  static func hash(thread: ThreadState, value: Value) throws(Raised) -> Int {
    let method = thread.lookup(value.type, .name(.__hash__))
    defer { thread.release(method) }
    guard !method.isUnbound, !method.isNone else {
      throw thread.raise(.typeError, "unhashable type: '\(value.type.nameText)'")
    }
    let result = try thread.callUnbound(method, value)
    defer { thread.release(result) }
    guard result.isSmallInteger || result.isInstance(TypeFlags.integerSubclass) || result.isBool
    else { throw thread.raise(.typeError, "__hash__ method should return an integer") }
    // A machine word is taken as it is, not as the int's residue: str and others hash to such words.
    let number = result.machineInteger ?? NumericHash.integer(result)
    return number == -1 ? -2 : number
  }

  static func length(thread: ThreadState, value: Value) throws(Raised) -> Int {
    let result = try thread.callSpecial(value, .__len__)
    defer { thread.release(result) }
    let length = try thread.index(result, overflow: .overflowError)
    if length < 0 { throw thread.raise(.valueError, "__len__() should return >= 0") }
    return length
  }

  static func bool(thread: ThreadState, value: Value) throws(Raised) -> Bool {
    let result = try thread.callSpecial(value, .__bool__)
    defer { thread.release(result) }
    guard result.isBool else {
      throw thread.raise(
        .typeError, "__bool__ should return bool, returned \(result.type.nameText)")
    }
    return result.isTrue
  }

  static func contains(thread: ThreadState, value: Value, item: Value) throws(Raised) -> Bool {
    let method = thread.lookup(value.type, .name(.__contains__))
    defer { thread.release(method) }
    if method.isNone {
      throw thread.raise(.typeError, "'\(value.type.nameText)' object is not a container")
    }
    let result = try thread.callUnbound(method, value, item)
    defer { thread.release(result) }
    return try thread.isTrue(result)
  }

  // MARK: Attributes, items, descriptors

  static func getItem(thread: ThreadState, value: Value, key: Value) throws(Raised) -> Value {
    try thread.callSpecial(value, .__getitem__, key)
  }

  static func setItem(
    thread: ThreadState, value: Value, key: Value, item: Value
  ) throws(Raised) {
    let result =
      item.isUnbound
      ? try thread.callSpecial(value, .__delitem__, key)
      : try thread.callSpecial(value, .__setitem__, key, item)
    thread.release(result)
  }

  /// `__getattribute__`, then `__getattr__` when that raises AttributeError.
  static func getAttribute(
    thread: ThreadState, value: Value, name: Value
  ) throws(Raised) -> Value {
    let hook = thread.lookup(value.type, .name(.__getattr__))
    defer { thread.release(hook) }
    do throws(Raised) {
      if value.type.has(TypeFlags.hasGenericGetAttribute) {
        return try thread.genericGetAttribute(value, name)
      }
      return try thread.callSpecial(value, .__getattribute__, name)
    } catch {
      guard !hook.isUnbound, thread.exceptionMatches(.attributeError) else { throw error }
      thread.clearException()
      do throws(Raised) { return try thread.callUnbound(hook, value, name) } catch {
        thread.noteAttribute(value, name)
        throw error
      }
    }
  }

  static func setAttribute(
    thread: ThreadState, value: Value, name: Value, item: Value
  ) throws(Raised) {
    let result =
      item.isUnbound
      ? try thread.callSpecial(value, .__delattr__, name)
      : try thread.callSpecial(value, .__setattr__, name, item)
    thread.release(result)
  }

  static func descriptorGet(
    thread: ThreadState, descriptor: Value, instance: Value, owner: Value
  ) throws(Raised) -> Value {
    let method = thread.lookup(descriptor.type, .name(.__get__))
    defer { thread.release(method) }
    guard !method.isUnbound else { return thread.retain(descriptor) }
    return try thread.callUnbound(
      method, descriptor, instance.isUnbound ? .none : instance, owner.isUnbound ? .none : owner)
  }

  static func descriptorSet(
    thread: ThreadState, descriptor: Value, instance: Value, value: Value
  ) throws(Raised) {
    let result =
      value.isUnbound
      ? try thread.callSpecial(descriptor, .__delete__, instance)
      : try thread.callSpecial(descriptor, .__set__, instance, value)
    thread.release(result)
  }

  static func compare(
    thread: ThreadState, left: Value, right: Value, operation: Comparison
  ) throws(Raised) -> Value {
    let name: WellKnownName =
      switch operation {
      case .less: .__lt__
      case .lessEqual: .__le__
      case .equal: .__eq__
      case .notEqual: .__ne__
      case .greater: .__gt__
      case .greaterEqual: .__ge__
      }
    let method = thread.lookup(left.type, .name(name))
    defer { thread.release(method) }
    if method.isUnbound || method.isNone { return .notImplemented }
    return try thread.callUnbound(method, left, right)
  }

  static func power(
    thread: ThreadState, left: Value, right: Value, modulus: Value
  ) throws(Raised) -> Value {
    if modulus.isNone {
      return try thread.binaryTrampoline(left, right, .power, .__pow__, .__rpow__)
    }
    if thread.lookupExists(left.type, .__pow__) {
      return try thread.callSpecial(left, .__pow__, right, modulus)
    }
    return .notImplemented
  }

  // MARK: Calls and life cycle

  static func call(thread: ThreadState, value: Value, arguments: Arguments) throws(Raised) -> Value
  {
    try thread.callSpecial(value, .__call__, arguments)
  }

  static func new(thread: ThreadState, type: Value, arguments: Arguments) throws(Raised) -> Value {
    let function = try thread.getAttribute(type, .name(.__new__))
    defer { thread.release(function) }
    return try thread.call(function, prepending: type, arguments)
  }

  static func initialize(thread: ThreadState, value: Value, arguments: Arguments) throws(Raised) {
    let result = try thread.callSpecial(value, .__init__, arguments)
    defer { thread.release(result) }
    if !result.isNone {
      throw thread.raise(
        .typeError, "__init__() should return None, not '\(result.type.nameText)'")
    }
  }

  /// `__del__`: an exception in it is reported and dropped.
  static func finalize(thread: ThreadState, value: Value) {
    let saved = thread.takeException()
    do throws(Raised) {
      thread.release(try thread.callSpecial(value, .__del__))
    } catch {
      // Named by its function, as the object is on its way out.
      let function = thread.lookup(value.type, .name(.__del__))
      defer { thread.release(function) }
      thread.reportUnraisable(in: function.isUnbound ? value : function)
    }
    thread.restore(saved)
  }
}

extension ThreadState {
  /// `left op right` where at least one side's method is written in Python.
  func binaryTrampoline(
    _ left: Value, _ right: Value, _ slot: Slot, _ name: WellKnownName, _ reflected: WellKnownName
  ) throws(Raised) -> Value {
    let leftType = left.type
    let rightType = right.type
    let isLeftPython = SlotTable.isTrampoline(leftType, slot)
    let isRightPython = !rightType.isSame(leftType) && SlotTable.isTrampoline(rightType, slot)
    var triedRight = false
    if isLeftPython {
      if isRightPython, rightType.isSubtype(of: leftType),
        !isSameMethod(leftType, rightType, reflected)
      {
        triedRight = true
        let result = try callSpecialIfAny(right, reflected, left)
        if !result.isNotImplemented { return result }
      }
      let result = try callSpecialIfAny(left, name, right)
      if !result.isNotImplemented || rightType.isSame(leftType) { return result }
    }
    if isRightPython && !triedRight { return try callSpecialIfAny(right, reflected, left) }
    return .notImplemented
  }

  /// Whether a subclass inherits its base's method unchanged.
  private func isSameMethod(_ base: TypeObject, _ derived: TypeObject, _ name: WellKnownName)
    -> Bool
  {
    let x = lookup(base, .name(name))
    let y = lookup(derived, .name(name))
    defer {
      release(x)
      release(y)
    }
    return x.isIdentical(to: y)
  }

  func lookupExists(_ type: TypeObject, _ name: WellKnownName) -> Bool {
    let found = lookup(type, .name(name))
    release(found)
    return !found.isUnbound
  }

  /// Calls the type's method; NotImplemented where there is none.
  func callSpecialIfAny(_ value: Value, _ name: WellKnownName, _ argument: Value) throws(Raised)
    -> Value
  {
    let method = lookup(value.type, .name(name))
    defer { release(method) }
    if method.isUnbound || method.isNone { return .notImplemented }
    return try callUnbound(method, value, argument)
  }
}
