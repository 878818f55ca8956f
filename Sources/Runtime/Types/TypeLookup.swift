// Finding an attribute in a type and its bases.
//
// A per-thread cache of (type version, name) → value makes repeated misses of the inline caches
// cheap. It holds only immediates, immortal and deferred objects, which outlive it without a count:
// a version is never reused, so an entry of a changed class can't match again (R9).

import CRuntime

extension ThreadState {
  /// What the type's MRO holds under an interned name: owned, or uncounted if it is deferred;
  /// unbound if nothing is there. Raises nothing, runs no Python code.
  func lookup(_ type: TypeObject, _ name: Value) -> Value {
    let version = racer_load_acquire_u32(&type.body.pointee.version)
    if version != 0, let cached = typeCache(version, name) { return cached }
    return lookupSlow(type, name)
  }

  @inline(never) private func lookupSlow(_ type: TypeObject, _ name: Value) -> Value {
    // The version is read before the walk: if the class changes meanwhile, its version is dropped
    // before the store, and the entry made here can never match.
    let version = assignVersion(type)
    let value = lookupInBases(type, name)
    if version != 0 { fillTypeCache(version, name, value) }
    return value
  }

  /// The walk itself.
  func lookupInBases(_ type: TypeObject, _ name: Value) -> Value {
    let mro = type.body.pointee.mro
    guard mro.isReference else { return .unbound }
    let tuple = TupleObject(mro)
    for index in 0..<tuple.count {
      let dictionary = TypeObject(tuple[index]).body.pointee.dictionary
      guard dictionary.isReference else { continue }
      let value = DictObject(dictionary).get(self, name: name)
      if !value.isUnbound { return asUncounted(value) }
    }
    return .unbound
  }

  /// Turns an owned reference to a deferred object into an uncounted one.
  @inline(__always) func asUncounted(_ value: Value) -> Value {
    guard value.isCounted, value.reference.needsNoCount else { return value }
    release(value)
    return Value(uncounted: value.reference)
  }

  /// The type's version, assigned if it has none; 0 where it can have none.
  func assignVersion(_ type: TypeObject) -> UInt32 {
    let body = type.body
    let version = racer_load_acquire_u32(&body.pointee.version)
    if version != 0 { return version }
    TypeLock.lock(self)
    defer { TypeLock.unlock(self) }
    return TypeVersions.assign(type)
  }

  /// Drops the versions of a class and of all its subclasses; to be followed by the change, with
  /// the type lock held all the while.
  func invalidateVersions(_ type: TypeObject) {
    let body = type.body
    if racer_load_relaxed_u32(&body.pointee.version) != 0 {
      racer_store_release_u32(&body.pointee.version, 0)
    }
    guard let subclasses = body.pointee.subclasses else { return }
    for index in 0..<subclasses.pointee.count {
      invalidateVersions(TypeObject(bits: subclasses.pointee.items[index]))
    }
  }
}

enum TypeVersions {
  /// Versions one class may use up before it is called uncacheable.
  static let limitPerType: UInt32 = 1000

  /// Under the type lock. Invalidation walks down the subclasses whatever their versions are, so a
  /// class may have one where a base has none.
  static func assign(_ type: TypeObject) -> UInt32 {
    let body = type.body
    if body.pointee.version != 0 { return body.pointee.version }
    if body.pointee.versionsUsed >= limitPerType { return 0 }
    body.pointee.versionsUsed += 1
    let version = VersionCounter.types.next()
    racer_store_release_u32(&body.pointee.version, version)
    return version
  }
}

// MARK: The per-thread cache

@frozen public struct TypeCacheEntry {
  var version: UInt32
  var name: UInt
  var value: UInt
}

extension ThreadState {
  private static var typeCacheSize: Int { 1024 }

  @inline(__always) private func typeCacheIndex(_ version: UInt32, _ name: Value) -> Int {
    Int((UInt(version) &* 31 ^ (name.bits >> 4)) & UInt(ThreadState.typeCacheSize - 1))
  }

  @inline(__always) private func typeCache(_ version: UInt32, _ name: Value) -> Value? {
    guard let cache = record.pointee.typeCache else { return nil }
    let entry = cache + typeCacheIndex(version, name)
    guard entry.pointee.version == version, entry.pointee.name == name.bits & ~8 else { return nil }
    return Value(bits: entry.pointee.value)
  }

  private func fillTypeCache(_ version: UInt32, _ name: Value, _ value: Value) {
    if value.isCounted { return }
    if record.pointee.typeCache == nil {
      let cache = UnsafeMutablePointer<TypeCacheEntry>.allocate(
        capacity: ThreadState.typeCacheSize)
      cache.initialize(
        repeating: TypeCacheEntry(version: 0, name: 0, value: 0), count: ThreadState.typeCacheSize)
      record.pointee.typeCache = cache
    }
    let entry = record.pointee.typeCache.unsafelyUnwrapped + typeCacheIndex(version, name)
    entry.pointee = TypeCacheEntry(version: version, name: name.bits & ~8, value: value.bits)
  }
}
