// The type `int`: its table.

extension IntegerObject {
  package static let definition = TypeDefinition(
    name: "int", size: MemoryLayout<IntegerBody>.size,
    flags: TypeFlags.isBaseType | TypeFlags.integerSubclass,
    doc: """
      int([x]) -> integer
      int(x, base=10) -> integer

      Make an integer of a number or of text; 0 without an argument. A float is rounded toward
      zero. With a base, x has to be text that spells an integer in it: an optional sign, an
      optional prefix and digits, with single underscores between them. Bases are 0 and 2 to 36;
      base 0 takes the base from the prefix, as source code does.
      >>> int('0b100', base=0)
      4
      """,
    slots: unarySlots + binarySlots + [
      .repr(repr), .hash(hash), .bool(bool), .compare(compare), .power(power), .new(new),
    ],
    methods: methods,
    getters: [
      Getter("real", plain, "the real part of a complex number"),
      Getter("imag", imaginary, "the imaginary part of a complex number"),
      Getter("numerator", plain, "the numerator of a rational number in lowest terms"),
      Getter("denominator", denominator, "the denominator of a rational number in lowest terms"),
    ],
    dispose: dispose)

  private static let unarySlots: [SlotFunction] = [
    .unary(.negative, negative), .unary(.positive, plain), .unary(.absolute, absolute),
    .unary(.invert, invert), .unary(.integer, plain), .unary(.float, float),
    .unary(.index, plain),
  ]

  private static let binarySlots: [SlotFunction] = [
    .binary(.add, add), .binary(.subtract, subtract), .binary(.multiply, multiply),
    .binary(.trueDivide, trueDivide), .binary(.floorDivide, floorDivide),
    .binary(.modulo, modulo), .binary(.divmod, divmod),
    .binary(.leftShift, leftShift), .binary(.rightShift, rightShift),
    .binary(.and, and), .binary(.xor, xor), .binary(.or, or),
  ]

  private static let methods: [Method] = [
    Method(
      "conjugate()", plain, "The complex conjugate, which of an int is the int itself."),
    Method(
      "bit_length()", bitLength,
      """
      Number of bits that the value needs in binary.

      >>> (37).bit_length()
      6
      """),
    Method(
      "bit_count()", bitCount,
      """
      Number of ones in the binary digits of the absolute value.

      >>> (13).bit_count()
      3
      """),
    Method(
      "to_bytes(length=1, byteorder='big', *, signed=False)", toBytes,
      """
      The integer as an array of bytes.

      'big' puts the most significant byte first, 'little' last. Negative integers need signed,
      which means two's complement. What does not fit raises OverflowError.
      """),
    Method(
      "from_bytes(bytes, byteorder='big', *, signed=False)", fromBytes,
      """
      The integer that an array of bytes stands for.

      'big' takes the first byte for the most significant, 'little' the last. With signed, the
      bytes are in two's complement.
      """, kind: .classMethod),
    Method(
      "as_integer_ratio()", asIntegerRatio,
      "The pair of the integer itself and 1, whose ratio it is."),
    Method(
      "is_integer()", isIntegerMethod, "True: here so that ints can stand in for floats."),
    Method("__trunc__()", plain, "The int itself."),
    Method("__floor__()", plain, "The int itself."),
    Method("__ceil__()", plain, "The int itself."),
    Method(
      "__round__(ndigits=<unrepresentable>, /)", round,
      "Rounded to a multiple of a power of ten, where ndigits is negative; halves to even."),
    Method("__getnewargs__()", getNewArguments, "Arguments of __new__ for a copy."),
    Method("__format__(format_spec, /)", format, "The value as text by a format specification."),
    Method("__sizeof__()", sizeOf, "Size of the object in memory, in bytes."),
  ]
}
