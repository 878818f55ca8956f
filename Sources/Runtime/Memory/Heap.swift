// A heap: pages, free lists, merge queue and owner number (concurrency.md R2). Not a thread: it is
//
//   running  its thread is attached, and alone allocates, frees locally and writes biases,
//   idle     its thread is detached (blocked, or in a foreign call),
//   orphan   its thread is gone; the next new thread takes the heap over whole.
//
// Whoever queues a merge to an idle or orphan heap may *claim* it by compare-and-swap: while the
// claim lasts, it stands in for the thread, and attaching waits (Merging.swift). So a thread's exit
// walks nothing, thread turnover leaks nothing, and a main thread parked in `join` does not keep
// dead objects. In GIL mode there is one heap for all threads, always running.
//
// Free lists and, after them, the pages under extension lie before the heap's own fields, so that
// the thread reaches a list with one load from its record.

import CRuntime
import Glibc

@frozen public struct Heap {
  // The owner's fields first, then the shared ones, at offsets that the layout tests assert.
  /// Container blocks and bytes taken into use since the collector last looked: the growth that
  /// triggers it. Blocks that went through a free list do not count again.
  public var grownBlocks = 0
  public var grownBytes = 0
  /// Owner number of the heap's objects; never 0, unique among heaps.
  public var number: UInt32 = 0
  /// `HeapState`, atomic.
  public var state: UInt32 = 0
  /// The record of the thread that runs it, or that ran it last; atomic.
  public var runner: UInt = 0
  /// Pages on which other threads freed blocks; atomic, taken whole.
  public var remotePages: UInt = 0
  public var mergeMutex: UInt32 = 0
  /// Entries in the merge queue; atomic, so that it can be looked at without the mutex.
  public var mergeCount: UInt32 = 0
  public var mergeEntries = PendingReleases()
  public var next: UnsafeMutablePointer<Heap>?
  /// Stores that lock-free readers may still look at (Reclamation/Limbo.swift).
  public var limbo = Limbo()
}

enum HeapState {
  static var orphan: UInt32 { 0 }
  static var idle: UInt32 { 1 }
  static var running: UInt32 { 2 }
  /// Flag: somebody merges in the thread's place.
  static var claimed: UInt32 { 4 }
  /// Flag: a thread sleeps until the claim ends.
  static var awaited: UInt32 { 8 }
}

extension UnsafeMutablePointer where Pointee == Heap {
  private var raw: UnsafeMutableRawPointer { UnsafeMutableRawPointer(self) }
  var stateAddress: UnsafeMutableRawPointer { raw + 20 }
  var runnerAddress: UnsafeMutableRawPointer { raw + 24 }
  var remotePagesAddress: UnsafeMutableRawPointer { raw + 32 }
  var mergeMutex: UnsafeMutablePointer<UInt32> { (raw + 40).assumingMemoryBound(to: UInt32.self) }
  var mergeCountAddress: UnsafeMutableRawPointer { raw + 44 }
  /// Under the merge mutex.
  var mergeQueue: UnsafeMutablePointer<PendingReleases> {
    (raw + 48).assumingMemoryBound(to: PendingReleases.self)
  }

  /// The heap's free lists: of leaf objects, containers and stores.
  @inline(__always) var lists: UnsafeMutablePointer<UInt> {
    (raw - Heap.listCount * 2 * 8).assumingMemoryBound(to: UInt.self)
  }
  /// The page whose unused rest feeds a list: its descriptor, or 0.
  @inline(__always) func pageInExtension(_ list: Int) -> UnsafeMutablePointer<UInt> {
    lists + Heap.listCount + list
  }

  /// Takes an orphan over.
  fileprivate func adopt(runner: UnsafeMutablePointer<ThreadRecord>) -> Bool {
    var expected = HeapState.orphan
    guard racer_cas_acqrel_u32(stateAddress, &expected, HeapState.idle) else { return false }
    racer_store_release_word(runnerAddress, UInt(bitPattern: runner))
    return true
  }
}

extension Heap {
  /// Lists of the three kinds, `SizeClass.perKind` each.
  @inlinable @inline(__always) package static var listCount: Int { 192 }
  @inlinable @inline(__always) package static var containerLists: Int { 64 }
  @inlinable @inline(__always) package static var storeLists: Int { 128 }

  static var mutex: UnsafeMutablePointer<UInt32> {
    processWord(RACER_HEAP_MUTEX)
  }
  /// All heaps; they are never freed.
  package static var first: UnsafeMutablePointer<Heap>? {
    UnsafeMutablePointer(bitPattern: racer_load_acquire_word(firstAddress))
  }
  private static var firstAddress: UnsafeMutableRawPointer { racer_first_heap() }

  /// A heap for a new thread, idle: an orphan if there is one.
  static func obtain(runner: UnsafeMutablePointer<ThreadRecord>) -> UnsafeMutablePointer<Heap> {
    var heap = first
    while let candidate = heap {
      if candidate.adopt(runner: runner) { return candidate }
      heap = candidate.pointee.next
    }
    return make(runner: runner)
  }

  private static func make(runner: UnsafeMutablePointer<ThreadRecord>)
    -> UnsafeMutablePointer<Heap>
  {
    let bytes = listCount * 2 * 8 + MemoryLayout<Heap>.size
    guard let memory = aligned_alloc(128, (bytes + 127) & ~127) else {
      fatalError("no memory for a heap")
    }
    memset(memory, 0, bytes)
    let heap = (memory + listCount * 2 * 8).bindMemory(to: Heap.self, capacity: 1)
    heap.initialize(to: Heap())
    RawMutex.lock(mutex)
    if racer_heap.objectBase == 0 { reserveRegions() }
    heap.pointee.number = (first?.pointee.number ?? 0) + 1
    heap.pointee.state = HeapState.idle
    heap.pointee.runner = UInt(bitPattern: runner)
    heap.pointee.next = first
    racer_store_release_word(firstAddress, UInt(bitPattern: heap))
    RawMutex.unlock(mutex)
    return heap
  }

  private static func reserveRegions() {
    let objects = Region.reserve(maximum: 1 << 36)
    let stores = Region.reserve(maximum: 1 << 36)
    racer_heap.objectRegion = UInt(bitPattern: objects)
    racer_heap.storeRegion = UInt(bitPattern: stores)
    racer_heap.objectPages = objects.pointee.descriptors
    racer_heap.objectBase = objects.pointee.base
    racer_heap.storePages = stores.pointee.descriptors
    racer_heap.storeBase = stores.pointee.base
  }
}
