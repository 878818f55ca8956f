// Exceptions: BaseException and everything derived from it.
//
// All share one layout: the fixed part, then the type's special fields (OSError.errno …; their
// number is in `fieldCount`, their names in ExceptionTypes.swift), then the attribute part
// (Types/InstanceAttributes.swift). Fields are counted values; they are exchanged under the object's
// lock and, once threads share, read under it too: exceptions are cold.
// Notes are the ordinary attribute `__notes__`.

import CRuntime

package struct ExceptionBody {
  package var header: Header
  /// Tuple.
  package var arguments: Value
  /// Innermost frame last; None before the exception is raised.
  package var traceback: Value
  package var context: Value
  package var cause: Value
  /// See `suppressesContext`.
  var suppressContext: UInt8
  package var fieldCount: UInt8
}

/// An exception, borrowed.
package struct ExceptionObject {
  package let body: UnsafeMutablePointer<ExceptionBody>
  /// The value must be an exception.
  @inline(__always) package init(_ value: Value) {
    body = value.reference.body(ExceptionBody.self)
  }
  @inline(__always) package var value: Value { Value(Reference(UnsafeMutableRawPointer(body))) }
}

extension ExceptionObject {
  static let fieldsOffset = (MemoryLayout<ExceptionBody>.size + 7) & ~7
  /// Size of an instance with so many special fields and no inline attribute slots.
  static func size(fields: Int) -> Int { fieldsOffset + fields * 8 + 16 }
  static func shapeOffset(fields: Int) -> Int { fieldsOffset + fields * 8 }

  /// The address of a special field.
  @inline(__always) func field(_ index: Int) -> UnsafeMutablePointer<Value> {
    (UnsafeMutableRawPointer(body) + ExceptionObject.fieldsOffset + index * 8)
      .assumingMemoryBound(to: Value.self)
  }
  @inline(__always) var fieldCount: Int { Int(body.pointee.fieldCount) }

  /// Whether the context is left out of tracebacks; relaxed, it guards nothing.
  var suppressesContext: Bool {
    get { racer_load_relaxed_u8(suppressAddress) != 0 }
    nonmutating set { racer_store_relaxed_u8(suppressAddress, newValue ? 1 : 0) }
  }
  private var suppressAddress: UnsafeMutableRawPointer {
    UnsafeMutableRawPointer(body)
      + MemoryLayout<ExceptionBody>.offset(of: \.suppressContext).unsafelyUnwrapped
  }

  /// The arguments, borrowed: good for the thread that holds the exception alone.
  var arguments: TupleObject { TupleObject(body.pointee.arguments) }

  /// Fresh exception of a type that is or derives from a built-in one, without `__init__`.
  /// The arguments tuple is taken over.
  static func make(_ thread: ThreadState, _ type: TypeObject, arguments: Value) throws(Raised)
    -> ExceptionObject
  {
    let body: UnsafeMutablePointer<ExceptionBody>
    do throws(Raised) { body = try thread.allocateInstance(type, ExceptionBody.self) } catch {
      thread.release(arguments)
      throw error
    }
    body.pointee.arguments = arguments
    body.pointee.traceback = .none
    body.pointee.context = .none
    body.pointee.cause = .none
    let exception = ExceptionObject(Value(Reference(UnsafeMutableRawPointer(body))))
    let count = ExceptionTypes.fieldCount(of: type)
    body.pointee.fieldCount = UInt8(count)
    for index in 0..<count { exception.field(index).pointee = .unbound }
    return exception
  }

  static func visit(_ reference: Reference, _ visitor: inout ReferenceVisitor) {
    let exception = ExceptionObject(Value(reference))
    visitor.counted(&exception.body.pointee.arguments)
    visitor.counted(&exception.body.pointee.traceback)
    visitor.counted(&exception.body.pointee.context)
    visitor.counted(&exception.body.pointee.cause)
    visitor.counted(exception.field(0), count: exception.fieldCount)
  }
}

extension ThreadState {
  /// The value of a field that others may be overwriting, owned.
  func loadField(_ object: Reference, _ field: UnsafeMutablePointer<Value>) -> Value {
    if !isShared { return retain(field.pointee) }
    lock(object)
    defer { unlock(object) }
    return retain(field.pointee)
  }

  /// Puts a borrowed value into a field and releases what was there.
  func storeField(_ object: Reference, _ field: UnsafeMutablePointer<Value>, _ value: Value) {
    let owned = retain(value)
    lock(object)
    let old = field.pointee
    field.pointee = owned
    unlock(object)
    release(old)
  }
}
