// Growing text, 1, 2 or 4 bytes a code point as needed: what join, repr and formatting write into.
//
//     var builder = StringBuilder()
//     defer { builder.discard() }
//     builder.append(…)
//     return try builder.finish(thread)

import CRuntime
import Glibc

package struct StringBuilder {
  private var memory: UnsafeMutableRawPointer?
  private var capacity = 0
  package private(set) var count = 0
  private var kind = 1
  /// All code points or-ed together, or the class of appended strings.
  private var maximum: UInt32 = 0
  /// Memory ran out: `finish` raises.
  private var hasFailed = false

  package init() {}

  package init(capacity: Int) {
    reserve(capacity, kind: 1)
  }

  package var isEmpty: Bool { count == 0 }
  package var view: StringView {
    StringView(base: memory ?? UnsafeMutableRawPointer(bitPattern: 16)!, count: count, kind: kind)
  }

  /// The text so far as a str; the builder is empty afterwards.
  package mutating func finish(_ thread: ThreadState) throws(Raised) -> Value {
    defer { discard() }
    if hasFailed { throw thread.raiseMemoryError() }
    guard count > 1, let memory else {
      return count == 0 ? StringObject.empty : try StringObject.character(thread, view[0])
    }
    let string = try StringObject.make(thread, count: count, maximum: maximum)
    memcpy(string.bytes, memory, count * kind)
    return string.value
  }

  /// Frees the memory; harmless after `finish`.
  package mutating func discard() {
    Glibc.free(memory)
    memory = nil
    capacity = 0
    count = 0
    kind = 1
    maximum = 0
  }

  /// Makes room for `extra` code points of at least `neededKind`; false when memory ran out.
  @inline(__always) @discardableResult
  private mutating func reserve(_ extra: Int, kind neededKind: Int) -> Bool {
    if neededKind <= kind && count &+ extra <= capacity { return true }
    return grow(extra, neededKind)
  }

  @inline(never) private mutating func grow(_ extra: Int, _ neededKind: Int) -> Bool {
    let newKind = max(kind, neededKind)
    guard !hasFailed, extra < Int.max / 16 else {
      hasFailed = true
      return false
    }
    let newCapacity = max(count + extra, count + count / 2, 48 / newKind)
    guard let grown = malloc(newCapacity * newKind) else {
      hasFailed = true
      return false
    }
    if let memory {
      view.copy(to: grown, kind: newKind)
      Glibc.free(memory)
    }
    memory = grown
    capacity = newCapacity
    kind = newKind
    return true
  }

  @inline(__always) private func store(_ code: UInt32, at index: Int) {
    let memory = memory.unsafelyUnwrapped
    switch kind {
    case 1: memory.assumingMemoryBound(to: UInt8.self)[index] = UInt8(truncatingIfNeeded: code)
    case 2: memory.assumingMemoryBound(to: UInt16.self)[index] = UInt16(truncatingIfNeeded: code)
    default: memory.assumingMemoryBound(to: UInt32.self)[index] = code
    }
  }

  @inline(__always) package mutating func append(_ code: UInt32) {
    guard reserve(1, kind: StringObject.kind(holding: code)) else { return }
    store(code, at: count)
    count &+= 1
    maximum |= code
  }

  package mutating func append(_ code: UInt32, repeated times: Int) {
    guard times > 0, reserve(times, kind: StringObject.kind(holding: code)) else { return }
    if kind == 1 {
      memset(memory.unsafelyUnwrapped + count, Int32(code), times)
    } else {
      for index in count..<count + times { store(code, at: index) }
    }
    count += times
    maximum |= code
  }

  package mutating func append(_ text: StaticString) {
    append(ascii: text.utf8Start, count: text.utf8CodeUnitCount)
  }

  package mutating func append(ascii bytes: UnsafeRawPointer, count added: Int) {
    append(StringView(base: bytes, count: added, kind: 1), maximum: 0x7f)
  }

  package mutating func append(_ string: StringObject) {
    let view = string.view
    let maximum: UInt32 =
      string.isASCII ? 0x7f : view.kind == 1 ? 0xff : view.kind == 2 ? 0xffff : 0x10ffff
    append(view, maximum: maximum)
  }

  /// Appends a part of a string, whose class is found by looking at it.
  package mutating func append(_ view: StringView) {
    append(view, maximum: view.maximum)
  }

  private mutating func append(_ view: StringView, maximum added: UInt32) {
    guard view.count > 0, reserve(view.count, kind: StringObject.kind(holding: added)) else {
      return
    }
    view.copy(to: memory.unsafelyUnwrapped + count * kind, kind: kind)
    count += view.count
    maximum |= added
  }

  /// Appends Swift text.
  package mutating func append(text: String) {
    for scalar in text.unicodeScalars { append(scalar.value) }
  }

  /// Appends a decimal number.
  package mutating func append(decimal number: Int) {
    if number < 0 { append(UInt32(45)) }
    append(digits: UInt64(number.magnitude))
  }

  /// Appends the decimal digits of a number, with zeros in front to the given width.
  package mutating func append(digits number: UInt64, width: Int = 1) {
    DecimalDigits.with(UInt(number)) { (digits, count) in
      append(UInt32(48), repeated: width - count)
      append(ascii: digits, count: count)
    }
  }
}
