/// One line on a terminal that is rewritten as a comparison goes on; nothing where there is none.
package struct ProgressLine {
  private let isShown = Environment.isTerminal(2)
  private static let width = 20

  package init() {}

  package func show(_ done: Int, of total: Int, next label: String) {
    guard isShown else { return }
    if done == total {
      Console.write("\r\u{1B}[K", to: 2)
      return
    }
    let filled = total == 0 ? 0 : done * Self.width / total
    let bar =
      String(repeating: "━", count: filled) + String(repeating: "─", count: Self.width - filled)
    Console.write("\r\u{1B}[K\(bar) \(done)/\(total) \(label)", to: 2)
  }
}
