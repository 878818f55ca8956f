// `str.format` and `str.format_map`: fills a template's fields.

/// Where fields get their values.
struct TemplateFormatter {
  private enum Numbering { case undecided, automatic, manual }

  let thread: ThreadState
  let text: StringView
  /// Nil for `format_map`.
  let arguments: Arguments?
  /// The mapping of `format_map`, or unbound.
  let mapping: Value
  private var numbering = Numbering.undecided
  private var nextIndex = 0

  init(_ thread: ThreadState, _ text: StringView, arguments: Arguments?, mapping: Value) {
    self.thread = thread
    self.text = text
    self.arguments = arguments
    self.mapping = mapping
  }

  /// The filled template.
  static func format(
    _ thread: ThreadState, _ template: Value, arguments: Arguments?, mapping: Value
  ) throws(Raised) -> Value {
    let text = StringObject(template).view
    var formatter = TemplateFormatter(thread, text, arguments: arguments, mapping: mapping)
    var builder = StringBuilder(capacity: text.count)
    defer { builder.discard() }
    try formatter.fill(0..<text.count, depth: 2, to: &builder)
    return try builder.finish(thread)
  }

  private mutating func fill(_ range: Range<Int>, depth: Int, to builder: inout StringBuilder)
    throws(Raised)
  {
    if depth <= 0 { throw thread.raise(.valueError, "Max string recursion exceeded") }
    var parser = FormatTemplateParser(thread, text, range)
    while let (literal, field) = try parser.next() {
      builder.append(text.slice(literal.lowerBound, literal.upperBound))
      if let field { try append(field, depth: depth, to: &builder) }
    }
  }

  private mutating func append(
    _ field: FormatTemplateParser.Field, depth: Int, to builder: inout StringBuilder
  ) throws(Raised) {
    var value = try self.value(field.name)
    defer { thread.release(value) }
    if field.conversion != 0 {
      let converted = try TemplateFormatter.convert(thread, value, field.conversion)
      thread.release(value)
      value = converted
    }
    let specification: Value
    if field.isNested {
      var expanded = StringBuilder()
      defer { expanded.discard() }
      try fill(field.specification, depth: depth - 1, to: &expanded)
      specification = try expanded.finish(thread)
    } else {
      specification = try string(field.specification)
    }
    defer { thread.release(specification) }
    try TemplateFormatter.append(thread, value, specification, to: &builder)
  }

  /// Appends `format(value, specification)`.
  static func append(
    _ thread: ThreadState, _ value: Value, _ specification: Value, to builder: inout StringBuilder
  ) throws(Raised) {
    if StringObject(specification).isEmpty {
      if value.isExactString {
        builder.append(StringObject(value))
        return
      }
      if value.isSmallInteger {
        builder.append(decimal: value.smallInteger)
        return
      }
    }
    let formatted = try thread.format(value, specification)
    builder.append(StringObject(formatted))
    thread.release(formatted)
  }

  /// `!r`, `!s` and `!a`.
  static func convert(_ thread: ThreadState, _ value: Value, _ conversion: UInt32) throws(Raised)
    -> Value
  {
    switch Unicode.Scalar(conversion) {
    case "r": return try thread.repr(value)
    case "s": return try thread.str(value)
    case "a": return try thread.ascii(value)
    default:
      let name =
        conversion > 32 && conversion < 127
        ? String(Character(Unicode.Scalar(UInt8(conversion))))
        : "\\x" + String(conversion, radix: 16)
      throw thread.raise(.valueError, "Unknown conversion specifier \(name)")
    }
  }

  private func string(_ range: Range<Int>) throws(Raised) -> Value {
    try StringObject.make(thread, text.slice(range.lowerBound, range.upperBound))
  }

  // MARK: Values

  /// The object that a field names, owned.
  private mutating func value(_ name: Range<Int>) throws(Raised) -> Value {
    var parser = FieldNameParser(thread, text, name)
    var value = try first(parser.first)
    do throws(Raised) {
      while let part = try parser.next() {
        let inner = try member(of: value, part)
        thread.release(value)
        value = inner
      }
    } catch {
      thread.release(value)
      throw error
    }
    return value
  }

  private func member(of value: Value, _ part: FieldNameParser.Part) throws(Raised) -> Value {
    switch part {
    case .attribute(let range):
      let name = try string(range)
      defer { thread.release(name) }
      return try thread.getAttribute(value, name)
    case .index(let number):
      let key = try thread.integer(number)
      defer { thread.release(key) }
      return try thread.getItem(value, key)
    case .key(let range):
      let key = try string(range)
      defer { thread.release(key) }
      return try thread.getItem(value, key)
    }
  }

  private mutating func first(_ range: Range<Int>) throws(Raised) -> Value {
    let parser = FieldNameParser(thread, text, range)
    let number = try parser.number(range)
    if range.isEmpty || number != nil {
      try settleNumbering(isAutomatic: range.isEmpty)
      if range.isEmpty { nextIndex += 1 }
      return try positional(number ?? nextIndex - 1)
    }
    let key = try string(range)
    defer { thread.release(key) }
    if !mapping.isUnbound { return try thread.getItem(mapping, key) }
    if let arguments {
      for index in 0..<arguments.keywordCount {
        let name = StringObject(arguments.keywordName(index))
        if StringObject.areEqual(name, StringObject(key)) {
          return thread.retain(arguments.keywordValue(index))
        }
      }
    }
    throw thread.raise(.keyError, value: key)
  }

  private func positional(_ index: Int) throws(Raised) -> Value {
    guard let arguments else {
      throw thread.raise(.valueError, "Format string contains positional fields")
    }
    guard index < arguments.count else {
      throw thread.raise(
        .indexError, "Replacement index \(index) out of range for positional args tuple")
    }
    return thread.retain(arguments[index])
  }

  private mutating func settleNumbering(isAutomatic: Bool) throws(Raised) {
    let wanted = isAutomatic ? Numbering.automatic : .manual
    if numbering == .undecided { numbering = wanted }
    if numbering == wanted { return }
    throw thread.raise(
      .valueError,
      isAutomatic
        ? "cannot switch from manual field specification to automatic field numbering"
        : "cannot switch from automatic field numbering to manual field specification")
  }
}
