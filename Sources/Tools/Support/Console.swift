import Glibc

/// Whole writes to a descriptor, and to a file.
package enum Console {
  package static func print(_ text: String) {
    write(text + "\n", to: 1)
  }

  package static func printError(_ text: String) {
    write(text + "\n", to: 2)
  }

  /// False, with `errno`, if not all could be written.
  @discardableResult package static func write(_ text: String, to descriptor: Int32) -> Bool {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      if count <= 0 { return false }
      bytes = bytes.dropFirst(count)
    }
    return true
  }

  /// Writes a file, or adds to it. False, with `errno`, when that can't be done.
  package static func save(_ text: String, at path: String, isAppended: Bool = false) -> Bool {
    let mode = isAppended ? O_APPEND : O_TRUNC
    let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | mode, 0o644)
    guard descriptor >= 0 else { return false }
    let isWhole = write(text, to: descriptor)
    let code = errno
    close(descriptor)
    errno = code
    return isWhole
  }
}
