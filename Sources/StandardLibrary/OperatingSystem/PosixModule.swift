// posix: the system calls that `os` and `io` are written over. Every call that can wait runs detached.
//
// The environment is a dict of `os` (prior-art.md 1.10, pitfall 17: getenv and setenv race); only
// `putenv` and `unsetenv` touch the C library's, under a mutex, for the sake of child processes.

import Glibc
import Runtime

/// `stat` is a function and a struct; inside `PosixModule` it is the module's own.
private typealias FileInformation = stat

package enum PosixModule {
  package static let definition = ModuleDefinition(
    name: "posix", doc: "System calls.",
    functions: [
      Method("open(path, flags, mode=511)", open, "Opens a file; its descriptor."),
      Method("close(fd, /)", close, "Closes a descriptor."),
      Method("read(fd, length, /)", read, "Up to so many bytes; none at the end."),
      Method("write(fd, data, /)", write, "Writes bytes; how many were taken."),
      Method("lseek(fd, position, whence, /)", seek, "Moves a file's position; the new one."),
      Method("ftruncate(fd, length, /)", truncate, "Sets a file's length."),
      Method("fsync(fd, /)", sync, "Waits until a file is on the disk."),
      Method("isatty(fd, /)", isTerminal, "Whether a descriptor is a terminal."),
      Method("dup(fd, /)", duplicate, "Another descriptor of the same file."),
      Method("pipe()", pipe, "A pipe: descriptors to read and to write."),
      Method("_stat(path, follow, /)", stat, "What the system knows of a file, as a tuple."),
      Method("_fstat(fd, /)", fileStat, "What the system knows of an open file, as a tuple."),
      Method("listdir(path='.', /)", list, "Names in a folder."),
      Method("mkdir(path, mode=511)", makeFolder, "Makes a folder."),
      Method("rmdir(path)", removeFolder, "Removes an empty folder."),
      Method("unlink(path)", unlink, "Removes a file."),
      Method("remove(path)", unlink, "Removes a file."),
      Method("rename(src, dst)", rename, "Renames a file."),
      Method("replace(src, dst)", rename, "Renames a file over another."),
      Method("symlink(src, dst)", symlink, "Makes a symbolic link."),
      Method("readlink(path)", readLink, "Where a symbolic link leads."),
      Method("chmod(path, mode)", changeMode, "Sets a file's permissions."),
      Method("access(path, mode)", access, "Whether a file may be used so."),
      Method("utime(path)", touch, "Sets a file's times to now."),
      Method("getcwd()", currentFolder, "The current folder."),
      Method("chdir(path)", changeFolder, "Changes the current folder."),
      Method("getpid()", processID, "The process's number."),
      Method("getppid()", parentID, "The parent process's number."),
      Method("getuid()", userID, "The user's number."),
      Method("kill(pid, signal, /)", kill, "Sends a signal."),
      Method("_exit(status)", exitNow, "Ends the process at once."),
      Method("cpu_count()", processorCount, "Processors of the machine."),
      Method("urandom(size, /)", randomBytes, "Random bytes of the system."),
      Method("strerror(code, /)", errorText, "What an error number means."),
      Method("putenv(name, value, /)", putEnvironment, "Sets a variable for child processes."),
      Method("unsetenv(name, /)", unsetEnvironment, "Unsets a variable for child processes."),
      Method("_environment()", environment, "The variables that the process began with."),
      Method("umask(mask, /)", umask, "Sets the mask of new files' permissions; the old one."),
    ],
    constants: { (thread, module) throws(Raised) in
      let numbers: [(StaticString, Int32)] = [
        ("O_RDONLY", O_RDONLY), ("O_WRONLY", O_WRONLY), ("O_RDWR", O_RDWR),
        ("O_APPEND", O_APPEND), ("O_CREAT", O_CREAT), ("O_EXCL", O_EXCL), ("O_TRUNC", O_TRUNC),
        ("O_CLOEXEC", O_CLOEXEC), ("O_NONBLOCK", O_NONBLOCK), ("F_OK", F_OK), ("R_OK", R_OK),
        ("W_OK", W_OK), ("X_OK", X_OK),
      ]
      for (name, number) in numbers { try module.add(name, Value(small: Int(number))) }
    })

  // MARK: Helpers

  /// A path's text: str, bytes, or an object with `__fspath__`.
  private static func path(_ thread: ThreadState, _ value: Value) throws(Raised) -> String {
    if value.isInstance(TypeFlags.stringSubclass) {
      let text = StringObject(value).text
      if text.utf8.contains(0) { throw thread.raise(.valueError, "embedded null byte") }
      return text
    }
    if value.isInstance(TypeFlags.bytesSubclass) {
      return String(decoding: BytesObject(value).buffer, as: UTF8.self)
    }
    let method = try thread.getOptionalAttribute(value, "__fspath__")
    if method.isUnbound {
      throw thread.raise(
        .typeError, "expected str, bytes or os.PathLike object, not \(value.type.nameText)")
    }
    defer { thread.release(method) }
    let result = try thread.call(method)
    defer { thread.release(result) }
    return try path(thread, result)
  }

  private static func number(_ thread: ThreadState, _ value: Value) throws(Raised) -> Int32 {
    Int32(truncatingIfNeeded: try thread.index(value))
  }

  /// Repeats a call that a signal interrupted, detached each time; raises OSError where it fails.
  private static func check(
    _ thread: ThreadState, _ path: Value = .unbound, _ call: () -> Int
  ) throws(Raised) -> Int {
    while true {
      let result = thread.whileDetached { call() }
      if result >= 0 { return result }
      if errno != EINTR { throw thread.raiseOSError(errno, filename: path) }
      try thread.safepoint()
    }
  }

  // MARK: Files

  static func open(thread: ThreadState, path: Value, flags: Value, mode: Value) throws(Raised)
    -> Value
  {
    let text = try self.path(thread, path)
    let bits = try number(thread, flags) | O_CLOEXEC
    let permissions = mode_t(truncatingIfNeeded: try thread.index(mode))
    return Value(
      small: try check(thread, path) { Int(Glibc.open(text, bits, permissions)) })
  }

  static func close(thread: ThreadState, fd: Value) throws(Raised) -> Value {
    let descriptor = try number(thread, fd)
    _ = try check(thread) { Int(Glibc.close(descriptor)) }
    return .none
  }

  static func read(thread: ThreadState, fd: Value, length: Value) throws(Raised) -> Value {
    let descriptor = try number(thread, fd)
    let wanted = try thread.index(length)
    if wanted < 0 { throw thread.raiseOSError(EINVAL, filename: .unbound) }
    var buffer = [UInt8](repeating: 0, count: max(1, wanted))
    let count = try check(thread) { Glibc.read(descriptor, &buffer, wanted) }
    return try BytesObject.make(thread, Array(buffer[..<count]))
  }

  static func write(thread: ThreadState, fd: Value, data: Value) throws(Raised) -> Value {
    let descriptor = try number(thread, fd)
    guard data.isInstance(TypeFlags.bytesSubclass) else {
      throw thread.raise(
        .typeError, "a bytes-like object is required, not '\(data.type.nameText)'")
    }
    let bytes = BytesObject(data).buffer
    return try thread.integer(
      check(thread) { Glibc.write(descriptor, bytes.baseAddress, bytes.count) })
  }

  static func seek(thread: ThreadState, fd: Value, position: Value, whence: Value) throws(Raised)
    -> Value
  {
    let descriptor = try number(thread, fd)
    let offset = try thread.index(position)
    let origin = try number(thread, whence)
    return try thread.integer(check(thread) { lseek(descriptor, offset, origin) })
  }

  static func truncate(thread: ThreadState, fd: Value, length: Value) throws(Raised) -> Value {
    let descriptor = try number(thread, fd)
    let size = try thread.index(length)
    _ = try check(thread) { Int(ftruncate(descriptor, size)) }
    return .none
  }

  static func sync(thread: ThreadState, fd: Value) throws(Raised) -> Value {
    let descriptor = try number(thread, fd)
    _ = try check(thread) { Int(fsync(descriptor)) }
    return .none
  }

  static func isTerminal(thread: ThreadState, fd: Value) throws(Raised) -> Value {
    Value(isatty(try number(thread, fd)) == 1)
  }

  static func duplicate(thread: ThreadState, fd: Value) throws(Raised) -> Value {
    let descriptor = try number(thread, fd)
    return Value(small: try check(thread) { Int(fcntl(descriptor, F_DUPFD_CLOEXEC, 0)) })
  }

  static func pipe(thread: ThreadState) throws(Raised) -> Value {
    var ends: [Int32] = [0, 0]
    _ = try check(thread) { Int(Glibc.pipe(&ends)) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return try thread.tuple(Value(small: Int(ends[0])), Value(small: Int(ends[1])))
  }

  // MARK: What the system knows

  static func stat(thread: ThreadState, path: Value, follow: Value) throws(Raised) -> Value {
    let text = try self.path(thread, path)
    var information = FileInformation()
    let isFollowing = try thread.isTrue(follow)
    _ = try check(thread, path) {
      Int(fstatat(AT_FDCWD, text, &information, isFollowing ? 0 : AT_SYMLINK_NOFOLLOW))
    }
    return try tuple(thread, information)
  }

  static func fileStat(thread: ThreadState, fd: Value) throws(Raised) -> Value {
    let descriptor = try number(thread, fd)
    var information = FileInformation()
    _ = try check(thread) { Int(fstat(descriptor, &information)) }
    return try tuple(thread, information)
  }

  /// mode, inode, device, links, user, group, size, then the three times in nanoseconds.
  private static func tuple(_ thread: ThreadState, _ information: FileInformation) throws(Raised)
    -> Value
  {
    func nanoseconds(_ time: timespec) -> Int { time.tv_sec * 1_000_000_000 + time.tv_nsec }
    let numbers: [Int] = [
      Int(information.st_mode), Int(truncatingIfNeeded: information.st_ino),
      Int(truncatingIfNeeded: information.st_dev), Int(information.st_nlink),
      Int(information.st_uid), Int(information.st_gid), Int(information.st_size),
      nanoseconds(information.st_atim), nanoseconds(information.st_mtim),
      nanoseconds(information.st_ctim),
    ]
    let tuple = try TupleObject.make(thread, numbers.count)
    for (index, number) in numbers.enumerated() {
      tuple.initialize(index, try thread.integer(number))
    }
    return tuple.value
  }

  static func access(thread: ThreadState, path: Value, mode: Value) throws(Raised) -> Value {
    let text = try self.path(thread, path)
    let bits = try number(thread, mode)
    return Value(thread.whileDetached { Glibc.access(text, bits) } == 0)
  }

  // MARK: Folders and names

  static func list(thread: ThreadState, path: Value) throws(Raised) -> Value {
    let text = try self.path(thread, path)
    guard let directory = thread.whileDetached({ opendir(text) }) else {
      throw thread.raiseOSError(errno, filename: path)
    }
    defer { closedir(directory) }
    let names = try ListObject.make(thread, capacity: 16)
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name == "." || name == ".." { continue }
      try names.appendOwned(thread, thread.string(name))
    }
    return names.value
  }

  private static func onPath(
    _ thread: ThreadState, _ path: Value, _ call: (String) -> Int32
  ) throws(Raised) -> Value {
    let text = try self.path(thread, path)
    _ = try check(thread, path) { Int(call(text)) }
    return .none
  }

  static func makeFolder(thread: ThreadState, path: Value, mode: Value) throws(Raised) -> Value {
    let permissions = mode_t(truncatingIfNeeded: try thread.index(mode))
    return try onPath(thread, path) { mkdir($0, permissions) }
  }
  static func removeFolder(thread: ThreadState, path: Value) throws(Raised) -> Value {
    try onPath(thread, path) { rmdir($0) }
  }
  static func unlink(thread: ThreadState, path: Value) throws(Raised) -> Value {
    try onPath(thread, path) { Glibc.unlink($0) }
  }
  static func rename(thread: ThreadState, source: Value, target: Value) throws(Raised) -> Value {
    let text = try path(thread, target)
    return try onPath(thread, source) { Glibc.rename($0, text) }
  }
  static func symlink(thread: ThreadState, source: Value, target: Value) throws(Raised) -> Value {
    let text = try path(thread, target)
    return try onPath(thread, source) { Glibc.symlink($0, text) }
  }
  static func changeMode(thread: ThreadState, path: Value, mode: Value) throws(Raised) -> Value {
    let permissions = mode_t(truncatingIfNeeded: try thread.index(mode))
    return try onPath(thread, path) { chmod($0, permissions) }
  }
  static func touch(thread: ThreadState, path: Value) throws(Raised) -> Value {
    try onPath(thread, path) { utimes($0, nil) }
  }
  static func changeFolder(thread: ThreadState, path: Value) throws(Raised) -> Value {
    try onPath(thread, path) { chdir($0) }
  }
  static func currentFolder(thread: ThreadState) throws(Raised) -> Value {
    guard let folder = getcwd(nil, 0) else { throw thread.raiseOSError(errno, filename: .unbound) }
    defer { free(folder) }
    return try thread.string(String(cString: folder))
  }
  static func readLink(thread: ThreadState, path: Value) throws(Raised) -> Value {
    let text = try self.path(thread, path)
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = try check(thread, path) {
      buffer.withUnsafeMutableBytes {
        readlink(
          text, $0.baseAddress.unsafelyUnwrapped.assumingMemoryBound(to: CChar.self), $0.count)
      }
    }
    return try thread.string(String(decoding: buffer[..<count], as: UTF8.self))
  }

  // MARK: The process

  static func processID(thread: ThreadState) throws(Raised) -> Value { Value(small: Int(getpid())) }
  static func parentID(thread: ThreadState) throws(Raised) -> Value { Value(small: Int(getppid())) }
  static func userID(thread: ThreadState) throws(Raised) -> Value { Value(small: Int(getuid())) }

  static func kill(thread: ThreadState, pid: Value, signal: Value) throws(Raised) -> Value {
    let process = try number(thread, pid)
    let signal = try number(thread, signal)
    _ = try check(thread) { Int(Glibc.kill(process, signal)) }
    // A signal to ourselves is handled here, as in CPython.
    try thread.safepoint()
    return .none
  }

  static func exitNow(thread: ThreadState, status: Value) throws(Raised) -> Value {
    Glibc._exit(try number(thread, status))
  }

  static func processorCount(thread: ThreadState) throws(Raised) -> Value {
    Value(small: max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))))
  }

  static func randomBytes(thread: ThreadState, size: Value) throws(Raised) -> Value {
    let count = try thread.index(size)
    if count < 0 { throw thread.raise(.valueError, "negative argument not allowed") }
    var bytes = [UInt8](repeating: 0, count: count)
    for start in stride(from: 0, to: count, by: 256) {
      let isFilled = bytes.withUnsafeMutableBytes {
        getentropy($0.baseAddress.unsafelyUnwrapped + start, min(256, count - start)) == 0
      }
      if !isFilled { throw thread.raiseOSError(errno, filename: .unbound) }
    }
    return try BytesObject.make(thread, bytes)
  }

  static func errorText(thread: ThreadState, code: Value) throws(Raised) -> Value {
    let text = Glibc.strerror(try number(thread, code))
    return try thread.string(text.map { String(cString: $0) } ?? "")
  }

  static func umask(thread: ThreadState, mask: Value) throws(Raised) -> Value {
    Value(small: Int(Glibc.umask(mode_t(truncatingIfNeeded: try thread.index(mask)))))
  }

  // MARK: The environment

  nonisolated(unsafe) private static let environmentMutex: UnsafeMutablePointer<pthread_mutex_t> = {
    let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    pthread_mutex_init(mutex, nil)
    return mutex
  }()

  static func putEnvironment(thread: ThreadState, name: Value, value: Value) throws(Raised)
    -> Value
  {
    let key = try path(thread, name)
    let text = try path(thread, value)
    pthread_mutex_lock(environmentMutex)
    let failed = setenv(key, text, 1) != 0
    pthread_mutex_unlock(environmentMutex)
    if failed { throw thread.raiseOSError(errno, filename: .unbound) }
    return .none
  }

  static func unsetEnvironment(thread: ThreadState, name: Value) throws(Raised) -> Value {
    let key = try path(thread, name)
    pthread_mutex_lock(environmentMutex)
    let failed = unsetenv(key) != 0
    pthread_mutex_unlock(environmentMutex)
    if failed { throw thread.raiseOSError(errno, filename: .unbound) }
    return .none
  }

  static func environment(thread: ThreadState) throws(Raised) -> Value {
    let result = try DictObject.make(thread)
    pthread_mutex_lock(environmentMutex)
    defer { pthread_mutex_unlock(environmentMutex) }
    var entry = environ
    while let text = entry.pointee {
      let line = String(cString: text)
      if let sign = line.firstIndex(of: "=") {
        let key = try thread.string(String(line[..<sign]))
        let value = try thread.string(String(line[line.index(after: sign)...]))
        try result.set(thread, key, value)
        thread.release(key)
        thread.release(value)
      }
      entry += 1
    }
    return result.value
  }
}
