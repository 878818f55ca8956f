/// Fused instructions: one that may do the work of those after it as well, where all operands are
/// numbers (or, in a loop over a list, pairs). Only the first word's opcode changes. The others stay
/// as they are, for jumps to them, and for all operands with which they run one after the other
/// (concurrency.md R9).
extension Opcode {
  /// The opcode for the first of these instructions, if there is one that does the work of several.
  static func fused(_ words: ArraySlice<Word>) -> Opcode? {
    let next = words.dropFirst()
    switch words.first?.opcode {
    case .multiply: return fusedSum(words) ?? fusedProducts(words)
    case .loadAttribute: return fusedUpdate(words) ?? fusedLoads(words) ?? fusedLoad(words)
    case .forIterate:
      guard let unpack = next.first, unpack.opcode == .unpackSequence, unpack.c == 2,
        unpack.a == words.first?.b.markedLast
      else { return nil }
      return .forIteratePair
    default: return nil
    }
  }

  /// `z + x * y`, `z - x * y`, `z / (x * y)`
  private static func fusedSum(_ words: ArraySlice<Word>) -> Opcode? {
    guard let (product, next) = words.firstTwo, next.c == product.a.markedLast,
      next.firstSource != product.a
    else { return nil }
    switch next.opcode {
    case .add, .addInPlace: return .multiplyThenAdd
    case .subtract, .subtractInPlace: return .multiplyThenSubtract
    case .trueDivide: return .multiplyThenTrueDivide
    default: return nil
    }
  }

  /// `x * y + z * u`
  private static func fusedProducts(_ words: ArraySlice<Word>) -> Opcode? {
    guard let (first, second) = words.firstTwo, second.opcode == .multiply,
      let sum = words.dropFirst(2).first, sum.opcode == .add, first.a != second.a,
      sum.b == first.a.markedLast, sum.c == second.a.markedLast,
      second.firstSource != first.a, second.secondSource != first.a
    else { return nil }
    return .addProducts
  }

  /// `x.name + y.name` and the like
  private static func fusedLoads(_ words: ArraySlice<Word>) -> Opcode? {
    guard let (left, right) = words.firstTwo, let next = words.dropFirst(2).first,
      right.opcode == .loadAttribute, !left.b.isMarkedLast, left.a != right.a,
      right.firstSource != left.a, next.b == left.a.markedLast, next.c == right.a.markedLast
    else { return nil }
    switch next.opcode {
    case .add: return .loadAttributesThenAdd
    case .subtract: return .loadAttributesThenSubtract
    case .multiply: return .loadAttributesThenMultiply
    default: return nil
    }
  }

  /// `x.name + y`, `y + x.name` and the like
  private static func fusedLoad(_ words: ArraySlice<Word>) -> Opcode? {
    guard let (load, next) = words.firstTwo else { return nil }
    let loaded = load.a.markedLast
    switch next.opcode {
    case .addImmediate where next.b == loaded: return .loadAttributeThenAddImmediate
    case .subtractImmediate where next.b == loaded: return .loadAttributeThenSubtractImmediate
    default: break
    }
    guard next.b == loaded || next.c == loaded, next.firstSource != next.secondSource else {
      return nil
    }
    switch next.opcode {
    case .add: return .loadAttributeThenAdd
    case .subtract: return .loadAttributeThenSubtract
    case .multiply: return .loadAttributeThenMultiply
    default: return nil
    }
  }

  /// `x.name += y` and the like, where `y` is a register, an immediate, a product of registers or of
  /// a register and an attribute
  private static func fusedUpdate(_ words: ArraySlice<Word>) -> Opcode? {
    guard let load = words.first else { return nil }
    var rest = words.dropFirst()
    var factor: Word?
    var product: Word?
    if rest.first?.opcode == .loadAttribute { factor = rest.popFirst() }
    if rest.first?.opcode == .multiply { product = rest.popFirst() }
    guard let (change, store) = rest.firstTwo, store.opcode == .storeAttribute,
      !load.b.isMarkedLast, store.a.register == load.b, store.c == load.c,
      store.b == change.a.markedLast, change.b == load.a.markedLast
    else { return nil }
    if let product {
      guard change.c == product.a.markedLast, product.firstSource != load.a,
        product.secondSource != load.a, factor.map({ isFactor($0, of: product, load) }) ?? true
      else { return nil }
    } else if factor != nil {
      return nil
    }
    switch change.opcode {
    case .addInPlaceImmediate: return product == nil ? .addImmediateToAttribute : nil
    case .subtractInPlaceImmediate: return product == nil ? .subtractImmediateFromAttribute : nil
    case .addInPlace:
      if factor != nil { return .addScaledAttributeToAttribute }
      if product != nil { return .addProductToAttribute }
      return change.secondSource == load.a ? nil : .addToAttribute
    case .subtractInPlace:
      if factor != nil { return .subtractScaledAttributeFromAttribute }
      if product != nil { return .subtractProductFromAttribute }
      return change.secondSource == load.a ? nil : .subtractFromAttribute
    default: return nil
    }
  }

  /// Whether a second attribute is loaded for one side of the product only.
  private static func isFactor(_ factor: Word, of product: Word, _ load: Word) -> Bool {
    !factor.b.isMarkedLast && factor.a != load.a && factor.firstSource != load.a
      && (product.b == factor.a.markedLast || product.c == factor.a.markedLast)
      && product.firstSource != product.secondSource
  }
}

extension ArraySlice<Word> {
  fileprivate var firstTwo: (Word, Word)? {
    count < 2 ? nil : (self[startIndex], self[startIndex + 1])
  }
}

extension Word {
  fileprivate var firstSource: Int { b.register }
  fileprivate var secondSource: Int { c.register }
}

/// Source operands.
extension Int {
  fileprivate var register: Int { self & Word.registerMask }
  fileprivate var markedLast: Int { self | Word.lastUse }
  fileprivate var isMarkedLast: Bool { self & Word.lastUse != 0 }
}
