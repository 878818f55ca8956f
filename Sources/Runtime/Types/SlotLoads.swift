// Reference fields outside of containers: loads that others' stores may race with, and values that
// somebody may still be reading without a count.

import CRuntime

extension ThreadState {
  /// The value of a field with a count taken, or nil: take the owner's lock instead (R4).
  @inline(__always) func loadShared(_ slot: UnsafeMutablePointer<UInt>) -> Value? {
    tryRetain(UnsafeMutableRawPointer(slot).assumingMemoryBound(to: Value.self))
  }

  /// Releases a value that was replaced in a field that others read without counting, once they all
  /// have passed a quiescent point (Reclamation/Epoch.swift). So who reads such a field keeps nothing
  /// of it beyond a safepoint or a wait, or else counts it (`loadSlot`).
  func retireValue(_ value: Value) {
    guard isShared, value.isCounted else { return release(value) }
    retire(RetiredMemory(count: value.reference))
  }
}
