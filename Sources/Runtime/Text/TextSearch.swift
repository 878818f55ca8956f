// Finding text in text. glibc's `memmem` (two-way, linear time) does the work for every kind: for
// wider code points a hit off the unit boundary is skipped.

import CRuntime
import Glibc

enum TextSearch {
  /// Index of the first occurrence, or -1. The needle may be of any kind.
  static func find(_ haystack: StringView, _ needle: StringView) -> Int {
    if needle.count == 0 { return 0 }
    if needle.count > haystack.count { return -1 }
    if needle.count == 1 { return haystack.firstIndex(of: needle[0]) }
    if needle.kind > haystack.kind { return -1 }
    if needle.kind == haystack.kind { return findBytes(haystack, needle) }
    let widened = WidenedView(needle, kind: haystack.kind)
    defer { widened.free() }
    return findBytes(haystack, widened.view)
  }

  private static func findBytes(_ haystack: StringView, _ needle: StringView) -> Int {
    let kind = haystack.kind
    var offset = 0
    if kind == 1 {
      // Setting `memmem` up costs more than most searches: try a few places by their first byte.
      let first = Int32(needle.base.load(as: UInt8.self))
      let last = haystack.count - needle.count
      if last < 16 { return findShort(haystack.base, needle.base, needle.count, last) }
      for _ in 0..<8 {
        guard let hit = memchr(haystack.base + offset, first, last - offset + 1) else {
          return -1
        }
        let position = UnsafeRawPointer(hit) - haystack.base
        if memcmp(hit, needle.base, needle.count) == 0 { return position }
        offset = position + 1
        if offset > last { return -1 }
      }
    }
    while true {
      guard
        let hit = racer_find_bytes(
          haystack.base + offset, haystack.byteCount - offset, needle.base, needle.byteCount)
      else { return -1 }
      let position = hit - haystack.base
      if position % kind == 0 { return position / kind }
      offset = position + 1
    }
  }

  /// The same where there are few places to look at, for a needle of two bytes at least.
  @inline(__always) private static func findShort(
    _ haystack: UnsafeRawPointer, _ needle: UnsafeRawPointer, _ count: Int, _ last: Int
  ) -> Int {
    let first = needle.loadUnaligned(as: UInt16.self)
    for index in 0...last
    where haystack.loadUnaligned(fromByteOffset: index, as: UInt16.self) == first {
      if ShortBytes.areEqual(haystack + index + 2, needle + 2, count: count &- 2) { return index }
    }
    return -1
  }

  /// Index of the last occurrence, or -1.
  static func findLast(_ haystack: StringView, _ needle: StringView) -> Int {
    if needle.count == 0 { return haystack.count }
    if needle.count > haystack.count || needle.kind > haystack.kind { return -1 }
    let widened = WidenedView(needle, kind: haystack.kind)
    defer { widened.free() }
    switch haystack.kind {
    case 1: return findLast(haystack, widened.view, UInt8.self)
    case 2: return findLast(haystack, widened.view, UInt16.self)
    default: return findLast(haystack, widened.view, UInt32.self)
    }
  }

  @inline(__always) private static func findLast<Unit: CodeUnit>(
    _ haystack: StringView, _ needle: StringView, _: Unit.Type
  ) -> Int {
    let text = haystack.units(Unit.self), pattern = needle.units(Unit.self)
    let first = pattern[0], bytes = needle.byteCount
    var index = haystack.count - needle.count
    while index >= 0 {
      if text[index] == first && memcmp(text + index, pattern, bytes) == 0 { return index }
      index &-= 1
    }
    return -1
  }

  /// Number of occurrences that do not overlap, at most `limit`.
  static func count(_ haystack: StringView, _ needle: StringView, limit: Int = Int.max) -> Int {
    if needle.count == 0 { return min(haystack.count + 1, limit) }
    if needle.kind > haystack.kind { return 0 }
    let widened = WidenedView(needle, kind: haystack.kind)
    defer { widened.free() }
    var count = 0
    var start = 0
    while count < limit {
      let hit = find(haystack.slice(start, haystack.count), widened.view)
      if hit < 0 { break }
      count += 1
      start += hit + needle.count
    }
    return count
  }

  static func hasPrefix(_ text: StringView, _ prefix: StringView) -> Bool {
    prefix.count <= text.count && text.slice(0, prefix.count).isEqual(to: prefix)
  }

  static func hasSuffix(_ text: StringView, _ suffix: StringView) -> Bool {
    suffix.count <= text.count
      && text.slice(text.count - suffix.count, text.count).isEqual(to: suffix)
  }

  /// Calls back with each occurrence's index, at most `limit`, from the left.
  @inline(__always) static func forEachMatch(
    _ haystack: StringView, _ needle: StringView, limit: Int, _ body: (Int) -> Void
  ) {
    var start = 0
    var left = limit
    while left > 0 {
      let hit = find(haystack.slice(start, haystack.count), needle)
      if hit < 0 { return }
      body(start + hit)
      start += hit + needle.count
      left -= 1
    }
  }
}
