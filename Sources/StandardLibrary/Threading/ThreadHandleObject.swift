// _thread._ThreadHandle: what `threading.Thread` joins.

import Runtime

package struct ThreadHandleBody {
  package var header: Header
  /// A retained `ThreadHandle`.
  var handle: UnsafeMutableRawPointer?
}

package struct ThreadHandleObject {
  let body: UnsafeMutablePointer<ThreadHandleBody>

  init(_ value: Value) { body = value.reference.body(ThreadHandleBody.self) }

  var handle: ThreadHandle {
    Unmanaged<ThreadHandle>.fromOpaque(body.pointee.handle.unsafelyUnwrapped)
      .takeUnretainedValue()
  }

  nonisolated(unsafe) static var type = TypeObject(bits: 0)

  static func make(_ thread: ThreadState) throws(Raised) -> Value {
    let body = try thread.allocate(type, ThreadHandleBody.self)
    body.pointee.handle = Unmanaged.passRetained(ThreadHandle()).toOpaque()
    return Value(Reference(UnsafeMutableRawPointer(body)))
  }
}

extension ThreadHandleObject {
  static let definition = TypeDefinition(
    name: "_thread._ThreadHandle", size: MemoryLayout<ThreadHandleBody>.size,
    doc: "A thread to be joined.",
    slots: [.new(new), .repr(repr)],
    methods: [
      Method("join(timeout=None)", join, "Wait until the thread is done, or for some seconds."),
      Method("is_done()", isDone, "Whether the thread is done."),
      Method("_set_done()", setDone, "Take the thread for done."),
    ],
    getters: [Getter("ident", ident, "The thread's number, or None before its start.")],
    dispose: dispose)

  static func new(thread: ThreadState, type: Value, arguments: Arguments) throws(Raised) -> Value {
    try make(thread)
  }

  static func join(thread: ThreadState, self value: Value, timeout: Value) throws(Raised) -> Value {
    var deadline = Scheduler.forever
    if !timeout.isNone {
      let seconds = try thread.double(from: timeout)
      if seconds >= 0 { deadline = try LockTimeout.deadline(thread, seconds: seconds) }
    }
    let handle = ThreadHandleObject(value).handle
    guard handle.state != .notStarted else {
      throw thread.raise(.runtimeError, "thread not started")
    }
    if handle.ident == thread.ident, !handle.done.isSet {
      throw thread.raise(.runtimeError, "Cannot join current thread")
    }
    thread.record.pointee.scheduling.awaitedThread = handle.ident
    defer { thread.record.pointee.scheduling.awaitedThread = 0 }
    _ = try handle.done.wait(thread, until: deadline)
    return .none
  }

  static func isDone(thread: ThreadState, self value: Value) throws(Raised) -> Value {
    Value(ThreadHandleObject(value).handle.done.isSet)
  }

  static func setDone(thread: ThreadState, self value: Value) throws(Raised) -> Value {
    let handle = ThreadHandleObject(value).handle
    guard handle.state != .notStarted else {
      throw thread.raise(.runtimeError, "thread not started")
    }
    WaitedForThreads.forget(handle, thread)
    handle.done.set()
    return .none
  }

  static func ident(thread: ThreadState, self value: Value) throws(Raised) -> Value {
    let ident = ThreadHandleObject(value).handle.ident
    return ident == 0 ? .none : try thread.integer(ident)
  }

  static func repr(thread: ThreadState, self value: Value) throws(Raised) -> Value {
    try thread.string("<_ThreadHandle object: ident=\(ThreadHandleObject(value).handle.ident)>")
  }

  static func dispose(thread: ThreadState, reference: Reference) {
    if let handle = reference.body(ThreadHandleBody.self).pointee.handle {
      Unmanaged<ThreadHandle>.fromOpaque(handle).release()
    }
  }
}
