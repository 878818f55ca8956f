// collections.deque: a ring of items.
//
// Items, count and store change only under the deque's byte lock, and reads take it too
// (concurrency.md R5): each call sees one state. `version` counts the changes of the arrangement, for
// iterators and for searches that gave up the lock to call `__eq__`. The capacity is a power of two.

import CRuntime
import Runtime

struct DequeBody {
  var header: Header
  var items: UnsafeMutablePointer<Value>?
  var capacity: Int
  var start: Int
  var count: Int
  /// -1 where there is no bound.
  var maximum: Int
  var version: Int
}

struct DequeObject {
  let body: UnsafeMutablePointer<DequeBody>
  nonisolated(unsafe) static var type = TypeObject(bits: 0)

  @inline(__always) init(_ value: Value) { body = value.reference.body(DequeBody.self) }
  @inline(__always) var reference: Reference { Reference(UnsafeMutableRawPointer(body)) }
  @inline(__always) var value: Value { Value(reference) }
  // Written under the lock; read without it too, for a number of one moment: relaxed.
  @inline(__always) var maximum: Int {
    get { loadCountRelaxed(&body.pointee.maximum) }
    nonmutating set { storeCountRelaxed(&body.pointee.maximum, newValue) }
  }
  @inline(__always) var count: Int {
    get { loadCountRelaxed(&body.pointee.count) }
    nonmutating set { storeCountRelaxed(&body.pointee.count, newValue) }
  }
  @inline(__always) var version: Int {
    get { loadCountRelaxed(&body.pointee.version) }
    nonmutating set { storeCountRelaxed(&body.pointee.version, newValue) }
  }
  @inline(__always) var capacity: Int {
    get { loadCountRelaxed(&body.pointee.capacity) }
    nonmutating set { storeCountRelaxed(&body.pointee.capacity, newValue) }
  }

  static func isDeque(_ value: Value) -> Bool { value.type.isSubtype(of: type) }

  /// An empty deque. Owned.
  static func make(_ thread: ThreadState, _ type: TypeObject, maximum: Int = -1) throws(Raised)
    -> DequeObject
  {
    let body = try thread.allocateInstance(type, DequeBody.self)
    body.pointee.maximum = maximum
    return DequeObject(Value(Reference(UnsafeMutableRawPointer(body))))
  }

  static func visit(reference: Reference, visitor: inout ReferenceVisitor) {
    let deque = DequeObject(Value(reference))
    for index in 0..<deque.count { visitor.counted(deque.slot(index)) }
  }

  static func dispose(thread: ThreadState, reference: Reference) {
    let body = reference.body(DequeBody.self)
    if let items = body.pointee.items {
      thread.freeStore(items, bytes: body.pointee.capacity * 8)
    }
  }
}

// MARK: Steps of a commit: the lock is held

extension DequeObject {
  @inline(__always) func slot(_ index: Int) -> UnsafeMutablePointer<Value> {
    body.pointee.items.unsafelyUnwrapped
      + ((body.pointee.start &+ index) & (capacity &- 1))
  }
  @inline(__always) private var hasRoom: Bool { count < capacity }

  @inline(__always) private func pushRight(_ owned: Value) {
    slot(count).pointee = owned
    count &+= 1
    version &+= 1
  }
  @inline(__always) private func pushLeft(_ owned: Value) {
    body.pointee.start = (body.pointee.start &- 1) & (capacity &- 1)
    slot(0).pointee = owned
    count &+= 1
    version &+= 1
  }
  @inline(__always) private func takeRight() -> Value {
    count &-= 1
    version &+= 1
    return slot(count).pointee
  }
  @inline(__always) private func takeLeft() -> Value {
    let item = slot(0).pointee
    body.pointee.start = (body.pointee.start &+ 1) & (capacity &- 1)
    count &-= 1
    version &+= 1
    return item
  }
}

// MARK: Operations

extension DequeObject {
  /// Makes room for so many items. Takes the lock for the change of stores.
  func reserve(_ thread: ThreadState, _ wanted: Int) throws(Raised) {
    while true {
      let present = capacity
      if present >= wanted { return }
      var capacity = max(8, present)
      while capacity < wanted { capacity *= 2 }
      let store = try thread.allocateStore(bytes: capacity * 8)
        .assumingMemoryBound(to: Value.self)
      thread.lock(reference)
      let isCurrent = self.capacity == present
      let old = body.pointee.items
      if isCurrent {
        for index in 0..<count { store[index] = slot(index).pointee }
        body.pointee.items = store
        self.capacity = capacity
        body.pointee.start = 0
      }
      thread.unlock(reference)
      if !isCurrent {
        thread.freeStore(store, bytes: capacity * 8)
      } else if let old {
        thread.freeStore(old, bytes: present * 8)
      }
    }
  }

  /// Appends an owned item at either end; a full bounded deque gives one up at the other.
  @inline(__always) func append(_ thread: ThreadState, owned: Value, atLeft: Bool) throws(Raised) {
    while true {
      thread.lock(reference)
      let maximum = maximum
      var displaced = Value.unbound
      if maximum >= 0 && count >= maximum {
        if maximum == 0 {
          displaced = owned
        } else {
          displaced = atLeft ? takeRight() : takeLeft()
          atLeft ? pushLeft(owned) : pushRight(owned)
        }
        thread.unlock(reference)
        thread.release(displaced)
        return
      }
      if hasRoom {
        atLeft ? pushLeft(owned) : pushRight(owned)
        thread.unlock(reference)
        return
      }
      let wanted = count + 1
      thread.unlock(reference)
      do throws(Raised) { try reserve(thread, wanted) } catch {
        thread.release(owned)
        throw error
      }
    }
  }

  @inline(__always) func append(_ thread: ThreadState, _ item: Value) throws(Raised) {
    try append(thread, owned: thread.retain(item), atLeft: false)
  }

  /// Takes an item from an end, owned; unbound if there is none.
  @inline(__always) func pop(_ thread: ThreadState, atLeft: Bool) -> Value {
    thread.lock(reference)
    let item: Value =
      count == 0 ? .unbound : (atLeft ? takeLeft() : takeRight())
    thread.unlock(reference)
    return item
  }

  /// The item at a position from 0, owned; unbound out of range.
  @inline(__always) func item(_ thread: ThreadState, at index: Int) -> Value {
    thread.lock(reference)
    let isThere = index >= 0 && index < count
    let item: Value = isThere ? thread.retain(slot(index).pointee) : .unbound
    thread.unlock(reference)
    return item
  }

  /// The items of one moment, as a list. Owned.
  func snapshot(_ thread: ThreadState) throws(Raised) -> ListObject {
    while true {
      let room = count
      let items = try thread.withBuffer(room) { (buffer) throws(Raised) -> ListObject? in
        thread.lock(reference)
        let taken = count
        let fits = taken <= room
        if fits {
          for index in 0..<taken { buffer[index] = thread.retain(slot(index).pointee) }
        }
        thread.unlock(reference)
        return fits ? try ListObject.make(thread, owning: buffer, taken) : nil
      }
      if let items { return items }
    }
  }

  /// Takes all items out; `__init__` sets another bound in the same step.
  func clear(_ thread: ThreadState, maximum newMaximum: Int? = nil) {
    thread.lock(reference)
    if let newMaximum { maximum = newMaximum }
    let items = body.pointee.items
    let (capacity, start, count) = (self.capacity, body.pointee.start, self.count)
    body.pointee.items = nil
    self.capacity = 0
    body.pointee.start = 0
    self.count = 0
    version &+= 1
    thread.unlock(reference)
    guard let items else { return }
    for index in 0..<count { thread.release(items[(start + index) & (capacity - 1)]) }
    thread.freeStore(items, bytes: capacity * 8)
  }

  /// Moves items from the right end to the left, or for negative steps back.
  func rotate(_ thread: ThreadState, by steps: Int) {
    thread.lock(reference)
    let count = count
    if count > 1 {
      var moves = steps % count
      if moves < 0 { moves += count }
      if moves <= count / 2 {
        for _ in 0..<moves { pushLeft(takeRight()) }
      } else {
        for _ in 0..<(count - moves) { pushRight(takeLeft()) }
      }
      version &+= 1
    }
    thread.unlock(reference)
  }

  func reverse(_ thread: ThreadState) {
    thread.lock(reference)
    var low = 0
    var high = count - 1
    while low < high {
      let item = slot(low).pointee
      slot(low).pointee = slot(high).pointee
      slot(high).pointee = item
      low += 1
      high -= 1
    }
    thread.unlock(reference)
  }

  /// Inserts an owned item before a position; false (and the item still the caller's) if the deque
  /// has its maximum of items.
  func insert(_ thread: ThreadState, owned: Value, at position: Int) throws(Raised) -> Bool {
    while true {
      thread.lock(reference)
      let count = count
      let isFull = maximum >= 0 && count >= maximum
      if isFull || hasRoom {
        if !isFull {
          let index = min(max(position < 0 ? position + count : position, 0), count)
          self.count = count + 1
          version &+= 1
          var moved = count
          while moved > index {
            slot(moved).pointee = slot(moved - 1).pointee
            moved -= 1
          }
          slot(index).pointee = owned
        }
        thread.unlock(reference)
        return !isFull
      }
      thread.unlock(reference)
      try reserve(thread, count + 1)
    }
  }

  /// Takes out the item at a position if the arrangement is still that version (-1: any).
  func remove(_ thread: ThreadState, at index: Int, version: Int = -1) -> Value {
    thread.lock(reference)
    let count = count
    var removed = Value.unbound
    if index >= 0 && index < count && (version < 0 || version == self.version) {
      removed = slot(index).pointee
      for position in index..<(count - 1) {
        slot(position).pointee = slot(position + 1).pointee
      }
      self.count = count - 1
      self.version &+= 1
    }
    thread.unlock(reference)
    return removed
  }
}

extension ThreadState {
  /// Scratch memory for so many values.
  fileprivate func withBuffer<R>(
    _ count: Int, _ body: (UnsafeMutablePointer<Value>) throws(Raised) -> R
  ) throws(Raised) -> R {
    let buffer = UnsafeMutablePointer<Value>.allocate(capacity: max(1, count))
    defer { buffer.deallocate() }
    return try body(buffer)
  }
}

extension ListObject {
  /// A list that takes over owned values.
  fileprivate static func make(
    _ thread: ThreadState, owning values: UnsafeMutablePointer<Value>, _ count: Int
  ) throws(Raised) -> ListObject {
    let list: ListObject
    do throws(Raised) { list = try ListObject.make(thread, capacity: count) } catch {
      for index in 0..<count { thread.release(values[index]) }
      throw error
    }
    for index in 0..<count { try list.appendOwned(thread, values[index]) }
    return list
  }
}
