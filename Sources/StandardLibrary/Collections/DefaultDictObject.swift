// collections.defaultdict: a dict that makes missing values by a call.
//
// The body is a dict's and one more field. The factory is called with no lock held; if the key came in
// meanwhile, that value stays and is the result: two threads that miss together get one object.

import CRuntime
import Runtime

struct DefaultDictBody {
  var dict: DictBody
  var factory: Value
}

enum DefaultDictObject {
  nonisolated(unsafe) static var type = TypeObject(bits: 0)

  static var definition: TypeDefinition {
    TypeDefinition(
      name: "collections.defaultdict", base: .dict, size: MemoryLayout<DefaultDictBody>.size,
      flags: TypeFlags.isBaseType | TypeFlags.isContainer | TypeFlags.dictionarySubclass
        | TypeFlags.isMapping,
      doc: """
        defaultdict(default_factory=None, /, [...]) --> dict with default factory

        The default factory is called without arguments to produce
        a new value when a key is not present, in __getitem__ only.
        All remaining arguments are treated the same as if they were
        passed to the dict constructor, including keyword arguments.
        """,
      slots: [
        .new(DefaultDictObject.new), .initialize(DefaultDictObject.initialize),
        .repr(DefaultDictObject.repr), .binary(.or, DefaultDictObject.or),
      ],
      methods: [
        Method(
          "__missing__(key, /)", DefaultDictObject.missing,
          "The value for a missing key: made by the factory, and stored."),
        Method("copy()", DefaultDictObject.copy, "D.copy() -> a shallow copy of D."),
        Method("__copy__()", DefaultDictObject.copy, "D.copy() -> a shallow copy of D."),
        Method(
          "__reduce__()", DefaultDictObject.reduce, "Return state information for pickling."),
      ],
      getters: [
        Getter(
          "default_factory", DefaultDictObject.getFactory, set: DefaultDictObject.setFactory,
          "Factory for default value called by __missing__().")
      ], visit: DefaultDictObject.visit)
  }

  private static func body(_ value: Value) -> UnsafeMutablePointer<DefaultDictBody> {
    value.reference.body(DefaultDictBody.self)
  }

  static func visit(reference: Reference, visitor: inout ReferenceVisitor) {
    DictObject.visit(reference, &visitor)
    visitor.counted(&reference.body(DefaultDictBody.self).pointee.factory)
  }

  static func new(thread: ThreadState, type: Value, arguments: Arguments) throws(Raised) -> Value {
    let body = try thread.allocateInstance(TypeObject(type), DefaultDictBody.self)
    let value = Value(Reference(UnsafeMutableRawPointer(body)))
    DictObject(value).initializeEmpty()
    body.pointee.factory = .none
    return value
  }

  static func initialize(thread: ThreadState, dict: Value, arguments: Arguments) throws(Raised) {
    let factory = arguments.count > 0 ? arguments[0] : .none
    if !factory.isNone && !thread.isCallable(factory) {
      throw thread.raise(.typeError, "first argument must be callable or None")
    }
    try setFactory(thread: thread, dict: dict, factory: factory)
    try DictObject.initialize(
      thread: thread, dict: dict,
      arguments: arguments.count > 0 ? arguments.dropFirst(1) : arguments)
  }

  static func getFactory(thread: ThreadState, dict: Value) throws(Raised) -> Value {
    thread.lock(dict.reference)
    let factory = thread.retain(body(dict).pointee.factory)
    thread.unlock(dict.reference)
    return factory
  }

  static func setFactory(thread: ThreadState, dict: Value, factory: Value) throws(Raised) {
    let owned: Value = factory.isUnbound ? .none : thread.retain(factory)
    thread.lock(dict.reference)
    let old = body(dict).pointee.factory
    body(dict).pointee.factory = owned
    thread.unlock(dict.reference)
    thread.release(old)
  }

  static func missing(thread: ThreadState, dict: Value, key: Value) throws(Raised) -> Value {
    let factory = try getFactory(thread: thread, dict: dict)
    if factory.isNone { throw thread.raise(.keyError, value: key) }
    defer { thread.release(factory) }
    let value = try thread.call(factory)
    if dict.type.slot(.setItem) == TypeObject(.dict).slot(.setItem) {
      defer { thread.release(value) }
      return try DictObject(dict).setDefault(thread, key, value)
    }
    do throws(Raised) { try thread.setItem(dict, key, value) } catch {
      thread.release(value)
      throw error
    }
    return value
  }

  static func repr(thread: ThreadState, dict: Value) throws(Raised) -> Value {
    let items = try DictObject.repr(thread: thread, dict: dict)
    defer { thread.release(items) }
    let factory = try getFactory(thread: thread, dict: dict)
    defer { thread.release(factory) }
    var text = "..."
    if thread.enterRepr(factory) {
      defer { thread.leaveRepr(factory) }
      text = try thread.reprText(factory)
    }
    return try thread.string(
      "\(dict.type.nameText)(\(text), \(StringObject(items).text))")
  }

  static func copy(thread: ThreadState, dict: Value) throws(Raised) -> Value {
    let factory = try getFactory(thread: thread, dict: dict)
    defer { thread.release(factory) }
    return try thread.call(dict.type.value, factory, dict)
  }

  static func or(thread: ThreadState, left: Value, right: Value) throws(Raised) -> Value {
    let isLeft = left.isReference && left.type.isSubtype(of: type)
    let other = isLeft ? right : left
    guard other.isInstance(TypeFlags.dictionarySubclass) else { return .notImplemented }
    let result: Value
    if isLeft {
      result = try copy(thread: thread, dict: left)
    } else {
      let factory = try getFactory(thread: thread, dict: right)
      defer { thread.release(factory) }
      result = try thread.call(right.type.value, factory, left)
    }
    do throws(Raised) { try DictObject(result).update(thread, from: right) } catch {
      thread.release(result)
      throw error
    }
    return result
  }

  static func reduce(thread: ThreadState, dict: Value) throws(Raised) -> Value {
    let factory = try getFactory(thread: thread, dict: dict)
    let arguments = factory.isNone ? thread.tuple() : try thread.tuple(owned: [factory])
    let items = try thread.callMethod(dict, "items")
    defer { thread.release(items) }
    return try thread.tuple(
      owned: [
        thread.retain(dict.type.value), arguments, .none, .none, try thread.iterator(items),
      ])
  }
}
