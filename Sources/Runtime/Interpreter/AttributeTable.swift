// The second level of the attribute caches: a table of each thread, for instructions that see objects
// of several classes. It holds the same words as the inline caches, under the name and the guard
// that they carry, so an entry can't be stale either: versions are never reused (R9).

import CRuntime

@frozen public struct AttributeTableEntry {
  var name: UInt
  /// For `super()`: the class behind which the search starts; else 0.
  var start: UInt
  var word: UInt64
}

extension ThreadState {
  private static var attributeTableSize: Int { 2048 }

  @inline(__always) private func attributeTableIndex(_ guardBits: UInt32, _ name: Value) -> Int {
    let mixed = (name.bits >> 4) &* 0x9E37_79B9 ^ UInt(guardBits) &* 0x85EB_CA6B
    return Int(mixed >> 8 & UInt(ThreadState.attributeTableSize - 1))
  }

  /// Stores a word both in an instruction and in the table. An instruction has two cache words, each
  /// complete in itself: the classes that came first stay, as long as others come rarely.
  func remember(_ word: CacheWord, _ name: Value, _ address: UnsafeMutablePointer<UInt64>) {
    let first = CacheWord(address)
    let isSecond = first.bits != 0 && first.guardBits != word.guardBits
    word.store(isSecond ? address + 1 : address)
    if record.pointee.attributeTable == nil { makeAttributeTable() }
    let entry =
      record.pointee.attributeTable.unsafelyUnwrapped + attributeTableIndex(word.guardBits, name)
    entry.pointee = AttributeTableEntry(name: name.bits & ~8, start: 0, word: word.bits)
  }

  @inline(never) private func makeAttributeTable() {
    let table = UnsafeMutablePointer<AttributeTableEntry>.allocate(
      capacity: ThreadState.attributeTableSize)
    table.initialize(
      repeating: AttributeTableEntry(name: 0, start: 0, word: 0),
      count: ThreadState.attributeTableSize)
    record.pointee.attributeTable = table
  }

  /// The word for a name under a guard, or nil. Now and then it goes back to the instruction, which
  /// may have settled on another class.
  @inline(__always) func remembered(
    _ kind: CacheWord.Kind, _ version: UInt32, _ name: Value,
    _ address: UnsafeMutablePointer<UInt64>
  ) -> CacheWord? {
    guard let table = record.pointee.attributeTable else { return nil }
    let guardBits = CacheWord.guardBits(kind, version)
    let entry = table + attributeTableIndex(guardBits, name)
    let word = CacheWord(bits: entry.pointee.word)
    guard entry.pointee.name == name.bits & ~8, word.guardBits == guardBits else { return nil }
    record.pointee.attributeTableHits &+= 1
    let hits = record.pointee.attributeTableHits
    if hits & 31 == 0 { word.store(hits & 32 == 0 ? address : address + 1) }
    return word
  }

  /// What `super()` finds for a name behind `start` in the order of `objectType`: as
  /// `SuperObject.find`, remembered for classes without instances' own attributes of the name.
  func superLookup(_ start: TypeObject, _ objectType: TypeObject, _ name: Value) -> Value {
    let version = assignVersion(objectType)
    let mixed = Value(bits: name.bits ^ start.bits)
    if version != 0, let table = record.pointee.attributeTable {
      let guardBits = CacheWord.guardBits(.superAttribute, version)
      let entry = table + attributeTableIndex(guardBits, mixed)
      if entry.pointee.name == name.bits & ~8, entry.pointee.start == start.bits,
        UInt32(truncatingIfNeeded: entry.pointee.word) == guardBits
      {
        return ObjectHandle(UInt32(truncatingIfNeeded: entry.pointee.word >> 32)).value
      }
    }
    let found = SuperObject.find(self, start: start, objectType: objectType, name)
    if version != 0, let handle = ObjectHandle(found) {
      if record.pointee.attributeTable == nil { makeAttributeTable() }
      let word = CacheWord(.superAttribute, version: version, payload: handle.bits)
      let entry =
        record.pointee.attributeTable.unsafelyUnwrapped
        + attributeTableIndex(word.guardBits, mixed)
      entry.pointee = AttributeTableEntry(
        name: name.bits & ~8, start: start.bits, word: word.bits)
    }
    return found
  }
}
