// Object types for the harness: made by hand, so that it needs nothing above the concurrency base.

import CRuntime
import Glibc
import Runtime

/// A container with one counted field and a payload that tells a live object from anything else.
struct Node {
  var header: Header
  var magic: UInt
  var next: Value
  var check: UInt

  static let magic: UInt = 0x5AFE_0B1E_C700_0001
}

/// A movable body: what a list is.
struct Box {
  var header: Header
  var sequence: UInt64
  var store: UnsafeMutablePointer<UInt>?
  var count: Int
}

enum TestTypes {
  nonisolated(unsafe) static let node = make(
    flags: TypeFlags.isContainer,
    visit: { reference, visitor in visitor.counted(&reference.body(Node.self).pointee.next) },
    dispose: { _, reference in
      let node = reference.body(Node.self)
      if node.pointee.magic != Node.magic { fatalError("an object died twice") }
      node.pointee.magic = 0
      _ = racer_add_relaxed_u64(deaths, 1)
    })
  nonisolated(unsafe) static let box = make(
    flags: TypeFlags.isContainer,
    visit: { reference, visitor in
      let box = reference.body(Box.self)
      guard let store = box.pointee.store else { return }
      for index in 0..<box.pointee.count {
        visitor.counted(
          UnsafeMutableRawPointer(store + 1 + index).assumingMemoryBound(to: Value.self))
      }
    },
    dispose: { thread, reference in
      if let store = reference.body(Box.self).pointee.store {
        thread.freeStore(store, bytes: (Int(store.pointee) + 1) * 8)
      }
    })
  /// A node whose finalizer brings it back to life every second time.
  nonisolated(unsafe) static let phoenix = make(
    flags: TypeFlags.isContainer,
    visit: { reference, visitor in visitor.counted(&reference.body(Node.self).pointee.next) },
    dispose: { _, reference in
      if reference.body(Node.self).pointee.magic != Node.magic { fatalError("died twice") }
      reference.body(Node.self).pointee.magic = 0
      _ = racer_add_relaxed_u64(deaths, 1)
    },
    finalize: { thread, value in
      _ = racer_add_relaxed_u64(finalizations, 1)
      if value.reference.bits & 32 != 0, let keep = resurrect { keep(thread, value) }
    })

  nonisolated(unsafe) static let deaths = counter()
  nonisolated(unsafe) static let finalizations = counter()
  nonisolated(unsafe) static var resurrect: ((ThreadState, Value) -> Void)?

  private static func counter() -> UnsafeMutableRawPointer {
    let word = UnsafeMutablePointer<UInt64>.allocate(capacity: 1)
    word.initialize(to: 0)
    return UnsafeMutableRawPointer(word)
  }

  private static func make(
    flags: UInt32, visit: VisitFunction, dispose: DisposeFunction,
    finalize: FinalizeFunction? = nil
  ) -> TypeObject {
    let raw = calloc(1, MemoryLayout<TypeBody>.size + 16).unsafelyUnwrapped
    let body = raw.assumingMemoryBound(to: TypeBody.self)
    let slots = UnsafeMutablePointer<UnsafeRawPointer?>.allocate(capacity: Slot.count)
    slots.initialize(repeating: nil, count: Slot.count)
    if let finalize {
      slots[Slot.finalize.rawValue] = unsafeBitCast(finalize, to: UnsafeRawPointer.self)
    }
    body.pointee.flags = flags
    body.pointee.visit = unsafeBitCast(visit, to: UnsafeRawPointer.self)
    body.pointee.dispose = unsafeBitCast(dispose, to: UnsafeRawPointer.self)
    body.pointee.slots = slots
    return TypeObject(bits: UInt(bitPattern: raw))
  }
}

extension ThreadState {
  /// Memory exhaustion ends the harness.
  func must<Result>(_ body: () throws(Raised) -> Result) -> Result {
    do { return try body() } catch { fatalError("memory is exhausted") }
  }

  func makeNode(type: TypeObject = TestTypes.node, next: Value = .none, check: UInt = 0) -> Value {
    let node = must { () throws(Raised) in try allocate(type, Node.self) }
    node.pointee.magic = Node.magic
    node.pointee.check = check
    node.pointee.next = next
    return Value(bits: UInt(bitPattern: node))
  }

  /// Traps unless the value is a live node.
  func verify(_ value: Value) {
    let node = value.reference.body(Node.self)
    if node.pointee.magic != Node.magic { fatalError("not a live node: \(node.pointee.magic)") }
  }

  func passSafepoint() {
    do { try safepoint() } catch { fatalError("a safepoint raised") }
  }
}
