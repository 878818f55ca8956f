import Runtime
import Syntax
import Tools

/// Colours of the prompt and of what is typed at it.
enum SyntaxColors {
  static let prompt = "\u{1b}[1;35m"
  static let reset = "\u{1b}[0m"

  /// A sequence for each scalar, empty for the plain ones.
  static func colors(of text: [Unicode.Scalar]) -> [String] {
    var colors = [String](repeating: "", count: text.count)
    var offsets: [Int] = []
    var bytes: [UInt8] = []
    for scalar in text {
      offsets.append(bytes.count)
      bytes.append(contentsOf: UTF8.encode(scalar).unsafelyUnwrapped)
    }
    var index = 0
    for span in Highlighting.spans(of: bytes) {
      let name = String(decoding: bytes[span.range], as: UTF8.self)
      guard let color = color(of: span.kind, name) else { continue }
      while index < text.count, offsets[index] < span.range.lowerBound { index += 1 }
      while index < text.count, offsets[index] < span.range.upperBound {
        colors[index] = color
        index += 1
      }
    }
    return colors
  }

  private static func color(of kind: Highlighting.Kind, _ text: String) -> String? {
    switch kind {
    case .keyword: return "\u{1b}[1;34m"
    case .string: return "\u{1b}[32m"
    case .number: return "\u{1b}[33m"
    case .comment: return "\u{1b}[31m"
    case .definition: return "\u{1b}[1m"
    case .name: return builtins.contains(text) ? "\u{1b}[36m" : nil
    }
  }

  private static let builtins: Set<String> = [
    "abs", "all", "any", "ascii", "bin", "bool", "breakpoint", "bytearray", "bytes", "callable",
    "chr", "classmethod", "compile", "complex", "copyright", "credits", "delattr", "dict", "dir",
    "divmod", "enumerate", "eval", "exec", "exit", "filter", "float", "format", "frozenset",
    "getattr", "globals", "hasattr", "hash", "help", "hex", "id", "input", "int", "isinstance",
    "issubclass", "iter", "len", "license", "list", "locals", "map", "max", "memoryview", "min",
    "next", "object", "oct", "open", "ord", "pow", "print", "property", "quit", "range", "repr",
    "reversed", "round", "set", "setattr", "slice", "sorted", "staticmethod", "str", "sum", "super",
    "tuple", "type", "vars", "zip", "aiter", "anext",
  ]

  /// Whether a terminal may be written to in colour, as CPython 3.13 decides it.
  static func areWanted(ignoresEnvironment: Bool) -> Bool {
    func value(_ name: String) -> String? {
      guard let text = Environment.value(name), !text.isEmpty else { return nil }
      return text
    }
    if !ignoresEnvironment {
      if value("PYTHON_COLORS") == "0" { return false }
      if value("PYTHON_COLORS") == "1" { return true }
    }
    if value("NO_COLOR") != nil { return false }
    if value("FORCE_COLOR") != nil { return true }
    if value("TERM") == "dumb" { return false }
    return Environment.isTerminal(2)
  }
}
