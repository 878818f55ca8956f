// deque: the special methods.

import CRuntime
import Runtime

extension DequeObject {
  static func length(thread: ThreadState, deque: Value) throws(Raised) -> Int {
    DequeObject(deque).count
  }

  static func repr(thread: ThreadState, deque: Value) throws(Raised) -> Value {
    if !thread.enterRepr(deque) { return try thread.string("[...]") }
    defer { thread.leaveRepr(deque) }
    let object = DequeObject(deque)
    let items = try object.snapshot(thread)
    defer { thread.release(items.value) }
    let text = try thread.reprText(items.value)
    let bound = object.maximum < 0 ? "" : ", maxlen=\(object.maximum)"
    return try thread.string("\(deque.type.nameText)(\(text)\(bound))")
  }

  private static func position(_ thread: ThreadState, _ object: DequeObject, _ index: Value)
    throws(Raised) -> Int
  {
    guard index.type.slot(.index) != nil else {
      throw thread.raise(
        .typeError, "sequence index must be integer, not '\(index.type.nameText)'")
    }
    let number = try thread.index(index, overflow: .indexError)
    return number < 0 ? number + object.count : number
  }

  static func getItem(thread: ThreadState, deque: Value, index: Value) throws(Raised) -> Value {
    let object = DequeObject(deque)
    let item = object.item(thread, at: try position(thread, object, index))
    if item.isUnbound { throw thread.raise(.indexError, "deque index out of range") }
    return item
  }

  static func setItem(thread: ThreadState, deque: Value, index: Value, value: Value)
    throws(Raised)
  {
    let object = DequeObject(deque)
    let position = try position(thread, object, index)
    var displaced = Value.unbound
    if value.isUnbound {
      displaced = object.remove(thread, at: position)
    } else {
      let owned = thread.retain(value)
      displaced = object.exchange(thread, at: position, owned)
      if displaced.isUnbound { thread.release(owned) }
    }
    if displaced.isUnbound { throw thread.raise(.indexError, "deque index out of range") }
    thread.release(displaced)
  }

  private func exchange(_ thread: ThreadState, at index: Int, _ owned: Value) -> Value {
    thread.lock(reference)
    var old = Value.unbound
    if index >= 0 && index < count {
      old = slot(index).pointee
      slot(index).pointee = owned
    }
    thread.unlock(reference)
    return old
  }

  static func compare(
    thread: ThreadState, left: Value, right: Value, comparison: Comparison
  ) throws(Raised) -> Value {
    guard isDeque(left), isDeque(right) else { return .notImplemented }
    let first = try DequeObject(left).snapshot(thread)
    defer { thread.release(first.value) }
    let second = try DequeObject(right).snapshot(thread)
    defer { thread.release(second.value) }
    return try thread.compare(first.value, second.value, comparison)
  }

  static func concatenate(thread: ThreadState, left: Value, right: Value) throws(Raised) -> Value {
    guard isDeque(right) else {
      throw thread.raise(
        .typeError, "can only concatenate deque (not \"\(right.type.nameText)\") to deque")
    }
    let result = try copy(thread: thread, deque: left)
    do throws(Raised) { try DequeObject(result).extend(thread, right, atLeft: false) } catch {
      thread.release(result)
      throw error
    }
    return result
  }

  static func concatenateInPlace(thread: ThreadState, left: Value, right: Value) throws(Raised)
    -> Value
  {
    try DequeObject(left).extend(thread, right, atLeft: false)
    return thread.retain(left)
  }

  /// The slot gets the deque on either side of the operator.
  private static func operands(_ left: Value, _ right: Value) -> (deque: Value, times: Value) {
    left.isReference && isDeque(left) ? (left, right) : (right, left)
  }

  static func repeated(thread: ThreadState, left: Value, right: Value) throws(Raised) -> Value {
    let (deque, times) = operands(left, right)
    let result = try copy(thread: thread, deque: deque)
    do throws(Raised) {
      thread.release(try repeatedInPlace(thread: thread, left: result, right: times))
    } catch {
      thread.release(result)
      throw error
    }
    return result
  }

  static func repeatedInPlace(thread: ThreadState, left: Value, right: Value) throws(Raised)
    -> Value
  {
    guard right.type.slot(.index) != nil else {
      throw thread.raise(
        .typeError, "can't multiply sequence by non-int of type '\(right.type.nameText)'")
    }
    let times = try thread.index(right)
    let object = DequeObject(left)
    let items = try object.snapshot(thread)
    defer { thread.release(items.value) }
    if times <= 0 { object.clear(thread) }
    if items.count == 0 { return thread.retain(left) }
    if times > (1 << 40) / items.count, object.maximum < 0 { throw thread.raiseMemoryError() }
    // A bounded deque keeps the last items only.
    let needed = object.maximum < 0 ? times : min(times, object.maximum / items.count + 2)
    for _ in 1..<max(1, needed) { try object.extend(thread, items.value, atLeft: false) }
    return thread.retain(left)
  }
}
