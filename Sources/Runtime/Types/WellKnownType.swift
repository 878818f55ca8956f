// The built-in types that the runtime itself names. Others are reached through their modules.

import CRuntime

/// Ordinal of a type in the process-wide table (CRuntime/Globals.h).
package enum WellKnownType: UInt, CaseIterable {
  case object, type
  case int, bool, float, complex, str, bytes, bytearray, memoryview
  case list, tuple, dict, set, frozenset, range, slice
  case noneType, notImplementedType, ellipsisType
  case function, method, builtinFunction, methodDescriptor, wrapperDescriptor, methodWrapper
  case classMethodDescriptor, getSetDescriptor, memberDescriptor, mappingProxy
  case classMethod, staticMethod, property, superType
  case module, code, cell, frame, traceback, generator, coroutine, asyncGenerator
  case listIterator, listReverseIterator, tupleIterator, rangeIterator, longRangeIterator
  case stringIterator, bytesIterator, bytearrayIterator
  case dictKeys, dictValues, dictItems
  case dictKeyIterator, dictValueIterator, dictItemIterator
  case dictReverseKeyIterator, dictReverseValueIterator, dictReverseItemIterator
  case setIterator, sequenceIterator, callableIterator
  case enumerate, reversed, zip, map, filter
  case simpleNamespace, weakReference, genericAlias, unionType
  case instanceDictionary, typeVar, paramSpec, typeVarTuple, typeAliasType

  // The exception hierarchy.
  case baseException, exception, baseExceptionGroup, exceptionGroup
  case generatorExit, keyboardInterrupt, systemExit
  case arithmeticError, floatingPointError, overflowError, zeroDivisionError
  case assertionError, attributeError, bufferError, eofError
  case importError, moduleNotFoundError
  case lookupError, indexError, keyError
  case memoryError, nameError, unboundLocalError
  case osError, blockingIOError, childProcessError, connectionError, brokenPipeError
  case connectionAbortedError, connectionRefusedError, connectionResetError
  case fileExistsError, fileNotFoundError, interruptedError, isADirectoryError
  case notADirectoryError, permissionError, processLookupError, timeoutError
  case referenceError, runtimeError, notImplementedError, recursionError
  case pythonFinalizationError, stopAsyncIteration, stopIteration
  case syntaxError, indentationError, tabError, incompleteInputError
  case systemError, typeError, valueError, unicodeError
  case unicodeDecodeError, unicodeEncodeError, unicodeTranslateError
  case warning, bytesWarning, deprecationWarning, encodingWarning, futureWarning, importWarning
  case pendingDeprecationWarning, resourceWarning, runtimeWarning, syntaxWarning
  case unicodeWarning, userWarning
}

extension TypeObject {
  /// A well-known type: one load.
  @inline(__always) package init(_ known: WellKnownType) {
    bits = racer_type(known.rawValue)
  }
  @inline(__always) package func isExactly(_ known: WellKnownType) -> Bool {
    bits == racer_type(known.rawValue)
  }
  package func isSubtype(of known: WellKnownType) -> Bool { isSubtype(of: TypeObject(known)) }
}

extension Value {
  /// The type of any value.
  @inline(__always) package var type: TypeObject {
    if isReference { return reference.type }
    return immediateType
  }

  package var immediateType: TypeObject {
    if isSmallInteger { return TypeObject(.int) }
    if isImmediateFloat { return TypeObject(.float) }
    switch bits {
    case Value.none.bits: return TypeObject(.noneType)
    case Value.true.bits, Value.false.bits: return TypeObject(.bool)
    case Value.notImplemented.bits: return TypeObject(.notImplementedType)
    default: return TypeObject(.ellipsisType)
    }
  }

  /// Whether this is a heap object of exactly this type.
  @inline(__always) package func isExactly(_ known: WellKnownType) -> Bool {
    isReference && reference.header.pointee.type == racer_type(known.rawValue)
  }
  /// Whether this is a heap object whose type has the flag: `TypeFlags.listSubclass` and its like.
  @inline(__always) package func isInstance(_ flag: UInt32) -> Bool {
    isReference && reference.type.has(flag)
  }
  @inline(__always) package var isExactString: Bool { isExactly(.str) }
}
