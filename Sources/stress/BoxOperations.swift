// A list in miniature: the lock-free read and the commits of concurrency.md R4 and R5, as the real
// containers do them.

import CRuntime
import Glibc
import Runtime

struct BoxObject {
  let reference: Reference
  var body: UnsafeMutablePointer<Box> { reference.body(Box.self) }
  var value: Value { Value(reference) }

  init(_ reference: Reference) { self.reference = reference }

  static func make(_ thread: ThreadState) -> BoxObject {
    let body = thread.must { () throws(Raised) in try thread.allocate(TestTypes.box, Box.self) }
    return BoxObject(Reference(UnsafeMutableRawPointer(body)))
  }

  private var sequence: SequenceWord { SequenceWord(&body.pointee.sequence) }
  private var storeWord: UnsafeMutablePointer<UInt> {
    (UnsafeMutableRawPointer(body) + MemoryLayout<Box>.offset(of: \.store)!)
      .assumingMemoryBound(to: UInt.self)
  }
  private var countWord: UnsafeMutablePointer<Int> {
    (UnsafeMutableRawPointer(body) + MemoryLayout<Box>.offset(of: \.count)!)
      .assumingMemoryBound(to: Int.self)
  }
  /// Under the lock.
  var count: Int { loadCountRelaxed(countWord) }

  private func slots(_ store: UInt) -> UnsafeMutablePointer<Value> {
    UnsafeMutablePointer<Value>(bitPattern: store &+ 8).unsafelyUnwrapped
  }

  // MARK: Reads

  /// The item, owned; unbound beyond the end.
  func item(_ index: Int, _ thread: ThreadState) -> Value {
    if thread.isShared, let found = itemWithoutLock(index, thread) { return found }
    thread.lock(reference)
    var result = Value.unbound
    if index < count { result = thread.retain(loadSlot(slots(loadWordRelaxed(storeWord)) + index)) }
    thread.unlock(reference)
    thread.drainReleases()
    return result
  }

  private func itemWithoutLock(_ index: Int, _ thread: ThreadState) -> Value? {
    guard let start = sequence.beginRead() else { return nil }
    let store = loadWordAcquire(storeWord)
    yieldPoint()
    let count = loadCountRelaxed(countWord)
    if store == 0 || index >= count { return sequence.isUnchanged(since: start) ? .unbound : nil }
    let capacity = Int(loadWordRelaxed(UnsafeMutablePointer(bitPattern: store).unsafelyUnwrapped))
    if index >= capacity { return nil }
    yieldPoint()
    guard let item = thread.tryRetain(slots(store) + index) else { return nil }
    if loadWordRelaxed(storeWord) == store, sequence.isUnchanged(since: start) { return item }
    thread.releaseLater(item)
    return nil
  }

  /// `l[-1]`: count and slot must belong to one state.
  func lastItem(_ thread: ThreadState) -> Value {
    if thread.isShared, let start = sequence.beginRead() {
      let store = loadWordAcquire(storeWord)
      let last = loadCountRelaxed(countWord) - 1
      if store != 0, last >= 0,
        last < Int(loadWordRelaxed(UnsafeMutablePointer(bitPattern: store).unsafelyUnwrapped)),
        let item = thread.tryRetain(slots(store) + last)
      {
        if loadWordRelaxed(storeWord) == store, sequence.isUnchanged(since: start) { return item }
        thread.releaseLater(item)
      }
    }
    thread.lock(reference)
    let count = self.count
    let item =
      count == 0 ? .unbound : thread.retain(loadSlot(slots(loadWordRelaxed(storeWord)) + count - 1))
    thread.unlock(reference)
    thread.drainReleases()
    return item
  }

  func length(_ thread: ThreadState) -> Int { loadCountRelaxed(countWord) }

  // MARK: Commits

  /// Removes the last item, owned; unbound if there is none.
  func removeLast(_ thread: ThreadState) -> Value {
    thread.lock(reference)
    var result = Value.unbound
    if count > 0 {
      let rest = count - 1
      sequence.beginWrite(thread)
      result = exchangeSlot(slots(loadWordRelaxed(storeWord)) + rest, .unbound)
      yieldPoint()
      storeCountRelaxed(countWord, rest)
      sequence.endWrite(thread)
    }
    thread.unlock(reference)
    thread.drainReleases()
    return result
  }

  /// Takes the item over.
  func append(_ item: Value, _ thread: ThreadState) {
    while true {
      thread.lock(reference)
      let store = loadWordRelaxed(storeWord)
      let capacity = store == 0 ? 0 : Int(UnsafePointer<UInt>(bitPattern: store)!.pointee)
      if count < capacity { break }
      thread.unlock(reference)
      grow(from: store, capacity: capacity, thread)
    }
    sequence.beginWrite(thread)
    storeSlot(slots(loadWordRelaxed(storeWord)) + count, item)
    yieldPoint()
    storeCountRelaxed(countWord, count + 1)
    sequence.endWrite(thread)
    thread.unlock(reference)
    thread.drainReleases()
  }

  private func grow(from old: UInt, capacity: Int, _ thread: ThreadState) {
    let larger = max(4, capacity * 2)
    let bytes = (larger + 1) * 8
    let store = thread.must { () throws(Raised) in try thread.allocateStore(bytes: bytes) }
    let words = store.assumingMemoryBound(to: UInt.self)
    words[0] = UInt(larger)
    for index in 1...larger { words[index] = Value.unbound.bits }
    thread.lock(reference)
    if loadWordRelaxed(storeWord) != old {
      thread.unlock(reference)
      thread.freeStore(store, bytes: bytes)
      return
    }
    sequence.beginWrite(thread)
    if let from = UnsafePointer<UInt>(bitPattern: old) {
      atomicCopyWords(from: from + 1, to: words + 1, count: count)
    }
    storeWordRelease(storeWord, UInt(bitPattern: words))
    sequence.endWrite(thread)
    if let from = UnsafeMutableRawPointer(bitPattern: old) {
      thread.retireStore(from, bytes: (capacity + 1) * 8)
    }
    thread.unlock(reference)
  }

  /// Overwrites one slot: no sequence. Takes the item over; false (and not taken) beyond the end.
  func replace(_ index: Int, _ item: Value, _ thread: ThreadState) -> Bool {
    thread.lock(reference)
    let isThere = index < count
    if isThere {
      let old = exchangeSlot(slots(loadWordRelaxed(storeWord)) + index, item)
      thread.releaseLater(old)
    }
    thread.unlock(reference)
    thread.drainReleases()
    return isThere
  }

  /// Removes the first item, owned; unbound if there is none.
  func removeFirst(_ thread: ThreadState) -> Value {
    thread.lock(reference)
    var result = Value.unbound
    if count > 0 {
      let words = UnsafeMutablePointer<UInt>(bitPattern: loadWordRelaxed(storeWord))! + 1
      let rest = count - 1
      result = Value(bits: loadWordRelaxed(words))
      sequence.beginWrite(thread)
      thread.moveWords(from: words + 1, to: words, count: rest)
      storeWordRelaxed(words + rest, Value.unbound.bits)
      storeCountRelaxed(countWord, rest)
      sequence.endWrite(thread)
    }
    thread.unlock(reference)
    thread.drainReleases()
    return result
  }

  /// Drops the store with everything in it.
  func clear(_ thread: ThreadState) {
    thread.lock(reference)
    let store = loadWordRelaxed(storeWord)
    sequence.beginWrite(thread)
    let old = count
    for index in 0..<old {
      thread.releaseLater(exchangeSlot(slots(store) + index, .unbound))
    }
    storeCountRelaxed(countWord, 0)
    storeWordRelaxed(storeWord, 0)
    sequence.endWrite(thread)
    if let words = UnsafeMutablePointer<UInt>(bitPattern: store) {
      thread.retireStore(words, bytes: (Int(words.pointee) + 1) * 8)
    }
    thread.unlock(reference)
    thread.drainReleases()
  }

  /// Moves the first item of one box to another, in one commit over both.
  static func transfer(from source: BoxObject, to target: BoxObject, _ thread: ThreadState) {
    thread.lockPair(source.reference, target.reference)
    let targetStore = loadWordRelaxed(target.storeWord)
    let capacity =
      targetStore == 0 ? 0 : Int(UnsafePointer<UInt>(bitPattern: targetStore)!.pointee)
    if source.count > 0, target.count < capacity, source.reference.bits != target.reference.bits {
      let words = UnsafeMutablePointer<UInt>(bitPattern: loadWordRelaxed(source.storeWord))! + 1
      let rest = source.count - 1
      let item = Value(bits: loadWordRelaxed(words + rest))
      source.sequence.beginWrite(thread)
      target.sequence.beginWrite(thread)
      storeWordRelaxed(words + rest, Value.unbound.bits)
      storeCountRelaxed(source.countWord, rest)
      storeSlot(target.slots(targetStore) + target.count, item)
      storeCountRelaxed(target.countWord, target.count + 1)
      target.sequence.endWrite(thread)
      source.sequence.endWrite(thread)
    }
    thread.unlockPair(source.reference, target.reference)
    thread.drainReleases()
  }
}
