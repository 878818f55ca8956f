import Glibc
import Tools

/// Finds the bytes of the program that a command line names.
enum ScriptSource {
  struct Failure: Error {
    var exitCode: Int32
  }

  /// The source of a script, of `-c` or of standard input; what can't be read is reported here.
  static func read(_ program: LaunchOptions.Program) throws(Failure) -> [UInt8] {
    switch program {
    case .script(let path): return try readFile(path)
    case .command(let text): return Array((text + "\n").utf8)
    case .standardInput: return readAll(0) ?? []
    case .module, .interactive: return []
    }
  }

  private static func readFile(_ path: String) throws(Failure) -> [UInt8] {
    let descriptor = open(mainFile(path), O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      let code = errno
      if !isFolder(path) { throw openFailure(path, code) }
      Console.printError("racer: can't find '__main__' module in '\(absolute(path))'")
      throw Failure(exitCode: 1)
    }
    defer { close(descriptor) }
    guard let bytes = readAll(descriptor) else { throw openFailure(path, errno) }
    return bytes
  }

  /// A folder runs as its `__main__.py`.
  static func mainFile(_ path: String) -> String {
    guard isFolder(path) else { return path }
    return path + (path.hasSuffix("/") ? "" : "/") + "__main__.py"
  }

  static func isFolder(_ path: String) -> Bool {
    var information = stat()
    return stat(path, &information) == 0 && information.st_mode & S_IFMT == S_IFDIR
  }

  /// `-x`: for first lines that only a shell understands. Line numbers stay.
  static func withoutFirstLine(_ source: [UInt8]) -> [UInt8] {
    Array(source[(source.firstIndex(of: UInt8(ascii: "\n")) ?? source.endIndex)...])
  }

  private static func openFailure(_ path: String, _ code: Int32) -> Failure {
    let reason = String(cString: strerror(code))
    Console.printError("racer: can't open file '\(absolute(path))': [Errno \(code)] \(reason)")
    return Failure(exitCode: 2)
  }

  static func absolute(_ path: String) -> String {
    guard !path.hasPrefix("/"), let folder = getcwd(nil, 0) else { return path }
    defer { free(folder) }
    return String(cString: folder) + "/" + path
  }

  private static func readAll(_ descriptor: Int32) -> [UInt8]? {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      if count < 0 && errno == EINTR { continue }
      if count < 0 { return nil }
      if count == 0 { return bytes }
      bytes.append(contentsOf: chunk[..<count])
    }
  }
}
