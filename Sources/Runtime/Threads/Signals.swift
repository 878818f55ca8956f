// Signals (concurrency.md R10). All threads but main block them. The handler, in C, only notes the
// number, sets SIGNAL in the main thread's `pending` and changes its park word, so that neither a
// running loop nor a blocked wait misses it.

import CRuntime
import Glibc

package enum Signals {
  package enum Disposition: Int32 { case standard, noted, ignored }

  /// Names the thread that handles signals: main; in a forked child, the one that forked.
  static func deliver(to thread: ThreadState) {
    racer_signals.pendingBit = PendingReasons.signal
    racer_signals.parkWord = thread.record.parkWordAddress
    racer_signals.pending = thread.record.pendingAddress
  }

  /// Ctrl-C is noted, unless whoever started the process wants it ignored; SIGQUIT shows what all
  /// threads do.
  static func installDefaults() {
    if racer_signal_is_default(SIGINT) { _ = install(SIGINT, .noted) }
    racer_set_snapshot_writer { StackDump.writeSnapshot($0, attempt: $1) }
    if !racer_signal_is_ignored(SIGQUIT) { _ = racer_install_dump_signal(SIGQUIT) }
  }

  /// Returns an error number.
  package static func install(_ number: Int32, _ disposition: Disposition) -> Int32 {
    racer_install_signal(number, disposition.rawValue)
  }

  /// Whether the signal has a handler of the script's, or of the runtime for it.
  package static func isNoted(_ number: Int32) -> Bool { racer_signal_is_noted(number) }

  /// As if the signal had arrived: `_thread.interrupt_main`.
  package static func simulate(_ number: Int32) { racer_note_signal(number) }

  /// The next signal that arrived and was not handled, or nil.
  package static func take() -> Int32? {
    let number = racer_take_signal()
    return number == 0 ? nil : number
  }
}

extension ThreadState {
  /// Runs the Python handlers of the signals that arrived (main thread only); they may raise. As long
  /// as there is no `signal` module to ask, Ctrl-C raises KeyboardInterrupt.
  package func handleSignals() throws(Raised) {
    record.clearPending(PendingReasons.signal)
    StackDump.serveSignals(self)
    if let hook = safepointHooks.handleSignals { return try hook(self) }
    while let number = Signals.take() {
      if number == SIGINT { throw raise(type: TypeObject(.keyboardInterrupt), arguments: []) }
    }
  }
}
