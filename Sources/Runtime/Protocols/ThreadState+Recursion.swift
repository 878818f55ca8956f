// Guards against endless recursion: of native code, and of the repr of a container in itself.

import CRuntime

/// The containers whose repr is being made by a thread, innermost last.
@frozen public struct ActiveReprs {
  var words: UnsafeMutablePointer<UInt>?
  var count = 0
  var capacity = 0

  @usableFromInline package init() {}

  func contains(_ word: UInt) -> Bool {
    for index in 0..<count where words.unsafelyUnwrapped[index] == word { return true }
    return false
  }

  mutating func append(_ word: UInt) {
    if count == capacity { grow() }
    words.unsafelyUnwrapped[count] = word
    count += 1
  }

  private mutating func grow() {
    let larger = UnsafeMutablePointer<UInt>.allocate(capacity: max(16, capacity * 2))
    if let words {
      larger.update(from: words, count: count)
      words.deallocate()
    }
    words = larger
    capacity = max(16, capacity * 2)
  }
}

extension ThreadState {
  /// False where this container's repr is being made already further up: print `[...]` then.
  package func enterRepr(_ value: Value) -> Bool {
    let word = value.bits & ~8
    if record.pointee.activeReprs.contains(word) { return false }
    record.pointee.activeReprs.append(word)
    return true
  }

  package func leaveRepr(_ value: Value) {
    record.pointee.activeReprs.count -= 1
  }

  /// Counts one level of native recursion. RecursionError past the limit, or where the native
  /// stack runs out; `location` ends its message.
  @inline(__always) package func enterRecursion(_ location: StaticString = "") throws(Raised) {
    record.pointee.depth &+= 1
    if record.pointee.depth > record.pointee.depthLimit
      || racer_frame_address() < record.pointee.nativeStackLimit
    {
      throw raiseRecursionError(location)
    }
  }

  @inline(__always) package func leaveRecursion() {
    record.pointee.depth &-= 1
  }

  /// The level that failed is not entered. Making the error itself gets some room.
  @inline(never) package func raiseRecursionError(_ location: StaticString = "") -> Raised {
    record.pointee.depth &-= 1
    let limit = record.pointee.depthLimit
    let stackLimit = record.pointee.nativeStackLimit
    record.pointee.depthLimit = limit &+ 50
    record.pointee.nativeStackLimit = stackLimit &- min(stackLimit, 64 << 10)
    defer {
      record.pointee.depthLimit = limit
      record.pointee.nativeStackLimit = stackLimit
    }
    return raise(.recursionError, "maximum recursion depth exceeded\(location)")
  }
}
