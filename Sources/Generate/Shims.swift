import Bytecode

/// The shims through which the C handlers inline the Swift bodies, and the portable loop over the
/// same bodies.
func shimsText() -> String {
  var text = """
    // \(generatedNotice)
    // swift-format-ignore-file

    import Bytecode
    import CRuntime

    """
  text += shim("x_release", returning: nil, "Instructions.release(pc, w, thread)")
  for row in opcodeTable where row.name != "exit" {
    let body = opcodeBody(row.name)
    if let fast = body.fast {
      let hasOutcome = body.isSplit || body.isDropping || body.plain != nil
      text += shim(
        "x_\(row.name)", returning: hasOutcome ? "UInt" : nil,
        hasOutcome ? "return \(fast.callInPlace).bits" : fast.callInPlace)
    }
    if let slow = body.slow {
      text += shim(
        "\(body.fast == nil ? "x" : "y")_\(row.name)", returning: nil,
        "Instructions.apply(\(slow.call), &pc, &r, &k)")
    }
  }
  return text + tailCallingEntry + portableLoop()
}

private func shim(_ symbol: String, returning result: String?, _ statement: String) -> String {
  """

  @_silgen_name("\(symbol)") @inline(__always)
  func \(symbol)(
    _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
    _ k: inout UnsafeMutablePointer<UInt>, _ threadPointer: UnsafeMutableRawPointer, _ w: UInt64
  )\(result.map { " -> \($0)" } ?? "") {
    let thread = ThreadState(threadPointer)
    \(statement)
  }

  """
}

private let tailCallingEntry = """

  /// Runs from `pc` to the next `exit` instruction and returns the register that it names.
  @inline(never)
  func runTailCalling(
    _ pc: UnsafeMutablePointer<UInt64>, _ r: UnsafeMutablePointer<UInt>,
    _ k: UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer
  ) -> UInt {
    racer_run(pc, r, k, thread)
  }

  """

private func portableLoop() -> String {
  var text = """

    /// The same as one `switch`: for toolchains without guaranteed tail calls, and to test against.
    @inline(never)
    func runPortably(
      _ start: UnsafeMutablePointer<UInt64>, _ registers: UnsafeMutablePointer<UInt>,
      _ constants: UnsafeMutablePointer<UInt>, _ threadPointer: UnsafeMutableRawPointer
    ) -> UInt {
      var pc = start
      var r = registers
      var k = constants
      let thread = ThreadState(threadPointer)
      while true {
        let w = pc.pointee
        pc += 1
        switch unsafeBitCast(\(opcodeCast), to: Opcode.self) {

    """
  for row in opcodeTable { text += "    case .\(row.name):\(portableCase(row.name))\n" }
  return text + "    }\n  }\n}\n"
}

private func portableCase(_ name: String) -> String {
  if name == "exit" { return " return r[Int(w >> 16 & 0x7fff)]" }
  let body = opcodeBody(name)
  guard let fast = body.fast else {
    return " Instructions.apply(\(body.slow.unsafelyUnwrapped.call), &pc, &r, &k)"
  }
  if !body.isSplit && !body.isDropping && body.plain == nil { return " " + fast.callInPlace }
  let plain = body.plain.map(opcodeBody)
  var text = "\n      \(plain == nil ? "let" : "var") outcome = \(fast.callInPlace).bits\n"
  if let again = plain?.fast {
    text += "      if outcome == 1 { outcome = \(again.callInPlace).bits }\n"
  }
  if let slow = body.slow ?? plain?.slow {
    text += "      if outcome == 1 {\n"
    text += "        Instructions.apply(\(slow.call), &pc, &r, &k)\n"
    text += "        continue\n      }\n"
  }
  return text + "      if outcome != 0 { Instructions.release(pc, UInt64(outcome), thread) }"
}

/// An enum of at most 256 cases is one byte wide.
private var opcodeCast: String {
  opcodeTable.count <= 256 ? "UInt8(truncatingIfNeeded: w)" : "UInt16(truncatingIfNeeded: w)"
}
