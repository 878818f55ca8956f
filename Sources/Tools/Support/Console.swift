import Glibc

/// Whole writes to a descriptor, and to a file.
package enum Console {
  package static func print(_ text: String) {
    write(text + "\n", to: 1)
  }

  package static func printError(_ text: String) {
    write(text + "\n", to: 2)
  }

  package static func write(_ text: String, to descriptor: Int32) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      if count <= 0 { return }
      bytes = bytes.dropFirst(count)
    }
  }

  /// Writes a file, or adds to it; the path `-` is standard output. Returns false when it can't be
  /// opened.
  package static func save(_ text: String, at path: String, isAppended: Bool = false) -> Bool {
    if path == "-" {
      write(text, to: 1)
      return true
    }
    let mode = isAppended ? O_APPEND : O_TRUNC
    let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | mode, 0o644)
    guard descriptor >= 0 else { return false }
    write(text, to: descriptor)
    close(descriptor)
    return true
  }
}
