import CRuntime
import Glibc
import Testing

@testable import Runtime

@Suite struct ThreadTests {
  @Test func states() throws {
    try Fixture.withThread { thread in
      #expect(thread.isAttached)
      #expect(thread.record.pointee.epoch != 0)
      #expect(thread.record.pointee.heap.pointee.state == HeapState.running)
      thread.whileDetached {
        #expect(!thread.isAttached)
        #expect(thread.record.pointee.epoch == 0)
        #expect(thread.record.pointee.heap.pointee.state == HeapState.idle)
      }
      #expect(thread.isAttached)
      #expect(ThreadState.current?.record == thread.record)
    }
  }

  @Test func registerStackReachesItsLimit() throws {
    try Fixture.withThread { thread in
      let record = thread.record
      record.pointee.stackBase.pointee = 1
      (record.pointee.stackLimit - 1).pointee = 2
      #expect(record.pointee.stackLimit - record.pointee.stackBase > 1 << 20)
    }
  }

  @Test func stopHoldsOthers() throws {
    try Fixture.withThread { thread in
      let counter = UnsafeMutablePointer<UInt64>.allocate(capacity: 2)
      counter.initialize(repeating: 0, count: 2)
      let work: ThreadEntry = { thread, argument in
        while racer_load_relaxed_u64(argument! + 8) == 0 {
          _ = racer_add_relaxed_u64(argument!, 1)
          try? thread.safepoint()
        }
        _ = racer_add_acqrel_u64(argument! + 8, 1)
      }
      #expect(thread.startThread(work, argument: counter) != nil)
      #expect(thread.startThread(work, argument: counter) != nil)
      for _ in 0..<20 {
        thread.whileDetached { _ = usleep(1000) }
        thread.stopTheWorld {
          let before = racer_load_relaxed_u64(counter)
          usleep(2000)
          #expect(racer_load_relaxed_u64(counter) == before)
        }
      }
      #expect(racer_load_relaxed_u64(counter) > 0)
      racer_store_release_u64(counter + 1, 1)
      while racer_load_acquire_u64(counter + 1) != 3 { thread.whileDetached { _ = usleep(100) } }
      counter.deallocate()
    }
  }

  @Test func retiredMemoryWaitsForEverybody() throws {
    try Fixture.withThread { thread in
      thread.leaveSoloMode()
      try thread.safepoint()
      let store = try thread.allocateStore(bytes: 64)
      let before = thread.record.pointee.heap.pointee.limbo.count
      thread.retireStore(store, bytes: 64)
      #expect(thread.record.pointee.heap.pointee.limbo.count == before + 1)
      // Not seen yet by this very thread.
      thread.reclaimRetired()
      #expect(thread.record.pointee.heap.pointee.limbo.count >= 1)
      // Others may be attached for a while: tests run beside each other.
      for _ in 0..<5000 where !thread.record.pointee.heap.pointee.limbo.isEmpty {
        Epoch.advance()
        try thread.safepoint()
        thread.whileDetached { _ = usleep(200) }
      }
      #expect(thread.record.pointee.heap.pointee.limbo.isEmpty)
    }
  }

  @Test func recordsAndHeapsAreUsedAgain() throws {
    var records: Set<UInt> = []
    for _ in 0..<50 {
      try Fixture.withThread { _ = records.insert(UInt(bitPattern: $0.record)) }
    }
    #expect(records.count < 50)
  }

  @Test func sleepingEndsAtTheDeadline() throws {
    try Fixture.withThread { thread in
      let start = racer_now()
      try thread.sleep(until: Scheduler.deadline(after: 15_000_000))
      #expect(racer_now() - start >= 15_000_000)
    }
  }
}
