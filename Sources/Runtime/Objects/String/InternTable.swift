// The process-wide table of interned strings: one immortal object for each text.
//
// Open addressing over words that are set once, from 0 to a string. Look-ups take no lock: they
// load the table (acquire) and its slots (acquire). Insertions hold the mutex. A table that has
// been outgrown stays allocated for readers that still look at it; as sizes double, all old tables
// together are smaller than the current one.

import CRuntime
import Glibc

package enum InternTable {
  private struct Table {
    var mask: Int
    var used: Int
    var slots: UnsafeMutablePointer<UInt>
  }

  /// The current table, and the mutex that insertions hold.
  private struct Root {
    var mutex = pthread_mutex_t()
    var table: UnsafeMutablePointer<Table>
  }

  nonisolated(unsafe) private static let root: UnsafeMutablePointer<Root> = {
    let root = UnsafeMutablePointer<Root>.allocate(capacity: 1)
    root.initialize(to: Root(table: makeTable(capacity: 4096)))
    return root
  }()

  private static func makeTable(capacity: Int) -> UnsafeMutablePointer<Table> {
    let slots = calloc(capacity, MemoryLayout<UInt>.stride).unsafelyUnwrapped
      .bindMemory(to: UInt.self, capacity: capacity)
    let table = UnsafeMutablePointer<Table>.allocate(capacity: 1)
    table.initialize(to: Table(mask: capacity - 1, used: 0, slots: slots))
    return table
  }

  private static func currentTable(_ root: UnsafeMutablePointer<Root>)
    -> UnsafeMutablePointer<Table>
  {
    let field = UnsafeRawPointer(root) + MemoryLayout<Root>.offset(of: \.table).unsafelyUnwrapped
    return UnsafeMutablePointer(bitPattern: racer_load_acquire_word(field)).unsafelyUnwrapped
  }

  /// The interned string of this text, or unbound.
  static func find(_ string: StringObject) -> Value {
    let table = currentTable(root)
    let mask = table.pointee.mask
    var index = string.hash & mask
    while true {
      let word = racer_load_acquire_word(table.pointee.slots + index)
      if word == 0 { return .unbound }
      let candidate = Value(bits: word)
      let other = StringObject(candidate)
      if other.hash == string.hash && StringObject.areEqual(other, string) { return candidate }
      index = (index + 1) & mask
    }
  }

  /// Adds an immortal string unless another thread added its text first; returns the one there.
  static func insert(_ value: Value) -> Value {
    let root = root
    pthread_mutex_lock(&root.pointee.mutex)
    defer { pthread_mutex_unlock(&root.pointee.mutex) }
    let string = StringObject(value)
    let present = find(string)
    if !present.isUnbound { return present }
    var table = root.pointee.table
    if (table.pointee.used + 1) * 3 > (table.pointee.mask + 1) * 2 {
      table = grown(table)
      let field =
        UnsafeMutableRawPointer(root) + MemoryLayout<Root>.offset(of: \.table).unsafelyUnwrapped
      racer_store_release_word(field, UInt(bitPattern: table))
    }
    string.body.pointee.isInterned = true
    place(value.bits, string.hash, in: table)
    return value
  }

  private static func grown(_ old: UnsafeMutablePointer<Table>) -> UnsafeMutablePointer<Table> {
    let table = makeTable(capacity: (old.pointee.mask + 1) * 2)
    for index in 0...old.pointee.mask where old.pointee.slots[index] != 0 {
      let word = old.pointee.slots[index]
      place(word, StringObject(Value(bits: word)).hash, in: table)
    }
    return table
  }

  private static func place(_ word: UInt, _ hash: Int, in table: UnsafeMutablePointer<Table>) {
    var index = hash & table.pointee.mask
    while table.pointee.slots[index] != 0 { index = (index + 1) & table.pointee.mask }
    racer_store_release_word(table.pointee.slots + index, word)
    table.pointee.used += 1
  }

  /// Interned strings, for statistics and tests.
  package static var count: Int { currentTable(root).pointee.used }
}

extension ThreadState {
  /// The interned, immortal string of an exact str's text. Raises MemoryError only.
  package func internValue(_ value: Value) throws(Raised) -> Value {
    let string = StringObject(value)
    if string.body.pointee.isInterned { return value.stripped }
    let present = InternTable.find(string)
    if !present.isUnbound { return present }
    if makeImmortal(ifUniquelyCounted: value) { return InternTable.insert(value.stripped) }
    let copy = try StringObject.make(self, count: string.count, maximum: string.view.maximum)
    memcpy(copy.bytes, string.bytes, string.view.byteCount)
    _ = makeImmortal(ifUniquelyCounted: copy.value)
    return InternTable.insert(copy.value)
  }

  /// The interned string of Swift text, which must be short enough never to fail.
  package func intern(_ text: String) -> Value {
    do throws(Raised) {
      let value = try string(text)
      let interned = try internValue(value)
      release(value)
      return interned
    } catch {
      fatalError("out of memory while interning a name")
    }
  }

  /// The interned string of a literal. (Interpolating one into a String asks the runtime library for
  /// its conformances, which start-up has no time for.)
  package func internLiteral(_ text: StaticString) throws(Raised) -> Value {
    try intern(text.utf8Start, count: text.utf8CodeUnitCount)
  }

  /// The interned string of UTF-8 text.
  package func intern(_ utf8: UnsafePointer<UInt8>, count: Int) throws(Raised) -> Value {
    let value = try string(utf8: UnsafeRawBufferPointer(start: utf8, count: count))
    defer { release(value) }
    return try internValue(value)
  }

  /// Makes an object immortal where this thread alone counts it: nobody else may be changing its
  /// header. Says whether it is immortal now.
  private func makeImmortal(ifUniquelyCounted value: Value) -> Bool {
    let reference = value.reference
    let bias = reference.bias
    if UInt32(truncatingIfNeeded: bias) == Header.immortalLocal { return true }
    guard UInt32(truncatingIfNeeded: bias >> 32) == owner,
      racer_load_relaxed_u32(reference.sharedAddress) == 0
    else { return false }
    makeImmortal(reference)
    return true
  }
}
