import CRuntime
import Glibc

@testable import Runtime

/// Threads of the runtime for tests, and object types made by hand: these tests need nothing above
/// the concurrency base.
enum Fixture {
  /// The runtime's main thread, which stays detached.
  private static let isStarted: Bool = {
    if ThreadRegistry.first != nil { return true }
    onNewOSThread {
      ThreadState.startMain().detach()
    }
    return true
  }()

  /// Held by the test that runs.
  nonisolated(unsafe) private static let turn: UnsafeMutablePointer<pthread_mutex_t> = {
    let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    pthread_mutex_init(mutex, nil)
    return mutex
  }()

  /// Runs a test's body in a fresh thread of the runtime, attached, and waits for its end. Tests take
  /// turns: where one waits without reaching a safepoint, another's stop would never come about.
  static func withThread<Result>(_ body: @escaping (ThreadState) throws -> Result) throws -> Result
  {
    pthread_mutex_lock(turn)
    defer { pthread_mutex_unlock(turn) }
    return try withAnotherThread(body)
  }

  /// The same for one more thread of a test.
  static func withAnotherThread<Result>(
    _ body: @escaping (ThreadState) throws -> Result
  ) throws -> Result {
    precondition(isStarted)
    var outcome: Swift.Result<Result, any Error>?
    onNewOSThread {
      guard let thread = ThreadState.adoptForeignThread() else { fatalError("no thread") }
      outcome = Swift.Result { try body(thread) }
      thread.finishThread()
    }
    return try outcome!.get()
  }

  private final class Job {
    let body: () -> Void
    let done = UnsafeMutablePointer<UInt32>.allocate(capacity: 1)
    init(_ body: @escaping () -> Void) {
      self.body = body
      done.initialize(to: 0)
    }
  }

  private static func onNewOSThread(_ body: @escaping () -> Void) {
    let job = Job(body)
    let error = racer_start_thread(
      { raw in
        let job = Unmanaged<Job>.fromOpaque(raw!).takeRetainedValue()
        job.body()
        racer_store_release_u32(job.done, 1)
        racer_futex_wake(job.done, 1)
        return nil
      }, Unmanaged.passRetained(job).toOpaque(), 0, nil)
    precondition(error == 0)
    while racer_load_acquire_u32(job.done) == 0 { _ = racer_futex_wait(job.done, 0, -1) }
  }
}

/// A container with one counted field.
struct TestNode {
  var header: Header
  var next: Value
  var payload: UInt
}

enum TestType {
  nonisolated(unsafe) static let node = make(
    flags: TypeFlags.isContainer,
    visit: { reference, visitor in visitor.counted(&reference.body(TestNode.self).pointee.next) },
    dispose: { _, reference in note(reference) })
  nonisolated(unsafe) static let leaf = make(flags: 0, dispose: { _, reference in note(reference) })
  /// Its finalizer keeps the object alive, once.
  nonisolated(unsafe) static let phoenix = make(
    flags: TypeFlags.isContainer, dispose: { _, reference in note(reference) },
    finalize: { thread, value in
      let node = value.reference.body(TestNode.self)
      let keeper = UnsafeMutablePointer<Value>(bitPattern: node.pointee.payload)
      keeper?.pointee = thread.retain(value)
    })

  /// Every object's `payload` names a counter of deaths, or is 0.
  private static func note(_ reference: Reference) {
    let payload = reference.body(TestNode.self).pointee.payload
    if let counter = UnsafeMutablePointer<UInt64>(bitPattern: payload) {
      _ = racer_add_relaxed_u64(counter, 1)
    }
  }

  private static func make(
    flags: UInt32, visit: VisitFunction? = nil, dispose: DisposeFunction? = nil,
    finalize: FinalizeFunction? = nil
  ) -> TypeObject {
    let raw = calloc(1, MemoryLayout<TypeBody>.size + 16)!
    let body = raw.assumingMemoryBound(to: TypeBody.self)
    let slots = UnsafeMutablePointer<UnsafeRawPointer?>.allocate(capacity: Slot.count)
    slots.initialize(repeating: nil, count: Slot.count)
    slots[Slot.finalize.rawValue] = finalize.map { unsafeBitCast($0, to: UnsafeRawPointer.self) }
    body.pointee.flags = flags
    body.pointee.visit = visit.map { unsafeBitCast($0, to: UnsafeRawPointer.self) }
    body.pointee.dispose = dispose.map { unsafeBitCast($0, to: UnsafeRawPointer.self) }
    body.pointee.slots = slots
    return TypeObject(bits: UInt(bitPattern: raw))
  }
}

extension ThreadState {
  func makeNode(_ type: TypeObject = TestType.node, next: Value = .none, payload: UInt = 0) throws
    -> Value
  {
    let node = try allocate(type, TestNode.self)
    node.pointee.next = next
    node.pointee.payload = payload
    return Value(Reference(UnsafeMutableRawPointer(node)))
  }

  /// Runs a body in another thread of the runtime while this one waits, detached.
  func inOtherThread(_ body: @escaping (ThreadState) throws -> Void) throws {
    try whileDetached { () throws in try Fixture.withAnotherThread(body) }
  }
}

/// A counter that deaths are counted in.
final class DeathCounter {
  private let word = UnsafeMutablePointer<UInt64>.allocate(capacity: 1)
  init() { word.initialize(to: 0) }
  deinit { word.deallocate() }
  var address: UInt { UInt(bitPattern: word) }
  var count: Int { Int(racer_load_acquire_u64(word)) }
}
