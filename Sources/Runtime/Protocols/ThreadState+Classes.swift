// isinstance and issubclass, with the hooks that metaclasses define.

extension ThreadState {
  /// `isinstance(value, classInfo)`.
  package func isInstance(_ value: Value, _ classInfo: Value) throws(Raised) -> Bool {
    if classInfo.isReference && value.type.bits == classInfo.reference.bits { return true }
    if classInfo.isReference && classInfo.reference.type.isExactly(.type) {
      return try isDirectInstance(value, classInfo)
    }
    if let answer = try anyOf(
      classInfo,
      { (one: Value) throws(Raised) -> Bool in
        try isInstance(value, one)
      })
    {
      return answer
    }
    if let answer = try askClass(classInfo, .__instancecheck__, value) { return answer }
    return try isDirectInstance(value, classInfo)
  }

  /// `issubclass(type, classInfo)`.
  package func isSubclass(_ type: Value, _ classInfo: Value) throws(Raised) -> Bool {
    if classInfo.isReference && classInfo.reference.type.isExactly(.type) {
      if type.isIdentical(to: classInfo) { return true }
      return try isDirectSubclass(type, classInfo)
    }
    if let answer = try anyOf(
      classInfo,
      { (one: Value) throws(Raised) -> Bool in
        try isSubclass(type, one)
      })
    {
      return answer
    }
    if let answer = try askClass(classInfo, .__subclasscheck__, type) { return answer }
    return try isDirectSubclass(type, classInfo)
  }

  /// A tuple or a union asks each member; nil for anything else.
  private func anyOf(_ classInfo: Value, _ test: (Value) throws(Raised) -> Bool) throws(Raised)
    -> Bool?
  {
    guard classInfo.isInstance(TypeFlags.tupleSubclass) else { return nil }
    try enterRecursion(" in __instancecheck__")
    defer { leaveRecursion() }
    let tuple = TupleObject(classInfo)
    for index in 0..<tuple.count {
      if try test(tuple[index]) { return true }
    }
    return false
  }

  private func askClass(_ type: Value, _ name: WellKnownName, _ argument: Value) throws(Raised)
    -> Bool?
  {
    let hook = try lookupSpecial(type, .name(name))
    if hook.isUnbound { return nil }
    defer { release(hook) }
    try enterRecursion(" in __instancecheck__")
    defer { leaveRecursion() }
    let answer = try call(hook, argument)
    defer { release(answer) }
    return try isTrue(answer)
  }

  /// `type.__instancecheck__`: by type, then by what `__class__` claims.
  package func isDirectInstance(_ value: Value, _ type: Value) throws(Raised) -> Bool {
    if type.isInstance(TypeFlags.typeSubclass) {
      if value.type.isSubtype(of: TypeObject(type)) { return true }
      guard value.isReference else { return false }
      let claimed = try getOptionalAttribute(value, .name(.__class__))
      if claimed.isUnbound { return false }
      defer { release(claimed) }
      guard claimed.isInstance(TypeFlags.typeSubclass), claimed.reference.bits != value.type.bits
      else { return false }
      return TypeObject(claimed).isSubtype(of: TypeObject(type))
    }
    try checkClass(
      type, "isinstance() arg 2 must be a type, a tuple of types, or a union")
    let claimed = try getOptionalAttribute(value, .name(.__class__))
    if claimed.isUnbound { return false }
    defer { release(claimed) }
    return try isAbstractSubclass(claimed, type)
  }

  /// `type.__subclasscheck__`: by the method resolution order, or by walking `__bases__`.
  package func isDirectSubclass(_ derived: Value, _ type: Value) throws(Raised) -> Bool {
    if type.isInstance(TypeFlags.typeSubclass) && derived.isInstance(TypeFlags.typeSubclass) {
      return TypeObject(derived).isSubtype(of: TypeObject(type))
    }
    try checkClass(derived, "issubclass() arg 1 must be a class")
    try checkClass(type, "issubclass() arg 2 must be a class, a tuple of classes, or a union")
    return try isAbstractSubclass(derived, type)
  }

  private func checkClass(_ value: Value, _ message: String) throws(Raised) {
    let bases = try abstractBases(value)
    if bases.isUnbound { throw raise(.typeError, message) }
    release(bases)
  }

  /// `__bases__` where it is a tuple, owned; else unbound.
  private func abstractBases(_ value: Value) throws(Raised) -> Value {
    let bases = try getOptionalAttribute(value, .name(.__bases__))
    if bases.isUnbound || bases.isInstance(TypeFlags.tupleSubclass) { return bases }
    release(bases)
    return .unbound
  }

  private func isAbstractSubclass(_ derived: Value, _ type: Value) throws(Raised) -> Bool {
    if derived.isIdentical(to: type) { return true }
    try enterRecursion(" in __issubclass__")
    defer { leaveRecursion() }
    let bases = try abstractBases(derived)
    if bases.isUnbound { return false }
    defer { release(bases) }
    let tuple = TupleObject(bases)
    for index in 0..<tuple.count {
      if try isAbstractSubclass(tuple[index], type) { return true }
    }
    return false
  }
}
