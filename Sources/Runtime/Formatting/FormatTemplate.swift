// Replacement fields of `str.format`: `literal {field!conversion:specification} literal`.

/// Splits a template into literals and fields. Offsets are into `text`.
package struct FormatTemplateParser {
  package struct Field {
    /// The field's name, attributes and indices included.
    package var name: Range<Int>
    /// The conversion's code point, or 0.
    package var conversion: UInt32
    package var specification: Range<Int>
    /// The specification contains fields itself.
    package var isNested: Bool
  }

  let thread: ThreadState
  package let text: StringView
  private var position: Int
  private let end: Int

  package init(_ thread: ThreadState, _ text: StringView, _ range: Range<Int>) {
    self.thread = thread
    self.text = text
    position = range.lowerBound
    end = range.upperBound
  }

  /// The next literal and the field after it, if any; nil at the end.
  package mutating func next() throws(Raised) -> (literal: Range<Int>, field: Field?)? {
    if position >= end { return nil }
    let start = position
    while position < end && text[position] != 0x7b && text[position] != 0x7d { position += 1 }
    if position == end { return (start..<end, nil) }
    let brace = text[position]
    position += 1
    if position < end && text[position] == brace {
      position += 1
      return (start..<position - 1, nil)
    }
    if brace == 0x7d {
      throw thread.raise(.valueError, "Single '}' encountered in format string")
    }
    if position == end {
      throw thread.raise(.valueError, "Single '{' encountered in format string")
    }
    let literal = start..<position - 1
    return (literal, try field())
  }

  private mutating func field() throws(Raised) -> Field {
    let start = position
    var code: UInt32 = 0
    scan: while position < end {
      code = text[position]
      position += 1
      switch code {
      case 0x7b: throw thread.raise(.valueError, "unexpected '{' in field name")
      case 0x5b: while position < end && text[position] != 0x5d { position += 1 }
      case 0x7d, 0x3a, 0x21: break scan
      default: break
      }
    }
    var field = Field(
      name: start..<position - 1, conversion: 0, specification: position..<position,
      isNested: false)
    if code == 0x7d { return field }
    guard code == 0x21 || code == 0x3a else {
      throw thread.raise(.valueError, "expected '}' before end of string")
    }
    if code == 0x21, try conversion(&field) { return field }
    try specification(&field)
    return field
  }

  /// Reads what follows `!`; true where the field ends with it.
  private mutating func conversion(_ field: inout Field) throws(Raised) -> Bool {
    if position >= end {
      throw thread.raise(
        .valueError, "end of string while looking for conversion specifier")
    }
    field.conversion = text[position]
    position += 1
    if position < end {
      let code = text[position]
      position += 1
      if code == 0x7d { return true }
      if code != 0x3a {
        throw thread.raise(.valueError, "expected ':' after conversion specifier")
      }
    }
    return false
  }

  private mutating func specification(_ field: inout Field) throws(Raised) {
    let start = position
    var depth = 1
    while position < end {
      let code = text[position]
      position += 1
      if code == 0x7b {
        field.isNested = true
        depth += 1
      } else if code == 0x7d {
        depth -= 1
        if depth == 0 {
          field.specification = start..<position - 1
          return
        }
      }
    }
    throw thread.raise(.valueError, "unmatched '{' in format spec")
  }
}

/// A field's name: its first part, then attributes and indices.
package struct FieldNameParser {
  package enum Part {
    case attribute(Range<Int>)
    case index(Int)
    case key(Range<Int>)
  }

  let thread: ThreadState
  let text: StringView
  private var position: Int
  private let end: Int
  /// What comes before the first `.` or `[`.
  package let first: Range<Int>

  package init(_ thread: ThreadState, _ text: StringView, _ range: Range<Int>) {
    self.thread = thread
    self.text = text
    end = range.upperBound
    var index = range.lowerBound
    while index < end && text[index] != 0x2e && text[index] != 0x5b { index += 1 }
    first = range.lowerBound..<index
    position = index
  }

  /// The number that a part spells, or nil where it is no number.
  package func number(_ range: Range<Int>) throws(Raised) -> Int? {
    if range.isEmpty { return nil }
    var number = 0
    for index in range {
      guard let digit = UnicodeProperties.decimalValue(text[index]) else { return nil }
      let (scaled, overflows) = number.multipliedReportingOverflow(by: 10)
      let (sum, carries) = scaled.addingReportingOverflow(digit)
      if overflows || carries {
        throw thread.raise(.valueError, "Too many decimal digits in format string")
      }
      number = sum
    }
    return number
  }

  package mutating func next() throws(Raised) -> Part? {
    if position >= end { return nil }
    let code = text[position]
    position += 1
    let start = position
    if code == 0x2e {
      while position < end && text[position] != 0x2e && text[position] != 0x5b { position += 1 }
      if start == position { throw emptyAttribute() }
      return .attribute(start..<position)
    }
    guard code == 0x5b else {
      throw thread.raise(
        .valueError, "Only '.' or '[' may follow ']' in format field specifier")
    }
    while position < end && text[position] != 0x5d { position += 1 }
    if position == end { throw thread.raise(.valueError, "Missing ']' in format string") }
    let range = start..<position
    position += 1
    if range.isEmpty { throw emptyAttribute() }
    if let number = try number(range) { return .index(number) }
    return .key(range)
  }

  private func emptyAttribute() -> Raised {
    thread.raise(.valueError, "Empty attribute in format string")
  }
}
