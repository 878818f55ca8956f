// Every built-in type and the table that declares it, in the order of creation: bases first.

import CRuntime

enum BuiltinTypes {
  /// A type without anything of its own: the type of one constant.
  private static func singleton(_ name: StaticString, _ text: StaticString, _ doc: StaticString)
    -> TypeDefinition
  {
    TypeDefinition(
      name: name, size: MemoryLayout<Header>.size, doc: doc,
      slots: SingletonTypes.slots(named: text))
  }

  static var definitions: [(WellKnownType, TypeDefinition)] {
    [
      (.object, ObjectType.definition), (.type, TypeObject.definition),
      (.int, IntegerObject.definition), (.bool, BoolObject.definition),
      (.float, FloatObject.definition), (.complex, ComplexObject.definition),
      (.str, StringObject.definition), (.bytes, BytesObject.definition),
      (.bytearray, BytearrayObject.definition), (.memoryview, MemoryViewObject.definition),
      (.list, ListObject.definition), (.tuple, TupleObject.definition),
      (.dict, DictObject.definition), (.set, SetObject.definition),
      (.frozenset, SetObject.frozenDefinition), (.range, RangeObject.definition),
      (.slice, SliceObject.definition),
      (.noneType, singleton("NoneType", "None", "The type of the None singleton.")),
      (
        .notImplementedType,
        singleton("NotImplementedType", "NotImplemented", "The type of NotImplemented.")
      ),
      (.ellipsisType, singleton("ellipsis", "Ellipsis", "The type of Ellipsis.")),
      (.function, FunctionObject.definition), (.method, BoundMethodObject.definition),
      (.builtinFunction, BuiltinFunctionObject.definition),
      (.methodDescriptor, MethodDescriptorObject.definition),
      (.wrapperDescriptor, WrapperObject.definition),
      (.methodWrapper, MethodWrapperObject.definition),
      (.classMethodDescriptor, MethodDescriptorObject.classMethodDefinition),
      (.getSetDescriptor, GetSetObject.definition),
      (.memberDescriptor, GetSetObject.memberDefinition),
      (.mappingProxy, MappingProxy.definition),
      (.classMethod, FunctionWrapper.classMethodDefinition),
      (.staticMethod, FunctionWrapper.staticMethodDefinition),
      (.property, PropertyObject.definition), (.superType, SuperObject.definition),
      (.module, ModuleObject.definition), (.code, CodeObject.definition),
      (.cell, CellObject.definition), (.frame, FrameObject.definition),
      (.traceback, TracebackObject.definition), (.generator, GeneratorObject.definition),
      (.coroutine, GeneratorObject.coroutineDefinition),
      (.asyncGenerator, GeneratorObject.asyncGeneratorDefinition),
    ] + iterators + ExceptionTypes.definitions
  }

  private static var iterators: [(WellKnownType, TypeDefinition)] {
    [
      (.listIterator, SequencePosition.listDefinition),
      (.listReverseIterator, SequencePosition.listReverseDefinition),
      (.tupleIterator, SequencePosition.tupleDefinition),
      (.sequenceIterator, SequencePosition.sequenceDefinition),
      (.rangeIterator, RangeIterator.definition),
      (.longRangeIterator, LongRangeIterator.definition),
      (.stringIterator, StringIterator.definition),
      (.bytesIterator, ByteIterator.bytesDefinition),
      (.bytearrayIterator, ByteIterator.bytearrayDefinition),
      (.dictKeys, DictView.keysDefinition), (.dictValues, DictView.valuesDefinition),
      (.dictItems, DictView.itemsDefinition),
      (.dictKeyIterator, DictIterator.keyDefinition),
      (.dictValueIterator, DictIterator.valueDefinition),
      (.dictItemIterator, DictIterator.itemDefinition),
      (.dictReverseKeyIterator, DictIterator.reverseKeyDefinition),
      (.dictReverseValueIterator, DictIterator.reverseValueDefinition),
      (.dictReverseItemIterator, DictIterator.reverseItemDefinition),
      (.setIterator, SetIterator.definition), (.callableIterator, CallableIterator.definition),
      (.enumerate, EnumerateObject.definition), (.reversed, ReversedObject.definition),
      (.zip, ZipObject.definition), (.map, MapObject.definition),
      (.filter, FilterObject.definition),
      (.simpleNamespace, SimpleNamespaceObject.definition),
      (.genericAlias, GenericAliasObject.definition), (.unionType, UnionTypeObject.definition),
    ]
  }
}

/// What the types of None, NotImplemented and Ellipsis can do.
enum SingletonTypes {
  static func slots(named text: StaticString) -> [SlotFunction] {
    switch "\(text)" {
    case "None":
      [
        .repr(SingletonTypes.reprNone), .new(SingletonTypes.newNone),
        .bool(SingletonTypes.isTrueNone), .hash(SingletonTypes.hash),
      ]
    case "NotImplemented":
      [
        .repr(SingletonTypes.reprNotImplemented), .new(SingletonTypes.newNotImplemented),
        .bool(SingletonTypes.isTrueNotImplemented),
        .hash(SingletonTypes.hash),
      ]
    default:
      [
        .repr(SingletonTypes.reprEllipsis), .new(SingletonTypes.newEllipsis),
        .hash(SingletonTypes.hash),
      ]
    }
  }

  static func reprNone(thread: ThreadState, value: Value) throws(Raised) -> Value {
    thread.intern("None")
  }
  static func reprNotImplemented(thread: ThreadState, value: Value) throws(Raised) -> Value {
    thread.intern("NotImplemented")
  }
  static func reprEllipsis(thread: ThreadState, value: Value) throws(Raised) -> Value {
    thread.intern("Ellipsis")
  }
  static func isTrueNone(thread: ThreadState, value: Value) throws(Raised) -> Bool { false }
  static func isTrueNotImplemented(thread: ThreadState, value: Value) throws(Raised) -> Bool {
    true
  }
  static func hash(thread: ThreadState, value: Value) throws(Raised) -> Int {
    Int(value.bits &* 0x9E37_79B9 & 0x7fff_ffff)
  }
  static func newNone(thread: ThreadState, type: Value, arguments: Arguments) throws(Raised)
    -> Value
  { try only(.none, thread, type, arguments) }
  static func newNotImplemented(thread: ThreadState, type: Value, arguments: Arguments)
    throws(Raised) -> Value
  { try only(.notImplemented, thread, type, arguments) }
  static func newEllipsis(thread: ThreadState, type: Value, arguments: Arguments) throws(Raised)
    -> Value
  { try only(.ellipsis, thread, type, arguments) }

  private static func only(
    _ value: Value, _ thread: ThreadState, _ type: Value, _ arguments: Arguments
  ) throws(Raised) -> Value {
    if arguments.count > 0 || arguments.keywordCount > 0 {
      throw thread.raise(.typeError, "\(TypeObject(type).nameText) takes no arguments")
    }
    return value
  }
}
