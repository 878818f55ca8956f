// What every type inherits from `object`, but for creation and attribute access (ObjectType.swift).

import CRuntime

enum ObjectMethods {
  static var slots: [SlotFunction] {
    [
      .repr(ObjectMethods.repr), .str(ObjectMethods.str), .hash(ObjectMethods.hash),
      .compare(ObjectMethods.compare),
    ]
  }

  static var methods: [Method] {
    [
      Method("__format__(format_spec, /)", ObjectMethods.format, "Default object formatter."),
      Method("__dir__()", ObjectMethods.directory, "Names of the attributes, for dir()."),
      Method("__sizeof__()", ObjectMethods.size, "Size of the object in memory, in bytes."),
      Method("__reduce__()", ObjectMethods.reduce, "Helper for pickle."),
      Method("__reduce_ex__(protocol, /)", ObjectMethods.reduceExtended, "Helper for pickle."),
      Method("__getstate__()", ObjectMethods.getState, "Helper for pickle."),
      Method(
        "__init_subclass__(**kwargs)", ObjectMethods.initializeSubclass,
        "Called when a class is subclassed.",
        kind: .classMethod),
      Method(
        "__subclasshook__(object, /)", ObjectMethods.subclassHook,
        "Lets abstract classes answer issubclass().",
        kind: .classMethod),
    ]
  }

  // MARK: Text, identity, comparison

  static func repr(thread: ThreadState, self object: Value) throws(Raised) -> Value {
    try thread.string("<\(object.type.qualifiedText) object at \(thread.addressText(object))>")
  }

  static func str(thread: ThreadState, self object: Value) throws(Raised) -> Value {
    try thread.repr(object)
  }

  /// The address, its four constant bits moved out of the way.
  static func hash(thread: ThreadState, self object: Value) throws(Raised) -> Int {
    let bits = object.stripped.bits
    let number = Int(bitPattern: bits >> 4 | bits << 60)
    return number == -1 ? -2 : number
  }

  static func compare(thread: ThreadState, left: Value, right: Value, operation: Comparison)
    throws(Raised) -> Value
  {
    switch operation {
    case .equal: return left.isIdentical(to: right) ? .true : .notImplemented
    case .notEqual:
      // The opposite of the type's own `==`.
      guard let code = left.type.slot(.compare) else { return .notImplemented }
      let equal = try thread.invoke(compare: code, left, right, .equal)
      if equal.isNotImplemented { return equal }
      defer { thread.release(equal) }
      return Value(try !thread.isTrue(equal))
    default: return .notImplemented
    }
  }

  static func format(thread: ThreadState, self object: Value, specification: Value) throws(Raised)
    -> Value
  {
    guard specification.isInstance(TypeFlags.stringSubclass) else {
      throw thread.raise(
        .typeError,
        "__format__() argument must be str, not \(specification.type.nameText)")
    }
    if StringObject(specification).count == 0 { return try thread.str(object) }
    throw thread.raise(
      .typeError,
      "unsupported format string passed to \(object.type.nameText).__format__")
  }

  // MARK: Attributes

  static func directory(thread: ThreadState, self object: Value) throws(Raised) -> Value {
    let names = try DictObject.make(thread)
    defer { thread.release(names.value) }
    let own = try thread.getOptionalAttribute(object, .name(.__dict__))
    defer { thread.release(own) }
    if own.isInstance(TypeFlags.dictionarySubclass) { try addKeys(thread, own, to: names) }
    let type = try thread.getOptionalAttribute(object, .name(.__class__))
    defer { thread.release(type) }
    if type.isInstance(TypeFlags.typeSubclass) {
      try addNames(thread, of: TypeObject(type), to: names)
    }
    return try thread.call(TypeObject(.list).value, names.value)
  }

  /// `type.__dir__`.
  static func directoryOfType(thread: ThreadState, self type: Value) throws(Raised) -> Value {
    let names = try DictObject.make(thread)
    defer { thread.release(names.value) }
    try addNames(thread, of: TypeObject(type), to: names)
    return try thread.call(TypeObject(.list).value, names.value)
  }

  /// The names that a class and its bases define.
  static func addNames(_ thread: ThreadState, of type: TypeObject, to names: DictObject)
    throws(Raised)
  {
    let mro = type.body.pointee.mro
    guard mro.isReference else { return }
    let tuple = TupleObject(mro)
    for index in 0..<tuple.count {
      let dictionary = TypeObject(tuple[index]).body.pointee.dictionary
      if dictionary.isReference { try addKeys(thread, dictionary, to: names) }
    }
  }

  private static func addKeys(_ thread: ThreadState, _ source: Value, to names: DictObject)
    throws(Raised)
  {
    var position = 0
    while let (key, value) = DictObject(source).next(&position, thread) {
      defer {
        thread.release(key)
        thread.release(value)
      }
      try names.set(thread, key, .none)
    }
  }

  static func size(thread: ThreadState, self object: Value) throws(Raised) -> Value {
    Value(small: Int(object.type.body.pointee.basicSize))
  }

  // MARK: Hooks that do nothing

  static func initializeSubclass(thread: ThreadState, type: Value, arguments: Arguments)
    throws(Raised) -> Value
  {
    let name = TypeObject(type).nameText
    if arguments.keywordCount > 0 {
      throw thread.raise(
        .typeError, "\(name).__init_subclass__() takes no keyword arguments")
    }
    if arguments.count > 0 {
      throw thread.raise(
        .typeError,
        "\(name).__init_subclass__() takes no arguments (\(arguments.count) given)")
    }
    return .none
  }

  static func subclassHook(thread: ThreadState, type: Value, other: Value) throws(Raised) -> Value {
    .notImplemented
  }
}
