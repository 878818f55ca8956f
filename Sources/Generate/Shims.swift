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
  for row in opcodeTable where row.name != "exit" { text += shim(row.name) }
  return text + tailCallingEntry + portableLoop()
}

private func shim(_ name: String) -> String {
  """

  @_silgen_name("x_\(name)") @inline(__always)
  func x_\(name)(
    _ pc: inout UnsafeMutablePointer<UInt64>, _ r: inout UnsafeMutablePointer<UInt>,
    _ k: inout UnsafeMutablePointer<UInt>, _ thread: UnsafeMutableRawPointer, _ w: UInt64
  ) {
    Instructions.\(name)(&pc, &r, &k, ThreadState(thread), w)
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
  for row in opcodeTable {
    text +=
      row.name == "exit"
      ? "    case .exit: return r[Int(w >> 16 & 0x7fff)]\n"
      : "    case .\(row.name): Instructions.\(row.name)(&pc, &r, &k, thread, w)\n"
  }
  return text + "    }\n  }\n}\n"
}

/// An enum of at most 256 cases is one byte wide.
private var opcodeCast: String {
  opcodeTable.count <= 256 ? "UInt8(truncatingIfNeeded: w)" : "UInt16(truncatingIfNeeded: w)"
}
