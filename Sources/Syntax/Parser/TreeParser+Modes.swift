extension TreeParser {
  mutating func parse(_ mode: Module.Mode) throws(ParseFailure) -> [Statement] {
    switch mode {
    case .exec: return try parseFile()
    case .eval: return try parseEvaluated()
    case .single: return try parseInteractive()
    }
  }

  /// One expression and nothing else.
  private mutating func parseEvaluated() throws(ParseFailure) -> [Statement] {
    let start = start
    var value = try parseExpression()
    if kind == .comma {
      var elements = [value]
      while accept(.comma), startsExpression { elements.append(try parseExpression()) }
      value = Expression(.tuple(elts: elements), range(from: start))
    }
    while kind == .newline { advanceOverLayout() }
    guard kind == .endMarker else { throw .unexpectedToken }
    return [Statement(.expr(value: value), value.range)]
  }

  /// One compound statement and a line break, or one line of simple statements.
  private mutating func parseInteractive() throws(ParseFailure) -> [Statement] {
    var statements: [Statement] = []
    if kind == .newline {
      statements = [Statement(.pass, start)]
      advanceOverLayout()
    } else if let compound = try parseCompoundStatement() {
      try expectLayout(.newline)
      statements = [compound]
    } else {
      try parseSimpleStatements(into: &statements)
    }
    try expectNoFurtherStatement()
    return statements
  }

  /// Refuses anything but space and comments after the interactive statement.
  private func expectNoFurtherStatement() throws(ParseFailure) {
    let last = tokens[index - 1]
    var position = Int(last.end)
    while position < source.count - 1 {
      let byte = source[position]
      if byte == UInt8(ascii: "#") {
        while source[position] != UInt8(ascii: "\n"), position < source.count - 1 { position += 1 }
      } else if byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0C {
        position += 1
      } else {
        var fault = SourceFault(
          "multiple statements found while compiling a single statement", range: last.range)
        fault.isFinal = true
        throw .fault(fault)
      }
    }
  }
}
