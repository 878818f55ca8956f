// `sys.stdin`, `sys.stdout`, `sys.stderr` as Python objects over the native streams, and their
// `buffer`, which is the same with bytes for text.

import CRuntime
import Glibc

package struct StandardStreamObjectBody {
  package var header: Header
  var stream: StandardStream
  var isBinary: Bool
}

package struct StandardStreamObject {
  let body: UnsafeMutablePointer<StandardStreamObjectBody>
  /// The value must be one.
  init(_ value: Value) { body = value.reference.body(StandardStreamObjectBody.self) }
  var stream: StandardStream { body.pointee.stream }

  nonisolated(unsafe) private static var typeBits: UInt = 0

  /// Whether `print` may go straight to the native stream.
  @inline(__always) static func isOne(_ value: Value) -> Bool {
    value.isReference && value.reference.header.pointee.type == typeBits
  }

  /// The type; made at start-up.
  package static func prepare(_ thread: ThreadState) throws(Raised) {
    typeBits = try thread.createType(definition).bits
  }

  package static func make(
    _ thread: ThreadState, _ stream: StandardStream, isBinary: Bool = false
  ) throws(Raised) -> Value {
    let body = try thread.allocate(TypeObject(bits: typeBits), StandardStreamObjectBody.self)
    body.pointee.stream = stream
    body.pointee.isBinary = isBinary
    return Value(Reference(UnsafeMutableRawPointer(body)))
  }

  static let definition = TypeDefinition(
    name: "_io.TextIOWrapper", size: MemoryLayout<StandardStreamObjectBody>.size,
    flags: TypeFlags.disallowsInstantiation, doc: "Text over a standard stream.",
    slots: [.repr(repr), .iterate(iterate), .next(next)],
    methods: [
      Method("write(text, /)", write, "Writes a string; returns its length."),
      Method("writelines(lines, /)", writeLines, "Writes each string."),
      Method("flush()", flush, "Writes out the buffer."),
      Method("fileno()", fileNumber, "The descriptor."),
      Method("isatty()", isATerminal, "Whether this is a terminal."),
      Method("readable()", readable, "Whether it can be read."),
      Method("writable()", writable, "Whether it can be written."),
      Method("seekable()", seekable, "Whether it has positions: no."),
      Method("readline(size=-1, /)", readLine, "The next line, with its newline."),
      Method("read(size=-1, /)", read, "All that is left, or so many characters."),
      Method("readlines(hint=-1, /)", readLines, "The remaining lines."),
      Method("close()", close, "Flushes; standard streams stay open."),
      Method("reconfigure(**kwargs)", reconfigure, "Takes and ignores options."),
      Method("__enter__()", enter, ""),
      Method("__exit__(*args)", exit, ""),
    ],
    getters: [
      Getter("name", getName, ""), Getter("mode", getMode, ""),
      Getter("encoding", getEncoding, ""), Getter("errors", getErrors, ""),
      Getter("closed", getClosed, ""), Getter("buffer", getBuffer, ""),
      Getter("line_buffering", getLineBuffering, ""), Getter("newlines", getNewlines, ""),
    ])
}

// MARK: Methods

extension StandardStreamObject {
  private var isInput: Bool { stream.body.pointee.descriptor == 0 }

  private var nameText: String {
    ["<stdin>", "<stdout>", "<stderr>"][Int(stream.body.pointee.descriptor)]
  }

  static func repr(thread: ThreadState, self object: Value) throws(Raised) -> Value {
    let stream = StandardStreamObject(object)
    let mode = stream.isInput ? "r" : "w"
    if stream.body.pointee.isBinary {
      let kind = stream.isInput ? "BufferedReader" : "BufferedWriter"
      return try thread.string("<_io.\(kind) name='\(stream.nameText)'>")
    }
    return try thread.string(
      "<_io.TextIOWrapper name='\(stream.nameText)' mode='\(mode)' encoding='utf-8'>")
  }

  static func iterate(thread: ThreadState, self object: Value) throws(Raised) -> Value {
    thread.retain(object)
  }

  static func next(thread: ThreadState, self object: Value) throws(Raised) -> Value {
    let bytes = try StandardStreamObject(object).stream.readLine(thread)
    return bytes.isEmpty ? .unbound : try result(thread, object, bytes)
  }

  /// What was read as a str, or as bytes from the binary side.
  private static func result(_ thread: ThreadState, _ object: Value, _ bytes: [UInt8])
    throws(Raised) -> Value
  {
    if StandardStreamObject(object).body.pointee.isBinary {
      return try BytesObject.make(thread, bytes)
    }
    return try thread.string(String(decoding: bytes, as: UTF8.self))
  }

  static func write(thread: ThreadState, self object: Value, text: Value) throws(Raised) -> Value {
    let target = StandardStreamObject(object)
    if target.body.pointee.isBinary { return try target.writeBytes(thread, text) }
    guard text.isInstance(TypeFlags.stringSubclass) else {
      throw thread.raise(
        .typeError, "write() argument must be str, not \(text.type.nameText)")
    }
    let string = StringObject(text)
    try thread.checkEncodable(string, text)
    target.stream.lock(thread)
    let sawNewline = target.stream.append(string)
    try target.stream.finish(thread, sawNewline: sawNewline)
    return Value(small: string.count)
  }

  private func writeBytes(_ thread: ThreadState, _ data: Value) throws(Raised) -> Value {
    let bytes = try ByteSource.bytes(thread, data)
    defer { thread.release(bytes) }
    let object = BytesObject(bytes)
    stream.lock(thread)
    stream.append(object.base, count: object.count)
    try stream.finish(thread, sawNewline: object.buffer.contains(10))
    return Value(small: object.count)
  }

  static func writeLines(thread: ThreadState, self object: Value, lines: Value) throws(Raised)
    -> Value
  {
    try thread.forEach(lines) { (line: Value) throws(Raised) -> Bool in
      _ = try write(thread: thread, self: object, text: line)
      return true
    }
    return .none
  }

  static func flush(thread: ThreadState, self object: Value) throws(Raised) -> Value {
    let target = StandardStreamObject(object)
    if target.isInput { return .none }
    target.stream.lock(thread)
    try target.stream.finish(thread, sawNewline: false, flush: true)
    return .none
  }

  static func close(thread: ThreadState, self object: Value) throws(Raised) -> Value {
    try flush(thread: thread, self: object)
  }

  static func reconfigure(thread: ThreadState, self object: Value, arguments: Arguments)
    throws(Raised) -> Value
  {
    .none
  }

  static func fileNumber(thread: ThreadState, self object: Value) throws(Raised) -> Value {
    Value(small: Int(StandardStreamObject(object).stream.body.pointee.descriptor))
  }

  static func isATerminal(thread: ThreadState, self object: Value) throws(Raised) -> Value {
    Value(StandardStreamObject(object).stream.isTerminal)
  }

  static func readable(thread: ThreadState, self object: Value) throws(Raised) -> Value {
    Value(StandardStreamObject(object).isInput)
  }

  static func writable(thread: ThreadState, self object: Value) throws(Raised) -> Value {
    Value(!StandardStreamObject(object).isInput)
  }

  static func seekable(thread: ThreadState, self object: Value) throws(Raised) -> Value { .false }

  static func readLine(thread: ThreadState, self object: Value, size: Value) throws(Raised) -> Value
  {
    try result(thread, object, StandardStreamObject(object).stream.readLine(thread))
  }

  static func read(thread: ThreadState, self object: Value, size: Value) throws(Raised) -> Value {
    let limit = size.isNone ? -1 : try thread.index(size)
    let stream = StandardStreamObject(object).stream
    return try result(thread, object, stream.readAll(thread, limit: limit < 0 ? .max : limit))
  }

  static func readLines(thread: ThreadState, self object: Value, hint: Value) throws(Raised)
    -> Value
  {
    let list = try ListObject.make(thread, capacity: 0)
    while true {
      let line = try next(thread: thread, self: object)
      if line.isUnbound { return list.value }
      try list.appendOwned(thread, line)
    }
  }

  static func enter(thread: ThreadState, self object: Value) throws(Raised) -> Value {
    thread.retain(object)
  }

  static func exit(thread: ThreadState, self object: Value, arguments: Arguments) throws(Raised)
    -> Value
  {
    try flush(thread: thread, self: object)
  }

  // MARK: Attributes

  static func getName(thread: ThreadState, self object: Value) throws(Raised) -> Value {
    try thread.string(StandardStreamObject(object).nameText)
  }
  static func getMode(thread: ThreadState, self object: Value) throws(Raised) -> Value {
    try thread.string(StandardStreamObject(object).isInput ? "r" : "w")
  }
  static func getEncoding(thread: ThreadState, self object: Value) throws(Raised) -> Value {
    try thread.string("utf-8")
  }
  static func getErrors(thread: ThreadState, self object: Value) throws(Raised) -> Value {
    let isError = StandardStreamObject(object).stream.body.pointee.descriptor == 2
    return try thread.string(isError ? "backslashreplace" : "strict")
  }
  static func getClosed(thread: ThreadState, self object: Value) throws(Raised) -> Value { .false }
  static func getNewlines(thread: ThreadState, self object: Value) throws(Raised) -> Value { .none }
  static func getBuffer(thread: ThreadState, self object: Value) throws(Raised) -> Value {
    try make(thread, StandardStreamObject(object).stream, isBinary: true)
  }
  static func getLineBuffering(thread: ThreadState, self object: Value) throws(Raised) -> Value {
    let mode = StandardStreamObject(object).stream.body
    return Value(mode.pointee.flushesLines || mode.pointee.flushesCalls)
  }
}

extension ThreadState {
  /// UnicodeEncodeError for a str with a lone surrogate, which no output takes.
  func checkEncodable(_ string: StringObject, _ text: Value) throws(Raised) {
    if string.kind == 1 { return }
    for index in 0..<string.count where string[index] & 0xFFFF_F800 == 0xD800 {
      throw raise(
        .unicodeEncodeError,
        arguments: [
          try self.string("utf-8"), text, Value(small: index), Value(small: index + 1),
          try self.string("surrogates not allowed"),
        ])
    }
  }
}
