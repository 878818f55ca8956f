// Values that belong to one thread each (`threading.local`).
//
// An owner, a Python object with a key that is never used again, keeps a value for each thread that
// asked for one and counts it. The thread has a table from keys to the same values, uncounted and
// touched by nobody else: reading needs no lock. A stale key, of an owner that is gone, is never
// asked for.
//
// When a thread ends, it asks each owner to give up its value. The registry of living owners is what
// it finds them by: an owner is entered when it is made and taken out, under the mutex, before its
// memory is freed, so that under the mutex its header can be looked at, and `tryCount` says whether
// it is still alive (R2, R3).

import CRuntime
import Glibc

/// A thread's table: open addressing, keys count from 1.
@frozen public struct ThreadLocals {
  var keys: UnsafeMutablePointer<UInt64>
  var values: UnsafeMutablePointer<UInt>
  var capacity: Int
  var count = 0

  init(capacity: Int) {
    self.capacity = capacity
    keys = .allocate(capacity: capacity)
    keys.initialize(repeating: 0, count: capacity)
    values = .allocate(capacity: capacity)
    values.initialize(repeating: 0, count: capacity)
  }

  private func place(_ key: UInt64) -> Int {
    var index = Int(truncatingIfNeeded: key &* 0x9E37_79B9_7F4A_7C15 >> 32) & (capacity - 1)
    while keys[index] != 0 && keys[index] != key { index = (index + 1) & (capacity - 1) }
    return index
  }

  func value(_ key: UInt64) -> Value? {
    let index = place(key)
    return keys[index] == key && values[index] != 0 ? Value(bits: values[index]) : nil
  }

  mutating func set(_ key: UInt64, _ bits: UInt) {
    if count * 2 >= capacity { grow() }
    let index = place(key)
    if keys[index] == 0 { count += 1 }
    keys[index] = key
    values[index] = bits
  }

  private mutating func grow() {
    var larger = ThreadLocals(capacity: capacity * 2)
    for index in 0..<capacity where keys[index] != 0 && values[index] != 0 {
      larger.set(keys[index], values[index])
    }
    deallocate()
    self = larger
  }

  func deallocate() {
    keys.deallocate()
    values.deallocate()
  }
}

extension ThreadState {
  /// The thread's value of an owner, borrowed; nil if there is none.
  package func threadLocal(_ key: UInt64) -> Value? {
    record.pointee.scheduling.locals?.pointee.value(key)
  }

  /// Notes a value that the owner counts; unbound forgets it.
  package func setThreadLocal(_ key: UInt64, _ value: Value) {
    if record.pointee.scheduling.locals == nil {
      let table = UnsafeMutablePointer<ThreadLocals>.allocate(capacity: 1)
      table.initialize(to: ThreadLocals(capacity: 8))
      record.pointee.scheduling.locals = table
    }
    record.pointee.scheduling.locals?.pointee.set(key, value.isUnbound ? 0 : value.bits)
  }

  /// Takes the keys that the thread has values of, and forgets the values.
  package func takeThreadLocalKeys() -> [UInt64] {
    guard let table = record.pointee.scheduling.locals else { return [] }
    record.pointee.scheduling.locals = nil
    var keys: [UInt64] = []
    for index in 0..<table.pointee.capacity where table.pointee.values[index] != 0 {
      keys.append(table.pointee.keys[index])
    }
    table.pointee.deallocate()
    table.deallocate()
    return keys
  }
}

/// The living owners.
package enum ThreadLocalOwners {
  nonisolated(unsafe) private static var owners: [UInt64: UInt] = [:]
  nonisolated(unsafe) private static var lastKey: UInt64 = 0
  private static var mutex: UnsafeMutablePointer<UInt32> { processWord(RACER_LOCALS_MUTEX) }

  /// A key for a new owner, whom others can take from now on.
  package static func register(_ owner: Reference, _ thread: ThreadState) -> UInt64 {
    thread.makeTakeable(owner)
    RawMutex.lock(mutex)
    defer { RawMutex.unlock(mutex) }
    lastKey += 1
    owners[lastKey] = owner.bits
    return lastKey
  }

  /// Before the owner's memory is freed.
  package static func unregister(_ key: UInt64) {
    RawMutex.lock(mutex)
    owners[key] = nil
    RawMutex.unlock(mutex)
  }

  /// The owner with a count taken, or nil if it is gone or dying.
  package static func take(_ key: UInt64, _ thread: ThreadState) -> Value? {
    RawMutex.lock(mutex)
    defer { RawMutex.unlock(mutex) }
    guard let bits = owners[key] else { return nil }
    let owner = Reference(bits: bits)
    return thread.tryCount(owner) ? Value(owner) : nil
  }
}
