// The module heapq: priority queues in lists.
//
// The items are compared with `<` alone, which may run Python code that changes the list: each step
// goes through the list's own atomic operations, so that nothing worse than an IndexError follows.
// Where numbers, strings and tuples of them are compared, pushing and popping is one step.

import Runtime

package enum HeapqModule {
  package static let definition = ModuleDefinition(
    name: "heapq", doc: "Priority queues in lists: the smallest item is always the first.",
    functions: [
      Method("heappush(heap, item, /)", push, "Put an item into the heap."),
      Method("heappop(heap, /)", pop, "Take the smallest item out of the heap."),
      Method("heapify(heap, /)", heapify, "Make a list a heap, in place, in linear time."),
      Method(
        "heapreplace(heap, item, /)", replace,
        "Take the smallest item out, then put another one in."),
      Method(
        "heappushpop(heap, item, /)", pushPop,
        "Put an item in, then take the smallest one out."),
      Method("_heappop_max(heap, /)", popMaximum, "heappop of a heap with the largest item first."),
      Method("_heapify_max(heap, /)", heapifyMaximum, "heapify with the largest item first."),
      Method(
        "_heapreplace_max(heap, item, /)", replaceMaximum,
        "heapreplace of a heap with the largest item first."),
      Method(
        "nsmallest(n, iterable, key=None)", smallest,
        "The n smallest items, sorted: sorted(iterable, key=key)[:n]."),
      Method(
        "nlargest(n, iterable, key=None)", largest,
        "The n largest items, sorted: sorted(iterable, key=key, reverse=True)[:n]."),
      Method(
        "merge(*iterables, key=None, reverse=False)", merge,
        "An iterator over the items of sorted iterables in order."),
    ],
    constants: { (thread: ThreadState, module: ModuleBuilder) throws(Raised) in
      MergeObject.type = try thread.createType(MergeObject.definition)
    })

  private static func heap(_ thread: ThreadState, _ value: Value, _ function: String)
    throws(Raised) -> PriorityList
  {
    guard value.isInstance(TypeFlags.listSubclass) else {
      throw thread.raise(
        .typeError, "\(function)() argument 1 must be list, not \(value.type.nameText)")
    }
    return PriorityList(thread: thread, list: value, isMaximum: false)
  }

  private static func maximumHeap(_ thread: ThreadState, _ value: Value, _ function: String)
    throws(Raised) -> PriorityList
  {
    var heap = try heap(thread, value, function)
    heap.isMaximum = true
    return heap
  }

  static func push(thread: ThreadState, list: Value, item: Value) throws(Raised) -> Value {
    let heap = try heap(thread, list, "heappush")
    if case .done = try ListObject(list).heapPush(thread, item) { return .none }
    try heap.push(item)
    return .none
  }

  static func pop(thread: ThreadState, list: Value) throws(Raised) -> Value {
    let heap = try heap(thread, list, "heappop")
    if case .taken(let item) = ListObject(list).heapPop(thread) { return item }
    return try heap.pop()
  }
  static func popMaximum(thread: ThreadState, list: Value) throws(Raised) -> Value {
    try maximumHeap(thread, list, "_heappop_max").pop()
  }

  static func heapify(thread: ThreadState, list: Value) throws(Raised) -> Value {
    guard list.isInstance(TypeFlags.listSubclass) else {
      throw thread.raise(
        .typeError, "heapify() argument must be list, not \(list.type.nameText)")
    }
    try PriorityList(thread: thread, list: list, isMaximum: false).heapify()
    return .none
  }
  static func heapifyMaximum(thread: ThreadState, list: Value) throws(Raised) -> Value {
    try maximumHeap(thread, list, "_heapify_max").heapify()
    return .none
  }

  static func replace(thread: ThreadState, list: Value, item: Value) throws(Raised) -> Value {
    let heap = try heap(thread, list, "heapreplace")
    if case .taken(let first) = ListObject(list).heapReplace(thread, item, onlyIfLess: false) {
      return first
    }
    return try heap.replace(item)
  }
  static func replaceMaximum(thread: ThreadState, list: Value, item: Value) throws(Raised)
    -> Value
  {
    try maximumHeap(thread, list, "_heapreplace_max").replace(item)
  }

  static func pushPop(thread: ThreadState, list: Value, item: Value) throws(Raised) -> Value {
    let heap = try heap(thread, list, "heappushpop")
    if heap.count == 0 { return thread.retain(item) }
    if case .taken(let first) = ListObject(list).heapReplace(thread, item, onlyIfLess: true) {
      return first
    }
    let first = try thread.getItem(list, Value(small: 0))
    defer { thread.release(first) }
    return try thread.isLess(first, item) ? heap.replace(item) : thread.retain(item)
  }

  // MARK: Selections

  static func smallest(thread: ThreadState, n: Value, iterable: Value, key: Value)
    throws(Raised) -> Value
  {
    try select(thread, n, iterable, key, reverse: false)
  }
  static func largest(thread: ThreadState, n: Value, iterable: Value, key: Value)
    throws(Raised) -> Value
  {
    try select(thread, n, iterable, key, reverse: true)
  }

  private static func select(
    _ thread: ThreadState, _ n: Value, _ iterable: Value, _ key: Value, reverse: Bool
  ) throws(Raised) -> Value {
    let count = max(0, try thread.indexClamped(n))
    let items = try thread.list(from: iterable)
    do throws(Raised) {
      let sort = try thread.getAttribute(items, "sort")
      defer { thread.release(sort) }
      let names = try thread.tuple([thread.intern("key"), thread.intern("reverse")])
      defer { thread.release(names) }
      let result = try thread.withWords(2) {
        (words: UnsafeMutablePointer<UInt>) throws(Raised) -> Value in
        words[0] = key.bits
        words[1] = Value(reverse).bits
        return try thread.call(sort, Arguments(base: words, count: 0, keywordNames: names))
      }
      thread.release(result)
    } catch {
      thread.release(items)
      throw error
    }
    let list = ListObject(items)
    while list.count > count { thread.release(list.popLast(thread)) }
    return items
  }

  static func merge(thread: ThreadState, arguments: Arguments) throws(Raised) -> Value {
    try MergeObject.make(thread, arguments)
  }
}

/// Heap operations on a list. With `isMaximum`, the largest item is the first.
struct PriorityList {
  let thread: ThreadState
  let list: Value
  var isMaximum: Bool

  var count: Int { ListObject(list).count }

  /// Whether x belongs above y.
  private func precedes(_ x: Value, _ y: Value) throws(Raised) -> Bool {
    isMaximum ? try thread.isLess(y, x) : try thread.isLess(x, y)
  }

  private func item(_ index: Int) throws(Raised) -> Value {
    let item = ListObject(list).item(thread, at: index)
    if item.isUnbound { throw raiseChanged() }
    return item
  }
  private func setItem(_ index: Int, _ value: Value) throws(Raised) {
    if !ListObject(list).setItem(thread, at: index, value) { throw raiseChanged() }
  }
  private func raiseChanged() -> Raised {
    thread.raise(.runtimeError, "list changed size during iteration")
  }

  func push(_ item: Value) throws(Raised) {
    try ListObject(list).append(thread, item)
    try moveUp(from: count - 1, notAbove: 0)
  }

  func pop() throws(Raised) -> Value {
    let last = ListObject(list).popLast(thread)
    if last.isUnbound { throw thread.raise(.indexError, "index out of range") }
    if count == 0 { return last }
    defer { thread.release(last) }
    return try replace(last)
  }

  func replace(_ item: Value) throws(Raised) -> Value {
    if count == 0 { throw thread.raise(.indexError, "index out of range") }
    let first = try self.item(0)
    do throws(Raised) {
      try setItem(0, item)
      try moveDown(from: 0)
    } catch {
      thread.release(first)
      throw error
    }
    return first
  }

  func heapify() throws(Raised) {
    var index = count / 2 - 1
    while index >= 0 {
      try moveDown(from: index)
      index -= 1
    }
  }

  /// Moves an item up to its place.
  private func moveUp(from start: Int, notAbove top: Int) throws(Raised) {
    var index = start
    let moved = try item(index)
    defer { thread.release(moved) }
    while index > top {
      let parentIndex = (index - 1) >> 1
      let parent = try item(parentIndex)
      defer { thread.release(parent) }
      guard try precedes(moved, parent) else { break }
      try setItem(index, parent)
      try setItem(parentIndex, moved)
      index = parentIndex
    }
  }

  /// Moves an item down to a leaf along the smaller children, then up to its place: that takes
  /// fewer comparisons than stopping on the way, as most items belong near the leaves. Items change
  /// places two at a time, so that none is lost when a comparison raises.
  private func moveDown(from start: Int) throws(Raised) {
    let end = count
    var index = start
    let moved = try item(index)
    defer { thread.release(moved) }
    while 2 * index + 1 < end {
      let (childIndex, child) = try firstChild(of: index, end)
      defer { thread.release(child) }
      try setItem(index, child)
      try setItem(childIndex, moved)
      index = childIndex
    }
    try moveUp(from: index, notAbove: start)
  }

  /// The child that precedes the other one, owned.
  private func firstChild(of index: Int, _ end: Int) throws(Raised) -> (Int, Value) {
    let left = try item(2 * index + 1)
    if 2 * index + 2 >= end { return (2 * index + 1, left) }
    do throws(Raised) {
      let right = try item(2 * index + 2)
      do throws(Raised) {
        if try precedes(left, right) {
          thread.release(right)
          return (2 * index + 1, left)
        }
      } catch {
        thread.release(right)
        throw error
      }
      thread.release(left)
      return (2 * index + 2, right)
    } catch {
      thread.release(left)
      throw error
    }
  }
}
