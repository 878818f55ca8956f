// What a native function's heading says about its parameters: parsed at the first call that needs
// it (keywords, defaults, wrong number of arguments); a call with all arguments never looks here.

import CRuntime
import Glibc

/// Parsed form of a heading such as `get(key, default=None, /)`. Native memory, never freed.
package struct NativeSignature {
  package static let parameterLimit = 12

  /// Function name as messages print it.
  let name: StaticString
  let nameLength: Int
  /// Set in the copy that one call binds by: the same heading may serve several types.
  var qualifier = Value.unbound
  var count = 0
  var positionalOnly = 0
  /// Parameters that can be given by position.
  var positional = 0
  var required = 0
  /// Arguments by position that leave nothing but defaults open.
  var leastComplete = 0
  var hasVariadicPositional = false
  var hasVariadicKeywords = false
  let names: UnsafeMutablePointer<UInt>
  let defaults: UnsafeMutablePointer<UInt>
  let isRequired: UnsafeMutablePointer<Bool>

  init(parsing heading: StaticString, thread: ThreadState) throws(Raised) {
    name = heading
    let limit = NativeSignature.parameterLimit
    names = .allocate(capacity: limit)
    defaults = .allocate(capacity: limit)
    isRequired = .allocate(capacity: limit)
    var scanner = HeadingScanner(heading)
    nameLength = scanner.name()
    var sawStar = false
    while let item = scanner.item() {
      switch item {
      case .slash: positionalOnly = count
      case .star: sawStar = true
      case .variadicPositional:
        hasVariadicPositional = true
        sawStar = true
      case .variadicKeywords: hasVariadicKeywords = true
      case .parameter(let start, let length, let defaultText):
        names[count] = try thread.intern(start, count: length).bits
        isRequired[count] = defaultText == nil
        if let defaultText {
          defaults[count] = try HeadingScanner.value(of: defaultText, thread: thread).bits
        } else {
          defaults[count] = Value.unbound.bits
        }
        if defaultText == nil { required += 1 }
        count += 1
        if defaultText == nil { leastComplete = count }
        if !sawStar { positional = count }
      }
    }
  }

  /// The name after its type's or module's.
  var fullNameText: String {
    qualifier.isUnbound ? nameText : "\(StringObject(qualifier).text).\(nameText)"
  }

  var nameText: String {
    String(
      decoding: UnsafeBufferPointer(start: name.utf8Start, count: nameLength), as: UTF8.self)
  }
  func parameterText(_ index: Int) -> String { StringObject(Value(bits: names[index])).text }
}

/// Reads a heading piece by piece.
private struct HeadingScanner {
  enum Item {
    case slash, star, variadicPositional, variadicKeywords
    case parameter(UnsafePointer<UInt8>, Int, UnsafeBufferPointer<UInt8>?)
  }

  private var cursor: UnsafePointer<UInt8>
  private let end: UnsafePointer<UInt8>

  init(_ heading: StaticString) {
    cursor = heading.utf8Start
    end = cursor + heading.utf8CodeUnitCount
  }

  mutating func name() -> Int {
    let start = cursor
    while cursor < end, cursor.pointee != UInt8(ascii: "(") { cursor += 1 }
    let length = cursor - start
    cursor += 1
    return length
  }

  mutating func item() -> Item? {
    while cursor < end, cursor.pointee == UInt8(ascii: " ") || cursor.pointee == UInt8(ascii: ",") {
      cursor += 1
    }
    guard cursor < end, cursor.pointee != UInt8(ascii: ")") else { return nil }
    switch cursor.pointee {
    case UInt8(ascii: "/"):
      cursor += 1
      return .slash
    case UInt8(ascii: "*"):
      cursor += 1
      if cursor.pointee == UInt8(ascii: "*") {
        skipItem()
        return .variadicKeywords
      }
      if cursor.pointee == UInt8(ascii: ",") { return .star }
      skipItem()
      return .variadicPositional
    default: return parameter()
    }
  }

  private mutating func parameter() -> Item {
    let start = cursor
    while cursor < end, !",=) :".utf8.contains(cursor.pointee) { cursor += 1 }
    let length = cursor - start
    guard cursor.pointee == UInt8(ascii: "=") else {
      skipItem()
      return .parameter(start, length, nil)
    }
    cursor += 1
    let valueStart = cursor
    skipItem()
    return .parameter(
      start, length, UnsafeBufferPointer(start: valueStart, count: cursor - valueStart))
  }

  /// To the comma or parenthesis that ends the item, over nested brackets and quotes.
  private mutating func skipItem() {
    var depth = 0
    var quote: UInt8 = 0
    while cursor < end {
      let byte = cursor.pointee
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
        quote = byte
      } else if byte == UInt8(ascii: "(") {
        depth += 1
      } else if byte == UInt8(ascii: ")") {
        if depth == 0 { return }
        depth -= 1
      } else if byte == UInt8(ascii: ","), depth == 0 {
        return
      }
      cursor += 1
    }
  }

  /// A default as an immortal value; unbound for what is no simple literal.
  static func value(of text: UnsafeBufferPointer<UInt8>, thread: ThreadState) throws(Raised)
    -> Value
  {
    let string = String(decoding: text, as: UTF8.self)
    switch string {
    case "None": return .none
    case "True": return .true
    case "False": return .false
    case "()": return Value(bits: racer_globals.emptyTuple)
    case "b''": return .unbound
    default:
      if let number = Int(string) { return Value(small: number) }
      if let number = Double(string), let value = Value(immediate: number) { return value }
      if text.count >= 2, text[0] == UInt8(ascii: "'") || text[0] == UInt8(ascii: "\"") {
        return try thread.intern(
          text.baseAddress.unsafelyUnwrapped + 1, count: text.count - 2)
      }
      return .unbound
    }
  }
}

extension NativeSignature {
  /// Whether the call is complete but for defaults: positional arguments only, all required ones.
  @inline(__always) func acceptsDefaults(after arguments: Arguments) -> Bool {
    guard arguments.keywordNames.isUnbound, !hasVariadicPositional, !hasVariadicKeywords,
      arguments.count <= positional, count <= 8
    else { return false }
    return arguments.count >= leastComplete
  }

  /// The arguments, then the defaults of the other parameters.
  @inline(__always) func fill(_ words: UnsafeMutablePointer<UInt>, from arguments: Arguments) {
    // Loops, not calls of memcpy: there are few.
    for index in 0..<arguments.count {
      words[index] = arguments.base[index]
      racer_keep_branch()
    }
    for index in arguments.count..<count {
      words[index] = defaults[index]
      racer_keep_branch()
    }
  }

  /// Parsed signatures by the address of their heading, so that a heading is parsed once.
  nonisolated(unsafe) private static let cache: UnsafeMutablePointer<UInt> = {
    let cache = UnsafeMutablePointer<UInt>.allocate(capacity: cacheSize * 2)
    cache.initialize(repeating: 0, count: cacheSize * 2)
    return cache
  }()
  private static let cacheSize = 8192

  /// The parsed form of a heading. Entries are claimed by compare-and-swap on the key and published
  /// by a release store of the pointer; a thread that sees a key without a pointer parses for itself.
  static func of(_ heading: StaticString, _ thread: ThreadState) throws(Raised)
    -> UnsafeMutablePointer<NativeSignature>
  {
    let key = UInt(bitPattern: heading.utf8Start)
    var probe = Int((key >> 2) &* 0x9E37_79B9_7F4A_7C15 >> 40) & (cacheSize - 1)
    for _ in 0..<cacheSize {
      let entry = cache + probe * 2
      var found = racer_load_acquire_word(entry)
      if found == 0 {
        if racer_cas_acqrel_word(entry, &found, key) {
          let signature = try parse(heading, thread)
          racer_store_release_word(entry + 1, UInt(bitPattern: signature))
          return signature
        }
      }
      if found == key {
        let pointer = racer_load_acquire_word(entry + 1)
        if pointer != 0 { return UnsafeMutablePointer(bitPattern: pointer).unsafelyUnwrapped }
        return try parse(heading, thread)
      }
      probe = (probe + 1) & (cacheSize - 1)
    }
    return try parse(heading, thread)
  }

  private static func parse(_ heading: StaticString, _ thread: ThreadState) throws(Raised)
    -> UnsafeMutablePointer<NativeSignature>
  {
    let parsed = try NativeSignature(parsing: heading, thread: thread)
    let pointer = UnsafeMutablePointer<NativeSignature>.allocate(capacity: 1)
    pointer.initialize(to: parsed)
    return pointer
  }
}
