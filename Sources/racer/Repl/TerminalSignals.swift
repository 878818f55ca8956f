import CEdit
import Glibc

/// The terminal's own signals, for as long as there is a prompt: another size, and going on after a
/// stop. The handlers only set a flag. Waiting for input leaves no gap between looking at the flags
/// and waiting: signals are blocked in between, and let in by the wait itself.
enum TerminalSignals {
  // Only the handlers and the main thread, which they interrupt, touch these.
  nonisolated(unsafe) private static var resized: sig_atomic_t = 0
  nonisolated(unsafe) private static var continued: sig_atomic_t = 0

  static func install() {
    resized = 0
    continued = 0
    signal(SIGWINCH) { _ in TerminalSignals.resized = 1 }
    signal(SIGCONT) { _ in TerminalSignals.continued = 1 }
  }

  static func takeResized() -> Bool {
    defer { resized = 0 }
    return resized != 0
  }

  static func takeContinued() -> Bool {
    defer { continued = 0 }
    return continued != 0
  }

  /// Waits for a byte on standard input. False if there is something else to do first.
  static func waitForInput(unless hasOtherWork: () -> Bool) -> Bool {
    var all = sigset_t()
    var before = sigset_t()
    sigfillset(&all)
    for fault in [SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTRAP, SIGABRT] { sigdelset(&all, fault) }
    pthread_sigmask(SIG_BLOCK, &all, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    if resized != 0 || continued != 0 || hasOtherWork() { return false }
    return racer_wait_for_input(&before) > 0
  }
}
