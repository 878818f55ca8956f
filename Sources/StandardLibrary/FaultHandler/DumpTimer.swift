// The watchdog of `faulthandler.dump_traceback_later`: an OS thread that waits for the time to be up.
//
// While it waits it is no thread of the runtime, so that a program with one thread keeps the speed of
// one. When the time is up it attaches as a foreign thread does and stops the world. `generation`, an
// atomic word, tells a watchdog that its request is no longer wanted. It changes under `mutex`, which a
// watchdog holds while it writes: after a cancellation nothing is written any more. Who cancels waits
// for the mutex detached, so that the watchdog's stop need not wait for it.

import CRuntime
import Glibc
import Runtime

enum DumpTimer {
  struct Request {
    /// Nanoseconds.
    var interval: Int64
    var repeats: Bool
    var descriptor: Int32
    var exits: Bool
  }

  /// A child that is forked while a watchdog writes has no watchdog, and finds this free.
  private static let mutex = ProcessMutex()

  /// A number that changes with each start and cancellation; watchdogs sleep on it.
  nonisolated(unsafe) private static let generation: UnsafeMutablePointer<UInt32> = {
    let word = UnsafeMutablePointer<UInt32>.allocate(capacity: 1)
    word.initialize(to: 0)
    return word
  }()

  /// What a watchdog takes with it.
  private final class Errand {
    let request: Request
    let generation: UInt32

    init(_ request: Request, _ generation: UInt32) {
      self.request = request
      self.generation = generation
    }
  }

  /// Starts a watchdog in place of the one there may be. False if the system refuses.
  static func start(_ request: Request, _ thread: ThreadState) -> Bool {
    let errand = Errand(request, advance(thread))
    let argument = Unmanaged.passRetained(errand).toOpaque()
    let error = racer_start_thread(
      { raw in
        DumpTimer.watch(Unmanaged<Errand>.fromOpaque(raw.unsafelyUnwrapped).takeRetainedValue())
        return nil
      }, argument, 0, nil)
    if error != 0 { Unmanaged<Errand>.fromOpaque(argument).release() }
    return error == 0
  }

  static func cancel(_ thread: ThreadState) { _ = advance(thread) }

  private static func advance(_ thread: ThreadState) -> UInt32 {
    mutex.lock(thread)
    let next = racer_add_acqrel_u32(generation, 1) &+ 1
    mutex.unlock()
    racer_futex_wake(generation, UInt32.max)
    return next
  }

  private static func watch(_ errand: Errand) {
    let request = errand.request
    let heading = heading(request.interval)
    var deadline = racer_now() + request.interval
    while true {
      // A cancellation between this look and the wait changes the word, and the wait returns.
      guard racer_load_acquire_u32(generation) == errand.generation else { return }
      let rest = deadline - racer_now()
      if rest > 0 {
        _ = racer_futex_wait(generation, errand.generation, rest)
        continue
      }
      guard dump(errand, heading), request.repeats else { return }
      deadline += request.interval
    }
  }

  /// False if nobody wants it any more.
  private static func dump(_ errand: Errand, _ heading: String) -> Bool {
    mutex.lockUnattached()
    defer { mutex.unlock() }
    guard racer_load_acquire_u32(generation) == errand.generation,
      let thread = ThreadState.adoptForeignThread()
    else { return false }
    StackDump.write(
      thread, to: errand.request.descriptor, all: true, heading: heading, hidesCurrent: true)
    thread.finishThread()
    if errand.request.exits { _exit(1) }
    return true
  }

  private static func heading(_ interval: Int64) -> String {
    func padded(_ number: Int64, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    let microseconds = interval / 1000
    let seconds = microseconds / 1_000_000
    let fraction = microseconds % 1_000_000
    let clock = "\(seconds / 3600):\(padded(seconds / 60 % 60, 2)):\(padded(seconds % 60, 2))"
    return "Timeout (\(clock)\(fraction == 0 ? "" : "." + padded(fraction, 6)))!\n"
  }
}
