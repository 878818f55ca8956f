/// What a builder makes of its instructions.
public struct Assembly: Sendable {
  /// No code at all.
  public static let empty = CodeBuilder().assemble(firstLine: 0)

  public let words: [UInt64]
  public let constants: [Constant]
  public let names: [String]
  public let exceptionTable: ExceptionTable
  public let lineTable: LineTable
}

extension CodeBuilder {
  /// Resolves labels and lays the code out.
  public func assemble(firstLine: Int) -> Assembly {
    var layout = Layout(builder: self)
    layout.relax()
    let words = layout.words()
    return Assembly(
      words: words, constants: constants, names: names, exceptionTable: layout.exceptionTable(),
      lineTable: layout.lineTable(firstLine: firstLine))
  }
}

/// Instructions in their final order, and where each starts.
///
/// A 16-bit jump that does not reach becomes the inverse test over a `jump`, or, for instructions
/// without an inverse, the instruction with a `jump` beside it: `op +1; jump +1; jump target`.
private struct Layout {
  private var items: [CodeBuilder.Item]
  private let handlers: [CodeBuilder.Handler]
  /// For each label the index in `items`.
  private var places: [Int]
  private var starts: [Int] = []
  private var isRelaxed: [Bool]

  init(builder: CodeBuilder) {
    items = builder.prologue + builder.items
    handlers = builder.handlers
    let shift = builder.prologue.count
    places = builder.places.map { $0 < 0 ? -1 : Int($0) + shift }
    isRelaxed = Array(repeating: false, count: items.count)
    threadJumps()
    removeEmptyJumps()
    isRelaxed = Array(repeating: false, count: items.count)
  }

  /// Lets jumps to an unconditional `jump` go where that goes.
  private mutating func threadJumps() {
    for index in items.indices where items[index].target >= 0 {
      var target = items[index].target
      var steps = 0
      while steps < 8, places[Int(target)] < items.count {
        let next = items[places[Int(target)]]
        guard next.word.opcode == .jump, places[Int(target)] != index else { break }
        target = next.target
        steps += 1
      }
      items[index].target = target
    }
  }

  private mutating func removeEmptyJumps() {
    let keeps = items.indices.map { index in
      !(items[index].word.opcode == .jump && places[Int(items[index].target)] == index + 1)
    }
    guard keeps.contains(false) else { return }
    var newIndices: [Int] = []
    var kept: [CodeBuilder.Item] = []
    for (index, item) in items.enumerated() {
      newIndices.append(kept.count)
      if keeps[index] { kept.append(item) }
    }
    newIndices.append(kept.count)
    places = places.map { $0 < 0 ? -1 : newIndices[$0] }
    items = kept
  }

  private func length(_ index: Int) -> Int {
    let length = items[index].shape.length
    guard isRelaxed[index] else { return length }
    return length + (items[index].word.opcode?.inverse == nil ? 2 : 1)
  }

  private mutating func place() {
    starts = []
    starts.reserveCapacity(items.count + 1)
    var offset = 0
    for index in items.indices {
      starts.append(offset)
      offset += length(index)
    }
    starts.append(offset)
  }

  private func distance(_ index: Int) -> Int {
    starts[places[Int(items[index].target)]] - (starts[index] + items[index].shape.length)
  }

  mutating func relax() {
    var changed = true
    while changed {
      changed = false
      place()
      for index in items.indices
      where items[index].target >= 0 && !isRelaxed[index] && items[index].shape.hasNearJump
        && Int16(exactly: distance(index)) == nil
      {
        isRelaxed[index] = true
        changed = true
      }
    }
  }

  func words() -> [UInt64] {
    var words: [UInt64] = []
    words.reserveCapacity(starts[items.count])
    for index in items.indices { append(index, to: &words) }
    // Enough for the longest that is fused.
    let lookahead = 5
    let instructions = items.map(\.word)
    for index in items.indices where !isRelaxed[index] {
      if let fused = Opcode.fused(instructions[index...].prefix(lookahead)) {
        words[starts[index]] = words[starts[index]] & ~0xffff | UInt64(fused.rawValue)
      }
    }
    return words
  }

  private func append(_ index: Int, to words: inout [UInt64]) {
    let item = items[index]
    guard item.target >= 0 else { return append(item.word, item, to: &words) }
    let distance = distance(index)
    if !item.shape.hasNearJump {
      let word = UInt64(UInt32(truncatingIfNeeded: distance)) << 32 | item.word.bits & 0xffff_ffff
      append(Word(bits: word), item, to: &words)
    } else if isRelaxed[index] {
      appendRelaxed(item, to: &words, end: starts[index + 1], distance: distance, index: index)
    } else {
      append(item.word.replacingC(distance), item, to: &words)
    }
  }

  private func appendRelaxed(
    _ item: CodeBuilder.Item, to words: inout [UInt64], end: Int, distance: Int, index: Int
  ) {
    let far = starts[places[Int(item.target)]] - end
    if let inverse = item.word.opcode?.inverse {
      let word = Word(inverse, a: item.word.a, b: item.word.b, c: 1)
      append(word, item, to: &words)
    } else {
      append(item.word.replacingC(1), item, to: &words)
      words.append(Word(.jump, wide: 1).bits)
    }
    words.append(Word(.jump, wide: far).bits)
  }

  private func append(_ word: Word, _ item: CodeBuilder.Item, to words: inout [UInt64]) {
    words.append(word.bits)
    let shape = item.shape
    if shape.hasOperandWord { words.append(item.operandWord) }
    for _ in 0..<shape.cacheWords { words.append(0) }
  }

  func exceptionTable() -> ExceptionTable {
    var entries: [ExceptionTable.Entry] = []
    var index = 0
    while index < items.count {
      let number = items[index].handler
      var end = index + 1
      while end < items.count && items[end].handler == number { end += 1 }
      if number >= 0 {
        let handler = handlers[Int(number)]
        entries.append(
          ExceptionTable.Entry(
            start: starts[index], end: starts[end], handler: starts[places[handler.label.index]],
            register: handler.register))
      }
      index = end
    }
    return ExceptionTable(entries: entries)
  }

  func lineTable(firstLine: Int) -> LineTable {
    var runs: [(count: Int, position: CodePosition)] = []
    for index in items.indices {
      let count = starts[index + 1] - starts[index]
      if let last = runs.last, last.position == items[index].position {
        runs[runs.count - 1].count += count
      } else {
        runs.append((count, items[index].position))
      }
    }
    return LineTable(runs: runs, firstLine: firstLine)
  }
}

extension Word {
  fileprivate func replacingC(_ c: Int) -> Word {
    Word(bits: bits & 0xffff_ffff_ffff | UInt64(UInt16(truncatingIfNeeded: c)) << 48)
  }
}
