// Warnings that the runtime itself issues, through the module `warnings`, whose filters decide.

import CRuntime

extension ThreadState {
  /// Warns about the Python code that is running. A filter may make an exception of it.
  package func warn(_ category: WellKnownType, _ message: String) throws(Raised) {
    let module = try ImportSystem.module(self, "warnings")
    defer { release(module) }
    let text = try string(message)
    defer { release(text) }
    let function = try getAttribute(module, "warn")
    defer { release(function) }
    release(try call(function, text, TypeObject(category).value))
  }
}

/// The option `-b`: bytes where text or a number was probably meant. Asked only where a comparison or
/// conversion has already left the usual path.
enum BytesWarning {
  /// A comparison of a bytes-like object that has found no common type. Only equality is silent about
  /// the mistake: ordering raises anyway.
  @inline(never) static func check(
    _ thread: ThreadState, _ left: Value, _ right: Value, _ comparison: Comparison,
    name: StaticString, includesNumbers: Bool
  ) throws(Raised) {
    guard racer_globals.warnsAboutBytes, comparison == .equal || comparison == .notEqual else {
      return
    }
    if left.isInstance(TypeFlags.stringSubclass) || right.isInstance(TypeFlags.stringSubclass) {
      try thread.warn(.bytesWarning, "Comparison between \(name) and string")
    }
    if includesNumbers, left.isInteger || right.isInteger {
      try thread.warn(.bytesWarning, "Comparison between \(name) and int")
    }
  }

  /// `str(object)` without an encoding.
  @inline(never) static func checkText(_ thread: ThreadState, _ object: Value) throws(Raised) {
    guard racer_globals.warnsAboutBytes else { return }
    let name = ByteSource.isBytearray(object) ? "bytearray" : "bytes"
    try thread.warn(.bytesWarning, "str() on a \(name) instance")
  }
}
