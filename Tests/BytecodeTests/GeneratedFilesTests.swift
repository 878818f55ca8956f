import Foundation
import Testing

@testable import generate

/// The checked-in generated files must be what the generator prints today.
@Suite struct GeneratedFilesTests {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  @Test(arguments: generatedFiles().map(\.path))
  func isCurrent(path: String) throws {
    let file = try #require(generatedFiles().first { $0.path == path })
    let text = try String(contentsOf: Self.root.appendingPathComponent(path), encoding: .utf8)
    #expect(text == file.text, "run `swift run generate`")
  }

  @Test func shimsAreCurrentIfPresent() throws {
    let shims = Self.root.appendingPathComponent(shimsPath)
    guard FileManager.default.fileExists(atPath: shims.path) else { return }
    let text = try String(contentsOf: shims, encoding: .utf8)
    #expect(text == shimsText(), "run `swift run generate --with-shims`")
  }
}
