import CRuntime
import Glibc

@testable import Runtime

/// A thread and the number types, without the rest of the runtime.
enum NumberFixture {
  private static let types: Void = {
    for (type, flags) in [
      (WellKnownType.int, TypeFlags.integerSubclass), (.bool, TypeFlags.integerSubclass),
      (.float, TypeFlags.floatSubclass), (.complex, 0),
    ] where racer_type(type.rawValue) == 0 {
      let body = UnsafeMutablePointer<TypeBody>.allocate(capacity: 1)
      memset(body, 0, MemoryLayout<TypeBody>.size)
      body.pointee.flags = flags
      body.pointee.slots = .allocate(capacity: Slot.count)
      body.pointee.slots.initialize(repeating: nil, count: Slot.count)
      racer_set_type(type.rawValue, UInt(bitPattern: body))
    }
  }()

  static func withThread(_ body: @escaping (ThreadState) throws -> Void) throws {
    _ = types
    try Fixture.withThread(body)
  }
}
