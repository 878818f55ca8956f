// C3 linearisation (the method resolution order).

extension ThreadState {
  /// The MRO of a class with these bases, the class itself first; an owned tuple.
  /// Raises TypeError where the bases can't be ordered or repeat.
  func methodResolutionOrder(_ type: TypeObject, bases: Value) throws(Raised) -> Value {
    let baseTuple = TupleObject(bases)
    if baseTuple.count == 1 {
      // One base: its own order behind the class, without the merge.
      let inherited = TupleObject(TypeObject(baseTuple[0]).body.pointee.mro)
      let result = try TupleObject.make(self, inherited.count + 1)
      result.initialize(0, retain(type.value))
      for index in 0..<inherited.count { result.initialize(index + 1, retain(inherited[index])) }
      return result.value
    }
    try checkDuplicateBases(baseTuple)
    var sequences: [[UInt]] = []
    for index in 0..<baseTuple.count {
      let mro = TupleObject(TypeObject(baseTuple[index]).body.pointee.mro)
      sequences.append((0..<mro.count).map { mro[$0].bits & ~15 })
    }
    sequences.append((0..<baseTuple.count).map { baseTuple[$0].bits & ~15 })
    guard let merged = merge(&sequences) else {
      let names = sequences.last.map { $0.map { TypeObject(bits: $0).nameText } } ?? []
      throw raise(
        .typeError,
        "Cannot create a consistent method resolution order (MRO) for bases "
          + names.joined(separator: ", "))
    }
    let result = try TupleObject.make(self, merged.count + 1)
    result.initialize(0, retain(type.value))
    for (index, bits) in merged.enumerated() {
      result.initialize(index + 1, retain(TypeObject(bits: bits).value))
    }
    return result.value
  }

  private func checkDuplicateBases(_ bases: TupleObject) throws(Raised) {
    for index in 0..<bases.count {
      for other in 0..<index where bases[index].isIdentical(to: bases[other]) {
        throw raise(
          .typeError, "duplicate base class \(TypeObject(bases[index]).nameText)")
      }
    }
  }

  /// C3's merge: takes the first head that is in no tail. Nil when none is; then the last sequence
  /// holds what could not be ordered.
  private func merge(_ sequences: inout [[UInt]]) -> [UInt]? {
    var result: [UInt] = []
    while true {
      sequences.removeAll { $0.isEmpty }
      if sequences.isEmpty { return result }
      let candidate = sequences.lazy.map { $0[0] }.first { head in
        !sequences.contains { $0.dropFirst().contains(head) }
      }
      guard let candidate else {
        var heads: [UInt] = []
        for sequence in sequences where !heads.contains(sequence[0]) { heads.append(sequence[0]) }
        sequences = [heads]
        return nil
      }
      result.append(candidate)
      for index in sequences.indices where sequences[index][0] == candidate {
        sequences[index].removeFirst()
      }
    }
  }
}
