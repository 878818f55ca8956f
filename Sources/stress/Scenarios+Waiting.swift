// Scenarios about waiting: stops, blocking locks with deadlines, epochs of large objects.

import CRuntime
import Glibc
import Runtime

extension Scenario {
  /// R6: in a stop nobody is in the midst of anything.
  static func stops(_ thread: ThreadState, _ threads: Int, _ seconds: Double) {
    let cells = UnsafeMutablePointer<Int>.allocate(capacity: 2)
    cells.initialize(repeating: 0, count: 2)
    let box = BoxObject.make(thread)
    let stopsMade = UnsafeMutablePointer<UInt64>.allocate(capacity: 1)
    stopsMade.initialize(to: 0)
    Team.run(thread, threads: threads, seconds: seconds) { member in
      let thread = member.thread
      while member.goesOn {
        for _ in 0..<20 {
          thread.lock(box.reference)
          cells[0] += 1
          yieldPoint()
          cells[1] += 1
          thread.unlock(box.reference)
          thread.passSafepoint()
        }
        if member.next(10) == 0 { thread.whileDetached { _ = racer_yield_processor() } }
        if member.next(10) == 0 {
          thread.stopTheWorld {
            if cells[0] != cells[1] { fatalError("a thread ran on in a stop") }
            stopsMade.pointee += 1
          }
        }
      }
    }
    if stopsMade.pointee == 0 { fatalError("no stop was made") }
    thread.release(box.value)
  }

  /// The parking lot: a lock held across sleeps, waits with and without deadlines.
  static func blockingLock(_ thread: ThreadState, _ threads: Int, _ seconds: Double) {
    let byte = UnsafeMutablePointer<UInt8>.allocate(capacity: 1)
    byte.initialize(to: 0)
    let lock = BlockingLock(byte)
    let counter = UnsafeMutablePointer<UInt64>.allocate(capacity: 1)
    counter.initialize(to: 0)
    let taken = UnsafeMutablePointer<UInt64>.allocate(capacity: 1)
    taken.initialize(to: 0)
    Team.run(thread, threads: threads, seconds: seconds) { member in
      let thread = member.thread
      while member.goesOn {
        let isPatient = member.next(3) != 0
        let deadline =
          isPatient ? Scheduler.forever : Scheduler.deadline(after: Int64(member.next(200_000)))
        let isTaken = thread.must { () throws(Raised) in
          try lock.acquire(thread, until: deadline)
        }
        if isTaken {
          counter.pointee += 1
          if member.next(40) == 0 { thread.whileDetached { _ = usleep(30) } }
          lock.release()
          _ = racer_add_relaxed_u64(taken, 1)
        } else if isPatient {
          fatalError("a wait without a deadline timed out")
        }
        thread.passSafepoint()
      }
    }
    if counter.pointee != taken.pointee { fatalError("two threads held one lock") }
  }

  /// R2, R6: objects with pages of their own, freed after an epoch, and large stores.
  static func largeObjects(_ thread: ThreadState, _ threads: Int, _ seconds: Double) {
    let box = BoxObject.make(thread)
    for _ in 0..<4 { box.append(.none, thread) }
    Team.run(thread, threads: threads, seconds: seconds) { member in
      let thread = member.thread
      while member.goesOn {
        for _ in 0..<10 {
          let size = 40000 + member.next(200_000)
          let large = thread.must { () throws(Raised) in
            try thread.allocateUninitialized(TestTypes.node, size: size)
          }
          large.body(Node.self).pointee.magic = Node.magic
          large.body(Node.self).pointee.next = .none
          if !box.replace(member.next(4), Value(large), thread) { fatalError("short box") }
          let item = box.item(member.next(4), thread)
          if item.isReference { thread.verify(item) }
          thread.release(item)
        }
        thread.passSafepoint()
      }
    }
    thread.release(box.value)
  }
}
