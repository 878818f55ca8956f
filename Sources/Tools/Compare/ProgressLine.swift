/// One line on a terminal that is rewritten as a comparison goes on; nothing where there is none.
package struct ProgressLine {
  private let isShown = Environment.isTerminal(2)

  package init() {}

  package func show(_ progress: CompareProgress) {
    guard isShown else { return }
    // A line that wrapped could not be taken back.
    let text = progress.text.prefix(max(1, Environment.terminalWidth(2) - 1))
    Console.write("\r\u{1B}[K\(text)", to: 2)
  }

  package func clear() {
    if isShown { Console.write("\r\u{1B}[K", to: 2) }
  }
}
