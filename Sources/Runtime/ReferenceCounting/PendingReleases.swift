// Work that has to wait until no lock is held and no destruction is under way: values displaced
// under a lock, whose release is owed, and objects at count zero (concurrency.md R3).

import CRuntime
import Glibc

/// A stack of words: a reference owes a release; with bit 3 set it names an object at count zero.
@frozen public struct PendingReleases {
  public private(set) var values: UnsafeMutablePointer<UInt>?
  @usableFromInline var count = 0
  @usableFromInline var capacity = 0

  public init() {}

  @inlinable @inline(__always) package var isEmpty: Bool { count == 0 }

  package mutating func append(_ value: Value) {
    if count == capacity { grow() }
    values.unsafelyUnwrapped[count] = value.bits
    count += 1
  }

  package mutating func popLast() -> Value? {
    if count == 0 { return nil }
    count -= 1
    return Value(bits: values.unsafelyUnwrapped[count])
  }

  /// Turns the order of the entries above a height around.
  mutating func reverse(from base: Int) {
    guard let values else { return }
    var low = base
    var high = count - 1
    while low < high {
      (values[low], values[high]) = (values[high], values[low])
      low += 1
      high -= 1
    }
  }

  /// What the stack names, for the collector's roots.
  package func forEach(_ body: (Reference) -> Void) {
    for index in 0..<count { body(Reference(bits: values.unsafelyUnwrapped[index] & ~15)) }
  }

  private mutating func grow() {
    capacity = max(64, capacity * 2)
    values = realloc(values, capacity * MemoryLayout<UInt>.stride)
      .bindMemory(to: UInt.self, capacity: capacity)
  }
}

extension ThreadState {
  /// Puts a value's release off until the locks are free: to the next `drainReleases`.
  @usableFromInline package func releaseLater(_ value: Value) {
    if value.isCounted { record.pointee.pendingReleases.append(value) }
  }

  /// Releases what `releaseLater` put aside. The caller holds no lock.
  @inlinable @inline(__always) package func drainReleases() {
    assertNoLockHeld()
    if !record.pointee.pendingReleases.isEmpty { drainReleasesSlow() }
  }

  @usableFromInline @inline(never) package func drainReleasesSlow() {
    // Within a destruction the loop of `destroy` does it.
    if record.pointee.isDestroying == 0 { drainReleases(above: 0) }
  }

  /// Works the stack off down to a height. Each step may push more.
  func drainReleases(above base: Int) {
    while record.pointee.pendingReleases.count > base,
      let word = record.pointee.pendingReleases.popLast()
    {
      if word.bits & 8 != 0 {
        destroyOne(word.reference)
      } else {
        release(word)
      }
    }
  }
}
