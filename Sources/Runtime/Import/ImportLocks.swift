// One lock for each module that is being imported, so that a second thread waits for the first to
// finish, and threads that import different modules don't wait for each other. A thread that would
// wait for itself, through others that wait for it, gets the half-made module instead.

import CRuntime

final class ImportLocks {
  private final class Entry {
    let name: String
    /// Nil between one holder's release and the next one's note that it holds the lock.
    var owner: UnsafeMutablePointer<ThreadRecord>?
    var depth = 1
    var waiters = 0
    let lock: BlockingLock

    init(_ name: String, _ owner: UnsafeMutablePointer<ThreadRecord>) {
      self.name = name
      self.owner = owner
      let byte = UnsafeMutableRawPointer.allocate(byteCount: 8, alignment: 8)
      byte.initializeMemory(as: UInt64.self, to: 0)
      lock = BlockingLock(byte)
    }

    deinit { lock.address.deallocate() }
  }

  nonisolated(unsafe) static let shared = ImportLocks()

  /// Guards the two tables; held for a few lines only.
  private var mutex: UInt8 = 0
  private var entries: [String: Entry] = [:]
  private var waitsFor: [UnsafeMutablePointer<ThreadRecord>: Entry] = [:]

  private func withTables<R>(_ body: () -> R) -> R {
    var expected: UInt8 = 0
    while !racer_cas_acqrel_u8(&mutex, &expected, 1) {
      expected = 0
      racer_pause()
    }
    defer { racer_store_release_u8(&mutex, 0) }
    return body()
  }

  /// Takes a module's import lock. False: waiting would be for ever; go on with what there is.
  func acquire(_ name: String, _ thread: ThreadState) throws(Raised) -> Bool {
    let entry: Entry? = withTables {
      if let entry = entries[name] {
        if entry.owner == thread.record {
          entry.depth += 1
          return nil
        }
        if wouldDeadlock(entry, thread) { return nil }
        entry.waiters += 1
        waitsFor[thread.record] = entry
        return entry
      }
      let entry = Entry(name, thread.record)
      entries[name] = entry
      _ = entry.lock.tryAcquire()
      return nil
    }
    guard let entry else { return ownsEntry(name, thread) }
    do throws(Raised) {
      _ = try entry.lock.acquire(thread)
    } catch {
      withTables {
        entry.waiters -= 1
        waitsFor[thread.record] = nil
      }
      throw error
    }
    withTables {
      entry.waiters -= 1
      waitsFor[thread.record] = nil
      entry.owner = thread.record
      entry.depth = 1
      entries[name] = entry
    }
    return true
  }

  private func ownsEntry(_ name: String, _ thread: ThreadState) -> Bool {
    withTables { entries[name]?.owner == thread.record }
  }

  /// Whether the owner waits, through others, for this thread. Under the mutex.
  private func wouldDeadlock(_ entry: Entry, _ thread: ThreadState) -> Bool {
    var owner = entry.owner
    while let holder = owner, let next = waitsFor[holder] {
      if next.owner == thread.record { return true }
      owner = next.owner
    }
    return false
  }

  func release(_ name: String, _ thread: ThreadState) {
    // The entry, not its lock: nobody else may hold it any more.
    let entry: Entry? = withTables {
      guard let entry = entries[name], entry.owner == thread.record else { return nil }
      entry.depth -= 1
      if entry.depth > 0 { return nil }
      entry.owner = nil
      if entry.waiters == 0 { entries[name] = nil }
      return entry
    }
    entry?.lock.release()
  }
}
