// The process's standard input, output and error: native buffers over the descriptors.
//
// Each stream has a real mutex (concurrency.md R5: it may block while held). It is never held while
// Python code runs: callers bring finished strings. One `print` call is one hold of the mutex, so
// calls never interleave, whatever their size.
// stdout is written line by line on a terminal, block by block otherwise; stderr at every call.

import CRuntime
import Glibc

package struct StandardStreamBody {
  let mutex: ProcessMutex
  var descriptor: Int32
  /// Written out after every line, or after every call.
  var flushesLines: Bool
  var flushesCalls: Bool
  var buffer: UnsafeMutablePointer<UInt8>
  var count: Int
  /// Start of what has not been read yet (input).
  var position: Int
  var capacity: Int
  /// errno of a write that failed since the last report, or 0.
  var failure: Int32
}

package struct StandardStream {
  let body: UnsafeMutablePointer<StandardStreamBody>

  static let capacity = 1 << 15

  init(descriptor: Int32, isError: Bool = false) {
    body = .allocate(capacity: 1)
    body.initialize(
      to: StandardStreamBody(
        mutex: ProcessMutex(), descriptor: descriptor, flushesLines: isatty(descriptor) != 0,
        flushesCalls: isError, buffer: .allocate(capacity: StandardStream.capacity), count: 0,
        position: 0, capacity: StandardStream.capacity, failure: 0))
  }

  nonisolated(unsafe) package static let input = StandardStream(descriptor: 0)
  nonisolated(unsafe) package static let output = StandardStream(descriptor: 1)
  nonisolated(unsafe) package static let error = StandardStream(descriptor: 2, isError: true)

  /// Writes out what the buffers hold, at exit. False, with a report, where that fails.
  package static func flushAll(_ thread: ThreadState) -> Bool {
    output.lock(thread)
    do throws(Raised) { try output.finish(thread, sawNewline: false, flush: true) } catch {
      let stream = BuiltinHooks.systemAttribute(thread, .stdout)
      thread.reportUnraisable(in: stream.isUnbound ? .none : stream)
      thread.release(stream)
      return false
    }
    return true
  }

  /// Writes out standard output before something is shown on standard error.
  static func flushOutput(_ thread: ThreadState) {
    output.lock(thread)
    do throws(Raised) { try output.finish(thread, sawNewline: false, flush: true) } catch {
      thread.clearException()
    }
  }

  /// Writes to a terminal on which something else is shown: the prompt, which has to stay below the
  /// output. Returns an error number. Set before there are threads.
  nonisolated(unsafe) package static var terminalRelay:
    ((_ descriptor: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int32)?

  /// Told when somebody has ended a line at the terminal, which moves the cursor to the next.
  nonisolated(unsafe) package static var terminalLineEntered: (() -> Void)?

  var isTerminal: Bool { isatty(body.pointee.descriptor) != 0 }

  /// Makes output unbuffered (`-u`).
  package func makeUnbuffered() { body.pointee.flushesCalls = true }

  // MARK: Holding

  /// Takes the mutex; a thread that has to wait for it is detached meanwhile.
  func lock(_ thread: ThreadState) { body.pointee.mutex.lock(thread) }

  func unlock() { body.pointee.mutex.unlock() }

  /// Ends a write call: flushes as the stream's mode says, gives the mutex back, and raises what
  /// went wrong.
  func finish(_ thread: ThreadState, sawNewline: Bool, flush: Bool = false) throws(Raised) {
    let isWanted =
      flush || body.pointee.flushesCalls || (body.pointee.flushesLines && sawNewline)
    if body.pointee.count > 0 && isWanted {
      thread.whileDetached { writeOut() }
    }
    let failure = body.pointee.failure
    body.pointee.failure = 0
    unlock()
    if failure != 0 { throw thread.raiseOSError(failure) }
  }

  // MARK: Output (the mutex is held)

  @inline(__always) func append(_ byte: UInt8) {
    if body.pointee.count == body.pointee.capacity { writeOut() }
    body.pointee.buffer[body.pointee.count] = byte
    body.pointee.count += 1
  }

  func append(_ bytes: UnsafeRawPointer, count: Int) {
    if count <= body.pointee.capacity - body.pointee.count {
      memcpy(body.pointee.buffer + body.pointee.count, bytes, count)
      body.pointee.count += count
      return
    }
    writeOut()
    if count >= body.pointee.capacity {
      write(bytes, count: count)
    } else {
      memcpy(body.pointee.buffer, bytes, count)
      body.pointee.count = count
    }
  }

  func append(_ text: String) {
    var text = text
    text.withUTF8 { append($0.baseAddress ?? UnsafePointer(body.pointee.buffer), count: $0.count) }
  }

  /// The str's UTF-8; true if it has a newline. Lone surrogates were ruled out before.
  @discardableResult func append(_ string: StringObject) -> Bool {
    let count = string.count
    if string.body.pointee.isASCII {
      append(string.bytes, count: count)
      return memchr(string.bytes, 10, count) != nil
    }
    var sawNewline = false
    for index in 0..<count {
      let code = string[index]
      if code == 10 { sawNewline = true }
      appendScalar(code)
    }
    return sawNewline
  }

  private func appendScalar(_ code: UInt32) {
    if code < 0x80 {
      append(UInt8(code))
    } else if code < 0x800 {
      append(UInt8(0xC0 | code >> 6))
      append(UInt8(0x80 | code & 0x3F))
    } else if code < 0x10000 {
      append(UInt8(0xE0 | code >> 12))
      append(UInt8(0x80 | code >> 6 & 0x3F))
      append(UInt8(0x80 | code & 0x3F))
    } else {
      append(UInt8(0xF0 | code >> 18))
      append(UInt8(0x80 | code >> 12 & 0x3F))
      append(UInt8(0x80 | code >> 6 & 0x3F))
      append(UInt8(0x80 | code & 0x3F))
    }
  }

  /// Decimal digits of an integer.
  func append(decimal number: Int) {
    withUnsafeTemporaryAllocation(byteCount: 24, alignment: 1) { digits in
      let bytes = digits.bindMemory(to: UInt8.self)
      var index = 24
      var rest = number.magnitude
      repeat {
        index -= 1
        bytes[index] = UInt8(48 + rest % 10)
        rest /= 10
      } while rest != 0
      if number < 0 {
        index -= 1
        bytes[index] = UInt8(ascii: "-")
      }
      append(bytes.baseAddress.unsafelyUnwrapped + index, count: 24 - index)
    }
  }

  private func writeOut() {
    let count = body.pointee.count
    body.pointee.count = 0
    if count > 0 { write(body.pointee.buffer, count: count) }
  }

  private func write(_ bytes: UnsafeRawPointer, count: Int) {
    if let relay = StandardStream.terminalRelay, isTerminal {
      let failure = relay(body.pointee.descriptor, bytes, count)
      if failure != 0 { body.pointee.failure = failure }
      return
    }
    var written = 0
    while written < count {
      let result = Glibc.write(body.pointee.descriptor, bytes + written, count - written)
      if result >= 0 {
        written += result
      } else if errno == EAGAIN {
        var poll = pollfd(fd: body.pointee.descriptor, events: Int16(POLLOUT), revents: 0)
        _ = Glibc.poll(&poll, 1, -1)
      } else if errno != EINTR {
        body.pointee.failure = errno
        return
      }
    }
  }

  // MARK: Input

  /// Bytes up to and with the next newline, or all that is left; empty at the end of the file.
  package func readLine(_ thread: ThreadState) throws(Raised) -> [UInt8] {
    lock(thread)
    defer { unlock() }
    var line: [UInt8] = []
    while true {
      let start = body.pointee.buffer + body.pointee.position
      let available = body.pointee.count - body.pointee.position
      if available > 0 {
        if let found = memchr(start, 10, available) {
          let length = found - UnsafeMutableRawPointer(start) + 1
          line += UnsafeBufferPointer(start: start, count: length)
          body.pointee.position += length
          if let entered = StandardStream.terminalLineEntered, isTerminal { entered() }
          return line
        }
        line += UnsafeBufferPointer(start: start, count: available)
      }
      if try !refill(thread) { return line }
    }
  }

  /// All bytes to the end of the file, or at most `limit`.
  func readAll(_ thread: ThreadState, limit: Int = .max) throws(Raised) -> [UInt8] {
    lock(thread)
    defer { unlock() }
    var bytes: [UInt8] = []
    while bytes.count < limit {
      let available = min(body.pointee.count - body.pointee.position, limit - bytes.count)
      bytes += UnsafeBufferPointer(
        start: body.pointee.buffer + body.pointee.position, count: available)
      body.pointee.position += available
      if bytes.count < limit, try !refill(thread) { break }
    }
    return bytes
  }

  /// False at the end of the file.
  private func refill(_ thread: ThreadState) throws(Raised) -> Bool {
    body.pointee.position = 0
    body.pointee.count = 0
    while true {
      let body = body
      let result = thread.whileDetached {
        read(body.pointee.descriptor, body.pointee.buffer, body.pointee.capacity)
      }
      if result > 0 {
        body.pointee.count = result
        return true
      }
      if result == 0 { return false }
      guard errno == EINTR else { throw thread.raiseOSError(errno) }
      try thread.safepoint()
    }
  }
}
