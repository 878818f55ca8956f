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
    if options.option("dev") != nil || variable("PYTHONDEVMODE") != nil {
      options.isDevelopment = true
      options.showsFaults = true
    }
    options.usesUTF8Mode = try utf8Mode(variable("PYTHONUTF8"))
    options.warnsDefaultEncoding =
      options.option("warn_default_encoding") != nil
      || variable("PYTHONWARNDEFAULTENCODING") != nil
    options.integerTextLimit = try integerTextLimit(variable("PYTHONINTMAXSTRDIGITS"))
    options.optimization = level(options.optimization, variable("PYTHONOPTIMIZE"))
    options.debug = level(options.debug, variable("PYTHONDEBUG"))
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

  private func utf8Mode(_ variable: String?) throws -> Bool {
    guard let option = options.option("utf8") else { return variable == "1" }
    switch option.value {
    case nil, "1": return true
    case "0": return false
    default:
      throw fatal(
        "preconfig_init_utf8_mode: invalid -X utf8 option value", state: "preinitializing")
    }
  }

  private func integerTextLimit(_ variable: String?) throws -> Int? {
    let name = "int_max_str_digits"
    let option = options.option(name)
    guard let text = option.map({ $0.value ?? "" }) ?? variable else { return nil }
    guard let limit = Int(text), limit == 0 || limit >= 640 else {
      let source = option == nil ? "PYTHONINTMAXSTRDIGITS" : "-X \(name)"
      throw fatal(
        "config_init_int_max_str_digits: \(source): invalid limit; "
          + "must be >= 640 or 0 for unlimited.")
    }
    return limit
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

  private func fatal(_ message: String, state: String = "preinitialized") -> Stop {
    fail("Fatal Python error: \(message)\nPython runtime state: \(state)\n\n", code: 1)
  }
}
