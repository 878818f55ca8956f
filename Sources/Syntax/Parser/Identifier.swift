@_spi(_Unicode) import Swift

/// Names as the language sees them.
enum Identifier {
  /// The name that the bytes spell. Names that differ only in compatibility forms are equal, hence
  /// they are kept in normalisation form KC.
  static func normalized(_ bytes: ArraySlice<UInt8>) -> String {
    let name = String(decoding: bytes, as: UTF8.self)
    if bytes.allSatisfy({ $0 < 0x80 }) { return name }
    var decomposed = String.UnicodeScalarView()
    for scalar in name.unicodeScalars {
      if let replacement = CompatibilityCharacters.decompositions[scalar] {
        decomposed.append(contentsOf: replacement)
      } else {
        decomposed.append(scalar)
      }
    }
    var result = String.UnicodeScalarView()
    for scalar in String(decomposed)._nfc { result.append(scalar) }
    return String(result)
  }
}
