// Cells: variables shared between a function and the functions inside it.
//
// The one word is replaced by an atomic exchange and read lock-free (R4): a cell never moves, so an
// exchange can't be lost in a copy.

import CRuntime

package struct CellBody {
  package var header: Header
  package var content: Value
}

package struct CellObject {
  package let body: UnsafeMutablePointer<CellBody>
  @inline(__always) package init(_ value: Value) { body = value.reference.body(CellBody.self) }

  @inline(__always) var slot: UnsafeMutablePointer<UInt> {
    UnsafeMutableRawPointer(body).advanced(by: MemoryLayout<Header>.size)
      .assumingMemoryBound(to: UInt.self)
  }

  /// A cell around an owned value.
  package static func make(_ thread: ThreadState, owned content: Value) throws(Raised) -> Value {
    let body = try thread.allocate(TypeObject(.cell), CellBody.self)
    body.pointee.content = content.stripped
    return Value(Reference(UnsafeMutableRawPointer(body)))
  }

  /// The content: owned, or unbound.
  @inline(__always) package func load(_ thread: ThreadState) -> Value {
    if !thread.isShared { return thread.retain(body.pointee.content) }
    return loadShared(thread)
  }

  /// As `load`, for a register: the word may be uncounted.
  @inline(__always) func borrow(_ thread: ThreadState) -> Value {
    if !thread.isShared { return thread.retain(body.pointee.content) }
    return thread.tryBorrow(slot.asValue) ?? loadShared(thread)
  }

  @inline(never) private func loadShared(_ thread: ThreadState) -> Value {
    if let value = thread.loadShared(slot) { return value }
    thread.lock(Reference(UnsafeMutableRawPointer(body)))
    let value = thread.retain(Value(bits: racer_load_relaxed_word(slot)))
    thread.unlock(Reference(UnsafeMutableRawPointer(body)))
    return value
  }

  /// Replaces the content by an owned value (or unbound) and returns the old one, owned.
  @inline(__always) package func exchange(_ thread: ThreadState, with value: Value) -> Value {
    thread.exchangeSlot(slot, with: value, of: Reference(UnsafeMutableRawPointer(body)))
  }
}

extension CellObject {
  package static let definition = TypeDefinition(
    name: "cell", size: MemoryLayout<CellBody>.size, flags: TypeFlags.isContainer,
    doc: "A variable shared between nested functions.",
    slots: [
      .repr({ (thread, value) throws(Raised) in
        let content = CellObject(value).load(thread)
        defer { thread.release(content) }
        let text =
          content.isUnbound
          ? "empty"
          : "\(content.type.nameText) object at \(thread.addressText(content))"
        return try thread.string("<cell at \(thread.addressText(value)): \(text)>")
      }),
      .new({ (thread, type, arguments) throws(Raised) in
        let content = arguments.count > 0 ? thread.retain(arguments[0]) : .unbound
        return try CellObject.make(thread, owned: content)
      }),
    ],
    getters: [
      Getter(
        "cell_contents",
        { (thread, value) throws(Raised) in
          let content = CellObject(value).load(thread)
          if content.isUnbound { throw thread.raise(.valueError, "cell is empty") }
          return content
        },
        set: { (thread, value, item) throws(Raised) in
          thread.release(CellObject(value).exchange(thread, with: thread.retain(item)))
        }, "What the variable refers to.")
    ],
    visit: { reference, visitor in
      visitor.counted(&reference.body(CellBody.self).pointee.content)
    })
}
