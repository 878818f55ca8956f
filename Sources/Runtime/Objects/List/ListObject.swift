// list.
//
// Invariants (concurrency.md R4, R5):
// - `items[0..<count]` of the current store are counted references. Words past `count` are unbound
//   or were items once: a reader with an old count may try to count one, and drops it again.
// - The store pointer, count and slots change only under the list's byte lock. Everything but the
//   overwrite of one slot is bracketed by the sequence word.
// - `item` reads without the lock: sequence, count, store, capacity in the store, slot, TryIncref,
//   slot and store again, sequence again. A slot is published by a release store and loaded by
//   acquire, so what was written before `l[i] = x` is seen after `l[i]`. On aarch64 the last
//   sequence load can't move above the slot loads because of the acquire fence before it.
// - Every mutating method prepares (allocates, iterates, calls Python) before it takes the lock,
//   and releases what it displaced after it gave the lock up. `extend`, slice assignment and `+`
//   over two lists hold both locks in their commit.
// - Stores are retired by epoch, never freed while a reader may hold them.
// - Solo threads take the same paths with lock, sequence and epoch left out.

import CRuntime

package struct ListBody {
  package var header: Header
  package var sequence: UInt64
  package var store: UnsafeMutableRawPointer
  package var count: Int
}

/// A list, borrowed.
package struct ListObject {
  package let body: UnsafeMutablePointer<ListBody>

  /// The value must be a list.
  @inline(__always) package init(_ value: Value) { body = value.reference.body(ListBody.self) }
  @inline(__always) package var value: Value { Value(reference) }
  @inline(__always) var reference: Reference { Reference(UnsafeMutableRawPointer(body)) }
}

extension ListObject {
  @inline(__always) var sequence: SequenceWord {
    SequenceWord(
      (UnsafeMutableRawPointer(body) + MemoryLayout<Header>.size)
        .assumingMemoryBound(to: UInt64.self))
  }
  private var storeAddress: UnsafeMutableRawPointer {
    UnsafeMutableRawPointer(body) + MemoryLayout<Header>.size + 8
  }
  private var countAddress: UnsafeMutableRawPointer {
    UnsafeMutableRawPointer(body) + MemoryLayout<Header>.size + 16
  }

  /// The store; valid until the next safepoint, lock or release (R6).
  @inline(__always) var store: ListStore {
    ListStore(
      UnsafeMutableRawPointer(bitPattern: racer_load_acquire_word(storeAddress)).unsafelyUnwrapped)
  }
  @inline(__always) func setStore(_ store: ListStore) {
    racer_store_release_word(storeAddress, UInt(bitPattern: store.base))
  }
  /// The number of items; one load, so `len` is atomic.
  @inline(__always) package var count: Int {
    Int(bitPattern: racer_load_relaxed_word(countAddress))
  }
  @inline(__always) func setCount(_ count: Int) {
    racer_store_relaxed_word(countAddress, UInt(bitPattern: count))
  }

  /// Gives a fresh object, whose memory is zero, the empty store.
  @inline(__always) func initializeEmpty() { body.pointee.store = racer_empty_list_store() }

  /// An empty list with room for so many items.
  @inline(__always) package static func make(_ thread: ThreadState, capacity: Int) throws(Raised)
    -> ListObject
  {
    let list = ListObject(
      Value(try thread.allocate(TypeObject(.list), size: MemoryLayout<ListBody>.size)))
    list.initializeEmpty()
    if capacity > 0 {
      do throws(Raised) {
        list.body.pointee.store = try ListStore.make(thread, capacity: capacity).base
      } catch {
        thread.release(list.value)
        throw error
      }
    }
    return list
  }

  /// A list of borrowed words (registers): takes counts.
  package static func make(
    _ thread: ThreadState, copying words: UnsafePointer<UInt>, _ count: Int
  ) throws(Raised) -> ListObject {
    let list = try make(thread, capacity: count)
    let items = list.store.items
    for index in 0..<count { items[index] = thread.retain(Value(bits: words[index])).bits }
    list.setCount(count)
    return list
  }
}

// MARK: Single items

extension ListObject {
  /// An item, owned, or unbound where the index (negative: from the end) is out of range.
  @inline(__always) package func item(_ thread: ThreadState, at index: Int) -> Value {
    if thread.isShared { return itemShared(thread, at: index) }
    let count = count
    let position = index < 0 ? index &+ count : index
    if UInt(bitPattern: position) >= UInt(bitPattern: count) { return .unbound }
    return thread.retain(Value(bits: store.items[position]))
  }

  /// As `item`, for a register: the word may be uncounted.
  @inline(__always) package func borrowedItem(_ thread: ThreadState, at index: Int) -> Value {
    thread.isShared ? borrowedItemShared(thread, at: index) : item(thread, at: index)
  }

  @inline(never) func itemShared(_ thread: ThreadState, at index: Int) -> Value {
    readItem(thread, at: index) { thread.tryRetain($0) }
  }
  @inline(never) func borrowedItemShared(_ thread: ThreadState, at index: Int) -> Value {
    readItem(thread, at: index) { thread.tryBorrow($0) }
  }

  @inline(__always) private func readItem(
    _ thread: ThreadState, at index: Int, _ load: (UnsafeMutablePointer<Value>) -> Value?
  ) -> Value {
    // concurrency.md R4
    guard let before = sequence.beginRead() else { return itemLocked(thread, at: index) }
    let count = count
    let position = index < 0 ? index &+ count : index
    if UInt(bitPattern: position) >= UInt(bitPattern: count) {
      return sequence.isUnchanged(since: before) ? .unbound : itemLocked(thread, at: index)
    }
    let store = store
    if position >= store.capacity { return itemLocked(thread, at: index) }
    guard let value = load((store.items + position).asValue) else {
      return itemLocked(thread, at: index)
    }
    if self.store.base == store.base && sequence.isUnchanged(since: before) { return value }
    thread.releaseLater(value)
    return itemLocked(thread, at: index)
  }

  @inline(never) func itemLocked(_ thread: ThreadState, at index: Int) -> Value {
    thread.lock(reference)
    let position = index < 0 ? index &+ count : index
    var value = Value.unbound
    if UInt(bitPattern: position) < UInt(bitPattern: count) {
      value = thread.retain(Value(bits: store.items[position]))
    }
    thread.unlock(reference)
    thread.drainReleases()
    return value
  }

  /// Overwrites an item with a borrowed value; false where the index is out of range.
  @inline(__always) package func setItem(_ thread: ThreadState, at index: Int, _ value: Value)
    -> Bool
  {
    let owned = thread.retain(value)
    thread.lock(reference)
    let count = count
    let position = index < 0 ? index &+ count : index
    guard UInt(bitPattern: position) < UInt(bitPattern: count) else {
      thread.unlock(reference)
      thread.release(owned)
      return false
    }
    let slot = store.items + position
    let old = Value(bits: slot.pointee)
    racer_store_release_word(slot, owned.bits)
    thread.unlock(reference)
    thread.release(old)
    return true
  }

  /// Appends a borrowed value.
  @inline(__always) package func append(_ thread: ThreadState, _ value: Value) throws(Raised) {
    if !thread.isShared {
      let count = count
      let store = store
      if count < store.capacity {
        store.items[count] = thread.retain(value).bits
        setCount(count &+ 1)
        return
      }
    }
    try appendOwnedSlow(thread, thread.retain(value))
  }

  /// Appends an owned value, which is released if there is no memory.
  @inline(__always) package func appendOwned(_ thread: ThreadState, _ owned: Value) throws(Raised) {
    if !thread.isShared {
      let count = count
      let store = store
      if count < store.capacity {
        store.items[count] = owned.bits
        setCount(count &+ 1)
        return
      }
    }
    try appendOwnedSlow(thread, owned)
  }

  /// The same for a list that no other thread has seen yet.
  @inline(__always) func appendOwnedWhilePrivate(_ thread: ThreadState, _ owned: Value)
    throws(Raised)
  {
    let count = count
    let store = store
    if count < store.capacity {
      store.items[count] = owned.bits
      setCount(count &+ 1)
    } else {
      try appendOwnedSlow(thread, owned)
    }
  }

  @inline(never) private func appendOwnedSlow(_ thread: ThreadState, _ owned: Value) throws(Raised)
  {
    let discarded: DiscardedStore
    do throws(Raised) { discarded = try lockWithRoom(thread, for: 1) } catch {
      thread.release(owned)
      throw error
    }
    let count = count
    sequence.beginWrite(thread)
    racer_store_release_word(store.items + count, owned.bits)
    setCount(count + 1)
    sequence.endWrite(thread)
    thread.unlock(reference)
    discarded.discard(thread)
  }

  /// Removes and returns the last item, or unbound.
  @inline(__always) package func popLast(_ thread: ThreadState) -> Value {
    thread.lock(reference)
    let count = count
    if count == 0 {
      thread.unlock(reference)
      return .unbound
    }
    sequence.beginWrite(thread)
    let value = Value(bits: store.items[count - 1])
    setCount(count - 1)
    sequence.endWrite(thread)
    thread.unlock(reference)
    return value
  }
}

// MARK: Room

extension ListObject {
  /// Takes the lock with room for more items than there are. The caller commits, unlocks, and then
  /// discards what is returned. On failure the lock is not held.
  func lockWithRoom(_ thread: ThreadState, for extra: Int) throws(Raised) -> DiscardedStore {
    thread.lock(reference)
    var discarded = DiscardedStore.none
    while store.capacity - count < extra {
      let needed = count + extra
      thread.unlock(reference)
      discarded.discard(thread)
      let fresh = try ListStore.make(
        thread, capacity: extra == 1 ? ListStore.grownCapacity(for: needed) : needed + needed >> 3)
      thread.lock(reference)
      discarded = installLocked(thread, fresh, extra)
    }
    return discarded
  }

  /// Moves the items to a larger store, if it still is one. The lock is held.
  func installLocked(_ thread: ThreadState, _ fresh: ListStore, _ extra: Int) -> DiscardedStore {
    let old = store
    let count = count
    if old.capacity - count >= extra || fresh.capacity < count {
      return fresh.discarded(wasPublished: false)
    }
    // Nobody else sees the new store yet: plain stores. Readers of the old one fail the sequence.
    fresh.items.update(from: old.items, count: count)
    sequence.beginWrite(thread)
    setStore(fresh)
    sequence.endWrite(thread)
    return old.discarded(wasPublished: true)
  }
}
