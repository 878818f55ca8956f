// What sys says and sets about numbers.

import Runtime

extension SysModule {
  static let numberFunctions: [Method] = [
    Method(
      "get_int_max_str_digits()", integerTextLimit,
      "The limit of digits that conversions between ints and text take; 0 for none."),
    Method(
      "set_int_max_str_digits(maxdigits)", setIntegerTextLimit,
      "Set the limit of digits that conversions between ints and text take."),
  ]

  static func integerTextLimit(thread: ThreadState) throws(Raised) -> Value {
    Value(small: IntegerText.maximumDigits)
  }

  static func setIntegerTextLimit(thread: ThreadState, limit: Value) throws(Raised) -> Value {
    let limit = try thread.index(limit)
    guard limit == 0 || limit >= IntegerText.lowestLimit else {
      throw thread.raise(
        .valueError, "maxdigits must be 0 or larger than \(IntegerText.lowestLimit)")
    }
    IntegerText.maximumDigits = limit
    return .none
  }
}
