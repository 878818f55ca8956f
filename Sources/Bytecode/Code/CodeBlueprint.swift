/// The compiled form of one module, function, class body or generator expression: plain values from
/// which the runtime makes a code object.
///
/// Registers: positional-only, positional and keyword-only parameters, then `*args`, `**kwargs`,
/// then the other locals (together `localCount`), temporaries above. In code of the flag
/// `namespace` the only local is the namespace mapping, in register 0.
public final class CodeBlueprint: Sendable {
  public let name: String
  public let qualifiedName: String
  public let filename: String
  public let firstLine: Int
  public let words: [UInt64]
  public let constants: [Constant]
  public let names: [String]
  /// Names of the registers below `localCount`; after them, names of variables of inlined
  /// comprehensions, which only error messages need.
  public let localNames: [String]
  public let localCount: Int
  public let cells: [CellVariable]
  public let freeNames: [String]
  public let positionalOnlyCount: Int
  /// Positional parameters, the positional-only ones included.
  public let positionalCount: Int
  public let keywordOnlyCount: Int
  public let flags: CodeFlags
  public let registerCount: Int
  public let exceptionTable: ExceptionTable
  public let lineTable: LineTable

  /// A local that inner functions refer to: its register holds a cell after the prologue.
  public struct CellVariable: Hashable, Sendable {
    public let name: String
    public let register: Int

    public init(name: String, register: Int) {
      self.name = name
      self.register = register
    }
  }

  /// All parameters, `*args` and `**kwargs` included.
  public var parameterCount: Int {
    if flags.contains(.namespace) { return 1 }
    return positionalCount + keywordOnlyCount + (flags.contains(.variablePositional) ? 1 : 0)
      + (flags.contains(.variableKeywords) ? 1 : 0)
  }

  public var cellNames: [String] { cells.map(\.name) }

  public init(
    signature: CodeSignature, filename: String, firstLine: Int, localNames: [String],
    localCount: Int, cells: [CellVariable], freeNames: [String], registerCount: Int,
    assembly: Assembly
  ) {
    self.name = signature.name
    self.qualifiedName = signature.qualifiedName
    self.positionalOnlyCount = signature.positionalOnlyCount
    self.positionalCount = signature.positionalCount
    self.keywordOnlyCount = signature.keywordOnlyCount
    self.flags = signature.flags
    self.filename = filename
    self.firstLine = firstLine
    self.localNames = localNames
    self.localCount = localCount
    self.cells = cells
    self.freeNames = freeNames
    self.registerCount = registerCount
    self.words = assembly.words
    self.constants = assembly.constants
    self.names = assembly.names
    self.exceptionTable = assembly.exceptionTable
    self.lineTable = assembly.lineTable
  }
}

/// Name, parameters and kind of a code object.
public struct CodeSignature: Sendable {
  public var name: String
  public var qualifiedName: String
  public var positionalOnlyCount = 0
  public var positionalCount = 0
  public var keywordOnlyCount = 0
  public var flags: CodeFlags

  public init(name: String, qualifiedName: String, flags: CodeFlags) {
    self.name = name
    self.qualifiedName = qualifiedName
    self.flags = flags
  }
}
