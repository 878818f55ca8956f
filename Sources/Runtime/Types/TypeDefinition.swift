// Built-in types and modules are declared as tables: heading as `help()` prints it, function,
// docstring. The heading gives names, kinds and defaults; the function's own type gives the arity.

/// How a native function takes its arguments.
package enum NativeArity: UInt8 {
  case zero, one, two, three, four, five, six
  /// Any number: the function gets `Arguments`, keywords included.
  case variadic
}

/// What a method table's entry becomes in the class.
package enum MethodKind: UInt8 { case instance, classMethod, staticMethod }

/// A row of a type's method table or of a module's function table.
///
/// For a fixed arity the heading must name exactly the function's parameters after `self`; those
/// left out in a call get the heading's default (None, True, False, an integer, a float, a short
/// string), or unbound where the heading gives `=<unrepresentable>`.
package struct Method {
  package let heading: StaticString
  package let code: UnsafeRawPointer
  package let arity: NativeArity
  package let kind: MethodKind
  package let doc: StaticString

  private init(
    _ heading: StaticString, code: UnsafeRawPointer, _ arity: NativeArity, _ kind: MethodKind,
    _ doc: StaticString
  ) {
    self.heading = heading
    self.code = code
    self.arity = arity
    self.kind = kind
    self.doc = doc
  }
}

extension Method {
  @_optimize(none) package init(
    _ heading: StaticString, _ code: NullaryFunction, _ doc: StaticString,
    kind: MethodKind = .instance
  ) {
    self.init(
      heading, code: unsafeBitCast(code, to: UnsafeRawPointer.self), .zero, kind, doc)
  }
  @_optimize(none) package init(
    _ heading: StaticString, _ code: UnaryFunction, _ doc: StaticString,
    kind: MethodKind = .instance
  ) {
    self.init(
      heading, code: unsafeBitCast(code, to: UnsafeRawPointer.self), .one, kind, doc)
  }
  @_optimize(none) package init(
    _ heading: StaticString, _ code: BinaryFunction, _ doc: StaticString,
    kind: MethodKind = .instance
  ) {
    self.init(
      heading, code: unsafeBitCast(code, to: UnsafeRawPointer.self), .two, kind, doc)
  }
  @_optimize(none) package init(
    _ heading: StaticString, _ code: TernaryFunction, _ doc: StaticString,
    kind: MethodKind = .instance
  ) {
    self.init(
      heading, code: unsafeBitCast(code, to: UnsafeRawPointer.self), .three, kind, doc)
  }
  @_optimize(none) package init(
    _ heading: StaticString, _ code: QuaternaryFunction, _ doc: StaticString,
    kind: MethodKind = .instance
  ) {
    self.init(
      heading, code: unsafeBitCast(code, to: UnsafeRawPointer.self), .four, kind, doc)
  }
  @_optimize(none) package init(
    _ heading: StaticString, _ code: QuinaryFunction, _ doc: StaticString,
    kind: MethodKind = .instance
  ) {
    self.init(
      heading, code: unsafeBitCast(code, to: UnsafeRawPointer.self), .five, kind, doc)
  }
  @_optimize(none) package init(
    _ heading: StaticString, _ code: SenaryFunction, _ doc: StaticString,
    kind: MethodKind = .instance
  ) {
    self.init(
      heading, code: unsafeBitCast(code, to: UnsafeRawPointer.self), .six, kind, doc)
  }
  /// A module's function of any number of arguments.
  @_optimize(none) package init(
    _ heading: StaticString, _ code: VariadicFunction, _ doc: StaticString,
    kind: MethodKind = .instance
  ) {
    self.init(
      heading, code: unsafeBitCast(code, to: UnsafeRawPointer.self), .variadic, kind, doc)
  }
  /// A method of any number of arguments: function gets (thread, self, arguments).
  @_optimize(none) package init(
    _ heading: StaticString, _ code: CallFunction, _ doc: StaticString,
    kind: MethodKind = .instance
  ) {
    self.init(
      heading, code: unsafeBitCast(code, to: UnsafeRawPointer.self), .variadic, kind, doc)
  }
}

/// A computed attribute of a built-in type (CPython's getset and member descriptors).
package struct Getter {
  package let name: StaticString
  package let get: UnsafeRawPointer
  package let set: UnsafeRawPointer?
  package let doc: StaticString

  @_optimize(none) package init(_ name: StaticString, _ get: UnaryFunction, _ doc: StaticString) {
    self.name = name
    self.get = unsafeBitCast(get, to: UnsafeRawPointer.self)
    set = nil
    self.doc = doc
  }
  @_optimize(none) package init(
    _ name: StaticString, _ get: UnaryFunction, set: SetterFunction, _ doc: StaticString
  ) {
    self.name = name
    self.get = unsafeBitCast(get, to: UnsafeRawPointer.self)
    self.set = unsafeBitCast(set, to: UnsafeRawPointer.self)
    self.doc = doc
  }
}

/// A built-in type as its file declares it. See `Objects/List/ListObject.swift` for the pattern.
package struct TypeDefinition {
  /// `list`, or with its module `collections.deque`.
  package var name: StaticString
  package var base: WellKnownType = .object
  /// Size of an instance, in bytes.
  package var size: Int
  package var flags: UInt32 = 0
  /// Offset of the shape word in an instance that can have attributes of its own, or 0.
  package var shapeOffset: Int = 0
  package var doc: StaticString = ""
  package var slots: [SlotFunction] = []
  package var methods: [Method] = []
  package var getters: [Getter] = []
  package var visit: UnsafeRawPointer?
  package var dispose: UnsafeRawPointer?

  @_optimize(none) package init(
    name: StaticString, base: WellKnownType = .object, size: Int, flags: UInt32 = 0,
    shapeOffset: Int = 0, doc: StaticString = "", slots: [SlotFunction] = [],
    methods: [Method] = [], getters: [Getter] = [], visit: VisitFunction? = nil,
    dispose: DisposeFunction? = nil
  ) {
    self.name = name
    self.base = base
    self.size = size
    self.flags = flags
    self.shapeOffset = shapeOffset
    self.doc = doc
    self.slots = slots
    self.methods = methods
    self.getters = getters
    self.visit = visit.map { unsafeBitCast($0, to: UnsafeRawPointer.self) }
    self.dispose = dispose.map { unsafeBitCast($0, to: UnsafeRawPointer.self) }
  }
}
