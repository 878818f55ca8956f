// The module random: its types, and the methods of one hidden instance as functions.

import Runtime

package enum RandomModule {
  package static let definition = ModuleDefinition(
    name: "random",
    doc: "Random numbers: ints, floats of many distributions, choices from sequences.",
    constants: { (thread: ThreadState, module: ModuleBuilder) throws(Raised) in
      RandomObject.type = try thread.createType(RandomObject.definition)
      RandomObject.systemType = try thread.createType(
        RandomObject.systemDefinition, base: RandomObject.type)
      try module.add("Random", RandomObject.type.value)
      try module.add("SystemRandom", RandomObject.systemType.value)
      let instance = try thread.call(RandomObject.type.value)
      defer { thread.release(instance) }
      try module.add("_inst", thread.retain(instance))
      for name in functions { try module.add(name, try thread.getAttribute(instance, name)) }
    })

  private static let functions: [StaticString] = [
    "random", "seed", "uniform", "triangular", "randint", "choice", "randrange", "sample",
    "shuffle", "choices", "normalvariate", "lognormvariate", "expovariate", "vonmisesvariate",
    "gammavariate", "gauss", "betavariate", "binomialvariate", "paretovariate",
    "weibullvariate", "getstate", "setstate", "getrandbits", "randbytes",
  ]
}

extension RandomObject {
  static let systemDefinition = TypeDefinition(
    name: "random.SystemRandom", size: MemoryLayout<RandomBody>.size,
    flags: TypeFlags.isBaseType | TypeFlags.isContainer,
    doc: "A generator that draws from the operating system's source; it has no state and no seed.")

  static let definition = TypeDefinition(
    name: "random.Random", size: attributesOffset,
    flags: TypeFlags.isBaseType | TypeFlags.isContainer, shapeOffset: attributesOffset,
    doc: """
      A generator of random numbers with a state of its own.

      Subclasses may override random() or getrandbits(); the other methods draw through them.
      """,
    slots: [.new(new), .initialize(initialize)],
    methods: integerMethods + selectionMethods + distributionMethods + stateMethods,
    dispose: dispose)

  /// Instances may have attributes, after the body.
  private static let attributesOffset = (MemoryLayout<RandomBody>.size + 7) & ~7

  private static let integerMethods: [Method] = [
    Method("random()", random, "The next float in the interval from 0 up to 1, 1 excluded."),
    Method("getrandbits(k, /)", getRandomBits, "An int of k random bits."),
    Method("randbytes(n)", randomBytes, "n random bytes."),
    Method("_randbelow(n)", randomBelow, "A random int in range(n), for n > 0."),
    Method("randint(a, b)", randomInteger, "A random int from a to b, both included."),
    Method(
      "randrange(start, stop=None, step=1)", randomRange,
      "A random item of range(start) or range(start, stop, step)."),
  ]

  private static let selectionMethods: [Method] = [
    Method("choice(seq)", choice, "A random item of a sequence that is not empty."),
    Method("shuffle(x)", shuffle, "Bring a list's items into random order, in place."),
    Method(
      "sample(population, k, *, counts=None)", sample,
      """
      A list of k different items of a sequence.

      With counts, each item counts as so many.
      """),
    Method(
      "choices(population, weights=None, *, cum_weights=None, k=1)", choices,
      "A list of k items, each chosen from all, by relative or cumulative weights."),
  ]

  private static let distributionMethods: [Method] = [
    Method("uniform(a, b)", uniform, "A random float between a and b."),
    Method(
      "triangular(low=0.0, high=1.0, mode=None)", triangular,
      "Triangular distribution between low and high with its peak at mode."),
    Method(
      "normalvariate(mu=0.0, sigma=1.0)", normalVariate,
      "Normal distribution with mean mu and standard deviation sigma."),
    Method(
      "gauss(mu=0.0, sigma=1.0)", gauss,
      "Normal distribution; faster than normalvariate, as it makes two numbers at a time."),
    Method(
      "lognormvariate(mu, sigma)", logNormalVariate,
      "Distribution whose logarithm is normal with mean mu and standard deviation sigma."),
    Method("expovariate(lambd=1.0)", exponentialVariate, "Exponential distribution of that rate."),
    Method(
      "vonmisesvariate(mu, kappa)", vonMisesVariate,
      "Angles around mu, in radians, concentrated by kappa."),
    Method("gammavariate(alpha, beta)", gammaVariate, "Gamma distribution: shape, scale."),
    Method("betavariate(alpha, beta)", betaVariate, "Beta distribution, between 0 and 1."),
    Method("paretovariate(alpha)", paretoVariate, "Pareto distribution of that shape."),
    Method("weibullvariate(alpha, beta)", weibullVariate, "Weibull distribution: scale, shape."),
    Method(
      "binomialvariate(n=1, p=0.5)", binomialVariate,
      "How many of n trials succeed, each with probability p."),
  ]

  private static let stateMethods: [Method] = [
    Method(
      "seed(a=None, version=2)", seed,
      """
      Restart the sequence from a seed: None, int, float, str, bytes or bytearray.

      None takes the system's source. Version 1 hashes text as Python 2 did.
      """),
    Method("getstate()", getState, "The generator's state, for setstate."),
    Method("setstate(state)", setState, "Restore a state that getstate returned."),
    Method("__getstate__()", getState, "The state, for pickling."),
    Method("__setstate__(state)", setState, "Restore a pickled state."),
    Method("__reduce__()", reduce, "What pickle stores."),
  ]
}
