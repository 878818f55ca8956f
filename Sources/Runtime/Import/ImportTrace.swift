// What the option `-v` tells of imports, on standard error and with the marks of CPython's: each module
// once it is there, with what it was made from; twice given, each path that is tried, too.

import Glibc

package enum ImportTrace {
  /// How often `-v` was given. Set before the first import.
  nonisolated(unsafe) package static var verbosity = 0

  static func imported(_ name: String, from origin: @autoclosure () -> String) {
    if verbosity > 0 { write("import '\(name)' # <\(origin())>\n") }
  }

  static func compiled(_ file: String) {
    if verbosity > 0, !file.hasPrefix("<") { write("# code object from \(file)\n") }
  }

  static func tried(_ path: @autoclosure () -> String) {
    if verbosity > 1 { write("# trying \(path())\n") }
  }

  /// In one piece, so that threads' lines stay whole.
  private static func write(_ line: String) {
    var line = line
    line.withUTF8 { _ = Glibc.write(2, $0.baseAddress, $0.count) }
  }
}
