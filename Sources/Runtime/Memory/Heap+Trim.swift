// Giving pages without a live block back to the region: after a collection, in its stop. A stop is
// more than an epoch: no reader is in the midst of anything, so pages may change class at once (R2).

import CRuntime

extension Heap {
  /// Trims all heaps; in a stop. Returns the number of pages given back.
  @discardableResult package static func trimAllInStop() -> Int {
    var pages = 0
    var heap = first
    while let current = heap {
      current.takeRemoteFrees()
      for list in 0..<listCount { pages += current.trim(list) }
      heap = current.pointee.next
    }
    return pages
  }
}

extension UnsafeMutablePointer where Pointee == Heap {
  /// A page is empty when all its blocks are on the free list. `scratch` counts them.
  fileprivate func trim(_ list: Int) -> Int {
    var isAnyEmpty = false
    forEachFreeBlock(list) { _, page in
      page.pointee.scratch += 1
      if isEmpty(page) { isAnyEmpty = true }
    }
    var given = 0
    if isAnyEmpty { given = giveEmptyPages(list) }
    forEachFreeBlock(list) { _, page in page.pointee.scratch = 0 }
    return given
  }

  /// All blocks are free, and no more can be cut from the page.
  private func isEmpty(_ page: UnsafeMutablePointer<PageDescriptor>) -> Bool {
    page.pointee.scratch == UInt(Page.size) / UInt(page.pointee.blockSize)
  }

  /// Unlinks the blocks of empty pages; the last one of a page gives the page back.
  private func giveEmptyPages(_ list: Int) -> Int {
    let link = list < Heap.storeLists ? Page.objectLink : 0
    let region = list < Heap.storeLists ? Region.objects : Region.stores
    var given = 0
    var kept: UInt = 0
    var block = lists[list]
    while block != 0 {
      let next = loadLink(block + link)
      let page = descriptor(of: block, list)
      if isEmpty(page) || page.pointee.reserved != 0 {
        // `reserved` marks a page in the midst of this; `scratch` counts down.
        page.pointee.reserved = 1
        page.pointee.scratch -= 1
        if page.pointee.scratch == 0 {
          region.give(region.page(of: page), pages: 1)
          given += 1
        }
      } else {
        storeLink(block + link, kept)
        kept = block
      }
      block = next
    }
    lists[list] = kept
    return given
  }

  private func descriptor(of block: UInt, _ list: Int) -> UnsafeMutablePointer<PageDescriptor> {
    list < Heap.storeLists ? Page.descriptor(ofObject: block) : Page.descriptor(ofStore: block)
  }

  private func forEachFreeBlock(
    _ list: Int, _ body: (UInt, UnsafeMutablePointer<PageDescriptor>) -> Void
  ) {
    let link = list < Heap.storeLists ? Page.objectLink : 0
    var block = lists[list]
    while block != 0 {
      let next = loadLink(block + link)
      body(block, descriptor(of: block, list))
      block = next
    }
  }
}
