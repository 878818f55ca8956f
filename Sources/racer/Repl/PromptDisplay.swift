import Glibc
import Runtime

/// The lines of the terminal that the prompt and what is typed at it take.
///
/// Any thread may write while the prompt is shown: standard output and error hand their bytes to
/// `relay`, which takes the prompt away, writes, and draws the prompt again below. All state is
/// guarded by `mutex`, a plain one that is held for a few writes to the terminal and never while
/// objects are touched; who waits for it keeps no other lock that its holder could want.
enum PromptDisplay {
  nonisolated(unsafe) private static let mutex: UnsafeMutablePointer<pthread_mutex_t> = {
    let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    pthread_mutex_init(mutex, nil)
    return mutex
  }()
  nonisolated(unsafe) private static var isShown = false
  nonisolated(unsafe) private static var content = ScreenLayout.Content()
  /// The rows that are on the screen, and where in them the cursor stands.
  nonisolated(unsafe) private static var shownRows: [String] = []
  nonisolated(unsafe) private static var shownCursor = (row: 0, column: 0)
  nonisolated(unsafe) private static var shownSize = (width: 0, height: 0)
  /// Columns that the last unfinished line of output takes.
  nonisolated(unsafe) private static var outputColumn = 0

  private static func locked<Result>(_ body: () -> Result) -> Result {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return body()
  }

  /// Makes the standard streams write around the prompt. Before any thread is started.
  static func install() {
    StandardStream.terminalRelay = { (descriptor, bytes, count) in
      PromptDisplay.relay(descriptor, UnsafeRawBufferPointer(start: bytes, count: count))
    }
    StandardStream.terminalLineEntered = { locked { outputColumn = 0 } }
  }

  static func terminalSize() -> (width: Int, height: Int) {
    var size = winsize()
    guard ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else {
      return (80, 24)
    }
    return (Int(size.ws_col), Int(size.ws_row))
  }

  // MARK: The prompt

  /// Draws what changed.
  static func show(_ newContent: ScreenLayout.Content) {
    locked {
      content = newContent
      draw()
    }
  }

  /// The terminal has another size: what it made of the rows can't be known, so they are drawn anew.
  static func redraw() {
    locked {
      guard isShown else { return }
      var output = ""
      erase(&output)
      send(output)
      draw()
    }
  }

  /// Clears the screen; a prompt that is shown moves to its first line.
  static func clear() {
    locked {
      send("\u{1b}[H\u{1b}[2J")
      outputColumn = 0
      guard isShown else { return }
      isShown = false
      draw()
    }
  }

  /// Leaves the prompt as it stands, with the cursor on the line below.
  static func finish() {
    locked {
      guard isShown else { return }
      content.menu = []
      content.cursor = content.text.count
      if ScreenLayout(content, width: shownSize.width).rows.count > shownSize.height {
        // Only a part was on the screen; all of it is to be read afterwards.
        var output = ""
        erase(&output)
        let layout = ScreenLayout(content, width: shownSize.width)
        send(output + layout.rows.joined(separator: "\r\n") + "\r\n")
      } else {
        draw()
        send("\r\n")
      }
      isShown = false
      outputColumn = 0
    }
  }

  /// Draws `content`; the mutex is held.
  private static func draw() {
    let size = terminalSize()
    let layout = ScreenLayout(content, width: size.width)
    let visible = layout.visibleRows(height: size.height)
    let rows = Array(layout.rows[visible])
    var output = ""
    if !isShown {
      if outputColumn > 0 { output += "\r\n" }
      shownRows = []
      shownCursor = (0, 0)
    }
    move(to: 0, &output)
    for (index, row) in rows.enumerated() {
      if index > 0 { output += index < shownRows.count ? "\u{1b}[B\r" : "\r\n" }
      if index < shownRows.count, shownRows[index] == row, isShown { continue }
      output += "\r\u{1b}[K" + row + "\r"
    }
    if shownRows.count > rows.count {
      output += "\r\n\u{1b}[J\u{1b}[A"
    }
    shownCursor = (max(0, rows.count - 1), 0)
    move(to: layout.cursorRow - visible.lowerBound, &output)
    shownCursor.column = layout.cursorColumn
    if shownCursor.column > 0 { output += "\u{1b}[\(shownCursor.column)C" }
    shownRows = rows
    shownSize = size
    isShown = true
    send(output)
  }

  /// To the start of a row that is shown.
  private static func move(to row: Int, _ output: inout String) {
    if row < shownCursor.row {
      output += "\u{1b}[\(shownCursor.row - row)A"
    } else if row > shownCursor.row {
      output += "\u{1b}[\(row - shownCursor.row)B"
    }
    output += "\r"
    shownCursor.row = row
  }

  /// Takes the prompt off the screen, row by row: clearing from the screen's first row on would make
  /// some terminals keep what was there in their history.
  private static func erase(_ output: inout String) {
    for row in shownRows.indices.reversed() {
      move(to: row, &output)
      output += "\u{1b}[2K"
    }
    move(to: 0, &output)
    isShown = false
  }

  // MARK: Output around the prompt

  private static func relay(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int32 {
    locked {
      if !isShown {
        let failure = write(descriptor, bytes)
        noteColumn(after: bytes)
        return failure
      }
      var output = ""
      erase(&output)
      if outputColumn > 0 {
        // The prompt went to a line of its own; what is written goes on where output stopped.
        output += "\u{1b}[A\u{1b}[\(outputColumn)C"
      }
      send(output)
      let failure = write(descriptor, bytes)
      noteColumn(after: bytes)
      draw()
      return failure
    }
  }

  /// Follows the column that output stands in. Lines that wrap and control characters are not
  /// followed exactly: a column too far right only puts the next text there.
  private static func noteColumn(after bytes: UnsafeRawBufferPointer) {
    var line = bytes[...]
    if let newline = bytes.lastIndex(of: UInt8(ascii: "\n")) {
      outputColumn = 0
      line = bytes[(newline + 1)...]
    }
    outputColumn += ScreenLayout.width(of: String(decoding: line, as: UTF8.self))
    let width = terminalSize().width
    if outputColumn >= width { outputColumn %= width }
  }

  private static func send(_ text: String) {
    var text = text
    text.withUTF8 { _ = write(1, UnsafeRawBufferPointer($0)) }
  }

  /// All of the bytes; returns an error number.
  private static func write(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int32 {
    var written = 0
    while written < bytes.count {
      let count = Glibc.write(
        descriptor, bytes.baseAddress.unsafelyUnwrapped + written, bytes.count - written)
      if count >= 0 {
        written += count
      } else if errno == EAGAIN {
        var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = poll(&request, 1, -1)
      } else if errno != EINTR {
        return errno
      }
    }
    return 0
  }
}
