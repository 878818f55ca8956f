// Entering the interpreter from native code.

import Bytecode
import CRuntime

package enum Interpreter {
  /// Function of the base area of entry frames: its code is one `exit`.
  nonisolated(unsafe) static var entryFunction: Value = .unbound
  /// The `call` word that entry frames seem to return to, and the `exit` behind it.
  nonisolated(unsafe) static let entryWords: UnsafeMutablePointer<UInt64> = {
    let words = UnsafeMutablePointer<UInt64>.allocate(capacity: 2)
    words[0] = Word(.call, a: 0, b: 1).bits
    words[1] = Word(.exit, a: 0).bits
    return words
  }()
  nonisolated(unsafe) static let entryReturnAddress = entryWords + 1
  /// The builtins module's dict, immortal.
  nonisolated(unsafe) package static var builtinsDictionary: Value = .unbound
  /// Whether to run the portable `switch` loop instead of the tail-calling one.
  nonisolated(unsafe) package static var usesPortableLoop = false

  /// Words in front of an entry frame's window.
  static let entryHeaderCount = 6

  /// Calls a Python function from native code.
  static func call(_ thread: ThreadState, _ function: FunctionObject, _ arguments: Arguments)
    throws(Raised) -> Value
  {
    let previous = thread.record.pointee.registers
    let previousPC = thread.record.pointee.programCounter
    let window = try pushEntryFrame(thread, function.value, owner: .unbound)
    do throws(Raised) {
      try bind(thread, function, arguments, into: window)
    } catch {
      popEntryFrame(thread, window, previous)
      throw error
    }
    return try run(thread, window, function.code.body.pointee.words, previous, previousPC)
  }

  /// An entry frame on top of the running window, for a borrowed function; its registers are clear.
  static func pushEntryFrame(_ thread: ThreadState, _ function: Value, owner: Value)
    throws(Raised) -> UnsafeMutablePointer<UInt>
  {
    let record = thread.record
    let previous = record.pointee.registers
    let top = max(Frame(previous).top, record.pointee.reservedTop)
    let window = top + entryHeaderCount
    let code = FunctionObject(function).code.body
    try thread.enterFrame(window + Int(code.pointee.registerCount))
    try thread.checkNativeStack()
    window[-6] = UInt(bitPattern: record.pointee.programCounter) | 1
    window[-5] = UInt(bitPattern: previous) | 1
    window[-4] = entryFunction.bits
    window[-3] = owner.bits
    window[-2] = UInt(bitPattern: entryReturnAddress) | 1
    window[-1] = thread.asUncounted(thread.retain(function)).bits
    return window
  }

  /// Keeps a function's window, which is not the running one yet, out of the way of the code that
  /// binding its arguments may run: destructors, `__eq__` of a key.
  @inline(__always) static func reserving<Result>(
    _ window: UnsafeMutablePointer<UInt>, of function: FunctionObject, _ thread: ThreadState,
    _ body: () throws(Raised) -> Result
  ) throws(Raised) -> Result {
    let outer = thread.record.pointee.reservedTop
    thread.record.pointee.reservedTop = window + Int(function.code.body.pointee.registerCount)
    defer { thread.record.pointee.reservedTop = outer }
    return try body()
  }

  static func popEntryFrame(
    _ thread: ThreadState, _ window: UnsafeMutablePointer<UInt>,
    _ previous: UnsafeMutablePointer<UInt>
  ) {
    let function = Value(bits: window[-1])
    window[-1] = Value.none.bits
    thread.record.pointee.registers = previous
    thread.record.pointee.depth -= 1
    thread.release(function)
  }

  /// Runs a window from an instruction to its return. The result is owned.
  static func run(
    _ thread: ThreadState, _ window: UnsafeMutablePointer<UInt>,
    _ start: UnsafeMutablePointer<UInt64>, _ previous: UnsafeMutablePointer<UInt>,
    _ previousPC: UnsafeMutablePointer<UInt64>?
  ) throws(Raised) -> Value {
    thread.record.pointee.registers = window
    let constants = Frame(window).code.body.pointee.constants
    let raw = UnsafeMutableRawPointer(thread.record)
    let bits =
      usesPortableLoop
      ? runPortably(start, window, constants, raw) : runTailCalling(start, window, constants, raw)
    thread.record.pointee.registers = previous
    thread.record.pointee.programCounter = previousPC
    // The entry frame's result register: its count is the caller's now, and what lies above the
    // running window holds no counted reference.
    window[-3] = Value.none.bits
    let result = Value(bits: bits)
    if result.isUnbound { throw Raised() }
    return result
  }

  /// Runs code with a namespace: modules, `exec`, `eval`, class bodies. Borrowed arguments.
  package static func execute(
    _ thread: ThreadState, code: Value, globals: Value, namespace: Value, closure: Value = .none
  ) throws(Raised) -> Value {
    let function = try FunctionObject.make(thread, code: code, globals: globals)
    defer { thread.release(function.value) }
    if !closure.isNone { function.body.pointee.closure = thread.retain(closure) }
    let previous = thread.record.pointee.registers
    let previousPC = thread.record.pointee.programCounter
    let window = try pushEntryFrame(thread, function.value, owner: .unbound)
    if CodeObject(code).has(.namespace) { window[0] = thread.retain(namespace).bits }
    return try run(
      thread, window, function.code.body.pointee.words, previous, previousPC)
  }

  /// `__name__` of the running module; unbound outside of any. Owned.
  static func currentModuleName(_ thread: ThreadState) -> Value {
    guard !thread.frame.functionValue.isIdentical(to: entryFunction) else { return .unbound }
    return thread.frame.function.globals.get(thread, name: .name(.__name__))
  }

  /// What `super()` without arguments means: the `__class__` cell and the first argument of the
  /// running function. Borrowed.
  static func implicitSuperArguments(_ thread: ThreadState) throws(Raised) -> (Value, Value) {
    let frame = thread.frame
    guard !frame.functionValue.isIdentical(to: entryFunction),
      frame.code.body.pointee.positionalCount > 0
    else { throw thread.raise(.runtimeError, "super(): no arguments") }
    let names = frame.code.blueprint.freeNames
    guard let index = names.firstIndex(of: "__class__") else {
      throw thread.raise(.runtimeError, "super(): __class__ cell not found")
    }
    let cell = CellObject(TupleObject(frame.function.body.pointee.closure)[index])
    let class_ = cell.body.pointee.content
    guard class_.isReference else {
      throw thread.raise(.runtimeError, "super(): empty __class__ cell")
    }
    var first = Value(bits: frame.registers[0])
    if first.isExactly(.cell) { first = CellObject(first).body.pointee.content }
    guard !first.isUnbound else { throw thread.raise(.runtimeError, "super(): arg[0] deleted") }
    return (class_, first)
  }
}

extension ThreadState {
  /// Counts one more frame whose window ends at `top`. Raises RecursionError.
  @inline(__always) func enterFrame(_ top: UnsafeMutablePointer<UInt>) throws(Raised) {
    record.pointee.depth += 1
    if record.pointee.depth > record.pointee.depthLimit || top >= record.pointee.stackLimit {
      throw raiseRecursionError()
    }
  }

  /// Raises RecursionError when native recursion nears the end of the thread's stack.
  @inline(__always) func checkNativeStack() throws(Raised) {
    if racer_frame_address() < record.pointee.nativeStackLimit { throw raiseRecursionError() }
  }
}
