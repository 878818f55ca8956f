import CRuntime
import Glibc
import Testing

@testable import Runtime

@Suite struct CountingTests {
  @Test func ownersCountLocally() throws {
    try Fixture.withThread { thread in
      let deaths = DeathCounter()
      let node = try thread.makeNode(payload: deaths.address)
      thread.retain(node)
      #expect(!thread.isUniquelyOwned(node))
      #expect(node.reference.shared.bits == SharedWord.fresh)
      thread.release(node)
      #expect(deaths.count == 0)
      thread.release(node)
      #expect(deaths.count == 1)
    }
  }

  @Test func othersCountInTheSharedWord() throws {
    try Fixture.withThread { thread in
      let deaths = DeathCounter()
      let node = try thread.makeNode(payload: deaths.address)
      try thread.inOtherThread { other in
        #expect(!other.tryCount(node.reference))
        other.retain(node)
        #expect(node.reference.shared.count == 1)
        #expect(node.reference.shared.state == SharedWord.shared)
        other.release(node)
        #expect(other.tryCount(node.reference))
        other.release(node)
      }
      #expect(deaths.count == 0)
      thread.release(node)
      #expect(deaths.count == 1)
    }
  }

  @Test func ownerGivesUpBeforeOthers() throws {
    try Fixture.withThread { thread in
      let deaths = DeathCounter()
      let node = try thread.makeNode(payload: deaths.address)
      try thread.inOtherThread { other in other.retain(node) }
      thread.release(node)
      #expect(deaths.count == 0)
      #expect(node.reference.bias == 0)
      #expect(node.reference.shared.state == SharedWord.merged)
      thread.release(node)
      #expect(deaths.count == 1)
    }
  }

  @Test func whoeverDropsClaimsASleepersHeap() throws {
    try Fixture.withThread { thread in
      let deaths = DeathCounter()
      let node = try thread.makeNode(payload: deaths.address)
      try thread.inOtherThread { other in
        // The maker is detached: its heap is claimed, merged, and the object dies here.
        other.release(node)
        #expect(deaths.count == 1)
      }
    }
  }

  @Test func orphansAreMergedAndAdopted() throws {
    try Fixture.withThread { thread in
      let deaths = DeathCounter()
      var node = Value.none
      try thread.inOtherThread { other in node = try other.makeNode(payload: deaths.address) }
      let heap = Page.descriptor(ofObject: node.bits).owningHeap
      thread.release(node)
      #expect(deaths.count == 1)
      #expect(heap != thread.record.pointee.heap)
    }
  }

  @Test func runningOwnersMergeAtTheirSafepoint() throws {
    try Fixture.withThread { thread in
      let deaths = DeathCounter()
      let node = try thread.makeNode(payload: deaths.address)
      let isDropped = UnsafeMutablePointer<UInt32>.allocate(capacity: 1)
      isDropped.initialize(to: 0)
      let dropper: ThreadEntry = { thread, argument in
        let words = argument!.assumingMemoryBound(to: UInt.self)
        thread.release(Value(bits: words[0]))
        racer_store_release_u32(UnsafeMutableRawPointer(bitPattern: words[1])!, 1)
      }
      let words = UnsafeMutablePointer<UInt>.allocate(capacity: 2)
      words[0] = node.bits
      words[1] = UInt(bitPattern: isDropped)
      #expect(thread.startThread(dropper, argument: words) != nil)
      while racer_load_acquire_u32(isDropped) == 0 { _ = racer_yield_processor() }
      #expect(deaths.count == 0)
      #expect(thread.hasPending)
      try thread.safepoint()
      #expect(deaths.count == 1)
    }
  }

  @Test func immortal() throws {
    try Fixture.withThread { thread in
      let node = try thread.makeNode()
      thread.makeImmortal(node.reference)
      for _ in 0..<10 { thread.release(node) }
      #expect(node.reference.isImmortal)
      #expect(node.reference.needsNoCount)
      try thread.inOtherThread { other in
        #expect(other.tryCount(node.reference))
        for _ in 0..<10 { other.release(node) }
      }
      #expect(node.reference.isLiveBlock)
    }
  }

  @Test func deferredSurvivesZero() throws {
    try Fixture.withThread { thread in
      let deaths = DeathCounter()
      let node = try thread.makeNode(payload: deaths.address)
      thread.makeDeferred(node.reference)
      try thread.inOtherThread { other in
        other.retain(node)
        other.release(node)
        other.release(node)
        #expect(other.tryCount(node.reference))
        other.release(node)
      }
      #expect(node.reference.shared.state != SharedWord.queued)
      thread.retain(node)
      thread.release(node)
      thread.release(node)
      #expect(deaths.count == 0)
      #expect(node.reference.isLiveBlock)
      let borrowed = thread.borrowOrRetain(node)
      #expect(borrowed.bits == node.bits | 8)
    }
  }

  @Test func bulkCounts() throws {
    try Fixture.withThread { thread in
      let node = try thread.makeNode()
      thread.retain(node, times: 1000)
      #expect(UInt32(truncatingIfNeeded: node.reference.bias) == 1001)
      for _ in 0..<1000 { thread.release(node) }
      #expect(thread.isUniquelyOwned(node))
      try thread.inOtherThread { other in
        other.retain(node, times: 500)
        #expect(node.reference.shared.count == 500)
        other.retain(node, times: 1 << 40)
        #expect(node.reference.shared.isSaturated)
        for _ in 0..<1000 { other.release(node) }
        #expect(node.reference.shared.isSaturated)
      }
      thread.release(node)
      #expect(node.reference.isLiveBlock)
      let mine = try thread.makeNode()
      thread.retain(mine, times: 1 << 40)
      #expect(mine.reference.isImmortal)
    }
  }

  @Test func longChainsDieWithoutRecursion() throws {
    try Fixture.withThread { thread in
      let deaths = DeathCounter()
      var chain = Value.none
      for _ in 0..<300_000 { chain = try thread.makeNode(next: chain, payload: deaths.address) }
      thread.release(chain)
      #expect(deaths.count == 300_000)
    }
  }

  @Test func finalizerRunsOnceAndMayResurrect() throws {
    try Fixture.withThread { thread in
      let keeper = UnsafeMutablePointer<Value>.allocate(capacity: 1)
      keeper.initialize(to: .none)
      let node = try thread.makeNode(TestType.phoenix, payload: UInt(bitPattern: keeper))
      thread.release(node)
      #expect(keeper.pointee.bits == node.bits)
      #expect(node.reference.isLiveBlock)
      #expect(node.reference.collectorBits & CollectorBits.dying == 0)
      keeper.pointee = .none
      node.reference.body(TestNode.self).pointee.payload = 0
      thread.release(node)
      #expect(!node.reference.isLiveBlock)
    }
  }

  @Test func releaseLaterWaits() throws {
    try Fixture.withThread { thread in
      let deaths = DeathCounter()
      let node = try thread.makeNode(payload: deaths.address)
      let box = try thread.makeNode()
      thread.lock(box.reference)
      thread.releaseLater(node)
      #expect(deaths.count == 0)
      thread.unlock(box.reference)
      thread.drainReleases()
      #expect(deaths.count == 1)
      thread.release(box)
    }
  }
}
