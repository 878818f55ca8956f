/// Text inside a page.
enum HTML {
  static func escape(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.append(character)
      }
    }
    return result
  }

  /// A table; cells of all columns but the first are numbers. Each cell carries its column's title
  /// for narrow pages, where rows become blocks.
  static func table(header: [String], rows: [[String]]) -> String {
    let head = header.map { "<th>\(escape($0))</th>" }.joined()
    let body = rows.map { row in
      "<tr>" + zip(header, row).map { cell($0, $1) }.joined() + "</tr>"
    }
    return "<table><thead><tr>\(head)</tr></thead>\n<tbody>"
      + body.joined(separator: "\n") + "</tbody></table>"
  }

  private static func cell(_ title: String, _ text: String) -> String {
    "<td data-title=\"\(escape(title))\">\(escape(text))</td>"
  }
}
