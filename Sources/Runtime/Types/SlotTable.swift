// Special method names and the slots behind them (CPython's `slotdefs`): which wrapper a native
// slot shows as in its type's dictionary, and which trampoline a Python method installs in the slot.

/// How a wrapper turns a Python call into the slot's native call.
enum SlotWrapperKind {
  case none, unary, binaryLeft, binaryRight, power, powerRight, integer, predicate, contains
  case set, delete, compare(Comparison), descriptorGet, call, initialize, next, finalize
}

/// One special method name.
struct SlotRow {
  let name: WellKnownName
  let slot: Slot
  let kind: SlotWrapperKind
  /// The function a class's slot gets when Python code defines the name; nil where another row's does.
  let trampoline: UnsafeRawPointer?
  let signature: StaticString
  let doc: StaticString

  init(
    _ name: WellKnownName, _ slot: Slot, _ kind: SlotWrapperKind, _ trampoline: UnsafeRawPointer?,
    _ signature: StaticString, _ doc: StaticString
  ) {
    self.name = name
    self.slot = slot
    self.kind = kind
    self.trampoline = trampoline
    self.signature = signature
    self.doc = doc
  }
}

enum SlotTable {
  private static func raw(_ function: BinaryFunction) -> UnsafeRawPointer {
    unsafeBitCast(function, to: UnsafeRawPointer.self)
  }
  private static func raw(_ function: CallFunction) -> UnsafeRawPointer {
    unsafeBitCast(function, to: UnsafeRawPointer.self)
  }
  private static func raw(_ function: CompareFunction) -> UnsafeRawPointer {
    unsafeBitCast(function, to: UnsafeRawPointer.self)
  }
  private static func raw(_ function: ContainsFunction) -> UnsafeRawPointer {
    unsafeBitCast(function, to: UnsafeRawPointer.self)
  }
  private static func raw(_ function: FinalizeFunction) -> UnsafeRawPointer {
    unsafeBitCast(function, to: UnsafeRawPointer.self)
  }
  private static func raw(_ function: InitFunction) -> UnsafeRawPointer {
    unsafeBitCast(function, to: UnsafeRawPointer.self)
  }
  private static func raw(_ function: IntegerFunction) -> UnsafeRawPointer {
    unsafeBitCast(function, to: UnsafeRawPointer.self)
  }
  private static func raw(_ function: PredicateFunction) -> UnsafeRawPointer {
    unsafeBitCast(function, to: UnsafeRawPointer.self)
  }
  private static func raw(_ function: SetFunction) -> UnsafeRawPointer {
    unsafeBitCast(function, to: UnsafeRawPointer.self)
  }
  private static func raw(_ function: TernaryFunction) -> UnsafeRawPointer {
    unsafeBitCast(function, to: UnsafeRawPointer.self)
  }
  private static func raw(_ function: UnaryFunction) -> UnsafeRawPointer {
    unsafeBitCast(function, to: UnsafeRawPointer.self)
  }

  static let rows: [SlotRow] = [
    SlotRow(
      .__repr__, .repr, .unary, raw(Trampolines.repr), "($self, /)",
      "Return repr(self)."),
    SlotRow(
      .__str__, .str, .unary, raw(Trampolines.str), "($self, /)",
      "Return str(self)."),
    SlotRow(
      .__hash__, .hash, .integer, raw(Trampolines.hash), "($self, /)",
      "Return hash(self)."),
    SlotRow(
      .__call__, .call, .call, raw(Trampolines.call), "($self, /, *args, **kwargs)",
      "Call self as a function."),
    SlotRow(
      .__iter__, .iterate, .unary, raw(Trampolines.iterate), "($self, /)",
      "Implement iter(self)."),
    SlotRow(
      .__next__, .next, .next, raw(Trampolines.next), "($self, /)",
      "Implement next(self)."),
    SlotRow(
      .__getattribute__, .getAttribute, .binaryLeft, raw(Trampolines.getAttribute),
      "($self, name, /)",
      "Return getattr(self, name)."),
    SlotRow(
      .__getattr__, .getAttribute, .none, raw(Trampolines.getAttribute), "",
      ""),
    SlotRow(
      .__setattr__, .setAttribute, .set, raw(Trampolines.setAttribute), "($self, name, value, /)",
      "Implement setattr(self, name, value)."),
    SlotRow(
      .__delattr__, .setAttribute, .delete, raw(Trampolines.setAttribute), "($self, name, /)",
      "Implement delattr(self, name)."),
    SlotRow(
      .__lt__, .compare, .compare(.less), raw(Trampolines.compare), "($self, value, /)",
      "Return self<value."),
    SlotRow(
      .__le__, .compare, .compare(.lessEqual), raw(Trampolines.compare), "($self, value, /)",
      "Return self<=value."),
    SlotRow(
      .__eq__, .compare, .compare(.equal), raw(Trampolines.compare), "($self, value, /)",
      "Return self==value."),
    SlotRow(
      .__ne__, .compare, .compare(.notEqual), raw(Trampolines.compare), "($self, value, /)",
      "Return self!=value."),
    SlotRow(
      .__gt__, .compare, .compare(.greater), raw(Trampolines.compare), "($self, value, /)",
      "Return self>value."),
    SlotRow(
      .__ge__, .compare, .compare(.greaterEqual), raw(Trampolines.compare), "($self, value, /)",
      "Return self>=value."),
    SlotRow(
      .__get__, .descriptorGet, .descriptorGet, raw(Trampolines.descriptorGet),
      "($self, instance, owner=None, /)",
      "Return an attribute of instance, which is of type owner."),
    SlotRow(
      .__set__, .descriptorSet, .set, raw(Trampolines.descriptorSet), "($self, instance, value, /)",
      "Set an attribute of instance to value."),
    SlotRow(
      .__delete__, .descriptorSet, .delete, raw(Trampolines.descriptorSet), "($self, instance, /)",
      "Delete an attribute of instance."),
    SlotRow(
      .__init__, .initialize, .initialize, raw(Trampolines.initialize),
      "($self, /, *args, **kwargs)",
      "Initialize self.  See help(type(self)) for accurate signature."),
    SlotRow(
      .__new__, .new, .none, raw(Trampolines.new), "",
      ""),
    SlotRow(
      .__del__, .finalize, .finalize, raw(Trampolines.finalize), "($self, /)",
      "Called when the instance is about to be destroyed."),
    SlotRow(
      .__len__, .length, .integer, raw(Trampolines.length), "($self, /)",
      "Return len(self)."),
    SlotRow(
      .__bool__, .bool, .predicate, raw(Trampolines.bool), "($self, /)",
      "True if self else False"),
    SlotRow(
      .__getitem__, .getItem, .binaryLeft, raw(Trampolines.getItem), "($self, key, /)",
      "Return self[key]."),
    SlotRow(
      .__setitem__, .setItem, .set, raw(Trampolines.setItem), "($self, key, value, /)",
      "Set self[key] to value."),
    SlotRow(
      .__delitem__, .setItem, .delete, raw(Trampolines.setItem), "($self, key, /)",
      "Delete self[key]."),
    SlotRow(
      .__contains__, .contains, .contains, raw(Trampolines.contains), "($self, key, /)",
      "Return bool(key in self)."),
    SlotRow(
      .__add__, .add, .binaryLeft, raw(Trampolines.add), "($self, value, /)",
      "Return self+value."),
    SlotRow(
      .__radd__, .add, .binaryRight, raw(Trampolines.add), "($self, value, /)",
      "Return value+self."),
    SlotRow(
      .__sub__, .subtract, .binaryLeft, raw(Trampolines.subtract), "($self, value, /)",
      "Return self-value."),
    SlotRow(
      .__rsub__, .subtract, .binaryRight, raw(Trampolines.subtract), "($self, value, /)",
      "Return value-self."),
    SlotRow(
      .__mul__, .multiply, .binaryLeft, raw(Trampolines.multiply), "($self, value, /)",
      "Return self*value."),
    SlotRow(
      .__rmul__, .multiply, .binaryRight, raw(Trampolines.multiply), "($self, value, /)",
      "Return value*self."),
    SlotRow(
      .__matmul__, .matrixMultiply, .binaryLeft, raw(Trampolines.matrixMultiply),
      "($self, value, /)",
      "Return self@value."),
    SlotRow(
      .__rmatmul__, .matrixMultiply, .binaryRight, raw(Trampolines.matrixMultiply),
      "($self, value, /)",
      "Return value@self."),
    SlotRow(
      .__truediv__, .trueDivide, .binaryLeft, raw(Trampolines.trueDivide), "($self, value, /)",
      "Return self/value."),
    SlotRow(
      .__rtruediv__, .trueDivide, .binaryRight, raw(Trampolines.trueDivide), "($self, value, /)",
      "Return value/self."),
    SlotRow(
      .__floordiv__, .floorDivide, .binaryLeft, raw(Trampolines.floorDivide), "($self, value, /)",
      "Return self//value."),
    SlotRow(
      .__rfloordiv__, .floorDivide, .binaryRight, raw(Trampolines.floorDivide), "($self, value, /)",
      "Return value//self."),
    SlotRow(
      .__mod__, .modulo, .binaryLeft, raw(Trampolines.modulo), "($self, value, /)",
      "Return self%value."),
    SlotRow(
      .__rmod__, .modulo, .binaryRight, raw(Trampolines.modulo), "($self, value, /)",
      "Return value%self."),
    SlotRow(
      .__divmod__, .divmod, .binaryLeft, raw(Trampolines.divmod), "($self, value, /)",
      "Return divmod(self, value)."),
    SlotRow(
      .__rdivmod__, .divmod, .binaryRight, raw(Trampolines.divmod), "($self, value, /)",
      "Return divmod(value, self)."),
    SlotRow(
      .__lshift__, .leftShift, .binaryLeft, raw(Trampolines.leftShift), "($self, value, /)",
      "Return self<<value."),
    SlotRow(
      .__rlshift__, .leftShift, .binaryRight, raw(Trampolines.leftShift), "($self, value, /)",
      "Return value<<self."),
    SlotRow(
      .__rshift__, .rightShift, .binaryLeft, raw(Trampolines.rightShift), "($self, value, /)",
      "Return self>>value."),
    SlotRow(
      .__rrshift__, .rightShift, .binaryRight, raw(Trampolines.rightShift), "($self, value, /)",
      "Return value>>self."),
    SlotRow(
      .__and__, .and, .binaryLeft, raw(Trampolines.`and`), "($self, value, /)",
      "Return self&value."),
    SlotRow(
      .__rand__, .and, .binaryRight, raw(Trampolines.`and`), "($self, value, /)",
      "Return value&self."),
    SlotRow(
      .__xor__, .xor, .binaryLeft, raw(Trampolines.xor), "($self, value, /)",
      "Return self^value."),
    SlotRow(
      .__rxor__, .xor, .binaryRight, raw(Trampolines.xor), "($self, value, /)",
      "Return value^self."),
    SlotRow(
      .__or__, .or, .binaryLeft, raw(Trampolines.`or`), "($self, value, /)",
      "Return self|value."),
    SlotRow(
      .__ror__, .or, .binaryRight, raw(Trampolines.`or`), "($self, value, /)",
      "Return value|self."),
    SlotRow(
      .__pow__, .power, .power, raw(Trampolines.power), "($self, value, mod=None, /)",
      "Return pow(self, value, mod)."),
    SlotRow(
      .__rpow__, .power, .powerRight, raw(Trampolines.power), "($self, value, mod=None, /)",
      "Return pow(value, self, mod)."),
    SlotRow(
      .__iadd__, .addInPlace, .binaryLeft, raw(Trampolines.addInPlace), "($self, value, /)",
      "Return self+=value."),
    SlotRow(
      .__isub__, .subtractInPlace, .binaryLeft, raw(Trampolines.subtractInPlace),
      "($self, value, /)",
      "Return self-=value."),
    SlotRow(
      .__imul__, .multiplyInPlace, .binaryLeft, raw(Trampolines.multiplyInPlace),
      "($self, value, /)",
      "Return self*=value."),
    SlotRow(
      .__imatmul__, .matrixMultiplyInPlace, .binaryLeft, raw(Trampolines.matrixMultiplyInPlace),
      "($self, value, /)",
      "Return self@=value."),
    SlotRow(
      .__itruediv__, .trueDivideInPlace, .binaryLeft, raw(Trampolines.trueDivideInPlace),
      "($self, value, /)",
      "Return self/=value."),
    SlotRow(
      .__ifloordiv__, .floorDivideInPlace, .binaryLeft, raw(Trampolines.floorDivideInPlace),
      "($self, value, /)",
      "Return self//=value."),
    SlotRow(
      .__imod__, .moduloInPlace, .binaryLeft, raw(Trampolines.moduloInPlace), "($self, value, /)",
      "Return self%=value."),
    SlotRow(
      .__ilshift__, .leftShiftInPlace, .binaryLeft, raw(Trampolines.leftShiftInPlace),
      "($self, value, /)",
      "Return self<<=value."),
    SlotRow(
      .__irshift__, .rightShiftInPlace, .binaryLeft, raw(Trampolines.rightShiftInPlace),
      "($self, value, /)",
      "Return self>>=value."),
    SlotRow(
      .__iand__, .andInPlace, .binaryLeft, raw(Trampolines.andInPlace), "($self, value, /)",
      "Return self&=value."),
    SlotRow(
      .__ixor__, .xorInPlace, .binaryLeft, raw(Trampolines.xorInPlace), "($self, value, /)",
      "Return self^=value."),
    SlotRow(
      .__ior__, .orInPlace, .binaryLeft, raw(Trampolines.orInPlace), "($self, value, /)",
      "Return self|=value."),
    SlotRow(
      .__ipow__, .powerInPlace, .binaryLeft, raw(Trampolines.powerInPlace), "($self, value, /)",
      "Return self**=value."),
    SlotRow(
      .__add__, .concatenate, .binaryLeft, nil, "($self, value, /)",
      "Return self+value."),
    SlotRow(
      .__mul__, .repeat, .binaryLeft, nil, "($self, value, /)",
      "Return self*value."),
    SlotRow(
      .__rmul__, .repeat, .binaryLeft, nil, "($self, value, /)",
      "Return value*self."),
    SlotRow(
      .__iadd__, .concatenateInPlace, .binaryLeft, nil, "($self, value, /)",
      "Implement self+=value."),
    SlotRow(
      .__imul__, .repeatInPlace, .binaryLeft, nil, "($self, value, /)",
      "Implement self*=value."),
    SlotRow(
      .__neg__, .negative, .unary, raw(Trampolines.negative), "($self, /)",
      "-self"),
    SlotRow(
      .__pos__, .positive, .unary, raw(Trampolines.positive), "($self, /)",
      "+self"),
    SlotRow(
      .__abs__, .absolute, .unary, raw(Trampolines.absolute), "($self, /)",
      "abs(self)"),
    SlotRow(
      .__invert__, .invert, .unary, raw(Trampolines.invert), "($self, /)",
      "~self"),
    SlotRow(
      .__int__, .integer, .unary, raw(Trampolines.integer), "($self, /)",
      "int(self)"),
    SlotRow(
      .__float__, .float, .unary, raw(Trampolines.float), "($self, /)",
      "float(self)"),
    SlotRow(
      .__index__, .index, .unary, raw(Trampolines.index), "($self, /)",
      "Return self converted to an integer, if self is suitable for use as an index into a list."),
    SlotRow(
      .__await__, .await, .unary, raw(Trampolines.await), "($self, /)",
      "Return an iterator to be used in await expression."),
    SlotRow(
      .__aiter__, .asyncIterate, .unary, raw(Trampolines.asyncIterate), "($self, /)",
      "Return an awaitable, that resolves in asynchronous iterator."),
    SlotRow(
      .__anext__, .asyncNext, .unary, raw(Trampolines.asyncNext), "($self, /)",
      "Return a value or raise StopAsyncIteration."),
  ]

  /// Whether a type's slot holds the trampoline of its Python methods.
  static func isTrampoline(_ type: TypeObject, _ slot: Slot) -> Bool {
    guard let code = type.slot(slot) else { return false }
    return code == trampolines[slot.rawValue]
  }

  /// The trampoline of each slot.
  static let trampolines: [UnsafeRawPointer?] = {
    var result = [UnsafeRawPointer?](repeating: nil, count: Slot.count)
    for row in rows { if let code = row.trampoline { result[row.slot.rawValue] = code } }
    return result
  }()
}
