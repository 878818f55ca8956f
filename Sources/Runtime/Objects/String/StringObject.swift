// str: immutable, 1, 2 or 4 bytes a code point, characters inline after the body.
//
// The hash is computed lazily and cached with a relaxed store: every thread computes the same
// number, so a lost store costs only time (prior-art.md 1.10, pitfall 22).

import CRuntime
import Glibc

package struct StringBody {
  package var header: Header
  /// 0 = not computed yet.
  package var hash: Int
  /// Number of code points.
  package var count: Int
  /// Bytes a code point: 1, 2 or 4; the narrowest that fits.
  package var kind: UInt8
  package var isASCII: Bool
  package var isInterned: Bool
}

/// A str, borrowed.
@frozen public struct StringObject {
  package let body: UnsafeMutablePointer<StringBody>

  /// The value must be a str.
  @inline(__always) package init(_ value: Value) {
    body = value.reference.body(StringBody.self)
  }
  @inline(__always) package var value: Value {
    Value(Reference(UnsafeMutableRawPointer(body)))
  }
}

extension StringObject {
  @inline(__always) package static var payloadOffset: Int { 48 }
  @inline(__always) package var count: Int { body.pointee.count }
  @inline(__always) package var kind: UInt8 { body.pointee.kind }
  @inline(__always) package var payload: UnsafeMutableRawPointer {
    UnsafeMutableRawPointer(body) + StringObject.payloadOffset
  }

  /// The code point at an index within bounds.
  @inline(__always) package subscript(index: Int) -> UInt32 {
    switch kind {
    case 1: UInt32(payload.load(fromByteOffset: index, as: UInt8.self))
    case 2: UInt32(payload.load(fromByteOffset: index * 2, as: UInt16.self))
    default: payload.load(fromByteOffset: index * 4, as: UInt32.self)
    }
  }

  /// The text as a Swift string, for messages; lone surrogates become U+FFFD.
  package var text: String {
    if body.pointee.isASCII {
      return String(
        decoding: UnsafeRawBufferPointer(start: payload, count: count), as: UTF8.self)
    }
    var result = ""
    for index in 0..<count {
      result.unicodeScalars.append(Unicode.Scalar(self[index]) ?? "\u{FFFD}")
    }
    return result
  }

  /// A fresh string of `count` code points up to `maximum`; its characters are to be filled in.
  package static func make(_ thread: ThreadState, count: Int, maximum: UInt32) throws(Raised)
    -> StringObject
  {
    let kind: UInt8 = maximum < 0x100 ? 1 : maximum < 0x1_0000 ? 2 : 4
    let reference = try thread.allocate(
      TypeObject(.str), size: payloadOffset + (count + 1) * Int(kind))
    let string = StringObject(Value(reference))
    string.body.pointee.count = count
    string.body.pointee.kind = kind
    string.body.pointee.isASCII = maximum < 0x80
    return string
  }

  @inline(__always) package func store(_ character: UInt32, at index: Int) {
    switch kind {
    case 1:
      payload.storeBytes(
        of: UInt8(truncatingIfNeeded: character), toByteOffset: index, as: UInt8.self)
    case 2:
      payload.storeBytes(
        of: UInt16(truncatingIfNeeded: character), toByteOffset: index * 2, as: UInt16.self)
    default: payload.storeBytes(of: character, toByteOffset: index * 4, as: UInt32.self)
    }
  }
}

extension ThreadState {
  /// A str of a Swift string; for messages and start-up, not for paths that a script takes.
  package func string(_ text: String) throws(Raised) -> Value {
    var maximum: UInt32 = 0
    var count = 0
    for scalar in text.unicodeScalars {
      maximum = max(maximum, scalar.value)
      count += 1
    }
    let string = try StringObject.make(self, count: count, maximum: maximum)
    var index = 0
    for scalar in text.unicodeScalars {
      string.store(scalar.value, at: index)
      index += 1
    }
    return string.value
  }
}
