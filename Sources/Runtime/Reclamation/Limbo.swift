// Retired memory on its way to being freed: one queue a heap, in the order of the epochs, and one for
// what threads that ended left behind (gh-130794: their queues must not be forgotten).

import CRuntime
import Glibc

/// A store, a large object's pages, or a count on an object, with the epoch of its retirement.
@frozen public struct RetiredMemory {
  var address: UInt
  /// Size of a store; `objectMark` for a large object, whose page descriptor `address` is;
  /// `countMark` for a count.
  var bytes: UInt
  var epoch: UInt64 = 0

  static var objectMark: UInt { UInt.max }
  static var countMark: UInt { UInt.max - 1 }

  init(store: UnsafeMutableRawPointer, bytes: Int) {
    address = UInt(bitPattern: store)
    self.bytes = UInt(bitPattern: bytes)
  }
  init(page: UnsafeMutablePointer<PageDescriptor>) {
    address = UInt(bitPattern: page)
    bytes = RetiredMemory.objectMark
  }
  init(count: Reference) {
    address = count.bits
    bytes = RetiredMemory.countMark
  }

  var page: UnsafeMutablePointer<PageDescriptor>? {
    bytes == RetiredMemory.objectMark ? UnsafeMutablePointer(bitPattern: address) : nil
  }
  var cost: UInt {
    // What hangs on an object is unknown, and such retirements are rare: not to be put off.
    if bytes == RetiredMemory.countMark { return Limbo.byteThreshold }
    return page.map { UInt($0.pointee.pageCount) << 16 } ?? bytes
  }
}

@frozen public struct Limbo {
  var items: UnsafeMutablePointer<RetiredMemory>?
  var first = 0
  var end = 0
  var capacity = 0
  /// What came in since the epoch was last advanced for it.
  var newItems = 0
  var newBytes: UInt = 0

  static var itemThreshold: Int { 1000 }
  static var byteThreshold: UInt { 1 << 20 }

  public init() {}

  var isEmpty: Bool { first == end }
  var count: Int { end - first }

  mutating func append(_ item: RetiredMemory) {
    if end == capacity { makeRoom() }
    items.unsafelyUnwrapped[end] = item
    end += 1
    newItems += 1
    newBytes += item.cost
  }

  /// The oldest item, if every attached thread has seen an epoch after its retirement.
  mutating func popFirst(before epoch: UInt64) -> RetiredMemory? {
    guard first < end, items.unsafelyUnwrapped[first].epoch < epoch else { return nil }
    first += 1
    return items.unsafelyUnwrapped[first - 1]
  }

  private mutating func makeRoom() {
    let size = MemoryLayout<RetiredMemory>.stride
    if first > capacity / 2 {
      memmove(items.unsafelyUnwrapped, items.unsafelyUnwrapped + first, count * size)
    } else {
      capacity = max(256, capacity * 2)
      let larger = malloc(capacity * size).unsafelyUnwrapped.bindMemory(
        to: RetiredMemory.self, capacity: capacity)
      if let items { memcpy(larger, items + first, count * size) }
      Glibc.free(items)
      items = larger
    }
    end -= first
    first = 0
  }

  /// What ended threads left behind; under `RACER_LIMBO_MUTEX`.
  nonisolated(unsafe) static let leftBehind: UnsafeMutablePointer<Limbo> = {
    let limbo = UnsafeMutablePointer<Limbo>.allocate(capacity: 1)
    limbo.initialize(to: Limbo())
    return limbo
  }()
}

extension ThreadState {
  /// Frees memory after an epoch; at once where no other thread can be reading.
  @inline(never) func retire(_ item: RetiredMemory) {
    guard isShared else { return freeRetired(item) }
    racer_fence_seqcst()
    var item = item
    item.epoch = Epoch.current
    record.pointee.heap.pointee.limbo.append(item)
    let limbo = record.pointee.heap.pointee.limbo
    if limbo.newItems >= Limbo.itemThreshold || limbo.newBytes >= Limbo.byteThreshold {
      record.pointee.heap.pointee.limbo.newItems = 0
      record.pointee.heap.pointee.limbo.newBytes = 0
      Epoch.advance()
    }
  }

  /// Frees what no reader can look at any more. Called at safepoints, with no lock held.
  func reclaimRetired() {
    let oldest = Epoch.oldestSeen()
    let heap = record.pointee.heap
    while let item = heap.pointee.limbo.popFirst(before: oldest) { freeRetired(item) }
    let mutex = processWord(RACER_LIMBO_MUTEX)
    guard RawMutex.tryLock(mutex) else { return }
    while let item = Limbo.leftBehind.pointee.popFirst(before: oldest) { freeRetired(item) }
    RawMutex.unlock(mutex)
    drainReleases()
  }

  /// At the thread's end, in a stop or alone: hands the rest to the others.
  func abandonRetired() {
    let heap = record.pointee.heap
    guard !heap.pointee.limbo.isEmpty else { return }
    RawMutex.lock(processWord(RACER_LIMBO_MUTEX))
    // Stamped anew, so that the common queue stays in order.
    let epoch = Epoch.current
    while var item = heap.pointee.limbo.popFirst(before: UInt64.max) {
      item.epoch = epoch
      Limbo.leftBehind.pointee.append(item)
    }
    RawMutex.unlock(processWord(RACER_LIMBO_MUTEX))
    Epoch.advance()
  }

  private func freeRetired(_ item: RetiredMemory) {
    if item.bytes == RetiredMemory.countMark {
      // Put off, as the mutex of what ended threads left may be held.
      releaseLater(Value(Reference(bits: item.address)))
    } else if let page = item.page {
      Region.objects.give(Region.objects.page(of: page), pages: page.pointee.pageCount)
    } else {
      let store = UnsafeMutableRawPointer(bitPattern: item.address).unsafelyUnwrapped
      freeStore(store, bytes: Int(bitPattern: item.bytes))
    }
  }
}
