// bytearray: a mutable array of bytes in a store of its own.
//
// Store, count, capacity and exports are read and written under the object's lock once several
// threads run (concurrency.md R5); nothing is read without it, so a replaced store is freed at once,
// after unlocking. A change is prepared without the lock (arguments converted, a larger store
// allocated), then committed under it; if the content has grown meanwhile, it is prepared anew.
// While memoryviews exist (`exports`) the size can't change.

import CRuntime
import Glibc

package struct BytearrayBody {
  package var header: Header
  package var store: UnsafeMutableRawPointer?
  package var count: Int
  package var capacity: Int
  /// Number of live memoryviews.
  package var exports: Int
}

package struct BytearrayObject {
  package let body: UnsafeMutablePointer<BytearrayBody>

  /// The value must be a bytearray.
  @inline(__always) package init(_ value: Value) {
    body = value.reference.body(BytearrayBody.self)
  }
  @inline(__always) package var value: Value {
    Value(Reference(UnsafeMutableRawPointer(body)))
  }
  private var reference: Reference { Reference(UnsafeMutableRawPointer(body)) }

  /// The content of a bytearray that no other thread can change now: it is locked, fresh, or the
  /// only thread's.
  var unlockedBase: UnsafeMutableRawPointer {
    body.pointee.store ?? UnsafeMutableRawPointer(body)
  }
  var unlockedView: StringView {
    StringView(base: UnsafeRawPointer(unlockedBase), count: body.pointee.count, kind: 1)
  }
}

// MARK: Making and reading

extension BytearrayObject {
  /// A new object with unset content.
  static func make(_ thread: ThreadState, count: Int) throws(Raised) -> BytearrayObject {
    guard count < Int.max / 8 else { throw thread.raiseMemoryError() }
    let store = count > 0 ? try thread.allocateStore(bytes: count) : nil
    let body: UnsafeMutablePointer<BytearrayBody>
    do throws(Raised) {
      body = try thread.allocate(TypeObject(.bytearray), BytearrayBody.self)
    } catch {
      if let store { thread.freeStore(store, bytes: count) }
      throw error
    }
    body.pointee.store = store
    body.pointee.count = count
    body.pointee.capacity = count
    return BytearrayObject(Value(Reference(UnsafeMutableRawPointer(body))))
  }

  package static func make(_ thread: ThreadState, _ view: StringView) throws(Raised) -> Value {
    let object = try make(thread, count: view.count)
    memcpy(object.unlockedBase, view.base, view.count)
    return object.value
  }

  /// The content of one moment as a bytes object.
  package func snapshot(_ thread: ThreadState) throws(Raised) -> Value {
    if !thread.isShared { return try BytesObject.make(thread, unlockedView) }
    var expected = lockedCount(thread)
    while true {
      if expected == 0 { return BytesObject.empty }
      let bytes = try BytesObject.make(thread, count: expected)
      thread.lock(reference)
      let count = body.pointee.count
      if count == expected { memcpy(bytes.base, unlockedBase, count) }
      thread.unlock(reference)
      if count == expected { return bytes.value }
      thread.release(bytes.value)
      expected = count
    }
  }

  func lockedCount(_ thread: ThreadState) -> Int {
    thread.lock(reference)
    defer { thread.unlock(reference) }
    return body.pointee.count
  }

  /// The byte at an index, which may be negative; nil out of range.
  func byte(_ thread: ThreadState, at index: Int) -> UInt8? {
    thread.lock(reference)
    defer { thread.unlock(reference) }
    let position = index < 0 ? index &+ body.pointee.count : index
    guard position >= 0 && position < body.pointee.count else { return nil }
    return unlockedBase.load(fromByteOffset: position, as: UInt8.self)
  }

  // MARK: Changing

  /// Replaces a range by bytes that no other thread can change. `range` gets the count and returns
  /// what to replace, or nil to change nothing; it is called under the lock and calls nothing.
  /// `displaced` sees the bytes that go.
  func replace(
    _ thread: ThreadState, with view: StringView, displaced: (StringView) -> Void = { _ in },
    _ range: (Int) -> Range<Int>?
  ) throws(Raised) {
    var spare: UnsafeMutableRawPointer?
    var spareSize = 0
    while true {
      thread.lock(reference)
      guard let target = range(body.pointee.count) else { break }
      let count = body.pointee.count - target.count + view.count
      if count != body.pointee.count && body.pointee.exports > 0 {
        thread.unlock(reference)
        if let spare { thread.freeStore(spare, bytes: spareSize) }
        throw thread.raise(
          .bufferError, "Existing exports of data: object cannot be re-sized")
      }
      if count <= body.pointee.capacity || count <= spareSize {
        displaced(unlockedView.slice(target.lowerBound, target.upperBound))
        commit(view, target, count, &spare, &spareSize)
        break
      }
      thread.unlock(reference)
      if let spare { thread.freeStore(spare, bytes: spareSize) }
      spareSize = count + count / 8 + 16
      spare = try thread.allocateStore(bytes: spareSize)
    }
    thread.unlock(reference)
    if let spare { thread.freeStore(spare, bytes: spareSize) }
  }

  /// Moves the content, into the spare store where the present one is too small; the store that is
  /// no longer needed becomes the spare one.
  private func commit(
    _ view: StringView, _ target: Range<Int>, _ count: Int,
    _ spare: inout UnsafeMutableRawPointer?, _ spareSize: inout Int
  ) {
    let old = unlockedBase
    let tail = body.pointee.count - target.upperBound
    if count > body.pointee.capacity, let grown = spare {
      memcpy(grown, old, target.lowerBound)
      memcpy(
        grown + target.lowerBound + view.count, old + target.upperBound, tail)
      swap(&spare, &body.pointee.store)
      swap(&spareSize, &body.pointee.capacity)
    } else if view.count != target.count {
      memmove(old + target.lowerBound + view.count, old + target.upperBound, tail)
    }
    memcpy(unlockedBase + target.lowerBound, view.base, view.count)
    body.pointee.count = count
  }

  /// Changes bytes in place. `body` is called under the lock and calls nothing.
  func withLock<Result>(_ thread: ThreadState, _ body: (UnsafeMutableRawPointer, Int) -> Result)
    -> Result
  {
    thread.lock(reference)
    defer { thread.unlock(reference) }
    return body(unlockedBase, self.body.pointee.count)
  }

  static func dispose(thread: ThreadState, reference: Reference) {
    let body = reference.body(BytearrayBody.self)
    guard let store = body.pointee.store else { return }
    thread.freeStore(store, bytes: body.pointee.capacity)
  }
}
