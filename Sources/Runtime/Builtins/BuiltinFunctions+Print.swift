// `print` and `input`.

import Glibc

extension BuiltinFunctions {
  /// Everything `print` is given but the objects.
  private struct PrintOptions {
    var separator = Value.none
    var end = Value.none
    var file = Value.none
    var flush = false

    init(_ thread: ThreadState, _ arguments: Arguments) throws(Raised) {
      for index in 0..<arguments.keywordCount {
        let value = arguments.keywordValue(index)
        let name = arguments.keywordName(index)
        if thread.isKeyword(name, .sep) {
          separator = try PrintOptions.text(thread, value, "sep")
        } else if thread.isKeyword(name, .end) {
          end = try PrintOptions.text(thread, value, "end")
        } else if thread.isKeyword(name, .file) {
          file = value
        } else if thread.isKeyword(name, .flush) {
          flush = try thread.isTrue(value)
        } else {
          throw thread.raise(
            .typeError,
            "print() got an unexpected keyword argument '\(StringObject(name).text)'")
        }
      }
    }

    private static func text(_ thread: ThreadState, _ value: Value, _ name: String) throws(Raised)
      -> Value
    {
      if value.isNone || value.isInstance(TypeFlags.stringSubclass) { return value }
      throw thread.raise(
        .typeError, "\(name) must be None or a string, not \(value.type.nameText)")
    }
  }

  static func print(thread: ThreadState, arguments: Arguments) throws(Raised) -> Value {
    let options = try PrintOptions(thread, arguments)
    var file = thread.retain(options.file)
    defer { thread.release(file) }
    if file.isNone {
      file = BuiltinHooks.systemAttribute(thread, .stdout)
      if file.isUnbound { throw thread.raise(.runtimeError, "lost sys.stdout") }
      if file.isNone { return .none }
    }
    if StandardStreamObject.isOne(file), !StandardStreamObject(file).body.pointee.isBinary {
      try printNative(thread, arguments, options, StandardStreamObject(file).stream)
    } else {
      try printObject(thread, arguments, options, file)
    }
    return .none
  }

  /// Straight to a native stream: all strings are made first, then written in one hold.
  private static func printNative(
    _ thread: ThreadState, _ arguments: Arguments, _ options: PrintOptions, _ stream: StandardStream
  ) throws(Raised) {
    let count = arguments.count
    let strings = UnsafeMutablePointer<Value>.allocate(capacity: max(count, 1))
    defer { strings.deallocate() }
    var made = 0
    defer { for index in 0..<made { thread.release(strings[index]) } }
    while made < count {
      let value = arguments[made]
      do throws(Raised) {
        strings[made] = value.isSmallInteger ? value : try printable(thread, value)
      } catch {
        // What comes before the failing object is shown, as if written piece by piece.
        thread.preservingException { () throws(Raised) in
          try write(thread, strings, made, options, stream, isWhole: false)
        }
        throw error
      }
      made += 1
    }
    try write(thread, strings, count, options, stream, isWhole: true)
  }

  /// The object's str, which has no lone surrogates.
  private static func printable(_ thread: ThreadState, _ value: Value) throws(Raised) -> Value {
    let text = try thread.str(value)
    do throws(Raised) { try thread.checkEncodable(StringObject(text), text) } catch {
      thread.release(text)
      throw error
    }
    return text
  }

  /// Writes strings (or machine integers) with separators, and the end if the line is whole.
  private static func write(
    _ thread: ThreadState, _ strings: UnsafeMutablePointer<Value>, _ count: Int,
    _ options: PrintOptions, _ stream: StandardStream, isWhole: Bool
  ) throws(Raised) {
    stream.lock(thread)
    var sawNewline = false
    for index in 0..<count {
      if index > 0 {
        if options.separator.isNone {
          stream.append(UInt8(ascii: " "))
        } else if stream.append(StringObject(options.separator)) {
          sawNewline = true
        }
      }
      if strings[index].isSmallInteger {
        stream.append(decimal: strings[index].smallInteger)
      } else if stream.append(StringObject(strings[index])) {
        sawNewline = true
      }
    }
    if !isWhole {
      if count > 0 && options.separator.isNone { stream.append(UInt8(ascii: " ")) }
    } else if options.end.isNone {
      stream.append(UInt8(ascii: "\n"))
      sawNewline = true
    } else if stream.append(StringObject(options.end)) {
      sawNewline = true
    }
    try stream.finish(thread, sawNewline: sawNewline, flush: options.flush)
  }

  /// To any object with a `write` method, one call for each piece as in CPython.
  private static func printObject(
    _ thread: ThreadState, _ arguments: Arguments, _ options: PrintOptions, _ file: Value
  ) throws(Raised) {
    let write = try thread.getAttribute(file, .name(.write))
    defer { thread.release(write) }
    func put(_ value: Value, or fallback: String) throws(Raised) {
      let text = value.isNone ? try thread.string(fallback) : thread.retain(value)
      defer { thread.release(text) }
      thread.release(try thread.call(write, text))
    }
    for index in 0..<arguments.count {
      if index > 0 { try put(options.separator, or: " ") }
      let text = try thread.str(arguments[index])
      defer { thread.release(text) }
      thread.release(try thread.call(write, text))
    }
    try put(options.end, or: "\n")
    if options.flush { thread.release(try thread.callMethod(file, "flush")) }
  }

  /// A line from standard input, after the prompt.
  static func input(thread: ThreadState, prompt: Value) throws(Raised) -> Value {
    let output = BuiltinHooks.systemAttribute(thread, .stdout)
    defer { thread.release(output) }
    let source = BuiltinHooks.systemAttribute(thread, .stdin)
    defer { thread.release(source) }
    for (name, stream) in [("stdin", source), ("stdout", output)]
    where stream.isUnbound || stream.isNone {
      throw thread.raise(.runtimeError, "input(): lost sys.\(name)")
    }
    if !prompt.isUnbound {
      let text = try thread.str(prompt)
      defer { thread.release(text) }
      thread.release(try thread.callMethod(output, "write", text))
    }
    thread.release(try thread.callMethod(output, "flush"))
    let line = try thread.callMethod(source, "readline")
    guard line.isInstance(TypeFlags.stringSubclass) else {
      defer { thread.release(line) }
      throw thread.raise(.typeError, "object.readline() returned non-string")
    }
    let string = StringObject(line)
    if string.count == 0 {
      thread.release(line)
      throw thread.raise(.eofError, "EOF when reading a line")
    }
    guard string[string.count - 1] == 10 else { return line }
    defer { thread.release(line) }
    return try StringObject.slice(thread, line, 0, string.count - 1)
  }
}
