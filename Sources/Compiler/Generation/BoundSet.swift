import Bytecode

/// The registers of variables that surely hold a value.
struct BoundSet {
  private var bits: [UInt64] = []

  func contains(_ register: Int) -> Bool {
    let word = register >> 6
    return word < bits.count && bits[word] >> UInt64(register & 63) & 1 != 0
  }

  mutating func insert(_ register: Int) {
    let word = register >> 6
    while bits.count <= word { bits.append(0) }
    bits[word] |= 1 << UInt64(register & 63)
  }

  mutating func remove(_ register: Int) {
    let word = register >> 6
    if word < bits.count { bits[word] &= ~(1 << UInt64(register & 63)) }
  }

  mutating func formIntersection(_ other: BoundSet) {
    if bits.count > other.bits.count { bits.removeLast(bits.count - other.bits.count) }
    for index in bits.indices { bits[index] &= other.bits[index] }
  }
}

/// A label, and which variables are bound on all jumps to it so far.
final class FlowLabel {
  let label: Label
  /// Absent while no jump is known.
  var bound: BoundSet?

  init(_ label: Label) { self.label = label }

  func join(_ other: BoundSet) {
    if bound == nil { bound = other } else { bound?.formIntersection(other) }
  }
}
