// dict: insertion-ordered compact hash table.
//
// Invariants (concurrency.md R4, R5, R9):
// - Table pointer, count and entries change only under the dict's byte lock. Everything but the
//   overwrite of one value is bracketed by the sequence word; a table's own rules are in DictTable.
// - `get` with an exact str or small int key takes no lock, hit or miss: sequence, table, index
//   (acquire), entry, value (acquire) with TryIncref and recheck, table again, sequence again. A
//   hit is valid at the recheck of the value: the table was still the dict's, and its entry
//   belongs to the key for the table's life. A miss is valid because no commit overlapped it.
// - Other keys are found under the lock. Where only `__eq__` can compare, the candidate is
//   counted, the lock given up, `__eq__` called, the lock retaken, and the search restarts if the
//   sequence moved. A new table moves the sequence in solo mode too: an old table's address may
//   come back.
// - A change of the key layout first sets the table's version to 0 (inline caches, R9).
// - Displaced keys, values and tables are released after the unlock; tables by epoch.

import CRuntime

package struct DictBody {
  package var header: Header
  package var sequence: UInt64
  package var table: UnsafeMutableRawPointer
  package var count: Int
}

/// A dict, borrowed.
package struct DictObject {
  package let body: UnsafeMutablePointer<DictBody>

  /// The value must be a dict.
  @inline(__always) package init(_ value: Value) { body = value.reference.body(DictBody.self) }
  @inline(__always) package var value: Value { Value(reference) }
  @inline(__always) var reference: Reference { Reference(UnsafeMutableRawPointer(body)) }
}

extension DictObject {
  @inline(__always) var sequenceAddress: UnsafeMutablePointer<UInt64> {
    (UnsafeMutableRawPointer(body) + MemoryLayout<Header>.size)
      .assumingMemoryBound(to: UInt64.self)
  }
  @inline(__always) var sequence: SequenceWord { SequenceWord(sequenceAddress) }
  /// For a search that was interrupted: whether keys moved since. The lock is held.
  @inline(__always) var sequenceNumber: UInt64 { racer_load_relaxed_u64(sequenceAddress) }
  @inline(__always) private var tableAddress: UnsafeMutableRawPointer {
    UnsafeMutableRawPointer(body) + MemoryLayout<Header>.size + 8
  }
  @inline(__always) private var countAddress: UnsafeMutableRawPointer {
    UnsafeMutableRawPointer(body) + MemoryLayout<Header>.size + 16
  }

  /// The table; valid until the next safepoint, lock or release (R6).
  @inline(__always) package var table: DictTable {
    DictTable(
      UnsafeMutableRawPointer(bitPattern: racer_load_acquire_word(tableAddress)).unsafelyUnwrapped)
  }
  @inline(__always) func setTable(_ table: DictTable) {
    racer_store_release_word(tableAddress, UInt(bitPattern: table.base))
  }
  @inline(__always) package var count: Int {
    Int(bitPattern: racer_load_relaxed_word(countAddress))
  }
  @inline(__always) func setCount(_ count: Int) {
    racer_store_relaxed_word(countAddress, UInt(bitPattern: count))
  }

  /// Gives a fresh object, whose memory is zero, the empty table.
  @inline(__always) package func initializeEmpty() { body.pointee.table = racer_empty_dict_table() }

  @inline(__always) package static func make(_ thread: ThreadState) throws(Raised) -> DictObject {
    let dict = DictObject(
      Value(try thread.allocate(TypeObject(.dict), size: MemoryLayout<DictBody>.size)))
    dict.initializeEmpty()
    return dict
  }

  /// An empty dict with room for so many entries.
  package static func make(_ thread: ThreadState, capacity: Int) throws(Raised) -> DictObject {
    let dict = try make(thread)
    do throws(Raised) {
      dict.setTable(try DictTable.make(thread, forEntries: capacity))
    } catch {
      thread.release(dict.value)
      throw error
    }
    return dict
  }
}

// MARK: Inline caches

extension DictObject {
  /// Version of the current table's key layout, assigned now if it has none; 0 = don't cache.
  package func keysVersion(_ thread: ThreadState) -> UInt32 {
    thread.lock(reference)
    let table = table
    if table.version == 0 && !table.isEmptyTable { table.setVersion(VersionCounter.keys.next()) }
    let version = table.version
    thread.unlock(reference)
    return version
  }

  /// The entry number of an exact str in the current table, or -1. Valid with the version that
  /// `keysVersion` gives before and after.
  package func entryIndex(_ thread: ThreadState, name: Value) -> Int {
    let hash = StringObject(name).hash
    thread.lock(reference)
    let table = table
    var probe = DictProbe(hash, mask: table.mask)
    let found = table.find(name.stripped, hash, &probe)
    thread.unlock(reference)
    return max(found, -1)
  }
}

extension VersionCounter {
  /// Versions of dict key layouts.
  nonisolated(unsafe) static let keys = VersionCounter(limit: 1 << 28 - 1)
}
