// object's `__new__` and `__init__`, which take no arguments of their own, but let a class that
// overrides only one of the two take some.

extension ObjectType {
  static func new(thread: ThreadState, type: Value, arguments: Arguments) throws(Raised) -> Value {
    let type = TypeObject(type)
    if arguments.count > 0 || arguments.keywordCount > 0 {
      let object = TypeObject(.object)
      if type.slot(.new) != object.slot(.new) {
        throw thread.raise(
          .typeError,
          "object.__new__() takes exactly one argument (the type to instantiate)")
      }
      if type.slot(.initialize) == object.slot(.initialize) {
        throw thread.raise(.typeError, "\(type.nameText)() takes no arguments")
      }
    }
    if type.has(TypeFlags.isAbstract) { throw raiseAbstract(thread, type) }
    return Value(
      Reference(UnsafeMutableRawPointer(try thread.allocateInstance(type, Header.self))))
  }

  private static func raiseAbstract(_ thread: ThreadState, _ type: TypeObject) -> Raised {
    do throws(Raised) {
      let names = try thread.getAttribute(type.value, .name(.__abstractmethods__))
      defer { thread.release(names) }
      let sorted = try thread.sortedList(names)
      defer { thread.release(sorted) }
      var texts: [String] = []
      try thread.forEach(sorted) { (name: Value) throws(Raised) -> Bool in
        texts.append("'\(try thread.text(name))'")
        return true
      }
      let plural = texts.count == 1 ? "" : "s"
      return thread.raise(
        .typeError,
        "Can't instantiate abstract class \(type.nameText) without an implementation for "
          + "abstract method\(plural) \(texts.joined(separator: ", "))")
    } catch { return error }
  }

  static func initialize(thread: ThreadState, self object: Value, arguments: Arguments)
    throws(Raised)
  {
    if arguments.count == 0 && arguments.keywordCount == 0 { return }
    let type = object.type
    let base = TypeObject(.object)
    if type.slot(.initialize) != base.slot(.initialize) {
      throw thread.raise(
        .typeError,
        "object.__init__() takes exactly one argument (the instance to initialize)")
    }
    if type.slot(.new) == base.slot(.new) {
      throw thread.raise(
        .typeError,
        "\(type.nameText).__init__() takes exactly one argument (the instance to initialize)")
    }
  }
}
