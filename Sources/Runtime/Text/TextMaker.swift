// What str, bytes and bytearray differ in, for the algorithms that they share.

protocol TextMaker {
  /// A new object of the text's type, or the text itself where the view is all of it.
  func make(_ thread: ThreadState, _ view: StringView) throws(Raised) -> Value
  static func isSpace(_ code: UInt32) -> Bool
  static func isLineBreak(_ code: UInt32) -> Bool
}

struct StringMaker: TextMaker {
  /// The string that the views are parts of.
  let source: Value

  @inline(__always) func make(_ thread: ThreadState, _ view: StringView) throws(Raised) -> Value {
    let string = StringObject(source)
    if view.count == string.count && source.isExactString { return thread.retain(source) }
    if view.count > 1 && string.isASCII {
      return try StringObject.make(thread, ascii: view.base, count: view.count)
    }
    return try StringObject.make(thread, view)
  }

  @inline(__always) static func isSpace(_ code: UInt32) -> Bool { UnicodeProperties.isSpace(code) }

  @inline(__always) static func isLineBreak(_ code: UInt32) -> Bool {
    switch code {
    case 0x0a...0x0d, 0x1c...0x1e, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }
}
