// Code points where they lie: what the text algorithms work on, whatever holds them.

import Glibc

/// An unsigned integer that holds a code point in a string: UInt8, UInt16 or UInt32.
protocol CodeUnit: FixedWidthInteger & UnsignedInteger {}
extension UInt8: CodeUnit {}
extension UInt16: CodeUnit {}
extension UInt32: CodeUnit {}

/// Borrowed content of a string. The caller keeps the string.
package struct StringView {
  package let base: UnsafeRawPointer
  package let count: Int
  /// Bytes of a code point: 1, 2 or 4.
  package let kind: Int

  @inline(__always) package init(base: UnsafeRawPointer, count: Int, kind: Int) {
    self.base = base
    self.count = count
    self.kind = kind
  }

  @inline(__always) func units<Unit: CodeUnit>(_: Unit.Type) -> UnsafePointer<Unit> {
    base.assumingMemoryBound(to: Unit.self)
  }

  @inline(__always) package subscript(index: Int) -> UInt32 {
    switch kind {
    case 1: UInt32(units(UInt8.self)[index])
    case 2: UInt32(units(UInt16.self)[index])
    default: units(UInt32.self)[index]
    }
  }

  @inline(__always) package func slice(_ start: Int, _ end: Int) -> StringView {
    StringView(base: base + start * kind, count: end - start, kind: kind)
  }
  @inline(__always) package var byteCount: Int { count * kind }

  /// An upper bound of the code points in the same class as the largest: 0x7f, 0xff, 0xffff or
  /// more.
  var maximum: UInt32 {
    switch kind {
    case 1: TextScan.isASCII(base, count) ? 0x7f : 0xff
    case 2: UInt32(TextScan.bits(units(UInt16.self), count))
    default: TextScan.bits(units(UInt32.self), count)
    }
  }

  func isEqual(to other: StringView) -> Bool {
    guard count == other.count else { return false }
    if kind == other.kind { return ShortBytes.areEqual(base, other.base, count: byteCount) }
    for index in 0..<count where self[index] != other[index] { return false }
    return true
  }

  /// Index of a code point at or after `start`, or -1.
  func firstIndex(of code: UInt32, from start: Int = 0) -> Int {
    switch kind {
    case 1:
      guard code < 0x100, let hit = memchr(base + start, Int32(code), count - start) else {
        return -1
      }
      return UnsafeRawPointer(hit) - base
    case 2:
      guard code < 0x10000 else { return -1 }
      return TextScan.index(units(UInt16.self), count, of: UInt16(code), from: start)
    default:
      return TextScan.index(units(UInt32.self), count, of: code, from: start)
    }
  }

  /// Copies the code points to memory of the same or a wider kind.
  @inline(__always) func copy(to target: UnsafeMutableRawPointer, kind targetKind: Int) {
    if kind == targetKind {
      ShortBytes.copy(base, to: target, count: byteCount)
    } else {
      convert(to: target, kind: targetKind)
    }
  }

  @inline(never) private func convert(to target: UnsafeMutableRawPointer, kind targetKind: Int) {
    switch (kind, targetKind) {
    case (1, 2): TextScan.convert(units(UInt8.self), count, to: target, UInt16.self)
    case (1, 4): TextScan.convert(units(UInt8.self), count, to: target, UInt32.self)
    case (2, 4): TextScan.convert(units(UInt16.self), count, to: target, UInt32.self)
    case (2, 1): TextScan.convert(units(UInt16.self), count, to: target, UInt8.self)
    case (4, 1): TextScan.convert(units(UInt32.self), count, to: target, UInt8.self)
    default: TextScan.convert(units(UInt32.self), count, to: target, UInt16.self)
    }
  }
}

/// A view at a given kind; owns a copy where the source was narrower. `free` it.
struct WidenedView {
  let view: StringView
  private let copy: UnsafeMutableRawPointer?

  init(_ source: StringView, kind: Int) {
    if source.kind == kind {
      view = source
      copy = nil
    } else {
      let memory = malloc(max(1, source.count * kind)).unsafelyUnwrapped
      source.copy(to: memory, kind: kind)
      view = StringView(base: memory, count: source.count, kind: kind)
      copy = memory
    }
  }

  func free() { Glibc.free(copy) }
}

/// Loops over code units that the compiler turns into vector code.
enum TextScan {
  /// Whether all bytes are below 0x80.
  static func isASCII(_ base: UnsafeRawPointer, _ count: Int) -> Bool {
    var index = 0
    while index &+ 8 <= count {
      let word = base.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      if word & 0x8080_8080_8080_8080 != 0 { return false }
      index &+= 8
    }
    while index < count {
      if base.load(fromByteOffset: index, as: UInt8.self) >= 0x80 { return false }
      index &+= 1
    }
    return true
  }

  /// All units or-ed together: in the same class as the largest.
  @inline(__always) static func bits<Unit: CodeUnit>(_ units: UnsafePointer<Unit>, _ count: Int)
    -> Unit
  {
    var all: Unit = 0
    for index in 0..<count { all |= units[index] }
    return all
  }

  @inline(__always) static func index<Unit: CodeUnit>(
    _ units: UnsafePointer<Unit>, _ count: Int, of unit: Unit, from start: Int
  ) -> Int {
    var index = start
    while index < count {
      if units[index] == unit { return index }
      index &+= 1
    }
    return -1
  }

  @inline(__always) static func convert<Source: CodeUnit, Target: CodeUnit>(
    _ units: UnsafePointer<Source>, _ count: Int, to target: UnsafeMutableRawPointer,
    _: Target.Type
  ) {
    let result = target.assumingMemoryBound(to: Target.self)
    for index in 0..<count { result[index] = Target(truncatingIfNeeded: units[index]) }
  }
}
