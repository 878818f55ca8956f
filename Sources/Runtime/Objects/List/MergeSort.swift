// A stable natural merge sort (Tim Peters' scheme: runs found or made by binary insertion, a stack of
// runs kept balanced, merges trimmed at both ends), generic over the order so that integers, floats
// and strings are compared inline.
//
// It sorts bare words in private memory; when a comparison raises, the words are left in no
// particular state, and the caller drops them.

import CRuntime

/// Less-than over sort elements; may run Python code.
protocol SortOrder {
  associatedtype Element
  func precedes(_ x: Element, _ y: Element) throws(Raised) -> Bool
}

struct MergeSort<Order: SortOrder> {
  typealias Element = Order.Element
  typealias Items = UnsafeMutablePointer<Element>

  private struct Run {
    var start: Int
    var count: Int
  }

  private let items: Items
  /// As large as the items.
  private let scratch: Items
  private let order: Order
  private var runs: [Run] = []

  /// Sorts in place, with scratch memory of the same size.
  static func sort(_ items: Items, _ count: Int, scratch: Items, by order: Order) throws(Raised) {
    if count < 2 { return }
    var sorter = MergeSort(items: items, scratch: scratch, order: order)
    try sorter.sort(count)
  }

  private init(items: Items, scratch: Items, order: Order) {
    self.items = items
    self.scratch = scratch
    self.order = order
  }

  /// Run length that makes the number of runs a power of two, or a little less.
  private static func minimumRun(_ count: Int) -> Int {
    var rest = count
    var lost = 0
    while rest >= 64 {
      lost |= rest & 1
      rest >>= 1
    }
    return rest + lost
  }

  private mutating func sort(_ count: Int) throws(Raised) {
    let minimum = MergeSort.minimumRun(count)
    var start = 0
    while start < count {
      var length = try naturalRun(from: start, to: count)
      if length < minimum {
        let forced = min(minimum, count - start)
        try insertionSort(from: start, sorted: length, to: start + forced)
        length = forced
      }
      runs.append(Run(start: start, count: length))
      try balance()
      start += length
    }
    while runs.count > 1 { try mergeRuns(at: runs.count - 2) }
  }

  /// Length of the ascending run at a place; a strictly descending one is turned round.
  private func naturalRun(from start: Int, to end: Int) throws(Raised) -> Int {
    var index = start + 1
    if index == end { return 1 }
    if try order.precedes(items[index], items[start]) {
      index += 1
      while index < end, try order.precedes(items[index], items[index - 1]) { index += 1 }
      reverse(from: start, to: index)
    } else {
      index += 1
      while index < end, try !order.precedes(items[index], items[index - 1]) { index += 1 }
    }
    return index - start
  }

  private func reverse(from start: Int, to end: Int) {
    var low = start
    var high = end - 1
    while low < high {
      let item = items[low]
      items[low] = items[high]
      items[high] = item
      low += 1
      high -= 1
    }
  }

  private func insertionSort(from start: Int, sorted: Int, to end: Int) throws(Raised) {
    var next = start + sorted
    while next < end {
      let item = items[next]
      let place = try upperBound(of: item, from: start, to: next)
      var index = next
      while index > place {
        items[index] = items[index - 1]
        index -= 1
      }
      items[place] = item
      next += 1
    }
  }

  /// First place whose item is greater.
  private func upperBound(of item: Element, from start: Int, to end: Int) throws(Raised) -> Int {
    var low = start
    var high = end
    while low < high {
      let middle = (low + high) >> 1
      if try order.precedes(item, items[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// First place whose item is not less.
  private func lowerBound(of item: Element, from start: Int, to end: Int) throws(Raised) -> Int {
    var low = start
    var high = end
    while low < high {
      let middle = (low + high) >> 1
      if try order.precedes(items[middle], item) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Merges until each run is longer than the two after it together, and than the next.
  private mutating func balance() throws(Raised) {
    while runs.count > 1 {
      let last = runs.count - 1
      let isHeavy =
        last >= 2 && runs[last - 2].count <= runs[last - 1].count + runs[last].count
        || last >= 3 && runs[last - 3].count <= runs[last - 2].count + runs[last - 1].count
      if isHeavy {
        try mergeRuns(at: runs[last - 2].count < runs[last].count ? last - 2 : last - 1)
      } else if runs[last - 1].count <= runs[last].count {
        try mergeRuns(at: last - 1)
      } else {
        return
      }
    }
  }

  private mutating func mergeRuns(at index: Int) throws(Raised) {
    let left = runs[index]
    let right = runs[index + 1]
    runs[index].count += right.count
    runs.remove(at: index + 1)
    let middle = right.start
    // What is in place at both ends stays there.
    let start = try upperBound(of: items[middle], from: left.start, to: middle)
    if start == middle { return }
    let end = try lowerBound(of: items[middle - 1], from: middle, to: middle + right.count)
    if end == middle { return }
    if middle - start <= end - middle {
      try mergeUp(start, middle, end)
    } else {
      try mergeDown(start, middle, end)
    }
  }

  /// The left part is the shorter: it goes to scratch, and the merge runs upwards.
  private func mergeUp(_ start: Int, _ middle: Int, _ end: Int) throws(Raised) {
    let count = middle - start
    scratch.update(from: items + start, count: count)
    var left = 0
    var right = middle
    var target = start
    while left < count && right < end {
      if try order.precedes(items[right], scratch[left]) {
        items[target] = items[right]
        right += 1
      } else {
        items[target] = scratch[left]
        left += 1
      }
      target += 1
    }
    if left < count { MergeSort.copy(scratch + left, to: items + target, count - left) }
  }

  private func mergeDown(_ start: Int, _ middle: Int, _ end: Int) throws(Raised) {
    let count = end - middle
    scratch.update(from: items + middle, count: count)
    var left = middle - 1
    var right = count - 1
    var target = end - 1
    while left >= start && right >= 0 {
      if try order.precedes(scratch[right], items[left]) {
        items[target] = items[left]
        left -= 1
      } else {
        items[target] = scratch[right]
        right -= 1
      }
      target -= 1
    }
    if right >= 0 { MergeSort.copy(scratch, to: items + start, right + 1) }
  }

  /// A function of its own, and never inlined: LLVM jumps to `memmove` from the end of a throwing
  /// function without restoring the error register first, and a sort then seems to have raised.
  @inline(never) private static func copy(_ source: Items, to target: Items, _ count: Int) {
    target.update(from: source, count: count)
  }
}
