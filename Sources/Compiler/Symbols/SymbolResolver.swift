import Syntax

/// Decides for each name of each scope whether it is local, shared with inner functions, free or
/// global: downwards with what is bound around, then upwards with what turned out to be free.
struct SymbolResolver {
  /// What is known around a scope.
  struct Surroundings {
    var bound: Set<String> = []
    var globals: Set<String> = []
    var typeParameters: Set<String> = []
    var isInsideFunction = false
  }

  /// What a scope needs from outside.
  struct Needs {
    /// All names that are free in it.
    var free: Set<String> = []
    /// Those of them that a closure captures, so that they must live in cells.
    var captured: Set<String> = []
  }

  let reporter: ErrorReporter

  mutating func resolve(_ module: Scope) throws(SyntaxError) {
    _ = try analyse(module, in: Surroundings(), classScope: nil)
  }

  private mutating func analyse(
    _ scope: Scope, in around: Surroundings, classScope: Scope?
  ) throws(SyntaxError) -> Needs {
    var inner = around
    var own = OwnNames()
    if scope.kind == .classBody {
      // A class's names and directives mean nothing to the functions inside it.
      try resolveNames(scope, around, classScope, &own, &inner)
      inner = around
      inner.bound.formUnion(["__class__", "__classdict__"])
    } else {
      try resolveNames(scope, around, classScope, &own, &inner)
      if scope.isFunctionLike {
        inner.bound.formUnion(own.locals)
        inner.isInsideFunction = true
      }
    }
    var needs = Needs(free: own.free)
    try analyseChildren(scope, inner, own, &needs)
    settle(scope, own, &needs)
    return needs
  }

  /// Names of a scope by kind.
  private struct OwnNames {
    var locals: Set<String> = []
    var free: Set<String> = []
  }

  private func resolveNames(
    _ scope: Scope, _ around: Surroundings, _ classScope: Scope?, _ own: inout OwnNames,
    _ inner: inout Surroundings
  ) throws(SyntaxError) {
    for name in scope.order {
      let flags = scope.flags(name)
      let resolution = try resolution(name, flags, scope, around, classScope)
      scope.resolutions[name] = resolution
      switch resolution {
      case .local, .cell:
        own.locals.insert(name)
        inner.globals.remove(name)
        if flags.contains(.typeParameter) {
          inner.typeParameters.insert(name)
        } else {
          inner.typeParameters.remove(name)
        }
      case .free: own.free.insert(name)
      case .globalExplicit:
        if flags.contains(.global) {
          inner.globals.insert(name)
          inner.bound.remove(name)
        }
      case .globalImplicit: break
      }
    }
  }

  private func resolution(
    _ name: String, _ flags: SymbolFlags, _ scope: Scope, _ around: Surroundings,
    _ classScope: Scope?
  ) throws(SyntaxError) -> Resolution {
    if flags.contains(.global) {
      if flags.contains(.nonlocal) {
        throw error("name '\(name)' is nonlocal and global", name, scope)
      }
      return .globalExplicit
    }
    if flags.contains(.nonlocal) {
      guard around.bound.contains(name) else {
        throw error("no binding for nonlocal '\(name)' found", name, scope)
      }
      if around.typeParameters.contains(name) {
        throw error("nonlocal binding not allowed for type parameter '\(name)'", name, scope)
      }
      return .free
    }
    if !flags.isDisjoint(with: .bound) { return .local }
    if let classScope {
      let inClass = classScope.flags(name)
      if inClass.contains(.global) { return .globalExplicit }
      if !inClass.isDisjoint(with: .bound) && !inClass.contains(.nonlocal) {
        return .globalImplicit
      }
    }
    if around.bound.contains(name) { return .free }
    return .globalImplicit
  }

  private func error(_ message: String, _ name: String, _ scope: Scope) -> SyntaxError {
    let directive = scope.directives.first { $0.name == name }
    return reporter.error(message, at: directive?.range ?? scope.range)
  }

  private mutating func analyseChildren(
    _ scope: Scope, _ inner: Surroundings, _ own: OwnNames, _ needs: inout Needs
  ) throws(SyntaxError) {
    for child in scope.children {
      var classScope: Scope?
      if child.canSeeClass {
        classScope = scope.kind == .classBody ? scope : enclosingClass(of: scope)
      }
      let childNeeds = try analyse(child, in: inner, classScope: classScope)
      if child.isInlined {
        needs.captured.formUnion(childNeeds.captured)
      } else {
        needs.captured.formUnion(childNeeds.free)
      }
      needs.free.formUnion(childNeeds.free)
    }
  }

  private func enclosingClass(of scope: Scope) -> Scope? {
    var current: Scope? = scope
    while let candidate = current, candidate.kind != .classBody { current = candidate.parent }
    return current
  }

  /// Makes cells of captured locals and tells the rest to the scope around.
  private func settle(_ scope: Scope, _ own: OwnNames, _ needs: inout Needs) {
    switch scope.kind {
    case .classBody:
      if needs.free.remove("__class__") != nil { scope.needsClassCell = true }
      if needs.free.remove("__classdict__") != nil { scope.needsClassDictionary = true }
      needs.captured.subtract(["__class__", "__classdict__"])
    case .module: break
    default:
      for name in own.locals where needs.captured.contains(name) {
        scope.resolutions[name] = .cell
      }
      needs.free.subtract(own.locals)
      needs.captured.subtract(own.locals)
    }
    if !scope.isInlined { scope.freeNames = needs.free.sorted() }
  }
}
