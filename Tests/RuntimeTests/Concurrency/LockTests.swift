import CRuntime
import Glibc
import Testing

@testable import Runtime

@Suite struct LockTests {
  @Test func headerLock() throws {
    try Fixture.withThread { thread in
      let node = try thread.makeNode()
      thread.lock(node.reference)
      #expect(node.reference.header.pointee.lock == Header.lockHeld)
      thread.unlock(node.reference)
      #expect(node.reference.header.pointee.lock == 0)
      thread.lockPair(node.reference, node.reference)
      #expect(node.reference.header.pointee.lock == Header.lockHeld)
      thread.unlockPair(node.reference, node.reference)
      #expect(node.reference.header.pointee.lock == 0)
      thread.release(node)
    }
  }

  @Test func contendedLockExcludes() throws {
    try Fixture.withThread { thread in
      let node = try thread.makeNode()
      let left = UnsafeMutablePointer<UInt64>.allocate(capacity: 1)
      left.initialize(to: 4)
      let work: ThreadEntry = { thread, argument in
        let words = argument!.assumingMemoryBound(to: UInt.self)
        let node = Value(bits: words[0]).reference
        for _ in 0..<20_000 {
          thread.lock(node)
          node.body(TestNode.self).pointee.payload += 1
          thread.unlock(node)
          try? thread.safepoint()
        }
        _ = racer_add_acqrel_u64(UnsafeMutableRawPointer(bitPattern: words[1])!, UInt64.max)
      }
      let words = UnsafeMutablePointer<UInt>.allocate(capacity: 2)
      words[0] = node.bits
      words[1] = UInt(bitPattern: left)
      for _ in 0..<4 { #expect(thread.startThread(work, argument: words) != nil) }
      while racer_load_acquire_u64(left) != 0 { thread.whileDetached { _ = usleep(200) } }
      #expect(node.reference.body(TestNode.self).pointee.payload == 80_000)
      node.reference.body(TestNode.self).pointee.payload = 0
      thread.release(node)
    }
  }

  @Test func blockingLockTimesOut() throws {
    try Fixture.withThread { thread in
      let byte = UnsafeMutablePointer<UInt8>.allocate(capacity: 1)
      byte.initialize(to: 0)
      let lock = BlockingLock(byte)
      #expect(lock.tryAcquire())
      #expect(!lock.tryAcquire())
      let start = racer_now()
      let isTaken = try lock.acquire(thread, until: Scheduler.deadline(after: 20_000_000))
      #expect(!isTaken)
      #expect(racer_now() - start >= 20_000_000)
      lock.release()
      #expect(!lock.isLocked)
      #expect(try lock.acquire(thread))
      lock.release()
      byte.deallocate()
    }
  }

  @Test func recursiveMutex() throws {
    try Fixture.withThread { thread in
      let mutex = UnsafeMutablePointer<Mutex>.allocate(capacity: 1)
      mutex.initialize(to: Mutex())
      try mutex.acquire(thread)
      try mutex.acquire(thread)
      #expect(mutex.isHeld(by: thread))
      mutex.release(thread)
      #expect(mutex.isHeld(by: thread))
      mutex.release(thread)
      #expect(!mutex.isHeld(by: thread))
      mutex.deallocate()
    }
  }

  @Test func sequenceWord() throws {
    try Fixture.withThread { thread in
      let word = UnsafeMutablePointer<UInt64>.allocate(capacity: 1)
      word.initialize(to: 0)
      let sequence = SequenceWord(word)
      thread.leaveSoloMode()
      let start = try #require(sequence.beginRead())
      #expect(sequence.isUnchanged(since: start))
      sequence.beginWrite(thread)
      #expect(sequence.beginRead() == nil)
      #expect(!sequence.isUnchanged(since: start))
      sequence.endWrite(thread)
      #expect(sequence.beginRead() == start + 2)
      word.deallocate()
    }
  }

  @Test func movingWords() {
    let words = UnsafeMutablePointer<UInt>.allocate(capacity: 100)
    defer { words.deallocate() }
    for index in 0..<100 { words[index] = UInt(index) }
    atomicMoveWords(from: words + 10, to: words, count: 50)
    #expect((0..<50).allSatisfy { words[$0] == UInt($0 + 10) })
    for index in 0..<100 { words[index] = UInt(index) }
    atomicMoveWords(from: words, to: words + 10, count: 50)
    #expect((10..<60).allSatisfy { words[$0] == UInt($0 - 10) })
    atomicCopyWords(from: words + 10, to: words + 60, count: 10)
    #expect((60..<70).allSatisfy { words[$0] == UInt($0 - 60) })
  }
}
