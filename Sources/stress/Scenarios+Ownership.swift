// Scenarios about who owns a count: claims, deferral, resurrection, saturation.

import CRuntime
import Glibc
import Runtime

extension Scenario {
  /// R2: the maker sleeps while others drop its objects: they claim its heap and merge there.
  static func claims(_ thread: ThreadState, _ threads: Int, _ seconds: Double) {
    let box = BoxObject.make(thread)
    Team.run(thread, threads: threads, seconds: seconds) { member in
      let thread = member.thread
      while member.goesOn {
        for _ in 0..<30 { box.append(thread.makeNode(next: thread.makeNode()), thread) }
        thread.whileDetached { if member.next(4) == 0 { _ = usleep(50) } }
        for _ in 0..<30 { thread.release(box.removeFirst(thread)) }
        thread.passSafepoint()
      }
    }
    box.clear(thread)
    // All makers are gone: each object's last holder had to merge it.
    thread.release(box.value)
  }

  /// R3: references without counts to deferred objects, which die in a stop.
  static func deferral(_ thread: ThreadState, _ threads: Int, _ seconds: Double) {
    let box = BoxObject.make(thread)
    for _ in 0..<8 { box.append(thread.makeNode(), thread) }
    let words = box.body.pointee.store! + 1
    func slot(_ index: Int) -> UnsafeMutablePointer<Value> {
      UnsafeMutableRawPointer(words + index).assumingMemoryBound(to: Value.self)
    }
    Team.run(thread, threads: threads, seconds: seconds) { member in
      let thread = member.thread
      while member.goesOn {
        for _ in 0..<100 {
          if let item = thread.tryBorrow(slot(member.next(8))) {
            thread.verify(item)
            thread.release(item)
          }
          thread.drainReleases()
          if member.next(20) == 0 {
            let node = thread.makeNode()
            if member.next(2) == 0 { thread.makeDeferred(node.reference) }
            if !box.replace(member.next(8), node, thread) { fatalError("short box") }
          }
        }
        thread.passSafepoint()
        if member.next(30) == 0 { collectDeferred(thread) }
      }
    }
    thread.release(box.value)
  }

  /// R3: objects that all threads keep counting are promoted while others drop, replace, merge and
  /// borrow them. Nothing that somebody holds may die, and what is promoted dies in a collection.
  static func promotion(_ thread: ThreadState, _ threads: Int, _ seconds: Double) {
    let before = DynamicDeferral.promotions
    let box = BoxObject.make(thread)
    for _ in 0..<4 { box.append(thread.makeNode(next: thread.makeNode()), thread) }
    Team.run(thread, threads: threads, seconds: seconds) { member in
      let thread = member.thread
      while member.goesOn {
        for _ in 0..<300 {
          let item = box.item(member.next(4), thread)
          thread.verify(item)
          thread.retain(item)
          thread.release(item)
          thread.release(item)
        }
        if member.next(4) == 0 {
          _ = box.replace(member.next(4), thread.makeNode(next: thread.makeNode()), thread)
        }
        thread.passSafepoint()
        if member.next(30) == 0 { collectDeferred(thread) }
      }
    }
    thread.release(box.value)
    if thread.isShared, threads > 1, DynamicDeferral.promotions == before {
      fatalError("nothing was promoted")
    }
  }

  /// A collection: in a stop, deferred nodes with no count left are freed; then what they held is
  /// released, which may leave more of them.
  static func collectDeferred(_ thread: ThreadState) {
    var held: [Value] = []
    repeat {
      held = []
      thread.stopTheWorld {
        thread.mergeAllQueuesInStop()
        Heap.forEachObject { reference in
          let shared = reference.shared
          guard shared.isDeferred, reference.type.bits == TestTypes.node.bits else { return }
          let local = Int32(truncatingIfNeeded: reference.bias)
          if Int32(shared.count) + local == 0 {
            held.append(reference.body(Node.self).pointee.next)
            reference.body(Node.self).pointee.magic = 0
            thread.free(reference)
          }
        }
      }
      thread.drainReleases()
      for value in held { thread.release(value) }
    } while !held.isEmpty
  }

  /// R3: finalizers that bring their object back, beside readers.
  static func phoenix(_ thread: ThreadState, _ threads: Int, _ seconds: Double) {
    let box = BoxObject.make(thread)
    TestTypes.resurrect = { thread, value in box.append(thread.retain(value), thread) }
    Team.run(thread, threads: threads, seconds: seconds) { member in
      let thread = member.thread
      while member.goesOn {
        for _ in 0..<10 { box.append(thread.makeNode(type: TestTypes.phoenix), thread) }
        for _ in 0..<12 {
          let item = box.item(member.next(8), thread)
          if item.isReference { thread.verify(item) }
          thread.release(box.removeFirst(thread))
          thread.release(item)
        }
        thread.passSafepoint()
      }
    }
    TestTypes.resurrect = nil
    thread.release(box.value)
  }

  /// R1: a count far out sticks, and the object stays. (Stress builds have a small limit.)
  static func saturation(_ thread: ThreadState, _ threads: Int, _ seconds: Double) {
    guard SharedWord.saturation < 1 << 20 else { return }
    let node = thread.makeNode()
    Team.run(thread, threads: threads, seconds: min(seconds, 1)) { member in
      var held = 0
      while member.goesOn {
        let more = member.next(600)
        for _ in 0..<more { member.thread.retain(node) }
        held += more
        let fewer = member.next(held + 1)
        for _ in 0..<fewer { member.thread.release(node) }
        held -= fewer
        member.thread.retain(node, times: 2)
        held += 2
      }
      for _ in 0..<600 { member.thread.retain(node) }
    }
    thread.verify(node)
    if !node.reference.shared.isSaturated { fatalError("the count did not stick") }
    for _ in 0..<10 { thread.release(node) }
    thread.verify(node)
    expectedLeaks += 1
  }

  nonisolated(unsafe) static var expectedLeaks = 0
}
