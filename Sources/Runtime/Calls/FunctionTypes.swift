// The native function types, in one place: a thin pointer is stored untyped in a table and cast
// back before the call, so the two spellings must match exactly, `throws(Raised)` included.
//
// Parameters are borrowed, results are owned (Values/Value.swift).

package typealias NullaryFunction = @convention(thin) (ThreadState) throws(Raised) -> Value
package typealias UnaryFunction = @convention(thin) (ThreadState, Value) throws(Raised) -> Value
package typealias BinaryFunction =
  @convention(thin) (ThreadState, Value, Value) throws(Raised) -> Value
package typealias TernaryFunction =
  @convention(thin) (ThreadState, Value, Value, Value) throws(Raised) -> Value
package typealias QuaternaryFunction =
  @convention(thin) (ThreadState, Value, Value, Value, Value) throws(Raised) -> Value
package typealias QuinaryFunction =
  @convention(thin) (ThreadState, Value, Value, Value, Value, Value) throws(Raised) -> Value
package typealias SenaryFunction =
  @convention(thin) (ThreadState, Value, Value, Value, Value, Value, Value) throws(Raised) -> Value
/// A function of any number of arguments.
package typealias VariadicFunction =
  @convention(thin) (ThreadState, Arguments) throws(Raised) ->
  Value
/// A method of any number of arguments; also `tp_call` (callee first) and `tp_new` (type first).
package typealias CallFunction =
  @convention(thin) (ThreadState, Value, Arguments) throws(Raised) ->
  Value
package typealias InitFunction =
  @convention(thin) (ThreadState, Value, Arguments) throws(Raised) ->
  Void
/// `__len__` and `__hash__`.
package typealias IntegerFunction = @convention(thin) (ThreadState, Value) throws(Raised) -> Int
package typealias PredicateFunction = @convention(thin) (ThreadState, Value) throws(Raised) -> Bool
package typealias ContainsFunction =
  @convention(thin) (ThreadState, Value, Value) throws(Raised) -> Bool
package typealias CompareFunction =
  @convention(thin) (ThreadState, Value, Value, Comparison) throws(Raised) -> Value
/// Stores the last argument; unbound there means deletion.
package typealias SetFunction =
  @convention(thin) (ThreadState, Value, Value, Value) throws(Raised) -> Void
/// Setter of a computed attribute: self, value (unbound: deletion).
package typealias SetterFunction =
  @convention(thin) (ThreadState, Value, Value) throws(Raised) -> Void
/// `__del__`-like work of a native type; raises nothing.
package typealias FinalizeFunction = @convention(thin) (ThreadState, Value) -> Void
/// Frees an object's backing stores; the references in them were released before.
package typealias DisposeFunction = @convention(thin) (ThreadState, Reference) -> Void
/// Names each reference field of an object.
package typealias VisitFunction = @convention(thin) (Reference, inout ReferenceVisitor) -> Void

/// The six rich comparisons, in the order of the bytecode's operands.
package enum Comparison: UInt8 {
  case less, lessEqual, equal, notEqual, greater, greaterEqual

  /// The comparison with its operands exchanged.
  package var mirrored: Comparison {
    switch self {
    case .less: .greater
    case .lessEqual: .greaterEqual
    case .greater: .less
    case .greaterEqual: .lessEqual
    case .equal, .notEqual: self
    }
  }

  /// Python's operator.
  package var symbol: String {
    switch self {
    case .less: "<"
    case .lessEqual: "<="
    case .equal: "=="
    case .notEqual: "!="
    case .greater: ">"
    case .greaterEqual: ">="
    }
  }

  /// The answer for two ordered values.
  @inline(__always) package func holds<T: Comparable>(_ x: T, _ y: T) -> Bool {
    switch self {
    case .less: x < y
    case .lessEqual: x <= y
    case .equal: x == y
    case .notEqual: x != y
    case .greater: x > y
    case .greaterEqual: x >= y
    }
  }
}
