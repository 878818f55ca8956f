// All pages and live objects, for the collector and for leak tests. In a stop, or while one thread
// runs: pages must not change hands meanwhile.

import CRuntime

extension Reference {
  /// Whether a block of an object page holds an object: neither free nor never used (R2).
  @inline(__always) package var isLiveBlock: Bool {
    let shared = racer_load_relaxed_u32(sharedAddress)
    return shared & SharedWord.dead == 0 && (shared != 0 || bias != 0)
  }
}

extension Heap {
  /// Calls `body` with each page that holds objects (a large object's first page included).
  @inline(__always) package static func forEachObjectPage(
    _ body: (UnsafeMutablePointer<PageDescriptor>) -> Void
  ) {
    let region = Region.objects
    var index: UInt32 = 0
    while index < region.pointee.highWater {
      let page = region.descriptor(index)
      let kind = page.pointee.kind
      if kind == PageKind.leaf || kind == PageKind.container {
        body(page)
        index += page.pointee.pageCount
      } else {
        index += 1
      }
    }
  }

  /// Calls `body` with each live object.
  @inline(__always) package static func forEachObject(_ body: (Reference) -> Void) {
    forEachObjectPage { forEachObject(on: $0, body) }
  }

  /// Calls `body` with each live object of a page.
  @inline(__always) static func forEachObject(
    on page: UnsafeMutablePointer<PageDescriptor>, _ body: (Reference) -> Void
  ) {
    let size = page.isLarge ? UInt(Page.size) : UInt(page.pointee.blockSize)
    for index in 0..<UInt(page.pointee.initialized) {
      let reference = Reference(bits: page.pointee.address &+ index &* size)
      if reference.isLiveBlock { body(reference) }
    }
  }

  /// Number of live objects of all heaps: for leak tests and statistics.
  package static func liveObjectCount() -> Int {
    var count = 0
    forEachObject { _ in count += 1 }
    return count
  }
}
