// Frame objects: a snapshot of a window for `sys._getframe`, tracebacks and generators. Windows
// themselves are no objects; the snapshot holds what a look from outside may ask.

import Bytecode
import CRuntime

package struct FrameBody {
  var header: Header
  var code: Value
  var globals: Value
  /// Dict of the local variables when the snapshot was made.
  var locals: Value
  /// The caller's frame, or None.
  var back: Value
  var wordIndex: Int
}

package enum FrameObject {
  static func body(_ value: Value) -> UnsafeMutablePointer<FrameBody> {
    value.reference.body(FrameBody.self)
  }

  package static let definition = TypeDefinition(
    name: "frame", size: MemoryLayout<FrameBody>.size, flags: TypeFlags.isContainer,
    slots: [.repr(repr)],
    getters: [
      Getter(
        "f_code",
        { (thread, value) throws(Raised) in
          thread.retain(body(value).pointee.code)
        }, "The code that runs in the frame."),
      Getter(
        "f_globals",
        { (thread, value) throws(Raised) in
          thread.retain(body(value).pointee.globals)
        }, "The global names."),
      Getter(
        "f_builtins",
        { (thread, value) throws(Raised) in
          thread.retain(Interpreter.builtinsDictionary)
        }, "The builtin names."),
      Getter(
        "f_locals",
        { (thread, value) throws(Raised) in
          thread.retain(body(value).pointee.locals)
        }, "The local names."),
      Getter(
        "f_back",
        { (thread, value) throws(Raised) in
          thread.retain(body(value).pointee.back)
        }, "The calling frame, or None."),
      Getter(
        "f_lineno",
        { (thread, value) throws(Raised) in
          let body = body(value)
          let position = CodeObject(body.pointee.code).blueprint.lineTable.position(
            ofWord: body.pointee.wordIndex)
          return Value(small: Int(position.line))
        }, "The current line."),
      Getter(
        "f_lasti",
        { (thread, value) throws(Raised) in
          Value(small: body(value).pointee.wordIndex)
        }, "Index of the current instruction."),
      Getter("f_trace", { (thread, value) throws(Raised) in .none }, "The trace function."),
    ],
    visit: { reference, visitor in
      let body = reference.body(FrameBody.self)
      visitor.counted(&body.pointee.code)
      visitor.counted(&body.pointee.globals)
      visitor.counted(&body.pointee.locals)
      visitor.counted(&body.pointee.back)
    })

  static func repr(thread: ThreadState, value: Value) throws(Raised) -> Value {
    let body = body(value)
    let code = CodeObject(body.pointee.code)
    let line = code.blueprint.lineTable.position(ofWord: body.pointee.wordIndex).line
    return try thread.string(
      "<frame at \(thread.addressText(value)), file '\(StringObject(code.body.pointee.filename).text)'"
        + ", line \(line), code \(StringObject(code.body.pointee.name).text)>")
  }

  static func make(
    _ thread: ThreadState, code: Value, globals: Value, locals: Value, back: Value, wordIndex: Int
  ) throws(Raised) -> Value {
    let body = try thread.allocate(TypeObject(.frame), FrameBody.self)
    body.pointee.code = thread.retain(code)
    body.pointee.globals = thread.retain(globals)
    body.pointee.locals = thread.retain(locals)
    body.pointee.back = thread.retain(back)
    body.pointee.wordIndex = wordIndex
    return Value(Reference(UnsafeMutableRawPointer(body)))
  }

  /// The frame `depth` windows out from the running one, with its callers. Raises ValueError.
  package static func running(_ thread: ThreadState, depth: Int) throws(Raised) -> Value {
    var snapshots: [(Frame, UnsafeMutablePointer<UInt64>)] = []
    thread.forEachFrame { frame, pc in
      snapshots.append((frame, pc))
      return true
    }
    guard depth >= 0, depth < snapshots.count else {
      throw thread.raise(.valueError, "call stack is not deep enough")
    }
    var back = Value.none
    for (frame, pc) in snapshots[depth...].reversed() {
      let locals = try locals(thread, frame)
      defer { thread.release(locals) }
      let made = try make(
        thread, code: frame.code.value, globals: frame.function.globals.value, locals: locals,
        back: back, wordIndex: frame.wordIndex(pc))
      thread.release(back)
      back = made
    }
    return back
  }

  /// `gi_frame`: None once the generator is finished.
  static func ofGenerator(_ thread: ThreadState, _ generator: GeneratorObject) throws(Raised)
    -> Value
  {
    let snapshot = generator.snapshot(thread)
    defer { thread.release(snapshot.delegate) }
    guard snapshot.state != GeneratorObject.State.finished else { return .none }
    let function = generator.function
    let code = function.code
    let locals = try DictObject.make(thread)
    defer { thread.release(locals.value) }
    return try make(
      thread, code: code.value, globals: function.globals.value, locals: locals.value,
      back: .none,
      wordIndex: max(0, snapshot.resumeAddress - code.body.pointee.words - 1))
  }

  /// The local variables of a window as a new dict; for module level, the namespace itself. Owned.
  static func locals(_ thread: ThreadState, _ frame: Frame) throws(Raised) -> Value {
    let code = frame.code
    if code.has(.namespace) { return thread.retain(Value(bits: frame.registers[0])) }
    let dictionary = try DictObject.make(thread)
    let blueprint = code.blueprint
    for (index, name) in blueprint.localNames.prefix(blueprint.localCount).enumerated() {
      var value = thread.retain(Value(bits: frame.registers[index]))
      if value.isExactly(.cell) {
        let content = CellObject(value).load(thread)
        thread.release(value)
        value = content
      }
      defer { thread.release(value) }
      if !value.isUnbound && !name.hasPrefix(".") {
        try dictionary.set(thread, thread.intern(name), value)
      }
    }
    let closure = frame.function.body.pointee.closure
    if closure.isReference {
      for (index, name) in blueprint.freeNames.enumerated() {
        let value = CellObject(TupleObject(closure)[index]).load(thread)
        defer { thread.release(value) }
        if !value.isUnbound { try dictionary.set(thread, thread.intern(name), value) }
      }
    }
    return dictionary.value
  }
}
