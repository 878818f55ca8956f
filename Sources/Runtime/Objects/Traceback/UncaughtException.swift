// Exceptions that nobody catches: at the end of the main program, in a thread, in a finalizer.

import Glibc

package enum UncaughtException {
  /// Ends the main program with the exception in flight: runs `sys.excepthook`, and returns the
  /// process's exit status.
  package static func exitStatus(_ thread: ThreadState) -> Int32 {
    let exception = thread.takeException()
    defer { thread.release(exception) }
    guard exception.isReference else { return 0 }
    if exception.type.isSubtype(of: .systemExit) { return systemExitStatus(thread, exception) }
    report(thread, exception)
    return exception.type.isSubtype(of: .keyboardInterrupt) ? 130 : 1
  }

  /// `SystemExit(code)`: a number is the status, None is 0, anything else is printed.
  package static func systemExitStatus(_ thread: ThreadState, _ exception: Value) -> Int32 {
    let code = ExceptionField.get(thread, exception, 0)
    defer { thread.release(code) }
    if code.isNone { return 0 }
    if code.isBool { return code.isTrue ? 1 : 0 }
    if code.isSmallInteger { return Int32(truncatingIfNeeded: code.smallInteger) }
    if code.isInstance(TypeFlags.integerSubclass) {
      do throws(Raised) { return Int32(truncatingIfNeeded: try thread.index(code)) } catch {
        thread.clearException()
        return -1
      }
    }
    var text = ""
    do throws(Raised) { text = try thread.text(code) } catch { thread.clearException() }
    write(thread, text + "\n")
    return 1
  }

  /// `sys.excepthook(type, value, traceback)`; what that raises is printed with the original.
  package static func report(_ thread: ThreadState, _ exception: Value) {
    setLast(thread, exception)
    let hook = BuiltinHooks.systemAttribute(thread, .excepthook)
    defer { thread.release(hook) }
    guard !hook.isUnbound else { return display(thread, exception) }
    let traceback = ExceptionObject(exception).body.pointee.traceback
    do throws(Raised) {
      thread.release(try thread.call(hook, exception.type.value, exception, traceback))
    } catch {
      let second = thread.takeException()
      defer { thread.release(second) }
      write(thread, "Error in sys.excepthook:\n")
      display(thread, second)
      write(thread, "\nOriginal exception was:\n")
      display(thread, exception)
    }
  }

  private static func setLast(_ thread: ThreadState, _ exception: Value) {
    guard BuiltinHooks.systemDictionary.isReference else { return }
    let dictionary = DictObject(BuiltinHooks.systemDictionary)
    do throws(Raised) {
      try dictionary.set(thread, .name(.last_exc), exception)
    } catch { thread.clearException() }
  }

  /// The default `sys.excepthook`. The exception's own traceback is shown; one given here serves
  /// where it has none.
  package static func display(
    _ thread: ThreadState, _ exception: Value, traceback: Value = .none
  ) {
    if exception.isInstance(TypeFlags.exceptionSubclass), traceback.isExactly(.traceback) {
      let body = ExceptionObject(exception).body
      if body.pointee.traceback.isNone {
        thread.storeField(exception.reference, &body.pointee.traceback, traceback)
      }
    }
    let colors = TracebackColors.forErrors(thread)
    write(thread, TracebackPrinter.text(thread, exception, colors: colors))
  }

  /// The default `threading.excepthook`: SystemExit ends a thread silently.
  package static func reportThread(
    _ thread: ThreadState, _ exception: Value, threadName: String
  ) {
    if exception.type.isSubtype(of: .systemExit) { return }
    let colors = TracebackColors.forErrors(thread)
    let text = TracebackPrinter.text(thread, exception, colors: colors)
    write(thread, "Exception in thread \(threadName):\n" + text)
  }

  /// To `sys.stderr`, or to the descriptor where there is no such object.
  package static func write(_ thread: ThreadState, _ text: String) {
    StandardStream.flushOutput(thread)
    let file = BuiltinHooks.systemAttribute(thread, .stderr)
    defer { thread.release(file) }
    if file.isNone { return }
    if !file.isUnbound, !StandardStreamObject.isOne(file) {
      do throws(Raised) {
        let string = try thread.string(text)
        defer { thread.release(string) }
        thread.release(try thread.callMethod(file, "write", string))
        thread.release(try thread.callMethod(file, "flush"))
      } catch { thread.clearException() }
      return
    }
    let stream = StandardStream.error
    stream.lock(thread)
    stream.append(text)
    do throws(Raised) { try stream.finish(thread, sawNewline: true, flush: true) } catch {
      thread.clearException()
    }
  }
}

extension ThreadState {
  /// Reports the exception in flight where it can't be raised (`sys.unraisablehook`), and drops it.
  package func reportUnraisable(in object: Value = .none, _ message: String? = nil) {
    let exception = takeException()
    defer { release(exception) }
    guard exception.isReference else { return }
    var text = message ?? "Exception ignored in"
    if !object.isNone {
      do throws(Raised) { text += ": \(try reprText(object))" } catch {
        clearException()
        text += ": <object repr() failed>"
      }
    }
    let body = TracebackPrinter.text(self, exception, marksLines: false)
    UncaughtException.write(self, "\(text)\(object.isNone ? ":" : "")\n\(body)")
  }
}
