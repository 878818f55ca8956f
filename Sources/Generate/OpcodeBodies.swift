/// Which Swift functions make up an instruction.
struct OpcodeBody {
  /// A function of `Instructions` and the arguments that it gets after the usual ones.
  struct Function {
    var name: String
    var arguments = ""

    init(_ name: String, _ arguments: String = "") {
      self.name = swiftName(name)
      self.arguments = arguments.isEmpty ? "" : ", " + arguments
    }

    /// The first or only part: it changes the places and, if there are two, returns an `Outcome`.
    var callInPlace: String { "Instructions.\(name)(&pc, &r, &k, thread, w\(arguments))" }
    /// The second part: it returns a `State`.
    var call: String { "Instructions.\(name)(pc, r, k, thread, w\(arguments))" }
  }

  /// Nil for an instruction that consists of its slow part.
  var fast: Function?
  var slow: Function?
  /// The only part returns an `Outcome`: it may leave a value to be dropped.
  var isDropping = false
  /// The instruction that a fused one is whenever its only part does not apply.
  var plain: String?

  var isSplit: Bool { fast != nil && slow != nil }
}

/// The parts of an opcode's implementation: those of a family share their functions.
func opcodeBody(_ name: String) -> OpcodeBody {
  if let body = families[name] ?? fused[name] { return body }
  if whole.contains(name) { return OpcodeBody(fast: .init(name)) }
  let slow = OpcodeBody.Function(name + "Slow")
  return OpcodeBody(fast: split.contains(name) ? .init(name) : nil, slow: slow)
}

/// Instructions of one part that do their work in the handler.
private let whole: Set<String> = [
  "nop", "deleteLocal", "clearLocals", "deleteCell", "deleteFree", "loadClosure", "jump",
  "matchMapping", "matchSequence", "returnInstance",
]

/// Instructions of two parts; all that are not named in this file have the slow one only.
private let split: Set<String> = [
  "move", "checkBound", "loadGlobal", "storeGlobal", "loadName", "storeName", "loadFree",
  "loadCell",
  "storeCell", "storeFree", "loadAttribute", "storeAttribute", "loadMethod", "loadItem",
  "loadItemImmediate", "storeItem", "call", "callMethod", "return", "returnNone", "forIterate",
  "loopHeader", "unpackSequence", "not",
]

private let families: [String: OpcodeBody] = {
  var bodies: [String: OpcodeBody] = [:]
  func add(
    _ name: String, _ fast: String?, _ slow: String, _ arguments: String,
    slow slowArguments: String
  ) {
    bodies[name] = OpcodeBody(
      fast: fast.map { .init($0, arguments) }, slow: .init(slow, slowArguments))
  }
  let operations = [
    "add", "subtract", "multiply", "trueDivide", "floorDivide", "modulo", "leftShift",
    "rightShift", "bitAnd", "bitOr", "bitXor",
  ]
  for name in operations {
    let slot = name.hasPrefix("bit") ? name.dropFirst(3).lowercased() : name
    add(name, "binary", "binarySlow", ".\(name)", slow: ".\(slot)")
    add(name + "InPlace", "binary", "binaryInPlaceSlow", ".\(name)", slow: ".\(slot)")
    add(name + "Immediate", "binaryImmediate", "immediateSlow", ".\(name)", slow: ".\(slot)")
    add(
      name + "InPlaceImmediate", "binaryImmediate", "immediateInPlaceSlow", ".\(name)",
      slow: ".\(slot)")
  }
  add("addInPlace", "binary", "addInPlaceSlow", ".add", slow: "")
  add("matrixMultiply", nil, "binarySlow", "", slow: ".matrixMultiply")
  add("matrixMultiplyInPlace", nil, "binaryInPlaceSlow", "", slow: ".matrixMultiply")
  add("power", nil, "powerSlow", "", slow: "inPlace: false")
  add("powerInPlace", nil, "powerSlow", "", slow: "inPlace: true")
  add("negate", "negate", "unarySlow", "", slow: ".negative")
  add("positive", nil, "unarySlow", "", slow: ".positive")
  add("invert", nil, "unarySlow", "", slow: ".invert")

  for order in ["less", "lessEqual", "equal", "notEqual", "greater", "greaterEqual"] {
    let name = order.prefix(1).uppercased() + order.dropFirst()
    add("compare" + name, "compare", "compareSlow", ".\(order)", slow: ".\(order)")
    for (word, sense) in [("If", true), ("Unless", false)] {
      let arguments = ".\(order), \(sense)"
      add(
        "jump\(word)\(name)", "compareJump", "compareJumpSlow", arguments, slow: arguments)
      add(
        "jump\(word)\(name)Immediate", "compareJumpImmediate", "compareJumpImmediateSlow",
        arguments, slow: arguments)
    }
  }

  func addSenses(_ yes: String, _ no: String, _ fast: String?, _ slow: String) {
    add(yes, fast, slow, "true", slow: "true")
    add(no, fast, slow, "false", slow: "false")
  }
  addSenses("is", "isNot", "identity", "identitySlow")
  addSenses("contains", "notContains", nil, "containsSlow")
  addSenses("jumpIfTrue", "jumpIfFalse", "truthJump", "truthJumpSlow")
  addSenses("jumpIfTrueOrDrop", "jumpIfFalseOrDrop", "truthJump", "truthJumpOrDropSlow")
  addSenses("jumpIfIs", "jumpIfIsNot", "identityJump", "identityJumpSlow")
  add("loadSuperMethod", nil, "loadSuperSlow", "", slow: "asMethod: true")
  add("loadSuperAttribute", nil, "loadSuperSlow", "", slow: "asMethod: false")
  add("callKeywords", nil, "callKeywordsSlow", "", slow: "hasSelf: false")
  add("callMethodKeywords", nil, "callKeywordsSlow", "", slow: "hasSelf: true")
  for name in [
    "getAwaitable", "getAsyncIterator", "getAsyncNext", "endAsyncFor", "enterAsyncContext",
    "exitAsyncContext", "exitAsyncContextException",
  ] {
    add(name, nil, "asynchronousSlow", "", slow: "")
  }
  bodies["jumpIfNone"] = OpcodeBody(fast: .init("noneJump", "true"), slow: nil, isDropping: true)
  bodies["jumpIfNotNone"] = OpcodeBody(
    fast: .init("noneJump", "false"), slow: nil, isDropping: true)
  for name in ["loadConstant", "loadInteger", "loadSpecial", "drop"] {
    bodies[name] = OpcodeBody(fast: .init(name), slow: nil, isDropping: true)
  }
  return bodies
}()

private let fused: [String: OpcodeBody] = {
  var bodies: [String: OpcodeBody] = [:]
  func add(_ name: String, _ fast: String, _ arguments: String, plain: String) {
    bodies[name] = OpcodeBody(fast: .init(fast, arguments), slow: nil, plain: plain)
  }
  add("multiplyThenAdd", "multiplyThen", ".add", plain: "multiply")
  add("multiplyThenSubtract", "multiplyThen", ".subtract", plain: "multiply")
  add("multiplyThenTrueDivide", "multiplyThen", ".trueDivide", plain: "multiply")
  add("addProducts", "addProducts", "", plain: "multiply")
  add("forIteratePair", "forIteratePair", "", plain: "forIterate")
  for operation in ["Add", "Subtract", "Multiply"] {
    let argument = ".\(operation.lowercased())"
    add(
      "loadAttributesThen" + operation, "loadAttributesThen", argument, plain: "loadAttribute")
    add("loadAttributeThen" + operation, "loadAttributeThen", argument, plain: "loadAttribute")
  }
  for (operation, name, preposition) in [("add", "Add", "To"), ("subtract", "Subtract", "From")] {
    add(
      "loadAttributeThen\(name)Immediate", "loadAttributeThenImmediate", ".\(operation)",
      plain: "loadAttribute")
    for (name, operand) in [
      ("", "register"), ("Immediate", "immediate"), ("Product", "product"),
      ("ScaledAttribute", "scaledAttribute"),
    ] {
      add(
        "\(operation)\(name)\(preposition)Attribute", "updateAttribute",
        ".\(operation), .\(operand)", plain: "loadAttribute")
    }
  }
  return bodies
}()
