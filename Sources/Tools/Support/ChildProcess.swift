import Glibc

/// One run of a program, measured by the kernel: what it printed, how it ended, what it used.
///
/// Output goes to unlinked temporary files rather than pipes, so that the child never waits for this
/// process and nothing here runs while the child is timed. `ru_maxrss` of a spawned child starts at
/// the parent's own peak (the kernel carries it across `exec`), so peaks below that read too high.
package struct ChildProcess {
  package struct Outcome: Sendable {
    package var status: ExitStatus
    package var output: CapturedText
    package var errors: CapturedText
    /// What the child wrote to the file that `RACER_METRICS` named.
    package var metrics: [UInt8]
    /// What Racer itself wrote to the file that `RACER_COUNTERS` named (`WaitFigure`).
    package var counters: [UInt8]
    package var wallTime: Double
    package var userTime: Double
    package var systemTime: Double
    package var peakMemory: Int
    package var voluntarySwitches: Int
    package var involuntarySwitches: Int
  }

  package enum ExitStatus: Equatable, Sendable, CustomStringConvertible {
    case code(Int32)
    case signal(Int32)
    case timedOut

    package var description: String {
      switch self {
      case .code(let code): "exit code \(code)"
      case .signal(let number): "killed by signal \(number)"
      case .timedOut: "stopped at the time limit"
      }
    }
  }

  package struct Failure: Error, CustomStringConvertible {
    package var description: String
  }

  /// A signal told this process to end while a child ran; the child has ended.
  package struct Interruption: Error {
    package var signal: Int32
  }

  package var executable: String
  package var arguments: [String]
  /// Set over this process's own environment.
  package var environment: [String: String] = [:]
  package var timeLimit = 600.0

  /// The descriptors under which the child finds its files for figures.
  private static let metricsDescriptor: Int32 = 9
  private static let countersDescriptor: Int32 = 8

  package init(executable: String, arguments: [String]) {
    self.executable = executable
    self.arguments = arguments
  }

  package func run() throws -> Outcome {
    let output = try TemporaryFile()
    let errors = try TemporaryFile()
    let metrics = try TemporaryFile()
    let counters = try TemporaryFile()
    defer { for file in [output, errors, metrics, counters] { file.close() } }

    // These stay blocked here and wake `sigtimedwait`; the child starts with them unblocked.
    var signals = Self.awaitedSignals()
    var before = sigset_t()
    sigprocmask(SIG_BLOCK, &signals, &before)
    defer { sigprocmask(SIG_SETMASK, &before, nil) }

    let start = Self.now()
    let files = [
      (output, 1), (errors, 2), (metrics, Self.metricsDescriptor),
      (counters, Self.countersDescriptor),
    ]
    let process = try spawn(files, signalMask: before)
    var usage = rusage()
    let (status, timedOut) = try wait(for: process, since: start, on: &signals, usage: &usage)
    let wallTime = Self.now() - start
    return Outcome(
      status: timedOut ? .timedOut : Self.decode(status),
      output: CapturedText(output), errors: CapturedText(errors), metrics: metrics.contents(),
      counters: counters.contents(), wallTime: wallTime, userTime: Self.seconds(usage.ru_utime),
      systemTime: Self.seconds(usage.ru_stime), peakMemory: usage.ru_maxrss * 1024,
      voluntarySwitches: usage.ru_nvcsw, involuntarySwitches: usage.ru_nivcsw)
  }

  private func spawn(_ files: [(TemporaryFile, Int32)], signalMask: sigset_t) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    for (file, descriptor) in files {
      posix_spawn_file_actions_adddup2(&actions, file.descriptor, descriptor)
    }

    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var mask = signalMask
    posix_spawnattr_setsigmask(&attributes, &mask)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))

    var words = ([executable] + arguments).map { strdup($0) } + [nil]
    var variables = childEnvironment().map { strdup($0) } + [nil]
    defer { for word in words + variables { free(word) } }
    var process: pid_t = 0
    let code = posix_spawnp(&process, executable, &actions, &attributes, &words, &variables)
    guard code == 0 else {
      throw Failure(description: "can't start '\(executable)': \(String(cString: strerror(code)))")
    }
    return process
  }

  private func childEnvironment() -> [String] {
    var merged = Environment.all()
    for (name, value) in environment { merged[name] = value }
    merged["RACER_METRICS"] = "/dev/fd/\(Self.metricsDescriptor)"
    merged[WaitFigure.variable] = "/dev/fd/\(Self.countersDescriptor)"
    return merged.map { "\($0.key)=\($0.value)" }
  }

  /// SIGCHLD, and what asks this process to end, unless whoever started it wants that ignored.
  private static func awaitedSignals() -> sigset_t {
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGCHLD)
    for number in [SIGINT, SIGTERM, SIGHUP] {
      var action = sigaction()
      sigaction(number, nil, &action)
      let isIgnored = unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1
      if !isIgnored { sigaddset(&signals, number) }
    }
    return signals
  }

  private func wait(
    for process: pid_t, since start: Double, on signals: inout sigset_t, usage: inout rusage
  ) throws -> (status: Int32, timedOut: Bool) {
    var status: Int32 = 0
    while wait4(process, &status, WNOHANG, &usage) == 0 {
      if Self.now() - start > timeLimit {
        kill(process, SIGKILL)
        wait4(process, &status, 0, &usage)
        return (status, true)
      }
      let number = Self.pause(on: &signals)
      if number > 0 && number != SIGCHLD {
        end(process, with: number, on: &signals)
        throw Interruption(signal: number)
      }
    }
    return (status, false)
  }

  /// Waits for a fifth of a second at most; returns the signal that came, if one did.
  private static func pause(on signals: inout sigset_t) -> Int32 {
    var time = timespec(tv_sec: 0, tv_nsec: 200_000_000)
    return sigtimedwait(&signals, nil, &time)
  }

  /// Passes a signal on; what has not ended two seconds later is killed.
  private func end(_ process: pid_t, with number: Int32, on signals: inout sigset_t) {
    kill(process, number)
    let start = Self.now()
    var status: Int32 = 0
    while waitpid(process, &status, WNOHANG) == 0 {
      if Self.now() - start > 2 { kill(process, SIGKILL) }
      _ = Self.pause(on: &signals)
    }
  }

  private static func decode(_ status: Int32) -> ExitStatus {
    let signal = status & 0x7f
    return signal == 0 ? .code((status >> 8) & 0xff) : .signal(signal)
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private static func seconds(_ time: timeval) -> Double {
    Double(time.tv_sec) + Double(time.tv_usec) / 1e6
  }
}
