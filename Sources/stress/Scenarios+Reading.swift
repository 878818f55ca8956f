// Scenarios about lock-free reads that would see a wrong object, not only a dead one.

import CRuntime
import Glibc
import Runtime

extension Scenario {
  private static func checkNumber(_ item: Value, _ number: UInt, _ thread: ThreadState) {
    thread.verify(item)
    if item.reference.body(Node.self).pointee.check != number {
      fatalError("an item of another place")
    }
  }

  /// R4, slot recheck: each place holds objects with its number only, blocks wander between places.
  static func places(_ thread: ThreadState, _ threads: Int, _ seconds: Double) {
    let box = BoxObject.make(thread)
    for place in 0..<6 { box.append(thread.makeNode(check: UInt(place)), thread) }
    Team.run(thread, threads: threads, seconds: seconds) { member in
      let thread = member.thread
      while member.goesOn {
        for _ in 0..<100 {
          let place = member.next(6)
          if member.next(3) == 0 {
            if !box.replace(place, thread.makeNode(check: UInt(place)), thread) {
              fatalError("short box")
            }
          } else {
            let item = box.item(place, thread)
            checkNumber(item, UInt(place), thread)
            thread.release(item)
          }
        }
        thread.passSafepoint()
      }
    }
    thread.release(box.value)
  }

  /// R4, sequence: the last item beside appends and removals. There is always one.
  static func last(_ thread: ThreadState, _ threads: Int, _ seconds: Double) {
    let box = BoxObject.make(thread)
    box.append(thread.makeNode(check: 0), thread)
    Team.run(thread, threads: threads, seconds: seconds) { member in
      let thread = member.thread
      while member.goesOn {
        for _ in 0..<100 {
          if member.number == 0 {
            box.append(thread.makeNode(check: 1), thread)
            if member.next(2) == 0 { thread.release(box.removeLast(thread)) }
            while box.length(thread) > 1 { thread.release(box.removeLast(thread)) }
          } else {
            let item = box.lastItem(thread)
            if !item.isReference { fatalError("no last item in a box that is never empty") }
            thread.verify(item)
            thread.release(item)
          }
        }
        thread.passSafepoint()
      }
    }
    thread.release(box.value)
  }

  /// R6: stores are replaced and reused by another box all the time.
  static func stores(_ thread: ThreadState, _ threads: Int, _ seconds: Double) {
    let boxes = (0..<3).map { _ in BoxObject.make(thread) }
    Team.run(thread, threads: threads, seconds: seconds) { member in
      let thread = member.thread
      while member.goesOn {
        for _ in 0..<60 {
          let number = member.next(3)
          let box = boxes[number]
          switch member.next(6) {
          case 0:
            box.clear(thread)
            disguise(thread)
          case 1, 2: box.append(thread.makeNode(check: UInt(number)), thread)
          default:
            let item = box.item(member.next(3), thread)
            if item.isReference { checkNumber(item, UInt(number), thread) }
            thread.release(item)
          }
        }
        thread.passSafepoint()
      }
    }
    for box in boxes { thread.release(box.value) }
  }

  /// Fills stores of the boxes' size with words that look like references: a reader of a store that
  /// was freed too early follows one.
  private static func disguise(_ thread: ThreadState) {
    var stores: [UnsafeMutableRawPointer] = []
    for _ in 0..<4 {
      let store = thread.must { () throws(Raised) in try thread.allocateStore(bytes: 40) }
      for word in 1..<5 {
        storeWordRelaxed(store.assumingMemoryBound(to: UInt.self) + word, 16)
      }
      stores.append(store)
    }
    yieldPoint()
    for store in stores { thread.freeStore(store, bytes: 40) }
  }

  /// R2: no object outlives its last count because its maker sleeps.
  static func sleeper(_ thread: ThreadState, _ threads: Int, _ seconds: Double) {
    let box = BoxObject.make(thread)
    let end = racer_now() + Int64(seconds * 1e9)
    let isOver = UnsafeMutablePointer<UInt32>.allocate(capacity: 1)
    isOver.initialize(to: 0)
    let words = UnsafeMutablePointer<UInt>.allocate(capacity: 2)
    words[0] = box.value.bits
    words[1] = UInt(bitPattern: isOver)
    for _ in 0..<threads {
      let started = thread.startThread(
        { thread, argument in
          let words = argument!.assumingMemoryBound(to: UInt.self)
          let box = BoxObject(Value(bits: words[0]).reference)
          let isOver = UnsafeMutableRawPointer(bitPattern: words[1])!
          while racer_load_acquire_u32(isOver) == 0 {
            thread.release(box.removeFirst(thread))
            thread.passSafepoint()
          }
          _ = racer_add_acqrel_u32(isOver, 1)
        }, argument: words)
      if started == nil { fatalError("no thread") }
    }
    while racer_now() < end {
      let target = racer_load_acquire_u64(TestTypes.deaths) + 40
      for _ in 0..<40 { box.append(thread.makeNode(), thread) }
      let limit = racer_now() + 5_000_000_000
      thread.whileDetached {
        while racer_load_acquire_u64(TestTypes.deaths) < target {
          if racer_now() > limit { fatalError("dead objects are kept while their maker sleeps") }
          _ = racer_yield_processor()
        }
      }
      thread.passSafepoint()
    }
    racer_store_release_u32(isOver, 1)
    while racer_load_acquire_u32(isOver) != UInt32(threads) + 1 {
      thread.whileDetached { _ = usleep(100) }
    }
    thread.release(box.value)
  }
}
