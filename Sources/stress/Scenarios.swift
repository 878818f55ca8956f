// What the harness does: each scenario hammers one part of the rules and then counts what is left.

import CRuntime
import Glibc
import Runtime

struct Scenario {
  let name: String
  let run: (ThreadState, _ threads: Int, _ seconds: Double) -> Void

  static let all: [Scenario] = [
    Scenario(name: "remote-free", run: remoteFree),
    Scenario(name: "lock-free-read", run: lockFreeRead),
    Scenario(name: "places", run: places),
    Scenario(name: "last", run: last),
    Scenario(name: "stores", run: stores),
    Scenario(name: "sleeper", run: sleeper),
    Scenario(name: "churn", run: churn),
    Scenario(name: "transfer", run: transfer),
    Scenario(name: "orphans", run: orphans),
    Scenario(name: "claims", run: claims),
    Scenario(name: "deferral", run: deferral),
    Scenario(name: "promotion", run: promotion),
    Scenario(name: "stops", run: stops),
    Scenario(name: "phoenix", run: phoenix),
    Scenario(name: "saturation", run: saturation),
    Scenario(name: "blocking-lock", run: blockingLock),
    Scenario(name: "large-objects", run: largeObjects),
    Scenario(name: "turns", run: turns),
    Scenario(name: "signals", run: signals),
    Scenario(name: "forks", run: forks),
  ]

  /// R2, R3: objects are made by one thread and die in another, through a shared box.
  static func remoteFree(_ thread: ThreadState, _ threads: Int, _ seconds: Double) {
    let box = BoxObject.make(thread)
    Team.run(thread, threads: threads, seconds: seconds) { member in
      let thread = member.thread
      while member.goesOn {
        for index in 0..<20 {
          box.append(thread.makeNode(next: thread.makeNode(), check: UInt(index)), thread)
        }
        for _ in 0..<20 {
          let item = box.removeFirst(thread)
          if item.isReference { thread.verify(item) }
          thread.release(item)
        }
        thread.passSafepoint()
      }
    }
    thread.release(box.value)
  }

  /// R4: lock-free reads beside overwrites, appends, removals and cleared stores.
  static func lockFreeRead(_ thread: ThreadState, _ threads: Int, _ seconds: Double) {
    let box = BoxObject.make(thread)
    Team.run(thread, threads: threads, seconds: seconds) { member in
      let thread = member.thread
      while member.goesOn {
        for _ in 0..<200 {
          let item = box.item(member.next(12), thread)
          if item.isReference { thread.verify(item) }
          thread.release(item)
          switch member.next(16) {
          case 0: box.append(thread.makeNode(), thread)
          case 1: thread.release(box.removeFirst(thread))
          case 2, 3:
            let node = thread.makeNode()
            if !box.replace(member.next(12), node, thread) { thread.release(node) }
          case 4: if member.next(50) == 0 { box.clear(thread) }
          case 5:
            // What was read goes back in: counts of foreign objects, taken and dropped.
            let again = box.item(member.next(12), thread)
            if !again.isReference || !box.replace(member.next(12), again, thread) {
              thread.release(again)
            }
          default: break
          }
        }
        thread.passSafepoint()
      }
    }
    thread.release(box.value)
  }

  /// R3: long chains die without recursion; private objects use the fast path.
  static func churn(_ thread: ThreadState, _ threads: Int, _ seconds: Double) {
    Team.run(thread, threads: threads, seconds: seconds) { member in
      let thread = member.thread
      while member.goesOn {
        var chain = Value.none
        for index in 0..<2000 { chain = thread.makeNode(next: chain, check: UInt(index)) }
        if !thread.isUniquelyOwned(chain) { fatalError("a fresh object is not unique") }
        thread.release(chain)
        thread.passSafepoint()
      }
    }
  }

  /// R5: two locks in one commit; the number of items stays.
  static func transfer(_ thread: ThreadState, _ threads: Int, _ seconds: Double) {
    let boxes = (0..<4).map { _ in BoxObject.make(thread) }
    for box in boxes { for _ in 0..<8 { box.append(thread.makeNode(), thread) } }
    Team.run(thread, threads: threads, seconds: seconds) { member in
      while member.goesOn {
        for _ in 0..<100 {
          let source = boxes[member.next(4)]
          BoxObject.transfer(from: source, to: boxes[member.next(4)], member.thread)
          let item = boxes[member.next(4)].item(member.next(8), member.thread)
          if item.isReference { member.thread.verify(item) }
          member.thread.release(item)
        }
        member.thread.passSafepoint()
      }
    }
    if boxes.reduce(0, { $0 + $1.count }) != 32 { fatalError("a transfer lost an item") }
    for box in boxes { thread.release(box.value) }
  }

  /// R2: threads come and go; their heaps are adopted, their objects outlive them.
  static func orphans(_ thread: ThreadState, _ threads: Int, _ seconds: Double) {
    let box = BoxObject.make(thread)
    Team.runRelay(thread, threads: threads, seconds: seconds) { member in
      let thread = member.thread
      for _ in 0..<50 {
        box.append(thread.makeNode(next: thread.makeNode()), thread)
        let item = box.item(member.next(30), thread)
        if item.isReference { thread.verify(item) }
        thread.release(box.removeFirst(thread))
        thread.release(item)
      }
    }
    thread.release(box.value)
  }
}
