// Forking: in a stop, with every process-wide mutex held, so that the child finds nothing half done
// (concurrency.md R6). The child has one thread; the others' heaps become orphans, their records
// free; what they waited for is forgotten.

import CRuntime
import Glibc

extension ThreadState {
  /// `fork()`: the child's answer is 0, -1 means failure.
  package func forkProcess() -> Int32 {
    beginStop()
    lockForFork()
    let child = fork()
    unlockAfterFork(isChild: child == 0)
    if child == 0 { takeOverInChild() }
    endStop()
    return child
  }

  private func lockForFork() {
    RawMutex.lock(ThreadRegistry.mutex)
    RawMutex.lock(Heap.mutex)
    RawMutex.lock(processWord(RACER_LIMBO_MUTEX))
    RawMutex.lock(processWord(RACER_LOCALS_MUTEX))
    Region.objects.lockForFork()
    Region.stores.lockForFork()
    ParkingLot.lockAllForFork()
  }

  private func unlockAfterFork(isChild: Bool) {
    ParkingLot.unlockAllAfterFork(forgetWaiters: isChild)
    Region.stores.unlockAfterFork()
    Region.objects.unlockAfterFork()
    RawMutex.unlock(processWord(RACER_LOCALS_MUTEX))
    RawMutex.unlock(processWord(RACER_LIMBO_MUTEX))
    RawMutex.unlock(Heap.mutex)
    RawMutex.unlock(ThreadRegistry.mutex)
  }

  private func takeOverInChild() {
    record.pointee.scheduling.ident = racer_thread_ident()
    record.pointee.scheduling.nativeIdent = racer_native_thread_id()
    if !record.pointee.scheduling.isMain { racer_unblock_signals() }
    record.pointee.scheduling.isMain = true
    Signals.deliver(to: self)
    ProcessMutex.freeAllInChild()
    racer_forget_snapshots()
    ThreadRegistry.forEach { other in
      if other == record { return }
      if Scheduler.mode == .free {
        racer_store_release_u32(other.pointee.heap.stateAddress, HeapState.orphan)
      }
      ByteLock.releaseHandedOver(to: other)
      other.pointee.scheduling.isMain = false
      racer_store_release_u64(other.epochAddress, 0)
      racer_store_release_u32(other.runStateAddress, RunState.free)
    }
  }
}
