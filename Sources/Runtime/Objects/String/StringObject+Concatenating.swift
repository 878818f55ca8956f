// `+`, `*` and the growing `+=`.

import CRuntime
import Glibc

extension StringObject {
  static func concatenate(thread: ThreadState, left: Value, right: Value) throws(Raised) -> Value {
    guard left.isInstance(TypeFlags.stringSubclass) else { return .notImplemented }
    guard right.isInstance(TypeFlags.stringSubclass) else {
      throw thread.raise(
        .typeError, "can only concatenate str (not \"\(right.type.nameText)\") to str")
    }
    return try joined(thread, left, right)
  }

  /// The concatenation of two strings.
  package static func joined(_ thread: ThreadState, _ left: Value, _ right: Value) throws(Raised)
    -> Value
  {
    let x = StringObject(left), y = StringObject(right)
    if x.isEmpty { return try exact(thread, right) }
    if y.isEmpty { return try exact(thread, left) }
    let maximum = max(x.maximumOfKind, y.maximumOfKind)
    let result = try make(thread, count: x.count + y.count, maximum: maximum)
    let kind = result.kind
    x.view.copy(to: result.bytes, kind: kind)
    y.view.copy(to: result.bytes + x.count * kind, kind: kind)
    return result.value
  }

  /// The concatenation of the strings in consecutive registers (f-strings).
  package static func joined(
    _ thread: ThreadState, _ words: UnsafeMutablePointer<UInt>, count: Int
  ) throws(Raised) -> Value {
    var total = 0
    var maximum: UInt32 = 0
    // The only part that is not empty, if there is one.
    var only = Value.unbound
    for index in 0..<count {
      let part = StringObject(Value(bits: words[index]))
      if part.isEmpty { continue }
      only = total == 0 ? part.value : .unbound
      total &+= part.count
      maximum |= part.maximumOfKind
    }
    if total == 0 { return empty }
    if only.isReference { return try exact(thread, only) }
    let result = try make(thread, count: total, maximum: maximum)
    var target = result.inlineBytes
    if maximum < 0x100 {
      for index in 0..<count {
        let part = StringObject(Value(bits: words[index]))
        ShortBytes.copy(part.bytes, to: target, count: part.count)
        target += part.count
      }
      return result.value
    }
    let kind = result.kind
    for index in 0..<count {
      let view = StringObject(Value(bits: words[index])).view
      view.copy(to: target, kind: kind)
      target += view.count * kind
    }
    return result.value
  }

  /// The largest code point that a string of this one's class may hold.
  @inline(__always) var maximumOfKind: UInt32 {
    isASCII ? 0x7f : kind == 1 ? 0xff : kind == 2 ? 0xffff : 0x10ffff
  }

  static func repeated(thread: ThreadState, left: Value, right: Value) throws(Raised) -> Value {
    let isLeft = left.isInstance(TypeFlags.stringSubclass)
    let (text, factor) = isLeft ? (left, right) : (right, left)
    guard text.isInstance(TypeFlags.stringSubclass) else { return .notImplemented }
    guard thread.isIndex(factor) else {
      throw thread.raise(
        .typeError, "can't multiply sequence by non-int of type '\(factor.type.nameText)'")
    }
    let times = try thread.index(factor)
    let string = StringObject(text)
    if times <= 0 || string.isEmpty { return empty }
    if times == 1 { return try exact(thread, text) }
    let (total, overflows) = string.count.multipliedReportingOverflow(by: times)
    guard !overflows, total < Int.max / 8 else { throw thread.raiseMemoryError() }
    let result = try make(thread, count: total, maximum: string.maximumOfKind)
    TextFill.repeatBytes(string.bytes, string.view.byteCount, times, to: result.bytes)
    return result.value
  }

  /// `register += right` for a register that owns a str: grows the string in place where nobody
  /// else can see it, so that building a text in a loop takes linear time. A string that is grown
  /// gets a store of its own with room to spare.
  package static func concatenateInPlace(
    _ thread: ThreadState, _ register: UnsafeMutablePointer<UInt>, _ right: Value
  ) throws(Raised) {
    let left = Value(bits: register.pointee)
    let x = StringObject(left), y = StringObject(right)
    let canGrow =
      x.count &+ y.count >= smallestGrown && y.kind <= x.kind && x.body != y.body
      && left.isExactString && !x.body.pointee.isInterned && thread.isUniquelyOwned(left)
    guard canGrow else {
      let result = try joined(thread, left, right)
      register.pointee = result.bits
      thread.release(left)
      return
    }
    if y.isEmpty { return }
    let kind = x.kind
    let needed = (x.count + y.count) * kind
    if !x.body.pointee.isExternal || x.body.pointee.capacity < needed {
      try register.pointee = grown(thread, left, bytes: needed + needed / 2).bits
    }
    let target = StringObject(Value(bits: register.pointee))
    y.view.copy(to: target.bytes + target.count * kind, kind: kind)
    target.body.pointee.count += y.count
    target.body.pointee.isASCII = target.isASCII && y.isASCII
    target.body.pointee.hash = 0
  }

  /// Below this length a fresh string costs no more than growing one.
  private static var smallestGrown: Int { 128 }

  /// Moves a string that this thread alone sees to a store of the given size. An inline string
  /// moves to a new object, and is released.
  private static func grown(_ thread: ThreadState, _ value: Value, bytes: Int) throws(Raised)
    -> Value
  {
    let source = StringObject(value)
    let store = try thread.allocateStore(bytes: bytes)
    memcpy(store, source.bytes, source.view.byteCount)
    if source.body.pointee.isExternal {
      thread.freeStore(source.bytes, bytes: source.body.pointee.capacity)
      source.body.pointee.store = store
      source.body.pointee.capacity = bytes
      return value
    }
    let result: StringObject
    do throws(Raised) { result = try make(thread, count: 0, maximum: source.maximumOfKind) } catch {
      thread.freeStore(store, bytes: bytes)
      throw error
    }
    result.body.pointee.count = source.count
    result.body.pointee.store = store
    result.body.pointee.capacity = bytes
    result.body.pointee.isExternal = true
    thread.release(value)
    return result.value
  }
}

/// Filling memory with repetitions.
enum TextFill {
  /// `times` copies of `count` bytes, by doubling.
  static func repeatBytes(
    _ source: UnsafeRawPointer, _ count: Int, _ times: Int, to target: UnsafeMutableRawPointer
  ) {
    let total = count * times
    if count == 1 {
      memset(target, Int32(source.load(as: UInt8.self)), total)
      return
    }
    memcpy(target, source, count)
    var done = count
    while done < total {
      let step = min(done, total - done)
      memcpy(target + done, target, step)
      done += step
    }
  }
}
