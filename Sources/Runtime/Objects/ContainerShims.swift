// Stand-ins for the lock and reclamation helpers until they land.

import CRuntime
import Glibc

extension ThreadState {
  @inline(__always) func lock(_ reference: Reference) {}
  @inline(__always) func unlock(_ reference: Reference) {}
  @inline(__always) func lockPair(_ a: Reference, _ b: Reference) {}
  @inline(__always) func unlockPair(_ a: Reference, _ b: Reference) {}
  @inline(__always) func tryRetain(_ slot: UnsafeMutablePointer<Value>) -> Value? {
    retain(slot.pointee)
  }
  @inline(__always) func moveWords(
    from source: UnsafePointer<UInt>, to target: UnsafeMutablePointer<UInt>, count: Int
  ) { memmove(target, source, count &* 8) }
}

struct SequenceWord {
  let address: UnsafeMutablePointer<UInt64>
  @inline(__always) init(_ address: UnsafeMutablePointer<UInt64>) { self.address = address }
  @inline(__always) func beginRead() -> UInt64? { 0 }
  @inline(__always) func isUnchanged(since value: UInt64) -> Bool { true }
  @inline(__always) func beginWrite(_ thread: ThreadState) {}
  @inline(__always) func endWrite(_ thread: ThreadState) {}
}
