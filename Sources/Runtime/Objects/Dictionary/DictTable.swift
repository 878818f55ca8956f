// The table of a dict: index, then entries in insertion order.
//
//    0  version       u32  of the key layout, for inline caches; 0 = none assigned (R9)
//    4  logSize       u8   the index has 2^logSize slots
//    5  logWidth      u8   of 2^logWidth bytes each
//    8  capacity           entries that fit: two thirds of the index
//   16  used               entries written so far, deleted ones included
//   24  entriesOffset
//   32  scanStart          no live entry lies below
//   40  scanEnd            no live entry lies at or above (`popitem`)
//   48  index              signed: entry number, -1 empty, -2 deleted
//    …  entries            (hash, key, value)
//
// Within one table an entry number is never used for a second key, index slots go empty → entry →
// deleted only (so `used` bounds the slots that are not empty, and a third of them always are), and
// an entry is written before its index slot (release).
// So a reader without the lock that follows an index slot (acquire) sees a whole entry, and a
// probe sequence only ever gets longer (concurrency.md R4). A deleted entry's key and value are
// unbound.

import CRuntime
import Glibc

struct DictEntry {
  var hash: Int
  var key: UInt
  var value: UInt
}

package struct DictTable {
  package let base: UnsafeMutableRawPointer

  @inline(__always) init(_ base: UnsafeMutableRawPointer) { self.base = base }

  static let headerSize = 48
  static let emptySlot = -1
  static let deletedSlot = -2
  static var empty: DictTable { DictTable(racer_empty_dict_table()) }

  /// Guard of caches of entry numbers.
  @inline(__always) package var version: UInt32 { racer_load_acquire_u32(base) }
  func setVersion(_ version: UInt32) { racer_store_release_u32(base, version) }
  /// Before the key layout changes: caches of it die first (R9).
  @inline(__always) func invalidateCaches() {
    if racer_load_relaxed_u32(base) != 0 { racer_store_release_u32(base, 0) }
  }

  @inline(__always) var logSize: Int { Int(base.load(fromByteOffset: 4, as: UInt8.self)) }
  @inline(__always) var logWidth: UInt8 { base.load(fromByteOffset: 5, as: UInt8.self) }
  @inline(__always) var mask: Int { (1 &<< logSize) &- 1 }
  @inline(__always) var capacity: Int { base.load(fromByteOffset: 8, as: Int.self) }
  @inline(__always) var used: Int { Int(bitPattern: racer_load_acquire_word(base + 16)) }
  @inline(__always) func setUsed(_ used: Int) {
    racer_store_release_word(base + 16, UInt(bitPattern: used))
  }
  @inline(__always) var scanStart: Int { Int(bitPattern: racer_load_relaxed_word(base + 32)) }
  @inline(__always) func setScanStart(_ index: Int) {
    racer_store_relaxed_word(base + 32, UInt(bitPattern: index))
  }
  @inline(__always) var scanEnd: Int { Int(bitPattern: racer_load_relaxed_word(base + 40)) }
  @inline(__always) func setScanEnd(_ index: Int) {
    racer_store_relaxed_word(base + 40, UInt(bitPattern: index))
  }
  @inline(__always) var index: UnsafeMutableRawPointer { base + DictTable.headerSize }
  @inline(__always) var entries: UnsafeMutablePointer<DictEntry> {
    (base + base.load(fromByteOffset: 24, as: Int.self)).assumingMemoryBound(to: DictEntry.self)
  }
  @inline(__always) var isEmptyTable: Bool { capacity == 0 }

  @inline(__always) func keySlot(_ entry: Int) -> UnsafeMutablePointer<UInt> {
    UnsafeMutableRawPointer(entries + entry).assumingMemoryBound(to: UInt.self) + 1
  }
  /// Address of an entry's value word.
  @inline(__always) package func valueSlot(_ entry: Int) -> UnsafeMutablePointer<UInt> {
    UnsafeMutableRawPointer(entries + entry).assumingMemoryBound(to: UInt.self) + 2
  }
  @inline(__always) func key(_ entry: Int) -> Value {
    Value(bits: racer_load_acquire_word(keySlot(entry)))
  }
  @inline(__always) func value(_ entry: Int) -> Value {
    Value(bits: racer_load_acquire_word(valueSlot(entry)))
  }

  @inline(__always) func indexSlot(_ slot: Int) -> Int {
    switch logWidth {
    case 0: Int(Int8(bitPattern: racer_load_acquire_u8(index + slot)))
    case 1: Int(racer_load_acquire_i16(index + slot &<< 1))
    default: Int(Int32(bitPattern: racer_load_acquire_u32(index + slot &<< 2)))
    }
  }
  @inline(__always) func setIndexSlot(_ slot: Int, _ entry: Int) {
    switch logWidth {
    case 0: racer_store_release_u8(index + slot, UInt8(truncatingIfNeeded: entry))
    case 1: racer_store_release_i16(index + slot &<< 1, Int16(truncatingIfNeeded: entry))
    default: racer_store_release_u32(index + slot &<< 2, UInt32(truncatingIfNeeded: entry))
    }
  }
}

// MARK: Making

extension DictTable {
  /// The index size whose two thirds hold so many entries.
  static func logSize(forEntries count: Int) -> Int {
    var log = 3
    while (1 << log) * 2 / 3 < count { log += 1 }
    return log
  }

  private static func logWidth(_ logSize: Int) -> Int {
    logSize <= 7 ? 0 : logSize <= 15 ? 1 : 2
  }

  static func bytes(logSize: Int) -> Int {
    let capacity = (1 << logSize) * 2 / 3
    return headerSize + 1 << (logSize + logWidth(logSize)) + capacity * MemoryLayout<DictEntry>.size
  }
  var bytes: Int { DictTable.bytes(logSize: logSize) }

  static func make(_ thread: ThreadState, logSize: Int) throws(Raised) -> DictTable {
    if logSize > 31 { throw thread.raiseMemoryError() }
    let base = try thread.allocateStore(bytes: bytes(logSize: logSize))
    let width = logWidth(logSize)
    let indexBytes = 1 << (logSize + width)
    base.storeBytes(of: 0, as: UInt32.self)
    base.storeBytes(of: UInt32(logSize | width << 8), toByteOffset: 4, as: UInt32.self)
    base.storeBytes(of: (1 << logSize) * 2 / 3, toByteOffset: 8, as: Int.self)
    base.storeBytes(of: 0, toByteOffset: 16, as: Int.self)
    base.storeBytes(of: headerSize + indexBytes, toByteOffset: 24, as: Int.self)
    base.storeBytes(of: 0, toByteOffset: 32, as: Int.self)
    base.storeBytes(of: 0, toByteOffset: 40, as: Int.self)
    memset(base + headerSize, 0xFF, indexBytes)
    return DictTable(base)
  }

  static func make(_ thread: ThreadState, forEntries count: Int) throws(Raised) -> DictTable {
    count == 0 ? empty : try make(thread, logSize: logSize(forEntries: count))
  }

  /// Fills a fresh table with another one's live entries. Counts move, or are taken with a thread.
  func fill(from other: DictTable, retaining thread: ThreadState?) {
    let mask = mask
    let source = other.entries
    let target = entries
    var used = 0
    for position in 0..<other.used {
      var entry = source[position]
      if entry.key == Value.unbound.bits { continue }
      if let thread {
        thread.retain(Value(bits: entry.key))
        entry.value = thread.retain(Value(bits: entry.value)).bits
      }
      target[used] = entry
      var probe = DictProbe(entry.hash, mask: mask)
      while indexSlot(probe.slot) != DictTable.emptySlot { probe.advance(mask: mask) }
      setIndexSlot(probe.slot, used)
      used += 1
    }
    setUsed(used)
    setScanEnd(used)
  }

  func discarded(wasPublished: Bool) -> DiscardedStore {
    if isEmptyTable { return .none }
    return DiscardedStore(base: base, bytes: bytes, wasPublished: wasPublished)
  }
}

// MARK: Probing

/// A place in a key's probe sequence.
struct DictProbe {
  var slot: Int
  var perturb: UInt
  /// The entry that `find` stopped at.
  var entry = -1

  @inline(__always) init(_ hash: Int, mask: Int) {
    perturb = UInt(bitPattern: hash)
    slot = Int(bitPattern: perturb) & mask
  }

  @inline(__always) mutating func advance(mask: Int) {
    perturb &>>= 5
    slot = (slot &* 5 &+ Int(bitPattern: perturb) &+ 1) & mask
  }
}

extension DictTable {
  static let absent = -1
  static let undecided = -2

  /// The entry of a key (stripped), `absent` with the probe at the empty slot where it would go, or
  /// `undecided` with the probe at an entry that only `__eq__` can compare. The lock is held.
  @inline(__always) func find(_ key: Value, _ hash: Int, _ probe: inout DictProbe) -> Int {
    let mask = mask
    let entries = entries
    while true {
      let found = indexSlot(probe.slot)
      if found >= 0 {
        let entry = entries + found
        if entry.pointee.key == key.bits {
          probe.entry = found
          return found
        }
        if entry.pointee.hash == hash {
          switch Value.keyEquality(Value(bits: entry.pointee.key), key) {
          case .equal:
            probe.entry = found
            return found
          case .different: break
          case .unknown:
            probe.entry = found
            return DictTable.undecided
          }
        }
      } else if found == DictTable.emptySlot {
        return DictTable.absent
      }
      probe.advance(mask: mask)
    }
  }

  /// The same without the lock, for exact strings and small integers: nothing is read through an
  /// entry's key before it is secured. `undecided` sends the caller to the lock.
  func findShared(_ thread: ThreadState, _ key: Value, _ hash: Int) -> Int {
    let mask = mask
    let entries = entries
    var probe = DictProbe(hash, mask: mask)
    while true {
      let found = indexSlot(probe.slot)
      if found >= 0 {
        let candidate = self.key(found)
        if candidate.bits == key.bits { return found }
        if racer_load_relaxed_word(entries + found) == UInt(bitPattern: hash) {
          switch DictTable.sharedEquality(thread, candidate, keySlot(found), key) {
          case .equal: return found
          case .different: break
          case .unknown: return DictTable.undecided
          }
        }
      } else if found == DictTable.emptySlot {
        return DictTable.absent
      }
      probe.advance(mask: mask)
    }
  }

  /// Secures a candidate key that was read from a slot, and compares it.
  static func sharedEquality(
    _ thread: ThreadState, _ candidate: Value, _ slot: UnsafeMutablePointer<UInt>, _ key: Value
  ) -> KeyEquality {
    if !candidate.isReference { return Value.keyEquality(candidate, key) }
    guard let secured = thread.tryBorrow(slot.asValue) else { return .unknown }
    defer { thread.releaseLater(secured) }
    return secured.stripped.bits == candidate.bits
      ? Value.keyEquality(candidate, key) : .unknown
  }
}
