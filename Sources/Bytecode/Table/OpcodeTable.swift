/// The instruction set, one row an opcode. The rows' order is the opcodes' numbering, so the
/// generated files must be renewed (`swift run generate`) after any change here.
///
/// Conventions: a register that is dead holds no counted reference. Whoever writes a destination
/// drops what it held; whoever takes a register clears it. A jump is relative to the word after the
/// instruction's last word.
public let opcodeTable: [OpcodeDescription] = [
  loadRows, variableRows, nameRows, attributeRows, binaryRows, inPlaceRows, fusedRows,
  immediateRows, unaryRows, comparisonRows, identityRows, jumpRows, comparisonJumpRows,
  immediateJumpRows,
  loopRows, callRows, builderRows, iterationRows, asynchronousRows, exceptionRows, functionRows,
  matchRows, miscellaneousRows,
].flatMap { $0 }

private let loadRows: [OpcodeDescription] = [
  .init("nop", raises: false, "Does nothing."),
  .init("loadConstant", [.destination, .wideConstant], raises: false, "a = constants[wide]"),
  .init("loadInteger", [.destination, .wideImmediate], raises: false, "a = the integer wide"),
  .init(
    "loadSpecial", [.destination, .index], raises: false,
    "a = special b: 0 unbound, 1 None, 2 False, 3 True, 4 NotImplemented, 5 Ellipsis"),
  .init("move", [.destination, .source], raises: false, "a = b"),
  .init("drop", [.updated], raises: false, consumes: [.a(0, .fixed(1))], "Releases and clears a."),
]

private let variableRows: [OpcodeDescription] = [
  .init(
    "checkBound", [.kept, .index], "Raises UnboundLocalError for localNames[b] if a is unbound."),
  .init(
    "deleteLocal", [.updated, .index],
    "a = unbound; raises UnboundLocalError for localNames[b] if it already was."),
  .init("clearLocals", [.base, .count], raises: false, "Sets b registers from a to unbound."),
  .init("makeCell", [.updated], raises: false, "a = a new cell that holds a (maybe unbound)"),
  .init(
    "loadCell", [.destination, .kept, .index],
    "a = content of cell b; if it is unbound, UnboundLocalError for localNames[c], in class bodies "
      + "NameError for it as a free variable."),
  .init("storeCell", [.kept, .source], raises: false, "content of cell a = b"),
  .init("deleteCell", [.kept, .index], "Unbinds the content of cell a (error for localNames[b])."),
  .init(
    "loadFree", [.destination, .index],
    "a = content of closure cell b; raises NameError for freeNames[b] if it is unbound."),
  .init("storeFree", [.index, .source], raises: false, "content of closure cell a = b"),
  .init("deleteFree", [.index], "Unbinds the content of closure cell a."),
  .init("loadClosure", [.destination, .index], raises: false, "a = closure cell b itself"),
]

private let nameRows: [OpcodeDescription] = [
  .init("loadGlobal", [.destination, .wideName], caches: 1, "a = global or builtin name"),
  .init("storeGlobal", [.source, .wideName], caches: 1, "global name = a"),
  .init("deleteGlobal", [.none, .wideName], "Deletes a global name."),
  .init(
    "loadName", [.destination, .wideName], caches: 1,
    "a = name, looked up in the namespace r[0], then globals, then builtins"),
  .init("storeName", [.source, .wideName], caches: 1, "namespace r[0] name = a"),
  .init("deleteName", [.none, .wideName], "Deletes a name of the namespace r[0]."),
  .init(
    "loadClassFree", [.destination, .kept, .index],
    "a = freeNames[c], looked up in mapping b, then in closure cell c"),
  .init(
    "loadClassGlobal", [.destination, .kept, .name],
    "a = names[c], looked up in mapping b, then globals, then builtins"),
]

private let attributeRows: [OpcodeDescription] = [
  .init("loadAttribute", [.destination, .source, .name], caches: 2, "a = b.name"),
  .init("storeAttribute", [.source, .source, .name], caches: 2, "a.name = b"),
  .init("deleteAttribute", [.source, .none, .name], "del a.name"),
  .init(
    "loadMethod", [.base, .source, .name], caches: 2, defines: [.a(1, .fixed(2))],
    "a+1 = b.name to be called, a+2 = b, or unbound if a+1 takes no self"),
  .init(
    "loadSuperMethod", [.base, .base, .name], caches: 1, consumes: [.b(0, .fixed(3))],
    defines: [.a(1, .fixed(2))],
    "As loadMethod on super(): b = global super, b+1 = class, b+2 = self; a may equal b."),
  .init(
    "loadSuperAttribute", [.destination, .base, .name], caches: 1, consumes: [.b(0, .fixed(3))],
    "a = super().name: b = global super, b+1 = class, b+2 = self"),
  .init("loadItem", [.destination, .source, .source], caches: 1, "a = b[c]"),
  .init("loadItemImmediate", [.destination, .source, .immediate], "a = b[immediate c]"),
  .init("storeItem", [.source, .source, .source], "a[b] = c"),
  .init("deleteItem", [.source, .source], "del a[b]"),
  .init(
    "buildSlice", [.destination, .base, .count], raises: false,
    consumes: [.b(0, .operandC(times: 1, plus: 0))], "a = slice(b, b+1) or, for c = 3, with a step"),
]

private let binaryOperators: [(name: String, sign: String)] = [
  ("add", "+"), ("subtract", "-"), ("multiply", "*"), ("matrixMultiply", "@"),
  ("trueDivide", "/"), ("floorDivide", "//"), ("modulo", "%"), ("power", "**"),
  ("leftShift", "<<"), ("rightShift", ">>"), ("bitAnd", "&"), ("bitOr", "|"), ("bitXor", "^"),
]

private let immediateOperators: [(name: String, sign: String)] = [
  ("add", "+"), ("subtract", "-"), ("multiply", "*"), ("floorDivide", "//"), ("modulo", "%"),
  ("leftShift", "<<"), ("rightShift", ">>"), ("bitAnd", "&"),
]

private let binaryRows: [OpcodeDescription] = binaryOperators.map {
  OpcodeDescription($0.name, [.destination, .source, .source], "a = b \($0.sign) c")
}

private let inPlaceRows: [OpcodeDescription] = binaryOperators.map {
  OpcodeDescription($0.name + "InPlace", [.destination, .source, .source], "a = b \($0.sign)= c")
}

private let immediateRows: [OpcodeDescription] =
  immediateOperators.map {
    OpcodeDescription(
      $0.name + "Immediate", [.destination, .source, .immediate], "a = b \($0.sign) immediate c")
  } + [
    OpcodeDescription(
      "addInPlaceImmediate", [.destination, .source, .immediate], "a = b += immediate c"),
    OpcodeDescription(
      "subtractInPlaceImmediate", [.destination, .source, .immediate], "a = b -= immediate c"),
  ]

private let unaryRows: [OpcodeDescription] = [
  .init("negate", [.destination, .source], "a = -b"),
  .init("positive", [.destination, .source], "a = +b"),
  .init("invert", [.destination, .source], "a = ~b"),
  .init("not", [.destination, .source], "a = not b"),
]

private let orders: [(name: String, sign: String)] = [
  ("Less", "<"), ("LessEqual", "<="), ("Equal", "=="), ("NotEqual", "!="), ("Greater", ">"),
  ("GreaterEqual", ">="),
]

private let comparisonRows: [OpcodeDescription] = orders.map {
  OpcodeDescription(
    "compare" + $0.name, [.destination, .source, .source], "a = b \($0.sign) c")
}

private let identityRows: [OpcodeDescription] = [
  .init("is", [.destination, .source, .source], raises: false, "a = b is c"),
  .init("isNot", [.destination, .source, .source], raises: false, "a = b is not c"),
  .init("contains", [.destination, .source, .source], "a = b in c"),
  .init("notContains", [.destination, .source, .source], "a = b not in c"),
]

private let jumpRows: [OpcodeDescription] = [
  .init("jump", [.none, .wideJump], raises: false, fallsThrough: false, "Jumps."),
  .init("jumpIfTrue", [.source, .wideJump], "Jumps if a is true."),
  .init("jumpIfFalse", [.source, .wideJump], "Jumps if a is false."),
  .init(
    "jumpIfTrueOrDrop", [.kept, .wideJump], "Jumps if a is true, else drops a (for `or`)."),
  .init(
    "jumpIfFalseOrDrop", [.kept, .wideJump], "Jumps if a is false, else drops a (for `and`)."),
  .init("jumpIfNone", [.source, .wideJump], raises: false, "Jumps if a is None."),
  .init("jumpIfNotNone", [.source, .wideJump], raises: false, "Jumps if a is not None."),
  .init("jumpIfIs", [.source, .source, .jump], raises: false, "Jumps if a is b."),
  .init("jumpIfIsNot", [.source, .source, .jump], raises: false, "Jumps if a is not b."),
]

/// Both senses are needed: with a NaN neither `<` nor `>=` holds.
private let comparisonJumpRows: [OpcodeDescription] = ["If", "Unless"].flatMap { sense in
  orders.map {
    OpcodeDescription(
      "jump" + sense + $0.name, [.source, .source, .jump],
      "Jumps \(sense.lowercased()) a \($0.sign) b.")
  }
}

private let immediateJumpRows: [OpcodeDescription] = ["If", "Unless"].flatMap { sense in
  orders.map {
    OpcodeDescription(
      "jump" + sense + $0.name + "Immediate", [.source, .immediate, .jump],
      "Jumps \(sense.lowercased()) a \($0.sign) immediate b.")
  }
}

private let loopRows: [OpcodeDescription] = [
  .init(
    "loopHeader", caches: 1,
    "Target of the back edges of a while loop; counts, and is a safepoint.")
]

private let callRows: [OpcodeDescription] = [
  .init(
    "call", [.destination, .base, .count],
    consumes: [.b(1, .operandC(times: 1, plus: 1))],
    "a = (b+1)(c arguments from b+2)"),
  .init(
    "callMethod", [.destination, .base, .count],
    consumes: [.b(1, .operandC(times: 1, plus: 2))],
    "a = (b+1)(b+2 unless unbound, c arguments from b+3)"),
  .init(
    "callKeywords", [.destination, .base, .count], extra: 1,
    consumes: [.b(1, .operandC(times: 1, plus: 1))],
    "As call; the operand word is the constant index of the names of the last arguments."),
  .init(
    "callMethodKeywords", [.destination, .base, .count], extra: 1,
    consumes: [.b(1, .operandC(times: 1, plus: 2))],
    "As callMethod; the operand word is the constant index of the names of the last arguments."),
  .init(
    "callExtended", [.destination, .base, .flags],
    consumes: [.b(1, .fixed(2)), .b(3, .bitsOfC)],
    "a = (b+1)(*b+2, **b+3): b+2 is any iterable; c = 0: no b+3; 1: b+3 is a dict made for this "
      + "call; 2: b+3 is the one mapping given with **, unchecked and not copied"),
  .init(
    "return", [.source, .count], raises: false, fallsThrough: false,
    "Returns a, then drops the registers below b."),
  .init(
    "returnNone", [.none, .count], raises: false, fallsThrough: false,
    "Returns None, then drops the registers below b."),
  .init(
    "returnInstance", [.kept, .kept], fallsThrough: false,
    "Returns instance b if the result a of its __init__ is None. Only in the code that a class's "
      + "call runs as (Interpreter/Instantiation.swift)."),
]

private func builder(_ name: String, _ count: RegisterRun.Count, _ meaning: String)
  -> OpcodeDescription
{
  .init(name, [.destination, .base, .count], consumes: [.b(0, count)], meaning)
}

private let builderRows: [OpcodeDescription] = [
  builder("buildTuple", .operandC(times: 1, plus: 0), "a = tuple of c registers from b"),
  builder("buildList", .operandC(times: 1, plus: 0), "a = list of c registers from b"),
  builder("buildSet", .operandC(times: 1, plus: 0), "a = set of c registers from b"),
  builder("buildMap", .operandC(times: 2, plus: 0), "a = dict of c pairs from b"),
  builder("buildString", .operandC(times: 1, plus: 0), "a = the c strings from b joined"),
  .init("listAppend", [.kept, .source], raises: false, "list a gets item b"),
  .init("setAdd", [.kept, .source], "set a gets item b"),
  .init("mapAdd", [.kept, .source, .source], "dict a [b] = c"),
  .init("listExtend", [.kept, .source], "list a gets the items of iterable b"),
  .init("setUpdate", [.kept, .source], "set a gets the items of iterable b"),
  .init("dictUpdate", [.kept, .source], "dict a gets the items of mapping b (of a display)"),
  .init(
    "dictMerge", [.kept, .source, .kept],
    "dict a gets the items of mapping b; a key already present is an error that names callable c"),
  .init("listToTuple", [.updated], raises: false, "a = tuple of list a"),
  .init(
    "formatValue", [.destination, .source, .index],
    "a = format(b, ''), after conversion c: 0 none, 1 str, 2 repr, 3 ascii"),
  .init("formatValueSpec", [.destination, .source, .source], "a = format(b, c)"),
  .init("convertValue", [.destination, .source, .index], "a = str, repr or ascii of b by c"),
  .init(
    "unpackSequence", [.source, .base, .count],
    defines: [.b(0, .operandC(times: 1, plus: 0))],
    "c registers from b = the items of a; these may be variables, whose old values are dropped"),
  .init(
    "unpackStarred", [.source, .base, .flags], defines: [.b(0, .unpacked)],
    "registers from b = the first (c & 255) items of a, a list, the last (c >> 8) items"),
]

private let iterationRows: [OpcodeDescription] = [
  .init("getIterator", [.destination, .source], "a = iter(b)"),
  .init(
    "forIterate", [.kept, .destination, .jump], caches: 1,
    "b = next item of a; at the end drops a and jumps. Holds a safepoint."),
  .init(
    "makeGenerator", raises: false,
    "First instruction of generators and coroutines: moves the window into a new generator object "
      + "and returns that; resumption continues after it."),
  .init("yield", [.destination, .source], "Yields b; a = what is sent in."),
  .init(
    "getYieldFromIterator", [.destination, .source],
    "a = iter(b), or b itself if it is a generator (or a coroutine, inside a coroutine)"),
  .init(
    "send", [.updated, .kept, .jump],
    "Sends a to iterator b: a = what it yields; when it returns, a = its value, drops b and jumps."),
  .init(
    "yieldDelegating", [.updated, .kept],
    "Yields a to the caller; a = what is sent in. throw() and close() go to iterator b; if b "
      + "returns then, a = its value, b is dropped, and execution goes on at the end of the loop "
      + "`L: send a, b, end; yieldDelegating a, b; jump L; end:`."),
]

private let asynchronousRows: [OpcodeDescription] = [
  .init(
    "getAwaitable", [.destination, .source, .index],
    "a = iterator to await b; c tells the error text: 0 await, 1 __aenter__, 2 __aexit__"),
  .init("getAsyncIterator", [.destination, .source], "a = b.__aiter__()"),
  .init("getAsyncNext", [.destination, .kept], "a = iterator to await b.__anext__()"),
  .init(
    "endAsyncFor", [.handler, .kept],
    consumes: [.a(0, .fixed(2)), .b(0, .fixed(1))],
    "Ends the loop over b if a+1 is StopAsyncIteration (as endHandler a, and drops b), "
      + "else as reraise a, a."),
  .init(
    "enterAsyncContext", [.base], consumes: [.a(0, .fixed(1))], defines: [.a(0, .fixed(2))],
    "a = bound __aexit__ of manager a, a+1 = the result of its __aenter__(), still to be awaited"),
  .init(
    "exitAsyncContext", [.destination, .base], consumes: [.b(0, .fixed(1))],
    "a = b(None, None, None), still to be awaited"),
  .init(
    "exitAsyncContextException", [.destination, .base, .handler], consumes: [.b(0, .fixed(1))],
    "a = b(type, value, traceback) of exception c+1, still to be awaited"),
]

private let exceptionRows: [OpcodeDescription] = [
  .init(
    "raise", [.source, .source, .index], fallsThrough: false,
    "c = 0: raises the handled exception again; 1: raises a; 2: raises a from b."),
  .init(
    "reraise", [.handler, .handler], fallsThrough: false,
    "Makes b the handled exception, and raises a+1 with its traceback as it is."),
  .init(
    "endHandler", [.handler], raises: false, consumes: [.a(0, .fixed(2))],
    "Makes a the handled exception; drops a and a+1."),
  .init(
    "jumpIfNotMatch", [.kept, .source, .jump],
    "Jumps unless exception a matches the class or tuple of classes b."),
  .init(
    "enterContext", [.base], consumes: [.a(0, .fixed(1))], defines: [.a(0, .fixed(2))],
    "a = bound __exit__ of manager a, a+1 = the result of its __enter__()"),
  .init(
    "exitContext", [.base], consumes: [.a(0, .fixed(1))], "Calls a(None, None, None)."),
  .init(
    "exitContextException", [.destination, .base, .handler], consumes: [.b(0, .fixed(1))],
    "a = b(type, value, traceback) of exception c+1"),
  .init("loadAssertionError", [.destination], raises: false, "a = AssertionError"),
]

private let functionRows: [OpcodeDescription] = [
  .init(
    "importName", [.base, .wideName], consumes: [.a(0, .fixed(2))], defines: [.a(0, .fixed(1))],
    "a = import of name; level a, from-list a+1"),
  .init("importFrom", [.destination, .kept, .name], "a = name of module b"),
  .init("importStar", [.source], "Binds all public names of module a in the namespace r[0]."),
  .init(
    "makeFunction", [.base, .constant, .flags], raises: false, consumes: [.a(0, .bitsOfC)],
    defines: [.a(0, .fixed(1))],
    "a = function of code constant b; c tells which inputs lie from a upwards: 1 defaults, "
      + "2 keyword defaults, 4 annotations, 8 closure"),
  .init("loadBuildClass", [.destination], "a = __build_class__"),
]

private let matchRows: [OpcodeDescription] = [
  .init("matchSequence", [.destination, .kept], raises: false, "a = whether b is a sequence"),
  .init("matchMapping", [.destination, .kept], raises: false, "a = whether b is a mapping"),
  .init("getLength", [.destination, .kept], "a = len(b)"),
  .init(
    "matchKeys", [.destination, .kept, .kept],
    "a = tuple of the values in mapping b for the keys in tuple c, or None"),
  .init(
    "matchClass", [.destination, .kept, .base], extra: 1, consumes: [.c(0, .fixed(2))],
    "a = tuple of the attributes of b that a class pattern asks for, or None: class c, keyword "
      + "names tuple c+1; the operand word is the number of positional patterns"),
]

private let miscellaneousRows: [OpcodeDescription] = [
  .init(
    "intrinsic", [.destination, .index, .base], consumes: [.c(0, .intrinsic)],
    "a = intrinsic b applied to the registers from c"),
  .init(
    "exit", [.kept], raises: false, fallsThrough: false,
    "Leaves the interpreter loop with a; the return address of entry frames."),
]
