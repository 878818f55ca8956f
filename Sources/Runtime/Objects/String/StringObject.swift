// str: an immutable array of code points, 1, 2 or 4 bytes each.
//
// Invariants: `kind` is the smallest that holds the content, and `isASCII` is exact, so equal
// strings have equal representations and are compared by memcmp. The content follows the body's
// fixed part inline; strings of a subclass, and strings that grow by `+=`, keep it in a store of
// their own (`isExternal`). `hash` is 0 until computed and is written by any thread, relaxed: all
// write the same number. Nothing else changes after publication; the one writer of content is
// `concatenateInPlace`, on strings that nobody else can see (concurrency.md R3, "Unique").
// Interned strings and the strings of one Latin-1 character are immortal.

import CRuntime
import Glibc

package struct StringBody {
  package var header: Header
  package var hash: Int
  /// Number of code points.
  package var count: Int
  /// Bytes of a code point: 1, 2 or 4.
  package var kind: UInt8
  package var isASCII: Bool
  package var isInterned: Bool
  package var isExternal: Bool
  package var reserved: UInt32
  /// Where the inline content begins; the store of an external string.
  package var store: UnsafeMutableRawPointer?
  /// Size of an external string's store, in bytes.
  package var capacity: Int

  /// Offset of inline content.
  @inline(__always) static var inlineOffset: Int { 48 }
}

package struct StringObject {
  package let body: UnsafeMutablePointer<StringBody>

  /// The value must be a str.
  @inline(__always) package init(_ value: Value) { body = value.reference.body(StringBody.self) }
  @inline(__always) package init(_ body: UnsafeMutablePointer<StringBody>) { self.body = body }

  @inline(__always) package var value: Value {
    Value(Reference(UnsafeMutableRawPointer(body)))
  }
  @inline(__always) package var count: Int { body.pointee.count }
  @inline(__always) package var kind: Int { Int(body.pointee.kind) }
  @inline(__always) package var isASCII: Bool { body.pointee.isASCII }
  @inline(__always) package var isEmpty: Bool { body.pointee.count == 0 }
  @inline(__always) var isExternal: Bool { body.pointee.isExternal }

  /// The content; valid as long as the string is.
  @inline(__always) package var bytes: UnsafeMutableRawPointer {
    body.pointee.isExternal
      ? body.pointee.store.unsafelyUnwrapped
      : UnsafeMutableRawPointer(body) + StringBody.inlineOffset
  }
  /// The content of a string that was just made.
  @inline(__always) var inlineBytes: UnsafeMutableRawPointer {
    UnsafeMutableRawPointer(body) + StringBody.inlineOffset
  }
  @inline(__always) package var payload: UnsafeMutableRawPointer { bytes }
  @inline(__always) package var view: StringView {
    StringView(base: UnsafeRawPointer(bytes), count: count, kind: kind)
  }
  @inline(__always) package subscript(index: Int) -> UInt32 { view[index] }

  /// Whether the string is this ASCII text.
  package func isEqual(to text: StaticString) -> Bool {
    guard isASCII, count == text.utf8CodeUnitCount else { return false }
    return memcmp(bytes, text.utf8Start, count) == 0
  }
}

extension StringObject {
  package static let definition = TypeDefinition(
    name: "str", size: MemoryLayout<StringBody>.size,
    flags: TypeFlags.isBaseType | TypeFlags.stringSubclass,
    doc: """
      str(object='') -> str
      str(bytes_or_buffer[, encoding[, errors]]) -> str

      Make a string of any object. With encoding or errors, decode an object that holds bytes;
      otherwise the result is that of object.__str__() or else of repr(object).
      """,
    slots: [
      .repr(repr), .str(string), .hash(hash), .length(length), .getItem(getItem),
      .contains(contains), .compare(compare), .iterate(iterate),
      .binary(.concatenate, concatenate), .binary(.repeat, repeated),
      .binary(.modulo, formatPercent), .new(new),
    ],
    methods: searchingMethods + splittingMethods + caseMethods + classifyingMethods
      + paddingMethods + convertingMethods,
    dispose: dispose)

  static func string(thread: ThreadState, self string: Value) throws(Raised) -> Value {
    try exact(thread, string)
  }

  static func length(thread: ThreadState, self string: Value) throws(Raised) -> Int {
    StringObject(string).count
  }

  static func dispose(thread: ThreadState, reference: Reference) {
    let body = reference.body(StringBody.self)
    guard body.pointee.isExternal, let store = body.pointee.store else { return }
    thread.freeStore(store, bytes: body.pointee.capacity)
  }
}
