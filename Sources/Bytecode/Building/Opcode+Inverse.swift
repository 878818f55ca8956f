extension Opcode {
  /// The test that jumps exactly when this one does not.
  public var inverse: Opcode? {
    switch self {
    case .jumpIfTrue: .jumpIfFalse
    case .jumpIfFalse: .jumpIfTrue
    case .jumpIfNone: .jumpIfNotNone
    case .jumpIfNotNone: .jumpIfNone
    case .jumpIfIs: .jumpIfIsNot
    case .jumpIfIsNot: .jumpIfIs
    default: comparisonInverse
    }
  }

  /// The twelve `jumpIf…` and the twelve `jumpUnless…` comparisons stand in the same order, register
  /// forms before immediate forms.
  private var comparisonInverse: Opcode? {
    let groups: [(first: Opcode, inverse: Opcode)] = [
      (.jumpIfLess, .jumpUnlessLess), (.jumpUnlessLess, .jumpIfLess),
      (.jumpIfLessImmediate, .jumpUnlessLessImmediate),
      (.jumpUnlessLessImmediate, .jumpIfLessImmediate),
    ]
    for group in groups {
      let first = group.first.rawValue
      if rawValue >= first && rawValue < first + 6 {
        return Opcode(rawValue: group.inverse.rawValue + (rawValue - first))
      }
    }
    return nil
  }
}
