// Tracebacks: one light record for each frame that an exception passed, outermost first.
//
// The unwinder adds a record with the code object and the failing word; line and columns are looked
// up when somebody asks. The frame object is made on demand only.

import CRuntime

package struct TracebackBody {
  package var header: Header
  /// The record one call further in, or None.
  package var next: Value
  package var code: Value
  /// Dict of the function's globals, or None.
  package var globals: Value
  /// The frame object where one was made, else unbound.
  package var frame: Value
  /// What the frame's `self` parameter held, for suggestions, or unbound.
  package var receiver: Value
  package var wordIndex: Int32
  /// Line given by a script, or 0: ask the code.
  package var line: Int32
}

/// A traceback, borrowed.
package struct TracebackObject {
  package let body: UnsafeMutablePointer<TracebackBody>
  /// The value must be a traceback.
  @inline(__always) package init(_ value: Value) {
    body = value.reference.body(TracebackBody.self)
  }
  @inline(__always) package var value: Value { Value(Reference(UnsafeMutableRawPointer(body))) }
}

extension ThreadState {
  /// Puts a record before an exception's traceback: called for each frame as it is unwound. All
  /// values are borrowed. A failing allocation leaves the traceback shorter.
  @inline(never) package func addTraceback(
    _ exception: Value, code: Value, wordIndex: Int, globals: Value = .none,
    receiver: Value = .unbound, frame: Value = .unbound
  ) {
    guard exception.isReference else { return }
    let field = ExceptionObject(exception).body
    let next = loadField(exception.reference, &field.pointee.traceback)
    let saved = takeException()
    do throws(Raised) {
      let record = try TracebackObject.make(
        self, next: next, code: code, wordIndex: wordIndex, globals: globals, receiver: receiver,
        frame: frame)
      storeField(exception.reference, &field.pointee.traceback, record)
      release(record)
    } catch { clearException() }
    record.pointee.exception = saved
    release(next)
  }
}

extension ThreadState {
  /// Adds the record of a window that the exception in flight leaves.
  func addTraceback(_ frame: Frame, code: CodeObject, wordIndex: Int) {
    var receiver = Value.unbound
    if code.body.pointee.positionalCount > 0, code.blueprint.localNames.first == "self" {
      receiver = Value(bits: frame.registers[0])
      if receiver.isExactly(.cell) { receiver = .unbound }
    }
    addTraceback(
      record.pointee.exception, code: code.value, wordIndex: wordIndex,
      globals: frame.function.globals.value, receiver: receiver)
  }
}

extension TracebackObject {
  package static func make(
    _ thread: ThreadState, next: Value, code: Value, wordIndex: Int, globals: Value = .none,
    receiver: Value = .unbound, frame: Value = .unbound, line: Int = 0
  ) throws(Raised) -> Value {
    let body = try thread.allocate(TypeObject(.traceback), TracebackBody.self)
    body.pointee.next = thread.retain(next)
    body.pointee.code = thread.retain(code)
    body.pointee.globals = thread.retain(globals)
    body.pointee.receiver = thread.retain(receiver)
    body.pointee.frame = thread.retain(frame)
    body.pointee.wordIndex = Int32(truncatingIfNeeded: wordIndex)
    body.pointee.line = Int32(truncatingIfNeeded: line)
    return Value(Reference(UnsafeMutableRawPointer(body)))
  }

  package static let definition = TypeDefinition(
    name: "traceback", size: MemoryLayout<TracebackBody>.size, flags: TypeFlags.isContainer,
    doc: "One frame that an exception passed.", slots: [.new(new)],
    methods: [Method("__dir__()", dir, "")],
    getters: [
      Getter("tb_frame", getFrame, ""),
      Getter("tb_lasti", getLastInstruction, ""),
      Getter("tb_lineno", getLine, ""),
      Getter("tb_next", getNext, set: setNext, ""),
    ],
    visit: visit)

  static func visit(_ reference: Reference, _ visitor: inout ReferenceVisitor) {
    let body = reference.body(TracebackBody.self)
    visitor.counted(&body.pointee.next)
    visitor.counted(&body.pointee.code)
    visitor.counted(&body.pointee.globals)
    visitor.counted(&body.pointee.frame)
    visitor.counted(&body.pointee.receiver)
  }

  /// The line that the frame was at.
  package var line: Int {
    if body.pointee.line != 0 { return Int(body.pointee.line) }
    return Int(
      CodeObject(body.pointee.code).position(ofWord: Int(body.pointee.wordIndex)).line)
  }

  static func new(thread: ThreadState, type: Value, arguments: Arguments) throws(Raised) -> Value {
    let bound = try BoundArguments(
      thread, arguments, "traceback(tb_next, tb_frame, tb_lasti, tb_lineno)")
    guard bound[0].isNone || bound[0].isExactly(.traceback) else {
      throw thread.raise(
        .typeError, "expected traceback object or None, got '\(bound[0].type.nameText)'")
    }
    guard bound[1].isExactly(.frame) else {
      throw thread.raise(
        .typeError,
        "traceback() argument 'tb_frame' must be frame, not \(bound[1].type.nameText)")
    }
    let code = try thread.getAttribute(bound[1], "f_code")
    defer { thread.release(code) }
    let globals = try thread.getAttribute(bound[1], "f_globals")
    defer { thread.release(globals) }
    return try make(
      thread, next: bound[0], code: code, wordIndex: thread.index(bound[2]) / 2, globals: globals,
      frame: bound[1], line: thread.index(bound[3]))
  }

  static func dir(thread: ThreadState, self traceback: Value) throws(Raised) -> Value {
    let list = try ListObject.make(thread, capacity: 4)
    for name in ["tb_frame", "tb_next", "tb_lasti", "tb_lineno"] {
      let text = try thread.string(name)
      try list.appendOwned(thread, text)
    }
    return list.value
  }

  /// The frame object; made with the first question, then kept.
  static func getFrame(thread: ThreadState, self traceback: Value) throws(Raised) -> Value {
    let body = TracebackObject(traceback).body
    let known = thread.loadField(traceback.reference, &body.pointee.frame)
    if !known.isUnbound { return known }
    let frame = try BuiltinHooks.makeFrame(
      thread, body.pointee.code, body.pointee.globals, Int(body.pointee.wordIndex))
    thread.storeField(traceback.reference, &body.pointee.frame, frame)
    return frame
  }

  /// Two per word, as `co_positions` counts.
  static func getLastInstruction(thread: ThreadState, self traceback: Value) throws(Raised)
    -> Value
  {
    Value(small: Int(TracebackObject(traceback).body.pointee.wordIndex) * 2)
  }

  static func getLine(thread: ThreadState, self traceback: Value) throws(Raised) -> Value {
    Value(small: TracebackObject(traceback).line)
  }

  static func getNext(thread: ThreadState, self traceback: Value) throws(Raised) -> Value {
    thread.loadField(traceback.reference, &TracebackObject(traceback).body.pointee.next)
  }

  static func setNext(thread: ThreadState, self traceback: Value, value: Value) throws(Raised) {
    if value.isUnbound { throw thread.raise(.typeError, "can't delete tb_next attribute") }
    guard value.isNone || value.isExactly(.traceback) else {
      throw thread.raise(
        .typeError, "expected traceback object, got '\(value.type.nameText)'")
    }
    var cursor = value
    while cursor.isReference {
      if cursor.isIdentical(to: traceback) {
        throw thread.raise(.valueError, "traceback loop detected")
      }
      cursor = TracebackObject(cursor).body.pointee.next
    }
    thread.storeField(
      traceback.reference, &TracebackObject(traceback).body.pointee.next, value)
  }
}
