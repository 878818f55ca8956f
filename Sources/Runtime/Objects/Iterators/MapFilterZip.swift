// map, filter and zip: fields that never change after `new`, so that threads may share one; what the
// inner iterators give to one thread, no other gets.

import CRuntime

struct MapBody {
  var header: Header
  var function: Value
  /// Tuple of iterators.
  var iterators: Value
}

enum MapObject {
  package static let definition = TypeDefinition(
    name: "map", size: MemoryLayout<MapBody>.size,
    flags: TypeFlags.isBaseType | TypeFlags.isContainer,
    doc: """
      Make an iterator that computes the function using arguments from each of the iterables.

      Stops when the shortest iterable is exhausted.
      """,
    slots: [.iterate(SequencePosition.iterateSelf), .next(next), .new(new)],
    methods: [Method("__reduce__()", reduce, "Return state information for pickling.")],
    visit: visit)

  static func visit(_ reference: Reference, _ visitor: inout ReferenceVisitor) {
    let body = reference.body(MapBody.self)
    visitor.counted(&body.pointee.function)
    visitor.counted(&body.pointee.iterators)
  }

  static func new(thread: ThreadState, type: Value, arguments: Arguments) throws(Raised) -> Value {
    if arguments.keywordCount > 0 && TypeObject(type).isExactly(.map) {
      throw thread.raise(.typeError, "map() takes no keyword arguments")
    }
    if arguments.count < 2 {
      throw thread.raise(.typeError, "map() must have at least two arguments.")
    }
    let iterators = try thread.iterators(of: arguments, from: 1)
    let body: UnsafeMutablePointer<MapBody>
    do throws(Raised) {
      body = try thread.allocateInstance(TypeObject(type), MapBody.self)
    } catch {
      thread.release(iterators)
      throw error
    }
    body.pointee.function = thread.retain(arguments[0])
    body.pointee.iterators = iterators
    return Value(Reference(UnsafeMutableRawPointer(body)))
  }

  static func next(thread: ThreadState, object: Value) throws(Raised) -> Value {
    let body = object.reference.body(MapBody.self)
    let iterators = TupleObject(body.pointee.iterators)
    if iterators.count == 1 {
      let item = try thread.next(iterators[0])
      if item.isUnbound { return .unbound }
      defer { thread.release(item) }
      return try thread.call(body.pointee.function, item)
    }
    let items = try TupleObject.make(thread, iterators.count)
    defer { thread.release(items.value) }
    for index in 0..<iterators.count {
      let item = try thread.next(iterators[index])
      if item.isUnbound { return .unbound }
      items.initialize(index, item)
    }
    return try thread.call(
      body.pointee.function,
      Arguments(
        base: UnsafeMutableRawPointer(items.items).assumingMemoryBound(to: UInt.self),
        count: items.count))
  }

  static func reduce(thread: ThreadState, object: Value) throws(Raised) -> Value {
    let body = object.reference.body(MapBody.self)
    let iterators = TupleObject(body.pointee.iterators)
    let arguments = try TupleObject.make(thread, iterators.count + 1)
    defer { thread.release(arguments.value) }
    arguments.initialize(0, thread.retain(body.pointee.function))
    for index in 0..<iterators.count {
      arguments.initialize(index + 1, thread.retain(iterators[index]))
    }
    return try thread.tuple(object.type.value, arguments.value)
  }
}

extension ThreadState {
  /// A tuple of `iter(argument)`, owned.
  func iterators(of arguments: Arguments, from first: Int) throws(Raised) -> Value {
    let tuple = try TupleObject.make(self, arguments.count - first)
    for index in first..<max(first, arguments.count) {
      do throws(Raised) {
        tuple.initialize(index - first, try iterator(arguments[index]))
      } catch {
        release(tuple.value)
        throw error
      }
    }
    return tuple.value
  }
}

struct FilterBody {
  var header: Header
  var function: Value
  var iterator: Value
}

enum FilterObject {
  package static let definition = TypeDefinition(
    name: "filter", size: MemoryLayout<FilterBody>.size,
    flags: TypeFlags.isBaseType | TypeFlags.isContainer,
    doc: """
      Return an iterator yielding those items of iterable for which function(item) is true.

      If function is None, return the items that are true.
      """,
    slots: [.iterate(SequencePosition.iterateSelf), .next(next), .new(new)],
    methods: [Method("__reduce__()", reduce, "Return state information for pickling.")],
    visit: visit)

  static func visit(_ reference: Reference, _ visitor: inout ReferenceVisitor) {
    let body = reference.body(FilterBody.self)
    visitor.counted(&body.pointee.function)
    visitor.counted(&body.pointee.iterator)
  }

  static func new(thread: ThreadState, type: Value, arguments: Arguments) throws(Raised) -> Value {
    if arguments.keywordCount > 0 && TypeObject(type).isExactly(.filter) {
      throw thread.raise(.typeError, "filter() takes no keyword arguments")
    }
    if arguments.count != 2 {
      throw thread.raise(.typeError, "filter expected 2 arguments, got \(arguments.count)")
    }
    let iterator = try thread.iterator(arguments[1])
    let body: UnsafeMutablePointer<FilterBody>
    do throws(Raised) {
      body = try thread.allocateInstance(TypeObject(type), FilterBody.self)
    } catch {
      thread.release(iterator)
      throw error
    }
    body.pointee.function = thread.retain(arguments[0])
    body.pointee.iterator = iterator
    return Value(Reference(UnsafeMutableRawPointer(body)))
  }

  static func next(thread: ThreadState, object: Value) throws(Raised) -> Value {
    let body = object.reference.body(FilterBody.self)
    while true {
      let item = try thread.next(body.pointee.iterator)
      if item.isUnbound { return .unbound }
      let isWanted: Bool
      do throws(Raised) {
        isWanted = try accepts(thread, body.pointee.function, item)
      } catch {
        thread.release(item)
        throw error
      }
      if isWanted { return item }
      thread.release(item)
    }
  }

  private static func accepts(_ thread: ThreadState, _ function: Value, _ item: Value)
    throws(Raised) -> Bool
  {
    if function.isNone || function.isIdentical(to: TypeObject(.bool).value) {
      return try thread.isTrue(item)
    }
    let answer = try thread.call(function, item)
    defer { thread.release(answer) }
    return try thread.isTrue(answer)
  }

  static func reduce(thread: ThreadState, object: Value) throws(Raised) -> Value {
    let body = object.reference.body(FilterBody.self)
    let arguments = try thread.tuple(body.pointee.function, body.pointee.iterator)
    defer { thread.release(arguments) }
    return try thread.tuple(object.type.value, arguments)
  }
}

struct ZipBody {
  var header: Header
  /// Tuple of iterators.
  var iterators: Value
  var isStrict: UInt
}

enum ZipObject {
  package static let definition = TypeDefinition(
    name: "zip", size: MemoryLayout<ZipBody>.size,
    flags: TypeFlags.isBaseType | TypeFlags.isContainer,
    doc: """
      The zip object yields n-length tuples, where n is the number of iterables
      passed as positional arguments to zip(): the i-th element of every tuple comes
      from the i-th iterable.  It stops with the shortest; with strict=True, iterables
      of different lengths raise a ValueError.

         >>> list(zip('abc', range(3)))
         [('a', 0), ('b', 1), ('c', 2)]
      """,
    slots: [.iterate(SequencePosition.iterateSelf), .next(next), .new(new)],
    methods: [
      Method("__reduce__()", reduce, "Return state information for pickling."),
      Method("__setstate__(state, /)", setState, "Set state information for unpickling."),
    ], visit: visit)

  static func visit(_ reference: Reference, _ visitor: inout ReferenceVisitor) {
    visitor.counted(&reference.body(ZipBody.self).pointee.iterators)
  }

  static func new(thread: ThreadState, type: Value, arguments: Arguments) throws(Raised) -> Value {
    var isStrict = false
    for index in 0..<arguments.keywordCount {
      let name = StringObject(arguments.keywordName(index)).text
      if name == "strict" {
        isStrict = try thread.isTrue(arguments.keywordValue(index))
      } else if TypeObject(type).isExactly(.zip) {
        throw thread.raise(.typeError, "zip() got an unexpected keyword argument '\(name)'")
      }
    }
    let iterators = try zipped(thread, arguments)
    let body: UnsafeMutablePointer<ZipBody>
    do throws(Raised) {
      body = try thread.allocateInstance(TypeObject(type), ZipBody.self)
    } catch {
      thread.release(iterators)
      throw error
    }
    body.pointee.iterators = iterators
    body.pointee.isStrict = isStrict ? 1 : 0
    return Value(Reference(UnsafeMutableRawPointer(body)))
  }

  private static func zipped(_ thread: ThreadState, _ arguments: Arguments) throws(Raised) -> Value
  {
    for index in 0..<arguments.count where !thread.isIterable(arguments[index].type) {
      throw thread.raise(
        .typeError, "'\(arguments[index].type.nameText)' object is not iterable")
    }
    return try thread.iterators(of: arguments, from: 0)
  }

  static func next(thread: ThreadState, object: Value) throws(Raised) -> Value {
    let body = object.reference.body(ZipBody.self)
    let iterators = TupleObject(body.pointee.iterators)
    let count = iterators.count
    if count == 0 { return .unbound }
    let items = try TupleObject.make(thread, count)
    for index in 0..<count {
      let item: Value
      do throws(Raised) { item = try thread.next(iterators[index]) } catch {
        thread.release(items.value)
        throw error
      }
      if item.isUnbound {
        thread.release(items.value)
        if isStrict(object) { try checkLengths(thread, iterators, endedAt: index) }
        return .unbound
      }
      items.initialize(index, item)
    }
    return items.value
  }

  // `__setstate__` may change it while others take items: relaxed, it guards nothing.
  private static func isStrict(_ object: Value) -> Bool {
    racer_load_relaxed_word(strictAddress(object)) != 0
  }
  private static func strictAddress(_ object: Value) -> UnsafeMutableRawPointer {
    object.reference.pointer + MemoryLayout<ZipBody>.offset(of: \.isStrict).unsafelyUnwrapped
  }

  static func isOfPairs(_ object: Value) -> Bool {
    TupleObject(object.reference.body(ZipBody.self).pointee.iterators).count == 2
  }

  /// The next two items of a zip of pairs, owned, or nil.
  @inline(never) static func nextPair(_ thread: ThreadState, _ object: Value) throws(Raised)
    -> (Value, Value)?
  {
    let body = object.reference.body(ZipBody.self)
    let iterators = TupleObject(body.pointee.iterators)
    let first = try thread.next(iterators[0])
    if first.isUnbound {
      if isStrict(object) { try checkLengths(thread, iterators, endedAt: 0) }
      return nil
    }
    let second: Value
    do throws(Raised) { second = try thread.next(iterators[1]) } catch {
      thread.release(first)
      throw error
    }
    if !second.isUnbound { return (first, second) }
    thread.release(first)
    if isStrict(object) { try checkLengths(thread, iterators, endedAt: 1) }
    return nil
  }

  /// One iterator of a strict zip has ended: the others have to, too.
  private static func checkLengths(_ thread: ThreadState, _ iterators: TupleObject, endedAt: Int)
    throws(Raised)
  {
    if endedAt > 0 {
      let others = endedAt == 1 ? "argument 1" : "arguments 1-\(endedAt)"
      throw thread.raise(
        .valueError, "zip() argument \(endedAt + 1) is shorter than \(others)")
    }
    for index in 1..<max(1, iterators.count) {
      let item = try thread.next(iterators[index])
      if !item.isUnbound {
        thread.release(item)
        let others = index == 1 ? "argument 1" : "arguments 1-\(index)"
        throw thread.raise(
          .valueError, "zip() argument \(index + 1) is longer than \(others)")
      }
    }
  }

  static func reduce(thread: ThreadState, object: Value) throws(Raised) -> Value {
    let body = object.reference.body(ZipBody.self)
    if isStrict(object) {
      return try thread.tuple(object.type.value, body.pointee.iterators, .true)
    }
    return try thread.tuple(object.type.value, body.pointee.iterators)
  }

  static func setState(thread: ThreadState, object: Value, state: Value) throws(Raised) -> Value {
    let isStrict: UInt = try thread.isTrue(state) ? 1 : 0
    racer_store_relaxed_word(strictAddress(object), isStrict)
    return .none
  }
}
