// Shapes: which instance attribute lies in which slot. Each class has a tree of shapes, whose root
// has no keys; adding an attribute moves an instance to the child for that name.
//
// - A shape never changes once published, except for its list of children, which grows under the
//   type lock and is published by a release store. Keys are shared along a line of the tree.
// - A slot never changes its meaning within an instance: instances only move down the tree, or to
//   the dictionary shape, from where nothing leads back (concurrency.md R9). So a reader that loads
//   shape, slot, and the same shape again has a consistent pair.
// - Shapes are native memory that lives as long as the process; a class gets at most 1,000, after
//   which its instances go to the dictionary shape.

import CRuntime
import Glibc

package struct ShapeBody {
  /// Guard of inline caches, 28 bits, 0 = uncacheable.
  var version: UInt32
  /// Number of keys that instances of this shape have.
  var count: UInt32
  var keys: UnsafeMutablePointer<ShapeKeys>
  /// First child; siblings follow through `nextSibling`.
  var firstChild: UInt
  var nextSibling: UInt
  /// The name that leads from the parent to this shape (its last key).
  var lastKey: UInt
  /// Position among the siblings, in order of creation: how caches name a child.
  var ordinal: UInt32
  /// Inline slots that each instance in this tree has; the same in all its shapes.
  var inlineSlots: UInt32
  var isDictionary: Bool
  /// In the root: shapes in the tree so far, and the root of the class's tree before this one.
  var treeSize: UInt32
  var previousRoot: UInt
}

/// Names in slot order, shared by the shapes of one line: a shape sees the first `count` of them.
struct ShapeKeys {
  var count: UInt32
  var capacity: UInt32
  var names: UnsafeMutablePointer<UInt>
  /// Open-addressing table of slot + 1 by name, once there are more than a few.
  var table: UnsafeMutablePointer<UInt16>?
  var tableMask: UInt32
}

package struct Shape {
  let body: UnsafeMutablePointer<ShapeBody>

  @inline(__always) init(bits: UInt) {
    body = UnsafeMutablePointer(bitPattern: bits).unsafelyUnwrapped
  }
  init(_ body: UnsafeMutablePointer<ShapeBody>) { self.body = body }
  @inline(__always) var bits: UInt { UInt(bitPattern: body) }
  @inline(__always) var count: Int { Int(body.pointee.count) }
  @inline(__always) var isDictionary: Bool { body.pointee.isDictionary }

  static let treeLimit: UInt32 = 1000
  static let linearLimit = 8
  static let keyLimit = 4096

  func name(at slot: Int) -> Value { Value(bits: body.pointee.keys.pointee.names[slot]) }

  /// The slot of an interned name, or -1.
  @inline(__always) func slot(of name: Value) -> Int {
    let count = count
    let keys = body.pointee.keys
    if count <= Shape.linearLimit {
      let names = keys.pointee.names
      var index = 0
      while index < count {
        if names[index] == name.bits & ~8 { return index }
        index += 1
      }
      return -1
    }
    return slotInTable(of: name.bits & ~8, count: count)
  }

  @inline(never) private func slotInTable(of name: UInt, count: Int) -> Int {
    let keys = body.pointee.keys
    guard let table = keys.pointee.table else {
      let names = keys.pointee.names
      for index in 0..<count where names[index] == name { return index }
      return -1
    }
    let mask = UInt(keys.pointee.tableMask)
    var probe = (name >> 4) &* 0x9E37_79B9_7F4A_7C15 >> 32 & mask
    while true {
      // Relaxed: what this shape has was entered before the shape was published.
      let entry = Int(racer_load_relaxed_u16(table + Int(probe)))
      if entry == 0 { return -1 }
      if entry <= count && keys.pointee.names[entry - 1] == name { return entry - 1 }
      probe = (probe + 1) & mask
    }
  }
}

// MARK: Growing the tree (under the type lock)

extension Shape {
  static func makeRoot(inlineSlots: Int, previous: UInt = 0) -> Shape {
    let root = make(
      keys: makeKeys(capacity: 8), count: 0, lastKey: 0, inlineSlots: UInt32(inlineSlots))
    root.body.pointee.previousRoot = previous
    return root
  }

  /// The shape of instances whose attributes are in a dict.
  static func makeDictionaryShape() -> Shape {
    let shape = makeRoot(inlineSlots: 0)
    shape.body.pointee.isDictionary = true
    shape.body.pointee.version = 0
    return shape
  }

  private static func makeKeys(capacity: Int) -> UnsafeMutablePointer<ShapeKeys> {
    let keys = UnsafeMutablePointer<ShapeKeys>.allocate(capacity: 1)
    keys.initialize(
      to: ShapeKeys(
        count: 0, capacity: UInt32(capacity),
        names: UnsafeMutablePointer<UInt>.allocate(capacity: capacity), table: nil, tableMask: 0))
    return keys
  }

  private static func make(
    keys: UnsafeMutablePointer<ShapeKeys>, count: Int, lastKey: UInt, inlineSlots: UInt32
  ) -> Shape {
    let body = UnsafeMutablePointer<ShapeBody>.allocate(capacity: 1)
    body.initialize(
      to: ShapeBody(
        version: VersionCounter.shapes.next(), count: UInt32(count), keys: keys, firstChild: 0,
        nextSibling: 0, lastKey: lastKey, ordinal: 0, inlineSlots: inlineSlots,
        isDictionary: false, treeSize: 1, previousRoot: 0))
    return Shape(body)
  }

  /// The child for one more name, if it exists already. Needs no lock.
  @inline(__always) func child(for name: Value) -> Shape? {
    var child = racer_load_acquire_word(&body.pointee.firstChild)
    while child != 0 {
      let shape = Shape(bits: child)
      if shape.body.pointee.lastKey == name.bits & ~8 { return shape }
      child = shape.body.pointee.nextSibling
    }
    return nil
  }

  /// The child for one more name, made if need be, or nil when the tree is full. The caller holds
  /// the type lock; the name is interned and immortal.
  func childMaking(_ name: Value, root: Shape) -> Shape? {
    if let child = child(for: name) { return child }
    guard root.body.pointee.treeSize < Shape.treeLimit, count < Shape.keyLimit else { return nil }
    let keys = appending(name.bits & ~8)
    let child = Shape.make(
      keys: keys, count: count + 1, lastKey: name.bits & ~8,
      inlineSlots: body.pointee.inlineSlots)
    child.body.pointee.nextSibling = body.pointee.firstChild
    if body.pointee.firstChild != 0 {
      child.body.pointee.ordinal = Shape(bits: body.pointee.firstChild).body.pointee.ordinal + 1
    }
    racer_store_release_word(&body.pointee.firstChild, child.bits)
    root.body.pointee.treeSize += 1
    return child
  }

  /// Keys with one more name at `count`: this line's own where it ends here and has room.
  private func appending(_ name: UInt) -> UnsafeMutablePointer<ShapeKeys> {
    var keys = body.pointee.keys
    if Int(keys.pointee.count) != count || keys.pointee.count == keys.pointee.capacity {
      let copy = Shape.makeKeys(capacity: max(8, count * 2))
      for index in 0..<count { Shape.add(keys.pointee.names[index], to: copy) }
      keys = copy
    }
    Shape.add(name, to: keys)
    return keys
  }

  private static func add(_ name: UInt, to keys: UnsafeMutablePointer<ShapeKeys>) {
    let slot = Int(keys.pointee.count)
    keys.pointee.names[slot] = name
    keys.pointee.count += 1
    guard keys.pointee.capacity > linearLimit else { return }
    if keys.pointee.table == nil {
      var size = 32
      while size < Int(keys.pointee.capacity) * 2 { size *= 2 }
      let table = UnsafeMutablePointer<UInt16>.allocate(capacity: size)
      table.initialize(repeating: 0, count: size)
      keys.pointee.tableMask = UInt32(size - 1)
      keys.pointee.table = table
    }
    let mask = UInt(keys.pointee.tableMask)
    let table = keys.pointee.table.unsafelyUnwrapped
    var probe = (name >> 4) &* 0x9E37_79B9_7F4A_7C15 >> 32 & mask
    while table[Int(probe)] != 0 { probe = (probe + 1) & mask }
    // Readers of shapes with fewer keys may be looking at the entry; they pass it over.
    racer_store_relaxed_u16(table + Int(probe), UInt16(slot + 1))
  }
}

// MARK: What caches need

extension Shape {
  /// The child that was made as the given one in order.
  @inline(__always) func child(numbered ordinal: UInt32) -> Shape? {
    var child = racer_load_acquire_word(&body.pointee.firstChild)
    while child != 0 {
      let shape = Shape(bits: child)
      if shape.body.pointee.ordinal == ordinal { return shape }
      child = shape.body.pointee.nextSibling
    }
    return nil
  }

  func number(ofChild wanted: Shape) -> UInt32? {
    var child = racer_load_acquire_word(&body.pointee.firstChild)
    while child != 0 {
      if child == wanted.bits { return wanted.body.pointee.ordinal }
      child = Shape(bits: child).body.pointee.nextSibling
    }
    return nil
  }

  /// Visits this shape and all below it. Under the type lock.
  private func forEachInTree(_ body: (Shape) -> Void) {
    body(self)
    var child = self.body.pointee.firstChild
    while child != 0 {
      Shape(bits: child).forEachInTree(body)
      child = Shape(bits: child).body.pointee.nextSibling
    }
  }

  /// Whether any instance of the class can have an attribute of the name. For a root, under the
  /// type lock.
  func treeContains(_ name: Value) -> Bool {
    var found = false
    var root = self
    while true {
      root.forEachInTree { if $0.body.pointee.lastKey == name.bits & ~8 { found = true } }
      guard root.body.pointee.previousRoot != 0 else { return found }
      root = Shape(bits: root.body.pointee.previousRoot)
    }
  }

  /// Makes all caches guarded by the class's shapes stale. For a root, under the type lock.
  func renewVersions() {
    var root = self
    while true {
      root.forEachInTree { shape in
        racer_store_release_u32(&shape.body.pointee.version, VersionCounter.shapes.next())
      }
      guard root.body.pointee.previousRoot != 0 else { return }
      root = Shape(bits: root.body.pointee.previousRoot)
    }
  }
}

/// Source of versions for inline caches: never reused, 0 when used up (R9).
package struct VersionCounter {
  let last: UnsafeMutablePointer<UInt32>
  /// A debug build makes exhaustion reachable in tests by a small limit.
  let limit: UInt32

  nonisolated(unsafe) package static let types = VersionCounter(limit: 1 << 28 - 1)
  nonisolated(unsafe) package static let shapes = VersionCounter(limit: 1 << 28 - 1)

  package init(limit: UInt32) {
    last = UnsafeMutablePointer<UInt32>.allocate(capacity: 1)
    last.initialize(to: 0)
    self.limit = limit
  }

  /// A version nobody had; relaxed, since the word that carries it is published by a release store.
  package func next() -> UInt32 {
    var current = racer_load_relaxed_u32(last)
    while current < limit {
      if racer_cas_relaxed_u32(last, &current, current + 1) { return current + 1 }
    }
    return 0
  }
}
