// Pages of 64 KiB and their descriptors.
//
// A page belongs to one heap and holds blocks of one size class and kind, from its first byte on: its
// descriptor stands apart, in an array beside the region, so that pages of powers of two are full
// and descriptors do not all fall into the same cache set. A page changes heap or class only after
// an epoch (concurrency.md R2), so a stale reader always finds a header where he looks.
//
// Frees by other threads push to the page's atomic list; the owner takes the whole list by exchange,
// so there is no ABA. The thread that makes a list non-empty also pushes the page on its heap's list
// of such pages.

import CRuntime

/// What a page's blocks are.
package enum PageKind {
  package static let free: UInt32 = 0
  /// Objects without references.
  package static let leaf: UInt32 = 1
  /// Objects that may hold references: the collector visits them.
  package static let container: UInt32 = 2
  package static let store: UInt32 = 3
  /// Continues a large object's first page.
  package static let continuation: UInt32 = 4
}

@frozen public struct PageDescriptor {
  /// The heap whose thread hands out and takes back the blocks; 0 for a large object.
  public var localHeap: UInt
  /// The heap that the page belongs to.
  public var heap: UInt
  /// First byte of the page.
  public var address: UInt
  /// Index of the free list, in words from the heap's first.
  public var list: UInt32
  public var kind: UInt32
  public var blockSize: UInt32
  /// Blocks handed out at least once: only these may hold something.
  public var initialized: UInt32
  /// Pages of a large object, 1 for others.
  public var pageCount: UInt32
  public var reserved: UInt32
  /// For whoever counts something per page: trimming, the collector's side arrays.
  public var scratch: UInt
  public var reserved2: UInt
  /// Blocks freed by other threads, linked at the free link; atomic. On a cache line of its own.
  public var remoteFree: UInt
  /// Next page with remote frees.
  public var nextRemote: UInt
  public var padding: (UInt, UInt, UInt, UInt, UInt, UInt)
}

extension UnsafeMutablePointer where Pointee == PageDescriptor {
  @inline(__always) var address: UInt { pointee.address }
  @inline(__always) var remoteFreeAddress: UnsafeMutableRawPointer {
    UnsafeMutableRawPointer(self) + 64
  }
  @inline(__always) var owningHeap: UnsafeMutablePointer<Heap> {
    UnsafeMutablePointer<Heap>(bitPattern: pointee.heap).unsafelyUnwrapped
  }
  /// A large object's first page.
  package var isLarge: Bool { pointee.localHeap == 0 }
}

package enum Page {
  @inlinable @inline(__always) package static var shift: UInt { 16 }
  @inlinable @inline(__always) package static var size: Int { 65536 }
  /// Bytes of a descriptor: two cache lines.
  @inlinable @inline(__always) package static var descriptorShift: UInt { 7 }

  /// The descriptor of the page that an object begins in.
  @inlinable @inline(__always) package static func descriptor(
    ofObject address: UInt
  ) -> UnsafeMutablePointer<PageDescriptor> {
    let index = (address &- racer_heap.objectBase) >> shift
    return UnsafeMutablePointer(bitPattern: racer_heap.objectPages &+ index << descriptorShift)
      .unsafelyUnwrapped
  }

  @inlinable @inline(__always) package static func descriptor(
    ofStore address: UInt
  ) -> UnsafeMutablePointer<PageDescriptor> {
    let index = (address &- racer_heap.storeBase) >> shift
    return UnsafeMutablePointer(bitPattern: racer_heap.storePages &+ index << descriptorShift)
      .unsafelyUnwrapped
  }

  /// Where a free block keeps the address of the next: never in the header (R2).
  @inlinable @inline(__always) package static var objectLink: UInt { 24 }
}
