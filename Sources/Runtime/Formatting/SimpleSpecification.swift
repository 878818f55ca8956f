// The specifications that scripts use most, read and obeyed without a detour: fill, alignment, `0`
// and width, for ints in decimal and for strings. Everything else is the general code's business,
// errors too.

import CRuntime
import Glibc

struct SimpleSpecification {
  /// ASCII.
  private var fill: UInt8 = 32
  /// 0 where none is given.
  private var alignment: UInt8 = 0
  private var isZeroPadded = false
  private var width = 0
  /// The presentation type; 0 where none is given.
  private var type: UInt8 = 0

  /// Nil for what is not simple.
  @inline(__always) init?(_ specification: Value) {
    guard specification.isExactString else { return nil }
    let string = StringObject(specification)
    let count = string.count
    guard string.isASCII, count > 0 else { return nil }
    let text = UnsafeRawPointer(string.bytes).assumingMemoryBound(to: UInt8.self)
    var position = 0
    if count > 1, SimpleSpecification.isAlignment(text[1]) {
      fill = text[0]
      alignment = text[1]
      position = 2
    } else if SimpleSpecification.isAlignment(text[0]) {
      alignment = text[0]
      position = 1
    } else if text[0] == 48 {
      isZeroPadded = true
      position = 1
    }
    let end = min(count, position &+ 4)
    while position < end, text[position] &- 48 < 10 {
      // A zero after an alignment is a fill, too.
      if width == 0 && text[position] == 48 { return nil }
      width = width &* 10 &+ Int(text[position] &- 48)
      position &+= 1
    }
    if position < count {
      type = text[position]
      position &+= 1
    }
    if position != count { return nil }
  }

  @inline(__always) private static func isAlignment(_ code: UInt8) -> Bool {
    code == 0x3c || code == 0x3e || code == 0x5e || code == 0x3d
  }

  /// A small int in decimal; unbound where the specification asks for something else.
  @inline(__always) func format(_ thread: ThreadState, integer number: Int) throws(Raised) -> Value
  {
    guard type == 0 || type == 0x64 else { return .unbound }
    return try DecimalDigits.with(number.magnitude) { (digits, count) throws(Raised) -> Value in
      let signs = number < 0 ? 1 : 0
      let padding = max(0, width &- count &- signs)
      let total = padding &+ count &+ signs
      if total == 1 { return StringObject.latin(digits[0]) }
      let result = try StringObject.make(thread, count: total, maximum: 0x7f)
      let target = result.inlineBytes.assumingMemoryBound(to: UInt8.self)
      var left = padding
      var inner = 0
      if isZeroPadded || alignment == 0x3d {
        left = 0
        inner = padding
      } else if alignment == 0x3c {
        left = 0
      } else if alignment == 0x5e {
        left = padding / 2
      }
      let fill = isZeroPadded ? 48 : fill
      SimpleSpecification.fill(target, left, fill)
      if signs != 0 { target[left] = 0x2d }
      let start = left &+ signs
      SimpleSpecification.fill(target + start, inner, fill)
      ShortBytes.copy(digits, to: target + start + inner, count: count)
      SimpleSpecification.fill(
        target + start + inner + count, padding &- left &- inner, fill)
      return result.value
    }
  }

  /// A Latin-1 string; unbound where the specification asks for something else.
  @inline(__always) func format(_ thread: ThreadState, string value: Value) throws(Raised) -> Value
  {
    let string = StringObject(value)
    guard type == 0 || type == 0x73, !isZeroPadded, alignment != 0x3d, string.kind == 1 else {
      return .unbound
    }
    let count = string.count
    if width <= count { return thread.retain(value) }
    if width == 1 { return StringObject.latin(fill) }
    let padding = width &- count
    let result = try StringObject.make(thread, count: width, maximum: string.maximumOfKind)
    let target = result.inlineBytes.assumingMemoryBound(to: UInt8.self)
    let left = alignment == 0x3e ? padding : alignment == 0x5e ? padding / 2 : 0
    SimpleSpecification.fill(target, left, fill)
    ShortBytes.copy(string.bytes, to: target + left, count: count)
    SimpleSpecification.fill(target + left + count, padding &- left, fill)
    return result.value
  }

  /// A loop, not a call: there is little to fill.
  @inline(__always) private static func fill(
    _ target: UnsafeMutablePointer<UInt8>, _ count: Int, _ fill: UInt8
  ) {
    if count <= 0 { return }
    if count > 16 {
      memset(target, Int32(fill), count)
      return
    }
    var index = 0
    while index < count {
      target[index] = fill
      racer_keep_branch()
      index &+= 1
    }
  }
}
