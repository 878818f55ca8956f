// A thread that may run Python: its record, and the handle that every runtime function gets first.
//
// The record is touched by its own thread only, except `pending`, which others set atomically, and
// what the collector reads in a stop.

import CRuntime

/// Handle of a thread's record. Passed explicitly everywhere: Linux has no fast Swift thread-local.
@frozen public struct ThreadState {
  public let record: UnsafeMutablePointer<ThreadRecord>

  @inlinable @inline(__always) public init(_ record: UnsafeMutablePointer<ThreadRecord>) {
    self.record = record
  }
  @inlinable @inline(__always) public init(_ raw: UnsafeMutableRawPointer) {
    record = raw.assumingMemoryBound(to: ThreadRecord.self)
  }
}

@frozen public struct ThreadRecord {
  /// Reasons to enter the safepoint (`PendingReasons`); set by anybody, atomically.
  public var pending: UInt32 = 0
  /// Number of the heap that this thread allocates from; owner of its objects. Never 0.
  public var owner: UInt32 = 1
  /// Nonzero once a second thread may run: locks, sequences and epochs are needed (R7).
  public var isShared: UInt32 = 0
  /// Depth of Python and native recursion, and `sys.setrecursionlimit`.
  public var depth: Int32 = 0
  public var depthLimit: Int32 = 1000
  /// Lowest stack address that native recursion may reach.
  public var nativeStackLimit: UInt = 0
  /// The register stack: reserved address space that never moves (R6).
  public var stackBase: UnsafeMutablePointer<UInt>
  public var stackLimit: UnsafeMutablePointer<UInt>
  /// Published before anything that can re-enter: first free register above the running window.
  public var stackTop: UnsafeMutablePointer<UInt>
  /// Published with `stackTop`: the running window's registers and the next instruction.
  public var registers: UnsafeMutablePointer<UInt>
  public var programCounter: UnsafeMutablePointer<UInt64>?
  /// The exception in flight while `Raised` is thrown (owned), else unbound.
  public var exception: Value = .unbound
  /// The exception being handled (owned), or None: what a bare `raise` raises.
  public var handled: Value = .none
  /// Objects at count zero that wait for destruction, and values displaced under a lock.
  public var pendingReleases: PendingReleases
  /// Cache of type lookups (`TypeLookup`), made on first use.
  public var typeCache: UnsafeMutablePointer<TypeCacheEntry>?
  /// Containers whose repr is being made.
  public var activeReprs = ActiveReprs()
}

/// Why `pending` is nonzero.
package struct PendingReasons {
  package static let stop: UInt32 = 1
  package static let giveUpGIL: UInt32 = 2
  package static let epoch: UInt32 = 4
  package static let merge: UInt32 = 8
  package static let signal: UInt32 = 16
  package static let asyncException: UInt32 = 32
  package static let pendingRelease: UInt32 = 64
}

/// The error of every function that can raise a Python exception. The exception itself rests in
/// `ThreadRecord.exception`, so that throwing costs one register.
@frozen public struct Raised: Error {
  @inlinable @inline(__always) public init() {}
}

extension ThreadState {
  @inlinable @inline(__always) public var owner: UInt32 { record.pointee.owner }
  /// False while one thread exists: locks, sequence words and epochs can be skipped (R7).
  @inlinable @inline(__always) public var isShared: Bool { record.pointee.isShared != 0 }

  /// The calling OS thread's state, for code that can't be handed one (signal handlers, callbacks).
  package static var current: ThreadState? {
    guard let raw = racer_current_thread() else { return nil }
    return ThreadState(raw)
  }
}
