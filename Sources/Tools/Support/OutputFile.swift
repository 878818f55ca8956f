import Glibc

/// A file that the user named for what a command will find out, perhaps much later.
package struct OutputFile {
  package struct Failure: Error, CustomStringConvertible {
    package var description: String
  }

  package let path: String

  package init(_ path: String) { self.path = path }

  /// `-` is standard output.
  package var isStandardOutput: Bool { path == "-" }

  /// Makes the folders on the way and sees whether the file can be written, without changing it: so
  /// that a mistake is found before the work, not after it.
  package func prepare() throws {
    if isStandardOutput { return }
    if let slash = path.lastIndex(of: "/"), slash > path.startIndex {
      try Self.makeFolder(String(path[..<slash]), for: path)
    }
    var information = stat()
    let exists = stat(path, &information) == 0
    // To open a pipe would wait for its reader.
    if exists, ![S_IFREG, S_IFDIR].contains(information.st_mode & S_IFMT) { return }
    let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw Self.failure(path) }
    close(descriptor)
    if !exists { unlink(path) }
  }

  /// The same for a folder that files are to be written to.
  package static func prepareFolder(_ folder: String) throws {
    try makeFolder(folder, for: folder)
    guard access(folder, W_OK | X_OK) == 0 else { throw failure(folder) }
  }

  package func write(_ text: String) throws {
    if isStandardOutput {
      Console.write(text, to: 1)
    } else if !Console.save(text, at: path) {
      throw Self.failure(path)
    }
  }

  /// Makes a folder and those above it, where they are missing.
  private static func makeFolder(_ folder: String, for target: String) throws {
    var parts = folder.split(separator: "/", omittingEmptySubsequences: true)[...]
    var made = folder.hasPrefix("/") ? "/" : ""
    while let part = parts.popFirst() {
      made += part
      if mkdir(made, 0o755) != 0 && errno != EEXIST { throw failure(target) }
      made += "/"
    }
    var information = stat()
    guard made.isEmpty || stat(made, &information) == 0 else { throw failure(target) }
  }

  private static func failure(_ path: String) -> Failure {
    Failure(description: "can't write '\(path)': \(String(cString: strerror(errno)))")
  }
}
