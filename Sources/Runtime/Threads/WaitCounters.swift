// How often and how long threads waited for each other, for `racer compare`.
//
// Counted in slow paths only, and only when asked for before the first script thread. Each thread
// adds to its own record, and only it does, so an add is a load and a store; the total is read while
// others may run still. Both are relaxed: the numbers order nothing. Records of ended threads keep
// their counts, and so does whoever uses the record next.

import CRuntime

/// What a thread may wait for.
package enum WaitReason: Int, CaseIterable {
  /// The lock in an object's header.
  case objectLock
  /// A lock that a script made, or an import's.
  case blockingLock
  /// A turn in GIL mode.
  case globalLock
  /// Not waiting, but making all others wait: the time from asking to letting go.
  case stop
}

@frozen public struct WaitCounters {
  /// Count and nanoseconds of each `WaitReason`.
  public var words: (UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64) =
    (0, 0, 0, 0, 0, 0, 0, 0)

  public init() {}

  /// Set before there are threads, never changed afterwards.
  nonisolated(unsafe) package private(set) static var isCounting = false

  package static func startCounting() { isCounting = true }

  /// The time, if anybody wants to know it.
  @inline(__always) static func start() -> Int64 { isCounting ? racer_now() : 0 }

  /// Notes a wait that began at `start`.
  @inline(__always) static func note(
    _ reason: WaitReason, _ thread: ThreadState, since start: Int64
  ) {
    if start != 0 { add(reason, thread, UInt64(max(0, racer_now() - start))) }
  }

  @inline(never) private static func add(
    _ reason: WaitReason, _ thread: ThreadState, _ nanoseconds: UInt64
  ) {
    let count = thread.record.waitCounterAddress(reason)
    let time = count + MemoryLayout<UInt64>.size
    racer_store_relaxed_u64(count, racer_load_relaxed_u64(count) + 1)
    racer_store_relaxed_u64(time, racer_load_relaxed_u64(time) + nanoseconds)
  }

  /// The sum over all threads there ever were.
  package static func total(_ reason: WaitReason) -> (count: UInt64, nanoseconds: UInt64) {
    var sum: (count: UInt64, nanoseconds: UInt64) = (0, 0)
    var next = ThreadRegistry.first
    while let record = next {
      let count = record.waitCounterAddress(reason)
      sum.count += racer_load_relaxed_u64(count)
      sum.nanoseconds += racer_load_relaxed_u64(count + MemoryLayout<UInt64>.size)
      next = record.pointee.nextRecord
    }
    return sum
  }
}

extension UnsafeMutablePointer where Pointee == ThreadRecord {
  fileprivate func waitCounterAddress(_ reason: WaitReason) -> UnsafeMutableRawPointer {
    let offset = MemoryLayout<ThreadRecord>.offset(of: \.waitCounters).unsafelyUnwrapped
    return UnsafeMutableRawPointer(self) + offset + reason.rawValue * 2 * MemoryLayout<UInt64>.size
  }
}
