import CRuntime
import Testing

@testable import Runtime

/// Offsets that the code spells as numbers.
@Suite struct ConcurrencyLayoutTests {
  @Test func header() {
    #expect(MemoryLayout<Header>.size == 24)
    #expect(MemoryLayout<Header>.offset(of: \.bias) == 0)
    #expect(MemoryLayout<Header>.offset(of: \.shared) == 8)
    #expect(MemoryLayout<Header>.offset(of: \.lock) == 12)
    #expect(MemoryLayout<Header>.offset(of: \.collectorBits) == 13)
    #expect(MemoryLayout<Header>.offset(of: \.flags) == 14)
    #expect(MemoryLayout<Header>.offset(of: \.type) == 16)
  }

  @Test func threadRecord() {
    #expect(MemoryLayout<ThreadRecord>.offset(of: \.pending) == 4)
    #expect(MemoryLayout<ThreadRecord>.offset(of: \.runState) == 12)
    #expect(MemoryLayout<ThreadRecord>.offset(of: \.parkWord) == 16)
    #expect(MemoryLayout<ThreadRecord>.offset(of: \.waitState) == 20)
    #expect(MemoryLayout<ThreadRecord>.offset(of: \.epoch) == 24)
  }

  @Test func heap() {
    #expect(MemoryLayout<Heap>.offset(of: \.state) == 20)
    #expect(MemoryLayout<Heap>.offset(of: \.runner) == 24)
    #expect(MemoryLayout<Heap>.offset(of: \.remotePages) == 32)
    #expect(MemoryLayout<Heap>.offset(of: \.mergeMutex) == 40)
    #expect(MemoryLayout<Heap>.offset(of: \.mergeCount) == 44)
    #expect(MemoryLayout<Heap>.offset(of: \.mergeEntries) == 48)
    #expect(Heap.containerLists == SizeClass.perKind)
    #expect(Heap.containerLists == Int(TypeFlags.isContainer) << 4)
    #expect(Heap.storeLists == 2 * SizeClass.perKind)
  }

  @Test func pagesAndRegion() {
    #expect(MemoryLayout<PageDescriptor>.size == 1 << Page.descriptorShift)
    #expect(MemoryLayout<PageDescriptor>.offset(of: \.remoteFree) == 64)
    #expect(MemoryLayout<Region>.offset(of: \.mutex) == 56)
    #expect(Page.size == 1 << Page.shift)
    #expect(MemoryLayout<RacerParkingBucket>.size == 64)
    #expect(MemoryLayout<RacerWord>.size == 64)
  }

  @Test func mutex() {
    #expect(MemoryLayout<Mutex>.size == 24)
  }

  @Test func sizeClasses() {
    var last = 0
    for size in 1...SizeClass.largest {
      let index = SizeClass.index(size)
      #expect(index == last || index == last + 1)
      let block = SizeClass.blockSize(index)
      guard block >= size, index < SizeClass.perKind else {
        Issue.record("size \(size) does not fit its class \(index) of \(block)")
        return
      }
      if index != last, last > 0 { #expect(SizeClass.blockSize(last) == size - 1) }
      last = index
    }
    #expect(SizeClass.blockSize(last) == SizeClass.largest)
  }

  @Test func sharedWords() {
    #expect(!SharedWord(SharedWord.fresh).isTakeable)
    #expect(!SharedWord(SharedWord.merged).isTakeable)
    #expect(!SharedWord(SharedWord.freed).isTakeable)
    #expect(!SharedWord(SharedWord.dead | SharedWord.deferred).isTakeable)
    #expect(SharedWord(SharedWord.shared).isTakeable)
    #expect(SharedWord(SharedWord.queued).isTakeable)
    #expect(SharedWord(SharedWord.merged | SharedWord.deferred).isTakeable)
    #expect(SharedWord(SharedWord.merged + SharedWord.one).isTakeable)
    let negative = SharedWord(count: -3, flags: SharedWord.queued)
    #expect(negative.count == -3)
    #expect(negative.state == SharedWord.queued)
    #expect(SharedWord(count: SharedWord.saturation, flags: 0).isSaturated)
    #expect(SharedWord(count: -SharedWord.saturation, flags: 0).isSaturated)
    #expect(SharedWord(count: -SharedWord.saturation, flags: 3).stuck.count > 0)
  }
}
