// Arguments matched with the parameters of a heading.

import Glibc

/// Up to 12 borrowed values in parameter order; missing ones hold their default, or unbound.
/// (The compiler passes larger structs in memory, and fails to with typed throws.)
package struct BoundArguments {
  private var values: (UInt, UInt, UInt, UInt, UInt, UInt, UInt, UInt, UInt, UInt, UInt, UInt) =
    (4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4)

  /// Binds by the heading, given as a literal (its address is the key of the parsed form).
  /// Raises TypeError with CPython's messages.
  package init(_ thread: ThreadState, _ arguments: Arguments, _ heading: StaticString)
    throws(Raised)
  {
    let signature = try NativeSignature.of(heading, thread)
    try self.init(thread, arguments, signature)
  }

  init(
    _ thread: ThreadState, _ arguments: Arguments,
    _ signature: UnsafeMutablePointer<NativeSignature>, qualifier: Value = .unbound
  ) throws(Raised) {
    var names = signature.pointee
    names.qualifier = qualifier
    if arguments.count > names.positional && !names.hasVariadicPositional {
      throw names.tooMany(thread, given: arguments.count, keywords: arguments.keywordCount)
    }
    for index in 0..<min(arguments.count, names.positional) { self[index] = arguments[index] }
    for index in 0..<arguments.keywordCount {
      try bindKeyword(thread, arguments, index, names)
    }
    for index in 0..<names.count where self[index].isUnbound {
      if names.isRequired[index] {
        throw names.missing(thread, index, given: arguments.count)
      }
      self[index] = Value(bits: names.defaults[index])
    }
  }

  @inline(__always) package subscript(index: Int) -> Value {
    get {
      withUnsafeBytes(of: values) {
        Value(bits: $0.load(fromByteOffset: index * 8, as: UInt.self))
      }
    }
    set {
      withUnsafeMutableBytes(of: &values) {
        $0.storeBytes(of: newValue.bits, toByteOffset: index * 8, as: UInt.self)
      }
    }
  }

  private mutating func bindKeyword(
    _ thread: ThreadState, _ arguments: Arguments, _ index: Int, _ signature: NativeSignature
  ) throws(Raised) {
    let name = arguments.keywordName(index)
    var slot = -1
    for candidate in signature.positionalOnly..<max(signature.positionalOnly, signature.count)
    where thread.isSameName(Value(bits: signature.names[candidate]), name) {
      slot = candidate
    }
    if slot < 0 {
      if signature.hasVariadicKeywords { return }
      throw signature.unexpected(thread, keyword: name)
    }
    if slot < arguments.count {
      throw thread.raise(
        .typeError,
        "argument for \(signature.nameText)() given by name ('\(StringObject(name).text)') "
          + "and position (\(slot + 1))")
    }
    self[slot] = arguments.keywordValue(index)
  }
}

// MARK: CPython's messages

extension NativeSignature {
  private func plural(_ number: Int) -> String { number == 1 ? "" : "s" }
  private var keywordsAllowed: Bool { positionalOnly < count }

  func tooMany(_ thread: ThreadState, given: Int, keywords: Int) -> Raised {
    if count == 0 {
      return thread.raise(.typeError, "\(fullNameText)() takes no arguments (\(given) given)")
    }
    if !keywordsAllowed {
      if positional == 1 && required == 1 {
        return thread.raise(
          .typeError, "\(fullNameText)() takes exactly one argument (\(given) given)")
      }
      let bound = required == positional ? "" : "at most "
      return thread.raise(
        .typeError,
        "\(nameText) expected \(bound)\(positional) argument\(plural(positional)), got \(given)")
    }
    if positional == 0 {
      return thread.raise(.typeError, "\(nameText)() takes no positional arguments")
    }
    let total = given + keywords
    let limit = positional == count ? count : positional
    let word = required == limit ? "exactly" : "at most"
    let kind = positional == count ? "" : "positional "
    return thread.raise(
      .typeError,
      "\(nameText)() takes \(word) \(limit) \(kind)argument\(plural(limit)) "
        + "(\(positional == count ? total : given) given)")
  }

  func missing(_ thread: ThreadState, _ index: Int, given: Int) -> Raised {
    if !keywordsAllowed {
      if positional == 1 && required == 1 {
        return thread.raise(
          .typeError, "\(fullNameText)() takes exactly one argument (\(given) given)")
      }
      let bound = required == positional ? "" : "at least "
      return thread.raise(
        .typeError,
        "\(nameText) expected \(bound)\(required) argument\(plural(required)), got \(given)")
    }
    if index < positionalOnly {
      return thread.raise(
        .typeError,
        "\(nameText)() takes at least \(positionalOnly) positional "
          + "argument\(plural(positionalOnly)) (\(given) given)")
    }
    return thread.raise(
      .typeError,
      "\(nameText)() missing required argument '\(parameterText(index))' (pos \(index + 1))")
  }

  func unexpected(_ thread: ThreadState, keyword: Value) -> Raised {
    if !keywordsAllowed {
      return thread.raise(.typeError, "\(fullNameText)() takes no keyword arguments")
    }
    let text = StringObject(keyword).text
    let hint = Suggestions.closest(
      to: text, among: (min(positionalOnly, count)..<count).map { parameterText($0) })
    return thread.raise(
      .typeError,
      "\(nameText)() got an unexpected keyword argument '\(text)'"
        + (hint.map { ". Did you mean '\($0)'?" } ?? ""))
  }
}

extension ThreadState {
  /// Whether two strs name the same: by identity for interned ones, else by content.
  func isSameName(_ x: Value, _ y: Value) -> Bool {
    x.isIdentical(to: y) || StringObject.areEqual(StringObject(x), StringObject(y))
  }
}
