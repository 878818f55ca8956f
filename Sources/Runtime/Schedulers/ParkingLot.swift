// The parking lot: threads that wait for something at an address, so that a lock needs one byte
// (WebKit's WTF::ParkingLot). 256 buckets, each a mutex and a list of waiting records in order of
// arrival; a thread waits at one address at a time, its record is the list's node.
//
// `park` decides under the bucket's mutex whether to wait, and `unpark` changes the awaited word under
// it, so no wake-up is lost. Ordering: the waker's store of `woken` is a release, the sleeper loads
// it with acquire.

import CRuntime

enum WaitState {
  static var idle: UInt32 { 0 }
  static var waiting: UInt32 { 1 }
  static var woken: UInt32 { 2 }
}

enum ParkOutcome: Equatable {
  /// With what the waker said.
  case woken(UInt32)
  case timedOut, interrupted
  /// The word had changed already, or the thread has something else to do first: look again.
  case refused
}

enum ParkingLot {
  /// Waits, detached, at an address, if `shouldWait` holds under the bucket's mutex.
  static func park(
    _ thread: ThreadState, at address: UInt, until deadline: Int64 = Scheduler.forever,
    isInterruptible: Bool = false, shouldWait: () -> Bool
  ) -> ParkOutcome {
    // May run destructors, which may park: before this thread is in a queue.
    thread.mergeOwnQueue()
    let record = thread.record
    let bucket = Bucket(address)
    bucket.lock()
    guard shouldWait() else {
      bucket.unlock()
      return .refused
    }
    record.pointee.scheduling.parkedAt = address
    record.pointee.scheduling.parkedSince = racer_now()
    racer_store_relaxed_u32(record.waitStateAddress, WaitState.waiting)
    bucket.append(record)
    bucket.unlock()
    yieldPoint()
    let outcome = Scheduler.block(thread, until: deadline, isInterruptible: isInterruptible) {
      racer_load_acquire_u32(record.waitStateAddress) == WaitState.woken
    }
    return outcome == .woken ? .woken(takeToken(record)) : giveUp(record, bucket, outcome)
  }

  /// What the waker said. From here on a fork's child no longer takes it for a message under way.
  private static func takeToken(_ record: UnsafeMutablePointer<ThreadRecord>) -> UInt32 {
    racer_store_relaxed_u32(record.waitStateAddress, WaitState.idle)
    return record.pointee.scheduling.wakeToken
  }

  /// Leaves the queue, unless somebody woke us just now.
  private static func giveUp(
    _ record: UnsafeMutablePointer<ThreadRecord>, _ bucket: Bucket, _ outcome: WaitOutcome
  ) -> ParkOutcome {
    bucket.lock()
    defer { bucket.unlock() }
    if racer_load_acquire_u32(record.waitStateAddress) == WaitState.woken {
      return .woken(takeToken(record))
    }
    bucket.remove(record)
    racer_store_relaxed_u32(record.waitStateAddress, WaitState.idle)
    switch outcome {
    case .timedOut: return .timedOut
    case .interrupted: return .interrupted
    case .mustMerge, .woken: return .refused
    }
  }

  /// Wakes the longest waiting thread, if any. `decide` runs under the bucket's mutex: it gets that
  /// thread's time of arrival (nil if none) and whether more wait, changes the word, and says what
  /// the woken thread is told.
  static func unparkOne(
    at address: UInt, decide: (_ since: Int64?, _ more: Bool) -> UInt32
  ) {
    let bucket = Bucket(address)
    bucket.lock()
    let found = bucket.first(at: address, after: nil)
    guard let found else {
      _ = decide(nil, false)
      return bucket.unlock()
    }
    let more = bucket.first(at: address, after: found) != nil
    found.pointee.scheduling.wakeToken = decide(found.pointee.scheduling.parkedSince, more)
    bucket.remove(found)
    racer_store_release_u32(found.waitStateAddress, WaitState.woken)
    bucket.unlock()
    Scheduler.wake(found)
  }

  /// Wakes all threads that wait at the address; returns how many.
  @discardableResult static func unparkAll(at address: UInt) -> Int {
    var count = 0
    var isFinished = false
    while !isFinished {
      unparkOne(at: address) { since, more in
        if since != nil { count += 1 }
        isFinished = !more
        return 0
      }
    }
    return count
  }

  /// Around `fork`: the child must not inherit a bucket that another thread was changing.
  static func lockAllForFork() {
    for index in 0..<Int(RACER_PARKING_BUCKETS) { Bucket(index: index).lock() }
  }
  /// In a fork's child: what a thread that is no more was told when it was woken, and where it
  /// waited; nil if there was no such message under way. (It would have taken it attached, so not
  /// since the stop began.)
  static func messageUnderWay(to record: UnsafeMutablePointer<ThreadRecord>)
    -> (token: UInt32, address: UInt)?
  {
    guard racer_load_acquire_u32(record.waitStateAddress) == WaitState.woken else { return nil }
    racer_store_relaxed_u32(record.waitStateAddress, WaitState.idle)
    return (record.pointee.scheduling.wakeToken, record.pointee.scheduling.parkedAt)
  }

  static func unlockAllAfterFork(forgetWaiters: Bool) {
    for index in 0..<Int(RACER_PARKING_BUCKETS) {
      let bucket = Bucket(index: index)
      if forgetWaiters { bucket.clear() }
      bucket.unlock()
    }
  }
}

private struct Bucket {
  let pointer: UnsafeMutablePointer<RacerParkingBucket>

  init(_ address: UInt) { pointer = racer_parking_bucket(address) }
  init(index: Int) { pointer = racer_parking_bucket_at(index) }

  private var mutex: UnsafeMutablePointer<UInt32> {
    UnsafeMutableRawPointer(pointer).assumingMemoryBound(to: UInt32.self)
  }
  func lock() { RawMutex.lock(mutex) }
  func unlock() { RawMutex.unlock(mutex) }
  func clear() {
    pointer.pointee.first = 0
    pointer.pointee.last = 0
  }

  func append(_ record: UnsafeMutablePointer<ThreadRecord>) {
    let last = UnsafeMutablePointer<ThreadRecord>(bitPattern: pointer.pointee.last)
    record.pointee.scheduling.previousParked = last
    record.pointee.scheduling.nextParked = nil
    if let last {
      last.pointee.scheduling.nextParked = record
    } else {
      pointer.pointee.first = UInt(bitPattern: record)
    }
    pointer.pointee.last = UInt(bitPattern: record)
  }

  func remove(_ record: UnsafeMutablePointer<ThreadRecord>) {
    let next = record.pointee.scheduling.nextParked
    let previous = record.pointee.scheduling.previousParked
    if let previous {
      previous.pointee.scheduling.nextParked = next
    } else {
      pointer.pointee.first = UInt(bitPattern: next)
    }
    if let next {
      next.pointee.scheduling.previousParked = previous
    } else {
      pointer.pointee.last = UInt(bitPattern: previous)
    }
  }

  func first(at address: UInt, after record: UnsafeMutablePointer<ThreadRecord>?)
    -> UnsafeMutablePointer<ThreadRecord>?
  {
    var next =
      record.map { $0.pointee.scheduling.nextParked }
      ?? UnsafeMutablePointer<ThreadRecord>(bitPattern: pointer.pointee.first)
    while let candidate = next {
      if candidate.pointee.scheduling.parkedAt == address { return candidate }
      next = candidate.pointee.scheduling.nextParked
    }
    return nil
  }
}
