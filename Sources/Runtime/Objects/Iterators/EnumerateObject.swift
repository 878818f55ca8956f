// enumerate. The number is claimed by compare-and-swap after the item was taken, so threads that
// share one get distinct numbers and distinct items, though not in step. Beyond 62 bits the number
// is an object under the lock.

import CRuntime

struct EnumerateBody {
  var header: Header
  var iterator: Value
  var number: Int
  /// The number once it outgrew `number`, else unbound.
  var large: Value
}

enum EnumerateObject {
  package static let definition = TypeDefinition(
    name: "enumerate", size: MemoryLayout<EnumerateBody>.size,
    flags: TypeFlags.isBaseType | TypeFlags.isContainer,
    doc: """
      Return an enumerate object.

        iterable
          an object supporting iteration

      Its items are pairs of a count (from start, which defaults to zero) and a value of iterable.
      """,
    slots: [.iterate(SequencePosition.iterateSelf), .next(next), .new(new)],
    methods: [
      Method("__reduce__()", reduce, "Return state information for pickling."),
      Method(
        "__class_getitem__(object, /)", ListObject.classGetItem, "See PEP 585", kind: .classMethod),
    ], visit: visit)

  static func visit(_ reference: Reference, _ visitor: inout ReferenceVisitor) {
    let body = reference.body(EnumerateBody.self)
    visitor.counted(&body.pointee.iterator)
    visitor.counted(&body.pointee.large)
  }

  static func new(thread: ThreadState, type: Value, arguments: Arguments) throws(Raised) -> Value {
    if arguments.count + arguments.keywordCount == 0 {
      throw thread.raise(.typeError, "enumerate() missing required argument 'iterable'")
    }
    let bound = try BoundArguments(thread, arguments, "enumerate(iterable, start=0)")
    var number = 0
    var large = Value.unbound
    let start = try thread.indexValue(bound[1])
    if start.isSmallInteger && start.smallInteger < Int.max >> 2 {
      number = start.smallInteger
    } else {
      large = start
    }
    let iterator: Value
    do throws(Raised) { iterator = try thread.iterator(bound[0]) } catch {
      thread.release(large)
      throw error
    }
    let body = try thread.allocateInstance(TypeObject(type), EnumerateBody.self)
    body.pointee.iterator = iterator
    body.pointee.number = number
    body.pointee.large = large
    return Value(Reference(UnsafeMutableRawPointer(body)))
  }

  static func next(thread: ThreadState, object: Value) throws(Raised) -> Value {
    guard let (number, item) = try nextPair(thread, object, forLoop: false) else {
      return .unbound
    }
    return try thread.tuple(owned: number, item)
  }

  /// The next number and item, owned, or nil. For a loop, both go to registers and may be
  /// uncounted; and if the loop's is the only reference, no other thread can reach the object, nor
  /// an iterator that only the object refers to.
  @inline(__always) static func nextPair(_ thread: ThreadState, _ object: Value, forLoop: Bool)
    throws(Raised) -> (Value, Value)?
  {
    let body = object.reference.body(EnumerateBody.self)
    let iterator = body.pointee.iterator
    let item =
      iterator.isExactly(.listIterator)
      ? SequencePosition.nextListItem(
        thread, iterator, forRegister: forLoop,
        isPrivate: forLoop && thread.isUniquelyOwned(object) && thread.isUniquelyOwned(iterator))
      : try thread.next(iterator)
    if item.isUnbound { return nil }
    if !thread.isShared || forLoop && thread.isUniquelyOwned(object),
      body.pointee.large.isUnbound
    {
      let number = body.pointee.number
      body.pointee.number = number &+ 1
      return (Value(small: number), item)
    }
    do throws(Raised) { return (try nextNumber(thread, object.reference, body), item) } catch {
      thread.release(item)
      throw error
    }
  }

  @inline(never) private static func nextNumber(
    _ thread: ThreadState, _ reference: Reference, _ body: UnsafeMutablePointer<EnumerateBody>
  ) throws(Raised) -> Value {
    if !body.pointee.large.isUnbound { return try nextLarge(thread, reference, body) }
    // 2^60 steps from the limit of `new` to the end of small integers can't be walked.
    return Value(
      small: Int(bitPattern: racer_add_relaxed_word(&body.pointee.number, 1)))
  }

  private static func nextLarge(
    _ thread: ThreadState, _ reference: Reference, _ body: UnsafeMutablePointer<EnumerateBody>
  ) throws(Raised) -> Value {
    while true {
      thread.lock(reference)
      let number = thread.retain(body.pointee.large)
      thread.unlock(reference)
      let following = try thread.binary(.add, number, Value(small: 1))
      thread.lock(reference)
      let isMine = body.pointee.large.isIdentical(to: number)
      if isMine { body.pointee.large = following }
      thread.unlock(reference)
      if isMine { return number }
      thread.release(number)
      thread.release(following)
    }
  }

  static func reduce(thread: ThreadState, object: Value) throws(Raised) -> Value {
    let body = object.reference.body(EnumerateBody.self)
    let number =
      body.pointee.large.isUnbound ? Value(small: body.pointee.number) : body.pointee.large
    let arguments = try thread.tuple(body.pointee.iterator, number)
    defer { thread.release(arguments) }
    return try thread.tuple(object.type.value, arguments)
  }
}

extension ThreadState {
  /// A pair that takes over its items; they are released if there is no memory.
  @inline(__always) func tuple(owned a: Value, _ b: Value) throws(Raised) -> Value {
    let tuple: TupleObject
    do throws(Raised) { tuple = try TupleObject.makeUninitialized(self, 2) } catch {
      release(a)
      release(b)
      throw error
    }
    tuple.initialize(0, a)
    tuple.initialize(1, b)
    return tuple.value
  }
}
