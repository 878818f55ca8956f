// Type objects: layout of the instances, method resolution order, slot table, version.
//
// Built-in types are created at start-up from their `TypeDefinition` tables and are immortal.
// Classes made by scripts are deferred at birth. Everything a lookup reads is guarded by `version`
// (concurrency.md R9): the type lock covers assigning a version together with the lookup that it
// vouches for, and "version := 0 for the class and its subclasses, then the store".

import CRuntime

package struct TypeFlags {
  /// Scripts may derive from it.
  package static let isBaseType: UInt32 = 1
  /// Made by a class statement: attributes can be set.
  package static let isHeapType: UInt32 = 2
  /// Instances can hold references: container pages, and the collector looks at them.
  package static let isContainer: UInt32 = 4
  /// Instances are dicts, lists … or of a subclass: fast tests for subclasses of built-in types.
  package static let integerSubclass: UInt32 = 1 << 8
  package static let listSubclass: UInt32 = 1 << 9
  package static let tupleSubclass: UInt32 = 1 << 10
  package static let bytesSubclass: UInt32 = 1 << 11
  package static let stringSubclass: UInt32 = 1 << 12
  package static let dictionarySubclass: UInt32 = 1 << 13
  package static let exceptionSubclass: UInt32 = 1 << 14
  package static let typeSubclass: UInt32 = 1 << 15
  package static let floatSubclass: UInt32 = 1 << 16
  package static let inheritedMask: UInt32 = 0x1_ff00
  /// `match` takes instances for sequences or mappings.
  package static let isSequence: UInt32 = 1 << 20
  package static let isMapping: UInt32 = 1 << 21
  /// `__getattribute__` is object's: attribute caches may be used.
  package static let hasGenericGetAttribute: UInt32 = 1 << 22
  package static let hasGenericSetAttribute: UInt32 = 1 << 23
  /// The class has `__getattr__`.
  package static let hasGetAttrHook: UInt32 = 1 << 24
  /// Abstract methods remain: can't be instantiated.
  package static let isAbstract: UInt32 = 1 << 25
  /// Instances must not be made by a call.
  package static let disallowsInstantiation: UInt32 = 1 << 26
  /// Methods are found as functions of the class and can be called without binding.
  package static let isMethodDescriptor: UInt32 = 1 << 27
}

package struct TypeBody {
  package var header: Header
  /// The metatype's instance shape, as any instance has one.
  package var name: Value
  package var qualifiedName: Value
  package var base: Value
  package var bases: Value
  package var mro: Value
  package var dictionary: Value
  package var doc: Value
  package var module: Value
  package var flags: UInt32
  /// Guard of caches; 0 = none assigned, or uncacheable (R9).
  package var version: UInt32
  package var versionsUsed: UInt32
  /// Size of an instance without inline slots, in bytes.
  package var basicSize: UInt32
  /// Offset of the instance's shape word, 0 where instances have no attributes of their own.
  package var shapeOffset: UInt32
  /// Inline slots of the instances in the class's first shape tree.
  package var inlineSlots: UInt32
  /// Whether an instance may have gone over to a dict (`noteDictionaryInstance`).
  package var hasDictionaryInstances: UInt32
  /// Root of the class's shape tree (`Shape`), created with the first instance attribute.
  package var rootShape: UInt
  /// Direct subclasses, not counted (native list under the type lock).
  package var subclasses: UnsafeMutablePointer<SubclassList>?
  package var visit: UnsafeRawPointer?
  package var dispose: UnsafeRawPointer?
  /// Table of `Slot.count` function pointers, 0 where absent.
  package var slots: UnsafeMutablePointer<UnsafeRawPointer?>
  /// `__slots__` members' storage: number of fixed slot words after the base's instance.
  package var memberSlots: UInt32
  package var memberOffset: UInt32
}

package struct SubclassList {
  package var count: Int
  package var capacity: Int
  package var items: UnsafeMutablePointer<UInt>
}

/// A type, borrowed.
@frozen public struct TypeObject: Sendable {
  public let bits: UInt
  @inlinable @inline(__always) public init(bits: UInt) { self.bits = bits }
  /// The value must be a type.
  @inlinable @inline(__always) public init(_ value: Value) { bits = value.bits & ~15 }
}

extension TypeObject {
  /// The guard of caches. Acquire: who sees it may use what was looked up under it (R9).
  @inline(__always) package var version: UInt32 {
    racer_load_acquire_u32(&body.pointee.version)
  }
}

extension TypeObject {
  @inline(__always) package var body: UnsafeMutablePointer<TypeBody> {
    UnsafeMutablePointer(bitPattern: bits).unsafelyUnwrapped
  }
  /// Borrowed and counted where stored; the interpreter makes it uncounted where the type is deferred.
  @inline(__always) package var value: Value { Value(bits: bits) }
  @inline(__always) package func has(_ flag: UInt32) -> Bool { body.pointee.flags & flag != 0 }
  @inline(__always) package func slot(_ slot: Slot) -> UnsafeRawPointer? {
    body.pointee.slots[slot.rawValue]
  }
  @inline(__always) package func isSame(_ other: TypeObject) -> Bool { bits == other.bits }
  @inline(__always) package var base: TypeObject? {
    body.pointee.base.isReference ? TypeObject(body.pointee.base) : nil
  }

  /// `issubclass` by the method resolution order, without hooks.
  package func isSubtype(of other: TypeObject) -> Bool {
    if bits == other.bits { return true }
    let mro = body.pointee.mro
    guard mro.isReference else {
      var type = base
      while let current = type {
        if current.bits == other.bits { return true }
        type = current.base
      }
      return false
    }
    let tuple = TupleObject(mro)
    for index in 0..<tuple.count where tuple[index].bits & ~15 == other.bits { return true }
    return false
  }

  /// `__name__` as text for messages.
  package var nameText: String { StringObject(body.pointee.name).text }
}
