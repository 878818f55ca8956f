// _functools: the part of functools that is native.

import Runtime

package enum FunctoolsModule {
  package static let definition = ModuleDefinition(
    name: "_functools", doc: "Tools that operate on functions.",
    functions: [
      Method(
        "reduce(function, iterable, initial=<unrepresentable>, /)", FunctoolsModule.reduce,
        """
        Apply a function of two arguments cumulatively to the items of an iterable, from left to right.

        The initial value comes before the items, and is the result where there are none.
        """),
      Method(
        "cmp_to_key(mycmp)", KeyWrapper.cmpToKey, "Convert a cmp= function into a key= function."),
    ],
    constants: { (thread, module) throws(Raised) in
      PartialObject.type = try module.add(PartialObject.definition)
      CacheWrapper.type = try module.add(CacheWrapper.definition)
      CacheWrapper.nodeType = try thread.createType(CacheWrapper.nodeDefinition)
      KeyWrapper.type = try thread.createType(KeyWrapper.definition)
      try module.add("_simple_namespace", TypeObject(.simpleNamespace).value)
      CacheWrapper.keywordMark = try thread.call(TypeObject(.object).value)
    })

  static func reduce(
    thread: ThreadState, function: Value, iterable: Value, initial: Value
  ) throws(Raised) -> Value {
    guard iterable.type.slot(.iterate) != nil || iterable.type.slot(.getItem) != nil else {
      throw thread.raise(.typeError, "reduce() arg 2 must support iteration")
    }
    let iterator = try thread.iterator(iterable)
    defer { thread.release(iterator) }
    var result = initial.isUnbound ? try thread.next(iterator) : thread.retain(initial)
    if result.isUnbound {
      throw thread.raise(.typeError, "reduce() of empty iterable with no initial value")
    }
    do throws(Raised) {
      while true {
        let item = try thread.next(iterator)
        if item.isUnbound { return result }
        defer { thread.release(item) }
        let combined = try thread.call(function, result, item)
        thread.release(result)
        result = combined
      }
    } catch {
      thread.release(result)
      throw error
    }
  }
}

struct KeyWrapperBody {
  var header: Header
  var compare: Value
  /// Unbound in what `cmp_to_key` returns itself.
  var object: Value
}

/// What `cmp_to_key` returns, and what that makes of each object. Immutable.
enum KeyWrapper {
  nonisolated(unsafe) static var type = TypeObject(bits: 0)

  static var definition: TypeDefinition {
    TypeDefinition(
      name: "functools.KeyWrapper", size: MemoryLayout<KeyWrapperBody>.size,
      flags: TypeFlags.isContainer | TypeFlags.disallowsInstantiation,
      slots: [.call(KeyWrapper.call), .compare(KeyWrapper.compare)],
      getters: [Getter("obj", KeyWrapper.object, "Value wrapped by a key function.")],
      visit: { reference, visitor in
        let body = reference.body(KeyWrapperBody.self)
        visitor.counted(&body.pointee.compare)
        visitor.counted(&body.pointee.object)
      })
  }

  private static func body(_ value: Value) -> UnsafeMutablePointer<KeyWrapperBody> {
    value.reference.body(KeyWrapperBody.self)
  }

  private static func make(_ thread: ThreadState, _ compare: Value, _ object: Value)
    throws(Raised) -> Value
  {
    let body = try thread.allocateInstance(type, KeyWrapperBody.self)
    body.pointee.compare = thread.retain(compare)
    body.pointee.object = thread.retain(object)
    return Value(Reference(UnsafeMutableRawPointer(body)))
  }

  static func cmpToKey(thread: ThreadState, compare: Value) throws(Raised) -> Value {
    try make(thread, compare, .unbound)
  }

  static func call(thread: ThreadState, wrapper: Value, arguments: Arguments) throws(Raised)
    -> Value
  {
    let bound = try BoundArguments(thread, arguments, "K(obj)")
    return try make(thread, body(wrapper).pointee.compare, bound[0])
  }

  static func object(thread: ThreadState, wrapper: Value) throws(Raised) -> Value {
    let object = body(wrapper).pointee.object
    if object.isUnbound { throw thread.raise(.attributeError, "obj") }
    return thread.retain(object)
  }

  static func compare(
    thread: ThreadState, left: Value, right: Value, comparison: Comparison
  ) throws(Raised) -> Value {
    guard left.isReference, left.type.isSame(type), right.isReference, right.type.isSame(type)
    else { throw thread.raise(.typeError, "other argument must be K instance") }
    let (x, y) = (body(left).pointee.object, body(right).pointee.object)
    if x.isUnbound || y.isUnbound { throw thread.raise(.attributeError, "object") }
    let order = try thread.call(body(left).pointee.compare, x, y)
    defer { thread.release(order) }
    return try thread.compare(order, Value(small: 0), comparison)
  }
}
