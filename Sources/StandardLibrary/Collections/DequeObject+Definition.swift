// deque: the type's table and its constructor.

import CRuntime
import Runtime

extension DequeObject {
  static var definition: TypeDefinition {
    TypeDefinition(
      name: "collections.deque", size: MemoryLayout<DequeBody>.size,
      flags: TypeFlags.isBaseType | TypeFlags.isContainer | TypeFlags.isSequence,
      doc: "A list-like sequence optimized for data accesses near its endpoints.",
      slots: [
        .new(DequeObject.new), .initialize(DequeObject.initialize), .repr(DequeObject.repr),
        .length(DequeObject.length),
        .bool({ (_, deque) throws(Raised) in DequeObject(deque).count > 0 }),
        .iterate(DequeObject.iterate), .getItem(DequeObject.getItem),
        .setItem(DequeObject.setItem), .contains(DequeObject.contains),
        .compare(DequeObject.compare), .binary(.concatenate, DequeObject.concatenate),
        .binary(.concatenateInPlace, DequeObject.concatenateInPlace),
        .binary(.repeat, DequeObject.repeated),
        .binary(.repeatInPlace, DequeObject.repeatedInPlace),
      ], methods: methods,
      getters: [
        Getter("maxlen", DequeObject.maxlen, "maximum size of a deque or None if unbounded")
      ], visit: DequeObject.visit, dispose: DequeObject.dispose)
  }

  private static var methods: [Method] {
    [
      Method(
        "append(item, /)", DequeObject.append, "Add an element to the right side of the deque."),
      Method(
        "appendleft(item, /)", DequeObject.appendLeft,
        "Add an element to the left side of the deque."),
      Method("clear()", DequeObject.clear, "Remove all elements from the deque."),
      Method("copy()", DequeObject.copy, "Return a shallow copy of a deque."),
      Method("__copy__()", DequeObject.copy, "Return a shallow copy of a deque."),
      Method("count(value, /)", DequeObject.count, "Return number of occurrences of value."),
      Method(
        "extend(iterable, /)", DequeObject.extend,
        "Extend the right side of the deque with elements from the iterable."),
      Method(
        "extendleft(iterable, /)", DequeObject.extendLeft,
        "Extend the left side of the deque with elements from the iterable."),
      Method(
        "index(value, start=<unrepresentable>, stop=<unrepresentable>, /)", DequeObject.index,
        """
        Return first index of value.

        Raises ValueError if the value is not present.
        """),
      Method("insert(index, value, /)", DequeObject.insert, "Insert value before index."),
      Method("pop()", DequeObject.pop, "Remove and return the rightmost element."),
      Method("popleft()", DequeObject.popLeft, "Remove and return the leftmost element."),
      Method("remove(value, /)", DequeObject.remove, "Remove first occurrence of value."),
      Method("reverse()", DequeObject.reverse, "Reverse *IN PLACE*."),
      Method(
        "rotate(n=1, /)", DequeObject.rotate,
        "Rotate the deque n steps to the right.  If n is negative, rotates left."),
      Method("__reversed__()", DequeObject.reversed, "Return a reverse iterator over the deque."),
      Method("__reduce__()", DequeObject.reduce, "Return state information for pickling."),
      Method(
        "__sizeof__()", DequeObject.sizeOf, "Return the size of the deque in memory, in bytes."),
      Method(
        "__class_getitem__(object, /)", ChainIterator.classGetItem, "See PEP 585",
        kind: .classMethod),
    ]
  }

  static func new(thread: ThreadState, type: Value, arguments: Arguments) throws(Raised) -> Value {
    try make(thread, TypeObject(type)).value
  }

  static func initialize(thread: ThreadState, deque: Value, arguments: Arguments) throws(Raised) {
    let bound = try BoundArguments(
      thread, arguments, "deque(iterable=<unrepresentable>, maxlen=None)")
    var maximum = -1
    if !bound[1].isNone {
      guard bound[1].type.slot(.index) != nil else {
        throw thread.raise(.typeError, "an integer is required")
      }
      maximum = try thread.index(bound[1])
      if maximum < 0 { throw thread.raise(.valueError, "maxlen must be non-negative") }
    }
    let object = DequeObject(deque)
    object.clear(thread, maximum: maximum)
    if !bound[0].isUnbound { try object.extend(thread, bound[0], atLeft: false) }
  }

  func extend(_ thread: ThreadState, _ iterable: Value, atLeft: Bool) throws(Raised) {
    let isSelf = iterable.isIdentical(to: value)
    let source = isSelf ? try snapshot(thread).value : thread.retain(iterable)
    defer { thread.release(source) }
    try thread.forEach(source) { (item) throws(Raised) in
      try append(thread, owned: thread.retain(item), atLeft: atLeft)
      return true
    }
  }

  static func maxlen(thread: ThreadState, deque: Value) throws(Raised) -> Value {
    let maximum = DequeObject(deque).maximum
    return maximum < 0 ? .none : Value(small: maximum)
  }
}
