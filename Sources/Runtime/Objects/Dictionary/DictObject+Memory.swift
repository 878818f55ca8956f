// What the collector and destruction need of a dict.

import CRuntime

extension DictObject {
  package static func visit(_ reference: Reference, _ visitor: inout ReferenceVisitor) {
    let dict = DictObject(Value(reference))
    let table = dict.table
    for entry in 0..<table.used {
      visitor.counted(DictObject.field(table.keySlot(entry)))
      visitor.counted(DictObject.field(table.valueSlot(entry)))
    }
  }

  private static func field(_ slot: UnsafeMutablePointer<UInt>) -> UnsafeMutablePointer<Value> {
    UnsafeMutableRawPointer(slot).assumingMemoryBound(to: Value.self)
  }

  static func dispose(_ thread: ThreadState, _ reference: Reference) {
    DictObject(Value(reference)).table.discarded(wasPublished: true).discard(thread)
  }
}
