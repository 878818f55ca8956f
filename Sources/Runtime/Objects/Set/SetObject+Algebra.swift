// Set algebra. Results are computed on sets that only this thread sees: in solo mode the operands
// themselves are read; otherwise private copies of both, taken under both locks. Updates in place
// install the computed table if neither operand's sequence has moved, else they start again.

import CRuntime

extension SetObject {
  /// A copy, as a set of a type.
  func copied(_ thread: ThreadState, as type: TypeObject) throws(Raised) -> SetObject {
    let result = try SetObject.make(thread, type)
    do throws(Raised) { try result.fillFresh(thread, from: self) } catch {
      thread.release(result.value)
      throw error
    }
    return result
  }

  /// Gives a fresh set another one's keys as they are at one moment.
  private func fillFresh(_ thread: ThreadState, from other: SetObject) throws(Raised) {
    while true {
      let needed = other.count
      if needed == 0 { return }
      if needed * 5 >= table.mask * 3 {
        let larger = try SetTable.make(thread, mask: SetTable.mask(over: needed * 2))
        table.discarded(wasPublished: false).discard(thread)
        setTable(larger)
      }
      thread.lock(other.reference)
      let fits = other.count <= needed
      if fits { table.fill(from: other.table, retaining: thread) }
      let copied = other.count
      thread.unlock(other.reference)
      if fits {
        setCount(copied)
        return
      }
    }
  }

  /// Adds another set's keys to a set that only this thread changes.
  func merge(_ thread: ThreadState, _ other: SetObject) throws(Raised) {
    if other.body == body || other.count == 0 { return }
    if (table.fill + other.count) * 5 >= table.mask * 3 {
      try resize(thread, mask: SetTable.mask(over: (count + other.count) * 2))
    }
    if count == 0 && table.fill == 0 {
      table.fill(from: other.table, retaining: thread)
      setCount(other.count)
      return
    }
    var position = 0
    while let (key, hash) = other.next(&position, thread) {
      defer { thread.release(key) }
      try add(thread, key, hash: hash)
    }
  }

  /// Adds the items of any iterable: one step for each item unless it is a set or dict.
  func update(_ thread: ThreadState, from iterable: Value) throws(Raised) {
    if iterable.isAnySet {
      try merging(thread, with: SetObject(iterable))
    } else if iterable.isExactly(.dict) {
      try update(thread, fromKeysOf: DictObject(iterable))
    } else if thread.isShared, var items = try thread.snapshotOfContainer(iterable) {
      defer { items.discard(thread) }
      for index in 0..<items.count { try add(thread, items[index]) }
    } else {
      try update(thread, iterating: iterable)
    }
  }

  private func update(_ thread: ThreadState, iterating iterable: Value) throws(Raised) {
    let iterator = try thread.iterator(iterable)
    defer { thread.release(iterator) }
    while true {
      let item = try thread.next(iterator)
      if item.isUnbound { return }
      defer { thread.release(item) }
      try add(thread, item)
    }
  }

  /// `|=`, as one change.
  func merging(_ thread: ThreadState, with other: SetObject) throws(Raised) {
    if try commitAtOnce(thread, with: other, isRemoval: false) { return }
    try commit(thread, with: other, SetObject.merging)
  }

  /// `-=`, as one change.
  func subtracting(_ thread: ThreadState, with other: SetObject) throws(Raised) {
    if try commitAtOnce(thread, with: other, isRemoval: true) { return }
    try commit(thread, with: other, SetObject.subtracting)
  }

  private func update(_ thread: ThreadState, fromKeysOf dict: DictObject) throws(Raised) {
    if (table.fill + dict.count) * 5 >= table.mask * 3 {
      try resize(thread, mask: SetTable.mask(over: (count + dict.count) * 2))
    }
    var buffer = try dict.snapshot(thread, .keys)
    defer { buffer.discard(thread) }
    for index in 0..<buffer.count { try add(thread, buffer[index]) }
  }

  // MARK: Steps on private sets

  typealias Step = (ThreadState, SetObject, SetObject) throws(Raised) -> Void

  static let merging: Step = { (thread, set, other) throws(Raised) in try set.merge(thread, other) }

  static let subtracting: Step = { (thread, set, other) throws(Raised) in
    if set.body == other.body {
      try set.clear(thread)
      return
    }
    var position = 0
    while let (key, hash) = other.next(&position, thread) {
      defer { thread.release(key) }
      _ = try set.discard(thread, key, hash: hash)
    }
  }

  static let intersecting: Step = { (thread, set, other) throws(Raised) in
    let result = try set.intersection(thread, other, as: TypeObject(.set))
    set.exchangeContents(thread, result)
    thread.release(result.value)
  }

  static let toggling: Step = { (thread, set, other) throws(Raised) in
    if set.body == other.body {
      try set.clear(thread)
      return
    }
    var position = 0
    while let (key, hash) = other.next(&position, thread) {
      defer { thread.release(key) }
      if try !set.discard(thread, key, hash: hash) { try set.add(thread, key, hash: hash) }
    }
  }

  /// Swaps tables with a set that only this thread sees.
  private func exchangeContents(_ thread: ThreadState, _ fresh: SetObject) {
    thread.lock(reference)
    exchangeContentsLocked(fresh)
    thread.unlock(reference)
  }

  private func exchangeContentsLocked(_ fresh: SetObject) {
    let oldTable = table
    let oldCount = count
    replaceTableLocked(fresh.table, count: fresh.count)
    fresh.setTable(oldTable)
    fresh.setCount(oldCount)
  }

  /// Applies a step to this set with another operand, as one linearizable change.
  func commit(_ thread: ThreadState, with other: SetObject, _ step: Step) throws(Raised) {
    if !thread.isShared || isFrozen {
      try step(thread, self, other)
      return
    }
    while true {
      let pair = try SetObject.snapshots(thread, self, other)
      defer {
        thread.release(pair.first.value)
        thread.release(pair.second.value)
      }
      try step(thread, pair.first, other.body == body ? pair.first : pair.second)
      thread.lockPair(reference, other.reference)
      let isCurrent =
        sequenceNumber == pair.firstSequence && other.sequenceNumber == pair.secondSequence
      if isCurrent { exchangeContentsLocked(pair.first) }
      thread.unlockPair(reference, other.reference)
      if isCurrent { return }
    }
  }

  /// Adds (or removes) another set's keys to a set that others use, without a copy of it, where no
  /// key has to be compared by `__eq__`. False: nothing was done.
  func commitAtOnce(_ thread: ThreadState, with other: SetObject, isRemoval: Bool) throws(Raised)
    -> Bool
  {
    if !thread.isShared || isFrozen || other.body == body { return false }
    while true {
      if !isRemoval && (table.fill + other.count) * 5 >= table.mask * 3 {
        try resize(thread, mask: SetTable.mask(over: (count + other.count) * 2))
      }
      thread.lockPair(reference, other.reference)
      let hasRoom = isRemoval || (table.fill + other.count + 1) * 8 <= table.mask * 7
      let isDecidable = hasRoom && decidesLocked(other)
      if isDecidable {
        sequence.beginWrite(thread)
        changeLocked(thread, other, isRemoval)
        sequence.endWrite(thread)
      }
      thread.unlockPair(reference, other.reference)
      thread.drainReleases()
      if hasRoom { return isDecidable }
    }
  }

  private func decidesLocked(_ other: SetObject) -> Bool {
    let table = table
    let source = other.table
    for slot in 0...source.mask where SetTable.isKey(source.keyBits(slot)) {
      var probe = SetProbe(source.hash(slot), mask: table.mask)
      let key = Value(bits: source.keyBits(slot))
      if table.find(key, source.hash(slot), &probe) == .undecided { return false }
    }
    return true
  }

  private func changeLocked(_ thread: ThreadState, _ other: SetObject, _ isRemoval: Bool) {
    let table = table
    let source = other.table
    for slot in 0...source.mask where SetTable.isKey(source.keyBits(slot)) {
      let key = Value(bits: source.keyBits(slot))
      let hash = source.hash(slot)
      var probe = SetProbe(hash, mask: table.mask)
      let isFound = table.find(key, hash, &probe) == .found
      if isFound && isRemoval {
        thread.releaseLater(takeOut(probe.slot))
      } else if !isFound && !isRemoval {
        // A key that only `__eq__` could compare was added by this change: it differs.
        while table.keyBits(probe.slot) != SetTable.unused { probe.advance(mask: table.mask) }
        putIn(probe.slot, thread.retain(key), hash)
      }
    }
  }

  struct Snapshots {
    let first: SetObject
    let second: SetObject
    var firstSequence: UInt64 = 0
    var secondSequence: UInt64 = 0
  }

  /// Private copies of two sets as they are at one moment.
  static func snapshots(_ thread: ThreadState, _ x: SetObject, _ y: SetObject) throws(Raised)
    -> Snapshots
  {
    while true {
      let firstMask = x.table.mask
      let secondMask = y.table.mask
      var pair = Snapshots(first: try make(thread), second: try make(thread))
      try pair.first.replaceFresh(thread, mask: firstMask)
      try pair.second.replaceFresh(thread, mask: secondMask)
      thread.lockPair(x.reference, y.reference)
      let fits = x.table.mask == firstMask && y.table.mask == secondMask
      if fits {
        pair.first.table.fill(from: x.table, retaining: thread)
        pair.first.setCount(x.count)
        pair.second.table.fill(from: y.table, retaining: thread)
        pair.second.setCount(y.count)
        pair.firstSequence = x.sequenceNumber
        pair.secondSequence = y.sequenceNumber
      }
      thread.unlockPair(x.reference, y.reference)
      if fits { return pair }
      thread.release(pair.first.value)
      thread.release(pair.second.value)
    }
  }

  private func replaceFresh(_ thread: ThreadState, mask: Int) throws(Raised) {
    if mask == table.mask { return }
    let fresh = try SetTable.make(thread, mask: mask)
    table.discarded(wasPublished: false).discard(thread)
    setTable(fresh)
  }

  // MARK: Results

  /// A new set of both operands' keys, for instance, as they are at one moment.
  static func result(
    _ thread: ThreadState, _ x: SetObject, _ y: SetObject, as type: TypeObject,
    _ compute: (ThreadState, SetObject, SetObject, TypeObject) throws(Raised) -> SetObject
  ) throws(Raised) -> Value {
    if !thread.isShared || (x.isFrozen && y.isFrozen) {
      return try compute(thread, x, y, type).value
    }
    let pair = try snapshots(thread, x, y)
    defer {
      thread.release(pair.first.value)
      thread.release(pair.second.value)
    }
    return try compute(thread, pair.first, pair.second, type).value
  }

  func union(_ thread: ThreadState, _ other: SetObject, as type: TypeObject) throws(Raised)
    -> SetObject
  {
    try copied(thread, as: type).filled(thread) { (result) throws(Raised) in
      try result.merge(thread, other)
    }
  }

  func intersection(_ thread: ThreadState, _ other: SetObject, as type: TypeObject) throws(Raised)
    -> SetObject
  {
    if other.body == body { return try copied(thread, as: type) }
    let (walked, searched) = other.count > count ? (self, other) : (other, self)
    return try SetObject.make(thread, type).filled(thread) { (result) throws(Raised) in
      var position = 0
      while let (key, hash) = walked.next(&position, thread) {
        defer { thread.release(key) }
        if try searched.contains(thread, key, hash: hash) {
          try result.add(thread, key, hash: hash)
        }
      }
    }
  }

  func difference(_ thread: ThreadState, _ other: SetObject, as type: TypeObject) throws(Raised)
    -> SetObject
  {
    if count >> 2 > other.count {
      return try copied(thread, as: type).filled(thread) { (result) throws(Raised) in
        try SetObject.subtracting(thread, result, other)
      }
    }
    return try SetObject.make(thread, type).filled(thread) { (result) throws(Raised) in
      var position = 0
      while let (key, hash) = next(&position, thread) {
        defer { thread.release(key) }
        if try !other.contains(thread, key, hash: hash) {
          try result.add(thread, key, hash: hash)
        }
      }
    }
  }

  func symmetricDifference(_ thread: ThreadState, _ other: SetObject, as type: TypeObject)
    throws(Raised) -> SetObject
  {
    try other.copied(thread, as: type).filled(thread) { (result) throws(Raised) in
      try SetObject.toggling(thread, result, self)
    }
  }

  /// Runs the filling of a fresh set; releases the set if it fails.
  private func filled(_ thread: ThreadState, _ fill: (SetObject) throws(Raised) -> Void)
    throws(Raised) -> SetObject
  {
    do throws(Raised) { try fill(self) } catch {
      thread.release(value)
      throw error
    }
    return self
  }

  /// Whether all keys of this set are in the other one.
  func isSubset(_ thread: ThreadState, of other: SetObject) throws(Raised) -> Bool {
    if count > other.count { return false }
    var position = 0
    while let (key, hash) = next(&position, thread) {
      defer { thread.release(key) }
      if try !other.contains(thread, key, hash: hash) { return false }
    }
    return true
  }

  func isDisjoint(_ thread: ThreadState, with other: SetObject) throws(Raised) -> Bool {
    if other.body == body { return count == 0 }
    let (walked, searched) = other.count > count ? (self, other) : (other, self)
    var position = 0
    while let (key, hash) = walked.next(&position, thread) {
      defer { thread.release(key) }
      if try searched.contains(thread, key, hash: hash) { return false }
    }
    return true
  }

  /// A predicate of two sets as they are at one moment.
  static func holds(
    _ thread: ThreadState, _ x: SetObject, _ y: SetObject,
    _ predicate: (ThreadState, SetObject, SetObject) throws(Raised) -> Bool
  ) throws(Raised) -> Bool {
    if !thread.isShared || x.body == y.body || (x.isFrozen && y.isFrozen) {
      return try predicate(thread, x, y)
    }
    let pair = try snapshots(thread, x, y)
    defer {
      thread.release(pair.first.value)
      thread.release(pair.second.value)
    }
    return try predicate(thread, pair.first, pair.second)
  }
}
