// _thread._local: an object whose attributes are each thread's own.
//
// The object counts a dict for each thread that looked at it (`entries`, under the object's lock);
// the thread finds its dict in a table of its own, without a lock (Runtime's ThreadLocals). When a
// thread ends, it takes its dict out of every living object; when the object dies, all its dicts go.

import Glibc
import Runtime

package struct LocalBody {
  package var header: Header
  var key: UInt64
  /// What a subclass's `__init__` is called with in each thread.
  var arguments: Value
  var keywords: Value
  var entries: UnsafeMutablePointer<LocalEntry>?
  var count: Int
  var capacity: Int
}

struct LocalEntry {
  var thread: UInt64
  var dictionary: Value
}

package struct LocalObject {
  let body: UnsafeMutablePointer<LocalBody>

  init(_ value: Value) { body = value.reference.body(LocalBody.self) }
  var reference: Reference { Reference(UnsafeMutableRawPointer(body)) }
  var value: Value { Value(reference) }

  nonisolated(unsafe) static var type = TypeObject(bits: 0)
}

// MARK: The dict of a thread

extension LocalObject {
  /// The calling thread's dict, borrowed. Made, and the class's `__init__` called, when it first asks.
  func dictionary(_ thread: ThreadState) throws(Raised) -> DictObject {
    if let found = thread.threadLocal(body.pointee.key) { return DictObject(found) }
    let dictionary = try makeDictionary(thread)
    if !value.type.isSame(LocalObject.type) {
      do throws(Raised) { try initializeForThread(thread) } catch {
        thread.release(remove(thread.number, thread))
        thread.setThreadLocal(body.pointee.key, .unbound)
        throw error
      }
    }
    return dictionary
  }

  fileprivate func makeDictionary(_ thread: ThreadState) throws(Raised) -> DictObject {
    let dictionary = try DictObject.make(thread)
    do throws(Raised) { try add(dictionary, thread) } catch {
      thread.release(dictionary.value)
      throw error
    }
    thread.setThreadLocal(body.pointee.key, dictionary.value)
    return dictionary
  }

  private func initializeForThread(_ thread: ThreadState) throws(Raised) {
    let initialize = try thread.getAttribute(value.type.value, "__init__")
    defer { thread.release(initialize) }
    let arguments = TupleObject(body.pointee.arguments)
    let given = CallArguments(first: value, arguments, keywords: body.pointee.keywords, thread)
    thread.release(try given.call(initialize, thread))
  }

  /// Takes the dict over.
  private func add(_ dictionary: DictObject, _ thread: ThreadState) throws(Raised) {
    let size = MemoryLayout<LocalEntry>.stride
    while true {
      thread.lock(reference)
      if body.pointee.count < body.pointee.capacity { break }
      let capacity = body.pointee.capacity
      thread.unlock(reference)
      let larger = max(4, capacity * 2)
      let store = try thread.allocateStore(bytes: larger * size)
      thread.lock(reference)
      if body.pointee.capacity == capacity {
        let old = body.pointee.entries
        if let old { memcpy(store, old, body.pointee.count * size) }
        body.pointee.entries = store.bindMemory(to: LocalEntry.self, capacity: larger)
        body.pointee.capacity = larger
        thread.unlock(reference)
        if let old { thread.freeStore(old, bytes: capacity * size) }
      } else {
        thread.unlock(reference)
        thread.freeStore(store, bytes: larger * size)
      }
    }
    body.pointee.entries![body.pointee.count] = LocalEntry(
      thread: thread.number, dictionary: dictionary.value)
    body.pointee.count += 1
    thread.unlock(reference)
  }

  /// A thread's dict, which the caller then owns, or unbound.
  private func remove(_ number: UInt64, _ thread: ThreadState) -> Value {
    thread.lock(reference)
    defer { thread.unlock(reference) }
    guard let entries = body.pointee.entries else { return .unbound }
    for index in 0..<body.pointee.count where entries[index].thread == number {
      let dictionary = entries[index].dictionary
      body.pointee.count -= 1
      entries[index] = entries[body.pointee.count]
      return dictionary
    }
    return .unbound
  }

  /// A thread ends: its dicts go. What dies with them may ask for new ones, a few times.
  static func forgetThread(thread: ThreadState) {
    for _ in 0..<8 {
      let keys = thread.takeThreadLocalKeys()
      if keys.isEmpty { return }
      for key in keys {
        guard let owner = ThreadLocalOwners.take(key, thread) else { continue }
        let dictionary = LocalObject(owner).remove(thread.number, thread)
        thread.release(dictionary)
        thread.release(owner)
      }
    }
    _ = thread.takeThreadLocalKeys()
  }
}

// MARK: Type

extension LocalObject {
  static let definition = TypeDefinition(
    name: "_thread._local", size: MemoryLayout<LocalBody>.size,
    flags: TypeFlags.isBaseType | TypeFlags.isContainer,
    doc: "An object whose attributes each thread has for itself.",
    slots: [.new(new), .getAttribute(getAttribute), .setAttribute(setAttribute)],
    visit: visit, dispose: dispose)

  static func new(thread: ThreadState, type: Value, arguments: Arguments) throws(Raised) -> Value {
    let type = TypeObject(type)
    if arguments.count + arguments.keywordCount > 0 {
      let inherits = type.slot(.initialize) == TypeObject(.object).slot(.initialize)
      if inherits {
        throw thread.raise(.typeError, "Initialization arguments are not supported")
      }
    }
    let body = try thread.allocateInstance(type, LocalBody.self)
    body.pointee.arguments = .unbound
    body.pointee.keywords = .unbound
    let object = LocalObject(Value(Reference(UnsafeMutableRawPointer(body))))
    body.pointee.key = ThreadLocalOwners.register(object.reference, thread)
    do throws(Raised) {
      try object.keep(arguments, thread)
      _ = try object.makeDictionary(thread)
    } catch {
      thread.release(object.value)
      throw error
    }
    return object.value
  }

  private func keep(_ arguments: Arguments, _ thread: ThreadState) throws(Raised) {
    let positional = try TupleObject.make(thread, arguments.count)
    for index in 0..<arguments.count {
      positional.initialize(index, thread.retain(arguments[index]))
    }
    body.pointee.arguments = positional.value
    guard arguments.keywordCount > 0 else { return }
    let keywords = try DictObject.make(thread)
    body.pointee.keywords = keywords.value
    for index in 0..<arguments.keywordCount {
      try keywords.set(thread, arguments.keywordName(index), arguments.keywordValue(index))
    }
  }

  static func getAttribute(thread: ThreadState, self value: Value, name: Value) throws(Raised)
    -> Value
  {
    let dictionary = try LocalObject(value).dictionary(thread)
    if StringObject(name).isEqual(to: "__dict__") { return thread.retain(dictionary.value) }
    return try thread.genericGetAttribute(value, name, in: dictionary)
  }

  static func setAttribute(thread: ThreadState, self value: Value, name: Value, item: Value)
    throws(Raised)
  {
    if StringObject(name).isEqual(to: "__dict__") {
      throw thread.raise(
        .attributeError,
        "'\(value.type.nameText)' object attribute '__dict__' is read-only")
    }
    let dictionary = try LocalObject(value).dictionary(thread)
    try thread.setGenericAttribute(value, name, item, in: dictionary)
  }

  static func visit(reference: Reference, visitor: inout ReferenceVisitor) {
    let body = reference.body(LocalBody.self)
    visitor.counted(&body.pointee.arguments)
    visitor.counted(&body.pointee.keywords)
    guard let entries = body.pointee.entries else { return }
    for index in 0..<body.pointee.count { visitor.counted(&entries[index].dictionary) }
  }

  static func dispose(thread: ThreadState, reference: Reference) {
    let body = reference.body(LocalBody.self)
    if body.pointee.key != 0 { ThreadLocalOwners.unregister(body.pointee.key) }
    if let entries = body.pointee.entries {
      thread.freeStore(entries, bytes: body.pointee.capacity * MemoryLayout<LocalEntry>.stride)
    }
  }
}
