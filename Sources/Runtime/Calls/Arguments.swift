// The arguments of one call, where they lie: borrowed, valid until the call returns.

/// Positional arguments, then the values of keyword arguments, in consecutive words.
package struct Arguments {
  package let base: UnsafeMutablePointer<UInt>
  /// Number of positional arguments.
  package let count: Int
  /// Tuple of the keyword names, or unbound.
  package let keywordNames: Value

  @inline(__always) package init(
    base: UnsafeMutablePointer<UInt>, count: Int, keywordNames: Value = .unbound
  ) {
    self.base = base
    self.count = count
    self.keywordNames = keywordNames
  }

  @inline(__always) package subscript(index: Int) -> Value { Value(bits: base[index]) }

  package var keywordCount: Int {
    keywordNames.isUnbound ? 0 : TupleObject(keywordNames).count
  }
  /// The name (a str, borrowed) of a keyword argument.
  package func keywordName(_ index: Int) -> Value { TupleObject(keywordNames)[index] }
  package func keywordValue(_ index: Int) -> Value { self[count + index] }

  /// The arguments without the first `dropped` positional ones.
  package func dropFirst(_ dropped: Int) -> Arguments {
    Arguments(base: base + dropped, count: count - dropped, keywordNames: keywordNames)
  }
}
