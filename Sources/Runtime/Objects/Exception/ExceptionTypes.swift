// The exception hierarchy of Python 3.13 as one table.

/// One built-in exception type: its base, and the special fields that it adds.
struct ExceptionRow {
  let type: WellKnownType
  let name: StaticString
  let base: WellKnownType
  let family: ExceptionFamily
  let doc: StaticString

  init(
    _ type: WellKnownType, _ name: StaticString, _ base: WellKnownType, _ doc: StaticString,
    _ family: ExceptionFamily = .plain
  ) {
    self.type = type
    self.name = name
    self.base = base
    self.doc = doc
    self.family = family
  }
}

/// Types that share special fields and behaviour. A row with `.plain` takes after its base.
enum ExceptionFamily {
  case plain, base, stopIteration, systemExit, importError, osError, nameError, attributeError
  case keyError, syntaxError, unicodeEncode, unicodeDecode, unicodeTranslate, group
}

enum ExceptionTypes {
  static let rows: [ExceptionRow] = [
    .init(.baseException, "BaseException", .object, "Common base of all exceptions.", .base),
    .init(.exception, "Exception", .baseException, "Base of the errors that programs handle."),
    .init(
      .baseExceptionGroup, "BaseExceptionGroup", .baseException,
      "Several unrelated exceptions, raised together.", .group),
    .init(
      .exceptionGroup, "ExceptionGroup", .baseExceptionGroup,
      "Several unrelated errors, raised together."),
    .init(.generatorExit, "GeneratorExit", .baseException, "A generator is being closed."),
    .init(.keyboardInterrupt, "KeyboardInterrupt", .baseException, "The user interrupted."),
    .init(
      .systemExit, "SystemExit", .baseException, "Asks the interpreter to exit.", .systemExit),
    .init(.arithmeticError, "ArithmeticError", .exception, "Base of arithmetic errors."),
    .init(
      .floatingPointError, "FloatingPointError", .arithmeticError,
      "A floating point operation failed."),
    .init(
      .overflowError, "OverflowError", .arithmeticError, "The result is too large to represent."),
    .init(
      .zeroDivisionError, "ZeroDivisionError", .arithmeticError, "Division or modulo by zero."),
    .init(.assertionError, "AssertionError", .exception, "An assertion failed."),
    .init(
      .attributeError, "AttributeError", .exception, "The attribute does not exist.",
      .attributeError),
    .init(.bufferError, "BufferError", .exception, "A buffer can't do what was asked."),
    .init(.eofError, "EOFError", .exception, "Reading met the end of the file."),
    .init(
      .importError, "ImportError", .exception, "A module, or a name in it, can't be imported.",
      .importError),
    .init(.moduleNotFoundError, "ModuleNotFoundError", .importError, "There is no such module."),
    .init(.lookupError, "LookupError", .exception, "Base of lookup errors."),
    .init(.indexError, "IndexError", .lookupError, "The sequence index is out of range."),
    .init(.keyError, "KeyError", .lookupError, "The mapping has no such key.", .keyError),
    .init(.memoryError, "MemoryError", .exception, "Memory is used up."),
    .init(.nameError, "NameError", .exception, "The name is not defined.", .nameError),
    .init(
      .unboundLocalError, "UnboundLocalError", .nameError,
      "The local name has no value yet."),
    .init(.osError, "OSError", .exception, "Base of errors of the operating system.", .osError),
    .init(.blockingIOError, "BlockingIOError", .osError, "The operation would block."),
    .init(.childProcessError, "ChildProcessError", .osError, "A child process operation failed."),
    .init(.connectionError, "ConnectionError", .osError, "Base of connection errors."),
    .init(.brokenPipeError, "BrokenPipeError", .connectionError, "The reading end is closed."),
    .init(
      .connectionAbortedError, "ConnectionAbortedError", .connectionError,
      "The connection was aborted."),
    .init(
      .connectionRefusedError, "ConnectionRefusedError", .connectionError,
      "The connection was refused."),
    .init(
      .connectionResetError, "ConnectionResetError", .connectionError,
      "The connection was reset."),
    .init(.fileExistsError, "FileExistsError", .osError, "The file exists already."),
    .init(.fileNotFoundError, "FileNotFoundError", .osError, "There is no such file."),
    .init(.interruptedError, "InterruptedError", .osError, "A signal interrupted the call."),
    .init(.isADirectoryError, "IsADirectoryError", .osError, "This is a directory."),
    .init(.notADirectoryError, "NotADirectoryError", .osError, "This is not a directory."),
    .init(.permissionError, "PermissionError", .osError, "Permission is missing."),
    .init(.processLookupError, "ProcessLookupError", .osError, "There is no such process."),
    .init(.timeoutError, "TimeoutError", .osError, "The time ran out."),
    .init(.referenceError, "ReferenceError", .exception, "The weakly referenced object is gone."),
    .init(.runtimeError, "RuntimeError", .exception, "An error that fits no other type."),
    .init(
      .notImplementedError, "NotImplementedError", .runtimeError,
      "The method or function is not implemented."),
    .init(.recursionError, "RecursionError", .runtimeError, "Recursion went too deep."),
    .init(
      .pythonFinalizationError, "PythonFinalizationError", .runtimeError,
      "The operation is impossible while the interpreter ends."),
    .init(
      .stopAsyncIteration, "StopAsyncIteration", .exception, "Asynchronous iteration is over."),
    .init(.stopIteration, "StopIteration", .exception, "Iteration is over.", .stopIteration),
    .init(.syntaxError, "SyntaxError", .exception, "The source text is not Python.", .syntaxError),
    .init(.indentationError, "IndentationError", .syntaxError, "The indentation is wrong."),
    .init(.tabError, "TabError", .indentationError, "Tabs and spaces are mixed."),
    .init(
      .incompleteInputError, "_IncompleteInputError", .syntaxError,
      "The source text ends too early."),
    .init(.systemError, "SystemError", .exception, "The interpreter itself failed."),
    .init(.typeError, "TypeError", .exception, "The operand has the wrong type."),
    .init(.valueError, "ValueError", .exception, "The value is inappropriate."),
    .init(.unicodeError, "UnicodeError", .valueError, "Base of Unicode errors."),
    .init(
      .unicodeDecodeError, "UnicodeDecodeError", .unicodeError, "Decoding failed.",
      .unicodeDecode),
    .init(
      .unicodeEncodeError, "UnicodeEncodeError", .unicodeError, "Encoding failed.",
      .unicodeEncode),
    .init(
      .unicodeTranslateError, "UnicodeTranslateError", .unicodeError, "Translation failed.",
      .unicodeTranslate),
    .init(.warning, "Warning", .exception, "Base of warnings."),
    .init(.bytesWarning, "BytesWarning", .warning, "Dubious use of bytes."),
    .init(.deprecationWarning, "DeprecationWarning", .warning, "Something is deprecated."),
    .init(.encodingWarning, "EncodingWarning", .warning, "Dubious use of an encoding."),
    .init(.futureWarning, "FutureWarning", .warning, "Something will change its meaning."),
    .init(.importWarning, "ImportWarning", .warning, "Probable mistake in an import."),
    .init(
      .pendingDeprecationWarning, "PendingDeprecationWarning", .warning,
      "Something will be deprecated."),
    .init(.resourceWarning, "ResourceWarning", .warning, "A resource was not given back."),
    .init(.runtimeWarning, "RuntimeWarning", .warning, "Dubious behaviour at run time."),
    .init(.syntaxWarning, "SyntaxWarning", .warning, "Dubious syntax."),
    .init(.unicodeWarning, "UnicodeWarning", .warning, "Dubious use of Unicode."),
    .init(.userWarning, "UserWarning", .warning, "Warning by a program."),
  ]

  /// Number of special fields of a type that is or derives from a built-in exception, told by the
  /// built-in one's place for its attributes.
  static func fieldCount(of type: TypeObject) -> Int {
    let offset = Int(type.body.pointee.shapeOffset)
    return (offset - ExceptionObject.fieldsOffset) / 8
  }

  /// The rows as type definitions, bases before the types derived from them.
  package static var definitions: [(WellKnownType, TypeDefinition)] {
    var fieldsByType: [WellKnownType: Int] = [:]
    var result: [(WellKnownType, TypeDefinition)] = []
    for row in rows {
      let parts = row.family.parts
      let fields =
        parts.fields.isEmpty
        ? fieldsByType[row.base, default: 0] : parts.fields.count + parts.hiddenFields
      fieldsByType[row.type] = fields
      let isBase = row.type == .baseException
      let definition = TypeDefinition(
        name: row.name, base: row.base, size: ExceptionObject.size(fields: fields),
        flags: TypeFlags.isBaseType | TypeFlags.isContainer | TypeFlags.exceptionSubclass,
        shapeOffset: ExceptionObject.shapeOffset(fields: fields), doc: row.doc,
        slots: parts.slots,
        methods: isBase ? ExceptionObject.methods + parts.methods : parts.methods,
        getters: isBase ? ExceptionObject.getters : parts.fields, visit: ExceptionObject.visit)
      result.append((row.type, definition))
    }
    return result
  }
}
