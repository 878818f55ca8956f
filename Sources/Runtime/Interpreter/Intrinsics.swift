// The rare operations behind the opcode `intrinsic`.

import Bytecode
import CRuntime

extension ThreadState {
  /// Applies an intrinsic to operands in registers, which stay the caller's. Owned.
  func intrinsic(_ intrinsic: Intrinsic, _ operands: UnsafeMutablePointer<UInt>, namespace: Value)
    throws(Raised) -> Value
  {
    func operand(_ index: Int) -> Value { Value(bits: operands[index]) }
    switch intrinsic {
    case .printExpression:
      let hook = BuiltinHooks.systemAttribute(self, .displayhook)
      defer { release(hook) }
      if hook.isUnbound { throw raise(.runtimeError, "lost sys.displayhook") }
      return try call(hook, operand(0))
    case .stopIterationError: return try stopIterationError(operand(0))
    case .setupAnnotations:
      let found = try namespaceItem(namespace, .name(.__annotations__))
      defer { release(found) }
      if found.isUnbound {
        let made = try DictObject.make(self)
        defer { release(made.value) }
        try setItem(namespace, .name(.__annotations__), made.value)
      }
      return .none
    case .exceptionGroupSplit:
      let (match, rest) = try matchExceptionGroup(operand(0), operand(1))
      if !match.isNone {
        let old = record.pointee.handled
        record.pointee.handled = retain(match)
        release(old)
      }
      defer {
        release(match)
        release(rest)
      }
      return try tuple(match, rest)
    case .prepareReraiseStar:
      let list = ListObject(operand(1))
      var results: [Value] = []
      for index in 0..<list.count { results.append(list.item(self, at: index)) }
      defer { for result in results { release(result) } }
      return try prepareReraiseStar(operand(0), results)
    case .typeVar: return try typing("_inferred_type_var", operand(0))
    case .typeVarWithBound: return try typing("_bounded_type_var", operand(0), operand(1))
    case .typeVarWithConstraints:
      return try typing("_constrained_type_var", operand(0), operand(1))
    case .paramSpec: return try typing("_inferred_param_spec", operand(0))
    case .typeVarTuple: return try typing("TypeVarTuple", operand(0))
    case .setTypeParameterDefault: return try typing("_with_default", operand(0), operand(1))
    case .setFunctionTypeParameters:
      try setAttribute(operand(0), .name(.__type_params__), operand(1))
      return retain(operand(0))
    case .subscriptGeneric: return try typing("_subscript_generic", operand(0))
    case .typeAlias:
      return try typing("_type_alias", operand(0), operand(1), operand(2))
    }
  }

  /// PEP 479: StopIteration that leaves a generator becomes RuntimeError.
  private func stopIterationError(_ exception: Value) throws(Raised) -> Value {
    guard exception.type.isSubtype(of: .stopIteration) else { return retain(exception) }
    let isCoroutine = frame.code.has(.coroutine)
    _ = raise(
      .runtimeError, "\(isCoroutine ? "coroutine" : "generator") raised StopIteration")
    let error = takeException()
    setCause(of: error, owned: retain(exception))
    return error
  }

  /// PEP 695's objects are made by the module `_typing`.
  private func typing(_ name: StaticString, _ operands: Value...) throws(Raised) -> Value {
    let module = try ImportSystem.module(self, "_typing")
    defer { release(module) }
    let function = try getAttribute(module, name)
    defer { release(function) }
    switch operands.count {
    case 1: return try call(function, operands[0])
    case 2: return try call(function, operands[0], operands[1])
    default: return try call(function, operands[0], operands[1], operands[2])
    }
  }
}
