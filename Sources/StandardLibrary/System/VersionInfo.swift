// `sys.version_info` and `sys.implementation`: which Python this is.

import Runtime

enum VersionInfo {
  private static let fields: [StaticString] = ["major", "minor", "micro", "releaselevel", "serial"]

  private static var definition: TypeDefinition {
    TypeDefinition(
      name: "sys.version_info", base: .tuple, size: MemoryLayout<TupleBody>.size,
      flags: TypeFlags.isContainer | TypeFlags.tupleSubclass | TypeFlags.isSequence,
      doc: "The language version, as a tuple with named items.",
      slots: [.repr(VersionInfo.repr)],
      getters: [
        Getter("major", VersionInfo.major, "Major release number"),
        Getter("minor", VersionInfo.minor, "Minor release number"),
        Getter("micro", VersionInfo.micro, "Patch release number"),
        Getter(
          "releaselevel", VersionInfo.releaseLevel, "'alpha', 'beta', 'candidate', or 'final'"),
        Getter("serial", VersionInfo.serial, "Serial release number"),
      ])
  }

  /// Adds both names to the module.
  static func add(_ thread: ThreadState, to module: ModuleBuilder) throws(Raised) {
    let type = try thread.createType(definition)
    let plain = try thread.tuple(owned: [
      Value(small: 3), Value(small: 13), Value(small: 0), thread.string("final"), Value(small: 0),
    ])
    defer { thread.release(plain) }
    let version = try thread.call(type.value, plain)
    let implementation = try thread.call(TypeObject(.simpleNamespace).value)
    try thread.setAttribute(implementation, "name", thread.intern("racer"))
    try thread.setAttribute(implementation, "version", version)
    try thread.setAttribute(implementation, "hexversion", Value(small: 0x030d00f0))
    try thread.setAttribute(implementation, "cache_tag", thread.intern("racer-313"))
    try module.add("version_info", version)
    try module.add("implementation", implementation)
  }

  private static func item(_ thread: ThreadState, _ version: Value, _ index: Int) -> Value {
    thread.retain(TupleObject(version)[index])
  }
  static func major(thread: ThreadState, self version: Value) throws(Raised) -> Value {
    item(thread, version, 0)
  }
  static func minor(thread: ThreadState, self version: Value) throws(Raised) -> Value {
    item(thread, version, 1)
  }
  static func micro(thread: ThreadState, self version: Value) throws(Raised) -> Value {
    item(thread, version, 2)
  }
  static func releaseLevel(thread: ThreadState, self version: Value) throws(Raised) -> Value {
    item(thread, version, 3)
  }
  static func serial(thread: ThreadState, self version: Value) throws(Raised) -> Value {
    item(thread, version, 4)
  }

  static func repr(thread: ThreadState, self version: Value) throws(Raised) -> Value {
    let tuple = TupleObject(version)
    var parts: [String] = []
    for index in 0..<tuple.count {
      parts.append("\(fields[index])=\(try thread.reprText(tuple[index]))")
    }
    return try thread.string("sys.version_info(\(parts.joined(separator: ", ")))")
  }
}
