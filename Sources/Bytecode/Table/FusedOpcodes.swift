/// Instructions that may do the work of those after them as well (Building/Opcode+Fusion). Each has
/// the operands and the length of the instruction that it stands for; the others follow unchanged.
let fusedRows: [OpcodeDescription] =
  fusedNumberRows + fusedAttributeRows + [
    .init(
      "forIteratePair", [.kept, .destination, .jump], caches: 1,
      "As forIterate; of a list of pairs, also the next instruction's unpacking, with b unstored")
  ]

private let fusedNumberRows: [OpcodeDescription] =
  [("Add", "+"), ("Subtract", "-"), ("TrueDivide", "/")].map { name, sign in
    OpcodeDescription(
      "multiplyThen" + name, [.destination, .source, .source],
      "a = b * c; of floats, also the next instruction's \(sign) with a, unstored")
  } + [
    .init(
      "addProducts", [.destination, .source, .source],
      "a = b * c; of floats, also the next two: another product and the sum; and more of these")
  ]

private let fusedAttributeRows: [OpcodeDescription] =
  [("Add", "+"), ("Subtract", "-"), ("Multiply", "*")].flatMap { name, sign in
    [
      OpcodeDescription(
        "loadAttributesThen" + name, [.destination, .source, .name], caches: 2,
        "a = b.name; of numbers, also the next two: another attribute, and then \(sign)"),
      OpcodeDescription(
        "loadAttributeThen" + name, [.destination, .source, .name], caches: 2,
        "a = b.name; of numbers, also the next instruction's \(sign), with a unstored"),
    ]
  }
  + [("Add", "+"), ("Subtract", "-")].map { name, sign in
    OpcodeDescription(
      "loadAttributeThen\(name)Immediate", [.destination, .source, .name], caches: 2,
      "a = b.name; of numbers, also the next instruction's \(sign), with a unstored")
  }
  + [
    "addToAttribute", "subtractFromAttribute", "addImmediateToAttribute",
    "subtractImmediateFromAttribute", "addProductToAttribute", "subtractProductFromAttribute",
    "addScaledAttributeToAttribute", "subtractScaledAttributeFromAttribute",
  ].map {
    OpcodeDescription(
      $0, [.destination, .source, .name], caches: 2,
      "a = b.name; of numbers, also the next instructions up to the store of b.name, with a unstored"
    )
  }
