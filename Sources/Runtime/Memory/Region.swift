// A reserved range of address space, handed out in runs of pages.
//
// Object addresses are `base + 16 × handle`, a handle fits 32 bits (concurrency.md R9). Nothing here
// is hot: a run is 64 KiB or a large object. One mutex guards the free runs.

import CRuntime
import Glibc

struct PageRun {
  var start: UInt32
  var count: UInt32
}

struct Region {
  /// Free runs below the high-water mark, by address, never adjacent.
  var runs: UnsafeMutablePointer<PageRun>?
  var runCount = 0
  var runCapacity = 0
  /// First address, 64 KiB aligned.
  var base: UInt = 0
  var descriptors: UInt = 0
  var pageLimit: UInt32 = 0
  /// Pages below were handed out at some time.
  var highWater: UInt32 = 0
  var pagesInUse: UInt32 = 0
  /// Pages given back since memory was last returned to the system.
  var dirtyPages: UInt32 = 0
  /// Guards all the rest but the constants; at an offset that the layout tests assert.
  var mutex: UInt32 = 0

  /// Reserves the range; smaller where the system grants no more.
  static func reserve(maximum: Int) -> UnsafeMutablePointer<Region> {
    let region = UnsafeMutablePointer<Region>.allocate(capacity: 1)
    region.initialize(to: Region())
    var bytes = maximum
    while bytes >= 1 << 28 {
      if let start = map(bytes + Page.size), let table = map((bytes >> 16) << 7) {
        region.pointee.base = (UInt(bitPattern: start) + 65535) & ~65535
        region.pointee.descriptors = UInt(bitPattern: table)
        region.pointee.pageLimit = UInt32(bytes >> 16)
        return region
      }
      bytes /= 2
    }
    fatalError("no address space for the heap")
  }

  private static func map(_ bytes: Int) -> UnsafeMutableRawPointer? {
    let flags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE
    let memory = mmap(nil, bytes, PROT_READ | PROT_WRITE, flags, -1, 0)
    return memory == MAP_FAILED ? nil : memory
  }

  /// The range of all objects: 32-bit handles reach 64 GiB.
  static var objects: UnsafeMutablePointer<Region> {
    UnsafeMutablePointer(bitPattern: racer_heap.objectRegion).unsafelyUnwrapped
  }
  /// The range of small backing stores.
  static var stores: UnsafeMutablePointer<Region> {
    UnsafeMutablePointer(bitPattern: racer_heap.storeRegion).unsafelyUnwrapped
  }
}

// On the pointer, not `mutating`: other threads look at the region meanwhile.
extension UnsafeMutablePointer where Pointee == Region {
  private var mutex: UnsafeMutablePointer<UInt32> {
    (UnsafeMutableRawPointer(self) + 56).assumingMemoryBound(to: UInt32.self)
  }
  private var runs: UnsafeMutablePointer<PageRun> { pointee.runs.unsafelyUnwrapped }

  func descriptor(_ page: UInt32) -> UnsafeMutablePointer<PageDescriptor> {
    UnsafeMutablePointer<PageDescriptor>(bitPattern: pointee.descriptors + UInt(page) << 7)
      .unsafelyUnwrapped
  }
  func address(_ page: UInt32) -> UInt { pointee.base + UInt(page) << 16 }
  func page(of descriptor: UnsafeMutablePointer<PageDescriptor>) -> UInt32 {
    UInt32((UInt(bitPattern: descriptor) - pointee.descriptors) >> 7)
  }

  /// Keeps everybody else from taking or giving pages: around `fork`.
  func lockForFork() { RawMutex.lock(mutex) }
  func unlockAfterFork() { RawMutex.unlock(mutex) }

  /// Takes a run of pages, with their descriptors cleared; nil when memory is exhausted.
  func take(pages count: UInt32) -> UInt32? {
    RawMutex.lock(mutex)
    defer { RawMutex.unlock(mutex) }
    var found: UInt32?
    for index in 0..<pointee.runCount where runs[index].count >= count {
      found = runs[index].start
      shorten(run: index, by: count)
      break
    }
    if found == nil {
      guard count <= pointee.pageLimit - pointee.highWater else { return nil }
      found = pointee.highWater
      pointee.highWater += count
    }
    let start = found.unsafelyUnwrapped
    pointee.pagesInUse += count
    for page in start..<start + count {
      memset(descriptor(page), 0, MemoryLayout<PageDescriptor>.size)
      descriptor(page).pointee.kind = PageKind.continuation
    }
    return start
  }

  /// Gives a run back. No stale reader can look at it any more (R2).
  func give(_ start: UInt32, pages count: UInt32) {
    RawMutex.lock(mutex)
    defer { RawMutex.unlock(mutex) }
    for page in start..<start + count { descriptor(page).pointee.kind = PageKind.free }
    #if DEBUG
      racer_unpoison(UnsafeMutableRawPointer(bitPattern: address(start)), UInt(count) << 16)
    #endif
    pointee.pagesInUse -= count
    insert(PageRun(start: start, count: count))
    pointee.dirtyPages += count
    if pointee.dirtyPages > Swift.max(512, pointee.pagesInUse / 4) { returnToSystem() }
  }

  private func shorten(run index: Int, by count: UInt32) {
    if runs[index].count == count {
      memmove(
        runs + index, runs + index + 1,
        (pointee.runCount - index - 1) * MemoryLayout<PageRun>.stride)
      pointee.runCount -= 1
    } else {
      runs[index].start += count
      runs[index].count -= count
    }
  }

  private func insert(_ run: PageRun) {
    growRuns()
    var low = 0
    var high = pointee.runCount
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].start < run.start { low = middle + 1 } else { high = middle }
    }
    if low > 0, runs[low - 1].start + runs[low - 1].count == run.start {
      runs[low - 1].count += run.count
      if low < pointee.runCount, runs[low].start == run.start + run.count {
        runs[low - 1].count += runs[low].count
        shorten(run: low, by: runs[low].count)
      }
    } else if low < pointee.runCount, runs[low].start == run.start + run.count {
      runs[low].start = run.start
      runs[low].count += run.count
    } else {
      memmove(
        runs + low + 1, runs + low, (pointee.runCount - low) * MemoryLayout<PageRun>.stride)
      runs[low] = run
      pointee.runCount += 1
    }
  }

  private func growRuns() {
    guard pointee.runCount == pointee.runCapacity else { return }
    pointee.runCapacity = Swift.max(64, pointee.runCapacity * 2)
    pointee.runs = realloc(pointee.runs, pointee.runCapacity * MemoryLayout<PageRun>.stride)?
      .bindMemory(to: PageRun.self, capacity: pointee.runCapacity)
  }

  /// Lets the system have the memory of all free runs. A stale read there finds zeros.
  private func returnToSystem() {
    for index in 0..<pointee.runCount {
      let start = UnsafeMutableRawPointer(bitPattern: address(runs[index].start))
      madvise(start, Int(runs[index].count) << 16, MADV_DONTNEED)
    }
    pointee.dirtyPages = 0
  }
}
