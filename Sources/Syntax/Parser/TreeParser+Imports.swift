/// `import` and `from … import`.
extension TreeParser {
  mutating func parseImport() throws(ParseFailure) -> Statement {
    let start = start
    advance()
    var names: [Alias] = []
    repeat {
      let nameStart = self.start
      let name = try parseDottedName()
      let asName = accept(.asKeyword) ? try expectName() : nil
      names.append(Alias(name: name, asName: asName, range: range(from: nameStart)))
    } while accept(.comma)
    return Statement(.import(names: names), range(from: start))
  }

  mutating func parseImportFrom() throws(ParseFailure) -> Statement {
    let start = start
    advance()
    var level = 0
    while kind == .dot || kind == .ellipsis {
      level += kind == .dot ? 1 : 3
      advance()
    }
    let module = kind == .name || level == 0 ? try parseDottedName() : nil
    try expect(.importKeyword)
    let names: [Alias]
    let namesStart = self.start
    if accept(.star) {
      names = [Alias(name: "*", asName: nil, range: range(from: namesStart))]
    } else if accept(.leftParenthesis) {
      names = try parseImportedNames(isParenthesized: true)
      try expect(.rightParenthesis)
    } else {
      names = try parseImportedNames(isParenthesized: false)
    }
    return Statement(
      .importFrom(module: module, names: names, level: level), range(from: start))
  }

  private mutating func parseImportedNames(
    isParenthesized: Bool
  ) throws(ParseFailure) -> [Alias] {
    var names: [Alias] = []
    repeat {
      if isParenthesized, !names.isEmpty, kind == .rightParenthesis { break }
      let start = start
      let name = try expectName()
      let asName = accept(.asKeyword) ? try expectName() : nil
      names.append(Alias(name: name, asName: asName, range: range(from: start)))
    } while accept(.comma)
    return names
  }

  private mutating func parseDottedName() throws(ParseFailure) -> String {
    var name = try expectName()
    while accept(.dot) { name += "." + (try expectName()) }
    return name
  }
}
