// What tracebacks ask of code objects.

import Bytecode

extension CodeObject {
  func position(ofWord word: Int) -> CodePosition { blueprint.lineTable.position(ofWord: word) }
  var filename: Value { body.pointee.filename }
  var functionName: Value { body.pointee.name }
  /// Names of the locals, cells and free variables.
  var localNameTexts: [String] { blueprint.localNames + blueprint.freeNames }
}
