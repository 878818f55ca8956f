// Splitting groups: `split`, `subgroup`, and what `except*` needs.

extension ExceptionGroupObject {
  static func split(thread: ThreadState, self group: Value, matcher: Value) throws(Raised) -> Value
  {
    let condition = try Matcher(thread, matcher)
    let (match, rest) = try divide(thread, group, condition, wantsRest: true)
    defer {
      thread.release(match)
      thread.release(rest)
    }
    return try thread.tuple([match, rest])
  }

  static func subgroup(thread: ThreadState, self group: Value, matcher: Value) throws(Raised)
    -> Value
  {
    try divide(thread, group, Matcher(thread, matcher), wantsRest: false).match
  }

  /// What the argument of `split` and `subgroup` asks of an exception.
  enum Matcher {
    case types(Value)
    case callable(Value)
    /// Members of a set of identities: what `except*` has left to re-raise.
    case members(Set<UInt>)

    init(_ thread: ThreadState, _ value: Value) throws(Raised) {
      if Matcher.isExceptionType(value) {
        self = .types(value)
      } else if thread.isCallable(value) && !value.isInstance(TypeFlags.typeSubclass) {
        self = .callable(value)
      } else {
        throw thread.raise(
          .typeError,
          "expected an exception type, a tuple of exception types, "
            + "or a callable (other than a class)")
      }
    }

    private static func isExceptionType(_ value: Value) -> Bool {
      if value.isInstance(TypeFlags.typeSubclass) {
        return TypeObject(value).has(TypeFlags.exceptionSubclass)
      }
      guard value.isExactly(.tuple) else { return false }
      let tuple = TupleObject(value)
      for index in 0..<tuple.count {
        guard tuple[index].isInstance(TypeFlags.typeSubclass),
          TypeObject(tuple[index]).has(TypeFlags.exceptionSubclass)
        else { return false }
      }
      return true
    }

    func matches(_ thread: ThreadState, _ exception: Value) throws(Raised) -> Bool {
      switch self {
      case .types(let types): return thread.exception(exception, matches: types)
      case .members(let identities):
        return !exception.type.isSubtype(of: .baseExceptionGroup)
          && identities.contains(exception.reference.bits)
      case .callable(let callable):
        let answer = try thread.call(callable, exception)
        defer { thread.release(answer) }
        return try thread.isTrue(answer)
      }
    }
  }

  /// Divides an exception by the condition; both halves owned, None where empty.
  static func divide(
    _ thread: ThreadState, _ exception: Value, _ condition: Matcher, wantsRest: Bool
  ) throws(Raised) -> (match: Value, rest: Value) {
    if try condition.matches(thread, exception) { return (thread.retain(exception), .none) }
    guard exception.type.isSubtype(of: .baseExceptionGroup) else {
      return (.none, wantsRest ? thread.retain(exception) : .none)
    }
    let members = ExceptionField.get(thread, exception, exceptions)
    defer { thread.release(members) }
    let tuple = TupleObject(members)
    var matching: [Value] = []
    var remaining: [Value] = []
    defer { for value in matching + remaining { thread.release(value) } }
    try thread.enterRecursion(" in exceptiongroup_split_recursive")
    defer { thread.leaveRecursion() }
    for index in 0..<tuple.count {
      let (match, rest) = try divide(thread, tuple[index], condition, wantsRest: wantsRest)
      if !match.isNone { matching.append(match) }
      if !rest.isNone { remaining.append(rest) }
    }
    let match = try subset(thread, exception, matching)
    if !wantsRest { return (match, .none) }
    return (match, try subset(thread, exception, remaining))
  }

  /// A group like `original` with some of its members: `derive`, then traceback, links and notes.
  private static func subset(_ thread: ThreadState, _ original: Value, _ members: [Value])
    throws(Raised) -> Value
  {
    if members.isEmpty { return .none }
    let list = try ListObject.make(thread, capacity: members.count)
    defer { thread.release(list.value) }
    for member in members { try list.append(thread, member) }
    let group = try thread.callMethod(original, "derive", list.value)
    guard group.isReference, group.type.isSubtype(of: .baseExceptionGroup) else {
      defer { thread.release(group) }
      throw thread.raise(
        .typeError, "derive must return an instance of BaseExceptionGroup")
    }
    copyLinks(thread, from: original, to: group)
    let notes = try thread.getOptionalAttribute(original, .name(.__notes__))
    defer { thread.release(notes) }
    if notes.isInstance(TypeFlags.listSubclass) || notes.isInstance(TypeFlags.tupleSubclass) {
      let copy = try thread.call(TypeObject(.list).value, notes)
      defer { thread.release(copy) }
      try thread.setAttribute(group, .name(.__notes__), copy)
    }
    return group
  }

  private static func copyLinks(_ thread: ThreadState, from original: Value, to group: Value) {
    let source = ExceptionObject(original).body
    let target = ExceptionObject(group).body
    for field in [\ExceptionBody.traceback, \.context, \.cause] {
      let value = thread.loadField(original.reference, &source.pointee[keyPath: field])
      thread.storeField(group.reference, &target.pointee[keyPath: field], value)
      thread.release(value)
    }
    ExceptionObject(group).suppressesContext = ExceptionObject(original).suppressesContext
  }
}

// MARK: except*

extension ThreadState {
  /// Whether `except types:` takes an exception; the types were checked.
  package func exception(_ exception: Value, matches types: Value) -> Bool {
    if types.isInstance(TypeFlags.tupleSubclass) {
      let tuple = TupleObject(types)
      for index in 0..<tuple.count where self.exception(exception, matches: tuple[index]) {
        return true
      }
      return false
    }
    guard types.isInstance(TypeFlags.typeSubclass) else { return false }
    return exception.type.isSubtype(of: TypeObject(types))
  }

  /// What stands behind `except` is one exception class or a tuple of them.
  package func checkExceptClause(_ types: Value) throws(Raised) {
    if types.isInstance(TypeFlags.tupleSubclass) {
      let tuple = TupleObject(types)
      for index in 0..<tuple.count where !isExceptionClass(tuple[index]) {
        throw raiseNotExceptionClass()
      }
    } else if !isExceptionClass(types) {
      throw raiseNotExceptionClass()
    }
  }

  private func raiseNotExceptionClass() -> Raised {
    raise(
      .typeError, "catching classes that do not inherit from BaseException is not allowed")
  }

  package func isExceptionClass(_ value: Value) -> Bool {
    value.isInstance(TypeFlags.typeSubclass)
      && TypeObject(value).has(TypeFlags.exceptionSubclass)
  }

  /// As `checkExceptClause` for `except*`, which takes no group types.
  package func checkExceptStarClause(_ types: Value) throws(Raised) {
    try checkExceptClause(types)
    let group = TypeObject(.baseExceptionGroup)
    func isGroup(_ type: Value) -> Bool { TypeObject(type).isSubtype(of: group) }
    var hasGroup = false
    if types.isInstance(TypeFlags.tupleSubclass) {
      let tuple = TupleObject(types)
      for index in 0..<tuple.count where isGroup(tuple[index]) { hasGroup = true }
    } else {
      hasGroup = isGroup(types)
    }
    if hasGroup {
      throw raise(
        .typeError, "catching ExceptionGroup with except* is not allowed. Use except instead.")
    }
  }

  /// `except* types`: the matching part (a group, or None) and the rest; both owned.
  package func matchExceptionGroup(_ exception: Value, _ types: Value) throws(Raised)
    -> (match: Value, rest: Value)
  {
    if exception.isNone { return (.none, .none) }
    try checkExceptStarClause(types)
    let isGroup = exception.type.isSubtype(of: .baseExceptionGroup)
    if self.exception(exception, matches: types) {
      if isGroup { return (retain(exception), .none) }
      return (try wrapInGroup(exception), .none)
    }
    guard isGroup else { return (.none, retain(exception)) }
    let pair = try callMethod(exception, "split", types)
    defer { release(pair) }
    guard pair.isInstance(TypeFlags.tupleSubclass) else {
      throw raise(
        .typeError,
        "\(exception.type.nameText).split must return a tuple, not \(pair.type.nameText)")
    }
    let tuple = TupleObject(pair)
    guard tuple.count >= 2 else {
      throw raise(
        .typeError,
        "\(exception.type.nameText).split must return a 2-tuple, got tuple of size \(tuple.count)")
    }
    return (retain(tuple[0]), retain(tuple[1]))
  }

  /// A naked exception that `except*` catches comes as a group of one.
  private func wrapInGroup(_ exception: Value) throws(Raised) -> Value {
    let members = try tuple([exception])
    let empty = try string("")
    defer {
      release(members)
      release(empty)
    }
    let group = try call(TypeObject(.baseExceptionGroup).value, empty, members)
    let traceback = loadField(
      exception.reference, &ExceptionObject(exception).body.pointee.traceback)
    defer { release(traceback) }
    storeField(group.reference, &ExceptionObject(group).body.pointee.traceback, traceback)
    return group
  }

  /// After all `except*` clauses: what is to be raised, or None. `results` holds what the clauses
  /// raised and the parts that none of them took.
  package func prepareReraiseStar(_ original: Value, _ results: [Value]) throws(Raised) -> Value {
    let left = results.filter { !$0.isNone }
    guard !left.isEmpty else { return .none }
    guard original.type.isSubtype(of: .baseExceptionGroup) else {
      // A naked exception was caught as a group of one: at most one thing is left.
      return retain(left[0])
    }
    let raised = left.filter { !hasSameOrigin($0, original) }
    let reraised = left.filter { hasSameOrigin($0, original) }
    let projection = try projected(original, reraised)
    if raised.isEmpty { return projection }
    // One exception in place of the whole group is not wrapped.
    if raised.count == 1 && projection.isNone { return retain(raised[0]) }
    var members = raised
    defer { release(projection) }
    if !projection.isNone { members.append(projection) }
    let list = try tuple(members)
    let empty = try string("")
    defer {
      release(list)
      release(empty)
    }
    return try call(TypeObject(.baseExceptionGroup).value, empty, list)
  }

  /// Parts of the caught group keep its metadata; whatever a clause raised has its own.
  private func hasSameOrigin(_ part: Value, _ original: Value) -> Bool {
    let one = ExceptionObject(part).body
    let other = ExceptionObject(original).body
    return one.pointee.traceback.isIdentical(to: other.pointee.traceback)
      && one.pointee.context.isIdentical(to: other.pointee.context)
      && one.pointee.cause.isIdentical(to: other.pointee.cause)
  }

  /// The members of the original that occur in the parts, in the original's structure.
  private func projected(_ original: Value, _ parts: [Value]) throws(Raised) -> Value {
    var leaves: Set<UInt> = []
    for part in parts { collectLeaves(part, &leaves) }
    if leaves.isEmpty { return .none }
    return try ExceptionGroupObject.divide(
      self, original, .members(leaves), wantsRest: false
    ).match
  }

  private func collectLeaves(_ exception: Value, _ leaves: inout Set<UInt>) {
    guard exception.type.isSubtype(of: .baseExceptionGroup) else {
      leaves.insert(exception.reference.bits)
      return
    }
    let members = TupleObject(
      ExceptionObject(exception).field(ExceptionGroupObject.exceptions).pointee)
    for index in 0..<members.count { collectLeaves(members[index], &leaves) }
  }
}
