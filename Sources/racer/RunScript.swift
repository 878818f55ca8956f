import Glibc
import Runtime
import StandardLibrary
import Tools

/// Runs a program as its options say and returns the exit code.
enum Launcher {
  static func run(_ options: LaunchOptions) -> Int32 {
    var source: [UInt8]
    do throws(ScriptSource.Failure) {
      source = try ScriptSource.read(options.program)
    } catch {
      return error.exitCode
    }
    if options.skipsFirstLine { source = ScriptSource.withoutFirstLine(source) }
    // A reader that went away is an error of the write, not the end of the process.
    signal(SIGPIPE, SIG_IGN)
    if options.isUnbuffered { StandardStream.output.makeUnbuffered() }
    let waits = WaitReport.begin()
    var runtimeOptions = RuntimeOptions()
    runtimeOptions.usesGIL = options.usesGIL
    runtimeOptions.hashSeed = options.hashSeed
    runtimeOptions.warnsAboutBytes = options.bytesWarning > 0
    let thread = RuntimeStartup.start(runtimeOptions)
    StandardLibrary.register()
    ImportTrace.verbosity = options.verbosity
    CompilerBridge.install(optimization: options.optimization)
    TracebackAnalysis.install()
    if options.showsFaults { FaultHandlerModule.enable(descriptor: 2, all: true) }
    if options.verbosity > 0, !options.isQuiet, options.program != .interactive {
      Console.write(Version.banner(usesGIL: options.usesGIL), to: 2)
    }
    var status: Int32 = 0
    var isInterrupted = false
    // PYTHONINSPECT alone makes no prompt of what is no terminal.
    let asksForMore =
      options.isInteractive || options.inspects && Environment.isTerminal(0)
    var main: ModuleObject?
    do throws(Raised) {
      try SystemSetup.prepare(thread, options)
      let module = try SystemSetup.makeMainModule(thread)
      main = module
      try runMain(thread, options, source, module)
    } catch {
      isInterrupted = thread.record.pointee.exception.type.isSubtype(of: .keyboardInterrupt)
      status = asksForMore ? reportBeforePrompt(thread) : UncaughtException.exitStatus(thread)
    }
    if let main, asksForMore || options.program == .interactive {
      status = Repl.run(thread, options, main.dictionary)
      isInterrupted = false
    }
    if !ExitSequence.run(thread, globals: main?.dictionary) { status = 120 }
    waits?.write()
    if isInterrupted { endByInterrupt() }
    return status
  }

  /// Ends the process as Ctrl-C would have: a shell that runs the script in a loop stops, too.
  private static func endByInterrupt() {
    signal(SIGINT, SIG_DFL)
    kill(getpid(), SIGINT)
  }

  /// With `-i` nothing that the program raises ends the process, not even SystemExit.
  private static func reportBeforePrompt(_ thread: ThreadState) -> Int32 {
    let exception = thread.takeException()
    UncaughtException.report(thread, exception)
    thread.release(exception)
    return 1
  }

  private static func runMain(
    _ thread: ThreadState, _ options: LaunchOptions, _ source: [UInt8], _ main: ModuleObject
  ) throws(Raised) {
    let filename: String
    switch options.program {
    case .script(let path):
      filename = ScriptSource.absolute(ScriptSource.mainFile(path))
      try main.add(thread, "__file__", thread.string(filename))
      if ScriptSource.isFolder(path) { try main.add(thread, "__package__", thread.string("")) }
    case .module(let name):
      return try runModule(thread, name, options, main)
    case .interactive: return
    case .standardInput:
      filename = "<stdin>"
      try main.add(thread, "__file__", thread.string(filename))
    case .command:
      filename = "<string>"
    }
    let blueprint = try ImportSystem.compile(thread, source, filename, .module, 0)
    // Not before: warnings of the compiler show no line of `-c`, as CPython's don't.
    if case .command = options.program {
      SourceLines.register(filename, text: String(decoding: source, as: UTF8.self))
    }
    let code = try CodeObject.make(thread, blueprint)
    let globals = main.dictionary.value
    thread.release(
      try Interpreter.execute(thread, code: code.value, globals: globals, namespace: globals))
  }

  private static func runModule(
    _ thread: ThreadState, _ name: String, _ options: LaunchOptions, _ main: ModuleObject
  ) throws(Raised) {
    switch try ImportSystem.mainProgram(thread, name) {
    case .found(let program):
      try SystemSetup.setProgramFile(thread, program.file, options)
      try thread.run(program, in: main)
    case .missing(let reason):
      Console.printError("racer: \(reason)")
      throw thread.raise(type: TypeObject(.systemExit), arguments: [Value(small: 1)])
    }
  }
}
