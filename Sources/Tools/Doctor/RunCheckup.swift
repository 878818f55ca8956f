/// Whether scripts run, in both modes, and what stands beside them.
package struct RunCheckup {
  private let executable: String

  package init(executable: String) { self.executable = executable }

  /// Threads that share a list, a lock and an exception.
  private static let program = """
    import sys, threading
    lock, items, seen = threading.Lock(), [], []
    def work(number):
        for index in range(500):
            with lock:
                items.append(index)
        try:
            raise ValueError(number)
        except ValueError as error:
            seen.append(error.args[0])
    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads: thread.start()
    for thread in threads: thread.join()
    print(sys._is_gil_enabled(), len(items), sorted(seen))
    """

  package func findings() -> [Finding] {
    [run(mode: "free", "0"), run(mode: "gil", "1")] + variables() + peers()
  }

  private func run(mode: String, _ choice: String) -> Finding {
    let subject = "threads (\(mode))"
    var process = ChildProcess(
      executable: executable, arguments: ["-I", "-X", "gil=\(choice)", "-c", Self.program])
    process.timeLimit = 60
    let expected = "\(choice == "1" ? "True" : "False") 2000 [0, 1, 2, 3]\n"
    do {
      let outcome = try process.run()
      let output = String(decoding: outcome.output.bytes, as: UTF8.self)
      if outcome.status == .code(0), output == expected {
        return Finding(.good, subject, "four threads did what they should")
      }
      let errors = String(decoding: outcome.errors.bytes.suffix(300), as: UTF8.self)
      return Finding(.bad, subject, "\(outcome.status): \(output)\(errors)")
    } catch {
      return Finding(.bad, subject, "\(error)")
    }
  }

  /// The variables that change what a run does.
  private func variables() -> [Finding] {
    let names = Environment.all().keys.filter { $0.hasPrefix("PYTHON") || $0.hasPrefix("RACER_") }
    guard !names.isEmpty else { return [Finding(.good, "variables", "none set")] }
    let values = names.sorted().map { "\($0)=\(Environment.value($0) ?? "")" }
    return [Finding(.remark, "variables", values.joined(separator: " "))]
  }

  /// Other Pythons on the path, for `racer compare --peer`.
  private func peers() -> [Finding] {
    ["python3", "python3.13t", "python3.14t"].compactMap { name in
      guard let found = try? Contender.peer(executable: name) else { return nil }
      let modes = found.map(\.name).joined(separator: ", ")
      return Finding(.good, "another Python", "\(modes): racer compare --peer \(name)")
    }
  }
}
