// The table of a set: open addressing, a few neighbouring slots before each jump (the order of the
// slots is what scripts see when they iterate; it follows CPython's scheme).
//
//    0  mask
//    8  fill      slots that were ever used, deleted ones included
//   16  slots     (hash, key)
//
// Within one table a slot goes unused → key → deleted only, and a slot's hash is written before its
// key (release). So a reader without the lock that loads a key (acquire) has its hash, and a probe
// sequence only gets longer (concurrency.md R4). Unused is the word 4 (unbound), deleted 0x64,
// which is no Python value.

import CRuntime

struct SetSlot {
  var hash: Int
  var key: UInt
}

struct SetTable {
  let base: UnsafeMutableRawPointer

  @inline(__always) init(_ base: UnsafeMutableRawPointer) { self.base = base }

  static let headerSize = 16
  static let minimumMask = 7
  static let neighbours = 9
  static let unused = Value.unbound.bits
  static let deleted: UInt = 0x64

  @inline(__always) var mask: Int { base.load(as: Int.self) }
  @inline(__always) var fill: Int { base.load(fromByteOffset: 8, as: Int.self) }
  @inline(__always) func setFill(_ fill: Int) {
    base.storeBytes(of: fill, toByteOffset: 8, as: Int.self)
  }
  @inline(__always) var slots: UnsafeMutablePointer<SetSlot> {
    (base + SetTable.headerSize).assumingMemoryBound(to: SetSlot.self)
  }
  @inline(__always) func keySlot(_ slot: Int) -> UnsafeMutablePointer<UInt> {
    (base + SetTable.headerSize + slot * 16 + 8).assumingMemoryBound(to: UInt.self)
  }
  @inline(__always) func keyBits(_ slot: Int) -> UInt { racer_load_acquire_word(keySlot(slot)) }
  @inline(__always) func hash(_ slot: Int) -> Int {
    Int(bitPattern: racer_load_relaxed_word(slots + slot))
  }
  @inline(__always) static func isKey(_ bits: UInt) -> Bool {
    bits != SetTable.unused && bits != SetTable.deleted
  }

  static func bytes(mask: Int) -> Int { headerSize + (mask + 1) * 16 }
  var bytes: Int { SetTable.bytes(mask: mask) }

  static func make(_ thread: ThreadState, mask: Int) throws(Raised) -> SetTable {
    if mask >= 1 << 56 { throw thread.raiseMemoryError() }
    let table = SetTable(try thread.allocateStore(bytes: bytes(mask: mask)))
    table.base.storeBytes(of: mask, as: Int.self)
    table.setFill(0)
    let slots = table.slots
    for slot in 0...mask { slots[slot] = SetSlot(hash: 0, key: unused) }
    return table
  }

  /// The mask of the smallest table with more slots than this.
  static func mask(over count: Int) -> Int {
    var size = 8
    while size <= count { size <<= 1 }
    return size - 1
  }

  /// Adds a key that no key of the table equals; the word and its count move in.
  func insertNew(_ key: UInt, _ hash: Int) {
    let mask = mask
    var probe = SetProbe(hash, mask: mask)
    while keyBits(probe.slot) != SetTable.unused { probe.advance(mask: mask) }
    slots[probe.slot] = SetSlot(hash: hash, key: key)
    setFill(fill + 1)
  }

  /// Fills a fresh table with another one's keys. Counts move, or are taken with a thread.
  func fill(from other: SetTable, retaining thread: ThreadState?) {
    let isSameShape = mask == other.mask
    var hasDeleted = false
    for slot in 0...other.mask where other.slots[slot].key == SetTable.deleted { hasDeleted = true }
    for slot in 0...other.mask {
      let entry = other.slots[slot]
      if !SetTable.isKey(entry.key) { continue }
      if let thread { thread.retain(Value(bits: entry.key)) }
      if isSameShape && !hasDeleted {
        slots[slot] = entry
        setFill(fill + 1)
      } else {
        insertNew(entry.key, entry.hash)
      }
    }
  }

  func discarded(wasPublished: Bool) -> DiscardedStore {
    DiscardedStore(base: base, bytes: bytes, wasPublished: wasPublished)
  }
}

/// A place in a key's probe sequence.
struct SetProbe {
  var slot: Int
  private var start: Int
  private var left: Int
  private var perturb: UInt

  @inline(__always) init(_ hash: Int, mask: Int) {
    perturb = UInt(bitPattern: hash)
    start = hash & mask
    slot = start
    left = start + SetTable.neighbours <= mask ? SetTable.neighbours : 0
  }

  @inline(__always) mutating func advance(mask: Int) {
    if left > 0 {
      left &-= 1
      slot &+= 1
      return
    }
    perturb &>>= 5
    start = (start &* 5 &+ 1 &+ Int(bitPattern: perturb)) & mask
    slot = start
    left = start + SetTable.neighbours <= mask ? SetTable.neighbours : 0
  }
}

extension SetTable {
  /// Whether the search ended at the key, at a slot where it would go, or at one that only `__eq__`
  /// can compare. The probe says which slot. The lock is held.
  enum Outcome { case found, absent, undecided }

  @inline(__always) func find(_ key: Value, _ hash: Int, _ probe: inout SetProbe) -> Outcome {
    let mask = mask
    let slots = slots
    while true {
      let entry = slots + probe.slot
      let bits = entry.pointee.key
      if bits == key.bits { return .found }
      if bits == SetTable.unused { return .absent }
      if entry.pointee.hash == hash && bits != SetTable.deleted {
        switch Value.keyEquality(Value(bits: bits), key) {
        case .equal: return .found
        case .different: break
        case .unknown: return .undecided
        }
      }
      probe.advance(mask: mask)
    }
  }

  /// The same without the lock, for exact strings and small integers.
  func findShared(_ thread: ThreadState, _ key: Value, _ hash: Int) -> Outcome {
    let mask = mask
    var probe = SetProbe(hash, mask: mask)
    while true {
      let bits = keyBits(probe.slot)
      if bits == key.bits { return .found }
      if bits == SetTable.unused { return .absent }
      if bits != SetTable.deleted && self.hash(probe.slot) == hash {
        switch DictTable.sharedEquality(thread, Value(bits: bits), keySlot(probe.slot), key) {
        case .equal: return .found
        case .different: break
        case .unknown: return .undecided
        }
      }
      probe.advance(mask: mask)
    }
  }
}
