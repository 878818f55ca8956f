// Backing stores: memory without a header that an object owns (list items, dict tables, buffers).
//
// Small stores come from size-class pages in a range apart from the objects', by the same free lists;
// the free link is the first word. Larger ones come from `malloc`. A store that lock-free readers
// may be looking at is *retired*: freed after an epoch (concurrency.md R6).

import CRuntime
import Glibc

extension ThreadState {
  /// Backing memory; not zeroed, 16-aligned. Raises MemoryError.
  @inline(__always) package func allocateStore(bytes: Int) throws(Raised) -> UnsafeMutableRawPointer
  {
    assertNoLockHeld()
    guard bytes <= SizeClass.largest else { return try allocateLargeStore(bytes) }
    let list = Heap.storeLists &+ SizeClass.index(bytes < 16 ? 16 : bytes)
    let head = record.pointee.freeLists + list
    let block = head.pointee
    if block == 0 { return try refillStores(list) }
    let store = UnsafeMutableRawPointer(bitPattern: block).unsafelyUnwrapped
    head.pointee = store.assumingMemoryBound(to: UInt.self).pointee
    #if DEBUG
      racer_unpoison(store + 8, UInt(SizeClass.roundUp(bytes < 16 ? 16 : bytes)) - 8)
    #endif
    return store
  }

  /// Frees backing memory that no other thread can be reading.
  @inline(__always) package func freeStore(_ store: UnsafeMutableRawPointer, bytes: Int) {
    guard bytes <= SizeClass.largest else { return Glibc.free(store) }
    let page = Page.descriptor(ofStore: UInt(bitPattern: store))
    #if DEBUG
      memset(store, 0xDC, Int(page.pointee.blockSize))
      racer_poison(store + 8, UInt(page.pointee.blockSize) - 8)
    #endif
    if page.pointee.localHeap == UInt(bitPattern: record.pointee.heap) {
      let head = record.pointee.freeLists + Int(page.pointee.list)
      store.assumingMemoryBound(to: UInt.self).pointee = head.pointee
      head.pointee = UInt(bitPattern: store)
    } else {
      page.owningHeap.freeRemote(UInt(bitPattern: store), link: 0, page: page)
    }
  }

  /// Frees backing memory once no lock-free reader can still look at it: after an epoch (R6). At
  /// once in solo and GIL mode. Allowed while a lock is held.
  @inline(__always) package func retireStore(_ store: UnsafeMutableRawPointer, bytes: Int) {
    if isShared {
      retire(RetiredMemory(store: store, bytes: bytes))
    } else {
      freeStore(store, bytes: bytes)
    }
  }

  @inline(never) private func refillStores(_ list: Int) throws(Raised) -> UnsafeMutableRawPointer {
    let block = record.pointee.heap.refill(list)
    guard let store = UnsafeMutableRawPointer(bitPattern: block) else { throw raiseMemoryError() }
    #if DEBUG
      racer_unpoison(store, UInt(SizeClass.blockSize(list - Heap.storeLists)))
    #endif
    return store
  }

  @inline(never) private func allocateLargeStore(_ bytes: Int) throws(Raised)
    -> UnsafeMutableRawPointer
  {
    guard bytes >= 0, let store = malloc(bytes) else { throw raiseMemoryError() }
    return store
  }
}
