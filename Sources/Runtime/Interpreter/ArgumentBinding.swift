// Binding a call's arguments to a Python function's parameters (CPython's `initialize_locals`).

import Bytecode
import CRuntime

extension Interpreter {
  /// Puts owned values into the parameters' registers of a fresh window. The arguments are borrowed
  /// and may not lie in the window. On failure everything already stored is dropped again.
  static func bind(
    _ thread: ThreadState, _ function: FunctionObject, _ arguments: Arguments,
    into window: UnsafeMutablePointer<UInt>
  ) throws(Raised) {
    let code = function.code.body
    if Int(code.pointee.simpleCount) == arguments.count && arguments.keywordNames.isUnbound {
      for index in 0..<arguments.count { window[index] = thread.retain(arguments[index]).bits }
      return
    }
    if function.code.has(.namespace) {
      window[0] = thread.retain(arguments[0]).bits
      return
    }
    try reserving(window, of: function, thread) { () throws(Raised) in
      var binder = ArgumentBinder(thread: thread, function: function, window: window)
      do throws(Raised) {
        try binder.bind(arguments)
      } catch {
        binder.dropAll()
        throw error
      }
    }
  }
}

private struct ArgumentBinder {
  let thread: ThreadState
  let function: FunctionObject
  let window: UnsafeMutablePointer<UInt>
  let code: CodeObject
  let positionalCount: Int
  let parameterCount: Int
  var extraRegister: Int
  var keywordsRegister = -1

  init(thread: ThreadState, function: FunctionObject, window: UnsafeMutablePointer<UInt>) {
    self.thread = thread
    self.function = function
    self.window = window
    code = function.code
    positionalCount = Int(code.body.pointee.positionalCount)
    parameterCount = positionalCount + Int(code.body.pointee.keywordOnlyCount)
    extraRegister = parameterCount
    if code.has(.variableKeywords) {
      keywordsRegister = parameterCount + (code.has(.variablePositional) ? 1 : 0)
    }
  }

  private var allCount: Int {
    parameterCount + (code.has(.variablePositional) ? 1 : 0) + (keywordsRegister >= 0 ? 1 : 0)
  }

  func dropAll() {
    for index in 0..<allCount {
      let value = Value(bits: window[index])
      window[index] = Value.unbound.bits
      thread.release(value)
    }
  }

  mutating func bind(_ arguments: Arguments) throws(Raised) {
    for index in 0..<allCount { window[index] = Value.unbound.bits }
    let given = arguments.count
    for index in 0..<min(given, positionalCount) {
      window[index] = thread.retain(arguments[index]).bits
    }
    if code.has(.variablePositional) {
      let extra = max(0, given - positionalCount)
      let tuple = try TupleObject.make(thread, extra)
      for index in 0..<extra {
        tuple.initialize(index, thread.retain(arguments[positionalCount + index]))
      }
      window[extraRegister] = tuple.value.bits
    }
    if keywordsRegister >= 0 { window[keywordsRegister] = try DictObject.make(thread).value.bits }
    for index in 0..<arguments.keywordCount {
      try bindKeyword(arguments.keywordName(index), arguments.keywordValue(index))
    }
    if given > positionalCount && !code.has(.variablePositional) {
      throw tooManyPositional(given)
    }
    try fillDefaults(given)
  }

  private func bindKeyword(_ name: Value, _ value: Value) throws(Raised) {
    guard name.isInstance(TypeFlags.stringSubclass) else {
      throw thread.raise(.typeError, "keywords must be strings")
    }
    let first = Int(code.body.pointee.positionalOnlyCount)
    let names = code.blueprint.localNames
    let text = StringObject(name).text
    for index in first..<max(first, parameterCount) where names[index] == text {
      guard Value(bits: window[index]).isUnbound else {
        throw thread.raise(
          .typeError, "\(functionText)() got multiple values for argument '\(text)'")
      }
      window[index] = thread.retain(value).bits
      return
    }
    guard keywordsRegister >= 0 else { throw unexpectedKeyword(text, names) }
    try DictObject(Value(bits: window[keywordsRegister])).set(thread, name, value)
  }

  private func fillDefaults(_ given: Int) throws(Raised) {
    if given < positionalCount {
      let defaults = function.defaults
      let defaultCount = defaults.isReference ? TupleObject(defaults).count : 0
      let firstDefault = positionalCount - defaultCount
      var missing: [Int] = []
      for index in given..<positionalCount where Value(bits: window[index]).isUnbound {
        if index >= firstDefault {
          window[index] = thread.retain(TupleObject(defaults)[index - firstDefault]).bits
        } else {
          missing.append(index)
        }
      }
      if !missing.isEmpty { throw missingArguments(missing, "positional") }
    }
    guard positionalCount < parameterCount else { return }
    // Held: the look-up may wait or run Python code, and the dict may be replaced meanwhile.
    let defaults = function.keywordDefaults(thread)
    defer { thread.release(defaults) }
    var missing: [Int] = []
    for index in positionalCount..<parameterCount where Value(bits: window[index]).isUnbound {
      if defaults.isReference {
        let name = thread.intern(code.blueprint.localNames[index])
        let value = try DictObject(defaults).get(thread, name)
        if !value.isUnbound {
          window[index] = value.bits
          continue
        }
      }
      missing.append(index)
    }
    if !missing.isEmpty { throw missingArguments(missing, "keyword-only") }
  }

  // MARK: Messages

  private var functionText: String { StringObject(function.body.pointee.qualifiedName).text }

  private func missingArguments(_ missing: [Int], _ kind: String) -> Raised {
    let names = missing.map { "'\(code.blueprint.localNames[$0])'" }
    let list: String
    switch names.count {
    case 1: list = names[0]
    case 2: list = "\(names[0]) and \(names[1])"
    default: list = names.dropLast().joined(separator: ", ") + ", and " + names[names.count - 1]
    }
    return thread.raise(
      .typeError,
      "\(functionText)() missing \(names.count) required \(kind) "
        + "argument\(names.count == 1 ? "" : "s"): \(list)")
  }

  private func tooManyPositional(_ given: Int) -> Raised {
    var keywordOnlyGiven = 0
    for index in positionalCount..<max(positionalCount, parameterCount)
    where !Value(bits: window[index]).isUnbound {
      keywordOnlyGiven += 1
    }
    let defaults = function.defaults
    let defaultCount = defaults.isReference ? TupleObject(defaults).count : 0
    let takes: String
    let plural: Bool
    if defaultCount > 0 {
      takes = "from \(positionalCount - defaultCount) to \(positionalCount)"
      plural = true
    } else {
      takes = "\(positionalCount)"
      plural = positionalCount != 1
    }
    let extra =
      keywordOnlyGiven == 0
      ? ""
      : " positional argument\(given == 1 ? "" : "s") (and \(keywordOnlyGiven) keyword-only "
        + "argument\(keywordOnlyGiven == 1 ? "" : "s"))"
    return thread.raise(
      .typeError,
      "\(functionText)() takes \(takes) positional argument\(plural ? "s" : "") but \(given)"
        + "\(extra) \(given == 1 && keywordOnlyGiven == 0 ? "was" : "were") given")
  }

  private func unexpectedKeyword(_ text: String, _ names: [String]) -> Raised {
    let positionalOnly = Int(code.body.pointee.positionalOnlyCount)
    if names.prefix(positionalOnly).contains(text) {
      return thread.raise(
        .typeError,
        "\(functionText)() got some positional-only arguments passed as keyword arguments: "
          + "'\(text)'")
    }
    let candidates = Array(names[positionalOnly..<max(positionalOnly, parameterCount)])
    let hint = Suggestions.closest(to: text, among: candidates).map {
      ". Did you mean '\($0)'?"
    }
    return thread.raise(
      .typeError,
      "\(functionText)() got an unexpected keyword argument '\(text)'\(hint ?? "")")
  }
}
