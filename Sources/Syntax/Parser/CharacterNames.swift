/// Finds characters by their Unicode names, for `\N{…}`.
///
/// The standard library only maps characters to names, so the first look-up of a name goes through
/// all characters; what it finds is kept for the rest of the source.
struct CharacterNames {
  private var found: [String: UInt32] = [:]

  mutating func find(_ name: String) -> UInt32? {
    let wanted = name.uppercased()
    if let known = found[wanted] { return known }
    let ranges: [ClosedRange<UInt32>] = [0...0xD7FF, 0xE000...0x3FFFF, 0xE0000...0xE01FF]
    for range in ranges {
      for value in range {
        guard let properties = Unicode.Scalar(value)?.properties else { continue }
        if properties.name == wanted || properties.nameAlias == wanted {
          found[wanted] = value
          return value
        }
      }
    }
    return nil
  }
}
