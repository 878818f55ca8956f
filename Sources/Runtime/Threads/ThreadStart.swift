// Starting and ending threads, and leaving solo mode (concurrency.md R2, R7).

import CRuntime
import Glibc

extension ThreadState {
  /// The process's first thread, attached. Call once, before anything else of the runtime.
  package static func startMain(mode: Scheduler.Mode = .free) -> ThreadState {
    Scheduler.choose(mode)
    guard let record = ThreadRegistry.makeRecord(isMain: true) else {
      fatalError("no memory for the main thread")
    }
    let thread = ThreadState(record)
    thread.bindToOSThread()
    Signals.deliver(to: thread)
    Signals.installDefaults()
    thread.attach()
    return thread
  }

  /// Starts an OS thread that runs `entry`, attached, with `argument`; after its end, when it can
  /// touch no object any more, `completion`. Returns the thread's ident, or nil (nothing raised) if
  /// the system refuses. `stackSize` 0 means the system's default.
  package func startThread(
    _ entry: ThreadEntry, argument: UnsafeMutableRawPointer?, stackSize: Int = 0,
    isDaemon: Bool = false, completion: ThreadCompletion? = nil
  ) -> UInt? {
    leaveSoloMode()
    guard let record = ThreadRegistry.makeRecord() else { return nil }
    record.pointee.scheduling.entry = UInt(
      bitPattern: unsafeBitCast(entry, to: UnsafeRawPointer.self))
    record.pointee.scheduling.completion = UInt(
      bitPattern: completion.map { unsafeBitCast($0, to: UnsafeRawPointer.self) })
    record.pointee.scheduling.argument = argument
    record.pointee.scheduling.isDaemon = isDaemon
    record.pointee.depthLimit = self.record.pointee.depthLimit
    var ident: UInt = 0
    let error = racer_start_thread(
      { runThread($0.unsafelyUnwrapped) }, record, UInt(stackSize), &ident)
    if error == 0 { return ident }
    ThreadState(record).surrenderHeap()
    ThreadRegistry.releaseRecord(record)
    return nil
  }

  /// A state for a thread that the runtime did not start (a foreign callback), attached.
  package static func adoptForeignThread() -> ThreadState? {
    if let thread = current {
      thread.attach()
      return thread
    }
    guard let record = ThreadRegistry.makeRecord() else { return nil }
    let thread = ThreadState(record)
    thread.bindToOSThread()
    thread.attach()
    thread.prepareRegisterStack()
    thread.askToLeaveSoloMode()
    return thread
  }

  fileprivate func bindToOSThread() {
    racer_set_current_thread(record)
    prepareRegisterStack()
    record.pointee.scheduling.nativeIdent = racer_native_thread_id()
    let base = racer_native_stack_base()
    record.pointee.nativeStackLimit = base == 0 ? 0 : base + ThreadState.nativeStackReserve
    // Release: who sees the number sees the first window.
    racer_store_release_word(record.identAddress, racer_thread_ident())
  }

  /// What native code may use beyond the checked limit.
  private static var nativeStackReserve: UInt { 64 << 10 }

  /// Ends the thread: its heap is an orphan afterwards, its record somebody else's.
  package func finishThread() {
    threadExitHook?(self)
    let exception = record.pointee.exception
    let handled = record.pointee.handled
    record.pointee.exception = .unbound
    record.pointee.handled = .none
    release(exception)
    release(handled)
    drainReleases()
    mergeOwnQueue()
    if isShared { abandonRetired() }
    racer_set_current_thread(nil)
    if Scheduler.mode == .free { leaveHeap() }
    leaveEpoch()
    // Still attached: no stop sees the windows go.
    racer_store_release_word(record.identAddress, 0)
    racer_store_seqcst_u32(record.runStateAddress, RunState.detached)
    if racer_load_seqcst_u32(record.pendingAddress) & PendingReasons.stop != 0 {
      StopTheWorld.noteProgress()
    }
    if Scheduler.mode != .free { GlobalLock.release() }
    ThreadRegistry.releaseRecord(record)
  }

  /// Leaves an orphan behind. Entries queued just before have seen the heap running: if there are any
  /// the thread takes the heap back to merge them, unless somebody else has it.
  private func leaveHeap() {
    let heap = record.pointee.heap
    while true {
      heap.endRunning(HeapState.orphan)
      guard racer_load_seqcst_u32(heap.mergeCountAddress) != 0 else { return }
      var state = HeapState.orphan
      guard racer_cas_acqrel_u32(heap.stateAddress, &state, HeapState.running) else { return }
      mergeOwnQueue()
      drainReleases()
    }
  }

  /// The heap of a thread that never ran.
  private func surrenderHeap() {
    if Scheduler.mode == .free { record.pointee.heap.endRunning(HeapState.orphan) }
  }
}

/// Runs first when a thread ends, attached: gives up what is the thread's own.
nonisolated(unsafe) package var threadExitHook: (@convention(thin) (ThreadState) -> Void)?

/// An OS thread's life.
private func runThread(_ raw: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
  let thread = ThreadState(raw)
  thread.bindToOSThread()
  thread.attach()
  thread.prepareRegisterStack()
  let entry = UnsafeRawPointer(bitPattern: thread.record.pointee.scheduling.entry).unsafelyUnwrapped
  let argument = thread.record.pointee.scheduling.argument
  let completion = UnsafeRawPointer(bitPattern: thread.record.pointee.scheduling.completion)
  unsafeBitCast(entry, to: ThreadEntry.self)(thread, argument)
  thread.finishThread()
  if let completion { unsafeBitCast(completion, to: ThreadCompletion.self)(argument) }
  return nil
}

// MARK: Solo mode

extension ThreadState {
  /// One-way: from now on locks, sequences and epochs are used. The caller is the solo thread, at a
  /// point where no commit is open. In GIL mode nothing changes.
  package func leaveSoloMode() {
    assertNoLockHeld()
    guard Scheduler.mode == .free, !isShared else { return }
    racer_store_release_u32(processWord(RACER_SHARED), 1)
    record.pointee.isShared = 1
  }

  /// The same, asked for by a thread that just came in.
  fileprivate func askToLeaveSoloMode() {
    guard Scheduler.mode == .free, racer_load_acquire_u32(processWord(RACER_SHARED)) == 0 else {
      record.pointee.isShared = Scheduler.mode == .free ? 1 : 0
      return
    }
    record.pointee.isShared = 1
    stopTheWorld {
      racer_store_release_u32(processWord(RACER_SHARED), 1)
      forEachThreadInStop { $0.record.pointee.isShared = 1 }
    }
  }
}
