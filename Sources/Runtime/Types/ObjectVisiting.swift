// The references of any object: what its native type declares, then `__slots__` members, then its
// own attributes. The one function that destruction and the collector use.

import CRuntime

package func visitReferences(of reference: Reference, _ visitor: inout ReferenceVisitor) {
  let type = reference.type.body
  if let visit = type.pointee.visit {
    unsafeBitCast(visit, to: VisitFunction.self)(reference, &visitor)
  }
  visitMembers(of: reference, TypeObject(bits: reference.header.pointee.type), &visitor)
  guard type.pointee.shapeOffset != 0 else { return }
  let attributes = InstanceAttributes(reference, offset: type.pointee.shapeOffset)
  let bits = attributes.shapeBits
  guard bits != 0 else { return }
  let shape = Shape(bits: bits)
  let overflow = UnsafeMutablePointer<UInt>(
    bitPattern: racer_load_relaxed_word(attributes.overflowAddress))
  if shape.isDictionary {
    visitor.counted(
      UnsafeMutableRawPointer(overflow.unsafelyUnwrapped + 1)
        .assumingMemoryBound(to: Value.self))
    return
  }
  let inline = min(shape.count, attributes.inlineCapacity)
  visitor.counted(
    (attributes.base + InstanceAttributes.slotsOffset).assumingMemoryBound(to: Value.self),
    count: inline)
  if shape.count > inline, let overflow {
    visitor.counted(
      UnsafeMutableRawPointer(overflow + 1).assumingMemoryBound(to: Value.self),
      count: shape.count - inline)
  }
}

/// `__slots__` of the class and of its bases.
private func visitMembers(
  of reference: Reference, _ type: TypeObject, _ visitor: inout ReferenceVisitor
) {
  var current: TypeObject? = type
  while let class_ = current, class_.has(TypeFlags.isHeapType) {
    let count = Int(class_.body.pointee.memberSlots)
    if count > 0 {
      let base = reference.pointer + Int(class_.body.pointee.memberOffset)
      let words = base.assumingMemoryBound(to: UInt.self)
      for index in 0..<count where words[index] != 0 {
        visitor.counted((base + index * 8).assumingMemoryBound(to: Value.self))
      }
    }
    current = class_.base
  }
}

extension ThreadState {
  /// Frees what an object holds besides references: its type's stores, and overflowing attributes.
  package func disposeStores(of reference: Reference) {
    let type = reference.type.body
    if let dispose = type.pointee.dispose {
      unsafeBitCast(dispose, to: DisposeFunction.self)(self, reference)
    }
    guard type.pointee.shapeOffset != 0 else { return }
    let attributes = InstanceAttributes(reference, offset: type.pointee.shapeOffset)
    let overflow = racer_load_relaxed_word(attributes.overflowAddress)
    guard overflow != 0 else { return }
    let store = UnsafeMutablePointer<UInt>(bitPattern: overflow).unsafelyUnwrapped
    retireStore(store, bytes: Int(store[0] + 1) * 8)
  }

  /// Memory for an instance of a type or a subclass: the native body zeroed, then the `__slots__`
  /// members and the attribute part with as many inline slots as the class is known to need.
  @inline(__always) package func allocateInstance<Body>(_ type: TypeObject, _: Body.Type)
    throws(Raised) -> UnsafeMutablePointer<Body>
  {
    try allocateInstance(type, minimumSize: MemoryLayout<Body>.size).body(Body.self)
  }

  @inline(__always) package func allocateInstance(_ type: TypeObject, minimumSize: Int = 0)
    throws(Raised) -> Reference
  {
    let body = type.body
    let basic = max(minimumSize, Int(body.pointee.basicSize))
    if body.pointee.shapeOffset == 0 { return try allocate(type, size: basic) }
    // One word gives both the shape and the number of inline slots.
    let root = rootShape(of: type)
    let inline = Int(root.body.pointee.inlineSlots)
    let offset = Int(body.pointee.shapeOffset)
    let size = offset + InstanceAttributes.size(inlineSlots: inline)
    let reference = try allocate(type, size: max(size, basic))
    reference.header.pointee.flags |= UInt16(truncatingIfNeeded: inline)
    (reference.pointer + offset).storeBytes(of: root.bits, as: UInt.self)
    return reference
  }
}
