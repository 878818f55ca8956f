// The functions of the `builtins` module.
//
//   BuiltinFunctions.swift             the table
//   BuiltinFunctions+Objects.swift     attributes, classes, identity, text
//   BuiltinFunctions+Numbers.swift     numbers and characters
//   BuiltinFunctions+Iteration.swift   iteration, reduction, ordering
//   BuiltinFunctions+Print.swift       print, input
//   BuiltinHooks.swift                 what the interpreter and the importer provide

package enum BuiltinFunctions {
  package static var table: [Method] {
    objectFunctions + numberFunctions + iterationFunctions + hooked
  }

  private static var objectFunctions: [Method] {
    [
      Method("callable(obj, /)", BuiltinFunctions.callable, "Whether the object can be called."),
      Method(
        "delattr(obj, name, /)", BuiltinFunctions.deleteAttribute, "Deletes the named attribute."),
      Method(
        "dir(object=<unrepresentable>, /)", BuiltinFunctions.directory,
        "The names that the object, or the scope, has."),
      Method(
        "getattr(object, name, default=<unrepresentable>, /)", BuiltinFunctions.getAttribute,
        "The named attribute, or the default if it does not exist."),
      Method(
        "hasattr(obj, name, /)", BuiltinFunctions.hasAttribute,
        "Whether the object has the attribute."),
      Method("hash(obj, /)", BuiltinFunctions.hash, "The hash value of the object."),
      Method(
        "help(object=<unrepresentable>, /)", BuiltinFunctions.help,
        "Shows the object's documentation."),
      Method("id(obj, /)", BuiltinFunctions.identity, "A number that no other living object has."),
      Method(
        "isinstance(obj, class_or_tuple, /)", BuiltinFunctions.isInstance,
        "Whether the object is an instance of the class, or of one of them."),
      Method(
        "issubclass(cls, class_or_tuple, /)", BuiltinFunctions.isSubclass,
        "Whether the class derives from the other, or from one of them."),
      Method(
        "setattr(obj, name, value, /)", BuiltinFunctions.setAttribute, "Sets the named attribute."),
      Method(
        "vars(object=<unrepresentable>, /)", BuiltinFunctions.variables,
        "The `__dict__` of an object, or the locals."),
      Method("repr(obj, /)", BuiltinFunctions.repr, "The canonical string form of the object."),
      Method(
        "ascii(obj, /)", BuiltinFunctions.ascii, "As repr, with everything outside ASCII escaped."),
      Method(
        "format(value, format_spec='', /)", BuiltinFunctions.format,
        "The value formatted as the specification says."),
      Method(
        "print(*args, sep=' ', end='\\n', file=None, flush=False)", BuiltinFunctions.print,
        "Prints the values to a stream, or to sys.stdout by default."),
      Method(
        "input(prompt=<unrepresentable>, /)", BuiltinFunctions.input, "A line from standard input."),
      Method("exit(code=None)", BuiltinFunctions.exit, "Ends the program by raising SystemExit."),
      Method("quit(code=None)", BuiltinFunctions.exit, "Ends the program by raising SystemExit."),
      Method("breakpoint(*args, **kws)", BuiltinFunctions.breakpoint, "Calls sys.breakpointhook."),
    ]
  }

  private static var numberFunctions: [Method] {
    [
      Method("abs(x, /)", BuiltinFunctions.absolute, "The absolute value."),
      Method("bin(number, /)", BuiltinFunctions.binary, "Binary digits of an integer, with 0b."),
      Method("oct(number, /)", BuiltinFunctions.octal, "Octal digits of an integer, with 0o."),
      Method(
        "hex(number, /)", BuiltinFunctions.hexadecimal, "Hexadecimal digits of an integer, with 0x."
      ),
      Method(
        "chr(i, /)", BuiltinFunctions.character, "The string of one character with this code point."
      ),
      Method("ord(c, /)", BuiltinFunctions.codePoint, "The code point of a one-character string."),
      Method("divmod(x, y, /)", BuiltinFunctions.divmod, "The pair (x//y, x%y)."),
      Method(
        "pow(base, exp, mod=None)", BuiltinFunctions.power, "base**exp, or base**exp % mod."),
      Method(
        "round(number, ndigits=None)", BuiltinFunctions.round,
        "The number rounded to so many decimal digits."),
    ]
  }

  private static var iterationFunctions: [Method] {
    [
      Method("all(iterable, /)", BuiltinFunctions.all, "Whether no item is false."),
      Method("any(iterable, /)", BuiltinFunctions.any, "Whether some item is true."),
      Method(
        "iter(object, sentinel=<unrepresentable>, /)", BuiltinFunctions.iterator,
        "An iterator over the object, or over what a callable returns before the sentinel."),
      Method(
        "aiter(async_iterable, /)", BuiltinFunctions.asyncIterator, "An asynchronous iterator."),
      Method(
        "next(iterator, default=<unrepresentable>, /)", BuiltinFunctions.next,
        "The next item, or the default at the end."),
      Method(
        "anext(aiterator, default=<unrepresentable>, /)", BuiltinFunctions.asyncNext,
        "An awaitable for the next item."),
      Method("len(obj, /)", BuiltinFunctions.length, "Number of items in a container."),
      Method(
        "max(*args, **kwargs)", BuiltinFunctions.maximum,
        "The largest of the arguments, or of an iterable."),
      Method(
        "min(*args, **kwargs)", BuiltinFunctions.minimum,
        "The smallest of the arguments, or of an iterable."),
      Method("sum(iterable, /, start=0)", BuiltinFunctions.sum, "The start value plus all items."),
      Method(
        "sorted(iterable, /, *, key=None, reverse=False)", BuiltinFunctions.sorted,
        "A new list of the items in ascending order."),
    ]
  }

  private static var hooked: [Method] {
    [
      Method("globals()", BuiltinFunctions.globals, "The dictionary of the module's names."),
      Method("locals()", BuiltinFunctions.locals, "A dictionary of the scope's names."),
      Method(
        """
        compile(source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, \
        _feature_version=-1)
        """, BuiltinFunctions.compile, "A code object of the source."),
      Method(
        "eval(source, /, globals=None, locals=None)", BuiltinFunctions.evaluate,
        "The value of an expression."),
      Method(
        "exec(source, /, globals=None, locals=None, *, closure=None)", BuiltinFunctions.execute,
        "Runs statements."),
      Method(
        "__import__(name, globals=None, locals=None, fromlist=(), level=0)",
        BuiltinFunctions.importFunction,
        "Imports a module."),
      Method(
        "__build_class__(func, name, /, *bases, **kwds)", BuiltinFunctions.buildClass,
        "What the class statement calls."),
      Method(
        """
        open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, \
        closefd=True, opener=None)
        """, BuiltinFunctions.open, "Opens a file."),
    ]
  }

  /// Names of built-in types, as scripts find them in `builtins`; the exceptions come on top.
  package static let types: [WellKnownType] = [
    .object, .type, .int, .bool, .float, .complex, .str, .bytes, .bytearray, .memoryview, .list,
    .tuple, .dict, .set, .frozenset, .range, .slice, .classMethod, .staticMethod, .property,
    .superType, .enumerate, .reversed, .zip, .map, .filter,
  ]

  /// Fills the dict of the `builtins` module with types, exceptions and constants.
  package static func addNames(_ thread: ThreadState, to dictionary: Value) throws(Raised) {
    let target = DictObject(dictionary)
    for known in types + ExceptionTypes.rows.map(\.type) {
      let type = TypeObject(known)
      if type.bits == 0 { continue }
      try target.set(thread, type.body.pointee.name, type.value)
    }
    let constants: [(String, Value)] = [
      ("None", .none), ("True", .true), ("False", .false), ("NotImplemented", .notImplemented),
      ("Ellipsis", .ellipsis), ("__debug__", .true),
      ("EnvironmentError", TypeObject(.osError).value), ("IOError", TypeObject(.osError).value),
    ]
    for (name, value) in constants {
      try target.set(thread, thread.intern(name), value)
    }
  }

  // MARK: Hooks

  static func globals(thread: ThreadState) throws(Raised) -> Value {
    try BuiltinHooks.globals(thread)
  }
  static func locals(thread: ThreadState) throws(Raised) -> Value {
    try BuiltinHooks.locals(thread)
  }
  static func compile(thread: ThreadState, arguments: Arguments) throws(Raised) -> Value {
    try BuiltinHooks.compile(thread, arguments)
  }
  static func evaluate(thread: ThreadState, arguments: Arguments) throws(Raised) -> Value {
    try BuiltinHooks.evaluate(thread, arguments)
  }
  static func execute(thread: ThreadState, arguments: Arguments) throws(Raised) -> Value {
    try BuiltinHooks.execute(thread, arguments)
  }
  static func importFunction(thread: ThreadState, arguments: Arguments) throws(Raised) -> Value {
    try BuiltinHooks.importFunction(thread, arguments)
  }
  static func buildClass(thread: ThreadState, arguments: Arguments) throws(Raised) -> Value {
    try BuiltinHooks.buildClass(thread, arguments)
  }
  static func open(thread: ThreadState, arguments: Arguments) throws(Raised) -> Value {
    try BuiltinHooks.open(thread, arguments)
  }
}

extension ThreadState {
  /// Whether a keyword argument's name is this one. Names that come out of a `**` dict need not be
  /// interned.
  func isKeyword(_ name: Value, _ known: WellKnownName) -> Bool {
    name.isIdentical(to: .name(known))
      || StringObject.areEqual(StringObject(name), StringObject(.name(known)))
  }
}
