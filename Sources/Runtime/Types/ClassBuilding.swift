// Making classes at run time: `type(name, bases, namespace)` and class statements.

import Bytecode
import CRuntime

enum ClassBuilding {
  /// `type.__new__(metatype, name, bases, namespace, **keywords)`.
  static func new(thread: ThreadState, metatype: Value, arguments: Arguments) throws(Raised)
    -> Value
  {
    if arguments.count == 1, TypeObject(metatype).isExactly(.type), arguments.keywordCount == 0 {
      return thread.retain(arguments[0].type.value)
    }
    guard arguments.count == 3 else {
      throw thread.raise(
        .typeError, "type.__new__() takes exactly 3 arguments (\(arguments.count) given)")
    }
    guard arguments[0].isInstance(TypeFlags.stringSubclass) else {
      throw wrongArgument(thread, 1, "str", arguments[0])
    }
    guard arguments[1].isInstance(TypeFlags.tupleSubclass) else {
      throw wrongArgument(thread, 2, "tuple", arguments[1])
    }
    guard arguments[2].isInstance(TypeFlags.dictionarySubclass) else {
      throw wrongArgument(thread, 3, "dict", arguments[2])
    }
    let winner = try winningMetatype(thread, TypeObject(metatype), bases: arguments[1])
    if winner.bits != TypeObject(metatype).bits, let other = winner.slot(.new),
      other != TypeObject(.type).slot(.new)
    {
      return try unsafeBitCast(other, to: CallFunction.self)(thread, winner.value, arguments)
    }
    var bases = thread.retain(arguments[1])
    if TupleObject(bases).count == 0 { bases = try thread.tuple(TypeObject(.object).value) }
    defer { thread.release(bases) }
    let class_ = try make(
      thread, metatype: winner, name: arguments[0], bases: bases, namespace: arguments[2])
    do throws(Raised) {
      try callSetName(thread, class_)
      try callInitSubclass(thread, class_, arguments)
    } catch {
      thread.release(class_.value)
      throw error
    }
    return class_.value
  }

  private static func wrongArgument(
    _ thread: ThreadState, _ index: Int, _ expected: String, _ value: Value
  ) -> Raised {
    thread.raise(
      .typeError,
      "type.__new__() argument \(index) must be \(expected), not \(value.type.nameText)")
  }

  /// The most derived metatype among the given one and those of the bases.
  static func winningMetatype(_ thread: ThreadState, _ metatype: TypeObject, bases: Value)
    throws(Raised) -> TypeObject
  {
    var winner = metatype
    let tuple = TupleObject(bases)
    for index in 0..<tuple.count {
      let candidate = tuple[index].type
      if winner.isSubtype(of: candidate) { continue }
      if candidate.isSubtype(of: winner) {
        winner = candidate
        continue
      }
      throw thread.raise(
        .typeError,
        "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of "
          + "the metaclasses of all its bases")
    }
    return winner
  }

  // MARK: The class object

  private static func make(
    _ thread: ThreadState, metatype: TypeObject, name: Value, bases: Value, namespace: Value
  ) throws(Raised) -> TypeObject {
    let base = try bestBase(thread, bases)
    let type = try thread.allocateType(metatype: metatype)
    let body = type.body
    body.pointee.name = try thread.internValue(name)
    body.pointee.qualifiedName = body.pointee.name
    body.pointee.base = thread.retain(base.value)
    body.pointee.bases = thread.retain(bases)
    body.pointee.flags = TypeFlags.isHeapType | TypeFlags.isBaseType | TypeFlags.isContainer
    try thread.inherit(type, from: base)
    body.pointee.flags |= TypeFlags.isContainer
    let dictionary = try DictObject(namespace).copied(thread)
    body.pointee.dictionary = dictionary.value
    try takeSpecialEntries(thread, type, dictionary)
    try layOut(thread, type, base: base, dictionary)
    body.pointee.mro = try resolutionOrder(thread, type, bases)
    let tuple = TupleObject(bases)
    for index in 0..<tuple.count {
      let parent = TypeObject(tuple[index])
      thread.addSubclass(type, to: parent)
      body.pointee.flags |=
        parent.body.pointee.flags
        & (TypeFlags.inheritedMask | TypeFlags.isSequence | TypeFlags.isMapping)
    }
    thread.makeDeferred(Reference(bits: type.bits))
    SlotUpdate.fillSlots(thread, type)
    SlotUpdate.refreshFlags(thread, type)
    return type
  }

  private static func resolutionOrder(_ thread: ThreadState, _ type: TypeObject, _ bases: Value)
    throws(Raised) -> Value
  {
    let metatype = Value(bits: type.bits).type
    guard !metatype.isExactly(.type) else {
      return try thread.methodResolutionOrder(type, bases: bases)
    }
    let method = thread.lookup(metatype, .name(.mro))
    defer { thread.release(method) }
    if method.isExactly(.methodDescriptor) {
      return try thread.methodResolutionOrder(type, bases: bases)
    }
    let result = try thread.callUnbound(method, type.value)
    defer { thread.release(result) }
    return try thread.tuple(from: result)
  }

  /// The base whose layout the instances extend: all other bases' layouts must be part of it.
  private static func bestBase(_ thread: ThreadState, _ bases: Value) throws(Raised) -> TypeObject {
    let tuple = TupleObject(bases)
    var winner: TypeObject?
    var best = TypeObject(.object)
    for index in 0..<tuple.count {
      guard tuple[index].isInstance(TypeFlags.typeSubclass) else {
        throw thread.raise(.typeError, "bases must be types")
      }
      let base = TypeObject(tuple[index])
      guard base.has(TypeFlags.isBaseType) else {
        throw thread.raise(
          .typeError, "type '\(base.qualifiedText)' is not an acceptable base type")
      }
      let solid = solidBase(base)
      if winner == nil {
        winner = base
        best = solid
      } else if best.isSubtype(of: solid) {
        continue
      } else if solid.isSubtype(of: best) {
        winner = base
        best = solid
      } else {
        throw thread.raise(.typeError, "multiple bases have instance lay-out conflict")
      }
    }
    return winner ?? TypeObject(.object)
  }

  /// The nearest base that adds to the layout.
  private static func solidBase(_ type: TypeObject) -> TypeObject {
    var current = type
    while let base = current.base {
      if current.body.pointee.memberSlots > 0 { return current }
      if !current.has(TypeFlags.isHeapType),
        nativeSize(current) != nativeSize(base)
      {
        return current
      }
      current = base
    }
    return current
  }

  private static func nativeSize(_ type: TypeObject) -> UInt32 {
    type.body.pointee.shapeOffset != 0 && type.body.pointee.shapeOffset >= 24
      && !type.has(TypeFlags.isHeapType)
      ? type.body.pointee.shapeOffset : type.body.pointee.basicSize
  }

  // MARK: Namespace entries that the class takes for itself

  private static func takeSpecialEntries(
    _ thread: ThreadState, _ type: TypeObject, _ dictionary: DictObject
  ) throws(Raised) {
    let body = type.body
    let module = try dictionary.get(thread, .name(.__module__))
    if module.isUnbound {
      let current = Interpreter.currentModuleName(thread)
      if !current.isUnbound {
        try dictionary.set(thread, .name(.__module__), current)
        body.pointee.module = current
      }
    } else {
      body.pointee.module = module
    }
    let qualified = try dictionary.get(thread, .name(.__qualname__))
    if !qualified.isUnbound {
      guard qualified.isInstance(TypeFlags.stringSubclass) else {
        throw thread.raise(
          .typeError, "type __qualname__ must be a str, not \(qualified.type.nameText)")
      }
      body.pointee.qualifiedName = qualified
      _ = try dictionary.remove(thread, .name(.__qualname__))
    }
    try wrapImplicit(thread, dictionary, .__new__, .staticMethod)
    try wrapImplicit(thread, dictionary, .__init_subclass__, .classMethod)
    try wrapImplicit(thread, dictionary, .__class_getitem__, .classMethod)
    let doc = try dictionary.get(thread, .name(.__doc__))
    if doc.isUnbound { try dictionary.set(thread, .name(.__doc__), .none) }
    thread.release(doc)
    let cell = try dictionary.get(thread, .name(.__classcell__))
    if !cell.isUnbound {
      defer { thread.release(cell) }
      guard cell.isExactly(.cell) else {
        throw thread.raise(
          .typeError,
          "type.__new__ __classcell__ must be a nonlocal cell, not <class '\(cell.type.qualifiedText)'>"
        )
      }
      thread.release(CellObject(cell).exchange(thread, with: thread.retain(type.value)))
      _ = try dictionary.remove(thread, .name(.__classcell__))
    }
    // `__eq__` without `__hash__` makes instances unhashable.
    if !dictionary.get(thread, name: .name(.__eq__)).isUnboundReleasing(thread),
      dictionary.get(thread, name: .name(.__hash__)).isUnboundReleasing(thread)
    {
      try dictionary.set(thread, .name(.__hash__), .none)
    }
  }

  private static func wrapImplicit(
    _ thread: ThreadState, _ dictionary: DictObject, _ name: WellKnownName, _ kind: WellKnownType
  ) throws(Raised) {
    let function = dictionary.get(thread, name: .name(name))
    defer { thread.release(function) }
    guard function.isExactly(.function) else { return }
    let wrapper = try FunctionWrapper.make(thread, kind, function)
    try dictionary.set(thread, .name(name), wrapper)
    thread.release(wrapper)
  }

  // MARK: Layout

  private static func layOut(
    _ thread: ThreadState, _ type: TypeObject, base: TypeObject, _ dictionary: DictObject
  ) throws(Raised) {
    let body = type.body
    let slots = try dictionary.get(thread, .name(.__slots__))
    defer { thread.release(slots) }
    // The attributes of a class are in its own dictionary, which `type` shows as `__dict__`.
    var wantsDictionary = slots.isUnbound && !base.isSubtype(of: .type)
    // The attribute part is last, so members of `__slots__` go before it: where the base has an
    // attribute part already, this class's own part is laid out behind the new members.
    var end = Int(base.body.pointee.basicSize)
    let baseHasAttributes = base.body.pointee.shapeOffset != 0
    if !slots.isUnbound {
      let names = try memberNames(thread, type, slots, &wantsDictionary)
      defer { for name in names { thread.release(name) } }
      if baseHasAttributes && !names.isEmpty {
        // Members behind a growing attribute part are impossible: they become attributes that only
        // the members' descriptors reach.
        end = Int(base.body.pointee.basicSize)
      }
      body.pointee.memberOffset = UInt32(end)
      body.pointee.memberSlots = UInt32(names.count)
      for (index, name) in names.enumerated() {
        let member = try GetSetObject.makeMember(
          thread, name: name, offset: end + index * 8, owner: type)
        try dictionary.set(thread, name, member)
        thread.release(member)
      }
      end += names.count * 8
    } else {
      body.pointee.memberSlots = 0
    }
    body.pointee.basicSize = UInt32(end)
    if baseHasAttributes || wantsDictionary {
      body.pointee.shapeOffset =
        baseHasAttributes && body.pointee.memberSlots == 0
        ? base.body.pointee.shapeOffset : UInt32(end)
      if baseHasAttributes && body.pointee.memberSlots == 0 {
        body.pointee.basicSize = base.body.pointee.basicSize
      }
      body.pointee.inlineSlots = initialSlots(thread, base, dictionary)
    } else {
      body.pointee.shapeOffset = 0
    }
    if wantsDictionary && !baseHasAttributes { try addDictionaryGetters(thread, type, dictionary) }
  }

  /// Inline slots for a start: what the compiler saw assigned to `self`, and the base's.
  private static func initialSlots(
    _ thread: ThreadState, _ base: TypeObject, _ dictionary: DictObject
  ) -> UInt32 {
    let names = dictionary.get(thread, name: .name(.__static_attributes__))
    defer { thread.release(names) }
    let own = names.isExactly(.tuple) ? TupleObject(names).count : 0
    return UInt32(min(64, max(own + Int(base.body.pointee.inlineSlots), 2)))
  }

  private static func memberNames(
    _ thread: ThreadState, _ type: TypeObject, _ slots: Value, _ wantsDictionary: inout Bool
  ) throws(Raised) -> [Value] {
    var names: [Value] = []
    let source =
      slots.isInstance(TypeFlags.stringSubclass)
      ? try thread.tuple(slots) : try thread.tuple(from: slots)
    defer { thread.release(source) }
    let tuple = TupleObject(source)
    for index in 0..<tuple.count {
      let name = tuple[index]
      guard name.isInstance(TypeFlags.stringSubclass) else {
        throw thread.raise(
          .typeError, "__slots__ items must be strings, not '\(name.type.nameText)'")
      }
      let text = StringObject(name).text
      guard isIdentifier(text) else {
        throw thread.raise(.typeError, "__slots__ must be identifiers")
      }
      if text == "__dict__" {
        wantsDictionary = true
        continue
      }
      if text == "__weakref__" { continue }
      let mangled = thread.intern(mangle(text, in: StringObject(type.body.pointee.name).text))
      let present = try DictObject(type.body.pointee.dictionary).get(thread, mangled)
      if !present.isUnbound {
        thread.release(present)
        throw thread.raise(
          .valueError, "'\(text)' in __slots__ conflicts with class variable")
      }
      if !names.contains(where: { $0.isIdentical(to: mangled) }) { names.append(mangled) }
    }
    return names
  }

  private static func isIdentifier(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first else { return false }
    func starts(_ scalar: Unicode.Scalar) -> Bool {
      scalar == "_" || scalar.properties.isXIDStart
    }
    return starts(first) && text.unicodeScalars.allSatisfy { $0.properties.isXIDContinue }
  }

  private static func mangle(_ name: String, in className: String) -> String {
    guard name.hasPrefix("__"), !name.hasSuffix("__"), !name.contains(".") else { return name }
    let stripped = className.drop { $0 == "_" }
    return stripped.isEmpty ? name : "_\(stripped)\(name)"
  }

  private static func addDictionaryGetters(
    _ thread: ThreadState, _ type: TypeObject, _ dictionary: DictObject
  ) throws(Raised) {
    let getters = [
      Getter(
        "__dict__", InstanceDictionary.get, set: InstanceDictionary.set,
        "dictionary for instance variables"),
      Getter(
        "__weakref__", { (thread, value) throws(Raised) in .none },
        "list of weak references to the object"),
    ]
    for getter in getters {
      let name = try thread.internLiteral(getter.name)
      let present = try dictionary.get(thread, name)
      if present.isUnbound {
        let object = try GetSetObject.make(thread, getter, owner: type)
        try dictionary.set(thread, name, object)
        thread.release(object)
      }
      thread.release(present)
    }
  }

  // MARK: Hooks

  private static func callSetName(_ thread: ThreadState, _ type: TypeObject) throws(Raised) {
    let copy = try DictObject(type.body.pointee.dictionary).copied(thread)
    defer { thread.release(copy.value) }
    var position = 0
    while let (key, value) = copy.next(&position, thread) {
      defer {
        thread.release(key)
        thread.release(value)
      }
      guard value.isReference else { continue }
      let method = thread.lookup(value.type, .name(.__set_name__))
      defer { thread.release(method) }
      if method.isUnbound { continue }
      do throws(Raised) {
        thread.release(try thread.callUnbound(method, value, type.value, key))
      } catch {
        let note =
          "Error calling __set_name__ on '\(value.type.nameText)' instance "
          + "'\(StringObject(key).text)' in '\(type.nameText)'"
        thread.addNoteToException(note)
        throw error
      }
    }
  }

  private static func callInitSubclass(
    _ thread: ThreadState, _ type: TypeObject, _ arguments: Arguments
  ) throws(Raised) {
    let function = SuperObject.find(
      thread, start: type, objectType: type, .name(.__init_subclass__))
    defer { thread.release(function) }
    guard !function.isUnbound else { return }
    let bound = try thread.bind(function, instance: .unbound, owner: type)
    defer { thread.release(bound) }
    let keywords = Arguments(
      base: arguments.base + arguments.count, count: 0, keywordNames: arguments.keywordNames)
    thread.release(try thread.call(bound, keywords))
  }

  /// `type.__init__`: checks the number of arguments.
  static func initialize(thread: ThreadState, value: Value, arguments: Arguments) throws(Raised) {
    if arguments.count != 1 && arguments.count != 3 {
      throw thread.raise(.typeError, "type.__init__() takes 1 or 3 arguments")
    }
  }
}

extension Value {
  /// Whether this owned value is unbound; releases it.
  fileprivate func isUnboundReleasing(_ thread: ThreadState) -> Bool {
    thread.release(self)
    return isUnbound
  }
}
