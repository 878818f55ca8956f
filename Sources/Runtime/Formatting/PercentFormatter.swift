// `%` formatting of str and bytes, which differ in what `%s`, `%b` and `%c` take.

struct PercentFormatter {
  private struct Flags {
    var left = false
    var plus = false
    var space = false
    var alternate = false
    var zero = false
    var width = 0
    var precision = -1
  }

  let thread: ThreadState
  let text: StringView
  let isBytes: Bool
  /// A tuple of arguments, or the only argument.
  let arguments: Value
  /// Whether named fields may look into `arguments`.
  private let isMapping: Bool
  /// The value of the named field at work (owned), or unbound.
  private var named = Value.unbound
  private var position = 0
  private var nextArgument = 0
  private let argumentCount: Int
  var builder: StringBuilder

  init(_ thread: ThreadState, _ text: StringView, _ arguments: Value, isBytes: Bool) {
    self.thread = thread
    self.text = text
    self.arguments = arguments
    self.isBytes = isBytes
    builder = StringBuilder(capacity: text.count)
    let isTuple = arguments.isInstance(TypeFlags.tupleSubclass)
    argumentCount = isTuple ? TupleObject(arguments).count : 1
    let isText =
      isBytes
      ? arguments.isInstance(TypeFlags.bytesSubclass)
        || arguments.type.isSubtype(of: .bytearray)
      : arguments.isInstance(TypeFlags.stringSubclass)
    isMapping = !isTuple && !isText && arguments.type.slot(.getItem) != nil
  }

  /// Fills the builder. The caller takes its text, and discards it in any case.
  mutating func run() throws(Raised) {
    defer { setNamed(.unbound) }
    while position < text.count {
      let start = position
      let percent = text.firstIndex(of: 0x25, from: start)
      let end = percent < 0 ? text.count : percent
      builder.append(text.slice(start, end))
      position = end + 1
      if percent >= 0 { try field() }
    }
    if nextArgument < argumentCount && !isMapping {
      let kind = isBytes ? "bytes" : "string"
      throw thread.raise(
        .typeError, "not all arguments converted during \(kind) formatting")
    }
  }

  private mutating func setNamed(_ value: Value) {
    let old = named
    named = value
    thread.release(old)
  }

  private mutating func argument() throws(Raised) -> Value {
    if !named.isUnbound && nextArgument == 0 {
      nextArgument = 1
      return named
    }
    guard named.isUnbound, nextArgument < argumentCount else {
      throw thread.raise(.typeError, "not enough arguments for format string")
    }
    nextArgument += 1
    return arguments.isInstance(TypeFlags.tupleSubclass)
      ? TupleObject(arguments)[nextArgument - 1] : arguments
  }

  private var current: UInt32 { position < text.count ? text[position] : 0 }

  private func incomplete() -> Raised { thread.raise(.valueError, "incomplete format") }

  private mutating func field() throws(Raised) {
    if position >= text.count { throw incomplete() }
    if current == 0x25 {
      builder.append(UInt32(0x25))
      position += 1
      return
    }
    if current == 0x28 { try parseKey() }
    var flags = Flags()
    parseFlags(&flags)
    try parseWidth(&flags)
    try parsePrecision(&flags)
    if current == 0x68 || current == 0x6c || current == 0x4c { position += 1 }
    if position >= text.count { throw incomplete() }
    let type = current
    position += 1
    try convert(type, flags)
  }

  private mutating func parseKey() throws(Raised) {
    guard isMapping else { throw thread.raise(.typeError, "format requires a mapping") }
    position += 1
    let start = position
    var depth = 1
    while position < text.count && depth > 0 {
      if current == 0x29 { depth -= 1 } else if current == 0x28 { depth += 1 }
      position += 1
    }
    if depth > 0 { throw thread.raise(.valueError, "incomplete format key") }
    let key = text.slice(start, position - 1)
    let name =
      isBytes ? try BytesObject.make(thread, key) : try StringObject.make(thread, key)
    defer { thread.release(name) }
    setNamed(try thread.getItem(arguments, name))
    nextArgument = 0
  }

  private mutating func parseFlags(_ flags: inout Flags) {
    while true {
      switch current {
      case 0x2d: flags.left = true
      case 0x2b: flags.plus = true
      case 0x20: flags.space = true
      case 0x23: flags.alternate = true
      case 0x30: flags.zero = true
      default: return
      }
      position += 1
    }
  }

  private mutating func parseWidth(_ flags: inout Flags) throws(Raised) {
    if current == 0x2a {
      position += 1
      flags.width = try star()
      if flags.width < 0 {
        flags.left = true
        flags.width = -flags.width
      }
    } else {
      flags.width = try number("width too big")
    }
  }

  private mutating func parsePrecision(_ flags: inout Flags) throws(Raised) {
    guard current == 0x2e else { return }
    position += 1
    if current == 0x2a {
      position += 1
      flags.precision = max(0, try star())
    } else {
      flags.precision = try number(isBytes ? "prec too big" : "precision too big")
    }
  }

  private mutating func star() throws(Raised) -> Int {
    let value = try argument()
    guard value.isSmallInteger || value.isBool || value.isInstance(TypeFlags.integerSubclass)
    else { throw thread.raise(.typeError, "* wants int") }
    return try thread.index(value)
  }

  private mutating func number(_ overflow: String) throws(Raised) -> Int {
    var number = 0
    while UnicodeProperties.isASCIIDigit(current) {
      if number > (Int.max - 9) / 10 { throw thread.raise(.valueError, overflow) }
      number = number * 10 + Int(current) - 48
      position += 1
    }
    return number
  }

  // MARK: Conversions

  private mutating func convert(_ type: UInt32, _ flags: Flags) throws(Raised) {
    let value = try argument()
    switch Unicode.Scalar(type) {
    case "s", "r", "a", "b": try convertText(type, value, flags)
    case "c": try convertCharacter(value, flags)
    case "d", "i", "u", "o", "x", "X": try convertInteger(type, value, flags)
    case "e", "E", "f", "F", "g", "G": try convertFloat(type, value, flags)
    default: throw unsupported(type)
    }
  }

  private func unsupported(_ type: UInt32) -> Raised {
    let shown =
      type > 31 && type < 127 ? String(Character(Unicode.Scalar(UInt8(type)))) : "?"
    return thread.raise(
      .valueError,
      "unsupported format character '\(shown)' (0x\(String(type, radix: 16))) "
        + "at index \(position - 1)")
  }

  private mutating func convertText(_ type: UInt32, _ value: Value, _ flags: Flags)
    throws(Raised)
  {
    if isBytes && (type == 0x73 || type == 0x62) {
      let bytes = try BytesObject.forPercent(thread, value)
      defer { thread.release(bytes) }
      pad(truncated(BytesObject(bytes).view, flags), flags)
      return
    }
    let converted: Value
    switch Unicode.Scalar(type) {
    case "s": converted = try thread.str(value)
    case "r": converted = isBytes ? try thread.ascii(value) : try thread.repr(value)
    case "a": converted = try thread.ascii(value)
    default: throw unsupported(type)
    }
    defer { thread.release(converted) }
    if flags.width == 0 && flags.precision < 0 {
      builder.append(StringObject(converted))
    } else {
      pad(truncated(StringObject(converted).view, flags), flags)
    }
  }

  private func truncated(_ view: StringView, _ flags: Flags) -> StringView {
    flags.precision >= 0 && flags.precision < view.count ? view.slice(0, flags.precision) : view
  }

  private mutating func pad(_ view: StringView, _ flags: Flags) {
    let padding = max(0, flags.width - view.count)
    if !flags.left { builder.append(UInt32(32), repeated: padding) }
    builder.append(view)
    if flags.left { builder.append(UInt32(32), repeated: padding) }
  }

  private mutating func convertCharacter(_ value: Value, _ flags: Flags) throws(Raised) {
    let code = try isBytes ? byteCharacter(value) : character(value)
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 1) { memory in
      memory[0] = code
      pad(StringView(base: UnsafeRawPointer(memory.baseAddress!), count: 1, kind: 4), flags)
    }
  }

  private func character(_ value: Value) throws(Raised) -> UInt32 {
    if value.isInstance(TypeFlags.stringSubclass) {
      let string = StringObject(value)
      if string.count == 1 { return string[0] }
      throw thread.raise(.typeError, "%c requires int or char")
    }
    guard thread.isIndex(value) else {
      throw thread.raise(.typeError, "%c requires int or char")
    }
    let code = try thread.indexClamped(value)
    guard code >= 0 && code < 0x110000 else {
      throw thread.raise(.overflowError, "%c arg not in range(0x110000)")
    }
    return UInt32(code)
  }

  private func byteCharacter(_ value: Value) throws(Raised) -> UInt32 {
    let bytes = ByteSource.measure(thread, value)
    if let bytes, bytes.count == 1 { return UInt32(bytes.first) }
    guard bytes == nil, thread.isIndex(value) else {
      throw thread.raise(
        .typeError, "%c requires an integer in range(256) or a single byte")
    }
    let code = try thread.indexClamped(value)
    guard code >= 0 && code < 256 else {
      throw thread.raise(.overflowError, "%c arg not in range(256)")
    }
    return UInt32(code)
  }

  private mutating func convertInteger(_ type: UInt32, _ value: Value, _ flags: Flags)
    throws(Raised)
  {
    let isPlain = flags.width == 0 && flags.precision < 0 && !flags.plus && !flags.space
    if value.isSmallInteger && isPlain && (type == 0x64 || type == 0x69) {
      builder.append(decimal: value.smallInteger)
      return
    }
    let number = try integer(type, value)
    defer { thread.release(number) }
    var digits = StringBuilder()
    defer { digits.discard() }
    let radix = type == 0x6f ? 8 : type | 32 == 0x78 ? 16 : 10
    let isNegative = try IntegerDigits.append(thread, number, radix: radix, to: &digits)
    if type == 0x58 { digits.uppercaseASCII() }
    let prefix = flags.alternate ? IntegerDigits.prefix(type) : ""
    appendNumber(digits.view, isNegative: isNegative, prefix: prefix, flags)
  }

  /// The int to format, owned.
  private func integer(_ type: UInt32, _ value: Value) throws(Raised) -> Value {
    if value.isSmallInteger { return value }
    if value.isExactly(.int) { return thread.retain(value) }
    let needsIndex = type == 0x6f || type | 32 == 0x78
    let slots = value.type
    let isNumber =
      slots.slot(.index) != nil || slots.slot(.integer) != nil || slots.slot(.float) != nil
    if isNumber {
      do throws(Raised) {
        return needsIndex
          ? try thread.indexValue(value) : try thread.call(TypeObject(.int).value, value)
      } catch {
        guard thread.exceptionMatches(.typeError) else { throw error }
        thread.clearException()
      }
    }
    let required = needsIndex ? "an integer" : "a real number"
    let shown = isBytes && type == 0x69 ? "d" : String(Character(Unicode.Scalar(type) ?? "?"))
    throw thread.raise(
      .typeError, "%\(shown) format: \(required) is required, not \(value.type.nameText)")
  }

  private mutating func convertFloat(_ type: UInt32, _ value: Value, _ flags: Flags)
    throws(Raised)
  {
    let number: Double
    if isBytes {
      do throws(Raised) { number = try thread.double(from: value) } catch {
        guard thread.exceptionMatches(.typeError) else { throw error }
        thread.clearException()
        throw thread.raise(
          .typeError, "float argument required, not \(value.type.nameText)")
      }
    } else {
      number = try thread.double(from: value)
    }
    if flags.precision > Int(Int32.max) {
      throw thread.raise(.valueError, "precision too big")
    }
    var options = FloatText.Options(
      style: .fixed, precision: flags.precision < 0 ? 6 : flags.precision,
      isAlternate: flags.alternate)
    switch type | 32 {
    case 0x65: options.style = .exponent
    case 0x67: options.style = .general
    default: break
    }
    options.isUppercase = type & 32 == 0
    if flags.width == 0 && number.sign == .plus && !flags.plus && !flags.space {
      FloatText.append(number, options, to: &builder)
      return
    }
    var text = StringBuilder()
    defer { text.discard() }
    FloatText.append(number.magnitude, options, to: &text)
    var flags = flags
    flags.precision = -1
    appendNumber(
      text.view, isNegative: number.sign == .minus && !number.isNaN, prefix: "", flags)
  }

  private mutating func appendNumber(
    _ digits: StringView, isNegative: Bool, prefix: StaticString, _ flags: Flags
  ) {
    let zeros = max(0, flags.precision - digits.count)
    let sign: UInt32 = isNegative ? 0x2d : flags.plus ? 0x2b : flags.space ? 0x20 : 0
    let used = (sign == 0 ? 0 : 1) + prefix.utf8CodeUnitCount + zeros + digits.count
    let padding = max(0, flags.width - used)
    if !flags.left && !flags.zero { builder.append(UInt32(32), repeated: padding) }
    if sign != 0 { builder.append(sign) }
    builder.append(prefix)
    if !flags.left && flags.zero { builder.append(UInt32(48), repeated: padding) }
    builder.append(UInt32(48), repeated: zeros)
    builder.append(digits)
    if flags.left { builder.append(UInt32(32), repeated: padding) }
  }
}

extension StringObject {
  /// `string % arguments`.
  static func formatPercent(thread: ThreadState, left: Value, right: Value) throws(Raised)
    -> Value
  {
    guard left.isInstance(TypeFlags.stringSubclass) else { return .notImplemented }
    var formatter = PercentFormatter(thread, StringObject(left).view, right, isBytes: false)
    defer { formatter.builder.discard() }
    try formatter.run()
    return try formatter.builder.finish(thread)
  }
}
