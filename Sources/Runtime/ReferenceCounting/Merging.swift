// Merging: a thread that gives up counts of a foreign object can't know the owner's share. At shared
// count zero it hands its count to the owner's heap, which adds its own share in (PEP 703).
//
// Who queues: push under the queue's mutex; fence(seq-cst); look at the heap's state. Running: set
// MERGE in its thread's `pending`. Idle or orphan: claim the heap and merge in its thread's place
// (R2). Who stops running a heap: store the state; fence(seq-cst); look at the queue. One of the
// two sees the other, so no entry is forgotten. A claimer looks at the queue once more after giving
// the claim back, for those who saw the claim and went away.
//
// `bias` is written by who runs the heap or holds its claim; the compare-and-swaps of `state` order
// these after each other.

import CRuntime

extension ThreadState {
  /// Hands a count to the object's heap. The state is `queued`, so this happens once an object.
  @inline(never) func queueForMerge(_ reference: Reference) {
    let heap = Page.descriptor(ofObject: reference.bits).owningHeap
    yieldPoint()
    RawMutex.lock(heap.mergeMutex)
    heap.mergeQueue.pointee.append(Value(reference))
    racer_store_relaxed_u32(heap.mergeCountAddress, UInt32(heap.mergeQueue.pointee.count))
    RawMutex.unlock(heap.mergeMutex)
    racer_fence_seqcst()
    yieldPoint()
    let state = racer_load_seqcst_u32(heap.stateAddress)
    if state == HeapState.running {
      UnsafeMutablePointer<ThreadRecord>(bitPattern: racer_load_acquire_word(heap.runnerAddress))?
        .setPending(PendingReasons.merge)
    } else {
      mergeInPlaceOfThread(heap)
    }
  }

  /// Merges the queue of a heap that nobody runs, if that can be claimed.
  func mergeInPlaceOfThread(_ heap: UnsafeMutablePointer<Heap>) {
    let base = record.pointee.pendingReleases.count
    while racer_load_seqcst_u32(heap.mergeCountAddress) != 0, heap.claim() {
      yieldPoint()
      mergeQueue(of: heap)
      yieldPoint()
      heap.endClaim()
      racer_fence_seqcst()
    }
    // The claim is given back: now the destructors may run.
    destroyPending(above: base)
  }

  /// The safepoint's part: the thread's own heap.
  func mergeOwnQueue() {
    let heap = record.pointee.heap
    guard racer_load_seqcst_u32(heap.mergeCountAddress) != 0 else { return }
    let base = record.pointee.pendingReleases.count
    mergeQueue(of: heap)
    destroyPending(above: base)
  }

  /// In a stop: merges the queues of all heaps. What reaches zero is left on the pending stack.
  package func mergeAllQueuesInStop() {
    var heap = Heap.first
    while let current = heap {
      mergeQueue(of: current)
      heap = current.pointee.next
    }
  }

  private func destroyPending(above base: Int) {
    if record.pointee.isDestroying != 0 { return }
    record.pointee.isDestroying = 1
    drainReleases(above: base)
    record.pointee.isDestroying = 0
  }

  /// Objects that reach zero are pushed on the pending stack.
  private func mergeQueue(of heap: UnsafeMutablePointer<Heap>) {
    while true {
      RawMutex.lock(heap.mergeMutex)
      let next = heap.mergeQueue.pointee.popLast()
      racer_store_relaxed_u32(heap.mergeCountAddress, UInt32(heap.mergeQueue.pointee.count))
      RawMutex.unlock(heap.mergeMutex)
      guard let next else { return }
      if merge(next.reference, extra: -1) {
        record.pointee.pendingReleases.append(Value(uncounted: next.reference))
      }
    }
  }

  /// Adds the owner's share to the shared count, for who runs or claims the heap, or in a stop. True
  /// if no count is left.
  func merge(_ reference: Reference, extra: Int32) -> Bool {
    let bias = reference.bias
    let local = UInt32(truncatingIfNeeded: bias)
    if local == Header.immortalLocal { return false }
    yieldPoint()
    reference.storeBias(0)
    yieldPoint()
    let address = reference.sharedAddress
    var word = racer_load_relaxed_u32(address)
    while true {
      let shared = SharedWord(word)
      let flags = shared.bits & 15 | SharedWord.merged
      let sum = Int(shared.count) + Int(local) + Int(extra)
      var next = SharedWord(count: Int32(truncatingIfNeeded: sum), flags: flags)
      if shared.isSaturated || abs(sum) >= Int(SharedWord.saturation) {
        next = SharedWord(flags).stuck
      }
      if racer_cas_acqrel_u32(address, &word, next.bits) { return next.bits == SharedWord.merged }
    }
  }
}

extension UnsafeMutablePointer where Pointee == Heap {
  /// Claims a heap that nobody runs.
  func claim() -> Bool {
    var state = racer_load_relaxed_u32(stateAddress)
    while state == HeapState.idle || state == HeapState.orphan {
      if racer_cas_acqrel_u32(stateAddress, &state, state | HeapState.claimed) { return true }
    }
    return false
  }

  func endClaim() {
    let state = racer_load_relaxed_u32(stateAddress)
    let before = racer_exchange_acqrel_u32(stateAddress, state & 3)
    if before & HeapState.awaited != 0 { racer_futex_wake(stateAddress, UInt32.max) }
  }

  /// Idle → running, for the heap's thread. Waits until a claim ends.
  func beginRunning() {
    while true {
      var state = HeapState.idle
      if racer_cas_acqrel_u32(stateAddress, &state, HeapState.running) { break }
      if state & HeapState.awaited == 0 {
        let awaited = state | HeapState.awaited
        if state & HeapState.claimed == 0
          || !racer_cas_acqrel_u32(stateAddress, &state, awaited)
        {
          continue
        }
        state = awaited
      }
      _ = racer_futex_wait(stateAddress, state, -1)
    }
    racer_fence_seqcst()
  }

  /// Running → idle or orphan. The caller then looks at the merge queue.
  func endRunning(_ state: UInt32) {
    racer_store_seqcst_u32(stateAddress, state)
    racer_fence_seqcst()
  }
}
