import Tools

extension CommandLineScanner {
  /// Fills in what the command line left open from the `PYTHON…` variables.
  mutating func readEnvironment() throws {
    let ignores = options.ignoresEnvironment
    /// An empty variable counts as unset, as it does for CPython.
    func variable(_ name: String) -> String? {
      guard !ignores, let value = Environment.value(name), !value.isEmpty else { return nil }
      return value
    }
    options.usesGIL = try gil(gilChoice ?? variable("PYTHON_GIL"))
    options.hashSeed = try hashSeed(variable("PYTHONHASHSEED"))
    options.modulePath = variable("PYTHONPATH")
    if variable("PYTHONUNBUFFERED") != nil { options.isUnbuffered = true }
    if variable("PYTHONFAULTHANDLER") != nil { options.showsFaults = true }
    if variable("PYTHONINSPECT") != nil { options.inspects = true }
    if variable("PYTHONDONTWRITEBYTECODE") != nil { options.dontWriteBytecode = true }
    if variable("PYTHONNOUSERSITE") != nil { options.noUserSite = true }
    if variable("PYTHONSAFEPATH") != nil { options.safePath = true }
    options.optimization = level(options.optimization, variable("PYTHONOPTIMIZE"))
    options.verbosity = level(options.verbosity, variable("PYTHONVERBOSE"))
    if let list = variable("PYTHONWARNINGS") {
      options.warnings = list.split(separator: ",").map(String.init) + options.warnings
    }
  }

  /// A counted option: the larger of what was given; a variable that is no number counts one.
  private func level(_ given: Int, _ variable: String?) -> Int {
    guard let variable else { return given }
    return max(given, Int(variable) ?? 1)
  }

  private func gil(_ choice: String?) throws -> Bool {
    switch choice {
    case nil, "0": return false
    case "1": return true
    default:
      throw fatal("config_read_gil: PYTHON_GIL / -X gil must be \"0\" or \"1\"")
    }
  }

  private func hashSeed(_ text: String?) throws -> UInt32? {
    guard let text, text != "random" else { return nil }
    guard let seed = UInt32(text) else {
      throw fatal(
        "config_init_hash_seed: PYTHONHASHSEED must be \"random\" "
          + "or an integer in range [0; 4294967295]")
    }
    return seed
  }

  private func fatal(_ message: String) -> Stop {
    fail("Fatal Python error: \(message)\nPython runtime state: preinitialized\n\n", code: 1)
  }
}
