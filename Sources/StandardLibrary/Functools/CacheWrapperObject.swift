// What functools.lru_cache makes of a function.
//
// `cache` is a dict: of results where there is no limit, else of nodes, which also form a list from the
// least to the most recently used. The list owns a count of each node in it, and changes under
// the wrapper's byte lock; the dict has its own lock, and neither is held while Python runs. Two threads
// that miss the same key both call the function, and the first result stays.

import CRuntime
import Runtime

struct CacheWrapperBody {
  var header: Header
  var function: Value
  var infoType: Value
  var cache: Value
  /// Least recently used node (counted), or unbound.
  var oldest: Value
  /// Most recently used node (not counted, in the list), or unbound.
  var newest: Value
  var count: Int
  /// -1: no limit.
  var maximum: Int
  var isTyped: Int
  var hits: Int
  var misses: Int
  var shape: UInt
  var overflow: UInt
}

struct CacheNodeBody {
  var header: Header
  var key: Value
  var result: Value
  /// Counted.
  var next: Value
  /// Not counted: whoever is before this node in the list owns it.
  var previous: Value
  var isLinked: Int
}

struct CacheWrapper {
  let body: UnsafeMutablePointer<CacheWrapperBody>
  nonisolated(unsafe) static var type = TypeObject(bits: 0)
  nonisolated(unsafe) static var nodeType = TypeObject(bits: 0)
  /// Stands between positional and keyword arguments in a key.
  nonisolated(unsafe) static var keywordMark = Value.unbound

  @inline(__always) init(_ value: Value) { body = value.reference.body(CacheWrapperBody.self) }
  @inline(__always) var reference: Reference { Reference(UnsafeMutableRawPointer(body)) }
  @inline(__always) var cache: DictObject { DictObject(body.pointee.cache) }

  static var definition: TypeDefinition {
    TypeDefinition(
      name: "functools._lru_cache_wrapper", size: MemoryLayout<CacheWrapperBody>.size,
      flags: TypeFlags.isBaseType | TypeFlags.isContainer | TypeFlags.isMethodDescriptor,
      shapeOffset: MemoryLayout<CacheWrapperBody>.size - 16,
      doc: "A function whose results are kept, and given out again for equal arguments.",
      slots: [
        .new(CacheWrapper.new), .call(CacheWrapper.call),
        .descriptorGet(CacheWrapper.descriptorGet),
      ],
      methods: [
        Method("cache_info()", CacheWrapper.cacheInfo, "Report cache statistics"),
        Method("cache_clear()", CacheWrapper.cacheClear, "Clear the cache and cache statistics"),
        Method("__reduce__()", CacheWrapper.reduce, "What pickle stores."),
        Method("__copy__()", CacheWrapper.copy, "The wrapper itself."),
        Method("__deepcopy__(memo, /)", CacheWrapper.deepCopy, "The wrapper itself."),
      ],
      getters: [Getter("__dict__", InstanceDictionary.get, set: InstanceDictionary.set, "")],
      visit: { reference, visitor in
        let body = reference.body(CacheWrapperBody.self)
        visitor.counted(&body.pointee.function)
        visitor.counted(&body.pointee.infoType)
        visitor.counted(&body.pointee.cache)
        visitor.counted(&body.pointee.oldest)
      })
  }

  static var nodeDefinition: TypeDefinition {
    TypeDefinition(
      name: "functools._lru_list_elem", size: MemoryLayout<CacheNodeBody>.size,
      flags: TypeFlags.isContainer | TypeFlags.disallowsInstantiation,
      visit: { reference, visitor in
        let body = reference.body(CacheNodeBody.self)
        visitor.counted(&body.pointee.key)
        visitor.counted(&body.pointee.result)
        visitor.counted(&body.pointee.next)
      })
  }

  static func new(thread: ThreadState, type: Value, arguments: Arguments) throws(Raised) -> Value {
    let bound = try BoundArguments(
      thread, arguments, "lru_cache(user_function, maxsize, typed, cache_info_type)")
    guard thread.isCallable(bound[0]) else {
      throw thread.raise(.typeError, "the first argument must be callable")
    }
    var maximum = -1
    if !bound[1].isNone {
      guard bound[1].type.slot(.index) != nil else {
        throw thread.raise(.typeError, "maxsize should be integer or None")
      }
      maximum = max(0, try thread.index(bound[1]))
    }
    let isTyped = try thread.isTrue(bound[2])
    let cache = try DictObject.make(thread)
    let body = try thread.allocateInstance(TypeObject(type), CacheWrapperBody.self)
    body.pointee.function = thread.retain(bound[0])
    body.pointee.infoType = thread.retain(bound[3])
    body.pointee.cache = cache.value
    body.pointee.oldest = .unbound
    body.pointee.newest = .unbound
    body.pointee.maximum = maximum
    body.pointee.isTyped = isTyped ? 1 : 0
    return Value(Reference(UnsafeMutableRawPointer(body)))
  }

  // MARK: Calls

  static func call(thread: ThreadState, wrapper: Value, arguments: Arguments) throws(Raised)
    -> Value
  {
    let object = CacheWrapper(wrapper)
    if object.body.pointee.maximum == 0 {
      object.note(thread, &object.body.pointee.misses)
      return try thread.call(object.body.pointee.function, arguments)
    }
    let key = try object.key(thread, arguments)
    defer { thread.release(key) }
    let found = try object.cache.get(thread, key)
    if object.body.pointee.maximum < 0 {
      if !found.isUnbound {
        object.note(thread, &object.body.pointee.hits)
        return found
      }
      object.note(thread, &object.body.pointee.misses)
      let result = try thread.call(object.body.pointee.function, arguments)
      return try object.keep(thread, key, result)
    }
    if !found.isUnbound {
      defer { thread.release(found) }
      object.note(thread, &object.body.pointee.hits)
      return object.use(thread, found)
    }
    object.note(thread, &object.body.pointee.misses)
    let result = try thread.call(object.body.pointee.function, arguments)
    do throws(Raised) { try object.insert(thread, key, result) } catch {
      thread.release(result)
      throw error
    }
    return result
  }

  @inline(__always) private func note(_ thread: ThreadState, _ counter: UnsafeMutablePointer<Int>) {
    if thread.isShared {
      _ = racer_add_relaxed_word(counter, 1)
    } else {
      counter.pointee += 1
    }
  }

  /// A single int or str stands for itself; else a tuple of all that tells calls apart.
  private func key(_ thread: ThreadState, _ arguments: Arguments) throws(Raised) -> Value {
    let keywords = arguments.keywordCount
    let isTyped = body.pointee.isTyped != 0
    if keywords == 0, !isTyped, arguments.count == 1,
      arguments[0].isExactString || arguments[0].isSmallInteger || arguments[0].isExactly(.int)
    {
      return thread.retain(arguments[0])
    }
    let total = arguments.count + keywords
    let length = arguments.count + (keywords == 0 ? 0 : 1 + 2 * keywords) + (isTyped ? total : 0)
    let key = try TupleObject.make(thread, length)
    var used = 0
    func add(_ value: Value) {
      key.initialize(used, thread.retain(value))
      used += 1
    }
    for index in 0..<arguments.count { add(arguments[index]) }
    if keywords > 0 { add(CacheWrapper.keywordMark) }
    for index in 0..<keywords {
      add(arguments.keywordName(index))
      add(arguments.keywordValue(index))
    }
    if isTyped { for index in 0..<total { add(arguments[index].type.value) } }
    return key.value
  }

  /// Stores an owned result where there is no limit; returns it.
  private func keep(_ thread: ThreadState, _ key: Value, _ result: Value) throws(Raised) -> Value {
    do throws(Raised) { try cache.set(thread, key, result) } catch {
      thread.release(result)
      throw error
    }
    return result
  }

  // MARK: The list

  private func node(_ value: Value) -> UnsafeMutablePointer<CacheNodeBody> {
    value.reference.body(CacheNodeBody.self)
  }

  /// Makes a node the most recently used one, and gives its result, owned.
  private func use(_ thread: ThreadState, _ value: Value) -> Value {
    thread.lock(reference)
    if node(value).pointee.isLinked != 0, !body.pointee.newest.isIdentical(to: value) {
      unlink(value)
      link(value)
    }
    thread.unlock(reference)
    return thread.retain(node(value).pointee.result)
  }

  /// Takes a node out of the list, whose count becomes the caller's. The lock is held.
  private func unlink(_ value: Value) {
    let here = node(value)
    let (previous, next) = (here.pointee.previous, here.pointee.next)
    if previous.isUnbound { body.pointee.oldest = next } else { node(previous).pointee.next = next }
    if next.isUnbound {
      body.pointee.newest = previous
    } else {
      node(next).pointee.previous = previous
    }
    here.pointee.next = .unbound
    here.pointee.previous = .unbound
    here.pointee.isLinked = 0
    body.pointee.count -= 1
  }

  /// Appends a node with a count that the list takes over. The lock is held.
  private func link(_ value: Value) {
    let here = node(value)
    here.pointee.previous = body.pointee.newest
    here.pointee.next = .unbound
    here.pointee.isLinked = 1
    if body.pointee.newest.isUnbound {
      body.pointee.oldest = value.stripped
    } else {
      node(body.pointee.newest).pointee.next = value.stripped
    }
    body.pointee.newest = value.stripped
    body.pointee.count += 1
  }

  private func insert(_ thread: ThreadState, _ key: Value, _ result: Value) throws(Raised) {
    let made = try thread.allocateInstance(CacheWrapper.nodeType, CacheNodeBody.self)
    made.pointee.key = thread.retain(key)
    made.pointee.result = thread.retain(result)
    made.pointee.next = .unbound
    made.pointee.previous = .unbound
    let value = Value(Reference(UnsafeMutableRawPointer(made)))
    let kept: Value
    do throws(Raised) { kept = try cache.setDefault(thread, key, value) } catch {
      thread.release(value)
      throw error
    }
    defer { thread.release(kept) }
    guard kept.isIdentical(to: value) else {
      thread.release(value)
      return
    }
    thread.lock(reference)
    link(value)
    var victim = Value.unbound
    if body.pointee.count > body.pointee.maximum {
      victim = body.pointee.oldest
      unlink(victim)
    }
    thread.unlock(reference)
    if victim.isUnbound { return }
    defer { thread.release(victim) }
    _ = try cache.remove(thread, node(victim).pointee.key)
  }

  // MARK: Methods

  static func cacheInfo(thread: ThreadState, wrapper: Value) throws(Raised) -> Value {
    let object = CacheWrapper(wrapper)
    let body = object.body
    let maximum = body.pointee.maximum
    thread.lock(object.reference)
    let linked = body.pointee.count
    thread.unlock(object.reference)
    let size = maximum < 0 ? object.cache.count : linked
    return try thread.call(
      body.pointee.infoType, Value(small: loadCountRelaxed(&body.pointee.hits)),
      Value(small: loadCountRelaxed(&body.pointee.misses)),
      maximum < 0 ? .none : Value(small: maximum), Value(small: size))
  }

  static func cacheClear(thread: ThreadState, wrapper: Value) throws(Raised) -> Value {
    let object = CacheWrapper(wrapper)
    object.cache.clear(thread)
    thread.lock(object.reference)
    let first = object.body.pointee.oldest
    var node = first
    while !node.isUnbound {
      let here = object.node(node)
      here.pointee.isLinked = 0
      here.pointee.previous = .unbound
      node = here.pointee.next
    }
    object.body.pointee.oldest = .unbound
    object.body.pointee.newest = .unbound
    object.body.pointee.count = 0
    thread.unlock(object.reference)
    storeCountRelaxed(&object.body.pointee.hits, 0)
    storeCountRelaxed(&object.body.pointee.misses, 0)
    thread.release(first)
    return .none
  }

  static func descriptorGet(thread: ThreadState, wrapper: Value, object: Value, owner: Value)
    throws(Raised) -> Value
  {
    if object.isUnbound || object.isNone { return thread.retain(wrapper) }
    return try BoundMethodObject.make(thread, function: wrapper, receiver: object)
  }

  static func reduce(thread: ThreadState, wrapper: Value) throws(Raised) -> Value {
    try thread.getAttribute(wrapper, "__qualname__")
  }
  static func copy(thread: ThreadState, wrapper: Value) throws(Raised) -> Value {
    thread.retain(wrapper)
  }
  static func deepCopy(thread: ThreadState, wrapper: Value, memo: Value) throws(Raised) -> Value {
    thread.retain(wrapper)
  }
}
