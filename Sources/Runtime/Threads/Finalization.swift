// The process's end: daemon threads must not touch what is being taken down (gh-124149). They stay
// stopped for good; attaching waits for ever.

import CRuntime

extension ThreadState {
  /// Stops all other threads, never to run again. The caller goes on alone: locks and epochs are
  /// skipped from here on, whatever a stopped thread holds. From now on `isFinalizing` is true, and
  /// no thread can be started.
  package func beginFinalization() {
    beginStop()
    racer_store_release_u32(processWord(RACER_FINALIZING), 1)
    record.pointee.isShared = 0
  }

  package static var isFinalizing: Bool {
    racer_load_acquire_u32(processWord(RACER_FINALIZING)) != 0
  }

  /// Raises PythonFinalizationError for what can't be done any more.
  package func checkNotFinalizing(_ action: StaticString) throws(Raised) {
    if ThreadState.isFinalizing {
      throw raise(.pythonFinalizationError, "can't \(action) at interpreter shutdown")
    }
  }
}
