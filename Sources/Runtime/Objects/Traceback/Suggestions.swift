// "Did you mean: 'x'?" behind NameError, AttributeError and ImportError.

enum Suggestions {
  static let candidateLimit = 750
  static let sizeLimit = 40
  private static let moveCost = 2
  private static let caseCost = 1

  /// What to append to the message; empty where nothing comes close.
  static func text(_ thread: ThreadState, _ exception: Value, traceback: Value) -> String {
    let type = exception.type
    do throws(Raised) {
      if type.isSubtype(of: .importError) {
        guard let wrong = try nameField(thread, exception, 3) else { return "" }
        return didYouMean(try importSuggestion(thread, exception, wrong))
      }
      if type.isSubtype(of: .attributeError) {
        guard let wrong = try nameField(thread, exception, 0) else { return "" }
        return didYouMean(try attributeSuggestion(thread, exception, wrong, traceback))
      }
      if type.isSubtype(of: .nameError) {
        guard let wrong = try nameField(thread, exception, 0) else { return "" }
        let suggestion = try nameSuggestion(thread, wrong, traceback)
        return didYouMean(suggestion)
          + forgottenImport(thread, wrong, hasSuggestion: suggestion != nil)
      }
    } catch { thread.clearException() }
    return ""
  }

  private static func didYouMean(_ suggestion: String?) -> String {
    suggestion.map { ". Did you mean: '\($0)'?" } ?? ""
  }

  private static func nameField(_ thread: ThreadState, _ exception: Value, _ index: Int)
    throws(Raised) -> String?
  {
    let value = ExceptionField.get(thread, exception, index)
    defer { thread.release(value) }
    return value.isInstance(TypeFlags.stringSubclass) ? StringObject(value).text : nil
  }

  private static func forgottenImport(
    _ thread: ThreadState, _ name: String, hasSuggestion: Bool
  ) -> String {
    guard BuiltinHooks.isStandardModule(thread, name) else { return "" }
    return hasSuggestion
      ? " Or did you forget to import '\(name)'?" : ". Did you forget to import '\(name)'?"
  }

  // MARK: Candidates

  private static func importSuggestion(
    _ thread: ThreadState, _ exception: Value, _ wrong: String
  ) throws(Raised) -> String? {
    let name = ExceptionField.get(thread, exception, 1)
    defer { thread.release(name) }
    guard name.isInstance(TypeFlags.stringSubclass) else { return nil }
    let module = try BuiltinHooks.importModule(thread, name)
    defer { thread.release(module) }
    return best(
      for: wrong, among: hidingPrivate(try directory(thread, module), unless: wrong))
  }

  private static func attributeSuggestion(
    _ thread: ThreadState, _ exception: Value, _ wrong: String, _ traceback: Value
  ) throws(Raised) -> String? {
    let object = ExceptionField.get(thread, exception, 1)
    defer { thread.release(object) }
    let names = try directory(thread, object)
    if let innermost = innermost(traceback), innermost.body.pointee.receiver.isIdentical(to: object)
    {
      return best(for: wrong, among: names)
    }
    return best(for: wrong, among: hidingPrivate(names, unless: wrong))
  }

  private static func nameSuggestion(_ thread: ThreadState, _ wrong: String, _ traceback: Value)
    throws(Raised) -> String?
  {
    guard let innermost = innermost(traceback) else { return nil }
    let receiver = innermost.body.pointee.receiver
    if !receiver.isUnbound {
      let name = try thread.string(wrong)
      defer { thread.release(name) }
      let attribute = try thread.getOptionalAttribute(receiver, name)
      defer { thread.release(attribute) }
      if !attribute.isUnbound { return "self.\(wrong)" }
    }
    var names = CodeObject(innermost.body.pointee.code).localNameTexts
    names += keys(thread, innermost.body.pointee.globals)
    names += keys(thread, BuiltinHooks.builtinsDictionary(thread))
    return best(for: wrong, among: names)
  }

  private static func innermost(_ traceback: Value) -> TracebackObject? {
    guard traceback.isReference else { return nil }
    var current = traceback
    while TracebackObject(current).body.pointee.next.isReference {
      current = TracebackObject(current).body.pointee.next
    }
    return TracebackObject(current)
  }

  private static func hidingPrivate(_ names: [String], unless wrong: String) -> [String] {
    wrong.hasPrefix("_") ? names : names.filter { !$0.hasPrefix("_") }
  }

  private static func directory(_ thread: ThreadState, _ object: Value) throws(Raised) -> [String] {
    let list = try thread.directory(object)
    defer { thread.release(list) }
    var names: [String] = []
    try thread.forEach(list) { (name: Value) throws(Raised) -> Bool in
      if name.isInstance(TypeFlags.stringSubclass) { names.append(StringObject(name).text) }
      return true
    }
    return names
  }

  private static func keys(_ thread: ThreadState, _ dictionary: Value) -> [String] {
    guard dictionary.isInstance(TypeFlags.dictionarySubclass) else { return [] }
    var names: [String] = []
    var position = 0
    while let (key, value) = DictObject(dictionary).next(&position, thread) {
      if key.isInstance(TypeFlags.stringSubclass) { names.append(StringObject(key).text) }
      thread.release(key)
      thread.release(value)
    }
    return names
  }

  // MARK: Closeness

  /// The best match for a misspelt name among a function's parameters.
  static func closest(to wrong: String, among names: [String]) -> String? {
    best(for: wrong, among: names)
  }

  /// The name with the smallest edit distance, if that is at most a third of both names.
  static func best(for wrong: String, among names: [String]) -> String? {
    if names.count >= candidateLimit { return nil }
    let target = Array(wrong.utf8)
    if target.count > sizeLimit { return nil }
    var best: String?
    var bestDistance = Int.max
    for name in names where name != wrong {
      let candidate = Array(name.utf8)
      let limit = min((candidate.count + target.count + 3) * moveCost / 6, bestDistance - 1)
      let distance = distance(target, candidate, limit: limit)
      if distance <= limit {
        best = name
        bestDistance = distance
      }
    }
    return best
  }

  /// Levenshtein distance with costs 2 for a move and 1 for a change of case; above the limit only
  /// that it is above.
  static func distance(_ first: [UInt8], _ second: [UInt8], limit: Int) -> Int {
    if first == second { return 0 }
    var a = first[...]
    var b = second[...]
    while let x = a.first, x == b.first {
      a.removeFirst()
      b.removeFirst()
    }
    while let x = a.last, x == b.last {
      a.removeLast()
      b.removeLast()
    }
    if a.isEmpty || b.isEmpty { return (a.count + b.count) * moveCost }
    if a.count > sizeLimit || b.count > sizeLimit { return limit + 1 }
    if b.count < a.count { swap(&a, &b) }
    if (b.count - a.count) * moveCost > limit { return limit + 1 }
    let columns = Array(a)
    var row = (1...columns.count).map { $0 * moveCost }
    var result = 0
    for (index, byte) in b.enumerated() {
      var diagonal = index * moveCost
      result = diagonal
      var minimum = Int.max
      for (column, other) in columns.enumerated() {
        let substituted = diagonal + substitutionCost(byte, other)
        diagonal = row[column]
        result = min(min(result, diagonal) + moveCost, substituted)
        row[column] = result
        minimum = min(minimum, result)
      }
      if minimum > limit { return limit + 1 }
    }
    return result
  }

  private static func substitutionCost(_ x: UInt8, _ y: UInt8) -> Int {
    if x == y { return 0 }
    func lower(_ byte: UInt8) -> UInt8 { (65...90).contains(byte) ? byte + 32 : byte }
    return lower(x) == lower(y) ? caseCost : moveCost
  }
}
