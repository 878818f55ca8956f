import Glibc

/// The modules that are written in Python: their sources as string literals, so that the binary
/// needs no files beside it.
func embeddedSourcesText() -> String {
  let folder = "Sources/StandardLibrary/Python"
  let modules = pythonFiles(in: folder, package: "").sorted { $0.name < $1.name }
  var text = """
    // \(generatedNotice)
    // swift-format-ignore-file

    import Runtime

    enum EmbeddedSources {
      static func register() {

    """
  for module in modules {
    let isPackage = module.isPackage ? ", isPackage: true" : ""
    text += """
          NativeModules.register(
            embedded: "\(module.name)",
            .init(name: "\(module.name)", source: \(module.identifier)\(isPackage)))

      """
  }
  text += "  }\n}\n"
  for module in modules {
    text += "\nprivate let \(module.identifier): StaticString = ##\"\"\"\n"
    text += read(module.path)
    text += "\"\"\"##\n"
  }
  return text
}

private struct PythonFile {
  var name: String
  var path: String
  var isPackage: Bool
  var identifier: String {
    "source_" + name.map { $0 == "." ? "__" : String($0) }.joined()
  }
}

private func pythonFiles(in folder: String, package: String) -> [PythonFile] {
  guard let directory = opendir(folder) else { return [] }
  defer { closedir(directory) }
  var files: [PythonFile] = []
  while let entry = readdir(directory) {
    let name = withUnsafeBytes(of: entry.pointee.d_name) {
      String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
    }
    if name.hasPrefix(".") || name == "__pycache__" { continue }
    let path = folder + "/" + name
    if name == "__init__.py" {
      files.append(PythonFile(name: package, path: path, isPackage: true))
    } else if name.hasSuffix(".py") {
      let module = String(name.dropLast(3))
      files.append(
        PythonFile(
          name: package.isEmpty ? module : package + "." + module, path: path, isPackage: false))
    } else {
      files += pythonFiles(in: path, package: package.isEmpty ? name : package + "." + name)
    }
  }
  return files
}

private func read(_ path: String) -> String {
  guard let file = fopen(path, "r") else { return "" }
  defer { fclose(file) }
  var text = ""
  var buffer = [CChar](repeating: 0, count: 65_536)
  while fgets(&buffer, Int32(buffer.count), file) != nil {
    text += String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
  return text
}
