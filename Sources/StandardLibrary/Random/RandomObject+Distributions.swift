// Random floats of various distributions. The order of draws and operations is CPython's, so that
// the results are the same to the last bit.

import Glibc
import Runtime

extension RandomObject {
  static func uniform(thread: ThreadState, self random: Value, a: Value, b: Value)
    throws(Raised) -> Value
  {
    let low = try thread.double(from: a)
    let high = try thread.double(from: b)
    return try thread.float(low + (high - low) * (try RandomObject(random).next(thread)))
  }

  static func triangular(
    thread: ThreadState, self random: Value, low: Value, high: Value, mode: Value
  ) throws(Raised) -> Value {
    var number = try RandomObject(random).next(thread)
    var start = try thread.double(from: low)
    var end = try thread.double(from: high)
    var middle = 0.5
    if !mode.isNone {
      if end == start { return thread.retain(low) }
      middle = (try thread.double(from: mode) - start) / (end - start)
    }
    if number > middle {
      number = 1 - number
      middle = 1 - middle
      swap(&start, &end)
    }
    return try thread.float(start + (end - start) * (number * middle).squareRoot())
  }

  // MARK: Normal

  private static let normalFactor = 4 * exp(-0.5) / 2.0.squareRoot()

  private func normal(_ thread: ThreadState, _ mean: Double, _ deviation: Double)
    throws(Raised) -> Double
  {
    while true {
      let first = try next(thread)
      let second = 1 - (try next(thread))
      let z = Self.normalFactor * (first - 0.5) / second
      if z * z / 4 <= -log(second) { return mean + z * deviation }
    }
  }

  static func normalVariate(thread: ThreadState, self random: Value, mu: Value, sigma: Value)
    throws(Raised) -> Value
  {
    let mean = try thread.double(from: mu)
    let deviation = try thread.double(from: sigma)
    return try thread.float(try RandomObject(random).normal(thread, mean, deviation))
  }

  static func logNormalVariate(thread: ThreadState, self random: Value, mu: Value, sigma: Value)
    throws(Raised) -> Value
  {
    let mean = try thread.double(from: mu)
    let deviation = try thread.double(from: sigma)
    let result = exp(try RandomObject(random).normal(thread, mean, deviation))
    if result.isInfinite { throw thread.raise(.overflowError, "math range error") }
    return try thread.float(result)
  }

  static func gauss(thread: ThreadState, self random: Value, mu: Value, sigma: Value)
    throws(Raised) -> Value
  {
    let mean = try thread.double(from: mu)
    let deviation = try thread.double(from: sigma)
    return try thread.float(mean + (try RandomObject(random).nextGauss(thread)) * deviation)
  }

  /// Two numbers are made at a time; the second waits for the next call.
  private func nextGauss(_ thread: ThreadState) throws(Raised) -> Double {
    thread.lock(reference)
    let waiting = body.pointee.hasGaussNext ? body.pointee.gaussNext : nil
    body.pointee.hasGaussNext = false
    thread.unlock(reference)
    if let waiting { return waiting }
    let angle = (try next(thread)) * (2 * Double.pi)
    let radius = (-2 * log(1 - (try next(thread)))).squareRoot()
    thread.lock(reference)
    body.pointee.gaussNext = sin(angle) * radius
    body.pointee.hasGaussNext = true
    thread.unlock(reference)
    return cos(angle) * radius
  }

  // MARK: Exponential and its relatives

  static func exponentialVariate(thread: ThreadState, self random: Value, lambd: Value)
    throws(Raised) -> Value
  {
    let rate = try thread.double(from: lambd)
    let number = -log(1 - (try RandomObject(random).next(thread)))
    return try thread.float(try FloatArithmetic.divide(thread, number, rate))
  }

  static func paretoVariate(thread: ThreadState, self random: Value, alpha: Value)
    throws(Raised) -> Value
  {
    let number = 1 - (try RandomObject(random).next(thread))
    let shape = try FloatArithmetic.divide(thread, -1, try thread.double(from: alpha))
    return try FloatArithmetic.power(thread, number, shape)
  }

  static func weibullVariate(thread: ThreadState, self random: Value, alpha: Value, beta: Value)
    throws(Raised) -> Value
  {
    let number = -log(1 - (try RandomObject(random).next(thread)))
    let shape = try FloatArithmetic.divide(thread, 1, try thread.double(from: beta))
    return try thread.float(try thread.double(from: alpha) * pow(number, shape))
  }

  static func gammaVariate(thread: ThreadState, self random: Value, alpha: Value, beta: Value)
    throws(Raised) -> Value
  {
    let shape = try thread.double(from: alpha)
    let scale = try thread.double(from: beta)
    return try thread.float(try RandomObject(random).gamma(thread, shape, scale))
  }

  static func betaVariate(thread: ThreadState, self random: Value, alpha: Value, beta: Value)
    throws(Raised) -> Value
  {
    let object = RandomObject(random)
    let first = try object.gamma(thread, try thread.double(from: alpha), 1)
    if first == 0 { return try thread.float(0) }
    let second = try object.gamma(thread, try thread.double(from: beta), 1)
    return try thread.float(first / (first + second))
  }

  private func gamma(_ thread: ThreadState, _ shape: Double, _ scale: Double) throws(Raised)
    -> Double
  {
    if shape <= 0 || scale <= 0 {
      throw thread.raise(.valueError, "gammavariate: alpha and beta must be > 0.0")
    }
    if shape > 1 { return try gammaAboveOne(thread, shape) * scale }
    if shape == 1 { return -log(1 - (try next(thread))) * scale }
    return try gammaBelowOne(thread, shape) * scale
  }

  /// Cheng (1977).
  private func gammaAboveOne(_ thread: ThreadState, _ shape: Double) throws(Raised) -> Double {
    let root = (2 * shape - 1).squareRoot()
    let offset = shape - log(4.0)
    let factor = shape + root
    let acceptance = 1 + log(4.5)
    while true {
      let first = try next(thread)
      guard first > 1e-7 && first < 0.9999999 else { continue }
      let second = 1 - (try next(thread))
      let v = log(first / (1 - first)) / root
      let x = shape * exp(v)
      let z = first * first * second
      let r = offset + factor * v - x
      if r + acceptance - 4.5 * z >= 0 || r >= log(z) { return x }
    }
  }

  /// Ahrens and Dieter (1974).
  private func gammaBelowOne(_ thread: ThreadState, _ shape: Double) throws(Raised) -> Double {
    let e = 2.718281828459045
    let b = (e + shape) / e
    while true {
      let p = b * (try next(thread))
      let x = p <= 1 ? pow(p, 1 / shape) : -log((b - p) / shape)
      let second = try next(thread)
      if p > 1 {
        if second <= pow(x, shape - 1) { return x }
      } else if second <= exp(-x) {
        return x
      }
    }
  }

  // MARK: Circular

  /// Fisher (1993).
  static func vonMisesVariate(thread: ThreadState, self random: Value, mu: Value, kappa: Value)
    throws(Raised) -> Value
  {
    let object = RandomObject(random)
    let mean = try thread.double(from: mu)
    let concentration = try thread.double(from: kappa)
    let turn = 2 * Double.pi
    if concentration <= 1e-6 { return try thread.float(turn * (try object.next(thread))) }
    let s = 0.5 / concentration
    let r = s + (1 + s * s).squareRoot()
    var z: Double
    while true {
      z = cos(.pi * (try object.next(thread)))
      let d = z / (r + z)
      let second = try object.next(thread)
      if second < 1 - d * d || second <= (1 - d) * exp(d) { break }
    }
    let q = 1 / r
    let angle = acos((q + z) / (1 + q * z))
    let third = try object.next(thread)
    return try thread.float(
      FloatArithmetic.floorRemainder(third > 0.5 ? mean + angle : mean - angle, turn))
  }

  // MARK: Binomial

  static func binomialVariate(thread: ThreadState, self random: Value, n: Value, p: Value)
    throws(Raised) -> Value
  {
    let trials = try thread.index(n)
    let chance = try thread.double(from: p)
    if trials < 0 { throw thread.raise(.valueError, "n must be non-negative") }
    if chance <= 0 || chance >= 1 {
      if chance == 0 { return Value(small: 0) }
      if chance == 1 { return Value(small: trials) }
      throw thread.raise(.valueError, "p must be in the range 0.0 <= p <= 1.0")
    }
    return try thread.integer(try RandomObject(random).binomial(thread, trials, chance))
  }

  private func binomial(_ thread: ThreadState, _ trials: Int, _ chance: Double) throws(Raised)
    -> Int
  {
    if trials == 1 { return try next(thread) < chance ? 1 : 0 }
    if chance > 0.5 { return trials - (try binomial(thread, trials, 1 - chance)) }
    if Double(trials) * chance < 10 { return try binomialByGaps(thread, trials, chance) }
    return try binomialByRejection(thread, trials, chance)
  }

  /// Devroye (1986): sums the gaps between successes.
  private func binomialByGaps(_ thread: ThreadState, _ trials: Int, _ chance: Double)
    throws(Raised) -> Int
  {
    let c = log2(1 - chance)
    var successes = 0
    if c == 0 { return successes }
    var position = 0.0
    while true {
      position += (log2(try next(thread)) / c).rounded(.down) + 1
      if position > Double(trials) { return successes }
      successes += 1
    }
  }

  /// Hörmann (1993): transformed rejection with squeeze.
  private func binomialByRejection(_ thread: ThreadState, _ trials: Int, _ chance: Double)
    throws(Raised) -> Int
  {
    let n = Double(trials)
    let deviation = (n * chance * (1 - chance)).squareRoot()
    let b = 1.15 + 2.53 * deviation
    let a = -0.0873 + 0.0248 * b + 0.01 * chance
    let c = n * chance + 0.5
    let squeeze = 0.92 - 4.2 / b
    let alpha = (2.83 + 5.1 / b) * deviation
    let logOdds = log(chance / (1 - chance))
    let mode = ((n + 1) * chance).rounded(.down)
    let h = Lanczos.logGamma(mode + 1) + Lanczos.logGamma(n - mode + 1)
    while true {
      let u = try next(thread) - 0.5
      let us = 0.5 - u.magnitude
      let k = ((2 * a / us + b) * u + c).rounded(.down)
      if k < 0 || k > n || k.isNaN { continue }
      var v = try next(thread)
      if us >= 0.07 && v <= squeeze { return Int(k) }
      v *= alpha / (a / (us * us) + b)
      let bound = h - Lanczos.logGamma(k + 1) - Lanczos.logGamma(n - k + 1) + (k - mode) * logOdds
      if log(v) <= bound { return Int(k) }
    }
  }
}
