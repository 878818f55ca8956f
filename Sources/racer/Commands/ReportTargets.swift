import Tools

/// Where the reports of a comparison go. The four options share their rules: missing folders are made,
/// and what can't be written is found out before anything is measured.
struct ReportTargets {
  private let json, csv, html: OutputFile?
  private let svg: String?

  init(json: String?, csv: String?, html: String?, svg: String?) {
    self.json = json.map(OutputFile.init)
    self.csv = csv.map(OutputFile.init)
    self.html = html.map(OutputFile.init)
    self.svg = svg
  }

  private var files: [OutputFile] { [json, csv, html].compactMap(\.self) }

  /// Whether a report, rather than the table, is what is to be printed.
  var takeStandardOutput: Bool { files.contains(where: \.isStandardOutput) }

  func prepare() throws {
    for file in files { try file.prepare() }
    if let svg { try OutputFile.prepareFolder(svg) }
  }

  func write(_ result: CompareResult) throws {
    try json?.write(JSONReport.make(result).text() + "\n")
    try csv?.write(CSVReport.text(result))
    try html?.write(HTMLReport(result).text())
    guard let svg else { return }
    for picture in ChartPicture.all(result) {
      try OutputFile("\(svg)/\(picture.name)").write(picture.text)
    }
  }
}
