// The allocation interface that object types use.

import CRuntime
import Glibc

extension ThreadState {
  /// Memory for an object of `size` bytes with its header set: count one, owned by this thread.
  /// The body is zeroed. Raises MemoryError.
  @inline(__always) package func allocate(_ type: TypeObject, size: Int) throws(Raised) -> Reference {
    guard let memory = aligned_alloc(16, (size + 15) & ~15) else { throw Raised() }
    memset(memory, 0, (size + 15) & ~15)
    let reference = Reference(memory)
    reference.header.pointee.type = type.bits
    reference.storeBias(UInt64(owner) << 32 | 1)
    return reference
  }

  /// An object with its type's basic size.
  @inline(__always) package func allocate<Body>(_ type: TypeObject, _: Body.Type) throws(Raised)
    -> UnsafeMutablePointer<Body>
  {
    try allocate(type, size: MemoryLayout<Body>.size).body(Body.self)
  }

  /// Gives back an object's memory. Its contents are gone already.
  package func free(_ reference: Reference) {
    Glibc.free(reference.pointer)
  }

  /// Backing memory without a header (list items, dict tables, buffers); not zeroed, 16-aligned.
  /// Raises MemoryError.
  package func allocateStore(bytes: Int) throws(Raised) -> UnsafeMutableRawPointer {
    guard let memory = aligned_alloc(16, (bytes + 15) & ~15) else { throw Raised() }
    return memory
  }

  /// Frees backing memory that no other thread can be reading.
  package func freeStore(_ store: UnsafeMutableRawPointer, bytes: Int) {
    Glibc.free(store)
  }

  /// Frees backing memory once no lock-free reader can still look at it: after an epoch (R6).
  package func retireStore(_ store: UnsafeMutableRawPointer, bytes: Int) {
    Glibc.free(store)
  }
}
