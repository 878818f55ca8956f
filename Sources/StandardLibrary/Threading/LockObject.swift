// _thread.lock: a lock that any thread may release.

import Runtime

package struct LockBody {
  package var header: Header
  /// The `BlockingLock`'s byte.
  var lock: UInt64
}

package struct LockObject {
  let body: UnsafeMutablePointer<LockBody>

  init(_ value: Value) { body = value.reference.body(LockBody.self) }

  var lock: BlockingLock {
    BlockingLock(UnsafeMutableRawPointer(body) + MemoryLayout<Header>.size)
  }

  nonisolated(unsafe) static var type = TypeObject(bits: 0)

  static func make(_ thread: ThreadState) throws(Raised) -> Value {
    let body = try thread.allocate(type, LockBody.self)
    return Value(Reference(UnsafeMutableRawPointer(body)))
  }
}

extension LockObject {
  static let definition = TypeDefinition(
    name: "_thread.lock", size: MemoryLayout<LockBody>.size,
    doc: """
      A lock: at most one thread holds it, and whoever acquires it meanwhile waits.

      Any thread may release it. With a lock as context manager the block holds it.
      """,
    slots: [.new(new), .repr(repr)],
    methods: [
      Method("acquire(blocking=True, timeout=-1)", acquire, acquireDoc),
      Method("acquire_lock(blocking=True, timeout=-1)", acquire, "The same as acquire()."),
      Method("release()", release, "Release the lock; a thread that waits gets it."),
      Method("release_lock()", release, "The same as release()."),
      Method("locked()", isLocked, "Whether some thread holds the lock."),
      Method("locked_lock()", isLocked, "The same as locked()."),
      Method("__enter__()", enter, "Acquire the lock."),
      Method("__exit__(*args)", exit, "Release the lock."),
      Method("_at_fork_reinit()", reset, "Make the lock free, in a forked child."),
    ])

  static let acquireDoc: StaticString = """
    Acquire the lock, and return whether it was acquired.

    Without blocking it only tries. A timeout in seconds bounds the wait; -1 means no bound.
    """

  static func new(thread: ThreadState, type: Value, arguments: Arguments) throws(Raised) -> Value {
    guard arguments.count == 0, arguments.keywordCount == 0 else {
      throw thread.raise(.typeError, "lock() takes no arguments")
    }
    return try make(thread)
  }

  static func acquire(thread: ThreadState, self value: Value, blocking: Value, timeout: Value)
    throws(Raised) -> Value
  {
    let lock = LockObject(value).lock
    guard let deadline = try LockTimeout.deadline(thread, blocking: blocking, timeout: timeout)
    else { return Value(lock.tryAcquire()) }
    return Value(try lock.acquire(thread, until: deadline))
  }

  static func release(thread: ThreadState, self value: Value) throws(Raised) -> Value {
    let lock = LockObject(value).lock
    guard lock.isLocked else { throw thread.raise(.runtimeError, "release unlocked lock") }
    lock.release()
    return .none
  }

  static func isLocked(thread: ThreadState, self value: Value) throws(Raised) -> Value {
    Value(LockObject(value).lock.isLocked)
  }

  static func enter(thread: ThreadState, self value: Value) throws(Raised) -> Value {
    Value(try LockObject(value).lock.acquire(thread))
  }

  static func exit(thread: ThreadState, self value: Value, arguments: Arguments) throws(Raised)
    -> Value
  {
    try release(thread: thread, self: value)
  }

  static func reset(thread: ThreadState, self value: Value) throws(Raised) -> Value {
    LockObject(value).lock.resetAfterFork()
    return .none
  }

  static func repr(thread: ThreadState, self value: Value) throws(Raised) -> Value {
    let state = LockObject(value).lock.isLocked ? "locked" : "unlocked"
    let address = String(value.reference.bits, radix: 16)
    return try thread.string("<\(state) \(value.type.qualifiedText) object at 0x\(address)>")
  }
}
