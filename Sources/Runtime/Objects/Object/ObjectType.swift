// `object`: creation, attributes by the generic way, `__class__`.

package enum ObjectType {
  package static let definition = TypeDefinition(
    name: "object", size: MemoryLayout<Header>.size, flags: TypeFlags.isBaseType,
    doc: "The base of all classes.",
    slots: [
      .new(new), .initialize(initialize),
      .getAttribute({ (thread, value, name) throws(Raised) in
        try thread.genericGetAttribute(value, name)
      }),
      .setAttribute({ (thread, value, name, item) throws(Raised) in
        try thread.setGenericAttribute(value, name, item)
      }),
    ] + ObjectMethods.slots,
    methods: ObjectMethods.methods,
    getters: [
      Getter(
        "__class__",
        { (thread, value) throws(Raised) in
          thread.retain(value.type.value)
        }, set: setClass, "The object's class.")
    ])

  /// A class that overrides neither `__new__` nor `__init__` takes no arguments.
  static func new(thread: ThreadState, type: Value, arguments: Arguments) throws(Raised) -> Value {
    let class_ = TypeObject(type)
    if arguments.count > 0 || arguments.keywordCount > 0 {
      if class_.slot(.new) != TypeObject(.object).slot(.new) {
        throw thread.raise(
          .typeError, "object.__new__() takes exactly one argument (the type to instantiate)")
      }
      if class_.slot(.initialize) == TypeObject(.object).slot(.initialize) {
        throw thread.raise(.typeError, "\(class_.nameText)() takes no arguments")
      }
    }
    if class_.has(TypeFlags.isAbstract) { throw try abstractError(thread, class_) }
    return Value(try thread.allocateInstance(class_))
  }

  static func initialize(thread: ThreadState, value: Value, arguments: Arguments) throws(Raised) {
    guard arguments.count > 0 || arguments.keywordCount > 0 else { return }
    let type = value.type
    if type.slot(.initialize) != TypeObject(.object).slot(.initialize) {
      throw thread.raise(
        .typeError, "object.__init__() takes exactly one argument (the instance to initialize)")
    }
    if type.slot(.new) == TypeObject(.object).slot(.new) {
      throw thread.raise(.typeError, "\(type.nameText)() takes no arguments")
    }
  }

  private static func abstractError(_ thread: ThreadState, _ type: TypeObject) throws(Raised)
    -> Raised
  {
    let methods = try thread.getAttribute(type.value, .name(.__abstractmethods__))
    defer { thread.release(methods) }
    let sorted = try thread.sortedList(from: methods)
    defer { thread.release(sorted) }
    let list = ListObject(sorted)
    var names: [String] = []
    for index in 0..<list.count {
      let name = list.item(thread, at: index)
      names.append("'\(StringObject(name).text)'")
      thread.release(name)
    }
    return thread.raise(
      .typeError,
      "Can't instantiate abstract class \(type.nameText) without an implementation for abstract "
        + "method\(names.count == 1 ? "" : "s") \(names.joined(separator: ", "))")
  }

  /// Assignment to `__class__`: between classes with the same layout, in a stop (R6).
  static func setClass(thread: ThreadState, value: Value, item: Value) throws(Raised) {
    guard !item.isUnbound else {
      throw thread.raise(.typeError, "can't delete __class__ attribute")
    }
    guard item.isInstance(TypeFlags.typeSubclass) else {
      throw thread.raise(
        .typeError,
        "__class__ must be set to a class, not '\(item.type.nameText)' object")
    }
    let new = TypeObject(item)
    let old = value.type
    guard value.isReference, old.has(TypeFlags.isHeapType), new.has(TypeFlags.isHeapType) else {
      throw thread.raise(
        .typeError,
        "__class__ assignment only supported for mutable types or ModuleType subclasses")
    }
    guard old.body.pointee.basicSize == new.body.pointee.basicSize,
      old.body.pointee.shapeOffset == new.body.pointee.shapeOffset,
      old.body.pointee.visit == new.body.pointee.visit
    else {
      throw thread.raise(
        .typeError,
        "__class__ assignment: '\(new.nameText)' object layout differs from '\(old.nameText)'")
    }
    // Shapes belong to a class: the attributes go over to a dict first.
    if let attributes = thread.attributes(of: value) {
      thread.release(try thread.instanceDictionary(attributes))
      thread.noteDictionaryInstance(new)
    }
    _ = thread.retain(item)
    thread.stopTheWorld { value.reference.header.pointee.type = new.bits }
  }
}
