// The strings that every process has: the empty one and those of one Latin-1 character.

import CRuntime

extension StringObject {
  /// Makes the shared strings; called once, at start-up.
  package static func prepare(_ thread: ThreadState) throws(Raised) {
    let empty = try make(thread, count: 0, maximum: 0)
    racer_globals.emptyString = try thread.internValue(empty.value).bits
    for code in 0..<256 {
      let string = try make(thread, count: 1, maximum: UInt32(code))
      string.bytes.storeBytes(of: UInt8(code), as: UInt8.self)
      racer_set_character(UInt(code), try thread.internValue(string.value).bits)
    }
  }
}

extension ThreadState {
  /// The interned string of generalised UTF-8 text: what constants of code hold.
  func internText(_ utf8: [UInt8]) throws(Raised) -> Value {
    try utf8.withUnsafeBufferPointer { (buffer) throws(Raised) -> Value in
      guard let base = buffer.baseAddress, !buffer.isEmpty else { return StringObject.empty }
      return try intern(base, count: buffer.count)
    }
  }
}
