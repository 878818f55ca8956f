// product, permutations, combinations, combinations_with_replacement.
//
// The pools are tuples that never change. The indices stand in native memory and are advanced
// under the byte lock, into a result tuple that was made before: each result is given out once.

import CRuntime
import Runtime

struct CombinationBody {
  var header: Header
  /// A tuple of items; of pools for `product`.
  var pools: Value
  /// Result length, then as many indices as `indexCount`, for permutations followed by the cycles.
  var indices: UnsafeMutablePointer<Int>?
  var indexCount: Int
  var length: Int
  /// 0: nothing given out yet, 1: under way, 2: over.
  var stage: Int
}

struct CombinationState {
  let body: UnsafeMutablePointer<CombinationBody>

  @inline(__always) init(_ value: Value) { body = value.reference.body(CombinationBody.self) }
  @inline(__always) var reference: Reference { Reference(UnsafeMutableRawPointer(body)) }
  @inline(__always) var pool: TupleObject { TupleObject(body.pointee.pools) }
  /// Changed under the lock; looked at without it to see that nothing is left: relaxed.
  @inline(__always) private var stage: Int {
    get { loadCountRelaxed(&body.pointee.stage) }
    nonmutating set { storeCountRelaxed(&body.pointee.stage, newValue) }
  }
  @inline(__always) var indices: UnsafeMutablePointer<Int> {
    body.pointee.indices.unsafelyUnwrapped
  }

  /// Made with an owned tuple; the indices are zero.
  static func make(
    _ thread: ThreadState, _ type: Value, pools: Value, length: Int, indexCount: Int, isOver: Bool
  ) throws(Raised) -> CombinationState {
    let body: UnsafeMutablePointer<CombinationBody>
    do throws(Raised) {
      body = try thread.allocateInstance(TypeObject(type), CombinationBody.self)
    } catch {
      thread.release(pools)
      throw error
    }
    body.pointee.pools = pools
    body.pointee.length = length
    body.pointee.stage = isOver ? 2 : 0
    let count = isOver ? 0 : indexCount
    let indices = UnsafeMutablePointer<Int>.allocate(capacity: max(1, count))
    indices.initialize(repeating: 0, count: max(1, count))
    body.pointee.indices = indices
    body.pointee.indexCount = count
    return CombinationState(Value(Reference(UnsafeMutableRawPointer(body))))
  }

  var value: Value { Value(reference) }

  static func visit(reference: Reference, visitor: inout ReferenceVisitor) {
    visitor.counted(&reference.body(CombinationBody.self).pointee.pools)
  }

  static func dispose(thread: ThreadState, reference: Reference) {
    reference.body(CombinationBody.self).pointee.indices?.deallocate()
  }

  /// The next result: `advance` moves the indices on and tells whether there is one more, `item`
  /// gives an item of the result, borrowed. Both are called under the lock.
  @inline(__always) func next(
    _ thread: ThreadState, advance: (CombinationState) -> Bool,
    item: (CombinationState, Int) -> Value
  ) throws(Raised) -> Value {
    if stage == 2 { return .unbound }
    let length = body.pointee.length
    let result = try TupleObject.make(thread, length)
    thread.lock(reference)
    if stage == 0 {
      stage = 1
    } else if stage == 1, !advance(self) {
      stage = 2
    }
    let isOver = stage == 2
    if !isOver {
      for index in 0..<length { result.initialize(index, thread.retain(item(self, index))) }
    }
    thread.unlock(reference)
    if isOver {
      thread.release(result.value)
      return .unbound
    }
    return result.value
  }

  static func definition(
    _ name: StaticString, _ doc: StaticString, new: CallFunction, next: UnaryFunction
  ) -> TypeDefinition {
    TypeDefinition(
      name: name, size: MemoryLayout<CombinationBody>.size,
      flags: TypeFlags.isBaseType | TypeFlags.isContainer, doc: doc,
      slots: [
        .iterate({ (thread, iterator) throws(Raised) in thread.retain(iterator) }), .next(next),
        .new(new),
      ],
      methods: [
        Method("__sizeof__()", CombinationState.sizeOf, "Returns size in memory, in bytes.")
      ],
      visit: CombinationState.visit, dispose: CombinationState.dispose)
  }

  static func sizeOf(thread: ThreadState, iterator: Value) throws(Raised) -> Value {
    let state = CombinationState(iterator)
    return Value(
      small: MemoryLayout<CombinationBody>.size + state.body.pointee.indexCount * 8)
  }

  /// The result length that a caller gives.
  static func length(_ thread: ThreadState, _ value: Value) throws(Raised) -> Int {
    let length = try thread.index(value)
    if length < 0 { throw thread.raise(.valueError, "r must be non-negative") }
    return length
  }
}

enum ProductIterator {
  static var definition: TypeDefinition {
    CombinationState.definition(
      "itertools.product",
      """
      product(*iterables, repeat=1) --> product object

      Cartesian product of input iterables.  Equivalent to nested for-loops, the
      last iterable moving fastest.
      """, new: ProductIterator.new, next: ProductIterator.next)
  }

  static func new(thread: ThreadState, type: Value, arguments: Arguments) throws(Raised) -> Value {
    var times = 1
    for index in 0..<arguments.keywordCount {
      let name = StringObject(arguments.keywordName(index)).text
      guard name == "repeat" else {
        throw thread.raise(
          .typeError, "product() got an unexpected keyword argument '\(name)'")
      }
      times = try thread.index(arguments.keywordValue(index))
      if times < 0 { throw thread.raise(.valueError, "repeat argument cannot be negative") }
    }
    let given = times == 0 ? 0 : arguments.count
    if given > 0, times > (1 << 31) / given {
      throw thread.raise(.overflowError, "repeat argument too large")
    }
    var pools: [Value] = []
    do throws(Raised) {
      for index in 0..<given { pools.append(try thread.tuple(from: arguments[index])) }
    } catch {
      for pool in pools { thread.release(pool) }
      throw error
    }
    let isOver = pools.contains { TupleObject($0).count == 0 }
    let all = try TupleObject.make(thread, given * times)
    for index in 0..<(given * times) {
      all.initialize(
        index, index < given ? pools[index] : thread.retain(pools[index % given]))
    }
    return try CombinationState.make(
      thread, type, pools: all.value, length: given * times, indexCount: given * times,
      isOver: isOver
    ).value
  }

  static func next(thread: ThreadState, iterator: Value) throws(Raised) -> Value {
    try CombinationState(iterator).next(
      thread,
      advance: { state in
        var position = state.body.pointee.length - 1
        while position >= 0 {
          let following = state.indices[position] + 1
          if following < TupleObject(state.pool[position]).count {
            state.indices[position] = following
            return true
          }
          state.indices[position] = 0
          position -= 1
        }
        return false
      }, item: { state, index in TupleObject(state.pool[index])[state.indices[index]] })
  }
}

enum CombinationsIterator {
  static var definition: TypeDefinition {
    CombinationState.definition(
      "itertools.combinations",
      """
      Return successive r-length combinations of elements in the iterable.

      combinations(range(4), 3) --> (0,1,2), (0,1,3), (0,2,3), (1,2,3)
      """, new: CombinationsIterator.new, next: CombinationsIterator.next)
  }

  static func new(thread: ThreadState, type: Value, arguments: Arguments) throws(Raised) -> Value {
    let bound = try BoundArguments(thread, arguments, "combinations(iterable, r)")
    let length = try CombinationState.length(thread, bound[1])
    let pool = try thread.tuple(from: bound[0])
    let count = TupleObject(pool).count
    let state = try CombinationState.make(
      thread, type, pools: pool, length: length, indexCount: length, isOver: length > count)
    if length <= count {
      for index in 0..<length { state.indices[index] = index }
    }
    return state.value
  }

  static func next(thread: ThreadState, iterator: Value) throws(Raised) -> Value {
    try CombinationState(iterator).next(
      thread,
      advance: { state in
        let length = state.body.pointee.length
        let count = state.pool.count
        var position = length - 1
        while position >= 0, state.indices[position] == position + count - length {
          position -= 1
        }
        if position < 0 { return false }
        state.indices[position] += 1
        for index in (position + 1)..<max(position + 1, length) {
          state.indices[index] = state.indices[index - 1] + 1
        }
        return true
      }, item: { state, index in state.pool[state.indices[index]] })
  }
}

enum CombinationsWithReplacementIterator {
  static var definition: TypeDefinition {
    CombinationState.definition(
      "itertools.combinations_with_replacement",
      """
      Return successive r-length combinations of elements in the iterable allowing individual elements to have successive repeats.

      combinations_with_replacement('ABC', 2) --> ('A','A'), ('A','B'), ('A','C'), ('B','B'), ('B','C'), ('C','C')
      """, new: CombinationsWithReplacementIterator.new,
      next: CombinationsWithReplacementIterator.next)
  }

  static func new(thread: ThreadState, type: Value, arguments: Arguments) throws(Raised) -> Value {
    let bound = try BoundArguments(
      thread, arguments, "combinations_with_replacement(iterable, r)")
    let length = try CombinationState.length(thread, bound[1])
    let pool = try thread.tuple(from: bound[0])
    return try CombinationState.make(
      thread, type, pools: pool, length: length, indexCount: length,
      isOver: TupleObject(pool).count == 0 && length > 0
    ).value
  }

  static func next(thread: ThreadState, iterator: Value) throws(Raised) -> Value {
    try CombinationState(iterator).next(
      thread,
      advance: { state in
        let length = state.body.pointee.length
        var position = length - 1
        while position >= 0, state.indices[position] == state.pool.count - 1 { position -= 1 }
        if position < 0 { return false }
        let following = state.indices[position] + 1
        for index in position..<length { state.indices[index] = following }
        return true
      }, item: { state, index in state.pool[state.indices[index]] })
  }
}

enum PermutationsIterator {
  static var definition: TypeDefinition {
    CombinationState.definition(
      "itertools.permutations",
      """
      Return successive r-length permutations of elements in the iterable.

      permutations(range(3), 2) --> (0,1), (0,2), (1,0), (1,2), (2,0), (2,1)
      """, new: PermutationsIterator.new, next: PermutationsIterator.next)
  }

  static func new(thread: ThreadState, type: Value, arguments: Arguments) throws(Raised) -> Value {
    let bound = try BoundArguments(thread, arguments, "permutations(iterable, r=None)")
    let pool = try thread.tuple(from: bound[0])
    let count = TupleObject(pool).count
    var length = count
    if !bound[1].isNone {
      do throws(Raised) {
        guard bound[1].type.isSubtype(of: .int) else {
          throw thread.raise(.typeError, "Expected int as r")
        }
        length = try CombinationState.length(thread, bound[1])
      } catch {
        thread.release(pool)
        throw error
      }
    }
    let isOver = length > count
    let state = try CombinationState.make(
      thread, type, pools: pool, length: length, indexCount: count + length, isOver: isOver)
    if !isOver {
      for index in 0..<count { state.indices[index] = index }
      for index in 0..<length { state.indices[count + index] = count - index }
    }
    return state.value
  }

  static func next(thread: ThreadState, iterator: Value) throws(Raised) -> Value {
    try CombinationState(iterator).next(
      thread,
      advance: { state in
        let count = state.pool.count
        let indices = state.indices
        let cycles = indices + count
        var position = state.body.pointee.length - 1
        while position >= 0 {
          cycles[position] -= 1
          if cycles[position] > 0 {
            let other = count - cycles[position]
            (indices[position], indices[other]) = (indices[other], indices[position])
            return true
          }
          let moved = indices[position]
          for index in position..<(count - 1) { indices[index] = indices[index + 1] }
          indices[count - 1] = moved
          cycles[position] = count - position
          position -= 1
        }
        return false
      }, item: { state, index in state.pool[state.indices[index]] })
  }
}
