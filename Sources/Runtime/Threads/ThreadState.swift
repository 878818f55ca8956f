// A thread that may run Python: its record, and the handle that every runtime function gets first.
//
// The record is touched by its own thread only, except for the atomic fields at its start, which
// others set (`pending`, `runState` in a stop, `parkWord`, `waitState`), and what the collector
// reads in a stop. Records are never freed, so that a late `pending` bit or wake-up from another
// thread is at worst spurious.

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
  // Others use these atomically, at offsets that the layout tests assert; `owner` is our own.
  /// Number of the heap that this thread allocates from; owner of its objects. Never 0.
  public var owner: UInt32 = 1
  /// Reasons to enter the safepoint (`PendingReasons`); set by anybody, atomically.
  public var pending: UInt32 = 0
  /// Nonzero once a second thread may run: locks, sequences and epochs are needed (R7).
  public var isShared: UInt32 = 0
  /// `RunState`: detached, attached, stopped or free.
  public var runState: UInt32 = 0
  /// Changes with each wake-up: what a blocked thread sleeps on.
  public var parkWord: UInt32 = 0
  /// `WaitState` of the thread in the parking lot.
  public var waitState: UInt32 = 0
  /// The last epoch seen while attached, else 0 (Reclamation/Epoch.swift).
  public var epoch: UInt64 = 0

  /// All records in one list, that others walk at any time: set once, never again.
  public var nextRecord: UnsafeMutablePointer<ThreadRecord>?
  /// Free lists of the thread's heap, and the heap.
  public var freeLists: UnsafeMutablePointer<UInt>
  public var heap: UnsafeMutablePointer<Heap>
  /// Debug builds: object locks held; nonzero means a commit is open (R5).
  public var locksHeld: Int32 = 0
  /// Nonzero while an object is being taken apart: others that die are queued.
  public var isDestroying: Int32 = 0
  /// Objects at count zero that wait for destruction, and values displaced under a lock.
  public var pendingReleases = PendingReleases()
  public var scheduling = SchedulingState()

  /// Depth of Python and native recursion, and `sys.setrecursionlimit`.
  public var depth: Int32 = 0
  public var depthLimit: Int32 = 1000
  /// Lowest stack address that native recursion may reach.
  public var nativeStackLimit: UInt = 0
  /// The register stack: reserved address space that never moves (R6).
  public var stackBase: UnsafeMutablePointer<UInt>
  public var stackLimit: UnsafeMutablePointer<UInt>
  /// Published before anything that can re-enter: the running window's registers, and the next
  /// instruction.
  public var registers: UnsafeMutablePointer<UInt>
  public var programCounter: UnsafeMutablePointer<UInt64>?
  /// What an instruction displaced that has a lock to give back first (`Outcome.unlocking`), or 0.
  public var displaced: UInt = 0
  /// The exception in flight while `Raised` is thrown (owned), else unbound.
  public var exception: Value = .unbound
  /// The exception being handled (owned), or None: what a bare `raise` raises.
  public var handled: Value = .none
  /// Cache of type lookups (`TypeLookup`), made on first use.
  public var typeCache: UnsafeMutablePointer<TypeCacheEntry>?
  /// What inline caches of several classes' attributes held (`AttributeTable`), made on first use.
  public var attributeTable: UnsafeMutablePointer<AttributeTableEntry>?
  public var attributeTableHits: UInt32 = 0
  /// Objects counted in their shared half (`DynamicDeferral`), made on first use.
  public var foreignCounts: UnsafeMutablePointer<ForeignCountEntry>?
  /// Containers whose repr is being made.
  public var activeReprs = ActiveReprs()
  /// The activation that just ended was a generator's and ended with `yield`, not with `return`.
  public var didYield = false
  public var waitCounters = WaitCounters()
  /// End of a window that arguments are being bound into, above the running one: frames that native
  /// code pushes meanwhile begin behind it (`Interpreter.reserving`).
  public var reservedTop: UnsafeMutablePointer<UInt>

  init(heap: UnsafeMutablePointer<Heap>, stack: RegisterStack) {
    self.heap = heap
    freeLists = heap.lists
    stackBase = stack.base
    stackLimit = stack.limit
    registers = stack.base
    reservedTop = stack.base
  }
}

extension UnsafeMutablePointer where Pointee == ThreadRecord {
  private var raw: UnsafeMutableRawPointer { UnsafeMutableRawPointer(self) }
  var pendingAddress: UnsafeMutableRawPointer { raw + 4 }
  var runStateAddress: UnsafeMutableRawPointer { raw + 12 }
  var parkWordAddress: UnsafeMutableRawPointer { raw + 16 }
  var waitStateAddress: UnsafeMutableRawPointer { raw + 20 }
  var epochAddress: UnsafeMutableRawPointer { raw + 24 }
  var identAddress: UnsafeMutableRawPointer {
    raw + MemoryLayout<ThreadRecord>.offset(of: \.scheduling.ident).unsafelyUnwrapped
  }

  func setPending(_ reasons: UInt32) { _ = racer_or_acqrel_u32(pendingAddress, reasons) }
  func clearPending(_ reasons: UInt32) { _ = racer_and_acqrel_u32(pendingAddress, ~reasons) }
}

enum RunState {
  /// Blocked or in a foreign call: touches no object. A stop may make it `stopped`.
  static var detached: UInt32 { 0 }
  static var attached: UInt32 { 1 }
  /// Held by a stop, until it ends.
  static var stopped: UInt32 { 2 }
  /// The record belongs to no thread.
  static var free: UInt32 { 3 }
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
  package static let collect: UInt32 = 128
}

/// The error of every function that can raise a Python exception. The exception itself rests in
/// `ThreadRecord.exception`, so that throwing costs one register.
@frozen public struct Raised: Error {
  @inlinable @inline(__always) public init() {}
}

extension ThreadState {
  @inlinable @inline(__always) public var owner: UInt32 { record.pointee.owner }
  /// False while one thread exists, and in GIL mode: locks, sequence words and epochs can be skipped
  /// (R7, R10).
  @inlinable @inline(__always) public var isShared: Bool { record.pointee.isShared != 0 }

  /// The calling OS thread's state, for code that can't be handed one (signal handlers, callbacks).
  package static var current: ThreadState? {
    guard let raw = racer_current_thread() else { return nil }
    return ThreadState(raw)
  }
}
