// Splitting and stripping for str, bytes and bytearray.

enum TextSplitting {
  /// The view without leading and trailing white space.
  @inline(__always) static func strip<Maker: TextMaker>(
    _ view: StringView, left: Bool, right: Bool, _: Maker.Type
  ) -> StringView {
    var start = 0
    var end = view.count
    if left { while start < end && Maker.isSpace(view[start]) { start &+= 1 } }
    if right { while end > start && Maker.isSpace(view[end &- 1]) { end &-= 1 } }
    return view.slice(start, end)
  }

  /// The view without leading and trailing code points that occur in `set`.
  static func strip(_ view: StringView, of set: StringView, left: Bool, right: Bool) -> StringView {
    var start = 0
    var end = view.count
    if left { while start < end && set.firstIndex(of: view[start]) >= 0 { start += 1 } }
    if right { while end > start && set.firstIndex(of: view[end - 1]) >= 0 { end -= 1 } }
    return view.slice(start, end)
  }

  /// Pieces between runs of white space, at most `limit` splits.
  static func splitSpace<Maker: TextMaker>(
    _ thread: ThreadState, _ view: StringView, limit: Int, _ maker: Maker
  ) throws(Raised) -> Value {
    // Each loop with the kind as a constant.
    switch view.kind {
    case 1:
      try splitSpace(
        thread, StringView(base: view.base, count: view.count, kind: 1), limit: limit, of: maker)
    case 2:
      try splitSpace(
        thread, StringView(base: view.base, count: view.count, kind: 2), limit: limit, of: maker)
    default:
      try splitSpace(
        thread, StringView(base: view.base, count: view.count, kind: 4), limit: limit, of: maker)
    }
  }

  @inline(__always) private static func splitSpace<Maker: TextMaker>(
    _ thread: ThreadState, _ view: StringView, limit: Int, of maker: Maker
  ) throws(Raised) -> Value {
    var pieces = try PieceList(thread, maker)
    var index = 0
    var left = limit
    while true {
      while index < view.count && Maker.isSpace(view[index]) { index &+= 1 }
      if index == view.count { break }
      if left == 0 {
        try pieces.append(view.slice(index, view.count))
        break
      }
      let start = index
      while index < view.count && !Maker.isSpace(view[index]) { index &+= 1 }
      try pieces.append(view.slice(start, index))
      left &-= 1
    }
    return pieces.take()
  }

  static func splitSpaceFromRight<Maker: TextMaker>(
    _ thread: ThreadState, _ view: StringView, limit: Int, _ maker: Maker
  ) throws(Raised) -> Value {
    var pieces = try PieceList(thread, maker)
    var end = view.count
    var left = limit
    while true {
      while end > 0 && Maker.isSpace(view[end - 1]) { end -= 1 }
      if end == 0 { break }
      if left == 0 {
        try pieces.append(view.slice(0, end))
        break
      }
      let last = end
      while end > 0 && !Maker.isSpace(view[end - 1]) { end -= 1 }
      try pieces.append(view.slice(end, last))
      left -= 1
    }
    return try pieces.takeReversed()
  }

  /// Pieces between occurrences of a separator, which is not empty.
  static func split<Maker: TextMaker>(
    _ thread: ThreadState, _ view: StringView, _ separator: StringView, limit: Int, _ maker: Maker
  ) throws(Raised) -> Value {
    var pieces = try PieceList(thread, maker)
    var start = 0
    var left = limit
    while left > 0 {
      let hit = TextSearch.find(view.slice(start, view.count), separator)
      if hit < 0 { break }
      try pieces.append(view.slice(start, start + hit))
      start += hit + separator.count
      left -= 1
    }
    try pieces.append(view.slice(start, view.count))
    return pieces.take()
  }

  static func splitFromRight<Maker: TextMaker>(
    _ thread: ThreadState, _ view: StringView, _ separator: StringView, limit: Int, _ maker: Maker
  ) throws(Raised) -> Value {
    var pieces = try PieceList(thread, maker)
    var end = view.count
    var left = limit
    while left > 0 {
      let hit = TextSearch.findLast(view.slice(0, end), separator)
      if hit < 0 { break }
      try pieces.append(view.slice(hit + separator.count, end))
      end = hit
      left -= 1
    }
    try pieces.append(view.slice(0, end))
    return try pieces.takeReversed()
  }

  static func splitLines<Maker: TextMaker>(
    _ thread: ThreadState, _ view: StringView, keepEnds: Bool, _ maker: Maker
  ) throws(Raised) -> Value {
    var pieces = try PieceList(thread, maker)
    var index = 0
    while index < view.count {
      let start = index
      while index < view.count && !Maker.isLineBreak(view[index]) { index &+= 1 }
      var end = index
      if index < view.count {
        let isPair = view[index] == 13 && index + 1 < view.count && view[index + 1] == 10
        index += isPair ? 2 : 1
        if keepEnds { end = index }
      }
      try pieces.append(view.slice(start, end))
    }
    return pieces.take()
  }
}

/// A list of pieces in the making.
struct PieceList<Maker: TextMaker> {
  let thread: ThreadState
  let maker: Maker
  let list: ListObject

  init(_ thread: ThreadState, _ maker: Maker) throws(Raised) {
    self.thread = thread
    self.maker = maker
    list = try ListObject.make(thread, capacity: 12)
  }

  @inline(__always) mutating func append(_ view: StringView) throws(Raised) {
    do throws(Raised) {
      try list.appendOwnedWhilePrivate(thread, maker.make(thread, view))
    } catch {
      thread.release(list.value)
      throw error
    }
  }

  func take() -> Value { list.value }

  func takeReversed() throws(Raised) -> Value {
    _ = try ListObject.reverse(thread: thread, list: list.value)
    return list.value
  }
}
