/// A chart of a comparison as a picture of its own, for pages that are written by hand.
package struct ChartPicture {
  /// What to call the file.
  package var name: String
  package var text: String

  /// All charts of a comparison.
  package static func all(_ result: CompareResult) -> [ChartPicture] {
    let report = HTMLReport(result)
    return report.charts.map { chart in
      ChartPicture(name: fileName(chart.title), text: chart.picture(style: style))
    }
  }

  private static func fileName(_ title: String) -> String {
    String(title.lowercased().map { $0.isLetter || $0.isNumber ? $0 : "-" }) + ".svg"
  }

  /// The report's colours on a ground of their own, as the page around may be light or dark.
  private static let style = """
    svg { background: var(--card); border-radius: 8px; font-family: system-ui, sans-serif; }
    .title { font-weight: 600; fill: var(--text); }
    \(HTMLReport.colours)
    \(HTMLReport.chartStyle)
    """
}

extension LineChart {
  /// The chart with a title above, the names of its lines below, and its style inside.
  func picture(style: String) -> String {
    let legendTop = Self.height + 40
    var start = left
    let legend = series.map { series in
      defer { start += 46 + 8.5 * Double(series.name.count) }
      return """
        <g class="\(series.style)"><polyline points="\(start),\(legendTop - 5) \
        \(start + 20),\(legendTop - 5)"/></g>\
        <text class="tick" x="\(start + 26)" y="\(legendTop)">\(HTML.escape(series.name))</text>
        """
    }
    return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Int(Self.width)) \
      \(Int(Self.height) + 60)" role="img">
      <title>\(HTML.escape(title))</title>
      <style>
      \(style)
      </style>
      <text class="title" x="\(left)" y="24">\(HTML.escape(title))</text>
      <g transform="translate(0 28)">
      \(drawing())
      </g>
      \(legend.joined(separator: "\n"))
      </svg>

      """
  }
}
