// random.Random: a Mersenne Twister whose sequences equal CPython's for the same seed, and
// SystemRandom, which draws from the operating system.
//
// The state is a store of its own that lives as long as the object. Each draw of words holds the
// object's lock once several threads run; the lock is never held while Python code may run. Methods
// of an instance whose class overrides `random` or `getrandbits` draw through those.

import Glibc
import Runtime

package struct RandomBody {
  package var header: Header
  /// `MersenneTwister.words`; null in a SystemRandom.
  var state: UnsafeMutablePointer<UInt32>?
  /// The second number of the last pair that `gauss` made.
  var gaussNext: Double
  var hasGaussNext: Bool
  /// What the class overrides.
  var overridesRandom: Bool
  var overridesBits: Bool
}

package struct RandomObject {
  let body: UnsafeMutablePointer<RandomBody>

  @inline(__always) init(_ value: Value) { body = value.reference.body(RandomBody.self) }
  @inline(__always) var reference: Reference { Reference(UnsafeMutableRawPointer(body)) }
  var value: Value { Value(reference) }

  /// `random.Random` and `random.SystemRandom`, once the module is imported.
  nonisolated(unsafe) static var type = TypeObject(bits: 0)
  nonisolated(unsafe) static var systemType = TypeObject(bits: 0)
}

// MARK: Making

extension RandomObject {
  static func new(thread: ThreadState, type: Value, arguments: Arguments) throws(Raised) -> Value {
    let type = TypeObject(type)
    let body = try thread.allocateInstance(type, RandomBody.self)
    let object = RandomObject(Value(Reference(UnsafeMutableRawPointer(body))))
    do throws(Raised) {
      if !type.isSubtype(of: systemType) {
        let store = try thread.allocateStore(bytes: MersenneTwister.storeBytes)
        body.pointee.state = store.bindMemory(
          to: UInt32.self, capacity: MersenneTwister.count + 1)
        try object.seedFromSystem(thread)
      }
      if !type.isSame(Self.type) && !type.isSame(systemType) {
        body.pointee.overridesRandom = try overrides(thread, type, "random")
        body.pointee.overridesBits = try overrides(thread, type, "getrandbits")
      }
    } catch {
      thread.release(object.value)
      throw error
    }
    return object.value
  }

  private static func overrides(_ thread: ThreadState, _ type: TypeObject, _ name: StaticString)
    throws(Raised) -> Bool
  {
    let base = type.isSubtype(of: systemType) ? systemType : Self.type
    let own = try thread.getAttribute(type.value, name)
    defer { thread.release(own) }
    let inherited = try thread.getAttribute(base.value, name)
    defer { thread.release(inherited) }
    return !own.isIdentical(to: inherited)
  }

  static func initialize(thread: ThreadState, self random: Value, arguments: Arguments)
    throws(Raised)
  {
    let bound = try BoundArguments(thread, arguments, "Random(x=None)")
    let type = random.type
    if type.isSame(Self.type) {
      thread.release(
        try seed(thread: thread, self: random, seed: bound[0], version: Value(small: 2)))
    } else if !type.isSame(systemType) {
      thread.release(try thread.callMethod(random, "seed", bound[0]))
    }
  }

  static func dispose(thread: ThreadState, reference: Reference) {
    if let state = reference.body(RandomBody.self).pointee.state {
      thread.freeStore(
        UnsafeMutableRawPointer(state), bytes: MersenneTwister.storeBytes)
    }
  }
}

// MARK: Drawing

extension RandomObject {
  /// Runs `body` with the generator, locked.
  @inline(__always)
  func withGenerator<Result>(
    _ thread: ThreadState, _ state: UnsafeMutablePointer<UInt32>,
    _ body: (MersenneTwister) -> Result
  ) -> Result {
    thread.lock(reference)
    defer { thread.unlock(reference) }
    return body(MersenneTwister(words: state))
  }

  /// The next float in 0 ..< 1, by the class's `random`.
  func next(_ thread: ThreadState) throws(Raised) -> Double {
    if !body.pointee.overridesRandom { return try nextNative(thread) }
    let number = try thread.callMethod(value, "random")
    defer { thread.release(number) }
    return try thread.double(from: number)
  }

  func nextNative(_ thread: ThreadState) throws(Raised) -> Double {
    if let state = body.pointee.state {
      return withGenerator(thread, state) { $0.nextDouble() }
    }
    let word = try Self.systemWord(thread)
    return Double(word >> 11) * (1 / 9_007_199_254_740_992)
  }

  static func systemWord(_ thread: ThreadState) throws(Raised) -> UInt64 {
    var word: UInt64 = 0
    try withUnsafeMutableBytes(of: &word) { (bytes: UnsafeMutableRawBufferPointer) throws(Raised) in
      try fill(thread, bytes)
    }
    return word
  }

  /// Fills memory with the system's random bytes.
  static func fill(_ thread: ThreadState, _ bytes: UnsafeMutableRawBufferPointer) throws(Raised) {
    // One call gives 256 bytes at most.
    for start in stride(from: 0, to: bytes.count, by: 256) {
      let count = min(bytes.count - start, 256)
      if getentropy(bytes.baseAddress.unsafelyUnwrapped + start, count) != 0 {
        throw thread.raise(.osError, String(cString: strerror(errno)))
      }
    }
  }

  /// An int of `count` random bits: 32 at a time, the last ones shortened from below.
  func bits(_ thread: ThreadState, _ count: Int) throws(Raised) -> Value {
    if count <= 32 {
      return Value(small: count == 0 ? 0 : Int(try word(thread) >> UInt32(32 - count)))
    }
    let wordCount = (count - 1) / 32 + 1
    let limbCount = (wordCount + 1) / 2
    let bytes = limbCount * MemoryLayout<UInt>.stride
    let store = try thread.allocateStore(bytes: bytes)
    defer { thread.freeStore(store, bytes: bytes) }
    let words = store.bindMemory(to: UInt32.self, capacity: limbCount * 2)
    words[limbCount * 2 - 1] = 0
    try fill(thread, words, wordCount)
    if count % 32 != 0 { words[wordCount - 1] >>= UInt32(32 - count % 32) }
    let limbs = UnsafePointer(store.assumingMemoryBound(to: UInt.self))
    return try IntegerObject.make(thread, limbs: limbs, count: limbCount, isNegative: false)
  }

  private func word(_ thread: ThreadState) throws(Raised) -> UInt32 {
    if let state = body.pointee.state { return withGenerator(thread, state) { $0.next() } }
    return UInt32(truncatingIfNeeded: try Self.systemWord(thread))
  }

  private func fill(_ thread: ThreadState, _ words: UnsafeMutablePointer<UInt32>, _ count: Int)
    throws(Raised)
  {
    guard let state = body.pointee.state else {
      return try Self.fill(
        thread, UnsafeMutableRawBufferPointer(start: words, count: count * 4))
    }
    withGenerator(thread, state) { generator in
      for index in 0..<count { words[index] = generator.next() }
    }
  }
}

// MARK: Ints below a limit

extension RandomObject {
  /// A random index in 0 ..< limit, limit > 0, by rejection.
  func below(_ thread: ThreadState, _ limit: Int) throws(Raised) -> Int {
    if body.pointee.overridesBits || body.pointee.overridesRandom {
      let limit = try thread.integer(limit)
      defer { thread.release(limit) }
      let number = try below(thread, limit)
      defer { thread.release(number) }
      return try thread.index(number)
    }
    let bits = Int.bitWidth - limit.leadingZeroBitCount
    guard bits <= 32, let state = body.pointee.state else {
      while true {
        let number = try self.bits(thread, bits)
        defer { thread.release(number) }
        if let index = number.machineInteger, index < limit { return index }
      }
    }
    return withGenerator(thread, state) { generator in
      let shift = UInt32(32 - bits)
      while true {
        let index = Int(generator.next() >> shift)
        if index < limit { return index }
      }
    }
  }

  /// The same for ints of any size; owned.
  func below(_ thread: ThreadState, _ limit: Value) throws(Raised) -> Value {
    let isOverridden = body.pointee.overridesBits || body.pointee.overridesRandom
    if !isOverridden, let word = limit.machineInteger {
      return try thread.integer(try below(thread, word))
    }
    if body.pointee.overridesRandom && !body.pointee.overridesBits {
      return try belowByRandom(thread, limit)
    }
    let bitCount = IntegerArithmetic.bitLength(limit)
    while true {
      let number = try drawBits(thread, bitCount)
      if IntegerArithmetic.order(number, limit) < 0 { return number }
      thread.release(number)
    }
  }

  /// Random bits by the class's `getrandbits`.
  func drawBits(_ thread: ThreadState, _ count: Int) throws(Raised) -> Value {
    if !body.pointee.overridesBits { return try bits(thread, count) }
    let result = try thread.callMethod(value, "getrandbits", Value(small: count))
    defer { thread.release(result) }
    return try thread.indexValue(result)
  }

  /// From floats alone, of which only 53 bits are random.
  private func belowByRandom(_ thread: ThreadState, _ limit: Value) throws(Raised) -> Value {
    let size = 1 << 53
    guard let limit = limit.machineInteger, limit < size else {
      let number = try next(thread) * IntegerArithmetic.double(thread, limit)
      return try FloatObject.integer(thread, number.rounded(.down))
    }
    let usable = Double(size - size % limit) / Double(size)
    var number = try next(thread)
    while number >= usable { number = try next(thread) }
    return Value(small: Int(number * Double(size)) % limit)
  }
}
