import Syntax

/// A block of names: module, function, class body, comprehension or annotation scope.
final class Scope {
  enum Kind: Hashable {
    case module, function, lambda, classBody
    case generatorExpression, listComprehension, setComprehension, dictComprehension
    /// The scopes of PEP 695: around a generic definition, and lazily evaluated expressions.
    case typeParameters, typeVariableBound, typeVariableDefault, typeAlias
    /// An annotation that is kept as text only: names in it mean nothing.
    case annotation
  }

  /// What tells a scope's node from all others.
  struct Key: Hashable {
    let kind: Kind
    let range: SourceRange
  }

  let kind: Kind
  let name: String
  let range: SourceRange
  unowned let parent: Scope?
  var children: [Scope] = []

  private(set) var symbols: [String: SymbolFlags] = [:]
  /// The symbols in the order of their first appearance.
  private(set) var order: [String] = []
  var parameters: [String] = []
  var directives: [(name: String, flag: SymbolFlags, range: SourceRange)] = []

  var isGenerator = false
  var isCoroutine = false
  /// A `return` with a value, for the error in async generators.
  var returnsValue = false
  var isNested = false
  /// The innermost class around, for mangling private names.
  var privateClass: String?
  /// In the scopes of a generic class's type parameters: the only names that are mangled.
  var mangledNames: Set<String>?
  /// What errors call an annotation scope.
  var place = ""
  /// How many iterables of comprehensions the walk is inside of.
  var iterableDepth = 0
  /// Whether names are looked up in the class namespace around (annotation scopes in a class).
  var canSeeClass = false
  var needsClassCell = false
  var needsClassDictionary = false
  /// Names that assignment expressions and `del` statements bind and unbind here.
  var walrusTargets: Set<String> = []
  var deletedNames: Set<String> = []
  /// Whether `locals()` and its like are named, so that all locals need a value from the start.
  var exposesLocals = false

  var resolutions: [String: Resolution] = [:]
  var freeNames: [String] = []

  init(kind: Kind, name: String, range: SourceRange, parent: Scope?) {
    self.kind = kind
    self.name = name
    self.range = range
    self.parent = parent
    parent?.children.append(self)
    if let parent { isNested = parent.isNested || parent.isFunctionLike }
  }

  var isComprehension: Bool {
    switch kind {
    case .generatorExpression, .listComprehension, .setComprehension, .dictComprehension: true
    default: false
    }
  }

  var isAnnotationScope: Bool {
    switch kind {
    case .typeParameters, .typeVariableBound, .typeVariableDefault, .typeAlias, .annotation: true
    default: false
    }
  }

  var isFunctionLike: Bool { kind != .module && kind != .classBody }

  /// Comprehensions other than generator expressions run in their owner's frame (PEP 709).
  var isInlined: Bool {
    isComprehension && kind != .generatorExpression && !(parent?.canSeeClass ?? false)
  }

  func mangle(_ name: String) -> String {
    if let mangledNames, !mangledNames.contains(name) { return name }
    return mangled(name, in: privateClass)
  }

  func flags(_ name: String) -> SymbolFlags { symbols[name] ?? [] }

  func add(_ name: String, _ flags: SymbolFlags) {
    if let old = symbols[name] {
      symbols[name] = old.union(flags)
    } else {
      symbols[name] = flags
      order.append(name)
    }
  }
}

/// How a name appears in a scope.
struct SymbolFlags: OptionSet {
  let rawValue: UInt16

  static let global = SymbolFlags(rawValue: 1 << 0)
  static let nonlocal = SymbolFlags(rawValue: 1 << 1)
  static let assigned = SymbolFlags(rawValue: 1 << 2)
  static let parameter = SymbolFlags(rawValue: 1 << 3)
  static let used = SymbolFlags(rawValue: 1 << 4)
  static let annotated = SymbolFlags(rawValue: 1 << 5)
  /// A variable of a comprehension's `for`.
  static let iteration = SymbolFlags(rawValue: 1 << 6)
  static let typeParameter = SymbolFlags(rawValue: 1 << 7)

  static let bound: SymbolFlags = [.assigned, .parameter, .typeParameter]
}

/// Where a name of a scope lives.
enum Resolution {
  case local, cell, free, globalExplicit, globalImplicit
}
