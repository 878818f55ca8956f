// Integers past 63 bits, and instances of subclasses of int.
//
// An integer that fits 63 bits is always an immediate, so `int` itself has heap objects only for
// larger ones: a sign, a count and the limbs of the magnitude, lowest first, inline after the
// header. Instances of subclasses are heap objects even when small; their instance slots follow a
// fixed body, so limbs past the first lie in a store of their own. Integers never change: no lock.

import CGMP

package struct IntegerBody {
  package var header: Header
  /// Limb count times 4; bit 0: negative; bit 1: `firstLimb` holds the address of the limbs.
  package var size: Int
  package var firstLimb: UInt
}

package struct IntegerObject {
  package let body: UnsafeMutablePointer<IntegerBody>

  @inline(__always) package init(_ value: Value) { body = value.reference.body(IntegerBody.self) }
  @inline(__always) package var value: Value {
    Value(Reference(UnsafeMutableRawPointer(body)))
  }

  /// Limbs of the magnitude; the highest is nonzero. 0 for a zero (of a subclass).
  @inline(__always) package var count: Int { body.pointee.size >> 2 }
  @inline(__always) package var isNegative: Bool { body.pointee.size & 1 != 0 }
  @inline(__always) package var limbs: UnsafeMutablePointer<UInt> {
    if body.pointee.size & 2 != 0 {
      return UnsafeMutablePointer(bitPattern: body.pointee.firstLimb).unsafelyUnwrapped
    }
    return inlineLimbs
  }

  @inline(__always) private var inlineLimbs: UnsafeMutablePointer<UInt> {
    // SAFETY: the limbs follow the fixed part of the object's own memory.
    (UnsafeMutableRawPointer(body) + Self.limbsOffset).assumingMemoryBound(to: UInt.self)
  }
  static let limbsOffset = 32
  /// Largest magnitude that is attempted, in limbs: GMP counts them in 32 bits.
  static let limbLimit = 1 << 29
}

// MARK: Making

extension IntegerObject {
  /// A new exact int with room for that many limbs, zeroed, to be filled and `normalised`.
  static func allocate(_ thread: ThreadState, limbs: Int) throws(Raised) -> IntegerObject {
    if limbs > limbLimit { throw thread.raiseMemoryError() }
    let size = limbsOffset + max(limbs, 1) * MemoryLayout<UInt>.stride
    return IntegerObject(Value(try thread.allocate(TypeObject(.int), size: size)))
  }

  /// The integer whose magnitude was written to a fresh object with room for `capacity` limbs; the
  /// object is used up. Immediates come out as such, and much unused room is given back.
  func normalised(_ thread: ThreadState, capacity: Int, isNegative: Bool) throws(Raised) -> Value {
    let limbs = inlineLimbs
    var count = capacity
    while count > 0 && limbs[count - 1] == 0 { count -= 1 }
    if count <= 1, let small = Value(magnitude: count == 0 ? 0 : limbs[0], isNegative: isNegative) {
      thread.release(value)
      return small
    }
    if capacity - count > 2 + count / 8 {
      let packed = try? IntegerObject.allocate(thread, limbs: count)
      if let packed {
        packed.inlineLimbs.update(from: limbs, count: count)
        packed.body.pointee.size = count << 2 | (isNegative ? 1 : 0)
        thread.release(value)
        return packed.value
      }
    }
    body.pointee.size = count << 2 | (isNegative ? 1 : 0)
    return value
  }

  /// The integer with that sign and magnitude; the limbs are copied.
  package static func make(
    _ thread: ThreadState, limbs: UnsafePointer<UInt>, count: Int, isNegative: Bool
  ) throws(Raised) -> Value {
    var count = count
    while count > 0 && limbs[count - 1] == 0 { count -= 1 }
    if count <= 1, let small = Value(magnitude: count == 0 ? 0 : limbs[0], isNegative: isNegative) {
      return small
    }
    let result = try allocate(thread, limbs: count)
    result.inlineLimbs.update(from: limbs, count: count)
    result.body.pointee.size = count << 2 | (isNegative ? 1 : 0)
    return result.value
  }

  /// An instance of a subclass of int with the value of `number`, any int.
  static func makeSubclassInstance(_ thread: ThreadState, _ type: TypeObject, _ number: Value)
    throws(Raised) -> Value
  {
    let body = try thread.allocateInstance(type, IntegerBody.self)
    let result = IntegerObject(Value(Reference(UnsafeMutableRawPointer(body))))
    try withOperand(number) { (operand: IntegerOperand) throws(Raised) in
      if operand.count <= 1 {
        body.pointee.firstLimb = operand.count == 0 ? 0 : operand.limbs[0]
        body.pointee.size = operand.count << 2 | (operand.isNegative ? 1 : 0)
        return
      }
      let store: UnsafeMutableRawPointer
      do throws(Raised) {
        store = try thread.allocateStore(bytes: operand.count * MemoryLayout<UInt>.stride)
      } catch {
        thread.release(result.value)
        throw error
      }
      store.copyMemory(
        from: operand.limbs, byteCount: operand.count * MemoryLayout<UInt>.stride)
      body.pointee.firstLimb = UInt(bitPattern: store)
      body.pointee.size = operand.count << 2 | 2 | (operand.isNegative ? 1 : 0)
    }
    return result.value
  }

  static func dispose(thread: ThreadState, reference: Reference) {
    let integer = IntegerObject(Value(reference))
    if integer.body.pointee.size & 2 != 0 {
      thread.freeStore(
        UnsafeMutableRawPointer(integer.limbs),
        bytes: integer.count * MemoryLayout<UInt>.stride)
    }
  }
}

extension ThreadState {
  /// The int of a machine word, boxed past 63 bits.
  @inline(__always) package func integer(_ number: Int) throws(Raised) -> Value {
    if Value.fitsSmall(number) { return Value(small: number) }
    return try largeInteger(magnitude: number.magnitude, isNegative: number < 0)
  }

  @inline(__always) package func integer(_ number: UInt) throws(Raised) -> Value {
    if number >> 62 == 0 { return Value(small: Int(bitPattern: number)) }
    return try largeInteger(magnitude: number, isNegative: false)
  }

  @inline(never) func largeInteger(magnitude: UInt, isNegative: Bool) throws(Raised) -> Value {
    let result = try IntegerObject.allocate(self, limbs: 1)
    result.body.pointee.firstLimb = magnitude
    return try result.normalised(self, capacity: 1, isNegative: isNegative)
  }
}
