/// What kind of code a blueprint holds.
public struct CodeFlags: OptionSet, Hashable, Sendable {
  public let rawValue: UInt32
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Has a `*args` parameter.
  public static let variablePositional = CodeFlags(rawValue: 1 << 0)
  /// Has a `**kwargs` parameter.
  public static let variableKeywords = CodeFlags(rawValue: 1 << 1)
  public static let generator = CodeFlags(rawValue: 1 << 2)
  public static let coroutine = CodeFlags(rawValue: 1 << 3)
  public static let asyncGenerator = CodeFlags(rawValue: 1 << 4)
  /// Keeps its names in the mapping of register 0: modules, class bodies, `exec` and `eval`.
  public static let namespace = CodeFlags(rawValue: 1 << 5)
  /// Keeps its locals in registers (the opposite of `namespace`).
  public static let optimized = CodeFlags(rawValue: 1 << 6)
  public static let nested = CodeFlags(rawValue: 1 << 7)
  public static let classBody = CodeFlags(rawValue: 1 << 8)
  /// `constants[0]` is the docstring.
  public static let hasDocstring = CodeFlags(rawValue: 1 << 9)
  public static let module = CodeFlags(rawValue: 1 << 10)
  /// Compiled under `from __future__ import annotations`.
  public static let futureAnnotations = CodeFlags(rawValue: 1 << 11)
}
