// Where free lists are filled from: blocks that other threads gave back, the unused rest of the
// list's page, a new page. Entered when a list is empty, so about once in a hundred allocations.

import CRuntime
import Glibc

extension UnsafeMutablePointer where Pointee == Heap {
  /// Takes a block from a list that was found empty; 0 when memory is exhausted.
  @inline(never) func refill(_ list: Int) -> UInt {
    takeRemoteFrees()
    let link = list < Heap.storeLists ? Page.objectLink : 0
    if lists[list] == 0 {
      var page = UnsafeMutablePointer<PageDescriptor>(bitPattern: pageInExtension(list).pointee)
      if page == nil {
        page = newPage(list)
        if page == nil { return 0 }
      }
      extend(page.unsafelyUnwrapped, link: link)
    }
    let block = lists[list]
    lists[list] = loadLink(block + link)
    return block
  }

  /// Links some never-used blocks of a page: few at a time, so that memory is touched when needed.
  private func extend(_ page: UnsafeMutablePointer<PageDescriptor>, link: UInt) {
    let size = UInt(page.pointee.blockSize)
    let list = Int(page.pointee.list)
    let limit = UInt32(UInt(Page.size) / size)
    let first = page.pointee.initialized
    let count = Swift.min(limit - first, Swift.max(1, UInt32(8192 / size)))
    let start = page.address + UInt(first) * size
    let isObjectPage = page.pointee.kind != PageKind.store
    for index in 0..<UInt(count) {
      let block = start + index * size
      // The page may have been another's: what lies there must not look like a live object.
      if isObjectPage { Reference(bits: block).markFree() }
      storeLink(block + link, index + 1 < UInt(count) ? block + size : 0)
    }
    lists[list] = start
    page.pointee.initialized = first + count
    if first + count == limit { pageInExtension(list).pointee = 0 }
    if page.pointee.kind == PageKind.container {
      noteGrowth(blocks: Int(count), bytes: Int(UInt(count) * size))
    }
  }

  private func newPage(_ list: Int) -> UnsafeMutablePointer<PageDescriptor>? {
    let isStore = list >= Heap.storeLists
    let region = isStore ? Region.stores : Region.objects
    guard let start = region.take(pages: 1) else { return nil }
    let page = region.descriptor(start)
    page.pointee.heap = UInt(bitPattern: self)
    page.pointee.localHeap = UInt(bitPattern: self)
    page.pointee.list = UInt32(list)
    page.pointee.blockSize = UInt32(SizeClass.blockSize(list % SizeClass.perKind))
    page.pointee.pageCount = 1
    page.pointee.address = region.address(start)
    page.pointee.kind =
      isStore ? PageKind.store : list >= Heap.containerLists ? PageKind.container : PageKind.leaf
    pageInExtension(list).pointee = UInt(bitPattern: page)
    return page
  }

  /// Memory that the collector may have to look at has grown.
  func noteGrowth(blocks: Int, bytes: Int) {
    pointee.grownBlocks += blocks
    pointee.grownBytes += bytes
    let limit = processWord(RACER_COLLECT_LIMIT).pointee
    guard limit != 0, pointee.grownBlocks >= Int(limit) else { return }
    UnsafeMutablePointer<ThreadRecord>(bitPattern: racer_load_relaxed_word(runnerAddress))?
      .setPending(PendingReasons.collect)
  }
}

@inline(__always) func loadLink(_ address: UInt) -> UInt {
  UnsafePointer<UInt>(bitPattern: address).unsafelyUnwrapped.pointee
}
@inline(__always) func storeLink(_ address: UInt, _ link: UInt) {
  UnsafeMutablePointer<UInt>(bitPattern: address).unsafelyUnwrapped.pointee = link
}

// MARK: Frees by other threads

extension UnsafeMutablePointer where Pointee == Heap {
  /// Splices what other threads gave back into the free lists.
  func takeRemoteFrees() {
    if racer_load_relaxed_word(remotePagesAddress) == 0 { return }
    var next = racer_exchange_acqrel_word(remotePagesAddress, 0)
    while let page = UnsafeMutablePointer<PageDescriptor>(bitPattern: next) {
      // Read before the page's list is taken: from then on others may queue the page again.
      next = page.pointee.nextRemote
      yieldPoint()
      let chain = racer_exchange_acqrel_word(page.remoteFreeAddress, 0)
      splice(chain, list: Int(page.pointee.list))
    }
  }

  private func splice(_ chain: UInt, list: Int) {
    let link = list < Heap.storeLists ? Page.objectLink : 0
    var last = chain
    while true {
      let next = loadLink(last + link)
      if next == 0 { break }
      last = next
    }
    storeLink(last + link, lists[list])
    lists[list] = chain
  }

  /// Gives back a block of this heap from another thread.
  @inline(never) func freeRemote(
    _ block: UInt, link: UInt, page: UnsafeMutablePointer<PageDescriptor>
  ) {
    var head = racer_load_relaxed_word(page.remoteFreeAddress)
    repeat {
      storeLink(block + link, head)
      yieldPoint()
    } while !racer_cas_acqrel_word(page.remoteFreeAddress, &head, block)
    guard head == 0 else { return }
    var first = racer_load_relaxed_word(remotePagesAddress)
    repeat {
      page.pointee.nextRemote = first
      yieldPoint()
    } while !racer_cas_acqrel_word(remotePagesAddress, &first, UInt(bitPattern: page))
  }
}
