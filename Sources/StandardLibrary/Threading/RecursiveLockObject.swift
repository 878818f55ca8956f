// _thread.RLock: the thread that holds it may acquire it again.
//
// `owner` and `depth` are the holder's, except that others compare `owner` with their own number,
// which can't be a false match.

import CRuntime
import Runtime

package struct RecursiveLockBody {
  package var header: Header
  /// The `BlockingLock`'s byte.
  var lock: UInt64
  /// `get_ident` of the holder, or 0; atomic.
  var owner: UInt
  var depth: Int
}

package struct RecursiveLockObject {
  let body: UnsafeMutablePointer<RecursiveLockBody>

  init(_ value: Value) { body = value.reference.body(RecursiveLockBody.self) }

  nonisolated(unsafe) static var type = TypeObject(bits: 0)

  /// `get_ident` of who holds a lock, for `StackDump`; 0 for other objects.
  static func holder(_ object: Value) -> UInt {
    object.type.bits == type.bits ? RecursiveLockObject(object).owner : 0
  }

  private var raw: UnsafeMutableRawPointer { UnsafeMutableRawPointer(body) }
  var lock: BlockingLock { BlockingLock(raw + MemoryLayout<Header>.size) }
  var owner: UInt {
    get { racer_load_relaxed_word(raw + MemoryLayout<Header>.size + 8) }
    nonmutating set { racer_store_relaxed_word(raw + MemoryLayout<Header>.size + 8, newValue) }
  }
  func isOwned(by thread: ThreadState) -> Bool { owner == thread.ident }

  /// Takes the lock, or one more level of it. False at the deadline; a nil one means only to try.
  func acquire(_ thread: ThreadState, until deadline: Int64?) throws(Raised) -> Bool {
    if isOwned(by: thread) {
      body.pointee.depth += 1
      return true
    }
    let isTaken: Bool
    if let deadline {
      isTaken = try lock.acquire(thread, until: deadline)
    } else {
      isTaken = lock.tryAcquire()
    }
    if isTaken {
      owner = thread.ident
      body.pointee.depth = 1
    }
    return isTaken
  }

  func release(_ thread: ThreadState) throws(Raised) {
    guard isOwned(by: thread) else {
      throw thread.raise(.runtimeError, "cannot release un-acquired lock")
    }
    body.pointee.depth -= 1
    if body.pointee.depth == 0 {
      owner = 0
      lock.release()
    }
  }
}

extension RecursiveLockObject {
  static let definition = TypeDefinition(
    name: "_thread.RLock", size: MemoryLayout<RecursiveLockBody>.size,
    flags: TypeFlags.isBaseType,
    doc: "A lock that its holder may acquire again, and must release as often.",
    slots: [.new(new), .repr(repr)],
    methods: [
      Method("acquire(blocking=True, timeout=-1)", acquire, LockObject.acquireDoc),
      Method("release()", release, "Give up one level; the last one frees the lock."),
      Method("__enter__()", enter, "Acquire the lock."),
      Method("__exit__(*args)", exit, "Release the lock."),
      Method("_is_owned()", isOwned, "Whether the calling thread holds the lock."),
      Method("_acquire_restore(state, /)", restore, "Acquire as often as _release_save() told."),
      Method("_release_save()", save, "Release all levels, and return what restores them."),
      Method("_recursion_count()", recursionCount, "Levels that the calling thread holds."),
      Method("_at_fork_reinit()", reset, "Make the lock free, in a forked child."),
    ])

  static func new(thread: ThreadState, type: Value, arguments: Arguments) throws(Raised) -> Value {
    let body = try thread.allocateInstance(TypeObject(type), RecursiveLockBody.self)
    return Value(Reference(UnsafeMutableRawPointer(body)))
  }

  static func acquire(thread: ThreadState, self value: Value, blocking: Value, timeout: Value)
    throws(Raised) -> Value
  {
    let deadline = try LockTimeout.deadline(thread, blocking: blocking, timeout: timeout)
    return Value(try RecursiveLockObject(value).acquire(thread, until: deadline))
  }

  static func release(thread: ThreadState, self value: Value) throws(Raised) -> Value {
    try RecursiveLockObject(value).release(thread)
    return .none
  }

  static func enter(thread: ThreadState, self value: Value) throws(Raised) -> Value {
    Value(try RecursiveLockObject(value).acquire(thread, until: Scheduler.forever))
  }

  static func exit(thread: ThreadState, self value: Value, arguments: Arguments) throws(Raised)
    -> Value
  {
    try release(thread: thread, self: value)
  }

  static func isOwned(thread: ThreadState, self value: Value) throws(Raised) -> Value {
    Value(RecursiveLockObject(value).isOwned(by: thread))
  }

  static func save(thread: ThreadState, self value: Value) throws(Raised) -> Value {
    let object = RecursiveLockObject(value)
    guard object.isOwned(by: thread) else {
      throw thread.raise(.runtimeError, "cannot release un-acquired lock")
    }
    let depth = Value(small: object.body.pointee.depth)
    let owner = try thread.integer(object.owner)
    let state = try thread.tuple(depth, owner)
    object.body.pointee.depth = 0
    object.owner = 0
    object.lock.release()
    return state
  }

  static func restore(thread: ThreadState, self value: Value, state: Value) throws(Raised) -> Value
  {
    guard state.isExactly(.tuple), TupleObject(state).count == 2 else {
      throw thread.raise(.typeError, "_acquire_restore() takes a tuple of count and owner")
    }
    let depth = try thread.index(TupleObject(state)[0])
    let object = RecursiveLockObject(value)
    _ = try object.lock.acquire(thread)
    object.owner = thread.ident
    object.body.pointee.depth = depth
    return .none
  }

  static func recursionCount(thread: ThreadState, self value: Value) throws(Raised) -> Value {
    let object = RecursiveLockObject(value)
    return Value(small: object.isOwned(by: thread) ? object.body.pointee.depth : 0)
  }

  static func reset(thread: ThreadState, self value: Value) throws(Raised) -> Value {
    let object = RecursiveLockObject(value)
    object.owner = 0
    object.body.pointee.depth = 0
    object.lock.resetAfterFork()
    return .none
  }

  static func repr(thread: ThreadState, self value: Value) throws(Raised) -> Value {
    let object = RecursiveLockObject(value)
    let owner = object.owner
    let state = owner == 0 ? "unlocked" : "locked"
    let depth = owner == 0 ? 0 : object.body.pointee.depth
    let address = String(value.reference.bits, radix: 16)
    return try thread.string(
      "<\(state) \(value.type.qualifiedText) object owner=\(owner) count=\(depth) at 0x\(address)>")
  }
}
