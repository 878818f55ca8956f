// itertools: every iterator is a type of its own, made when the module is imported.

import Runtime

package enum ItertoolsModule {
  package static let definition = ModuleDefinition(
    name: "itertools", doc: "Building blocks for iterators.",
    functions: [
      Method(
        "tee(iterable, n=2, /)", TeeIterator.tee,
        "Returns a tuple of n independent iterators.")
    ],
    constants: { (thread, module) throws(Raised) in
      for definition in types { try module.add(definition) }
      GroupObject.type = try module.add(GroupObject.definition)
      TeeNode.type = try module.add(TeeNode.definition)
      TeeIterator.type = try module.add(TeeIterator.definition)
    })

  private static var types: [TypeDefinition] {
    [
      CountIterator.definition, CycleIterator.definition, RepeatIterator.definition,
      AccumulateIterator.definition, BatchedIterator.definition, ChainIterator.definition,
      CompressIterator.definition, DropWhileIterator.definition,
      FilterFalseIterator.definition, GroupByIterator.definition, SliceIterator.definition,
      PairwiseIterator.definition, StarMapIterator.definition, TakeWhileIterator.definition,
      ZipLongestIterator.definition, ProductIterator.definition,
      PermutationsIterator.definition, CombinationsIterator.definition,
      CombinationsWithReplacementIterator.definition,
    ]
  }
}
