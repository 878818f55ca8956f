// MT19937 (Matsumoto and Nishimura 1998), with the initialisation by an array of 2002.

struct MersenneTwister {
  static let count = 624
  private static let middle = 397

  /// State words, then the index of the next one to use.
  let words: UnsafeMutablePointer<UInt32>
  static let storeBytes = (count + 1) * MemoryLayout<UInt32>.stride

  var index: Int {
    get { Int(words[Self.count]) }
    nonmutating set { words[Self.count] = UInt32(newValue) }
  }

  @inline(__always) func next() -> UInt32 {
    var position = index
    if position >= Self.count {
      regenerate()
      position = 0
    }
    var word = words[position]
    index = position + 1
    word ^= word >> 11
    word ^= (word << 7) & 0x9d2c_5680
    word ^= (word << 15) & 0xefc6_0000
    return word ^ (word >> 18)
  }

  /// A float in 0 ..< 1 with 53 random bits.
  @inline(__always) func nextDouble() -> Double {
    let high = Double(next() >> 5)
    let low = Double(next() >> 6)
    return (high * 67_108_864 + low) * (1 / 9_007_199_254_740_992)
  }

  private func regenerate() {
    for position in 0..<Self.count {
      let following = words[position + 1 == Self.count ? 0 : position + 1]
      let mixed = (words[position] & 0x8000_0000) | (following & 0x7fff_ffff)
      let distant = position + Self.middle
      let other = words[distant >= Self.count ? distant - Self.count : distant]
      words[position] = other ^ (mixed >> 1) ^ (mixed & 1 == 0 ? 0 : 0x9908_b0df)
    }
  }

  private func seed(_ number: UInt32) {
    words[0] = number
    for position in 1..<Self.count {
      let previous = words[position - 1]
      words[position] = 1_812_433_253 &* (previous ^ (previous >> 30)) &+ UInt32(position)
    }
    index = Self.count
  }

  /// Seeds by any number of words, at least one.
  func seed(_ key: [UInt32]) {
    seed(19_650_218)
    var position = 1
    var keyPosition = 0
    for _ in 0..<max(Self.count, key.count) {
      mix(position, 1_664_525)
      words[position] = words[position] &+ key[keyPosition] &+ UInt32(keyPosition)
      position = advanced(position)
      keyPosition = keyPosition + 1 == key.count ? 0 : keyPosition + 1
    }
    for _ in 1..<Self.count {
      mix(position, 1_566_083_941)
      words[position] = words[position] &- UInt32(position)
      position = advanced(position)
    }
    words[0] = 0x8000_0000
  }

  private func mix(_ position: Int, _ factor: UInt32) {
    let previous = words[position - 1]
    words[position] ^= (previous ^ (previous >> 30)) &* factor
  }

  /// The next position; passing the end copies the last word to the first.
  private func advanced(_ position: Int) -> Int {
    if position + 1 < Self.count { return position + 1 }
    words[0] = words[Self.count - 1]
    return 1
  }
}
