import Testing

/// What common statements turn into.
@Suite struct LoweringTests {
  @Test func comparisonsFuseWithTheirJump() throws {
    let compiled = try Compiled("def f(n):\n  if n < 2: return n\n")
    #expect(
      compiled.instructions("f") == [
        "jumpUnlessLessImmediate n, 2, →2", "return n, 1", "returnNone 1",
      ])
  }

  @Test func argumentsAreEvaluatedIntoTheWindow() throws {
    let compiled = try Compiled("def f(g, x):\n  return g(x, g(1))\n")
    #expect(
      compiled.instructions("f") == [
        "move t3, g", "move t4, x", "move t6, g", "loadInteger t7, 1", "call t5, t5, 1",
        "call t2, t2, 2", "return t2!, 2",
      ])
  }

  @Test func receiversAreEvaluatedWhereSelfStays() throws {
    let compiled = try Compiled("def f(x):\n  x.a.b(1)\n")
    #expect(
      compiled.instructions("f") == [
        "loadAttribute t3, x, a", "loadMethod t1, t3!, b", "loadInteger t4, 1",
        "callMethod t1, t1, 1", "drop t1", "returnNone 1",
      ])
  }

  @Test func whileLoopsTestAtTheBottom() throws {
    let compiled = try Compiled("def f(n):\n  while n: n -= 1\n")
    #expect(
      compiled.instructions("f") == [
        "jumpIfFalse n, →4", "loopHeader", "subtractInPlaceImmediate n, n, 1",
        "jumpIfTrue n, →1", "returnNone 1",
      ])
  }

  @Test func loopVariablesAreWrittenByTheLoop() throws {
    let compiled = try Compiled("def f(x):\n  for i, j in x: pass\n")
    #expect(
      compiled.instructions("f") == [
        "getIterator t3, x", "forIteratePair t3, t4, →4", "unpackSequence t4!, i, 2", "jump →1",
        "returnNone 3",
      ])
  }

  @Test func finallyRunsOnceForEachWayOut() throws {
    let source = """
      def f(g):
        try:
          return g()
        finally:
          g.done()
      """
    let code = try Compiled(source).instructions("f")
    #expect(code.filter { $0.contains("done") }.count == 2)
    #expect(code.contains("reraise t1, t1") && code.contains("reraise t3, t1"))
  }

  @Test func comprehensionsRunInTheirOwnersFrame() throws {
    let compiled = try Compiled("def f(x):\n  return [y for y in x]\n")
    let code = compiled.instructions("f")
    #expect(code.contains { $0.hasPrefix("listAppend") })
    #expect(!code.contains { $0.hasPrefix("makeFunction") })
  }

  @Test func superCallsNeedNoSuperObject() throws {
    let compiled = try Compiled("class A:\n  def f(self):\n    return super().f()\n")
    #expect(compiled.instructions("A.f").contains { $0.hasPrefix("loadSuperMethod") })
  }

  @Test func docstringsAreTheFirstConstant() throws {
    let compiled = try Compiled("def f():\n  '''One.\n\n    Two.\n  '''\n")
    guard case .code(let function)? = compiled.code.constants.first else {
      Issue.record("no function")
      return
    }
    #expect(function.flags.contains(.hasDocstring))
    #expect(function.constants.first == .string("One.\n\nTwo.\n"))
  }

  @Test func manyArgumentsGoThroughATuple() throws {
    let arguments = (0..<300).map { "a\($0)" }.joined(separator: ", ")
    let compiled = try Compiled("f(\(arguments))\n")
    #expect(compiled.instructions("<module>").contains { $0.hasPrefix("callExtended") })
  }
}
