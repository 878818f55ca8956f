/// Prints a tree as `ast.dump(tree, indent=2)` does, so that trees can be compared with CPython's.
public struct ASTDump {
  let includesAttributes: Bool

  /// The text of the tree; `includesAttributes` adds the place of each node.
  public static func text(_ module: Module, includesAttributes: Bool = false) -> String {
    let dump = ASTDump(includesAttributes: includesAttributes)
    var output = ""
    dump.write(dump.node(module), level: 0, to: &output)
    return output
  }

  /// What a field may hold: a node, a list, or a value given by its `repr`.
  indirect enum Item {
    case node(String, [(String, Item)], SourceRange?)
    case list([Item])
    case atom(String)
    /// A field that is left out, as `None` and `[]` are in most places.
    case absent
  }

  /// Whether an expression is read, bound or deleted.
  enum Context: String {
    case load = "Load"
    case store = "Store"
    case delete = "Del"
  }

  // MARK: Layout

  /// Writes an item; returns whether it is simple enough to share a line with others.
  @discardableResult
  private func write(_ item: Item, level: Int, to output: inout String) -> Bool {
    switch item {
    case .atom(let text):
      output += text
      return true
    case .absent:
      output += "None"
      return true
    case .list(let items):
      if items.isEmpty {
        output += "[]"
        return true
      }
      output += "["
      for (index, item) in items.enumerated() {
        startLine(level + 1, isFirst: index == 0, &output)
        write(item, level: level + 1, to: &output)
      }
      output += "]"
      return false
    case .node(let name, let fields, let range):
      return writeNode(name, fields + attributes(range), level, &output)
    }
  }

  private func startLine(_ level: Int, isFirst: Bool, _ output: inout String) {
    output += isFirst ? "\n" : ",\n"
    output += String(repeating: "  ", count: level)
  }

  private func writeNode(
    _ name: String, _ fields: [(String, Item)], _ level: Int, _ output: inout String
  ) -> Bool {
    var present: [String] = []
    var isSimple = true
    for (field, item) in fields {
      switch item {
      case .absent: continue
      case .list(let items) where items.isEmpty: continue
      default: break
      }
      var text = field + "="
      isSimple = write(item, level: level + 1, to: &text) && isSimple
      present.append(text)
    }
    output += name + "("
    if isSimple, present.count <= 3 {
      output += present.joined(separator: ", ") + ")"
      return present.isEmpty
    }
    for (index, text) in present.enumerated() {
      startLine(level + 1, isFirst: index == 0, &output)
      output += text
    }
    output += ")"
    return false
  }

  private func attributes(_ range: SourceRange?) -> [(String, Item)] {
    guard includesAttributes, let range else { return [] }
    return [
      ("lineno", .atom("\(range.line)")), ("col_offset", .atom("\(range.column)")),
      ("end_lineno", .atom("\(range.endLine)")), ("end_col_offset", .atom("\(range.endColumn)")),
    ]
  }

  // MARK: Helpers of the node builders

  func string(_ text: String) -> Item { .atom(PythonRepresentation.text(Array(text.utf8))) }

  func string(_ text: String?) -> Item { text.map { string($0) } ?? .absent }

  func strings(_ texts: [String]) -> Item { .list(texts.map { string($0) }) }

  func bare(_ name: String) -> Item { .node(name, [], nil) }

  func expressions(_ values: [Expression], _ context: Context = .load) -> Item {
    .list(values.map { node($0, context) })
  }

  func optional(_ value: Expression?) -> Item { value.map { node($0) } ?? .absent }

  func statements(_ values: [Statement]) -> Item { .list(values.map { node($0) }) }

  func node(_ module: Module) -> Item {
    switch module.mode {
    case .exec: return .node("Module", [("body", statements(module.body))], nil)
    case .single: return .node("Interactive", [("body", statements(module.body))], nil)
    case .eval: return .node("Expression", [("body", optional(module.expression))], nil)
    }
  }
}
