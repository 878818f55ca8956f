// All thread records. The list only grows; records of ended threads are used again. Adding and
// reusing happens under one mutex, walking needs none.

import CRuntime
import Glibc

enum ThreadRegistry {
  static var mutex: UnsafeMutablePointer<UInt32> { processWord(RACER_THREAD_MUTEX) }

  static var first: UnsafeMutablePointer<ThreadRecord>? {
    UnsafeMutablePointer(bitPattern: racer_load_acquire_word(racer_first_thread()))
  }

  /// Every record in use. Threads may come and go meanwhile unless the mutex is held.
  @inline(__always) static func forEach(_ body: (UnsafeMutablePointer<ThreadRecord>) -> Void) {
    var next = first
    while let record = next {
      next = record.pointee.nextRecord
      if racer_load_acquire_u32(record.runStateAddress) != RunState.free { body(record) }
    }
  }

  static func setPendingEverywhere(_ reasons: UInt32) {
    forEach { $0.setPending(reasons) }
  }

  /// A record for a new thread, detached (stopped while a stop is on), with a heap. Nil when
  /// memory is exhausted or the interpreter is shutting down.
  static func makeRecord(isMain: Bool = false) -> UnsafeMutablePointer<ThreadRecord>? {
    RawMutex.lock(mutex)
    defer { RawMutex.unlock(mutex) }
    if processWord(RACER_FINALIZING).pointee != 0 { return nil }
    guard let record = freeRecord() ?? newRecord(isMain: isMain) else { return nil }
    processLongWord(RACER_THREAD_COUNT).pointee += 1
    record.pointee.scheduling.number = processLongWord(RACER_THREAD_COUNT).pointee
    record.pointee.scheduling.isMain = isMain
    let isStopped = processWord(RACER_STOP_ACTIVE).pointee != 0
    racer_store_release_u32(
      record.runStateAddress, isStopped ? RunState.stopped : RunState.detached)
    return record
  }

  /// Gives an ended thread's record back. Its values are gone, its heap is somebody else's.
  static func releaseRecord(_ record: UnsafeMutablePointer<ThreadRecord>) {
    record.trimRegisterStack()
    RawMutex.lock(mutex)
    racer_store_release_u32(record.runStateAddress, RunState.free)
    RawMutex.unlock(mutex)
  }

  private static func freeRecord() -> UnsafeMutablePointer<ThreadRecord>? {
    var next = first
    while let record = next {
      if racer_load_acquire_u32(record.runStateAddress) == RunState.free {
        reset(record)
        return record
      }
      next = record.pointee.nextRecord
    }
    return nil
  }

  /// The atomic fields are left alone, but for `pending`: a late bit in it is harmless.
  private static func reset(_ record: UnsafeMutablePointer<ThreadRecord>) {
    record.assignHeap(heap(for: record))
    record.clearPending(UInt32.max)
    racer_store_relaxed_u32(record.waitStateAddress, WaitState.idle)
    record.pointee.scheduling = SchedulingState()
    record.pointee.depth = 0
    record.pointee.registers = record.pointee.stackBase
    record.pointee.programCounter = nil
    record.pointee.exception = .unbound
    record.pointee.handled = .none
    record.pointee.isShared = Scheduler.mode == .free ? 1 : 0
  }

  private static func newRecord(isMain: Bool) -> UnsafeMutablePointer<ThreadRecord>? {
    let size = isMain ? RegisterStack.mainSize : RegisterStack.threadSize
    guard let stack = RegisterStack.reserve(bytes: size),
      let memory = aligned_alloc(128, (MemoryLayout<ThreadRecord>.size + 127) & ~127)
    else { return nil }
    let record = memory.bindMemory(to: ThreadRecord.self, capacity: 1)
    let heap = heap(for: record)
    record.initialize(to: ThreadRecord(heap: heap, stack: stack))
    record.assignHeap(heap)
    record.pointee.runState = RunState.free
    record.pointee.isShared = processWord(RACER_SHARED).pointee
    record.pointee.nextRecord = first
    racer_store_release_word(racer_first_thread(), UInt(bitPattern: record))
    return record
  }

  /// In GIL mode all threads have the first one's heap (R10).
  private static func heap(for record: UnsafeMutablePointer<ThreadRecord>)
    -> UnsafeMutablePointer<Heap>
  {
    if Scheduler.mode != .free, let heap = Heap.first { return heap }
    return Heap.obtain(runner: record)
  }
}

extension UnsafeMutablePointer where Pointee == ThreadRecord {
  fileprivate func assignHeap(_ heap: UnsafeMutablePointer<Heap>) {
    pointee.heap = heap
    pointee.freeLists = heap.lists
    pointee.owner = heap.pointee.number
  }
}

// MARK: What scripts can ask

extension ThreadState {
  /// Threads in use besides the main thread.
  package static var otherThreadCount: Int {
    var count = -1
    ThreadRegistry.forEach { _ in count += 1 }
    return count
  }

  /// `get_ident` of the main thread.
  package static var mainIdent: UInt {
    var ident: UInt = 0
    ThreadRegistry.forEach { record in
      if record.pointee.scheduling.isMain { ident = record.pointee.scheduling.ident }
    }
    return ident
  }

  package var ident: UInt { record.pointee.scheduling.ident }
  package var nativeIdent: UInt64 { record.pointee.scheduling.nativeIdent }
  /// Start order, never used again: the main thread is 1.
  package var number: UInt64 { record.pointee.scheduling.number }
  package var isMain: Bool { record.pointee.scheduling.isMain }
}
