import Glibc

/// A file without a name: it is gone as soon as its descriptor is closed, however this process ends.
struct TemporaryFile {
  let descriptor: Int32

  init() throws {
    let folder = Environment.value("TMPDIR") ?? "/tmp"
    var template = Array("\(folder)/racer-XXXXXX".utf8CString)
    descriptor = mkstemp(&template)
    guard descriptor >= 0 else {
      throw ChildProcess.Failure(
        description: "can't make a file in '\(folder)': \(String(cString: strerror(errno)))")
    }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    unlink(template)
  }

  func close() {
    _ = Glibc.close(descriptor)
  }

  func contents() -> [UInt8] {
    let size = Int(lseek(descriptor, 0, SEEK_END))
    guard size > 0 else { return [] }
    var bytes = [UInt8](repeating: 0, count: size)
    var offset = 0
    while offset < size {
      let count = bytes.withUnsafeMutableBytes {
        pread(descriptor, $0.baseAddress! + offset, size - offset, off_t(offset))
      }
      if count <= 0 { break }
      offset += count
    }
    return Array(bytes.prefix(offset))
  }
}
