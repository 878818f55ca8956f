/// What a command line and the environment ask of one run of the interpreter.
struct LaunchOptions: Equatable {
  enum Program: Equatable {
    case script(path: String)
    case command(text: String)
    case module(name: String)
    /// Source from standard input; the name is `sys.argv[0]`: `-` when it was asked for, else empty.
    case standardInput(name: String)
    /// Standard input is a terminal and nothing else was named.
    case interactive
  }

  struct ImplementationOption: Equatable {
    var name: String
    /// What follows `=`; nil stands for `True` in `sys._xoptions`.
    var value: String?
  }

  var program = Program.interactive
  /// `sys.argv` from its second element on.
  var arguments: [String] = []

  var usesGIL = false
  /// `PYTHONHASHSEED`; nil is a random seed.
  var hashSeed: UInt32?
  /// `PYTHONPATH`, unless it is to be ignored.
  var modulePath: String?

  var bytesWarning = 0
  var debug = 0
  /// Whether a fault that ends the process shows the threads' stacks.
  var showsFaults = false
  var dontWriteBytecode = false
  var ignoresEnvironment = false
  var inspects = false
  var isInteractive = false
  var isIsolated = false
  var isQuiet = false
  var isUnbuffered = false
  var noSite = false
  var noUserSite = false
  var optimization = 0
  var safePath = false
  var skipsFirstLine = false
  var verbosity = 0
  var warnings: [String] = []
  var implementationOptions: [ImplementationOption] = []
  /// `-X dev`.
  var isDevelopment = false
  /// Only told to scripts: text is UTF-8 in any case.
  var usesUTF8Mode = false
  var warnsDefaultEncoding = false
  /// `-X int_max_str_digits`, unless it is left alone.
  var integerTextLimit: Int?

  /// `sys.warnoptions`: later ones win.
  var warningFilters: [String] {
    var filters = (isDevelopment ? ["default"] : []) + warnings
    if bytesWarning > 0 {
      filters.append(bytesWarning > 1 ? "error::BytesWarning" : "default::BytesWarning")
    }
    return filters
  }

  /// The last `-X` of that name.
  func option(_ name: String) -> ImplementationOption? {
    implementationOptions.last { $0.name == name }
  }

  /// The first element of `sys.argv` before the run changes it (`-m` puts the module's file there).
  var programName: String {
    switch program {
    case .script(let path): path
    case .command: "-c"
    case .module: "-m"
    case .standardInput(let name): name
    case .interactive: ""
    }
  }
}
