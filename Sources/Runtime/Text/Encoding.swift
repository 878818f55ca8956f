// Names of the encodings that are built in.

package enum Encoding {
  case utf8, utf8WithSignature, ascii, latin1
  case utf16, utf16Little, utf16Big, utf32, utf32Little, utf32Big
  case unicodeEscape, rawUnicodeEscape

  /// The encoding of a name, in any of its spellings; nil where it is not built in.
  package init?(name: StringObject) {
    if name.isEqual(to: "utf-8") || name.isEqual(to: "utf8") {
      self = .utf8
      return
    }
    switch Encoding.normalized(name) {
    case "utf-8", "utf8", "u8", "utf", "utf8-ucs2", "utf8-ucs4", "cp65001": self = .utf8
    case "utf-8-sig", "utf8-sig": self = .utf8WithSignature
    case "ascii", "us-ascii", "646", "ansi-x3.4-1968", "iso646-us", "cp367", "csascii":
      self = .ascii
    case "latin-1", "latin1", "iso-8859-1", "iso8859-1", "8859", "cp819", "l1", "latin",
      "iso8859", "csisolatin1":
      self = .latin1
    case "utf-16", "utf16", "u16": self = .utf16
    case "utf-16-le", "utf-16le", "utf16-le", "utf16le", "unicodelittleunmarked":
      self = .utf16Little
    case "utf-16-be", "utf-16be", "utf16-be", "utf16be", "unicodebigunmarked": self = .utf16Big
    case "utf-32", "utf32", "u32": self = .utf32
    case "utf-32-le", "utf-32le", "utf32-le", "utf32le": self = .utf32Little
    case "utf-32-be", "utf-32be", "utf32-be", "utf32be": self = .utf32Big
    case "unicode-escape", "unicodeescape": self = .unicodeEscape
    case "raw-unicode-escape", "rawunicodeescape": self = .rawUnicodeEscape
    default: return nil
    }
  }

  /// Lower case, with `-` for spaces and underscores.
  private static func normalized(_ name: StringObject) -> String {
    var text = ""
    for index in 0..<name.count {
      let code = CaseMapping.ascii(name[index], .lower)
      let isSeparator = code == 0x5f || code == 0x20
      text.unicodeScalars.append(isSeparator ? "-" : Unicode.Scalar(code) ?? "?")
    }
    return text
  }

  /// The name that error messages and `codecs.lookup` show.
  package var name: String {
    switch self {
    case .utf8, .utf8WithSignature: "utf-8"
    case .ascii: "ascii"
    case .latin1: "latin-1"
    case .utf16: "utf-16"
    case .utf16Little: "utf-16-le"
    case .utf16Big: "utf-16-be"
    case .utf32: "utf-32"
    case .utf32Little: "utf-32-le"
    case .utf32Big: "utf-32-be"
    case .unicodeEscape: "unicodeescape"
    case .rawUnicodeEscape: "rawunicodeescape"
    }
  }
}

/// What to do about text or bytes that an encoding can't represent.
enum ErrorPolicy {
  case strict, ignore, replace, backslashReplace, xmlCharacterReplace, surrogateEscape
  case surrogatePass, nameReplace
  /// Registered by a script, or unknown.
  case custom

  init(name: StringObject) {
    switch name.isASCII ? name.text : "" {
    case "strict": self = .strict
    case "ignore": self = .ignore
    case "replace": self = .replace
    case "backslashreplace": self = .backslashReplace
    case "xmlcharrefreplace": self = .xmlCharacterReplace
    case "surrogateescape": self = .surrogateEscape
    case "surrogatepass": self = .surrogatePass
    case "namereplace": self = .nameReplace
    default: self = .custom
    }
  }
}
