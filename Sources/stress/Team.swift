// Runs a function on several threads of the runtime for some time, and waits for them.

import CRuntime
import Glibc
import Runtime

final class Team {
  /// One worker's view: its number, its random numbers, whether to go on.
  struct Member {
    let thread: ThreadState
    let number: Int
    let team: Team
    var random: UInt64

    var goesOn: Bool { racer_now() < team.end }

    mutating func next(_ limit: Int) -> Int {
      random ^= random << 13
      random ^= random >> 7
      random ^= random << 17
      return Int(truncatingIfNeeded: random >> 11) % limit
    }
  }

  let end: Int64
  private let work: (inout Member) -> Void
  private let left = UnsafeMutablePointer<UInt64>.allocate(capacity: 1)
  private let numbers = UnsafeMutablePointer<UInt64>.allocate(capacity: 1)

  private init(until end: Int64, work: @escaping (inout Member) -> Void) {
    self.end = end
    self.work = work
    left.initialize(to: 0)
    numbers.initialize(to: 0)
  }

  /// The caller waits detached.
  static func run(
    _ thread: ThreadState, threads: Int, seconds: Double, work: @escaping (inout Member) -> Void
  ) {
    let team = Team(until: racer_now() + Int64(seconds * 1e9), work: work)
    team.left.pointee = UInt64(threads)
    for _ in 0..<threads { team.start(from: thread) }
    team.wait(thread)
  }

  /// The same, with short-lived threads: each does the work once, then another is started.
  static func runRelay(
    _ thread: ThreadState, threads: Int, seconds: Double, work: @escaping (inout Member) -> Void
  ) {
    let end = racer_now() + Int64(seconds * 1e9)
    while racer_now() < end {
      let team = Team(until: end, work: work)
      team.left.pointee = UInt64(threads)
      for _ in 0..<threads { team.start(from: thread) }
      team.wait(thread)
    }
  }

  private func start(from thread: ThreadState) {
    let started = thread.startThread(
      { thread, argument in
        let team = Unmanaged<Team>.fromOpaque(argument!).takeRetainedValue()
        let number = Int(racer_add_acqrel_u64(team.numbers, 1))
        let seed = UInt64(number + 1) &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(racer_now())
        var member = Member(thread: thread, number: number, team: team, random: seed | 1)
        team.work(&member)
        // Ending the thread is part of what is tested: the count goes down a little before it.
        _ = racer_add_acqrel_u64(team.left, UInt64.max)
      }, argument: Unmanaged.passRetained(self).toOpaque())
    if started == nil { fatalError("no thread") }
  }

  private func wait(_ thread: ThreadState) {
    while racer_load_acquire_u64(left) != 0 {
      thread.whileDetached { _ = usleep(300) }
      thread.passSafepoint()
    }
  }
}
