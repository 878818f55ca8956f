/// The parameters of a function or lambda.
///
/// `defaults` belong to the last of `posOnlyArgs + args`; `kwDefaults` has one entry for each of
/// `kwOnlyArgs`, absent where the parameter is required.
public struct Arguments: Hashable, Sendable {
  public var posOnlyArgs: [Argument] = []
  public var args: [Argument] = []
  public var varArg: Argument?
  public var kwOnlyArgs: [Argument] = []
  public var kwDefaults: [Expression?] = []
  public var kwArg: Argument?
  public var defaults: [Expression] = []

  public init() {}
}

/// One parameter and its annotation.
public struct Argument: Hashable, Sendable {
  public var arg: String
  public var annotation: Expression?
  public var range: SourceRange

  public init(arg: String, annotation: Expression?, range: SourceRange) {
    self.arg = arg
    self.annotation = annotation
    self.range = range
  }
}
