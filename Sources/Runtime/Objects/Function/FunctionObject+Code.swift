// Replacing `__code__` (in a stop, R6). A frame tells its code by its function, so the frames that run
// the function, and suspended generators, get a copy of it that keeps the old code. That copy stays
// until the program ends.

import CRuntime

extension FunctionObject {
  /// Stores other code. Calls from now on run it; frames that are running go on with theirs.
  func replaceCode(_ thread: ThreadState, _ code: Value) throws(Raised) {
    let copy = try copyForFrames(thread)
    let owned = thread.asUncounted(thread.retain(code))
    let replaced = thread.stopTheWorld {
      let counted = hand(copy)
      racer_store_release_word(slot(\.code), owned.bits)
      racer_store_release_u32(&body.pointee.version, 0)
      return counted
    }
    for _ in 0..<replaced { thread.release(value) }
  }

  /// An immortal function with this one's code, globals, closure and names.
  private func copyForFrames(_ thread: ThreadState) throws(Raised) -> FunctionObject {
    let copy = try FunctionObject.make(
      thread, code: body.pointee.code, globals: body.pointee.globals)
    copy.body.pointee.closure = thread.retain(body.pointee.closure)
    thread.makeImmortal(Reference(UnsafeMutableRawPointer(copy.body)))
    return copy
  }

  /// In a stop: puts the copy in this function's place in all frames. Returns how many counts the
  /// frames held.
  private func hand(_ copy: FunctionObject) -> Int {
    var counted = 0
    let word = Value(uncounted: Reference(UnsafeMutableRawPointer(copy.body)))
    ThreadRegistry.forEach { record in
      ThreadState(record).forEachFrame { frame, _ in
        if frame.functionValue.isIdentical(to: value) {
          if frame.functionValue.isCounted { counted += 1 }
          frame.registers[-1] = word.bits
        }
        return true
      }
    }
    Heap.forEachObject { reference in
      guard reference.type.isExactly(.generator) || reference.type.isExactly(.coroutine) else {
        return
      }
      let generator = reference.body(GeneratorBody.self)
      if generator.pointee.function.isIdentical(to: value) {
        if generator.pointee.function.isCounted { counted += 1 }
        generator.pointee.function = word
      }
    }
    return counted
  }
}
