// Random choices from sequences.

import Glibc
import Runtime

extension RandomObject {
  static func choice(thread: ThreadState, self random: Value, sequence: Value) throws(Raised)
    -> Value
  {
    let count = try thread.length(sequence)
    if count == 0 {
      throw thread.raise(.indexError, "Cannot choose from an empty sequence")
    }
    return try thread.getItem(
      sequence, Value(small: try RandomObject(random).below(thread, count)))
  }

  static func shuffle(thread: ThreadState, self random: Value, list: Value) throws(Raised)
    -> Value
  {
    let object = RandomObject(random)
    var index = try thread.length(list) - 1
    while index > 0 {
      let other = try object.below(thread, index + 1)
      let first = try thread.getItem(list, Value(small: index))
      defer { thread.release(first) }
      let second = try thread.getItem(list, Value(small: other))
      defer { thread.release(second) }
      try thread.setItem(list, Value(small: index), second)
      try thread.setItem(list, Value(small: other), first)
      index -= 1
    }
    return .none
  }

  // MARK: Without repetition

  static func sample(
    thread: ThreadState, self random: Value, population: Value, k: Value, counts: Value
  ) throws(Raised) -> Value {
    guard isSequence(population) else {
      throw thread.raise(
        .typeError, "Population must be a sequence.  For dicts or sets, use sorted(d).")
    }
    let count = try thread.length(population)
    let chosen = try thread.index(k)
    let object = RandomObject(random)
    if counts.isNone {
      let indices = try object.sampleIndices(thread, count, chosen)
      return try items(thread, population, indices)
    }
    let ends = try accumulated(thread, counts)
    guard ends.count == count else {
      throw thread.raise(.valueError, "The number of counts does not match the population")
    }
    guard let total = ends.last, total > 0 else {
      throw thread.raise(.valueError, "Total of counts must be greater than zero")
    }
    let indices = try object.sampleIndices(thread, total, chosen)
    return try items(thread, population, indices.map { position(of: $0, in: ends, ends.count) })
  }

  private static func isSequence(_ value: Value) -> Bool {
    let type = value.type
    if type.has(TypeFlags.isSequence | TypeFlags.stringSubclass | TypeFlags.bytesSubclass) {
      return true
    }
    return type.slot(.getItem) != nil && type.slot(.length) != nil
      && !type.has(TypeFlags.isMapping | TypeFlags.dictionarySubclass)
  }

  /// `chosen` different indices below `count`. A pool of all indices for a large share of them, a
  /// set of those that are taken otherwise: both draw the numbers that CPython draws.
  private func sampleIndices(_ thread: ThreadState, _ count: Int, _ chosen: Int) throws(Raised)
    -> [Int]
  {
    guard chosen >= 0 && chosen <= count else {
      throw thread.raise(.valueError, "Sample larger than population or is negative")
    }
    var poolLimit = 21.0
    if chosen > 5 { poolLimit += pow(4, ceil(log(Double(chosen * 3)) / log(4))) }
    return Double(count) <= poolLimit
      ? try sampleFromPool(thread, count, chosen) : try sampleBySet(thread, count, chosen)
  }

  private func sampleFromPool(_ thread: ThreadState, _ count: Int, _ chosen: Int)
    throws(Raised) -> [Int]
  {
    var pool = Array(0..<count)
    var result: [Int] = []
    result.reserveCapacity(chosen)
    for index in 0..<chosen {
      let position = try below(thread, count - index)
      result.append(pool[position])
      pool[position] = pool[count - index - 1]
    }
    return result
  }

  private func sampleBySet(_ thread: ThreadState, _ count: Int, _ chosen: Int) throws(Raised)
    -> [Int]
  {
    var taken = Set<Int>()
    var result: [Int] = []
    result.reserveCapacity(chosen)
    for _ in 0..<chosen {
      var index = try below(thread, count)
      while !taken.insert(index).inserted { index = try below(thread, count) }
      result.append(index)
    }
    return result
  }

  private static func items(_ thread: ThreadState, _ population: Value, _ indices: [Int])
    throws(Raised) -> Value
  {
    let list = try ListObject.make(thread, capacity: indices.count)
    do throws(Raised) {
      for index in indices {
        try list.appendOwned(
          thread, try thread.getItem(population, Value(small: index)))
      }
    } catch {
      thread.release(list.value)
      throw error
    }
    return list.value
  }

  /// Running totals of ints.
  private static func accumulated(_ thread: ThreadState, _ counts: Value) throws(Raised)
    -> [Int]
  {
    var total = 0
    var result: [Int] = []
    try thread.forEach(counts) { (item: Value) throws(Raised) in
      guard item.isInteger else {
        throw thread.raise(.typeError, "Counts must be integers")
      }
      total += try thread.index(item)
      result.append(total)
      return true
    }
    return result
  }

  /// The first position below `limit` whose end is above x, else `limit`.
  private static func position<Number: Comparable>(
    of x: Number, in ends: [Number], _ limit: Int
  ) -> Int {
    var low = 0
    var high = limit
    while low < high {
      let middle = (low + high) / 2
      if x < ends[middle] { high = middle } else { low = middle + 1 }
    }
    return low
  }

  // MARK: With repetition

  static func choices(
    thread: ThreadState, self random: Value, population: Value, weights: Value,
    cumulative: Value, k: Value
  ) throws(Raised) -> Value {
    let object = RandomObject(random)
    let count = try thread.length(population)
    if weights.isNone && cumulative.isNone {
      let chosen = try thread.index(k)
      return try object.choose(thread, population, chosen) { (number: Double) in
        Int((number * Double(count)).rounded(.down))
      }
    }
    if !weights.isNone && !cumulative.isNone {
      throw thread.raise(
        .typeError, "Cannot specify both weights and cumulative weights")
    }
    if weights.isInteger {
      throw thread.raise(
        .typeError,
        "The number of choices must be a keyword argument: k=\(try thread.reprText(weights))")
    }
    let ends = try cumulative.isNone ? totals(thread, weights) : numbers(thread, cumulative)
    guard ends.count == count else {
      throw thread.raise(.valueError, "The number of weights does not match the population")
    }
    guard let total = ends.last else {
      throw thread.raise(.indexError, "list index out of range")
    }
    if total <= 0 {
      throw thread.raise(.valueError, "Total of weights must be greater than zero")
    }
    if !total.isFinite {
      throw thread.raise(.valueError, "Total of weights must be finite")
    }
    let chosen = try thread.index(k)
    return try object.choose(thread, population, chosen) { (number: Double) in
      position(of: number * total, in: ends, count - 1)
    }
  }

  private static func numbers(_ thread: ThreadState, _ iterable: Value) throws(Raised)
    -> [Double]
  {
    var result: [Double] = []
    try thread.forEach(iterable) { (item: Value) throws(Raised) in
      result.append(try thread.double(from: item))
      return true
    }
    return result
  }

  private static func totals(_ thread: ThreadState, _ weights: Value) throws(Raised)
    -> [Double]
  {
    var total = 0.0
    return try numbers(thread, weights).map {
      total += $0
      return total
    }
  }

  /// A list of items at the positions that random floats are mapped to.
  private func choose(
    _ thread: ThreadState, _ population: Value, _ count: Int, _ position: (Double) -> Int
  ) throws(Raised) -> Value {
    let list = try ListObject.make(thread, capacity: max(count, 0))
    do throws(Raised) {
      var remaining = count
      while remaining > 0 {
        let index = position(try next(thread))
        try list.appendOwned(
          thread, try thread.getItem(population, Value(small: index)))
        remaining -= 1
      }
    } catch {
      thread.release(list.value)
      throw error
    }
    return list.value
  }
}
