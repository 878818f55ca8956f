/// Rare operations behind the one opcode `intrinsic`: their operands lie in consecutive registers
/// and are taken; each has one result (None where nothing else is said).
public enum Intrinsic: UInt16, CaseIterable, Sendable {
  case printExpression
  case stopIterationError
  case setupAnnotations
  case exceptionGroupSplit
  case prepareReraiseStar
  case typeVar
  case typeVarWithBound
  case typeVarWithConstraints
  case paramSpec
  case typeVarTuple
  case setTypeParameterDefault
  case setFunctionTypeParameters
  case subscriptGeneric
  case typeAlias

  public var name: String { String(describing: self) }

  public var operandCount: Int { description.operands }

  public var meaning: String { description.meaning }

  private var description: (operands: Int, meaning: String) {
    switch self {
    case .printExpression: (1, "calls sys.displayhook(value)")
    case .stopIterationError:
      (
        1,
        "exception → RuntimeError caused by it if it is a StopIteration (PEP 479; for async "
          + "generators also StopAsyncIteration), else itself"
      )
    case .setupAnnotations: (0, "gives the namespace r[0] an __annotations__ dict if it has none")
    case .exceptionGroupSplit:
      (
        2,
        "exception, class or tuple → tuple (match or None, rest or None) for except*; makes a "
          + "match the handled exception"
      )
    case .prepareReraiseStar:
      (2, "original exception, list of raised ones and unhandled rest → exception to raise or None")
    case .typeVar: (1, "name → TypeVar, variance inferred")
    case .typeVarWithBound: (2, "name, function that evaluates the bound → TypeVar")
    case .typeVarWithConstraints: (2, "name, function that evaluates the constraints → TypeVar")
    case .paramSpec: (1, "name → ParamSpec, variance inferred")
    case .typeVarTuple: (1, "name → TypeVarTuple")
    case .setTypeParameterDefault: (2, "type parameter, function that evaluates it → the parameter")
    case .setFunctionTypeParameters: (2, "function, tuple → the function with __type_params__ set")
    case .subscriptGeneric: (1, "tuple of type parameters → Generic[…] base class")
    case .typeAlias: (3, "name, type parameters tuple or None, function → TypeAliasType")
    }
  }
}
