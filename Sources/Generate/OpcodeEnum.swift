import Bytecode

/// The enum has no explicit raw values, so that a bit cast of the ordinal is an opcode.
func opcodeEnumText() -> String {
  var text = """
    // \(generatedNotice)

    /// The operation in the low 16 bits of an instruction word.
    public enum Opcode: UInt16, CaseIterable, Sendable {

    """
  for row in opcodeTable {
    text += "  /// \(row.meaning)\n  case \(swiftName(row.name))\n"
  }
  return text + "}\n"
}
