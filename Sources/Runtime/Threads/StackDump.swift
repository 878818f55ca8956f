// What every thread is doing, as text: for SIGQUIT and the module `faulthandler`, in CPython's format
// and with the locks that threads wait for.
//
// The stacks are read in a stop of the world. A thread's windows, its program counter and what it
// waits for change only while it is attached, and the stop's protocol orders all that before the
// reading. Threads that are not quite there yet, or not quite gone, have no ident: it is stored last
// at a thread's start (release, read here with acquire) and taken back before it detaches for good.
//
// A signal's handler can't stop the world: it asks the main thread, which does at its next safepoint
// or, when it is blocked, at once. If that takes long, because a thread is in native code, a copy of the
// process is read (`writeSnapshot`; CRuntime/StackSnapshots.c has the argument). Only a dying process
// reads its own memory without a stop (`writeFatally`).

import CRuntime
import Glibc

package enum StackDump {
  /// Most frames of a thread, and most threads, that are shown.
  private static let frameLimit = 100
  private static let threadLimit = 100

  /// How a registered signal's dump is to be written.
  package struct Request {
    package var descriptor: Int32
    package var showsAllThreads: Bool
    package var chains: Bool

    package init(descriptor: Int32, showsAllThreads: Bool, chains: Bool) {
      self.descriptor = descriptor
      self.showsAllThreads = showsAllThreads
      self.chains = chains
    }

    fileprivate init(word: UInt64) {
      descriptor = Int32(truncatingIfNeeded: word)
      showsAllThreads = word >> 32 & 1 != 0
      chains = word >> 33 & 1 != 0
    }

    fileprivate var word: UInt64 {
      UInt64(UInt32(bitPattern: descriptor)) | (showsAllThreads ? 1 << 32 : 0)
        | (chains ? 1 << 33 : 0) | 1 << 63
    }
  }

  /// One word a signal, 0 where none is registered; atomic: any thread registers, the main thread
  /// reads.
  nonisolated(unsafe) private static let requests: UnsafeMutablePointer<UInt64> = {
    let words = UnsafeMutablePointer<UInt64>.allocate(capacity: Int(RACER_SIGNAL_LIMIT))
    words.initialize(repeating: 0, count: Int(RACER_SIGNAL_LIMIT))
    return words
  }()

  /// The ident of the thread that holds a lock, where the lock knows it; 0 else. For objects that
  /// another module defines.
  nonisolated(unsafe) package static var lockHolder: (@convention(thin) (Value) -> UInt)?

  // MARK: Signals

  /// Makes a signal show the stacks. Returns an error number.
  package static func register(_ number: Int32, _ request: Request) -> Int32 {
    // Before the handler: a signal that arrives at once finds it.
    let old = racer_exchange_acqrel_u64(requests + Int(number), request.word)
    let error = racer_install_dump_signal(number)
    if error != 0 { racer_store_release_u64(requests + Int(number), old) }
    return error
  }

  /// False if the signal was not registered.
  package static func unregister(_ number: Int32) -> Bool {
    guard racer_exchange_acqrel_u64(requests + Int(number), 0) != 0 else { return false }
    racer_remove_dump_signal(number)
    return true
  }

  /// Main thread, attached: does what signals asked for.
  static func serveSignals(_ thread: ThreadState) {
    while true {
      let number = racer_take_dump_signal()
      if number == 0 { return }
      let request = request(number)
      write(
        thread, to: request.descriptor, all: request.showsAllThreads,
        unless: { !racer_close_dump(number) })
      if request.chains { racer_chain_dump_signal(number) }
    }
  }

  private static func request(_ number: Int32) -> Request {
    let word = racer_load_acquire_u64(requests + Int(number))
    return word == 0
      ? Request(descriptor: 2, showsAllThreads: true, chains: false) : Request(word: word)
  }

  // MARK: Writing

  /// Writes the stack of the calling thread, or of all. A watchdog is no thread of the program's and
  /// hides itself. `isWritten` is asked once the stacks are known.
  package static func write(
    _ thread: ThreadState, to descriptor: Int32, all: Bool, heading: String = "",
    hidesCurrent: Bool = false, unless isWritten: () -> Bool = { false }
  ) {
    var text = heading
    if all {
      thread.stopTheWorld {
        text += Self.text(
          of: threads { hidesCurrent && $0.record == thread.record }, current: thread)
      }
    } else {
      text += "Stack (most recent call first):\n" + frames(of: thread)
    }
    if isWritten() { return }
    thread.whileDetached { write(text, to: descriptor) }
  }

  /// In a copy of the process, on its only thread, that of the main thread: writes what a signal asked
  /// for. Each attempt that failed leaves out more of what may be caught in the middle of a change.
  static func writeSnapshot(_ number: Int32, attempt: Int32) {
    guard let thread = ThreadState.current else { return }
    let request = request(number)
    var text = ""
    if request.showsAllThreads {
      text = Self.text(of: threads { _ in false }, current: thread) { other in
        let isRunning = other.isAttached && !StopTheWorld.isMade(by: other)
        if isRunning, other.record == thread.record { return .inNativeCode }
        if isRunning { return attempt == 0 ? .running : .unknown }
        return attempt < 2 || other.record == thread.record ? .still : .unknown
      }
    } else {
      text = "Stack (most recent call first):\n" + Activity.inNativeCode.note + frames(of: thread)
    }
    racer_snapshot_formatted()
    write(text, to: request.descriptor, throughRelay: false)
  }

  /// What is known of a thread whose stack is read.
  private enum Activity {
    /// Stopped or blocked.
    case still
    /// What Python called is at work.
    case inNativeCode
    /// In native code, or in Python on the way to its next safepoint: the stack may be behind.
    case running
    /// Not read.
    case unknown

    var note: String {
      switch self {
      case .still: ""
      case .inNativeCode: "  runs native code\n"
      case .running: "  runs native code, or is about to stop\n"
      case .unknown: "  <unknown>\n"
      }
    }
  }

  /// In a process that dies of a signal: reads what can be read. Other threads' stacks are shown only
  /// where these are not running, and even they may start to at any time.
  package static func writeFatally(_ heading: String, to descriptor: Int32, all: Bool) {
    write("Fatal Python error: \(heading)\n\n", to: descriptor)
    guard let thread = ThreadState.current else {
      return write("Current thread has no Python stack\n", to: descriptor)
    }
    if !all {
      return write("Stack (most recent call first):\n" + frames(of: thread), to: descriptor)
    }
    let idle = threads { other in
      other.record != thread.record
        && racer_load_acquire_u32(other.record.runStateAddress) == RunState.attached
    }
    write(text(of: idle, current: thread), to: descriptor)
  }

  private static func write(
    _ text: String, to descriptor: Int32, throughRelay usesRelay: Bool = true
  ) {
    var text = text
    text.withUTF8 { bytes in
      guard let start = bytes.baseAddress else { return }
      if usesRelay, let relay = StandardStream.terminalRelay, isatty(descriptor) != 0 {
        _ = relay(descriptor, start, bytes.count)
        return
      }
      var written = 0
      while written < bytes.count {
        let count = Glibc.write(descriptor, start + written, bytes.count - written)
        if count >= 0 { written += count } else if errno != EINTR { return }
      }
    }
  }

  // MARK: Text

  /// The youngest first.
  private static func threads(except isExcluded: (ThreadState) -> Bool) -> [ThreadState] {
    var found: [ThreadState] = []
    ThreadRegistry.forEach { record in
      guard racer_load_acquire_word(record.identAddress) != 0 else { return }
      let thread = ThreadState(record)
      if !isExcluded(thread) { found.append(thread) }
    }
    func number(_ thread: ThreadState) -> UInt64 { thread.record.pointee.scheduling.number }
    return found.sorted { number($0) > number($1) }
  }

  private static func text(
    of threads: [ThreadState], current: ThreadState?,
    activity: (ThreadState) -> Activity = { _ in .still }
  ) -> String {
    var parts: [String] = []
    for thread in threads.prefix(threadLimit) {
      let isCurrent = thread.record == current?.record
      let ident = racer_load_acquire_word(thread.record.identAddress)
      parts.append(
        "\(isCurrent ? "Current thread" : "Thread") \(hexadecimal(ident)) "
          + "(most recent call first):\n" + stack(of: thread, activity(thread)))
    }
    let rest = threads.count > threadLimit ? "...\n" : ""
    return parts.joined(separator: "\n") + rest
  }

  private static func stack(of thread: ThreadState, _ activity: Activity) -> String {
    switch activity {
    case .still: wait(of: thread) + frames(of: thread)
    case .unknown: activity.note
    case .inNativeCode, .running: activity.note + frames(of: thread)
    }
  }

  private static func frames(of thread: ThreadState) -> String {
    var text = ""
    var count = 0
    thread.forEachFrame { frame, pc in
      if count == frameLimit { return false }
      count += 1
      let code = frame.code
      // 0: a running function has not yet said where it is.
      let known = code.position(ofWord: frame.wordIndex(pc)).line
      let line = known == 0 ? code.blueprint.firstLine : Int(known)
      text += "  File \"\(escaped(StringObject(code.filename).text))\", line \(line)"
      text += " in \(escaped(StringObject(code.functionName).text))\n"
      return true
    }
    return count == 0 ? "  <no Python frame>\n" : text
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if scalar.value >= 0x20 && scalar.value < 0x7f {
        result.unicodeScalars.append(scalar)
      } else {
        let digits = String(scalar.value, radix: 16)
        let width = scalar.value < 0x100 ? 2 : scalar.value < 0x10000 ? 4 : 8
        let mark = width == 2 ? "\\x" : width == 4 ? "\\u" : "\\U"
        result += mark + String(repeating: "0", count: max(0, width - digits.count)) + digits
      }
    }
    return result
  }

  private static func hexadecimal(_ number: UInt) -> String {
    let digits = String(number, radix: 16)
    return "0x" + String(repeating: "0", count: max(0, 16 - digits.count)) + digits
  }

  // MARK: Waiting

  /// A line on what the thread waits for, if that is something other threads provide.
  private static func wait(of thread: ThreadState) -> String {
    let scheduling = thread.record.pointee.scheduling
    if scheduling.awaitedThread != 0 {
      return "  waits for the end of thread \(hexadecimal(scheduling.awaitedThread))\n"
    }
    guard racer_load_acquire_u32(thread.record.waitStateAddress) == WaitState.waiting else {
      return ""
    }
    guard let object = object(at: scheduling.parkedAt) else { return "" }
    var text = "  waits for \(object.type.qualifiedText) object at 0x"
    text += String(object.reference.bits, radix: 16)
    if let holder = lockHolder?(object), holder != 0 {
      text += ", held by thread \(hexadecimal(holder))"
    }
    return text + "\n"
  }

  /// The object that a word lies in: its page tells where blocks begin. Borrowed; alive, because the
  /// thread that waits has it among its operands.
  private static func object(at address: UInt) -> Value? {
    let region = Region.objects.pointee
    let end = region.base + UInt(region.highWater) << Page.shift
    guard address >= region.base, address < end else { return nil }
    let page = Page.descriptor(ofObject: address)
    guard page.pointee.kind == PageKind.leaf || page.pointee.kind == PageKind.container,
      page.pointee.blockSize > 0
    else { return nil }
    let size = UInt(page.pointee.blockSize)
    let start = page.isLarge ? page.address : page.address + (address - page.address) / size * size
    return Value(Reference(bits: start))
  }
}
