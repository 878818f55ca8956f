// Getters and setters of the special fields, by their index: native functions carry no state, so
// each index has its own pair.

enum ExceptionField {
  /// The most fields any exception type has (SyntaxError).
  static let limit = 8

  static func getter(_ name: StaticString, _ index: Int) -> Getter {
    switch index {
    case 0: Getter(name, ExceptionField.get0, set: ExceptionField.set0, "")
    case 1: Getter(name, ExceptionField.get1, set: ExceptionField.set1, "")
    case 2: Getter(name, ExceptionField.get2, set: ExceptionField.set2, "")
    case 3: Getter(name, ExceptionField.get3, set: ExceptionField.set3, "")
    case 4: Getter(name, ExceptionField.get4, set: ExceptionField.set4, "")
    case 5: Getter(name, ExceptionField.get5, set: ExceptionField.set5, "")
    case 6: Getter(name, ExceptionField.get6, set: ExceptionField.set6, "")
    default: Getter(name, ExceptionField.get7, set: ExceptionField.set7, "")
    }
  }

  @inline(__always) static func get(_ thread: ThreadState, _ exception: Value, _ index: Int)
    -> Value
  {
    let value = thread.loadField(exception.reference, ExceptionObject(exception).field(index))
    return value.isUnbound ? .none : value
  }

  /// Deletion leaves None.
  @inline(__always) static func set(
    _ thread: ThreadState, _ exception: Value, _ index: Int, _ value: Value
  ) {
    thread.storeField(
      exception.reference, ExceptionObject(exception).field(index), value.isUnbound ? .none : value)
  }

  static func get0(thread: ThreadState, self exception: Value) throws(Raised) -> Value {
    get(thread, exception, 0)
  }
  static func get1(thread: ThreadState, self exception: Value) throws(Raised) -> Value {
    get(thread, exception, 1)
  }
  static func get2(thread: ThreadState, self exception: Value) throws(Raised) -> Value {
    get(thread, exception, 2)
  }
  static func get3(thread: ThreadState, self exception: Value) throws(Raised) -> Value {
    get(thread, exception, 3)
  }
  static func get4(thread: ThreadState, self exception: Value) throws(Raised) -> Value {
    get(thread, exception, 4)
  }
  static func get5(thread: ThreadState, self exception: Value) throws(Raised) -> Value {
    get(thread, exception, 5)
  }
  static func get6(thread: ThreadState, self exception: Value) throws(Raised) -> Value {
    get(thread, exception, 6)
  }
  static func get7(thread: ThreadState, self exception: Value) throws(Raised) -> Value {
    get(thread, exception, 7)
  }

  static func set0(thread: ThreadState, self exception: Value, value: Value) throws(Raised) {
    set(thread, exception, 0, value)
  }
  static func set1(thread: ThreadState, self exception: Value, value: Value) throws(Raised) {
    set(thread, exception, 1, value)
  }
  static func set2(thread: ThreadState, self exception: Value, value: Value) throws(Raised) {
    set(thread, exception, 2, value)
  }
  static func set3(thread: ThreadState, self exception: Value, value: Value) throws(Raised) {
    set(thread, exception, 3, value)
  }
  static func set4(thread: ThreadState, self exception: Value, value: Value) throws(Raised) {
    set(thread, exception, 4, value)
  }
  static func set5(thread: ThreadState, self exception: Value, value: Value) throws(Raised) {
    set(thread, exception, 5, value)
  }
  static func set6(thread: ThreadState, self exception: Value, value: Value) throws(Raised) {
    set(thread, exception, 6, value)
  }
  static func set7(thread: ThreadState, self exception: Value, value: Value) throws(Raised) {
    set(thread, exception, 7, value)
  }
}
