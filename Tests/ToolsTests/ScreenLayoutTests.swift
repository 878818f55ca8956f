import XCTest

@testable import racer

final class ScreenLayoutTests: XCTestCase {
  private func layout(_ text: String, cursor: Int? = nil, width: Int = 10, menu: [String] = [])
    -> ScreenLayout
  {
    var content = ScreenLayout.Content()
    content.prompt = ">>> "
    content.continuation = "... "
    content.text = Array(text.unicodeScalars)
    content.cursor = cursor ?? content.text.count
    content.menu = menu
    return ScreenLayout(content, width: width)
  }

  func testLinesHavePrompts() {
    let found = layout("a:\n b", cursor: 1)
    XCTAssertEqual(found.rows, [">>> a:", "...  b"])
    XCTAssertEqual(found.cursorRow, 0)
    XCTAssertEqual(found.cursorColumn, 5)
  }

  func testLongLinesWrap() {
    let found = layout("0123456789")
    XCTAssertEqual(found.rows, [">>> 012345", "6789"])
    XCTAssertEqual(found.cursorRow, 1)
    XCTAssertEqual(found.cursorColumn, 4)
  }

  func testTheCursorBehindAFullRowIsOnTheNext() {
    let found = layout("012345")
    XCTAssertEqual(found.rows, [">>> 012345", ""])
    XCTAssertEqual(found.cursorRow, 1)
    XCTAssertEqual(found.cursorColumn, 0)
  }

  func testControlCharactersAndTabs() {
    XCTAssertEqual(layout("\u{1}x").rows, [">>> ^Ax"])
    XCTAssertEqual(layout("a\tb", width: 20).rows, [">>> a   b"])
  }

  func testEscapeSequencesTakeNoCells() {
    XCTAssertEqual(ScreenLayout.width(of: "\u{1b}[1;35m>>> \u{1b}[0m"), 4)
  }

  func testMenusAreCut() {
    XCTAssertEqual(layout("x", menu: ["0123456789ab", "c"]).rows, [">>> x", "012345678", "c"])
  }

  func testTheVisiblePartHasTheCursor() {
    let text = (0..<9).map(String.init).joined(separator: "\n")
    XCTAssertEqual(layout(text).visibleRows(height: 4), 5..<9)
    XCTAssertEqual(layout(text, cursor: 0).visibleRows(height: 4), 0..<4)
    XCTAssertEqual(layout(text).visibleRows(height: 20), 0..<9)
  }
}
