// Calling a type: `__new__`, then `__init__` if the result is an instance.

import CRuntime

enum TypeCall {
  /// `type.__call__`.
  static func call(thread: ThreadState, type: Value, arguments: Arguments) throws(Raised) -> Value {
    let class_ = TypeObject(type)
    if class_.isExactly(.type), arguments.count == 1, arguments.keywordCount == 0 {
      return thread.retain(arguments[0].type.value)
    }
    if class_.isExactly(.type), arguments.count != 3, arguments.keywordCount == 0 {
      throw thread.raise(.typeError, "type() takes 1 or 3 arguments")
    }
    guard let new = class_.slot(.new), !class_.has(TypeFlags.disallowsInstantiation) else {
      throw thread.raise(
        .typeError, "cannot create '\(class_.qualifiedText)' instances")
    }
    let object = try unsafeBitCast(new, to: CallFunction.self)(thread, type, arguments)
    let actual = object.type
    guard actual.bits == class_.bits || actual.isSubtype(of: class_),
      let initialize = actual.slot(.initialize)
    else { return object }
    do throws(Raised) {
      try unsafeBitCast(initialize, to: InitFunction.self)(thread, object, arguments)
    } catch {
      thread.release(object)
      throw error
    }
    return object
  }

  nonisolated(unsafe) private static var sharedNewDescription: NativeDescriptionPointer?

  /// The description behind every built-in `__new__`. Made at start-up.
  static func newDescription(_ thread: ThreadState) throws(Raised) -> NativeDescriptionPointer {
    if let made = sharedNewDescription { return made }
    let description = NativeDescriptionPointer.allocate(capacity: 1)
    description.initialize(
      to: try NativeDescription(
        Method(
          "__new__(*args, **kwargs)", TypeCall.new,
          "Create and return a new object.  See help(type) for accurate signature."),
        takesSelf: true, thread: thread))
    sharedNewDescription = description
    return description
  }

  /// `T.__new__(cls, …)` of built-in T: cls must be a subtype that T's layout fits.
  private static func new(thread: ThreadState, owner: Value, arguments: Arguments)
    throws(Raised) -> Value
  {
    let type = TypeObject(owner)
    let name = type.nameText
    guard arguments.count > 0 else {
      throw thread.raise(.typeError, "\(name).__new__(): not enough arguments")
    }
    guard arguments[0].isInstance(TypeFlags.typeSubclass) else {
      throw thread.raise(
        .typeError,
        "\(name).__new__(X): X is not a type object (\(arguments[0].type.nameText))")
    }
    let wanted = TypeObject(arguments[0])
    guard wanted.isSubtype(of: type) else {
      throw thread.raise(
        .typeError,
        "\(name).__new__(\(wanted.nameText)): \(wanted.nameText) is not a subtype of \(name)")
    }
    // The first base that is not a Python class must be the one whose `__new__` is called.
    var native = wanted
    while native.has(TypeFlags.isHeapType), let base = native.base { native = base }
    guard native.slot(.new) == type.slot(.new) else {
      throw thread.raise(
        .typeError,
        "\(name).__new__(\(wanted.nameText)) is not safe, use \(native.nameText).__new__()")
    }
    return try unsafeBitCast(type.slot(.new), to: CallFunction.self)(
      thread, wanted.value, arguments.dropFirst(1))
  }
}

extension TypeObject {
  /// Name with its module as messages and reprs show it: plain for built-in types.
  package var qualifiedText: String {
    let name = StringObject(body.pointee.qualifiedName).text
    let module = body.pointee.module
    guard module.isReference, module.isInstance(TypeFlags.stringSubclass),
      !module.isIdentical(to: .name(.builtins))
    else { return name }
    return "\(StringObject(module).text).\(name)"
  }
}
