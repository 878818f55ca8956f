// Allocation of objects (concurrency.md R2).
//
// The fast path pops a block of the thread's own free list: class index, list head, link. No atomic
// instruction, no call. Leaf and container objects come from different lists, so from different
// pages. A fresh object belongs to the thread's heap with count one.
//
// A free block has bias 0 and shared `DEAD | merged`, and its link and debug fill at 24 and above, so
// that a stale reader's attempt to count it fails at any time. Freeing writes the header before
// the link; initialising writes type and body before bias and shared.

import CRuntime
import Glibc

extension ThreadState {
  /// Memory for an object of `size` bytes with its header set: count one, owned by this thread.
  /// The body is zeroed. Raises MemoryError.
  @inline(__always) package func allocate(_ type: TypeObject, size: Int) throws(Raised) -> Reference
  {
    let block = try takeBlock(type, size: size)
    let memory = UnsafeMutableRawPointer(bitPattern: block).unsafelyUnwrapped
    memset(memory + 24, 0, size &- 24)
    return initializeHeader(memory, type)
  }

  /// The same with the body left as it is: for objects whose body is written whole right after, with
  /// nothing that can reach a safepoint in between.
  @inline(__always) package func allocateUninitialized(_ type: TypeObject, size: Int) throws(Raised)
    -> Reference
  {
    let block = try takeBlock(type, size: size)
    return initializeHeader(UnsafeMutableRawPointer(bitPattern: block).unsafelyUnwrapped, type)
  }

  /// An object with its type's basic size.
  @inline(__always) package func allocate<Body>(_ type: TypeObject, _: Body.Type) throws(Raised)
    -> UnsafeMutablePointer<Body>
  {
    try allocate(type, size: MemoryLayout<Body>.size).body(Body.self)
  }

  @inline(__always) private func takeBlock(_ type: TypeObject, size: Int) throws(Raised) -> UInt {
    assertNoLockHeld()
    // `isContainer` is 4: times 16 it selects the containers' 64 lists.
    let kind = Int(type.body.pointee.flags & TypeFlags.isContainer) << 4
    guard size <= SizeClass.largest else { return try allocateLarge(size, kind: kind) }
    let list = kind &+ SizeClass.index(size)
    let head = record.pointee.freeLists + list
    var block = head.pointee
    if block == 0 {
      block = try refill(list)
    } else {
      head.pointee =
        UnsafePointer<UInt>(bitPattern: block &+ Page.objectLink).unsafelyUnwrapped
        .pointee
    }
    #if DEBUG
      noteAllocated(block)
    #endif
    return block
  }

  @inline(__always) private func initializeHeader(
    _ memory: UnsafeMutableRawPointer, _ type: TypeObject
  ) -> Reference {
    let reference = Reference(memory)
    reference.header.pointee.type = type.bits
    yieldPoint()
    reference.storeBias(UInt64(owner) << 32 | 1)
    yieldPoint()
    // The shared word (fresh is zero), lock, collector bits and flags in one store.
    racer_store_relaxed_u64(reference.sharedAddress, 0)
    return reference
  }

  @inline(never) private func refill(_ list: Int) throws(Raised) -> UInt {
    let block = record.pointee.heap.refill(list)
    if block == 0 { throw raiseMemoryError() }
    return block
  }

  /// Objects above the largest class: a run of pages of their own.
  @inline(never) private func allocateLarge(_ size: Int, kind: Int) throws(Raised) -> UInt {
    let region = Region.objects
    let count = size <= 1 << 40 ? UInt32((size + Page.size - 1) / Page.size) : UInt32.max
    guard let start = region.take(pages: count) else { throw raiseMemoryError() }
    let page = region.descriptor(start)
    page.pointee.heap = UInt(bitPattern: record.pointee.heap)
    page.pointee.list = UInt32(kind)
    page.pointee.blockSize = UInt32(truncatingIfNeeded: size)
    page.pointee.initialized = 1
    page.pointee.pageCount = count
    page.pointee.address = region.address(start)
    page.pointee.kind = kind == 0 ? PageKind.leaf : PageKind.container
    record.pointee.heap.noteGrowth(blocks: kind == 0 ? 0 : 1, bytes: size)
    return region.address(start)
  }
}

// MARK: Free

extension Reference {
  /// The header of a free block: nobody can take a count of it (R2).
  @inline(__always) func markFree() {
    storeBias(0)
    yieldPoint()
    racer_store_release_u32(sharedAddress, SharedWord.freed)
    yieldPoint()
  }
}

extension ThreadState {
  /// Gives back an object's memory. Its contents are gone already.
  @inline(__always) package func free(_ reference: Reference) {
    let page = Page.descriptor(ofObject: reference.bits)
    reference.markFree()
    #if DEBUG
      noteFreed(reference, page)
    #endif
    if page.pointee.localHeap == UInt(bitPattern: record.pointee.heap) {
      let head = record.pointee.freeLists + Int(page.pointee.list)
      UnsafeMutablePointer<UInt>(bitPattern: reference.bits &+ Page.objectLink).unsafelyUnwrapped
        .pointee = head.pointee
      head.pointee = reference.bits
    } else {
      freeElsewhere(reference, page)
    }
  }

  @inline(never) private func freeElsewhere(
    _ reference: Reference, _ page: UnsafeMutablePointer<PageDescriptor>
  ) {
    if page.isLarge {
      retire(RetiredMemory(page: page))
    } else {
      page.owningHeap.freeRemote(reference.bits, link: Page.objectLink, page: page)
    }
  }
}

// MARK: Debug fill

extension ThreadState {
  /// The byte that free memory is filled with in debug builds.
  private static var fill: Int32 { 0xDB }

  @inline(never) private func noteAllocated(_ block: UInt) {
    let page = Page.descriptor(ofObject: block)
    if page.isLarge { return }
    let shared = racer_load_relaxed_u32(UnsafeRawPointer(bitPattern: block + 8))
    if shared != SharedWord.freed && shared != 0 { fatalError("a live block was on a free list") }
    let size = UInt(page.pointee.blockSize)
    racer_unpoison(UnsafeMutableRawPointer(bitPattern: block + 32), size - 32)
  }

  @inline(never) private func noteFreed(
    _ reference: Reference, _ page: UnsafeMutablePointer<PageDescriptor>
  ) {
    let size = page.isLarge ? 64 : Int(page.pointee.blockSize)
    memset(reference.pointer + 24, ThreadState.fill, size - 24)
    if !page.isLarge { racer_poison(reference.pointer + 32, UInt(size - 32)) }
  }
}
