/// The name under which a private name (`__x`) of a class is kept.
func mangled(_ name: String, in className: String?) -> String {
  guard let className, name.utf8.starts(with: "__".utf8), !name.hasSuffix("__"),
    !name.utf8.contains(UInt8(ascii: "."))
  else { return name }
  let stripped = className.drop { $0 == "_" }
  return stripped.isEmpty ? name : "_\(stripped)\(name)"
}
