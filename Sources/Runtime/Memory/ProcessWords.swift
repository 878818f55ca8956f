// The process-wide atomic words (CRuntime/HeapGlobals.h), each on a cache line of its own.

import CRuntime

@inline(__always) func processWord(_ index: Int) -> UnsafeMutablePointer<UInt32> {
  racer_word(index).assumingMemoryBound(to: UInt32.self)
}
@inline(__always) func processLongWord(_ index: Int) -> UnsafeMutablePointer<UInt64> {
  racer_word(index).assumingMemoryBound(to: UInt64.self)
}
