// Generated from the opcode table by `swift run generate`; do not edit.

/// The operation in the low 16 bits of an instruction word.
public enum Opcode: UInt16, CaseIterable, Sendable {
  /// Does nothing.
  case nop
  /// a = constants[wide]
  case loadConstant
  /// a = the integer wide
  case loadInteger
  /// a = special b: 0 unbound, 1 None, 2 False, 3 True, 4 NotImplemented, 5 Ellipsis
  case loadSpecial
  /// a = b
  case move
  /// Releases and clears a.
  case drop
  /// Raises UnboundLocalError for localNames[b] if a is unbound.
  case checkBound
  /// a = unbound; raises UnboundLocalError for localNames[b] if it already was.
  case deleteLocal
  /// Sets b registers from a to unbound.
  case clearLocals
  /// a = a new cell that holds a (maybe unbound)
  case makeCell
  /// a = content of cell b; if it is unbound, UnboundLocalError for localNames[c], in class bodies NameError for it as a free variable.
  case loadCell
  /// content of cell a = b
  case storeCell
  /// Unbinds the content of cell a (error for localNames[b]).
  case deleteCell
  /// a = content of closure cell b; raises NameError for freeNames[b] if it is unbound.
  case loadFree
  /// content of closure cell a = b
  case storeFree
  /// Unbinds the content of closure cell a.
  case deleteFree
  /// a = closure cell b itself
  case loadClosure
  /// a = global or builtin name
  case loadGlobal
  /// global name = a
  case storeGlobal
  /// Deletes a global name.
  case deleteGlobal
  /// a = name, looked up in the namespace r[0], then globals, then builtins
  case loadName
  /// namespace r[0] name = a
  case storeName
  /// Deletes a name of the namespace r[0].
  case deleteName
  /// a = freeNames[c], looked up in mapping b, then in closure cell c
  case loadClassFree
  /// a = names[c], looked up in mapping b, then globals, then builtins
  case loadClassGlobal
  /// a = b.name
  case loadAttribute
  /// a.name = b
  case storeAttribute
  /// del a.name
  case deleteAttribute
  /// a+1 = b.name to be called, a+2 = b, or unbound if a+1 takes no self
  case loadMethod
  /// As loadMethod on super(): b = global super, b+1 = class, b+2 = self; a may equal b.
  case loadSuperMethod
  /// a = super().name: b = global super, b+1 = class, b+2 = self
  case loadSuperAttribute
  /// a = b[c]
  case loadItem
  /// a = b[immediate c]
  case loadItemImmediate
  /// a[b] = c
  case storeItem
  /// del a[b]
  case deleteItem
  /// a = slice(b, b+1) or, for c = 3, with a step
  case buildSlice
  /// a = b + c
  case add
  /// a = b - c
  case subtract
  /// a = b * c
  case multiply
  /// a = b @ c
  case matrixMultiply
  /// a = b / c
  case trueDivide
  /// a = b // c
  case floorDivide
  /// a = b % c
  case modulo
  /// a = b ** c
  case power
  /// a = b << c
  case leftShift
  /// a = b >> c
  case rightShift
  /// a = b & c
  case bitAnd
  /// a = b | c
  case bitOr
  /// a = b ^ c
  case bitXor
  /// a = b += c
  case addInPlace
  /// a = b -= c
  case subtractInPlace
  /// a = b *= c
  case multiplyInPlace
  /// a = b @= c
  case matrixMultiplyInPlace
  /// a = b /= c
  case trueDivideInPlace
  /// a = b //= c
  case floorDivideInPlace
  /// a = b %= c
  case moduloInPlace
  /// a = b **= c
  case powerInPlace
  /// a = b <<= c
  case leftShiftInPlace
  /// a = b >>= c
  case rightShiftInPlace
  /// a = b &= c
  case bitAndInPlace
  /// a = b |= c
  case bitOrInPlace
  /// a = b ^= c
  case bitXorInPlace
  /// a = b + immediate c
  case addImmediate
  /// a = b - immediate c
  case subtractImmediate
  /// a = b * immediate c
  case multiplyImmediate
  /// a = b // immediate c
  case floorDivideImmediate
  /// a = b % immediate c
  case moduloImmediate
  /// a = b << immediate c
  case leftShiftImmediate
  /// a = b >> immediate c
  case rightShiftImmediate
  /// a = b & immediate c
  case bitAndImmediate
  /// a = b += immediate c
  case addInPlaceImmediate
  /// a = b -= immediate c
  case subtractInPlaceImmediate
  /// a = -b
  case negate
  /// a = +b
  case positive
  /// a = ~b
  case invert
  /// a = not b
  case not
  /// a = b < c
  case compareLess
  /// a = b <= c
  case compareLessEqual
  /// a = b == c
  case compareEqual
  /// a = b != c
  case compareNotEqual
  /// a = b > c
  case compareGreater
  /// a = b >= c
  case compareGreaterEqual
  /// a = b is c
  case `is`
  /// a = b is not c
  case isNot
  /// a = b in c
  case contains
  /// a = b not in c
  case notContains
  /// Jumps.
  case jump
  /// Jumps if a is true.
  case jumpIfTrue
  /// Jumps if a is false.
  case jumpIfFalse
  /// Jumps if a is true, else drops a (for `or`).
  case jumpIfTrueOrDrop
  /// Jumps if a is false, else drops a (for `and`).
  case jumpIfFalseOrDrop
  /// Jumps if a is None.
  case jumpIfNone
  /// Jumps if a is not None.
  case jumpIfNotNone
  /// Jumps if a is b.
  case jumpIfIs
  /// Jumps if a is not b.
  case jumpIfIsNot
  /// Jumps if a < b.
  case jumpIfLess
  /// Jumps if a <= b.
  case jumpIfLessEqual
  /// Jumps if a == b.
  case jumpIfEqual
  /// Jumps if a != b.
  case jumpIfNotEqual
  /// Jumps if a > b.
  case jumpIfGreater
  /// Jumps if a >= b.
  case jumpIfGreaterEqual
  /// Jumps unless a < b.
  case jumpUnlessLess
  /// Jumps unless a <= b.
  case jumpUnlessLessEqual
  /// Jumps unless a == b.
  case jumpUnlessEqual
  /// Jumps unless a != b.
  case jumpUnlessNotEqual
  /// Jumps unless a > b.
  case jumpUnlessGreater
  /// Jumps unless a >= b.
  case jumpUnlessGreaterEqual
  /// Jumps if a < immediate b.
  case jumpIfLessImmediate
  /// Jumps if a <= immediate b.
  case jumpIfLessEqualImmediate
  /// Jumps if a == immediate b.
  case jumpIfEqualImmediate
  /// Jumps if a != immediate b.
  case jumpIfNotEqualImmediate
  /// Jumps if a > immediate b.
  case jumpIfGreaterImmediate
  /// Jumps if a >= immediate b.
  case jumpIfGreaterEqualImmediate
  /// Jumps unless a < immediate b.
  case jumpUnlessLessImmediate
  /// Jumps unless a <= immediate b.
  case jumpUnlessLessEqualImmediate
  /// Jumps unless a == immediate b.
  case jumpUnlessEqualImmediate
  /// Jumps unless a != immediate b.
  case jumpUnlessNotEqualImmediate
  /// Jumps unless a > immediate b.
  case jumpUnlessGreaterImmediate
  /// Jumps unless a >= immediate b.
  case jumpUnlessGreaterEqualImmediate
  /// Target of the back edges of a while loop; counts, and is a safepoint.
  case loopHeader
  /// a = (b+1)(c arguments from b+2)
  case call
  /// a = (b+1)(b+2 unless unbound, c arguments from b+3)
  case callMethod
  /// As call; the operand word is the constant index of the names of the last arguments.
  case callKeywords
  /// As callMethod; the operand word is the constant index of the names of the last arguments.
  case callMethodKeywords
  /// a = (b+1)(*b+2, **b+3): b+2 is any iterable; c = 0: no b+3; 1: b+3 is a dict made for this call; 2: b+3 is the one mapping given with **, unchecked and not copied
  case callExtended
  /// Returns a, then drops the registers below b.
  case `return`
  /// Returns None, then drops the registers below b.
  case returnNone
  /// a = tuple of c registers from b
  case buildTuple
  /// a = list of c registers from b
  case buildList
  /// a = set of c registers from b
  case buildSet
  /// a = dict of c pairs from b
  case buildMap
  /// a = the c strings from b joined
  case buildString
  /// list a gets item b
  case listAppend
  /// set a gets item b
  case setAdd
  /// dict a [b] = c
  case mapAdd
  /// list a gets the items of iterable b
  case listExtend
  /// set a gets the items of iterable b
  case setUpdate
  /// dict a gets the items of mapping b (of a display)
  case dictUpdate
  /// dict a gets the items of mapping b; a key already present is an error that names callable c
  case dictMerge
  /// a = tuple of list a
  case listToTuple
  /// a = format(b, ''), after conversion c: 0 none, 1 str, 2 repr, 3 ascii
  case formatValue
  /// a = format(b, c)
  case formatValueSpec
  /// a = str, repr or ascii of b by c
  case convertValue
  /// c registers from b = the items of a; these may be variables, whose old values are dropped
  case unpackSequence
  /// registers from b = the first (c & 255) items of a, a list, the last (c >> 8) items
  case unpackStarred
  /// a = iter(b)
  case getIterator
  /// b = next item of a; at the end drops a and jumps. Holds a safepoint.
  case forIterate
  /// First instruction of generators and coroutines: moves the window into a new generator object and returns that; resumption continues after it.
  case makeGenerator
  /// Yields b; a = what is sent in.
  case yield
  /// a = iter(b), or b itself if it is a generator (or a coroutine, inside a coroutine)
  case getYieldFromIterator
  /// Sends a to iterator b: a = what it yields; when it returns, a = its value, drops b and jumps.
  case send
  /// Yields a to the caller; a = what is sent in. throw() and close() go to iterator b; if b returns then, a = its value, b is dropped, and execution goes on at the end of the loop `L: send a, b, end; yieldDelegating a, b; jump L; end:`.
  case yieldDelegating
  /// a = iterator to await b; c tells the error text: 0 await, 1 __aenter__, 2 __aexit__
  case getAwaitable
  /// a = b.__aiter__()
  case getAsyncIterator
  /// a = iterator to await b.__anext__()
  case getAsyncNext
  /// Ends the loop over b if a+1 is StopAsyncIteration (as endHandler a, and drops b), else as reraise a, a.
  case endAsyncFor
  /// a = bound __aexit__ of manager a, a+1 = the result of its __aenter__(), still to be awaited
  case enterAsyncContext
  /// a = b(None, None, None), still to be awaited
  case exitAsyncContext
  /// a = b(type, value, traceback) of exception c+1, still to be awaited
  case exitAsyncContextException
  /// c = 0: raises the handled exception again; 1: raises a; 2: raises a from b.
  case raise
  /// Makes b the handled exception, and raises a+1 with its traceback as it is.
  case reraise
  /// Makes a the handled exception; drops a and a+1.
  case endHandler
  /// Jumps unless exception a matches the class or tuple of classes b.
  case jumpIfNotMatch
  /// a = bound __exit__ of manager a, a+1 = the result of its __enter__()
  case enterContext
  /// Calls a(None, None, None).
  case exitContext
  /// a = b(type, value, traceback) of exception c+1
  case exitContextException
  /// a = AssertionError
  case loadAssertionError
  /// a = import of name; level a, from-list a+1
  case importName
  /// a = name of module b
  case importFrom
  /// Binds all public names of module a in the namespace r[0].
  case importStar
  /// a = function of code constant b; c tells which inputs lie from a upwards: 1 defaults, 2 keyword defaults, 4 annotations, 8 closure
  case makeFunction
  /// a = __build_class__
  case loadBuildClass
  /// a = whether b is a sequence
  case matchSequence
  /// a = whether b is a mapping
  case matchMapping
  /// a = len(b)
  case getLength
  /// a = tuple of the values in mapping b for the keys in tuple c, or None
  case matchKeys
  /// a = tuple of the attributes of b that a class pattern asks for, or None: class c, keyword names tuple c+1; the operand word is the number of positional patterns
  case matchClass
  /// a = intrinsic b applied to the registers from c
  case intrinsic
  /// Leaves the interpreter loop with a; the return address of entry frames.
  case exit
}
