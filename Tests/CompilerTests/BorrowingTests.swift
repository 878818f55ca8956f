import Testing

/// Operands are borrowed from variables unless something between writes the variable.
@Suite struct BorrowingTests {
  @Test func operandsOfLocalsAreBorrowed() throws {
    let compiled = try Compiled("def f(a, b):\n  x = a + b\n  return x\n")
    #expect(compiled.instructions("f") == ["add x, a, b", "return x, 3"])
  }

  @Test func walrusInASiblingForcesACopy() throws {
    let compiled = try Compiled("def f(x):\n  return x + (x := [2])\n")
    #expect(compiled.instructions("f").first == "move t1, x")
  }

  @Test func swapNeedsNoTuple() throws {
    let compiled = try Compiled("def f(a, b):\n  a, b = b, a\n")
    #expect(
      compiled.instructions("f") == ["move t2, a", "move a, b", "move b, t2!", "returnNone 2"])
  }

  @Test func targetsStoreFromLeftToRight() throws {
    let compiled = try Compiled("def f(a, i):\n  i, a[i] = 1, 9\n")
    #expect(
      compiled.instructions("f") == [
        "loadInteger t2, 1", "loadInteger t3, 9", "move i, t2!", "storeItem a, i, t3!",
        "returnNone 2",
      ])
  }

  @Test func unboundIsCheckedAtTheEvaluationPoint() throws {
    let compiled = try Compiled("def f():\n  f(x, g())\n  x = 1\n")
    let code = compiled.instructions("f")
    let check = try #require(code.firstIndex { $0.hasPrefix("checkBound") })
    let call = try #require(code.firstIndex { $0.contains(", g") })
    #expect(check < call)
  }

  @Test func augmentedAssignmentOfACellUsesTheOldValue() throws {
    let compiled = try Compiled(
      "def f():\n  x = 1\n  def inner():\n    nonlocal x\n    x = 5\n    return 1\n  x += inner()\n"
    )
    let code = compiled.instructions("f")
    let load = try #require(code.firstIndex { $0.hasPrefix("loadCell") })
    let call = try #require(code.firstIndex { $0.hasPrefix("call ") })
    #expect(load < call)
  }

  @Test func sureLocalsAreNotChecked() throws {
    let source = """
      def f(a):
        if a: x = 1
        else: x = 2
        for i in a: y = x
        while a:
          x += 1
          if x: break
        return x
      """
    #expect(!(try Compiled(source)).instructions("f").contains { $0.hasPrefix("checkBound") })
  }

  @Test func deletionMakesALocalUnsure() throws {
    let compiled = try Compiled("def f(a):\n  while a:\n    a.b\n    if a.c: del a\n")
    #expect(compiled.instructions("f").contains { $0.hasPrefix("checkBound a") })
  }
}
