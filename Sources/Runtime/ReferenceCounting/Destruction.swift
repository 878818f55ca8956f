// The death of an object: finalizer, weak references, contents, stores, memory.
//
// Nested deaths do not recurse on the native stack: while one object is being taken apart, others
// that reach zero are pushed on the thread's pending stack, and the outermost `destroy` works it off.
// Code that a finalizer or a weak reference's callback runs starts a fresh destruction of its own,
// so that objects die promptly there too.
//
// A finalizer sees an object with count one. If it made new references to it, the object lives on
// and its finalizer never runs again (PEP 442). The temporary count is an ordinary one, given up by
// the ordinary rules, so a reader that takes another meanwhile is no danger (gh-127582).

import CRuntime

/// Called for an object at count zero that weak references were made to: clears them and calls back.
package typealias WeakReferenceHook = @convention(thin) (ThreadState, Reference) -> Void
nonisolated(unsafe) package var weakReferenceHook: WeakReferenceHook?

extension ThreadState {
  /// Destroys an object whose count is zero.
  @inline(never) func destroy(_ reference: Reference) {
    let type = reference.type
    if type.isExactly(.str) {
      if StringObject(Value(reference)).isExternal { return destroyLeaf(reference) }
      return free(reference)
    }
    if holdsNoReferences(reference) { return destroyLeaf(reference) }
    destroyContainer(reference)
  }

  @inline(never) private func destroyContainer(_ reference: Reference) {
    if record.pointee.isDestroying != 0 {
      record.pointee.pendingReleases.append(Value(uncounted: reference))
      return
    }
    let base = record.pointee.pendingReleases.count
    record.pointee.isDestroying = 1
    destroyOne(reference)
    if record.pointee.pendingReleases.count > base { drainReleases(above: base) }
    record.pointee.isDestroying = 0
  }

  /// A float, a string, an int: its death leads to no other.
  @inline(__always) private func holdsNoReferences(_ reference: Reference) -> Bool {
    let type = reference.type
    return type.body.pointee.flags & (TypeFlags.isContainer | TypeFlags.isHeapType) == 0
      && type.slot(.finalize) == nil
      && reference.collectorBits & CollectorBits.weaklyReferenced == 0
  }

  @inline(never) private func destroyLeaf(_ reference: Reference) {
    if let dispose = reference.type.body.pointee.dispose {
      unsafeBitCast(dispose, to: DisposeFunction.self)(self, reference)
    }
    free(reference)
  }

  /// One object's death; `isDestroying` is set.
  @inline(__always) func destroyOne(_ reference: Reference) {
    let type = reference.type
    if type.isExactly(.tuple) { return destroyTuple(reference) }
    if type.isExactly(.list) { return destroyList(reference) }
    if type.slot(.finalize) != nil, !finalize(reference, type) { return }
    if reference.collectorBits & CollectorBits.weaklyReferenced != 0 {
      runOutside { weakReferenceHook?(self, reference) }
    }
    var visitor = ReferenceVisitor(context: record) { slot, isCounted, context in
      // Zero: the object died before it was complete.
      if isCounted, slot.pointee != 0 { ThreadState(context).release(Value(bits: slot.pointee)) }
    }
    let base = record.pointee.pendingReleases.count
    visitReferences(of: reference, &visitor)
    // The stack's top dies first: as in CPython, fields in their order, items from the last one.
    if record.pointee.pendingReleases.count > base + 1,
      type.body.pointee.flags & (TypeFlags.listSubclass | TypeFlags.tupleSubclass) == 0
    {
      record.pointee.pendingReleases.reverse(from: base)
    }
    disposeStores(of: reference)
    free(reference)
  }

  /// A tuple has items and nothing else: no finalizer, no weak references. Items that are containers
  /// die from the last one on.
  @inline(__always) private func destroyTuple(_ reference: Reference) {
    let tuple = TupleObject(Value(reference))
    let items = tuple.items
    for index in 0..<tuple.count where items[index].bits != 0 { release(items[index]) }
    free(reference)
  }

  /// As `destroyTuple`.
  @inline(never) private func destroyList(_ reference: Reference) {
    let list = ListObject(Value(reference))
    let items = list.store.items.asValue
    for index in 0..<list.count { release(items[index]) }
    ListObject.dispose(self, reference)
    free(reference)
  }

  /// Runs the finalizer unless it ran before. False if the object lives on.
  @inline(never) private func finalize(_ reference: Reference, _ type: TypeObject) -> Bool {
    if reference.collectorBits & CollectorBits.finalised != 0 { return true }
    guard let code = type.slot(.finalize) else { return true }
    reference.setCollectorBits(CollectorBits.finalised | CollectorBits.dying)
    takeFinalizerCount(reference)
    runOutside { unsafeBitCast(code, to: FinalizeFunction.self)(self, Value(reference)) }
    reference.clearCollectorBits(CollectorBits.dying)
    return dropFinalizerCount(reference)
  }

  private func takeFinalizerCount(_ reference: Reference) {
    if UInt32(truncatingIfNeeded: reference.bias >> 32) == owner {
      reference.storeBias(reference.bias &+ 1)
    } else {
      _ = racer_add_acqrel_u32(reference.sharedAddress, SharedWord.one)
    }
  }

  /// True if the finalizer's was the only count.
  private func dropFinalizerCount(_ reference: Reference) -> Bool {
    let bias = reference.bias
    guard UInt32(truncatingIfNeeded: bias >> 32) == owner else {
      return dropShared(reference)
    }
    reference.storeBias(bias &- 1)
    guard UInt32(truncatingIfNeeded: bias) == 1 else { return false }
    return racer_load_acquire_u32(reference.sharedAddress) == SharedWord.fresh
      || mergeLocalZero(reference)
  }

  /// Runs code that may do anything, in the midst of a destruction. The exception in flight is kept.
  private func runOutside(_ body: () -> Void) {
    let isDestroying = record.pointee.isDestroying
    let exception = record.pointee.exception
    record.pointee.isDestroying = 0
    record.pointee.exception = .unbound
    body()
    record.pointee.isDestroying = isDestroying
    record.pointee.exception = exception
  }
}
