// Reference fields outside of containers: loads that others' stores may race with, and values that
// somebody may still be reading without a count.

import CRuntime

extension ThreadState {
  /// The value of a field with a count taken, or nil: take the owner's lock instead (R4).
  @inline(__always) func loadShared(_ slot: UnsafeMutablePointer<UInt>) -> Value? {
    tryRetain(UnsafeMutableRawPointer(slot).assumingMemoryBound(to: Value.self))
  }

  /// Releases a value that was replaced in a field that others read without counting. While several
  /// threads run it is kept for good: such replacements (`__dict__`, `__defaults__`) are rare.
  func retireValue(_ value: Value) {
    if !isShared { release(value) }
  }
}
