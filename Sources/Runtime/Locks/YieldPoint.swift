// Forced interleavings: between every two steps of the lock-free protocols stands a `yieldPoint()`.
// Builds with `-Xswiftc -DRACER_STRESS` give the processor away there at random; others nothing.

import CRuntime

@inlinable @inline(__always) public func yieldPoint() {
  #if RACER_STRESS
    racer_yield_point()
  #endif
}
