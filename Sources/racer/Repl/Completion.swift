import Runtime

/// What Tab offers: found by the module `rlcompleter`, which asks the objects.
enum Completion {
  struct Found {
    var candidates: [String] = []
    /// How many characters before the cursor each candidate replaces.
    var typedCount = 0
  }

  /// Completions of the end of a line. Whatever goes wrong, there are none.
  static func find(_ thread: ThreadState, before line: String) -> Found {
    do throws(Raised) {
      return try ask(thread, line)
    } catch {
      thread.clearException()
      return Found()
    }
  }

  private static func ask(_ thread: ThreadState, _ line: String) throws(Raised) -> Found {
    let module = try ImportSystem.module(thread, "rlcompleter")
    defer { thread.release(module) }
    let text = try thread.string(line)
    defer { thread.release(text) }
    let answer = try thread.callMethod(module, "_complete_line", text)
    defer { thread.release(answer) }
    var found = Found()
    found.typedCount = try thread.index(TupleObject(answer)[0])
    try thread.forEach(TupleObject(answer)[1]) { (item: Value) throws(Raised) -> Bool in
      found.candidates.append(StringObject(item).text)
      return true
    }
    return found
  }

  static func commonPrefix(_ candidates: [String]) -> String {
    guard var common = candidates.first.map({ Array($0.unicodeScalars) }) else { return "" }
    for candidate in candidates.dropFirst() {
      let matching = zip(common, candidate.unicodeScalars).prefix { $0.0 == $0.1 }.count
      common.removeSubrange(matching...)
    }
    return String(String.UnicodeScalarView(common))
  }

  /// Rows of columns, read downwards.
  static func columns(_ candidates: [String], width: Int) -> [String] {
    let names = candidates.map { name in
      // Attributes are told apart by what comes after the dot.
      name.lastIndex(of: ".").map { String(name[name.index(after: $0)...]) } ?? name
    }
    let cell = (names.map { ScreenLayout.width(of: $0) }.max() ?? 0) + 2
    let columnCount = max(1, (width - 1) / cell)
    let rowCount = (names.count + columnCount - 1) / columnCount
    return (0..<rowCount).map { row in
      var text = ""
      for index in stride(from: row, to: names.count, by: rowCount) {
        text += names[index]
        guard index + rowCount < names.count else { continue }
        text += String(repeating: " ", count: cell - ScreenLayout.width(of: names[index]))
      }
      return text
    }
  }
}
