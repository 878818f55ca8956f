// Calls and returns (interpreter.md I3). A call of a Python function pushes a window and stays in
// the loop.

import Bytecode
import CRuntime

extension Instructions {
  // MARK: Entering a Python function

  @inline(__always) static func call(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) -> Outcome {
    let callee = value(r, b(w) + 1)
    guard callee.isExactly(.function) else { return .slow }
    let code = FunctionObject(callee).code.body
    guard Int(code.pointee.simpleCount) == fullC(w), enter(r + b(w) + 2, code, pc, thread) else {
      return .slow
    }
    r = r + b(w) + 2
    k = code.pointee.constants
    pc = code.pointee.words
    return .next
  }

  @inline(__always) static func callMethod(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) -> Outcome {
    let callee = value(r, b(w) + 1)
    guard callee.isExactly(.function), !value(r, b(w) + 2).isUnbound else { return .slow }
    let code = FunctionObject(callee).code.body
    guard Int(code.pointee.simpleCount) == fullC(w) + 1, enter(r + b(w) + 2, code, pc, thread)
    else { return .slow }
    r = r + b(w) + 2
    k = code.pointee.constants
    pc = code.pointee.words
    return .next
  }

  /// Makes a window the running one, its arguments being in place. False where the slow path has
  /// something to do first: a safepoint, or the end of the stack.
  @inline(__always) static func enter(
    _ window: Registers, _ code: UnsafeMutablePointer<CodeBody>, _ returnAddress: PC,
    _ thread: ThreadState
  ) -> Bool {
    let record = thread.record
    let depth = record.pointee.depth + 1
    if thread.hasPending || depth > record.pointee.depthLimit
      || window + Int(code.pointee.registerCount) >= record.pointee.stackLimit
    {
      return false
    }
    record.pointee.depth = depth
    window[-2] = UInt(bitPattern: returnAddress) | 1
    record.pointee.registers = window
    return true
  }

  // MARK: Everything else that can be called

  /// `hasSelf`: register b+2 is self, or unbound.
  @inline(never) static func callAnySlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64, hasSelf: Bool
  ) -> State {
    publish(pc, thread)
    do throws(Raised) {
      if thread.hasPending { try thread.safepoint() }
    } catch {
      return raised(pc, r, k, thread)
    }
    let count = hasSelf ? closeSelf(r, w) : fullC(w)
    return invoke(pc, r, k, thread, w, count: count, names: .unbound)
  }

  /// Of a call with a place for self: where that is empty, the arguments move down over it. Returns
  /// how many arguments there are from b+2.
  private static func closeSelf(_ r: Registers, _ w: UInt64) -> Int {
    let base = b(w)
    let count = fullC(w)
    if !value(r, base + 2).isUnbound { return count + 1 }
    for index in 0..<count { r[base + 2 + index] = r[base + 3 + index] }
    if count > 0 { r[base + 2 + count] = Value.none.bits }
    return count
  }

  /// Calls register b+1 with `count` values from b+2, the last of them named by `names`.
  @inline(never) static func invoke(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64, count: Int,
    names: Value
  ) -> State {
    let base = b(w)
    let window = r + base + 2
    var count = count
    var callee = value(r, base + 1)
    if callee.isExactly(.method) {
      // Unpack the bound method: its receiver goes in front.
      let method = BoundMethodObject(callee)
      var index = count
      while index > 0 {
        window[index] = window[index - 1]
        index -= 1
      }
      window[0] = thread.retain(method.receiver).bits
      window[-1] =
        method.function.isCounted
        ? thread.retain(method.function).bits : method.function.bits
      thread.release(callee)
      callee = Value(bits: window[-1])
      count += 1
    }
    if callee.isExactly(.function) {
      return enterFunction(pc, r, k, thread, w, count: count, names: names)
    }
    if callee.isInstance(TypeFlags.typeSubclass) {
      if let state = instantiate(pc, r, k, thread, w, count: count, names: names) { return state }
    }
    do throws(Raised) {
      let result = try thread.callFromWindow(callee, window, count, names)
      dropWindow(window, count, thread)
      put(r, a(w), result, thread)
      return State(pc, r, k)
    } catch {
      // The unwinder drops what is in the window: it lies in this frame's registers.
      dropWindow(window, count, thread)
      return raised(pc, r, k, thread)
    }
  }

  /// Releases a call's arguments and its callee.
  @inline(__always) static func dropWindow(
    _ window: Registers, _ count: Int, _ thread: ThreadState
  ) {
    drop(from: window - 1, to: window + count, thread)
  }

  /// Releases and clears the registers from `first` to before `end`.
  @inline(__always) static func drop(
    from first: Registers, to end: Registers, _ thread: ThreadState
  ) {
    var register = first
    while register < end {
      let word = register.pointee
      if word & 15 == 0 {
        register.pointee = Value.none.bits
        if word != 0, !canRelease(word, thread) { releaseCounted(Value(bits: word), thread) }
      }
      register += 1
    }
  }

  /// Binds the arguments in a window to the parameters of a Python function and enters it.
  @inline(never) static func enterFunction(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64, count: Int,
    names: Value
  ) -> State {
    let window = r + b(w) + 2
    let function = FunctionObject(Value(bits: window[-1]))
    let code = function.code.body
    do throws(Raised) {
      try thread.enterFrame(window + Int(code.pointee.registerCount))
    } catch {
      dropWindow(window, count, thread)
      return raised(pc, r, k, thread)
    }
    if Int(code.pointee.simpleCount) != count || !names.isUnbound {
      do throws(Raised) {
        try bindInPlace(thread, function, window, count, names)
      } catch {
        thread.record.pointee.depth -= 1
        clear(window, -1, thread)
        return raised(pc, r, k, thread)
      }
    }
    window[-2] = UInt(bitPattern: pc) | 1
    thread.record.pointee.registers = window
    return State(code.pointee.words, window, code.pointee.constants)
  }

  /// The general binding: the arguments are moved aside, then bound into the window.
  private static func bindInPlace(
    _ thread: ThreadState, _ function: FunctionObject, _ window: Registers, _ count: Int,
    _ names: Value
  ) throws(Raised) {
    // Positional arguments that are too few, and defaults for the rest: the usual case.
    let code = function.code.body
    let positional = Int(code.pointee.positionalCount)
    let defaults = function.defaults
    if names.isUnbound, count < positional, code.pointee.simpleCount >= 0, defaults.isReference {
      let tuple = TupleObject(defaults)
      let first = positional - tuple.count
      if count >= first {
        for index in count..<positional {
          window[index] = thread.retain(tuple[index - first]).bits
        }
        return
      }
    }
    let nameCount = names.isUnbound ? 0 : TupleObject(names).count
    try thread.withWords(max(1, count)) { (words) throws(Raised) in
      for index in 0..<count {
        words[index] = window[index]
        window[index] = Value.none.bits
      }
      try Interpreter.reserving(window, of: function, thread) { () throws(Raised) in
        defer { for index in 0..<count { thread.release(Value(bits: words[index])) } }
        try Interpreter.bind(
          thread, function,
          Arguments(base: words, count: count - nameCount, keywordNames: names), into: window)
      }
    }
  }

  // MARK: Keywords, stars

  /// The operand word behind the call is a `nop`, so that returning to it needs no special care.
  @inline(never) static func callKeywordsSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64, hasSelf: Bool
  ) -> State {
    publish(pc, thread)
    do throws(Raised) {
      if thread.hasPending { try thread.safepoint() }
    } catch {
      return raised(pc, r, k, thread)
    }
    let names = Value(bits: k[wide(pc.pointee)])
    let count = hasSelf ? closeSelf(r, w) : fullC(w)
    return invoke(pc, r, k, thread, w, count: count, names: names)
  }

  @inline(never) static func callExtendedSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64
  ) -> State {
    produce(pc, r, k, thread, w) { () throws(Raised) in
      if thread.hasPending { try thread.safepoint() }
      let base = b(w)
      let callee = value(r, base + 1)
      let positional = try thread.positionalArguments(value(r, base + 2), callee: callee)
      defer { thread.release(positional) }
      let keywords = try thread.keywordArguments(
        fullC(w) == 0 ? .unbound : value(r, base + 3), callee: callee)
      defer { thread.release(keywords) }
      let result = try thread.callExtended(callee, TupleObject(positional), keywords)
      for index in (base + 1)..<(base + (fullC(w) == 0 ? 3 : 4)) { clear(r, index, thread) }
      return result
    }
  }

  @inline(never) static func loadBuildClassSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64
  ) -> State {
    produce(pc, r, k, thread, w) { () throws(Raised) in
      let found = DictObject(Interpreter.builtinsDictionary).get(
        thread, name: .name(.__build_class__))
      if found.isUnbound {
        throw thread.raise(.nameError, "__build_class__ not found")
      }
      return found
    }
  }

  // MARK: Returns

  @inline(__always) static func `return`(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) -> Outcome {
    let result = r[a(w)]
    if result & 15 == 0 { r[a(w)] = Value.none.bits }
    if let outcome = fastLeave(&pc, &r, &k, thread, result, count: fullB(w)) { return outcome }
    r[a(w)] = result
    return .slow
  }
  @inline(never) static func returnSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64
  ) -> State {
    let result = take(r, a(w), isLast: true, thread)
    var state = State(pc, r, k)
    leave(&state.pc, &state.r, &state.k, thread, result, count: fullB(w))
    return state
  }

  @inline(__always) static func returnNone(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) -> Outcome {
    fastLeave(&pc, &r, &k, thread, Value.none.bits, count: fullB(w)) ?? .slow
  }
  @inline(never) static func returnNoneSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64
  ) -> State {
    var state = State(pc, r, k)
    leave(&state.pc, &state.r, &state.k, thread, .none, count: fullB(w))
    return state
  }

  /// As `leave`, where no object dies and no count is another thread's; else nil, with the frame as
  /// it was but for registers that are dropped already.
  @inline(__always) static func fastLeave(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState,
    _ result: UInt, count: Int
  ) -> Outcome? {
    var index = 0
    while index < count {
      let word = r[index]
      if word & 15 == 0, word != 0 {
        if !canRelease(word, thread) { return nil }
        r[index] = Value.none.bits
      }
      index += 1
    }
    let function = r[-1]
    if function & 15 == 0 {
      if !canRelease(function, thread) { return nil }
      r[-1] = Value.none.bits
    }
    let returnAddress = PC(bitPattern: r[-2] & ~1).unsafelyUnwrapped
    let word = returnAddress[-1]
    r = r - b(word) - 2
    thread.record.pointee.registers = r
    thread.record.pointee.depth -= 1
    pc = returnAddress
    k = Frame(r).code.body.pointee.constants
    return store(r, a(word), Value(bits: result))
  }

  /// Drops the registers below `count` and the function, and gives the result to the caller.
  @inline(__always) static func leave(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState,
    _ result: Value, count: Int
  ) {
    var index = 0
    while index < count {
      if r[index] & 15 == 0 { clear(r, index, thread) }
      index += 1
    }
    let returnAddress = PC(bitPattern: r[-2] & ~1).unsafelyUnwrapped
    let function = r[-1]
    let word = returnAddress[-1]
    r = r - b(word) - 2
    thread.record.pointee.registers = r
    thread.record.pointee.depth -= 1
    if function & 15 == 0 {
      r[b(word) + 1] = Value.none.bits
      releaseCounted(Value(bits: function), thread)
    }
    pc = returnAddress
    k = Frame(r).code.body.pointee.constants
    put(r, a(word), result, thread)
  }
}
