// What the printer needs to know about an exception, captured from the objects. Whatever Python
// code raises meanwhile is replaced by a remark.

final class ExceptionPicture {
  var typeName = ""
  var message = ""
  var notes: [String] = []
  var frames: [FramePicture] = []
  var syntax: SyntaxPicture?
  var cause: ExceptionPicture?
  var context: ExceptionPicture?
  var suppressesContext = false
  var members: [ExceptionPicture]?

  /// Our own Python for what is native in CPython, whose frames nobody expects.
  fileprivate static let hiddenFiles: Set<String> = ["<racer io>", "<racer warnings>"]

  /// Pictures of the exception and of all that it leads to.
  static func take(_ thread: ThreadState, _ exception: Value) -> ExceptionPicture {
    var taker = PictureTaker(thread)
    defer { taker.releaseHeld() }
    return taker.takeAll(exception)
  }
}

private struct PictureTaker {
  let thread: ThreadState
  private var seen: Set<UInt> = []
  private var sources: [String: [String]] = [:]
  /// What was loaded from the objects, kept until all is captured: other threads may be changing
  /// the links.
  private var held: [Value] = []

  /// `sys.tracebacklimit`: at most so many frames, the latest ones.
  private let frameLimit: Int

  init(_ thread: ThreadState) {
    self.thread = thread
    let limit = BuiltinHooks.systemAttribute(thread, "tracebacklimit")
    defer { thread.release(limit) }
    frameLimit = limit.isSmallInteger ? max(0, limit.smallInteger) : Int.max
  }

  func releaseHeld() {
    for value in held { thread.release(value) }
  }

  private mutating func load(_ object: Value, _ field: UnsafeMutablePointer<Value>) -> Value {
    let value = thread.loadField(object.reference, field)
    held.append(value)
    return value
  }

  mutating func takeAll(_ exception: Value) -> ExceptionPicture {
    let outermost = takeOne(exception)
    var queue = [(outermost, exception)]
    while let (picture, value) = queue.popLast() {
      guard isException(value) else { continue }
      let body = ExceptionObject(value).body
      let cause = load(value, &body.pointee.cause)
      if let linked = takeUnseen(cause) {
        picture.cause = linked
        queue.append((linked, cause))
      }
      let context = load(value, &body.pointee.context)
      let needsContext = picture.cause == nil && !picture.suppressesContext
      if needsContext, let linked = takeUnseen(context) {
        picture.context = linked
        queue.append((linked, context))
      }
      if value.type.isSubtype(of: .baseExceptionGroup) {
        let members = TupleObject(
          ExceptionObject(value).field(ExceptionGroupObject.exceptions).pointee)
        var pictures: [ExceptionPicture] = []
        for index in 0..<members.count {
          let member = takeOne(members[index])
          pictures.append(member)
          queue.append((member, members[index]))
        }
        picture.members = pictures
      }
    }
    return outermost
  }

  private func isException(_ value: Value) -> Bool {
    value.isInstance(TypeFlags.exceptionSubclass)
  }

  private mutating func takeUnseen(_ value: Value) -> ExceptionPicture? {
    guard isException(value), !seen.contains(value.reference.bits) else { return nil }
    return takeOne(value)
  }

  private mutating func takeOne(_ exception: Value) -> ExceptionPicture {
    let picture = ExceptionPicture()
    picture.typeName = typeName(exception.type)
    picture.message = safeText(exception, "exception")
    guard isException(exception) else { return picture }
    seen.insert(exception.reference.bits)
    let body = ExceptionObject(exception).body
    let own = load(exception, &body.pointee.traceback)
    picture.frames = frames(own)
    picture.suppressesContext = ExceptionObject(exception).suppressesContext
    picture.notes = notes(exception)
    if exception.type.isSubtype(of: .syntaxError) {
      picture.syntax = syntax(exception)
    } else {
      picture.message += Suggestions.text(thread, exception, traceback: own)
    }
    return picture
  }

  // MARK: Names and texts

  private func typeName(_ type: TypeObject) -> String {
    let name = attributeText(type.value, .__qualname__) ?? type.nameText
    guard let module = attributeText(type.value, .__module__) else { return "<unknown>.\(name)" }
    return module == "__main__" || module == "builtins" ? name : "\(module).\(name)"
  }

  private func attributeText(_ object: Value, _ name: WellKnownName) -> String? {
    let value: Value
    do throws(Raised) { value = try thread.getAttribute(object, .name(name)) } catch {
      thread.clearException()
      return nil
    }
    defer { thread.release(value) }
    return value.isInstance(TypeFlags.stringSubclass) ? StringObject(value).text : nil
  }

  private func safeText(_ value: Value, _ what: String) -> String {
    do throws(Raised) { return try thread.text(value) } catch {
      thread.clearException()
      return "<\(what) str() failed>"
    }
  }

  private func safeRepr(_ value: Value, _ what: String) -> String {
    do throws(Raised) { return try thread.reprText(value) } catch {
      thread.clearException()
      return "<\(what) repr() failed>"
    }
  }

  private func notes(_ exception: Value) -> [String] {
    let notes: Value
    do throws(Raised) {
      notes = try thread.getOptionalAttribute(exception, .name(.__notes__))
    } catch {
      let failure = thread.takeException()
      defer { thread.release(failure) }
      return ["Ignored error getting __notes__: \(safeRepr(failure, "__notes__"))"]
    }
    defer { thread.release(notes) }
    if notes.isUnbound || notes.isNone { return [] }
    guard notes.isInstance(TypeFlags.listSubclass) || notes.isInstance(TypeFlags.tupleSubclass)
    else { return [safeRepr(notes, "__notes__")] }
    var texts: [String] = []
    do throws(Raised) {
      try thread.forEach(notes) { (note: Value) throws(Raised) -> Bool in
        texts.append(safeText(note, "note"))
        return true
      }
    } catch { thread.clearException() }
    return texts
  }

  // MARK: Frames

  private mutating func frames(_ traceback: Value) -> [FramePicture] {
    var frames: [FramePicture] = []
    var current = traceback
    while current.isReference {
      let object = TracebackObject(current)
      let frame = frame(object)
      if !ExceptionPicture.hiddenFiles.contains(frame.filename) { frames.append(frame) }
      current = load(current, &object.body.pointee.next)
    }
    return frames.suffix(frameLimit)
  }

  private mutating func frame(_ traceback: TracebackObject) -> FramePicture {
    let code = CodeObject(traceback.body.pointee.code)
    let position = code.position(ofWord: Int(traceback.body.pointee.wordIndex))
    let line = position.line > 0 ? Int(position.line) : traceback.line
    let endLine = max(line, Int(position.endLine))
    let filename = StringObject(code.filename).text
    return FramePicture(
      filename: filename, name: StringObject(code.functionName).text, line: line, endLine: endLine,
      column: Int(position.column), endColumn: Int(position.endColumn),
      source: source(filename, code, line...endLine))
  }

  private mutating func source(_ filename: String, _ code: CodeObject, _ range: ClosedRange<Int>)
    -> [String]
  {
    var known = SourceLines.lines(of: code.blueprint)
    if known == nil {
      if sources[filename] == nil { sources[filename] = SourceLines.lines(of: filename) }
      known = sources[filename]
    }
    guard let lines = known, range.lowerBound > 0, range.upperBound <= lines.count
    else { return [] }
    return lines[(range.lowerBound - 1)..<range.upperBound].map(TextLines.trimmingEnd)
  }

  // MARK: SyntaxError

  private func syntax(_ exception: Value) -> SyntaxPicture {
    func field<Result>(_ index: Int, _ convert: (Value) -> Result?) -> Result? {
      let value = ExceptionField.get(thread, exception, index)
      defer { thread.release(value) }
      return value.isNone ? nil : convert(value)
    }
    func text(_ index: Int) -> String? { field(index) { safeText($0, "exception") } }
    func number(_ index: Int) -> Int? {
      field(index) { $0.isSmallInteger ? $0.smallInteger : nil }
    }
    return SyntaxPicture(
      message: text(SyntaxErrorObject.message) ?? "",
      filename: text(SyntaxErrorObject.filename), line: number(SyntaxErrorObject.line),
      lineText: text(SyntaxErrorObject.line), endLineText: text(SyntaxErrorObject.endLine),
      offset: number(SyntaxErrorObject.offset), endOffset: number(SyntaxErrorObject.endOffset),
      text: text(SyntaxErrorObject.text))
  }
}
