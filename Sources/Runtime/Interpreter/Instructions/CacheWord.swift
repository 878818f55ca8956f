// Inline cache words (concurrency.md R9): `payload:32 | kind:4 | version:28`, one atomic word that
// names its own kind, so that no two words have to agree.

import CRuntime

struct CacheWord {
  let bits: UInt64

  enum Kind: UInt64 {
    case none
    /// The version is a dict table's; the payload is the entry's number.
    case global
    /// The version is the global table's, where the name is absent; the payload is the entry's
    /// number in the builtins table (10 bits) and that table's version (22 bits).
    case builtin
    /// The version is a shape's; the payload is a slot.
    case inlineSlot
    /// The version is a shape's; the payload is the handle of the child shape, whose last key is
    /// the name and goes to the slot of the same number.
    case addSlot
    /// The version is a type's; the payload is the handle of a function or another deferred object.
    case method
    /// The version is a module dict table's; the payload is the entry's number.
    case module
    /// As method, for what `super()` finds; in the thread's table only.
    case superAttribute
  }

  @inline(__always) init(bits: UInt64) { self.bits = bits }

  @inline(__always) init(_ address: UnsafeMutablePointer<UInt64>) {
    bits = racer_load_acquire_u64(address)
  }
  @inline(__always) init(_ kind: Kind, version: UInt32, payload: UInt32) {
    bits = UInt64(payload) << 32 | kind.rawValue << 28 | UInt64(version)
  }

  @inline(__always) var payload: UInt32 { UInt32(truncatingIfNeeded: bits >> 32) }
  @inline(__always) var version: UInt32 { UInt32(truncatingIfNeeded: bits) & 0xfff_ffff }
  /// Kind and version together: what one comparison checks.
  @inline(__always) var guardBits: UInt32 { UInt32(truncatingIfNeeded: bits) }
  @inline(__always) static func guardBits(_ kind: Kind, _ version: UInt32) -> UInt32 {
    UInt32(truncatingIfNeeded: kind.rawValue << 28) | version
  }
  @inline(__always) var kind: UInt64 { bits >> 28 & 0xf }

  /// Whether the word is for stores into instances of the shape with this version.
  @inline(__always) func tellsSlot(_ shapeVersion: UInt32) -> Bool {
    version == shapeVersion && (kind == Kind.inlineSlot.rawValue || kind == Kind.addSlot.rawValue)
  }

  /// Publishes the word. Release: who reads it may use what the payload names.
  @inline(__always) func store(_ address: UnsafeMutablePointer<UInt64>) {
    racer_store_release_u64(address, bits)
  }
}
