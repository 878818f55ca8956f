// Stand-ins for the lock and reclamation helpers until they land.

import CRuntime

extension ThreadState {
  @inline(__always) func lock(_ reference: Reference) {}
  @inline(__always) func unlock(_ reference: Reference) {}
  @inline(__always) func lock(_ a: Reference, _ b: Reference) {}
  @inline(__always) func unlock(_ a: Reference, _ b: Reference) {}
  @inline(__always) func tryRetain(_ value: Value) -> Bool {
    retain(value)
    return true
  }
  @inline(__always) func loadShared(_ slot: UnsafeMutablePointer<UInt>) -> Value? {
    let bits = racer_load_acquire_word(slot)
    guard tryRetain(Value(bits: bits)) else { return nil }
    if racer_load_acquire_word(slot) == bits { return Value(bits: bits) }
    releaseLater(Value(bits: bits))
    return nil
  }
}
