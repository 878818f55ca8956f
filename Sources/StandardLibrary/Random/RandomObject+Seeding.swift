// Seeds and saved states.

import Glibc
import Runtime

extension RandomObject {
  static func seed(thread: ThreadState, self random: Value, seed: Value, version: Value)
    throws(Raised) -> Value
  {
    let object = RandomObject(random)
    guard object.body.pointee.state != nil else { return .none }
    if seed.isNone {
      try object.seedFromSystem(thread)
    } else {
      object.seed(thread, try key(thread, seed, version: try thread.indexClamped(version)))
    }
    return .none
  }

  private func seed(_ thread: ThreadState, _ key: [UInt32]) {
    guard let state = body.pointee.state else { return }
    withGenerator(thread, state) { generator in
      generator.seed(key)
      body.pointee.hasGaussNext = false
    }
  }

  func seedFromSystem(_ thread: ThreadState) throws(Raised) {
    var key = [UInt32](repeating: 0, count: MersenneTwister.count)
    let outcome: Result<Void, Raised> = key.withUnsafeMutableBytes { bytes in
      do throws(Raised) { return .success(try Self.fill(thread, bytes)) } catch {
        return .failure(error)
      }
    }
    try outcome.get()
    seed(thread, key)
  }

  /// The words that a seed stands for.
  private static func key(_ thread: ThreadState, _ seed: Value, version: Int) throws(Raised)
    -> [UInt32]
  {
    if version == 2, let bytes = try bytes(thread, seed) {
      return words(bigEndian: bytes + SHA512.digest(bytes))
    }
    if version == 1, let number = try legacySeed(thread, seed) { return words(number) }
    if seed.isInteger {
      return try withOperand(seed) { (operand: IntegerOperand) throws(Raised) in
        let count = max(1, (operand.bitCount + 31) / 32)
        return (0..<count).map { UInt32(truncatingIfNeeded: operand.word(at: $0 * 32)) }
      }
    }
    if version == 2 && !seed.isFloat {
      throw thread.raise(
        .typeError,
        "The only supported seed types are:\nNone, int, float, str, bytes, and bytearray.")
    }
    return words(UInt64(bitPattern: Int64(try thread.hash(seed))))
  }

  private static func words(_ number: UInt64) -> [UInt32] {
    let high = UInt32(truncatingIfNeeded: number >> 32)
    let low = UInt32(truncatingIfNeeded: number)
    return high == 0 ? [low] : [low, high]
  }

  private static func words(bigEndian bytes: [UInt8]) -> [UInt32] {
    var words = [UInt32](repeating: 0, count: (bytes.count + 3) / 4)
    for (index, byte) in bytes.reversed().enumerated() {
      words[index / 4] |= UInt32(byte) << UInt32(index % 4 * 8)
    }
    while words.count > 1 && words.last == 0 { words.removeLast() }
    return words
  }

  /// The bytes of a bytes-like object or the UTF-8 of a str; nil for others.
  private static func bytes(_ thread: ThreadState, _ seed: Value) throws(Raised) -> [UInt8]? {
    if seed.isInstance(TypeFlags.stringSubclass) { return Array(StringObject(seed).text.utf8) }
    guard ByteSource.isBytesLike(seed) else { return nil }
    let bytes = try ByteSource.bytes(thread, seed)
    defer { thread.release(bytes) }
    return Array(BytesObject(bytes).buffer)
  }

  /// What seeding by text meant in version 1; nil for other seeds.
  private static func legacySeed(_ thread: ThreadState, _ seed: Value) throws(Raised) -> UInt64? {
    let codes: [UInt64]
    if seed.isInstance(TypeFlags.stringSubclass) {
      let string = StringObject(seed)
      codes = (0..<string.count).map { UInt64(string[$0]) }
    } else if seed.isInstance(TypeFlags.bytesSubclass) {
      codes = BytesObject(seed).buffer.map { UInt64($0) }
    } else {
      return nil
    }
    var hash = (codes.first ?? 0) << 7
    for code in codes { hash = (1_000_003 &* hash) ^ code }
    return hash ^ UInt64(codes.count)
  }

  // MARK: Saved states

  private static func requireState(_ thread: ThreadState, _ random: Value) throws(Raised)
    -> UnsafeMutablePointer<UInt32>
  {
    if let state = RandomObject(random).body.pointee.state { return state }
    throw thread.raise(
      .notImplementedError, "System entropy source does not have state.")
  }

  static func getState(thread: ThreadState, self random: Value) throws(Raised) -> Value {
    let state = try requireState(thread, random)
    let object = RandomObject(random)
    let (words, gauss) = object.withGenerator(thread, state) { generator in
      (
        (0...MersenneTwister.count).map { generator.words[$0] },
        object.body.pointee.hasGaussNext ? object.body.pointee.gaussNext : nil
      )
    }
    let internalState = try thread.tuple(owned: words.map { Value(small: Int($0)) })
    let next = try gauss.map { (number: Double) throws(Raised) in try thread.float(number) }
    return try thread.tuple(owned: [Value(small: 3), internalState, next ?? .none])
  }

  static func setState(thread: ThreadState, self random: Value, state: Value) throws(Raised)
    -> Value
  {
    let store = try requireState(thread, random)
    let parts = try thread.tuple(from: state)
    defer { thread.release(parts) }
    let version = TupleObject(parts).count > 0 ? TupleObject(parts)[0] : .none
    guard version.isInteger, let number = version.machineInteger, number == 2 || number == 3 else {
      throw thread.raise(
        .valueError,
        "state with version \(try thread.text(version)) passed to Random.setstate() of version 3")
    }
    guard TupleObject(parts).count == 3 else {
      let count = TupleObject(parts).count
      throw thread.raise(
        .valueError,
        count < 3
          ? "not enough values to unpack (expected 3, got \(count))"
          : "too many values to unpack (expected 3)")
    }
    let words = try stateWords(thread, TupleObject(parts)[1])
    let gauss = TupleObject(parts)[2]
    let next = gauss.isNone ? nil : try thread.double(from: gauss)
    let object = RandomObject(random)
    object.withGenerator(thread, store) { generator in
      for (index, word) in words.enumerated() { generator.words[index] = word }
      object.body.pointee.hasGaussNext = next != nil
      object.body.pointee.gaussNext = next ?? 0
    }
    return .none
  }

  private static func stateWords(_ thread: ThreadState, _ value: Value) throws(Raised)
    -> [UInt32]
  {
    guard value.isInstance(TypeFlags.tupleSubclass) else {
      throw thread.raise(.typeError, "state vector must be a tuple")
    }
    let tuple = TupleObject(value)
    guard tuple.count == MersenneTwister.count + 1 else {
      throw thread.raise(.valueError, "state vector is the wrong size")
    }
    var words: [UInt32] = []
    for index in 0..<tuple.count {
      words.append(UInt32(truncatingIfNeeded: try thread.index(tuple[index])))
    }
    guard words[MersenneTwister.count] <= UInt32(MersenneTwister.count) else {
      throw thread.raise(.valueError, "invalid state")
    }
    return words
  }

  static func reduce(thread: ThreadState, self random: Value) throws(Raised) -> Value {
    let state = try thread.callMethod(random, "getstate")
    return try thread.tuple(owned: [
      thread.retain(random.type.value), thread.tuple(), state,
    ])
  }
}
