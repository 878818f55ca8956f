import Bytecode
import Syntax

extension CodeGenerator {
  /// More arguments than this go through `callExtended`.
  static let argumentLimit = 200

  func call(
    _ function: Expression, _ arguments: [Expression], _ keywords: [Keyword], into target: Int
  ) throws(SyntaxError) {
    try checkKeywords(keywords)
    checkCallable(function)
    let callPosition = position
    let base = try windowBase(target)
    let isExtended = needsExtendedCall(arguments, keywords, leading: 0)
    if case .attribute(let object, let name) = function.kind, !isExtended {
      _ = try allocate(2)
      if isZeroArgumentSuper(object), name != "__class__" {
        top = base
        _ = try superOperands(object, base: base)
        position = attributePosition(function, name)
        emit(.loadSuperMethod, a: base, b: base, c: try nameIndex(mangle(name)))
      } else {
        // The receiver is best evaluated where `self` will stay.
        let receiver = try operand(object, reuse: base + 2)
        position = attributePosition(function, name)
        emit(.loadMethod, a: base, b: receiver.field, c: try nameIndex(mangle(name)))
      }
      position = callPosition
      try passArguments(arguments, keywords, base: base, isMethod: true, leading: 0, into: target)
    } else {
      try evaluate(function, into: try allocate())
      try passArguments(arguments, keywords, base: base, isMethod: false, leading: 0, into: target)
    }
  }

  /// The first register of a new window: the target, if that is the topmost temporary (its place is
  /// free until the call returns), else a fresh one.
  private func windowBase(_ target: Int) throws(SyntaxError) -> Int {
    target == top - 1 && !isVariable(target) ? target : try allocate()
  }

  func needsExtendedCall(
    _ arguments: [Expression], _ keywords: [Keyword], leading: Int
  ) -> Bool {
    leading + arguments.count + keywords.count > Self.argumentLimit
      || arguments.contains(where: \.isStarred) || keywords.contains { $0.arg == nil }
  }

  /// Evaluates the arguments of a window whose callable (and first `leading` arguments) are in
  /// place, calls, and gives the window's registers back.
  func passArguments(
    _ arguments: [Expression], _ keywords: [Keyword], base: Int, isMethod: Bool, leading: Int,
    into target: Int
  ) throws(SyntaxError) {
    let callPosition = position
    if needsExtendedCall(arguments, keywords, leading: leading) {
      try passExtended(arguments, keywords, base: base, leading: leading, into: target)
    } else {
      for argument in arguments { try evaluate(argument, into: try allocate()) }
      for keyword in keywords { try evaluate(keyword.value, into: try allocate()) }
      position = callPosition
      let count = leading + arguments.count + keywords.count
      if keywords.isEmpty {
        emit(isMethod ? .callMethod : .call, a: target, b: base, c: count)
      } else {
        let names = Constant.tuple(keywords.map { .string(mangle($0.arg ?? "")) })
        builder.emit(
          isMethod ? .callMethodKeywords : .callKeywords, a: target, b: base, c: count,
          operand: builder.index(of: names))
      }
    }
    position = callPosition
    top = target == base ? base + 1 : base
  }

  private func passExtended(
    _ arguments: [Expression], _ keywords: [Keyword], base: Int, leading: Int, into target: Int
  ) throws(SyntaxError) {
    let callPosition = position
    try passPositional(arguments, base: base, leading: leading)
    top = base + 3
    var flags = 0
    if keywords.count == 1, keywords[0].arg == nil {
      try evaluate(keywords[0].value, into: try allocate())
      flags = 2
    } else if !keywords.isEmpty {
      let mapping = try allocate()
      try mergeKeywords(keywords, into: mapping, callable: base + 1)
      flags = 1
    }
    position = callPosition
    emit(.callExtended, a: target, b: base, c: flags)
  }

  /// Leaves one iterable of all positional arguments in the register after the callable.
  private func passPositional(
    _ arguments: [Expression], base: Int, leading: Int
  ) throws(SyntaxError) {
    let register = base + 2
    if leading == 0, arguments.count == 1, case .starred(let value) = arguments[0].kind {
      return try evaluate(value, into: try allocate())
    }
    if leading == 0, !arguments.contains(where: \.isStarred) {
      let target = try allocate()
      return try buildSequence(arguments, .tuple, into: target)
    }
    if leading == 0 { _ = try allocate() }
    if leading > 1 {
      // The list takes the place of the first argument, the others must not lie above it.
      let moved = try allocate(leading)
      for index in 0..<leading {
        emit(.move, a: moved + index, b: (register + index) | Word.lastUse)
      }
      emit(.buildList, a: register, b: moved, c: leading)
      top = register + 1
    } else if leading == 1 {
      emit(.buildList, a: register, b: register, c: 1)
    }
    try extendList(arguments, register, isNew: leading == 0)
  }

  private func extendList(
    _ arguments: [Expression], _ register: Int, isNew: Bool
  ) throws(SyntaxError) {
    if isNew { return try buildGradually(arguments, .tuple, leading: 0, into: register) }
    for argument in arguments {
      if case .starred(let value) = argument.kind {
        let items = try operand(value)
        emit(.listExtend, a: register, b: items.field)
        release(items)
      } else {
        let item = try operand(argument)
        emit(.listAppend, a: register, b: item.field)
        release(item)
      }
    }
    emit(.listToTuple, a: register)
  }

  private func mergeKeywords(
    _ keywords: [Keyword], into mapping: Int, callable: Int
  ) throws(SyntaxError) {
    let first = keywords.prefix { $0.arg != nil }.prefix(Self.displayLimit / 2)
    let base = top
    for keyword in first {
      load(.string(mangle(keyword.arg ?? "")), into: try allocate())
      try evaluate(keyword.value, into: try allocate())
    }
    top = base
    emit(.buildMap, a: mapping, b: first.isEmpty ? mapping : base, c: first.count)
    for keyword in keywords.dropFirst(first.count) {
      guard let name = keyword.arg else {
        let value = try operand(keyword.value)
        emit(.dictMerge, a: mapping, b: value.field, c: callable)
        release(value)
        continue
      }
      let pair = try allocate()
      let value = try allocate()
      load(.string(mangle(name)), into: pair)
      try evaluate(keyword.value, into: value)
      top = pair
      let single = try allocate()
      emit(.buildMap, a: single, b: pair, c: 1)
      emit(.dictMerge, a: mapping, b: single | Word.lastUse, c: callable)
      top = pair
    }
  }

  private func checkKeywords(_ keywords: [Keyword]) throws(SyntaxError) {
    var seen = Set<String>()
    for keyword in keywords {
      guard let name = keyword.arg else { continue }
      if name == "__debug__" {
        throw error("cannot assign to __debug__", at: keyword.range)
      }
      guard seen.insert(name).inserted else {
        throw error("keyword argument repeated: \(name)", at: keyword.range)
      }
    }
  }

  // MARK: super()

  /// Whether this is `super()` where it means the builtin with class and instance from around.
  func isZeroArgumentSuper(_ expression: Expression) -> Bool {
    guard case .call(let function, let arguments, let keywords) = expression.kind,
      arguments.isEmpty, keywords.isEmpty, case .name("super") = function.kind,
      scope.kind == .function || scope.kind == .lambda, inlined.isEmpty,
      signature.positionalCount > 0, freeIndices["__class__"] != nil,
      scope.resolutions["super"] == .globalImplicit,
      context.symbols.module.flags("super").isDisjoint(with: [.assigned, .global])
    else { return false }
    return true
  }

  /// Loads the global `super`, the class and the first argument into consecutive registers.
  func superOperands(_ expression: Expression, base: Int?) throws(SyntaxError) -> Int {
    let saved = position
    position = expression.range
    let first: Int
    if let base {
      first = base
      top = base
    } else {
      first = top
    }
    _ = try allocate(3)
    emit(.loadGlobal, a: first, wide: builder.index(ofName: "super"))
    emit(.loadFree, a: first + 1, b: freeIndices["__class__"] ?? 0)
    try loadName(scope.parameters[0], into: first + 2)
    position = saved
    return first
  }
}
