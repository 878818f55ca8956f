import Bytecode
import Syntax

/// The variables of a comprehension that runs in its owner's frame.
struct InlinedScope {
  let scope: Scope
  let registers: [String: Int]
  /// Indices in `localNames`, for error messages.
  let nameIndices: [String: Int]
}

/// Where a name is to be found at the current point.
enum Place {
  case local(register: Int, nameIndex: Int)
  case cell(register: Int, nameIndex: Int)
  case free(Int)
  case global
  /// The namespace of register 0, then globals.
  case namespace
  /// The namespace, then a closure cell.
  case namespaceOrFree(Int)
  /// In annotation scopes inside a class: the class namespace, then a cell or globals.
  case classOrFree(Int)
  case classOrGlobal
}

extension CodeGenerator {
  var isNamespace: Bool { scope.kind == .module || scope.kind == .classBody }

  func place(of name: String) -> Place {
    for frame in inlined.reversed() {
      switch frame.scope.resolutions[name] {
      case .local?:
        return .local(
          register: frame.registers[name] ?? 0, nameIndex: frame.nameIndices[name] ?? 0)
      case .cell?:
        return .cell(
          register: frame.registers[name] ?? 0, nameIndex: frame.nameIndices[name] ?? 0)
      case .globalExplicit?: return .global
      case .globalImplicit?: return scope.kind == .module ? .namespace : .global
      case .free?, nil: continue
      }
    }
    return inlined.isEmpty || scope.kind != .classBody ? ownPlace(of: name) : closurePlace(of: name)
  }

  private func ownPlace(of name: String) -> Place {
    let resolution = scope.resolutions[name] ?? (freeIndices[name] == nil ? .globalImplicit : .free)
    switch resolution {
    case .local where isNamespace: return .namespace
    case .local: return .local(register: registers[name] ?? 0, nameIndex: registers[name] ?? 0)
    case .cell: return .cell(register: registers[name] ?? 0, nameIndex: registers[name] ?? 0)
    case .free:
      let index = freeIndices[name] ?? 0
      if scope.kind == .classBody {
        return registers[name].map { .cell(register: $0, nameIndex: $0) } ?? .namespaceOrFree(index)
      }
      return scope.canSeeClass && name != "__classdict__" ? .classOrFree(index) : .free(index)
    case .globalExplicit: return .global
    case .globalImplicit:
      if isNamespace { return .namespace }
      return scope.canSeeClass ? .classOrGlobal : .global
    }
  }

  /// A name as functions inside a class body see it: past the class's own names.
  private func closurePlace(of name: String) -> Place {
    if let register = registers[name] { return .cell(register: register, nameIndex: register) }
    return freeIndices[name].map { .free($0) } ?? .global
  }

  // MARK: Loading

  func loadName(_ rawName: String, into target: Int) throws(SyntaxError) {
    let name = mangle(rawName)
    switch place(of: name) {
    case .local(let register, let nameIndex):
      checkBound(register, nameIndex)
      if register != target { emit(.move, a: target, b: register) }
    case .cell(let register, let nameIndex):
      emit(.loadCell, a: target, b: register, c: nameIndex)
    case .free(let index): emit(.loadFree, a: target, b: index)
    case .global: emit(.loadGlobal, a: target, wide: builder.index(ofName: name))
    case .namespace: emit(.loadName, a: target, wide: builder.index(ofName: name))
    case .namespaceOrFree(let index): emit(.loadClassFree, a: target, b: 0, c: index)
    case .classOrFree(let index):
      let mapping = try loadClassDictionary()
      emit(.loadClassFree, a: target, b: mapping, c: index)
      dropTop(mapping)
    case .classOrGlobal:
      let mapping = try loadClassDictionary()
      emit(.loadClassGlobal, a: target, b: mapping, c: try nameIndex(name))
      dropTop(mapping)
    }
  }

  private func loadClassDictionary() throws(SyntaxError) -> Int {
    let mapping = try allocate()
    emit(.loadFree, a: mapping, b: freeIndices["__classdict__"] ?? 0)
    return mapping
  }

  /// Drops the topmost temporary.
  func dropTop(_ register: Int) {
    emit(.drop, a: register)
    top = register
  }

  func checkBound(_ register: Int, _ nameIndex: Int) {
    guard builder.isReachable, !bound.contains(register) else { return }
    uncertain.insert(register)
    emit(.checkBound, a: register, b: nameIndex)
    bound.insert(register)
  }

  /// The register of a name that lives in one, so that it may be borrowed.
  func localRegister(_ rawName: String) -> (register: Int, nameIndex: Int)? {
    if case .local(let register, let nameIndex) = place(of: mangle(rawName)) {
      return (register, nameIndex)
    }
    return nil
  }

  // MARK: Storing

  func storeName(_ rawName: String, _ value: Operand) throws(SyntaxError) {
    let name = mangle(rawName)
    switch place(of: name) {
    case .local(let register, _):
      if register != value.register { emit(.move, a: register, b: value.field) }
      bound.insert(register)
    case .cell(let register, _): emit(.storeCell, a: register, b: value.field)
    case .free(let index), .classOrFree(let index):
      emit(.storeFree, a: index, b: value.field)
    case .namespaceOrFree(let index) where scope.flags(name).contains(.nonlocal):
      emit(.storeFree, a: index, b: value.field)
    case .global, .classOrGlobal:
      emit(.storeGlobal, a: value.field, wide: builder.index(ofName: name))
    case .namespace, .namespaceOrFree:
      emit(.storeName, a: value.field, wide: builder.index(ofName: name))
    }
    release(value)
  }

  func deleteName(_ rawName: String) throws(SyntaxError) {
    let name = mangle(rawName)
    switch place(of: name) {
    case .local(let register, let nameIndex):
      uncertain.insert(register)
      emit(.deleteLocal, a: register, b: nameIndex)
      bound.remove(register)
    case .cell(let register, let nameIndex): emit(.deleteCell, a: register, b: nameIndex)
    case .free(let index), .classOrFree(let index): emit(.deleteFree, a: index)
    case .namespaceOrFree(let index) where scope.flags(name).contains(.nonlocal):
      emit(.deleteFree, a: index)
    case .global, .classOrGlobal: emit(.deleteGlobal, wide: builder.index(ofName: name))
    case .namespace, .namespaceOrFree: emit(.deleteName, wide: builder.index(ofName: name))
    }
  }

  /// Ends the life of the name of an `except … as name` clause.
  func clearName(_ rawName: String) throws(SyntaxError) {
    if case .local(let register, _) = place(of: mangle(rawName)) {
      uncertain.insert(register)
      load(.unbound, into: register)
      bound.remove(register)
      return
    }
    let value = try allocate()
    load(Special.none, into: value)
    try storeName(rawName, Operand(register: value, isTemporary: true, isOwned: true))
    try deleteName(rawName)
  }

  /// The cell of a variable, for an inner function's closure.
  func loadCell(of name: String, into target: Int) {
    switch place(of: name) {
    case .cell(let register, _): emit(.move, a: target, b: register)
    case .free(let index), .namespaceOrFree(let index), .classOrFree(let index):
      emit(.loadClosure, a: target, b: index)
    default:
      if let register = registers[name] {
        emit(.move, a: target, b: register)
      } else {
        emit(.loadClosure, a: target, b: freeIndices[name] ?? 0)
      }
    }
  }
}
