/// What `-V` and `-VV` print.
enum Version {
  static let racer = "0.1.0"
  /// The version of the language and of the standard library's behaviour.
  static let python = "3.13.0"

  static func text(isDetailed: Bool) -> String {
    let short = "Python \(python)"
    return isDetailed ? "\(short) (Racer \(racer), free-threaded, \(build)) [Swift]" : short
  }

  private static var build: String {
    #if DEBUG
      "debug build"
    #else
      "release build"
    #endif
  }
}
