import Glibc
import Runtime
import Tools

/// What the threads of this run waited for, written at the end to the file that `RACER_COUNTERS`
/// names. An internal channel: `racer compare` sets the variable and reads the file.
struct WaitReport {
  private let path: String
  /// A forked child would report once more what its parent counted.
  private let process = getpid()

  private init(path: String) { self.path = path }

  /// Starts counting if somebody wants to know. The variable goes: a program that the script starts
  /// would write to the same file.
  static func begin() -> WaitReport? {
    guard let path = Environment.value(WaitFigure.variable), !path.isEmpty else { return nil }
    unsetenv(WaitFigure.variable)
    WaitCounters.startCounting()
    return WaitReport(path: path)
  }

  func write() {
    guard getpid() == process else { return }
    let figures = WaitReason.allCases.map { reason in
      let total = WaitCounters.total(reason)
      return WaitFigure(
        kind: reason.kind, count: Double(total.count), seconds: Double(total.nanoseconds) / 1e9)
    }
    _ = Console.save(WaitFigure.text(figures), at: path, isAppended: true)
  }
}

extension WaitReason {
  fileprivate var kind: WaitFigure.Kind {
    switch self {
    case .objectLock: .objectLocks
    case .blockingLock: .scriptLocks
    case .globalLock: .globalLock
    case .stop: .stops
    }
  }
}
