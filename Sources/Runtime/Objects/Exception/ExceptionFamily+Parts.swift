// What each family of exceptions adds to its base: fields, slots, methods.

struct ExceptionParts {
  var fields: [Getter] = []
  /// Fields that have no getter, ahead of the others.
  var hiddenFields = 0
  var slots: [SlotFunction] = []
  var methods: [Method] = []
}

extension ExceptionFamily {
  var parts: ExceptionParts {
    switch self {
    case .plain: ExceptionParts()
    case .base:
      ExceptionParts(
        slots: [
          .new(ExceptionObject.new), .initialize(ExceptionObject.initialize),
          .repr(ExceptionObject.repr), .str(ExceptionObject.str),
        ])
    case .keyError: ExceptionParts(slots: [.str(KeyErrorObject.str)])
    case .stopIteration:
      ExceptionParts(
        fields: [ExceptionField.getter("value", 0)],
        slots: [.initialize(StopIterationObject.initialize)])
    case .systemExit:
      ExceptionParts(
        fields: [ExceptionField.getter("code", 0)],
        slots: [.initialize(SystemExitObject.initialize)])
    case .nameError:
      ExceptionParts(
        fields: [ExceptionField.getter("name", 0)],
        slots: [.initialize(NameErrorObject.initialize)])
    case .attributeError:
      ExceptionParts(
        fields: [ExceptionField.getter("name", 0), ExceptionField.getter("obj", 1)],
        slots: [.initialize(AttributeErrorObject.initialize)],
        methods: AttributeErrorObject.methods)
    case .importError:
      ExceptionParts(
        fields: [
          ExceptionField.getter("msg", 0), ExceptionField.getter("name", 1),
          ExceptionField.getter("path", 2), ExceptionField.getter("name_from", 3),
        ],
        slots: [
          .initialize(ImportErrorObject.initialize), .str(ImportErrorObject.str),
        ],
        methods: ImportErrorObject.methods)
    case .osError: OSErrorObject.parts
    case .syntaxError: SyntaxErrorObject.parts
    case .unicodeEncode:
      ExceptionParts(
        fields: UnicodeErrorObject.fields,
        slots: [
          .initialize(UnicodeErrorObject.initializeEncode), .str(UnicodeErrorObject.strEncode),
        ])
    case .unicodeDecode:
      ExceptionParts(
        fields: UnicodeErrorObject.fields,
        slots: [
          .initialize(UnicodeErrorObject.initializeDecode), .str(UnicodeErrorObject.strDecode),
        ])
    case .unicodeTranslate:
      ExceptionParts(
        fields: UnicodeErrorObject.translateFields, hiddenFields: 1,
        slots: [
          .initialize(UnicodeErrorObject.initializeTranslate),
          .str(UnicodeErrorObject.strTranslate),
        ])
    case .group: ExceptionGroupObject.parts
    }
  }
}
