// The lines of source files, for tracebacks. Sources that are no files (`-c`, the prompt) are
// registered with their names.

import Bytecode
import Glibc

package enum SourceLines {
  nonisolated(unsafe) private static var registered: [String: [String]] = [:]
  /// For sources that share a name, as the statements of one input do: by code, which is kept alive
  /// so that no other gets its identity.
  nonisolated(unsafe) private static var registeredCode:
    [ObjectIdentifier: (code: CodeBlueprint, lines: [String])] = [:]
  nonisolated(unsafe) private static var mutex: UnsafeMutablePointer<pthread_mutex_t> = {
    let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    pthread_mutex_init(mutex, nil)
    return mutex
  }()

  /// Makes a source without a file known under its name.
  package static func register(_ filename: String, text: String) {
    pthread_mutex_lock(mutex)
    registered[filename] = split(text)
    pthread_mutex_unlock(mutex)
  }

  /// Makes a source known as that of a module's code and of all code in it.
  package static func register(_ code: CodeBlueprint, text: String) {
    pthread_mutex_lock(mutex)
    register(code, split(text))
    pthread_mutex_unlock(mutex)
  }

  private static func register(_ code: CodeBlueprint, _ lines: [String]) {
    registeredCode[ObjectIdentifier(code)] = (code, lines)
    for constant in code.constants {
      if case .code(let inner) = constant { register(inner, lines) }
    }
  }

  /// The lines registered with a code, or nil.
  static func lines(of code: CodeBlueprint) -> [String]? {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return registeredCode.isEmpty ? nil : registeredCode[ObjectIdentifier(code)]?.lines
  }

  /// All lines of a source without their ends; empty where there is no such source.
  package static func lines(of filename: String) -> [String] {
    pthread_mutex_lock(mutex)
    let known = registered[filename]
    pthread_mutex_unlock(mutex)
    if let known { return known }
    if filename.hasPrefix("<") && filename.hasSuffix(">") { return [] }
    guard let bytes = read(filename) else { return [] }
    return split(String(decoding: bytes, as: UTF8.self))
  }

  private static func read(_ path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count <= 0 { return count == 0 ? bytes : nil }
      bytes += buffer[..<count]
    }
  }

  private static func split(_ text: String) -> [String] {
    var lines: [String] = []
    var line: [UInt8] = []
    var wasReturn = false
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\n") {
        if !wasReturn { lines.append(String(decoding: line, as: UTF8.self)) }
        line.removeAll(keepingCapacity: true)
      } else if byte == UInt8(ascii: "\r") {
        lines.append(String(decoding: line, as: UTF8.self))
        line.removeAll(keepingCapacity: true)
      } else {
        line.append(byte)
      }
      wasReturn = byte == UInt8(ascii: "\r")
    }
    if !line.isEmpty { lines.append(String(decoding: line, as: UTF8.self)) }
    return lines
  }
}
