import Glibc

/// What a child printed, in a file without a name: a script may print more than memory holds.
package final class CapturedText: Sendable {
  /// -1: nothing.
  private let descriptor: Int32
  package let count: Int

  /// Nothing.
  package static let none = CapturedText(descriptor: -1)

  /// What a file holds by now.
  convenience init(_ file: TemporaryFile) {
    self.init(descriptor: fcntl(file.descriptor, F_DUPFD_CLOEXEC, 0))
  }

  private init(descriptor: Int32) {
    self.descriptor = descriptor
    count = descriptor < 0 ? 0 : max(0, Int(lseek(descriptor, 0, SEEK_END)))
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// The whole text in memory.
  package var bytes: [UInt8] { withBytes { Array($0) } }

  package func withBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows
    -> Result
  {
    guard count > 0,
      let mapping = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0), mapping != MAP_FAILED
    else { return try body(UnsafeRawBufferPointer(start: nil, count: 0)) }
    defer { munmap(mapping, count) }
    return try body(UnsafeRawBufferPointer(start: mapping, count: count))
  }
}
