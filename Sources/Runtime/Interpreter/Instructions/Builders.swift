// Displays and comprehensions, f-strings, unpacking.

import Bytecode
import CRuntime

extension Instructions {
  @inline(never) static func buildTupleSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64
  ) -> State {
    produce(pc, r, k, thread, w) { () throws(Raised) in
      let count = fullC(w)
      let tuple = try TupleObject.make(thread, count)
      for index in 0..<count { tuple.initialize(index, moveToHeap(r, b(w) + index, thread)) }
      return tuple.value
    }
  }

  @inline(never) static func buildListSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64
  ) -> State {
    produce(pc, r, k, thread, w) { () throws(Raised) in
      let count = fullC(w)
      let list = try ListObject.make(thread, capacity: count)
      for index in 0..<count {
        try list.appendOwnedWhilePrivate(thread, moveToHeap(r, b(w) + index, thread))
      }
      return list.value
    }
  }

  /// Moves a register's value out for the heap: always counted. Owned.
  @inline(__always) static func moveToHeap(_ r: Registers, _ index: Int, _ thread: ThreadState)
    -> Value
  {
    takeForHeap(r, index, isLast: true, thread)
  }

  @inline(never) static func buildSetSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64
  ) -> State {
    produce(pc, r, k, thread, w) { () throws(Raised) in
      let set = try SetObject.make(thread)
      for index in b(w)..<(b(w) + fullC(w)) {
        do throws(Raised) { try set.add(thread, value(r, index)) } catch {
          thread.release(set.value)
          throw error
        }
        clear(r, index, thread)
      }
      return set.value
    }
  }

  @inline(never) static func buildMapSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64
  ) -> State {
    produce(pc, r, k, thread, w) { () throws(Raised) in
      let count = fullC(w)
      let dict = try DictObject.make(thread, capacity: count)
      for index in stride(from: b(w), to: b(w) + count * 2, by: 2) {
        do throws(Raised) {
          try dict.set(thread, value(r, index), value(r, index + 1))
        } catch {
          thread.release(dict.value)
          throw error
        }
        clear(r, index, thread)
        clear(r, index + 1, thread)
      }
      return dict.value
    }
  }

  @inline(never) static func buildStringSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64
  ) -> State {
    produce(pc, r, k, thread, w) { () throws(Raised) in
      let result = try StringObject.joined(thread, r + b(w), count: fullC(w))
      for index in b(w)..<(b(w) + fullC(w)) { clear(r, index, thread) }
      return result
    }
  }

  @inline(never) static func listAppendSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64
  ) -> State {
    perform(pc, r, k, thread) { () throws(Raised) in
      try ListObject(value(r, a(w))).append(thread, value(r, b(w)))
      consumeB(r, w, thread)
    }
  }

  @inline(never) static func setAddSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64
  ) -> State {
    perform(pc, r, k, thread) { () throws(Raised) in
      try SetObject(value(r, a(w))).add(thread, value(r, b(w)))
      consumeB(r, w, thread)
    }
  }

  @inline(never) static func mapAddSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64
  ) -> State {
    perform(pc, r, k, thread) { () throws(Raised) in
      try DictObject(value(r, a(w))).set(thread, value(r, b(w)), value(r, c(w)))
      consumeBC(r, w, thread)
    }
  }

  @inline(never) static func listExtendSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64
  ) -> State {
    perform(pc, r, k, thread) { () throws(Raised) in
      try thread.extendDisplay(ListObject(value(r, a(w))), value(r, b(w)))
      consumeB(r, w, thread)
    }
  }

  @inline(never) static func setUpdateSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64
  ) -> State {
    perform(pc, r, k, thread) { () throws(Raised) in
      let set = SetObject(value(r, a(w)))
      try thread.forEach(value(r, b(w))) { (item) throws(Raised) in
        try set.add(thread, item)
        return true
      }
      consumeB(r, w, thread)
    }
  }

  @inline(never) static func dictUpdateSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64
  ) -> State {
    perform(pc, r, k, thread) { () throws(Raised) in
      try thread.updateDisplay(DictObject(value(r, a(w))), value(r, b(w)))
      consumeB(r, w, thread)
    }
  }

  @inline(never) static func dictMergeSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64
  ) -> State {
    perform(pc, r, k, thread) { () throws(Raised) in
      try thread.mergeKeywords(DictObject(value(r, a(w))), value(r, b(w)), callee: value(r, c(w)))
      consumeB(r, w, thread)
    }
  }

  @inline(never) static func listToTupleSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64
  ) -> State {
    produce(pc, r, k, thread, w) { () throws(Raised) in
      let list = ListObject(value(r, a(w)))
      return try thread.tuple(from: list.value)
    }
  }

  @inline(never) static func formatValueSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64
  ) -> State {
    produce(pc, r, k, thread, w) { () throws(Raised) in
      let converted = try thread.convert(value(r, b(w)), fullC(w))
      defer { thread.release(converted) }
      let result =
        converted.isExactString
        ? thread.retain(converted) : try thread.format(converted, StringObject.empty)
      consumeB(r, w, thread)
      return result
    }
  }

  @inline(never) static func formatValueSpecSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64
  ) -> State {
    produce(pc, r, k, thread, w) { () throws(Raised) in
      let result = try thread.format(value(r, b(w)), value(r, c(w)))
      consumeBC(r, w, thread)
      return result
    }
  }

  @inline(never) static func convertValueSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64
  ) -> State {
    produce(pc, r, k, thread, w) { () throws(Raised) in
      let result = try thread.convert(value(r, b(w)), fullC(w))
      consumeB(r, w, thread)
      return result
    }
  }

  // MARK: Unpacking

  @inline(__always) static func unpackSequence(
    _ pc: inout PC, _ r: inout Registers, _ k: inout Registers, _ thread: ThreadState, _ w: UInt64
  ) -> Outcome {
    let source = value(r, a(w))
    guard fullC(w) == 2, !isLastA(w) || UInt(bitPattern: a(w) - b(w)) > 1,
      setPair(r + b(w), source, thread)
    else { return .slow }
    return isLastA(w) ? takeOut(r, a(w)) : .next
  }

  @inline(never) static func unpackSequenceSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64
  ) -> State {
    perform(pc, r, k, thread) { () throws(Raised) in
      // Taken out first: a target may be the register that holds the sequence.
      let source = take(r, a(w), isLast: isLastA(w), thread)
      defer { thread.release(source) }
      if source.isExactly(.tuple), TupleObject(source).count == fullC(w) {
        let items = TupleObject(source)
        for index in 0..<fullC(w) { put(r, b(w) + index, thread.retain(items[index]), thread) }
      } else {
        try thread.unpack(source, into: r + b(w), count: fullC(w))
      }
    }
  }

  @inline(never) static func unpackStarredSlow(
    _ pc: PC, _ r: Registers, _ k: Registers, _ thread: ThreadState, _ w: UInt64
  ) -> State {
    perform(pc, r, k, thread) { () throws(Raised) in
      let source = take(r, a(w), isLast: isLastA(w), thread)
      defer { thread.release(source) }
      try thread.unpackStarred(
        source, into: r + b(w), before: fullC(w) & 0xff, after: fullC(w) >> 8)
    }
  }
}

extension ThreadState {
  /// An f-string's `!s`, `!r`, `!a` (1, 2, 3). Owned.
  func convert(_ value: Value, _ conversion: Int) throws(Raised) -> Value {
    switch conversion {
    case 1: try str(value)
    case 2: try repr(value)
    case 3: try ascii(value)
    default: retain(value)
    }
  }

  /// `[*iterable]`; a container's items are of one moment.
  func extendDisplay(_ list: ListObject, _ iterable: Value) throws(Raised) {
    do throws(Raised) {
      try list.extend(self, iterable)
    } catch {
      guard exceptionMatches(.typeError), iterable.type.slot(.iterate) == nil,
        iterable.type.slot(.getItem) == nil
      else { throw error }
      clearException()
      throw raise(
        .typeError, "Value after * must be an iterable, not \(iterable.type.nameText)")
    }
  }

  /// `{**mapping}`; a dict's items are of one moment.
  func updateDisplay(_ dict: DictObject, _ mapping: Value) throws(Raised) {
    if mapping.isExactly(.dict) { return try dict.update(self, from: mapping) }
    try forEachItem(of: mapping, orRaise: "'\(mapping.type.nameText)' object is not a mapping") {
      (key, value) throws(Raised) in try dict.set(self, key, value)
    }
  }

  /// `f(**mapping)`: no key twice.
  func mergeKeywords(_ dict: DictObject, _ mapping: Value, callee: Value) throws(Raised) {
    let name = callableText(callee)
    try forEachItem(
      of: mapping,
      orRaise: "\(name) argument after ** must be a mapping, not \(mapping.type.nameText)"
    ) { (key, value) throws(Raised) in
      guard key.isInstance(TypeFlags.stringSubclass) else {
        throw raise(.typeError, "keywords must be strings")
      }
      if try dict.contains(self, key) {
        throw raise(
          .typeError,
          "\(name) got multiple values for keyword argument '\(StringObject(key).text)'")
      }
      try dict.set(self, key, value)
    }
  }

  /// A callable as messages name it: `f()` with its module or class.
  func callableText(_ callee: Value) -> String {
    if callee.isExactly(.method) { return callableText(BoundMethodObject(callee).function) }
    guard callee.isExactly(.function) else {
      if callee.isExactly(.builtinFunction) {
        let name = BuiltinFunctionObject(callee).body.pointee.description.pointee.name
        return "\(StringObject(name).text)()"
      }
      if callee.isInstance(TypeFlags.typeSubclass) {
        return "\(TypeObject(callee).qualifiedText)()"
      }
      return "\(callee.type.nameText) object"
    }
    let body = FunctionObject(callee).body
    let name = StringObject(body.pointee.qualifiedName).text
    let module = body.pointee.module
    guard module.isExactString, StringObject(module).text != "builtins" else { return "\(name)()" }
    return "\(StringObject(module).text).\(name)()"
  }

  /// Calls the body with each key and value (borrowed) of a dict or of any mapping with `keys`.
  func forEachItem(
    of mapping: Value, orRaise message: @autoclosure () -> String,
    _ body: (Value, Value) throws(Raised) -> Void
  ) throws(Raised) {
    if mapping.isExactly(.dict) {
      // Other threads may change it meanwhile.
      let items = isShared ? try DictObject(mapping).copied(self).value : retain(mapping)
      defer { release(items) }
      var position = 0
      while let (key, value) = DictObject(items).next(&position, self) {
        defer {
          release(key)
          release(value)
        }
        try body(key, value)
      }
      return
    }
    let method = try getOptionalAttribute(mapping, .name(.keys))
    if method.isUnbound { throw raise(.typeError, message()) }
    defer { release(method) }
    let keys = try call(method)
    defer { release(keys) }
    try forEach(keys) { (key) throws(Raised) in
      let value = try getItem(mapping, key)
      defer { release(value) }
      try body(key, value)
      return true
    }
  }

  /// The items of an iterable in consecutive registers. Raises ValueError for a wrong number.
  func unpack(_ source: Value, into registers: UnsafeMutablePointer<UInt>, count: Int)
    throws(Raised)
  {
    let iterator = try unpackIterator(source)
    defer { release(iterator) }
    var index = 0
    while index < count {
      let item = try next(iterator)
      if item.isUnbound {
        for filled in 0..<index { Instructions.clear(registers, filled, self) }
        throw raise(
          .valueError, "not enough values to unpack (expected \(count), got \(index))")
      }
      Instructions.put(registers, index, item, self)
      index += 1
    }
    let extra = try next(iterator)
    if extra.isUnbound { return }
    release(extra)
    for filled in 0..<index { Instructions.clear(registers, filled, self) }
    throw raise(.valueError, "too many values to unpack (expected \(count))")
  }

  private func unpackIterator(_ source: Value) throws(Raised) -> Value {
    if source.type.slot(.iterate) == nil && source.type.slot(.getItem) == nil {
      throw raise(.typeError, "cannot unpack non-iterable \(source.type.nameText) object")
    }
    return try iterator(source)
  }

  /// `a, *b, c = source`.
  func unpackStarred(
    _ source: Value, into registers: UnsafeMutablePointer<UInt>, before: Int, after: Int
  ) throws(Raised) {
    if source.type.slot(.iterate) == nil && source.type.slot(.getItem) == nil {
      throw raise(.typeError, "cannot unpack non-iterable \(source.type.nameText) object")
    }
    let all = try list(from: source)
    defer { release(all) }
    let items = ListObject(all)
    let count = items.count
    if count < before + after {
      throw raise(
        .valueError,
        "not enough values to unpack (expected at least \(before + after), got \(count))")
    }
    let middle = try ListObject.make(self, capacity: count - before - after)
    for index in before..<(count - after) {
      try middle.appendOwned(self, items.item(self, at: index))
    }
    for index in 0..<before {
      Instructions.put(registers, index, items.item(self, at: index), self)
    }
    Instructions.put(registers, before, middle.value, self)
    for index in 0..<after {
      Instructions.put(
        registers, before + 1 + index, items.item(self, at: count - after + index), self)
    }
  }
}
