import Bytecode

/// A file whose whole text follows from the opcode table.
struct GeneratedFile {
  let path: String
  let text: String
}

let shimsPath = "Sources/Runtime/Interpreter/Generated/Shims.swift"

func generatedFiles(withShims: Bool) -> [GeneratedFile] {
  var files = [
    GeneratedFile(path: "Sources/Bytecode/Generated/Opcode.swift", text: opcodeEnumText()),
    GeneratedFile(path: "Sources/CRuntime/include/Dispatch.h", text: dispatchHeaderText()),
    GeneratedFile(path: "docs/opcodes.md", text: opcodePageText()),
  ]
  if withShims { files.append(GeneratedFile(path: shimsPath, text: shimsText())) }
  return files
}

private let swiftKeywords: Set<String> = ["return", "is"]

/// The name as a Swift declaration spells it.
func swiftName(_ name: String) -> String {
  swiftKeywords.contains(name) ? "`\(name)`" : name
}

let generatedNotice = "Generated from the opcode table by `swift run generate`; do not edit."
