// How a program ends, in CPython's order: threads that are no daemons are waited for, with what
// `threading` was told to call before; `atexit` functions are called; other threads stop for good, and
// objects that are still alive get their finalizers.

import Runtime

package enum ExitSequence {
  /// False if standard output could not be written.
  package static func run(_ thread: ThreadState, globals: DictObject?) -> Bool {
    waitForThreads(thread)
    AtExitModule.run(thread)
    var isWritten = StandardStream.flushAll(thread)
    thread.beginFinalization()
    if thread.runLastFinalizers(globals: globals) {
      isWritten = StandardStream.flushAll(thread) && isWritten
    }
    return isWritten
  }

  /// `threading._shutdown`, if the program ever imported it.
  private static func waitForThreads(_ thread: ThreadState) {
    do throws(Raised) {
      let threading = try DictObject(ImportSystem.modules).get(
        thread, thread.intern("threading"))
      if threading.isUnbound { return }
      defer { thread.release(threading) }
      thread.release(try thread.callMethod(threading, "_shutdown"))
    } catch {
      thread.reportUnraisable(in: .none, "Exception ignored on threading shutdown")
    }
  }
}
