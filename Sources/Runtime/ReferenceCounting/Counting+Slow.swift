// The halves of retain and release that leave the owner's fast path.

import CRuntime

extension ThreadState {
  /// A count by a thread that does not own the object. Relaxed: the caller already holds a reference.
  @usableFromInline @inline(never) package func retainShared(_ reference: Reference) {
    _ = racer_add_relaxed_u32(reference.sharedAddress, 1)
  }

  /// The owner's local count reached zero.
  @usableFromInline @inline(never) package func releaseLast(_ reference: Reference) {
    destroy(reference)
  }

  /// A release by a thread that does not own the object.
  @usableFromInline @inline(never) package func releaseShared(_ reference: Reference) {
    _ = racer_add_acqrel_u32(reference.sharedAddress, UInt32.max)
  }

  /// Puts a value's release off until the locks are free: to the next `drainReleases`.
  package func releaseLater(_ value: Value) {
    if value.isCounted { record.pointee.pendingReleases.append(value) }
  }

  /// Releases what `releaseLater` put aside. The caller holds no lock.
  package func drainReleases() {
    while let value = record.pointee.pendingReleases.popLast() { release(value) }
  }

  /// Destroys an object whose count is zero: finalizer, weak references, contents, memory.
  func destroy(_ reference: Reference) {
    let type = reference.type
    if let dispose = type.body.pointee.dispose {
      unsafeBitCast(dispose, to: DisposeFunction.self)(self, reference)
    }
    if let visit = type.body.pointee.visit {
      var visitor = ReferenceVisitor(context: record) { slot, isCounted, context in
        guard isCounted else { return }
        let thread = ThreadState(UnsafeMutableRawPointer(context))
        thread.releaseLater(Value(bits: slot.pointee))
      }
      unsafeBitCast(visit, to: VisitFunction.self)(reference, &visitor)
    }
    free(reference)
    drainReleases()
  }
}
