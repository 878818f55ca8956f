import Bytecode
import Syntax

extension CodeGenerator {
  func importModules(_ names: [Alias]) throws(SyntaxError) {
    let statementPosition = position
    for alias in names {
      position = statementPosition
      let base = top
      let module = try importModule(alias.name, level: 0, fromList: .none)
      let value = Operand(register: module, isTemporary: true)
      if let asName = alias.asName {
        try bindSubmodule(alias.name, module, as: asName)
      } else {
        let first = alias.name.prefix { $0 != "." }
        try storeName(String(first), value)
      }
      top = base
    }
  }

  private func importModule(
    _ name: String, level: Int, fromList: Constant
  ) throws(SyntaxError) -> Int {
    let base = try allocate(2)
    load(.integer(level), into: base)
    load(fromList, into: base + 1)
    emit(.importName, a: base, wide: builder.index(ofName: name))
    top = base + 1
    return base
  }

  /// `import a.b.c as d` binds the last of the modules.
  private func bindSubmodule(
    _ name: String, _ module: Int, as asName: String
  ) throws(SyntaxError) {
    var current = module
    for part in name.split(separator: ".").dropFirst() {
      let next = try allocate()
      emit(.importFrom, a: next, b: current, c: try nameIndex(String(part)))
      emit(.drop, a: current)
      current = next
    }
    try storeName(asName, Operand(register: current, isTemporary: true))
  }

  func importNames(
    _ module: String?, _ names: [Alias], _ level: Int, at range: SourceRange
  ) throws(SyntaxError) {
    if module == "__future__", level == 0, !isLeadingFuture(range) {
      throw error(
        "from __future__ imports must occur at the beginning of the file", at: range)
    }
    let base = top
    let fromList = Constant.tuple(names.map { .string($0.name) })
    let imported = try importModule(module ?? "", level: level, fromList: fromList)
    if names.count == 1, names[0].name == "*" {
      emit(.importStar, a: imported | Word.lastUse)
      top = base
      return
    }
    for alias in names {
      position = range
      if case (let register, _)? = localRegister(alias.asName ?? alias.name) {
        emit(.importFrom, a: register, b: imported, c: try nameIndex(alias.name))
        bound.insert(register)
        continue
      }
      let value = try allocate()
      emit(.importFrom, a: value, b: imported, c: try nameIndex(alias.name))
      try storeName(
        alias.asName ?? alias.name, Operand(register: value, isTemporary: true, isOwned: true))
    }
    emit(.drop, a: imported)
    top = base
  }

  private func isLeadingFuture(_ range: SourceRange) -> Bool {
    context.leadingFutures.contains(range)
  }
}
