// The prompt. Three ways to read it, one loop:
//
//   a terminal on both sides    libedit edits, PromptDisplay draws; texts of several lines
//   TERM=dumb, or no terminal   line by line, the prompts go to standard error, as in CPython
//
// Statements are compiled one at a time, the last of a text in interactive mode, so that the value of
// an expression goes to `sys.displayhook`.

import Bytecode
import Compiler
import Glibc
import Runtime
import Syntax
import Tools

final class Repl {
  private let thread: ThreadState
  private let options: LaunchOptions
  /// `__main__`'s dict, borrowed: the module is in `sys.modules` or kept by the run.
  private let globals: DictObject
  private var editor: LineEditor?
  private let hasColors: Bool
  private var inputCount = 0
  private var compilerOptions = CompilerOptions()

  /// Reads and runs until the end of the input, or `exit`; returns the exit status.
  static func run(_ thread: ThreadState, _ options: LaunchOptions, _ globals: DictObject) -> Int32 {
    let repl = Repl(thread, options, globals)
    return repl.loop()
  }

  private init(_ thread: ThreadState, _ options: LaunchOptions, _ globals: DictObject) {
    self.thread = thread
    self.options = options
    self.globals = globals
    compilerOptions.optimization = options.optimization
    hasColors = SyntaxColors.areWanted(ignoresEnvironment: options.ignoresEnvironment)
    let environment = options.ignoresEnvironment ? nil : Environment.value("PYTHON_BASIC_REPL")
    if Environment.isTerminal(0), Environment.isTerminal(1), environment ?? "" == "",
      Environment.value("TERM") ?? "dumb" != "dumb"
    {
      PromptDisplay.install()
      editor = LineEditor(thread, historyPath: historyPath, colors: hasColors)
    }
  }

  private var historyPath: String? {
    if !options.ignoresEnvironment, let path = Environment.value("PYTHON_HISTORY"), !path.isEmpty {
      return path
    }
    return Environment.value("HOME").map { $0 + "/.racer_history" }
  }

  private func loop() -> Int32 {
    if let status = guarding({ () throws(Raised) in try prepare() }) { return status }
    var isAtEnd = false
    while !isAtEnd {
      let status = guarding { () throws(Raised) in
        _ = StandardStream.flushAll(thread)
        guard let text = try read() else {
          isAtEnd = true
          return
        }
        try run(text)
      }
      if let status { return status }
    }
    return 0
  }

  /// Does something and reports what it raises. Not nil: the status to end with.
  private func guarding(_ body: () throws(Raised) -> Void) -> Int32? {
    do throws(Raised) {
      try body()
      return nil
    } catch {
      let exception = thread.takeException()
      defer { thread.release(exception) }
      guard exception.isReference else { return nil }
      if exception.type.isSubtype(of: .systemExit) {
        return UncaughtException.systemExitStatus(thread, exception)
      }
      UncaughtException.report(thread, exception)
      return nil
    }
  }

  // MARK: Start

  private func prepare() throws(Raised) {
    let system = ModuleObject(try ImportSystem.module(thread, "sys"))
    defer { thread.release(system.value) }
    try system.add(thread, "ps1", thread.string(">>> "))
    try system.add(thread, "ps2", thread.string("... "))
    let site = try ImportSystem.module(thread, "_sitebuiltins")
    defer { thread.release(site) }
    thread.release(try thread.callMethod(site, "install"))
    guard options.program == .interactive else { return }
    if !options.isQuiet { Console.write(Version.banner(usesGIL: options.usesGIL), to: 2) }
    _ = guarding { () throws(Raised) in try runStartupFile() }
  }

  private func runStartupFile() throws(Raised) {
    guard !options.ignoresEnvironment, let path = Environment.value("PYTHONSTARTUP"),
      !path.isEmpty
    else { return }
    guard let source = Runtime.SourceFile.read(path) else {
      let reason = String(cString: strerror(errno))
      Console.printError("Could not open PYTHONSTARTUP\nFileNotFoundError: \(reason): '\(path)'")
      return
    }
    let blueprint = try ImportSystem.compile(thread, source, path, .module, 0)
    let code = try CodeObject.make(thread, blueprint)
    thread.release(
      try Interpreter.execute(
        thread, code: code.value, globals: globals.value, namespace: globals.value))
  }

  // MARK: Reading

  private func read() throws(Raised) -> String? {
    guard let editor else { return try readPlainly() }
    let line: LineEditor.Line
    do throws(Raised) {
      line = try editor.read(
        prompt: colored(prompt("ps1")), continuation: colored(prompt("ps2")))
    } catch {
      guard thread.exceptionMatches(.keyboardInterrupt) else { throw error }
      thread.clearException()
      Console.write("KeyboardInterrupt\n", to: 2)
      return ""
    }
    guard case .text(let text) = line else { return nil }
    editor.remember(text)
    return text
  }

  /// `sys.ps1` or `sys.ps2` as text. Of a prompt of several lines all but the last are printed here.
  private func prompt(_ name: String) throws(Raised) -> String {
    let value = BuiltinHooks.systemAttribute(thread, name)
    defer { thread.release(value) }
    if value.isUnbound { return "" }
    let text = try thread.text(value)
    guard editor != nil, let end = text.lastIndex(of: "\n") else { return text }
    Console.write(String(text[...end]), to: 1)
    return String(text[text.index(after: end)...])
  }

  private func colored(_ prompt: String) -> String {
    guard hasColors, !prompt.isEmpty, !prompt.contains("\u{1b}") else { return prompt }
    return SyntaxColors.prompt + prompt + SyntaxColors.reset
  }

  /// Line by line, until a statement is whole.
  private func readPlainly() throws(Raised) -> String? {
    var text = ""
    var name = "ps1"
    repeat {
      Console.write(try prompt(name), to: 2)
      name = "ps2"
      let line: [UInt8]
      do throws(Raised) {
        line = try StandardStream.input.readLine(thread)
      } catch {
        guard thread.exceptionMatches(.keyboardInterrupt) else { throw error }
        thread.clearException()
        Console.write("\nKeyboardInterrupt\n", to: 2)
        return ""
      }
      if line.isEmpty {
        if text.isEmpty { Console.write("\n", to: 2) }
        return text.isEmpty ? nil : text
      }
      text += String(decoding: line, as: UTF8.self)
      // The last line end is left out: a block ends with a blank line.
    } while StatementText.state(of: String(text.dropLast())) == .incomplete
    return text
  }

  // MARK: Running

  private func run(_ text: String) throws(Raised) {
    let isEdited = editor != nil
    let source = isEdited ? StatementText.strippingFinalIndent(text) : text
    if StatementText.isBlank(source) { return }
    if isEdited, try runCommand(source) { return }
    let filename = isEdited ? "<python-input-\(inputCount)>" : "<stdin>"
    inputCount += 1
    if isEdited { SourceLines.register(filename, text: source) }
    for statement in try statements(of: source, filename) {
      let blueprint = try compile(statement, source, filename)
      if !isEdited { SourceLines.register(blueprint, text: source) }
      let code = try CodeObject.make(thread, blueprint)
      thread.release(
        try Interpreter.execute(
          thread, code: code.value, globals: globals.value, namespace: globals.value))
    }
  }

  /// `exit` and its like, typed without parentheses.
  private func runCommand(_ text: String) throws(Raised) -> Bool {
    let word = text.trimmingNewlines
    guard ["exit", "quit", "help", "copyright", "credits", "license", "clear"].contains(word)
    else { return false }
    let name = thread.intern(word)
    let own = globals.get(thread, name: name)
    thread.release(own)
    guard own.isUnbound else { return false }
    if word == "clear" {
      PromptDisplay.clear()
      return true
    }
    let command = DictObject(Interpreter.builtinsDictionary).get(thread, name: name)
    defer { thread.release(command) }
    guard !command.isUnbound else { return false }
    thread.release(try thread.call(command))
    return true
  }

  /// The statements of a text, each as a module of its own.
  private func statements(of source: String, _ filename: String) throws(Raised) -> [Module] {
    let bytes = Array(source.utf8)
    let parsed: ParseResult
    do throws(SyntaxError) {
      parsed =
        editor == nil
        ? try Parser.parseInteractive(source: bytes, filename: filename)
        : try Parser.parseModule(source: bytes, filename: filename)
    } catch {
      throw CompilerBridge.raise(thread, error)
    }
    try CompilerBridge.warn(thread, parsed.warnings)
    if editor == nil { return [parsed.module] }
    let body = parsed.module.body
    return body.enumerated().map { index, statement in
      Module(mode: index == body.count - 1 ? .single : .exec, body: [statement])
    }
  }

  private func compile(_ module: Module, _ source: String, _ filename: String) throws(Raised)
    -> CodeBlueprint
  {
    let code = try CompilerBridge.compile(
      thread, module, source: source, filename: filename, compilerOptions,
      errorsShowText: true)
    if asksForAnnotations(module) { compilerOptions.futureAnnotations = true }
    return code
  }

  /// `from __future__ import annotations` holds for the rest of the session.
  private func asksForAnnotations(_ module: Module) -> Bool {
    module.body.contains { statement in
      guard case .importFrom(let name, let names, _) = statement.kind else { return false }
      return name == "__future__" && names.contains { $0.name == "annotations" }
    }
  }
}
