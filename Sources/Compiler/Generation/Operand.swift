import Bytecode

/// A register that an instruction is about to read.
struct Operand {
  let register: Int
  /// A temporary that the reading instruction takes; otherwise a variable's register is borrowed.
  var isTemporary = false
  /// Whether the temporary was allocated for this operand alone.
  var isOwned = false

  /// The operand field for the last use.
  var field: Int { isTemporary ? register | Word.lastUse : register }
}
