// The module operator: Python's operators as functions, and callables that fetch items and
// attributes or call methods.

import Runtime

package enum OperatorModule {
  package static let definition = ModuleDefinition(
    name: "operator", doc: "Python's operators as functions.",
    functions: binaryOperators + comparisons + unaryOperators + tests + sequences + [
      Method("call(obj, /, *args, **kwargs)", call, "Same as obj(*args, **kwargs).")
    ],
    constants: { (thread: ThreadState, module: ModuleBuilder) throws(Raised) in
      try module.add(ItemGetterObject.definition)
      try module.add(AttributeGetterObject.definition)
      try module.add(MethodCallerObject.definition)
      let dictionary = module.module.dictionary
      for (name, special) in specialNames {
        let function = dictionary.get(thread, name: thread.intern("\(name)"))
        defer { thread.release(function) }
        try dictionary.set(thread, thread.intern("\(special)"), function)
      }
    })

  static let tests: [Method] = [
    Method("truth(a, /)", truth, "True if a is true, False otherwise."),
    Method("not_(a, /)", not, "Same as not a."),
    Method("is_(a, b, /)", isSame, "Same as a is b."),
    Method("is_not(a, b, /)", isNotSame, "Same as a is not b."),
    Method("index(a, /)", index, "a as an int, by __index__."),
  ]

  static let sequences: [Method] = [
    Method("concat(a, b, /)", concat, "Same as a + b, for sequences."),
    Method("iconcat(a, b, /)", iconcat, "Same as a += b, for sequences."),
    Method("contains(a, b, /)", contains, "Same as b in a."),
    Method("countOf(a, b, /)", countOf, "How many items of a are equal to b."),
    Method("indexOf(a, b, /)", indexOf, "The index of the first item of a that is equal to b."),
    Method("getitem(a, b, /)", getItem, "Same as a[b]."),
    Method("setitem(a, b, c, /)", setItem, "Same as a[b] = c."),
    Method("delitem(a, b, /)", deleteItem, "Same as del a[b]."),
    Method(
      "length_hint(obj, default=0, /)", lengthHint,
      "How many items obj may have: its length, its own estimate, or the default."),
  ]

  /// The functions' other names.
  private static let specialNames: [(StaticString, StaticString)] = [
    ("add", "__add__"), ("sub", "__sub__"), ("mul", "__mul__"),
    ("matmul", "__matmul__"), ("truediv", "__truediv__"), ("floordiv", "__floordiv__"),
    ("mod", "__mod__"), ("lshift", "__lshift__"), ("rshift", "__rshift__"),
    ("and_", "__and__"), ("xor", "__xor__"), ("or_", "__or__"),
    ("pow", "__pow__"), ("lt", "__lt__"), ("le", "__le__"),
    ("eq", "__eq__"), ("ne", "__ne__"), ("ge", "__ge__"),
    ("gt", "__gt__"), ("neg", "__neg__"), ("pos", "__pos__"),
    ("invert", "__invert__"), ("inv", "__inv__"), ("abs", "__abs__"),
    ("iadd", "__iadd__"), ("isub", "__isub__"), ("imul", "__imul__"),
    ("imatmul", "__imatmul__"), ("itruediv", "__itruediv__"), ("ifloordiv", "__ifloordiv__"),
    ("imod", "__imod__"), ("ilshift", "__ilshift__"), ("irshift", "__irshift__"),
    ("iand", "__iand__"), ("ixor", "__ixor__"), ("ior", "__ior__"),
    ("ipow", "__ipow__"), ("concat", "__concat__"), ("contains", "__contains__"),
    ("delitem", "__delitem__"), ("getitem", "__getitem__"), ("setitem", "__setitem__"),
    ("index", "__index__"), ("iconcat", "__iconcat__"), ("call", "__call__"),
    ("not_", "__not__"),
  ]
}
