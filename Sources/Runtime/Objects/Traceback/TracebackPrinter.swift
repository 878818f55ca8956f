// Text of an exception with its traceback, as CPython 3.13 prints it.
//
// An `ExceptionPicture` is taken first: it calls back into Python (`str`, `__notes__`, suggestions),
// walks causes, contexts and groups without native recursion, and guards against cycles. Rendering
// a picture touches no objects.
//
//   TracebackPrinter.swift           chains and groups
//   ExceptionPicture.swift           what is captured from the objects
//   TracebackPrinter+Frames.swift    one frame: file, line, source, carets
//   TracebackPrinter+Syntax.swift    SyntaxError
//   TracebackColors.swift            colours on terminals
//   Suggestions.swift                "Did you mean"

package struct TracebackPrinter {
  static let causeMessage =
    "\nThe above exception was the direct cause of the following exception:\n\n"
  static let contextMessage =
    "\nDuring handling of the above exception, another exception occurred:\n\n"
  static let groupWidthLimit = 15
  static let groupDepthLimit = 10
  /// More frames of the same line in a row than this are folded.
  static let repetitionLimit = 3

  var output = ""
  let colors: TracebackColors
  /// Whether the failing part of a line is marked.
  let marksLines: Bool
  private var depth = 0
  private var needsClosing = false

  init(colors: TracebackColors, marksLines: Bool) {
    self.colors = colors
    self.marksLines = marksLines
  }

  /// The whole text: chained exceptions, traceback, exception, notes.
  package static func text(
    _ thread: ThreadState, _ exception: Value, colors: TracebackColors = .plain,
    marksLines: Bool = true
  ) -> String {
    let picture = ExceptionPicture.take(thread, exception)
    var printer = TracebackPrinter(colors: colors, marksLines: marksLines)
    printer.render(picture)
    return printer.output
  }

  /// A group's members are plain, as CPython 3.13 has them.
  var currentColors: TracebackColors { depth > 1 ? .plain : colors }

  // MARK: Margins

  private var indentation: String { String(repeating: " ", count: 2 * depth) }

  /// Every line of the text behind the margin of the group that it stands in.
  private mutating func emit(_ text: String, margin: Character = "|") {
    if depth == 0 {
      output += text
      return
    }
    output += TextLines.indented(text, by: "\(indentation)\(margin) ")
  }

  // MARK: Chains

  mutating func render(_ picture: ExceptionPicture) {
    var chain: [(message: String?, picture: ExceptionPicture)] = []
    var current: ExceptionPicture? = picture
    while let link = current {
      if let cause = link.cause {
        chain.append((TracebackPrinter.causeMessage, link))
        current = cause
      } else if let context = link.context, !link.suppressesContext {
        chain.append((TracebackPrinter.contextMessage, link))
        current = context
      } else {
        chain.append((nil, link))
        current = nil
      }
    }
    for (message, link) in chain.reversed() {
      if let message { emit(message) }
      if let members = link.members {
        renderGroup(link, members)
      } else {
        if !link.frames.isEmpty {
          emit("Traceback (most recent call last):\n")
          emit(text(of: link.frames))
        }
        emit(finalLines(link))
      }
    }
  }

  private mutating func renderGroup(_ group: ExceptionPicture, _ members: [ExceptionPicture]) {
    if depth > TracebackPrinter.groupDepthLimit {
      emit("... (max_group_depth is \(TracebackPrinter.groupDepthLimit))\n")
      return
    }
    let isOutermost = depth == 0
    if isOutermost { depth = 1 }
    if !group.frames.isEmpty {
      emit("Exception Group Traceback (most recent call last):\n", margin: isOutermost ? "+" : "|")
      emit(text(of: group.frames))
    }
    emit(finalLines(group))
    renderMembers(members)
    if isOutermost { depth = 0 }
  }

  private mutating func renderMembers(_ members: [ExceptionPicture]) {
    let limit = TracebackPrinter.groupWidthLimit
    let shown = min(members.count, limit + 1)
    needsClosing = false
    for index in 0..<shown {
      let isLast = index == shown - 1
      if isLast { needsClosing = true }
      let isTruncated = index >= limit
      let title = isTruncated ? "..." : "\(index + 1)"
      output += indentation + (index == 0 ? "+-" : "  ")
      output += "+---------------- \(title) ----------------\n"
      depth += 1
      if isTruncated {
        let remaining = members.count - limit
        emit("and \(remaining) more exception\(remaining > 1 ? "s" : "")\n")
      } else {
        render(members[index])
      }
      if isLast && needsClosing {
        output += indentation + "+------------------------------------\n"
        needsClosing = false
      }
      depth -= 1
    }
  }

  // MARK: The exception itself

  /// `Type: message` (for a SyntaxError with its source line before), then the notes.
  private func finalLines(_ picture: ExceptionPicture) -> String {
    var text: String
    if let syntax = picture.syntax {
      text = self.text(of: syntax, typeName: picture.typeName)
    } else if picture.message.isEmpty {
      text = "\(currentColors.typeName(picture.typeName))\n"
    } else {
      text = "\(currentColors.typeName(picture.typeName)): "
      text += "\(currentColors.message(picture.message))\n"
    }
    for note in picture.notes {
      for line in TextLines.splitAtNewlines(note) { text += line + "\n" }
    }
    return text
  }
}
