// A tuple and a dict of arguments, laid out for a call.

import Runtime

/// Borrows everything it is made from; call it before any of that goes.
struct CallArguments {
  private var words: [UInt] = []
  private let count: Int
  private let names: [Value]

  init(
    first: Value = .unbound, _ positional: TupleObject, keywords: Value, _ thread: ThreadState
  ) {
    if !first.isUnbound { words.append(first.bits) }
    for index in 0..<positional.count { words.append(positional[index].bits) }
    count = words.count
    var names: [Value] = []
    if keywords.isReference {
      var position = 0
      while let (key, value) = DictObject(keywords).next(&position, thread) {
        names.append(key)
        words.append(value.bits)
      }
    }
    self.names = names
  }

  /// The pairs that the dict handed out are owned here.
  func call(_ callable: Value, _ thread: ThreadState) throws(Raised) -> Value {
    defer {
      for name in names { thread.release(name) }
      for word in words[count...] { thread.release(Value(bits: word)) }
    }
    let keywordNames = names.isEmpty ? Value.unbound : try thread.tuple(names)
    defer { thread.release(keywordNames) }
    return try thread.withWords(words.count) { (base) throws(Raised) -> Value in
      for index in words.indices { base[index] = words[index] }
      return try thread.call(
        callable, Arguments(base: base, count: count, keywordNames: keywordNames))
    }
  }
}
