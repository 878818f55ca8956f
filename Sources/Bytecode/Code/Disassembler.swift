/// Prints code as readable text, one instruction a line, nested code after its owner.
public struct Disassembler {
  private let code: CodeBlueprint

  public init(_ code: CodeBlueprint) { self.code = code }

  /// The text of the code and of all code among its constants.
  public func text() -> String {
    var text = heading() + instructions() + exceptionTable()
    for case .code(let inner) in code.constants {
      text += "\n" + Disassembler(inner).text()
    }
    return text
  }

  private func heading() -> String {
    var text = "\(code.qualifiedName) (\(code.filename):\(code.firstLine))\n"
    text += "  registers: \(code.registerCount), locals: \(code.localCount)"
    text += ", parameters: \(code.parameterCount)\n"
    if !code.cells.isEmpty {
      text += "  cells: " + code.cells.map { "\($0.name)=r\($0.register)" }.joined(separator: " ")
      text += "\n"
    }
    if !code.freeNames.isEmpty {
      text += "  free: " + code.freeNames.joined(separator: " ") + "\n"
    }
    return text
  }

  private func instructions() -> String {
    var text = ""
    var line: Int32 = -1
    let targets = jumpTargets()
    for (index, word) in code.instructionWords {
      let position = code.lineTable.position(ofWord: index)
      let mark = position.line == line ? "" : "\(position.line)"
      line = position.line
      let arrow = targets.contains(index) ? ">" : " "
      text += "\(padded(mark, 5)) \(arrow)\(padded("\(index)", 5))  \(instruction(word, index))\n"
    }
    return text
  }

  private func padded(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }

  private func jumpTargets() -> Set<Int> {
    var targets = Set(code.exceptionTable.entries.map(\.handler))
    for (index, word) in code.instructionWords {
      if let target = word.jumpTarget(at: index) { targets.insert(target) }
    }
    return targets
  }

  /// One instruction, as `name operand, operand …`.
  public func instruction(_ word: Word, _ index: Int) -> String {
    guard let row = word.row else { return "word \(word.bits)" }
    let fields = [word.a, word.b, word.c]
    var operands: [String] = []
    for (kind, field) in zip(row.operands, fields) where kind != .none {
      operands.append(operand(kind, field, word, index))
    }
    var text = row.name + (operands.isEmpty ? "" : " " + operands.joined(separator: ", "))
    if row.extraWords > 0 { text += extra(row, Int(code.words[index + 1] >> 32)) }
    return text
  }

  private func operand(_ kind: OperandKind, _ field: Int, _ word: Word, _ index: Int) -> String {
    switch kind {
    case .destination, .source, .kept, .updated, .base, .handler: return register(field)
    case .jump, .wideJump: return "→\(word.jumpTarget(at: index) ?? -1)"
    case .immediate: return "\(Int16(truncatingIfNeeded: field))"
    case .wideImmediate: return "\(word.signedWide)"
    case .name: return name(field)
    case .wideName: return name(word.wide)
    case .constant: return constant(field)
    case .wideConstant: return constant(word.wide)
    case .index: return word.opcode == .intrinsic ? intrinsic(field) : "#\(field)"
    case .count, .flags: return "\(field)"
    case .none: return ""
    }
  }

  private func extra(_ row: OpcodeDescription, _ value: Int) -> String {
    row.name == "matchClass" ? " [\(value) positional]" : " " + constant(value)
  }

  private func intrinsic(_ number: Int) -> String {
    Intrinsic(rawValue: UInt16(number))?.name ?? "?\(number)"
  }

  private func name(_ index: Int) -> String {
    code.names.indices.contains(index) ? code.names[index] : "?name\(index)"
  }

  private func register(_ field: Int) -> String {
    let number = field & Word.registerMask
    let mark = field & Word.lastUse != 0 ? "!" : ""
    guard number < code.localCount else { return "t\(number)\(mark)" }
    let name = code.localNames[number]
    return (name.isEmpty ? "r\(number)" : name) + mark
  }

  private func constant(_ index: Int) -> String {
    guard code.constants.indices.contains(index) else { return "?constant\(index)" }
    return "(\(code.constants[index].text))"
  }

  private func exceptionTable() -> String {
    guard !code.exceptionTable.entries.isEmpty else { return "" }
    var text = "exceptions:\n"
    for entry in code.exceptionTable.entries {
      text +=
        "  \(entry.start)..<\(entry.end) → \(entry.handler), registers from \(entry.register)\n"
    }
    return text
  }
}

extension Constant {
  /// The constant roughly as Python writes it.
  public var text: String {
    switch self {
    case .none: "None"
    case .true: "True"
    case .false: "False"
    case .ellipsis: "Ellipsis"
    case .integer(let value): "\(value)"
    case .bigInteger(let digits, let radix): radix == 10 ? digits : "\(digits) in base \(radix)"
    case .float(let value): "\(value)"
    case .complex(let real, let imaginary): "\(real)+\(imaginary)j"
    case .string(let utf8): String(decoding: utf8, as: UTF8.self).debugDescription
    case .bytes(let bytes): "b" + String(decoding: bytes, as: UTF8.self).debugDescription
    case .tuple(let items): "(" + items.map(\.text).joined(separator: ", ") + ")"
    case .frozenset(let items): "{" + items.map(\.text).joined(separator: ", ") + "}"
    case .code(let code): "<code \(code.qualifiedName)>"
    }
  }
}
