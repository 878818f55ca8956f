/// One interpreter in one mode.
package struct Contender: Equatable, Sendable {
  package var name: String
  package var executable: String
  /// What stands before the script on its command line.
  package var options: [String] = []
  package var environment: [String: String] = [:]

  package init(
    name: String, executable: String, options: [String] = [], environment: [String: String] = [:]
  ) {
    self.name = name
    self.executable = executable
    self.options = options
    self.environment = environment
  }

  /// Racer's own two modes; the first is what the others are compared with.
  package static func racer(executable: String) -> [Contender] {
    [
      Contender(name: "gil", executable: executable, options: ["-X", "gil=1"]),
      Contender(name: "free", executable: executable, options: ["-X", "gil=0"]),
    ]
  }

  /// Another Python: a build with free threading takes part in both of its modes.
  package static func peer(executable: String) throws -> [Contender] {
    let probe =
      "import sys; i = sys.implementation; "
      + "print(i.name, '.'.join(map(str, sys.version_info[:3])), "
      + "hasattr(sys, '_is_gil_enabled') and 't' in getattr(sys, 'abiflags', ''))"
    let outcome = try ChildProcess(executable: executable, arguments: ["-c", probe]).run()
    let answer = String(decoding: outcome.output.bytes, as: UTF8.self)
    let words = answer.split(whereSeparator: \.isWhitespace)
    guard outcome.status == .code(0), words.count == 3 else {
      throw ChildProcess.Failure(description: "'\(executable)' is no Python (\(outcome.status))")
    }
    let name = "\(words[0]) \(words[1])"
    guard words[2] == "True" else { return [Contender(name: name, executable: executable)] }
    return [
      Contender(name: "\(name)t gil", executable: executable, environment: ["PYTHON_GIL": "1"]),
      Contender(name: "\(name)t free", executable: executable, environment: ["PYTHON_GIL": "0"]),
    ]
  }
}
