// Hash, equality and order.

import CRuntime
import Glibc

extension StringObject {
  private var hashAddress: UnsafeMutableRawPointer { UnsafeMutableRawPointer(body) + 24 }

  /// The hash, computed once. Any thread may store it: all store the same number.
  @inline(__always) package var hash: Int {
    let known = Int(bitPattern: UInt(racer_load_relaxed_u64(hashAddress)))
    return known != 0 ? known : computeHash()
  }

  @inline(never) private func computeHash() -> Int {
    let hash = SipHash.hash(bytes, view.byteCount)
    racer_store_relaxed_u64(hashAddress, UInt64(bitPattern: Int64(hash)))
    return hash
  }

  static func hash(thread: ThreadState, self string: Value) throws(Raised) -> Int {
    StringObject(string).hash
  }

  /// Whether two strings have the same text.
  @inline(__always) package static func areEqual(_ left: StringObject, _ right: StringObject)
    -> Bool
  {
    if left.body == right.body { return true }
    let count = left.count
    guard count == right.count, left.kind == right.kind else { return false }
    // Both interned and not the same object: different texts.
    if left.body.pointee.isInterned && right.body.pointee.isInterned { return false }
    return ShortBytes.areEqual(left.bytes, right.bytes, count: count &* left.kind)
  }

  /// Negative, 0 or positive, by code points.
  package static func order(_ left: StringObject, _ right: StringObject) -> Int {
    order(left.view, right.view)
  }

  static func order(_ left: StringView, _ right: StringView) -> Int {
    let common = min(left.count, right.count)
    if left.kind == 1 && right.kind == 1 {
      let difference = ShortBytes.order(left.base, right.base, count: common)
      return difference != 0 ? difference : left.count - right.count
    }
    for index in 0..<common {
      let x = left[index], y = right[index]
      if x != y { return x < y ? -1 : 1 }
    }
    return left.count - right.count
  }

  static func compare(
    thread: ThreadState, left: Value, right: Value, comparison: Comparison
  ) throws(Raised) -> Value {
    guard left.isInstance(TypeFlags.stringSubclass), right.isInstance(TypeFlags.stringSubclass)
    else { return .notImplemented }
    return Value(holds(StringObject(left), StringObject(right), comparison))
  }

  static func holds(_ left: StringObject, _ right: StringObject, _ comparison: Comparison) -> Bool {
    switch comparison {
    case .equal: areEqual(left, right)
    case .notEqual: !areEqual(left, right)
    default: comparison.holds(order(left, right), 0)
    }
  }
}
