// Finalizers at the process's end: objects that are still alive get theirs, so that files are written
// out, `finally` clauses of suspended generators run, and `__del__` is called, as in CPython.
//
// Nothing is taken apart: globals stay as they are, and the memory goes with the process. An object
// comes before those that it holds (a text file before its buffer), those that are globals of the
// main module first. Classes, functions and modules are not looked into: through them everything holds
// everything.
//
// What a daemon thread was using is left alone. Which objects those are is not told apart: with such a
// thread there are no finalizers, which is what CPython comes to for all that a thread's frames reach.

import CRuntime

extension ThreadState {
  /// Runs the finalizers of all objects; false if there are none. Finalization has begun.
  package func runLastFinalizers(globals: DictObject?) -> Bool {
    guard ThreadState.otherThreadCount == 0 else { return false }
    mergeOwnQueue()
    drainReleases()
    var objects = finalizable()
    if objects.isEmpty { return false }
    if objects.count > 1 { order(&objects, globals) }
    for object in objects { runLastFinalizer(object) }
    for object in objects { release(object) }
    return true
  }

  /// Objects with a finalizer that has not run, held.
  private func finalizable() -> [Value] {
    var found: [Value] = []
    Heap.forEachObjectPage { page in
      if page.pointee.kind != PageKind.container { return }
      Heap.forEachObject(on: page) { reference in
        if reference.type.slot(.finalize) != nil,
          reference.collectorBits & CollectorBits.finalised == 0, hasWork(reference)
        {
          found.append(Value(reference))
        }
      }
    }
    for value in found { retain(value) }
    return found
  }

  /// Most generators have ended, or never began.
  private func hasWork(_ reference: Reference) -> Bool {
    !reference.type.isExactly(.generator)
      || GeneratorObject(Value(reference)).state == GeneratorObject.State.suspended
  }

  private func order(_ objects: inout [Value], _ globals: DictObject?) {
    let all = Set(objects.map(\.bits))
    let inner = held(by: objects, all)
    var first: [Value] = []
    var placed: Set<UInt> = []
    var position = 0
    while let globals, let (key, value) = globals.next(&position, self) {
      release(key)
      release(value)
      if all.contains(value.bits), placed.insert(value.bits).inserted { first.append(value) }
    }
    first += objects.filter { !placed.contains($0.bits) }
    objects = first.filter { !inner.contains($0.bits) } + first.filter { inner.contains($0.bits) }
  }

  /// Which of the objects are held by another one of them, directly or not.
  private func held(by objects: [Value], _ all: Set<UInt>) -> Set<UInt> {
    var inner: Set<UInt> = []
    var seen: Set<UInt> = []
    for object in objects where seen.insert(object.bits).inserted {
      var waiting = [object.reference]
      while let next = waiting.popLast() {
        references(of: next) { bits in
          if all.contains(bits), bits != object.bits { inner.insert(bits) }
          if seen.insert(bits).inserted { waiting.append(Reference(bits: bits)) }
        }
      }
    }
    return inner
  }

  private func references(of reference: Reference, _ body: (UInt) -> Void) {
    let flags = reference.type.body.pointee.flags
    if flags & TypeFlags.typeSubclass != 0 || reference.type.isExactly(.function)
      || reference.type.isExactly(.module) || reference.type.isExactly(.frame)
    {
      return
    }
    withoutActuallyEscaping(body) { body in
      withUnsafePointer(to: body) { pointer in
        var visitor = ReferenceVisitor(context: UnsafeMutableRawPointer(mutating: pointer)) {
          slot, _, context in
          let value = Value(bits: slot.pointee)
          if value.bits == 0 || !value.isReference { return }
          context.assumingMemoryBound(to: ((UInt) -> Void).self).pointee(value.reference.bits)
        }
        visitReferences(of: reference, &visitor)
      }
    }
  }

  private func runLastFinalizer(_ object: Value) {
    let reference = object.reference
    guard reference.collectorBits & CollectorBits.finalised == 0,
      let code = reference.type.slot(.finalize)
    else { return }
    reference.setCollectorBits(CollectorBits.finalised)
    unsafeBitCast(code, to: FinalizeFunction.self)(self, object)
    drainReleases()
  }
}
