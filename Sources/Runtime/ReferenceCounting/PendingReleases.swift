// Values whose release has to wait: displaced under a lock (R3), or children of an object in
// destruction, so that nested destruction does not recurse on the native stack.

import Glibc

@frozen public struct PendingReleases {
  var values: UnsafeMutablePointer<UInt>?
  var count = 0
  var capacity = 0

  package init() {}

  @inline(__always) package var isEmpty: Bool { count == 0 }

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

  private mutating func grow() {
    capacity = max(64, capacity * 2)
    values = realloc(values, capacity * MemoryLayout<UInt>.stride)
      .bindMemory(to: UInt.self, capacity: capacity)
  }
}
