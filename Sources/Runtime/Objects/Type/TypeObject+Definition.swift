// `type` itself: attributes of classes, repr, isinstance hooks, `__mro__` and its like.

import CRuntime

extension TypeObject {
  package static let definition = TypeDefinition(
    name: "type", size: MemoryLayout<TypeBody>.size,
    flags: TypeFlags.isBaseType | TypeFlags.isContainer | TypeFlags.typeSubclass,
    doc: "The type of an object, or a new class.",
    slots: [
      .repr(repr), .call(TypeCall.call), .getAttribute(getAttribute), .setAttribute(setAttribute),
      .new(ClassBuilding.new), .initialize(ClassBuilding.initialize),
      .binary(.or, UnionTypeObject.or),
    ],
    methods: [
      Method(
        "mro()",
        { (thread, value) throws(Raised) in
          let tuple = try thread.methodResolutionOrder(
            TypeObject(value), bases: TypeObject(value).body.pointee.bases)
          defer { thread.release(tuple) }
          return try thread.list(from: tuple)
        }, "The method resolution order, computed anew."),
      Method("__subclasses__()", subclasses, "The direct subclasses."),
      Method(
        "__instancecheck__(instance, /)",
        { (thread, value, instance) throws(Raised) in
          Value(try thread.isDirectInstance(instance, value))
        }, "Whether an object is an instance."),
      Method(
        "__subclasscheck__(subclass, /)",
        { (thread, value, subclass) throws(Raised) in
          Value(try thread.isDirectSubclass(subclass, value))
        }, "Whether a class is a subclass."),
      Method(
        "__prepare__(*args, **kwargs)", prepare, "The namespace for a class statement.",
        kind: .classMethod),
      Method("__dir__()", ObjectMethods.directoryOfType, "Names of the class's attributes."),
    ],
    getters: [
      Getter(
        "__name__",
        { (thread, value) throws(Raised) in
          thread.retain(TypeObject(value).body.pointee.name)
        }, set: setName, "The class's name."),
      Getter(
        "__qualname__",
        { (thread, value) throws(Raised) in
          thread.retain(TypeObject(value).body.pointee.qualifiedName)
        },
        set: { (thread, value, item) throws(Raised) in
          let body = try changeable(thread, value, "__qualname__")
          guard item.isInstance(TypeFlags.stringSubclass) else {
            throw thread.raise(
              .typeError,
              "can only assign string to \(TypeObject(value).nameText).__qualname__, not "
                + "'\(item.type.nameText)'")
          }
          let name = try thread.internValue(item)
          // In a stop, as all changes to a class that others read without a lock (R6).
          thread.stopTheWorld { body.pointee.qualifiedName = name }
        }, "The class's qualified name."),
      Getter(
        "__module__",
        { (thread, value) throws(Raised) in
          let type = TypeObject(value)
          if type.has(TypeFlags.isHeapType) {
            let found = DictObject(type.body.pointee.dictionary).get(
              thread, name: .name(.__module__))
            if !found.isUnbound { return found }
          }
          return thread.retain(type.body.pointee.module)
        },
        set: { (thread, value, item) throws(Raised) in
          let body = try changeable(thread, value, "__module__")
          try DictObject(body.pointee.dictionary).set(thread, .name(.__module__), item)
        }, "Name of the module that defines the class."),
      Getter(
        "__bases__",
        { (thread, value) throws(Raised) in
          thread.retain(TypeObject(value).body.pointee.bases)
        }, "The base classes."),
      Getter(
        "__base__",
        { (thread, value) throws(Raised) in
          thread.retain(TypeObject(value).body.pointee.base)
        }, "The base class that the layout comes from."),
      Getter(
        "__mro__",
        { (thread, value) throws(Raised) in
          thread.retain(TypeObject(value).body.pointee.mro)
        }, "The method resolution order."),
      Getter(
        "__dict__",
        { (thread, value) throws(Raised) in
          try thread.mappingProxy(TypeObject(value).body.pointee.dictionary)
        }, "The class's namespace, read-only."),
      Getter(
        "__doc__",
        { (thread, value) throws(Raised) in
          let type = TypeObject(value)
          let found = DictObject(type.body.pointee.dictionary).get(thread, name: .name(.__doc__))
          if found.isUnbound { return .none }
          defer { thread.release(found) }
          return try thread.bind(found, instance: .unbound, owner: type)
        },
        set: { (thread, value, item) throws(Raised) in
          let body = try changeable(thread, value, "__doc__")
          try DictObject(body.pointee.dictionary).set(
            thread, .name(.__doc__), item.isUnbound ? .none : item)
        }, "The docstring."),
      Getter(
        "__basicsize__",
        { (thread, value) throws(Raised) in
          Value(small: Int(TypeObject(value).body.pointee.basicSize))
        }, "Size of an instance."),
      Getter(
        "__flags__",
        { (thread, value) throws(Raised) in
          Value(small: Int(TypeObject(value).body.pointee.flags))
        }, "Flags of the class."),
      Getter(
        "__abstractmethods__",
        { (thread, value) throws(Raised) in
          let dictionary = DictObject(TypeObject(value).body.pointee.dictionary)
          let found = dictionary.get(thread, name: .name(.__abstractmethods__))
          if found.isUnbound {
            throw thread.raiseAttributeError(value, .name(.__abstractmethods__))
          }
          return found
        }, set: setAbstractMethods, "Names of the methods still abstract."),
      Getter(
        "__annotations__", annotations,
        set: { (thread, value, item) throws(Raised) in
          let body = try changeable(thread, value, "__annotations__")
          let dictionary = DictObject(body.pointee.dictionary)
          if item.isUnbound {
            _ = try dictionary.remove(thread, .name(.__annotations__))
          } else {
            try dictionary.set(thread, .name(.__annotations__), item)
          }
        }, "Annotations of the class's variables."),
      Getter(
        "__type_params__",
        { (thread, value) throws(Raised) in
          let dictionary = DictObject(TypeObject(value).body.pointee.dictionary)
          let found = dictionary.get(thread, name: .name(.__type_params__))
          return found.isUnbound ? try TupleObject.make(thread, 0).value : found
        },
        set: { (thread, value, item) throws(Raised) in
          let body = try changeable(thread, value, "__type_params__")
          try DictObject(body.pointee.dictionary).set(thread, .name(.__type_params__), item)
        }, "Type parameters (PEP 695)."),
    ],
    visit: { reference, visitor in
      let body = reference.body(TypeBody.self)
      visitor.counted(&body.pointee.name)
      visitor.counted(&body.pointee.qualifiedName)
      visitor.counted(&body.pointee.base)
      visitor.counted(&body.pointee.bases)
      visitor.counted(&body.pointee.mro)
      visitor.counted(&body.pointee.dictionary)
      visitor.counted(&body.pointee.doc)
      visitor.counted(&body.pointee.module)
    })

  // MARK: Attributes of classes

  /// Data descriptor of the metatype, then the class's own MRO, then anything else of the metatype.
  static func getAttribute(thread: ThreadState, value: Value, name: Value) throws(Raised) -> Value {
    let type = TypeObject(value)
    let metatype = value.reference.type
    let meta = thread.lookup(metatype, name)
    if meta.isReference, let get = meta.reference.type.slot(.descriptorGet),
      meta.reference.type.slot(.descriptorSet) != nil
    {
      defer { thread.release(meta) }
      return try unsafeBitCast(get, to: TernaryFunction.self)(
        thread, meta, value, metatype.value)
    }
    let found = thread.lookup(type, name)
    if !found.isUnbound {
      thread.release(meta)
      guard found.isReference, let get = found.reference.type.slot(.descriptorGet) else {
        return found
      }
      defer { thread.release(found) }
      return try unsafeBitCast(get, to: TernaryFunction.self)(thread, found, .unbound, value)
    }
    guard !meta.isUnbound else { throw thread.raiseAttributeError(value, name) }
    guard meta.isReference, let get = meta.reference.type.slot(.descriptorGet) else { return meta }
    defer { thread.release(meta) }
    return try unsafeBitCast(get, to: TernaryFunction.self)(thread, meta, value, metatype.value)
  }

  /// Stores in (or, unbound, deletes from) the class's dictionary. The type lock is held over
  /// "version := 0 here and in all subclasses, then the store" by the order of the two steps: a
  /// lookup that started in between fills caches with the old version only (R9).
  static func setAttribute(thread: ThreadState, value: Value, name: Value, item: Value)
    throws(Raised)
  {
    let type = TypeObject(value)
    guard type.has(TypeFlags.isHeapType) else {
      throw thread.raise(
        .typeError,
        "cannot set '\(StringObject(name).text)' attribute of immutable type "
          + "'\(type.qualifiedText)'")
    }
    let meta = thread.lookup(value.reference.type, name)
    defer { thread.release(meta) }
    if meta.isReference, let set = meta.reference.type.slot(.descriptorSet) {
      return try unsafeBitCast(set, to: SetFunction.self)(thread, meta, value, item)
    }
    try type.store(thread, name, item)
  }

  func store(_ thread: ThreadState, _ name: Value, _ item: Value) throws(Raised) {
    let dictionary = DictObject(body.pointee.dictionary)
    TypeLock.lock(thread)
    thread.invalidateVersions(self)
    TypeLock.unlock(thread)
    if item.isUnbound {
      guard try dictionary.remove(thread, name) else {
        throw thread.raiseAttributeError(value, name)
      }
    } else {
      try dictionary.set(thread, name, item)
    }
    // A lookup between the two steps may have been vouched for by a fresh version: drop that too.
    TypeLock.lock(thread)
    thread.invalidateVersions(self)
    TypeLock.unlock(thread)
    if item.isReference, item.reference.type.slot(.descriptorSet) != nil {
      SlotUpdate.retireShapeCaches(thread, self)
    }
    SlotUpdate.attributeChanged(thread, self, name)
  }

  /// Sets or clears flags of a class that may be in use: in a stop, if that changes anything (R6).
  package func setFlags(_ thread: ThreadState, _ flags: UInt32, to isSet: Bool) {
    if (body.pointee.flags & flags == flags) == isSet, isSet || !has(flags) { return }
    thread.stopTheWorld {
      if isSet { body.pointee.flags |= flags } else { body.pointee.flags &= ~flags }
    }
  }

  private static func changeable(_ thread: ThreadState, _ value: Value, _ name: String)
    throws(Raised) -> UnsafeMutablePointer<TypeBody>
  {
    let type = TypeObject(value)
    guard type.has(TypeFlags.isHeapType) else {
      throw thread.raise(
        .typeError, "cannot set '\(name)' attribute of immutable type '\(type.qualifiedText)'")
    }
    return type.body
  }

  static func setName(thread: ThreadState, value: Value, item: Value) throws(Raised) {
    let body = try changeable(thread, value, "__name__")
    guard item.isInstance(TypeFlags.stringSubclass) else {
      throw thread.raise(
        .typeError,
        "can only assign string to \(TypeObject(value).nameText).__name__, not "
          + "'\(item.type.nameText)'")
    }
    let name = try thread.internValue(item)
    thread.stopTheWorld { body.pointee.name = name }
  }

  static func setAbstractMethods(thread: ThreadState, value: Value, item: Value) throws(Raised) {
    let body = try changeable(thread, value, "__abstractmethods__")
    let dictionary = DictObject(body.pointee.dictionary)
    if item.isUnbound {
      _ = try dictionary.remove(thread, .name(.__abstractmethods__))
      return TypeObject(value).setFlags(thread, TypeFlags.isAbstract, to: false)
    }
    try dictionary.set(thread, .name(.__abstractmethods__), item)
    TypeObject(value).setFlags(thread, TypeFlags.isAbstract, to: try thread.isTrue(item))
  }

  static func annotations(thread: ThreadState, value: Value) throws(Raised) -> Value {
    let type = TypeObject(value)
    let dictionary = DictObject(type.body.pointee.dictionary)
    let found = dictionary.get(thread, name: .name(.__annotations__))
    if !found.isUnbound { return found }
    guard type.has(TypeFlags.isHeapType) else {
      throw thread.raiseAttributeError(value, .name(.__annotations__))
    }
    let made = try DictObject.make(thread).value
    try dictionary.set(thread, .name(.__annotations__), made)
    return made
  }

  // MARK: Slots and methods

  static func prepare(thread: ThreadState, metatype: Value, arguments: Arguments) throws(Raised)
    -> Value
  {
    try DictObject.make(thread).value
  }

  static func repr(thread: ThreadState, value: Value) throws(Raised) -> Value {
    try thread.string("<class '\(TypeObject(value).qualifiedText)'>")
  }

  static func subclasses(thread: ThreadState, value: Value) throws(Raised) -> Value {
    let list = try ListObject.make(thread, capacity: 0)
    guard let subclasses = TypeObject(value).body.pointee.subclasses else { return list.value }
    for index in 0..<subclasses.pointee.count {
      try list.append(thread, TypeObject(bits: subclasses.pointee.items[index]).value)
    }
    return list.value
  }
}
