// time.struct_time: a tuple of nine numbers whose items have names. The class itself is a few lines
// of Python over tuple, made when first needed.

import Glibc
import Runtime

enum StructTime {
  nonisolated(unsafe) private static var classValue = Value.unbound

  /// The class, borrowed. Made once, under the import lock of `time`.
  static func type(_ thread: ThreadState) throws(Raised) -> Value {
    if !classValue.isUnbound { return classValue }
    let module = try ImportSystem.module(thread, "_struct_time")
    defer { thread.release(module) }
    classValue = try thread.getAttribute(module, "struct_time")
    return classValue
  }

  static func make(_ thread: ThreadState, _ fields: tm) throws(Raised) -> Value {
    let numbers: [Int32] = [
      fields.tm_year + 1900, fields.tm_mon + 1, fields.tm_mday, fields.tm_hour, fields.tm_min,
      fields.tm_sec, (fields.tm_wday + 6) % 7, fields.tm_yday + 1, fields.tm_isdst,
    ]
    let tuple = try thread.tuple(numbers.map { Value(small: Int($0)) })
    defer { thread.release(tuple) }
    return try thread.call(type(thread), tuple)
  }

  /// The fields of a struct_time or of any tuple of nine numbers.
  static func fields(_ thread: ThreadState, _ value: Value) throws(Raised) -> tm {
    guard value.isInstance(TypeFlags.tupleSubclass), TupleObject(value).count == 9 else {
      throw thread.raise(.typeError, "Tuple or struct_time argument required")
    }
    let tuple = TupleObject(value)
    func number(_ index: Int) throws(Raised) -> Int32 {
      Int32(truncatingIfNeeded: try thread.index(tuple[index]))
    }
    var fields = tm()
    fields.tm_year = try number(0) - 1900
    fields.tm_mon = try number(1) - 1
    fields.tm_mday = try number(2)
    fields.tm_hour = try number(3)
    fields.tm_min = try number(4)
    fields.tm_sec = try number(5)
    fields.tm_wday = try (number(6) + 1) % 7
    fields.tm_yday = try number(7) - 1
    fields.tm_isdst = try number(8)
    return fields
  }
}
