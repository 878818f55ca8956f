import CRuntime
import Testing

@testable import Runtime

@Suite struct HeapTests {
  @Test func freshObject() throws {
    try Fixture.withThread { thread in
      let node = try thread.makeNode()
      let reference = node.reference
      #expect(reference.bits % 16 == 0)
      #expect(reference.bias == UInt64(thread.owner) << 32 | 1)
      #expect(reference.shared.bits == SharedWord.fresh)
      #expect(reference.type.bits == TestType.node.bits)
      #expect(reference.isLiveBlock)
      #expect(thread.isUniquelyOwned(node))
      thread.release(node)
      #expect(!reference.isLiveBlock)
      #expect(reference.shared.bits == SharedWord.freed)
      #expect(reference.bias == 0)
    }
  }

  @Test func blocksAreReusedAndZeroed() throws {
    try Fixture.withThread { thread in
      let first = try thread.allocate(TestType.leaf, size: 200)
      (first.pointer + 24).storeBytes(of: 0x1234, as: UInt.self)
      thread.free(first)
      let second = try thread.allocate(TestType.leaf, size: 200)
      #expect(first.bits == second.bits)
      for offset in stride(from: 24, to: 200, by: 8) {
        #expect((second.pointer + offset).load(as: UInt.self) == 0)
      }
      thread.free(second)
    }
  }

  @Test func leavesAndContainersHavePagesOfTheirOwn() throws {
    try Fixture.withThread { thread in
      let leaf = try thread.makeNode(TestType.leaf)
      let node = try thread.makeNode()
      let leafPage = Page.descriptor(ofObject: leaf.bits)
      let nodePage = Page.descriptor(ofObject: node.bits)
      #expect(leafPage.pointee.kind == PageKind.leaf)
      #expect(nodePage.pointee.kind == PageKind.container)
      #expect(leafPage.pointee.blockSize == nodePage.pointee.blockSize)
      thread.release(leaf)
      thread.release(node)
    }
  }

  @Test func manySizes() throws {
    try Fixture.withThread { thread in
      var objects: [(Reference, Int)] = []
      for round in 0..<3000 {
        let size = 48 + round * 7919 % 60000 & ~7
        let object = try thread.allocate(TestType.leaf, size: size)
        (object.pointer + size - 8).storeBytes(of: UInt(size), as: UInt.self)
        objects.append((object, size))
      }
      for (object, size) in objects {
        #expect((object.pointer + size - 8).load(as: UInt.self) == UInt(size))
        thread.free(object)
      }
    }
  }

  @Test func enumerationFindsLiveObjects() throws {
    try Fixture.withThread { thread in
      let type = TestType.node
      let nodes = try (0..<500).map { _ in try thread.makeNode() }
      let large = try thread.allocate(type, size: 100_000)
      large.body(TestNode.self).pointee.next = .none
      var found: Set<UInt> = []
      thread.stopTheWorld { Heap.forEachObject { _ = found.insert($0.bits) } }
      #expect(nodes.allSatisfy { found.contains($0.bits) })
      #expect(found.contains(large.bits))
      for node in nodes { thread.release(node) }
      thread.release(Value(large))
      found = []
      thread.stopTheWorld { Heap.forEachObject { _ = found.insert($0.bits) } }
      #expect(!nodes.contains { found.contains($0.bits) })
      #expect(!found.contains(large.bits))
    }
  }

  @Test func foreignFreesComeBack() throws {
    try Fixture.withThread { thread in
      let nodes = try (0..<100).map { _ in try thread.allocate(TestType.leaf, size: 3000) }
      let addresses = Set(nodes.map(\.bits))
      try thread.inOtherThread { other in
        for node in nodes { other.free(node) }
      }
      var again: [Reference] = []
      var reused = 0
      // The list that is left of the last refill is used up before the others' frees are fetched.
      for _ in 0..<200 {
        let node = try thread.allocate(TestType.leaf, size: 3000)
        if addresses.contains(node.bits) { reused += 1 }
        again.append(node)
      }
      #expect(reused == 100)
      for node in again { thread.free(node) }
    }
  }

  @Test func emptyPagesAreGivenBack() throws {
    try Fixture.withThread { thread in
      let objects = try (0..<400).map { _ in try thread.allocate(TestType.leaf, size: 3500) }
      let keep = objects[200]
      for object in objects where object.bits != keep.bits { thread.free(object) }
      let given = thread.stopTheWorld { Heap.trimAllInStop() }
      #expect(given >= 18)
      #expect(keep.isLiveBlock)
      // The pages serve other classes now.
      let small = try (0..<5000).map { _ in try thread.makeNode() }
      for node in small { thread.release(node) }
      thread.free(keep)
      #expect(!keep.isLiveBlock)
    }
  }

  @Test func stores() throws {
    try Fixture.withThread { thread in
      for bytes in [0, 1, 8, 64, 500, 4096, 32768, 32769, 1 << 20] {
        let store = try thread.allocateStore(bytes: bytes)
        #expect(UInt(bitPattern: store) % 16 == 0)
        for offset in 0..<bytes { store.storeBytes(of: 0xA5, toByteOffset: offset, as: UInt8.self) }
        thread.freeStore(store, bytes: bytes)
      }
      let one = try thread.allocateStore(bytes: 64)
      thread.freeStore(one, bytes: 64)
      let other = try thread.allocateStore(bytes: 60)
      #expect(one == other)
      thread.freeStore(other, bytes: 60)
    }
  }

  @Test func exhaustionRaises() throws {
    try Fixture.withThread { thread in
      #expect(throws: Raised.self) {
        _ = try thread.allocate(TestType.leaf, size: 1 << 42)
      }
      thread.record.pointee.exception = .unbound
    }
  }

  @Test func regionRunsCoalesce() throws {
    let region = Region.reserve(maximum: 1 << 28)
    let a = region.take(pages: 3)!
    let b = region.take(pages: 2)!
    let c = region.take(pages: 4)!
    region.give(a, pages: 3)
    region.give(c, pages: 4)
    #expect(region.pointee.runCount == 2)
    region.give(b, pages: 2)
    #expect(region.pointee.runCount == 1)
    #expect(region.take(pages: 9) == a)
    #expect(region.pointee.runCount == 0)
    #expect(region.take(pages: UInt32.max) == nil)
  }
}
