/// Where execution goes on when an instruction raises.
///
/// Entries are sorted and do not overlap: an inner handler's range is cut out of the outer one's.
public struct ExceptionTable: Equatable, Sendable {
  /// For words `start..<end`: drop the registers from `register` upwards, save the handled
  /// exception in `register`, put the new one above it, go on at word `handler`.
  public struct Entry: Equatable, Sendable {
    public let start: Int
    public let end: Int
    public let handler: Int
    public let register: Int

    public init(start: Int, end: Int, handler: Int, register: Int) {
      self.start = start
      self.end = end
      self.handler = handler
      self.register = register
    }
  }

  public let entries: [Entry]

  public init(entries: [Entry] = []) { self.entries = entries }

  /// The entry for the instruction whose first word is `word`.
  public func entry(forWord word: Int) -> Entry? {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].end <= word { low = middle + 1 } else { high = middle }
    }
    guard low < entries.count, entries[low].start <= word else { return nil }
    return entries[low]
  }
}
