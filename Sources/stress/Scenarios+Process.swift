// Scenarios about the process: taking turns, signals, forking.

import CRuntime
import Glibc
import Runtime

extension Scenario {
  /// R10: threads that never block all get on, in GIL mode by hand-over on request.
  static func turns(_ thread: ThreadState, _ threads: Int, _ seconds: Double) {
    let steps = UnsafeMutablePointer<UInt64>.allocate(capacity: threads)
    steps.initialize(repeating: 0, count: threads)
    Team.run(thread, threads: threads, seconds: max(seconds, 0.5)) { member in
      while member.goesOn {
        steps[member.number] += 1
        member.thread.passSafepoint()
      }
    }
    for index in 0..<threads where steps[index] == 0 { fatalError("a thread never ran") }
    steps.deallocate()
  }

  /// R10: a signal ends a wait; its handler runs in the main thread.
  static func signals(_ thread: ThreadState, _ threads: Int, _ seconds: Double) {
    safepointHooks.handleSignals = { _ throws(Raised) in
      while let number = Signals.take() {
        if number != SIGUSR1 { fatalError("signal \(number)") }
        Scenario.handled += 1
      }
    }
    _ = Signals.install(SIGUSR1, .noted)
    handled = 0
    let sent = UnsafeMutablePointer<UInt64>.allocate(capacity: 1)
    sent.initialize(to: 0)
    Team.run(thread, threads: threads, seconds: min(seconds, 1)) { member in
      while member.goesOn {
        member.thread.whileDetached {
          kill(getpid(), SIGUSR1)
          usleep(500)
        }
        _ = racer_add_relaxed_u64(sent, 1)
      }
    }
    let started = racer_now()
    kill(getpid(), SIGUSR1)
    thread.must { () throws(Raised) in
      try thread.sleep(until: Scheduler.deadline(after: 20_000_000))
    }
    if handled == 0 || handled > Int(sent.pointee) + 1 { fatalError("\(handled) signals handled") }
    if racer_now() - started < 20_000_000 { fatalError("a signal cut a sleep short") }
    _ = Signals.install(SIGUSR1, .standard)
    safepointHooks.handleSignals = nil
  }

  nonisolated(unsafe) private static var handled = 0

  /// R6: a child made while other threads work can go on alone, and start threads of its own.
  static func forks(_ thread: ThreadState, _ threads: Int, _ seconds: Double) {
    if racer_sanitizer() != 0 { return }
    let box = BoxObject.make(thread)
    Team.run(thread, threads: threads, seconds: min(seconds, 1)) { member in
      let thread = member.thread
      while member.goesOn {
        // As a watchdog's or a writer's: held while detached, so that a fork finds it held.
        if member.number == 1 {
          slowMutex.lock(thread)
          thread.whileDetached { _ = usleep(300) }
          slowMutex.unlock()
        }
        for _ in 0..<50 {
          box.append(thread.makeNode(), thread)
          thread.release(box.removeFirst(thread))
        }
        thread.passSafepoint()
        if member.number == 0 { forkOnce(thread, box) }
      }
    }
    thread.release(box.value)
  }

  private static let slowMutex = ProcessMutex()

  private static func forkOnce(_ thread: ThreadState, _ box: BoxObject) {
    let child = thread.forkProcess()
    if child < 0 { fatalError("fork failed") }
    if child > 0 {
      var status: Int32 = 0
      thread.whileDetached { _ = waitpid(child, &status, 0) }
      if status != 0 { fatalError("the child ended with \(status)") }
      return
    }
    alarm(20)
    slowMutex.lock(thread)
    slowMutex.unlock()
    Team.run(thread, threads: 2, seconds: 0.01) { member in
      while member.goesOn {
        box.append(member.thread.makeNode(), member.thread)
        member.thread.release(box.removeFirst(member.thread))
        member.thread.passSafepoint()
      }
    }
    _exit(0)
  }
}
