import Tools

/// Runs a program as its options say and returns the exit code.
enum Launcher {
  static func run(_ options: LaunchOptions) -> Int32 {
    do {
      _ = try ScriptSource.read(options.program)
      return 0
    } catch {
      return error.exitCode
    }
  }
}
