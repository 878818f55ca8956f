// tee: several iterators over what one source gives.
//
// The items seen form a list of nodes, each with the item and the next node; the last node is open.
// An iterator holds the node whose item it returns next, so nodes that all iterators have passed
// die. Who finds the open node claims it by compare-and-swap, draws an item outside of any lock and
// fills the node; others wait for that, so that the order is the source's and no item is lost
// (gh-153062).

import CRuntime
import Runtime

struct TeeNodeBody {
  var header: Header
  var source: Value
  /// Unbound while the node is open.
  var item: Value
  var next: Value
  /// Number of the thread that draws the open node's item, or 0.
  var drawer: UInt32
}

struct TeeNode {
  let body: UnsafeMutablePointer<TeeNodeBody>
  nonisolated(unsafe) static var type = TypeObject(bits: 0)

  @inline(__always) init(_ value: Value) { body = value.reference.body(TeeNodeBody.self) }
  @inline(__always) var reference: Reference { Reference(UnsafeMutableRawPointer(body)) }

  static var definition: TypeDefinition {
    TypeDefinition(
      name: "itertools._tee_dataobject", size: MemoryLayout<TeeNodeBody>.size,
      flags: TypeFlags.isContainer | TypeFlags.disallowsInstantiation,
      doc: "Items that several tee iterators share.",
      visit: { reference, visitor in
        let body = reference.body(TeeNodeBody.self)
        visitor.counted(&body.pointee.source)
        visitor.counted(&body.pointee.item)
        visitor.counted(&body.pointee.next)
      })
  }

  /// An open node. Owned.
  static func make(_ thread: ThreadState, source: Value) throws(Raised) -> Value {
    let body = try thread.allocateInstance(type, TeeNodeBody.self)
    body.pointee.source = thread.retain(source)
    body.pointee.item = .unbound
    body.pointee.next = .unbound
    return Value(Reference(UnsafeMutableRawPointer(body)))
  }

  /// The item and the next node, owned; nil while the node is open.
  func contents(_ thread: ThreadState) -> (item: Value, next: Value)? {
    thread.lock(reference)
    let isOpen = body.pointee.next.isUnbound
    let item = isOpen ? .unbound : thread.retain(body.pointee.item)
    let next = isOpen ? .unbound : thread.retain(body.pointee.next)
    thread.unlock(reference)
    return isOpen ? nil : (item, next)
  }

  private var drawerAddress: UnsafeMutableRawPointer {
    UnsafeMutableRawPointer(body) + MemoryLayout<TeeNodeBody>.offset(of: \.drawer).unsafelyUnwrapped
  }

  /// Makes this thread the one that draws; false if another one is. Acquire pairs with `giveUp`.
  func claim(_ thread: ThreadState) throws(Raised) -> Bool {
    let own = UInt32(truncatingIfNeeded: UInt(bitPattern: thread.record) >> 7) | 1
    var expected: UInt32 = 0
    if racer_cas_acqrel_u32(drawerAddress, &expected, own) { return true }
    if expected == own {
      throw thread.raise(.runtimeError, "cannot re-enter the tee iterator")
    }
    return false
  }

  func giveUp() { racer_store_release_u32(drawerAddress, 0) }

  /// Fills the claimed node with an owned item and an owned open node.
  func fill(_ thread: ThreadState, _ item: Value, _ open: Value) {
    thread.lock(reference)
    body.pointee.item = item
    body.pointee.next = open
    thread.unlock(reference)
  }
}

/// A tee iterator: `first` is its node.
enum TeeIterator {
  nonisolated(unsafe) static var type = TypeObject(bits: 0)

  static var definition: TypeDefinition {
    IteratorTable.definition(
      "itertools._tee", "Iterator wrapped to make it copyable.", new: TeeIterator.new,
      next: TeeIterator.next,
      methods: [Method("__copy__()", TeeIterator.copy, "Returns an independent iterator.")])
  }

  static func new(thread: ThreadState, type: Value, arguments: Arguments) throws(Raised) -> Value {
    let bound = try BoundArguments(thread, arguments, "_tee(iterable, /)")
    let source = try thread.iterator(bound[0])
    defer { thread.release(source) }
    if source.type.isSame(TeeIterator.type) { return try copy(thread: thread, iterator: source) }
    return try IteratorState.make(
      thread, type, source: .unbound, first: try TeeNode.make(thread, source: source))
  }

  static func copy(thread: ThreadState, iterator: Value) throws(Raised) -> Value {
    let state = IteratorState(iterator)
    return try IteratorState.make(
      thread, iterator.type.value, source: .unbound, first: state.load(thread, state.first))
  }

  static func next(thread: ThreadState, iterator: Value) throws(Raised) -> Value {
    let state = IteratorState(iterator)
    while true {
      let node = state.load(thread, state.first)
      defer { thread.release(node) }
      if let (item, next) = TeeNode(node).contents(thread) {
        if state.replace(thread, state.first, node, next) { return item }
        thread.release(item)
        continue
      }
      guard try TeeNode(node).claim(thread) else {
        try thread.sleep(until: Scheduler.deadline(after: 20_000))
        continue
      }
      defer { TeeNode(node).giveUp() }
      // It may have been filled between the look and the claim.
      if TeeNode(node).contents(thread).map({ (item, next) in
        thread.release(item)
        thread.release(next)
      }) != nil {
        continue
      }
      let source = TeeNode(node).body.pointee.source
      let item = try thread.next(source)
      if item.isUnbound { return item }
      let open: Value
      do throws(Raised) { open = try TeeNode.make(thread, source: source) } catch {
        thread.release(item)
        throw error
      }
      TeeNode(node).fill(thread, item, open)
    }
  }

  /// `itertools.tee(iterable, n=2)`.
  static func tee(thread: ThreadState, iterable: Value, count: Value) throws(Raised) -> Value {
    let count = try thread.index(count)
    if count < 0 { throw thread.raise(.valueError, "n must be >= 0") }
    if count == 0 { return thread.tuple() }
    var iterators = [try thread.iterator(iterable)]
    do throws(Raised) {
      var copier = try thread.getOptionalAttribute(iterators[0], "__copy__")
      if copier.isUnbound {
        let made = try thread.call(type.value, iterators[0])
        thread.release(iterators[0])
        iterators[0] = made
        copier = try thread.getAttribute(made, "__copy__")
      }
      defer { thread.release(copier) }
      for _ in 1..<count { iterators.append(try thread.call(copier)) }
    } catch {
      for iterator in iterators { thread.release(iterator) }
      throw error
    }
    return try thread.tuple(owned: iterators)
  }
}
