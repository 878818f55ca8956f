extension RejectedSources {
  static let literals: [Rejected] = [
    Rejected("'a", .syntaxError, "unterminated string literal (detected at line 1)", (1, 1, 1, 1)),
    Rejected(
      "x = \"a\\\n", .syntaxError,
      "unterminated string literal (detected at line 1)",
      (1, 5, 1, 5)),
    Rejected(
      "'''a\n\nb", .syntaxError,
      "unterminated triple-quoted string literal (detected at line 3)",
      (1, 1, 1, 1)),
    Rejected(
      "b'\u{E9}'", .syntaxError,
      "bytes can only contain ASCII literal characters",
      (1, 1, 1, 5)),
    Rejected("'a' b'b'", .syntaxError, "cannot mix bytes and nonbytes literals", (1, 9, 1, 10)),
    Rejected(
      "'\\x4'", .syntaxError,
      "(unicode error) 'unicodeescape' codec can't decode bytes in position 0-2: "
        + "truncated \\xXX escape",
      (1, 1, 1, 6)),
    Rejected(
      "'\\u12'", .syntaxError,
      "(unicode error) 'unicodeescape' codec can't decode bytes in position 0-3: "
        + "truncated \\uXXXX escape",
      (1, 1, 1, 7)),
    Rejected(
      "'\\U12345678'", .syntaxError,
      "(unicode error) 'unicodeescape' codec can't decode bytes in position 0-9: "
        + "illegal Unicode character",
      (1, 1, 1, 13)),
    Rejected(
      "'\\N{no such name}'", .syntaxError,
      "(unicode error) 'unicodeescape' codec can't decode bytes in position 0-15: "
        + "unknown Unicode character name",
      (1, 1, 1, 19)),
    Rejected(
      "'\\N'", .syntaxError,
      "(unicode error) 'unicodeescape' codec can't decode bytes in position 0-1: "
        + "malformed \\N character escape",
      (1, 1, 1, 5)),
    Rejected(
      "'\\N{}'", .syntaxError,
      "(unicode error) 'unicodeescape' codec can't decode bytes in position 0-2: "
        + "malformed \\N character escape",
      (1, 1, 1, 7)),
    Rejected(
      "b'\\x'", .syntaxError,
      "(value error) invalid \\x escape at position 0",
      (1, 1, 1, 6)),
    Rejected(
      "'\u{E9}\\x'", .syntaxError,
      "(unicode error) 'unicodeescape' codec can't decode bytes in position 10-11: "
        + "truncated \\xXX escape",
      (1, 1, 1, 6)),
    Rejected(
      "0777", .syntaxError,
      "leading zeros in decimal integer literals are not permitted; use an 0o prefix "
        + "for octal integers",
      (1, 1, 1, 2)),
    Rejected(
      "00_1", .syntaxError,
      "leading zeros in decimal integer literals are not permitted; use an 0o prefix "
        + "for octal integers",
      (1, 1, 1, 4)),
    Rejected("1_", .syntaxError, "invalid decimal literal", (1, 2, 1, 2)),
    Rejected("1__0", .syntaxError, "invalid decimal literal", (1, 2, 1, 2)),
    Rejected("0x", .syntaxError, "invalid hexadecimal literal", (1, 2, 1, 2)),
    Rejected("0xg", .syntaxError, "invalid hexadecimal literal", (1, 2, 1, 2)),
    Rejected("0b2", .syntaxError, "invalid digit '2' in binary literal", (1, 3, 1, 3)),
    Rejected("0b", .syntaxError, "invalid binary literal", (1, 2, 1, 2)),
    Rejected("0b12", .syntaxError, "invalid digit '2' in binary literal", (1, 4, 1, 4)),
    Rejected("0o8", .syntaxError, "invalid digit '8' in octal literal", (1, 3, 1, 3)),
    Rejected("0o", .syntaxError, "invalid octal literal", (1, 2, 1, 2)),
    Rejected("0_", .syntaxError, "invalid decimal literal", (1, 2, 1, 2)),
    Rejected("1.e", .syntaxError, "invalid decimal literal", (1, 2, 1, 2)),
    Rejected("1e+", .syntaxError, "invalid decimal literal", (1, 3, 1, 3)),
    Rejected("1_000_", .syntaxError, "invalid decimal literal", (1, 6, 1, 6)),
    Rejected("1abc", .syntaxError, "invalid decimal literal", (1, 1, 1, 1)),
    Rejected("1.5abc", .syntaxError, "invalid decimal literal", (1, 3, 1, 3)),
    Rejected("0xfg", .syntaxError, "invalid hexadecimal literal", (1, 3, 1, 3)),
    Rejected("1jx", .syntaxError, "invalid imaginary literal", (1, 2, 1, 2)),
    Rejected("1e5x", .syntaxError, "invalid decimal literal", (1, 3, 1, 3)),
    Rejected("x = 5 5", .syntaxError, "invalid syntax", (1, 7, 1, 8)),
    Rejected("a\u{A0}b", .syntaxError, "invalid non-printable character U+00A0", (1, 2, 1, 2)),
    Rejected("\u{20AC}", .syntaxError, "invalid character '\u{20AC}' (U+20AC)", (1, 1, 1, 1)),
    Rejected("a\u{20AC}b", .syntaxError, "invalid character '\u{20AC}' (U+20AC)", (1, 2, 1, 2)),
    Rejected("\u{E9} = \u{E9} \u{E9}", .syntaxError, "invalid syntax", (1, 7, 1, 8)),
    Rejected(
      "x\\ y", .syntaxError,
      "unexpected character after line continuation character",
      (1, 3, 1, 0)),
    Rejected("x = \\", .syntaxError, "unexpected EOF while parsing", (1, 6, 1, -1)),
    Rejected(
      "'abc\\'", .syntaxError,
      "unterminated string literal (detected at line 1); perhaps you escaped the end quote?",
      (1, 1, 1, 1)),
    Rejected("1.2.3", .syntaxError, "invalid syntax", (1, 4, 1, 6)),
  ]

  static let formatted: [Rejected] = [
    Rejected("f'{'", .syntaxError, "f-string: expecting '}'", (1, 4, 1, 4)),
    Rejected("f'{a'", .syntaxError, "f-string: expecting '}'", (1, 5, 1, 5)),
    Rejected("f'}'", .syntaxError, "f-string: single '}' is not allowed", (1, 3, 1, 3)),
    Rejected("f'{}'", .syntaxError, "f-string: valid expression required before '}'", (1, 4, 1, 5)),
    Rejected(
      "f'{ }'", .syntaxError,
      "f-string: valid expression required before '}'",
      (1, 5, 1, 6)),
    Rejected(
      "f'{!r}'", .syntaxError,
      "f-string: valid expression required before '!'",
      (1, 4, 1, 5)),
    Rejected(
      "f'{:x}'", .syntaxError,
      "f-string: valid expression required before ':'",
      (1, 4, 1, 5)),
    Rejected(
      "f'{=}'", .syntaxError,
      "f-string: valid expression required before '='",
      (1, 4, 1, 5)),
    Rejected("f'{a!}'", .syntaxError, "f-string: missing conversion character", (1, 6, 1, 7)),
    Rejected(
      "f'{a!x}'", .syntaxError,
      "f-string: invalid conversion character 'x': expected 's', 'r', or 'a'",
      (1, 6, 1, 7)),
    Rejected(
      "f'{a!rr}'", .syntaxError,
      "f-string: invalid conversion character 'rr': expected 's', 'r', or 'a'",
      (1, 6, 1, 8)),
    Rejected(
      "f'{a! r}'", .syntaxError,
      "f-string: conversion type must come right after the exclamanation mark",
      (1, 5, 1, 8)),
    Rejected("f'{a!r b}'", .syntaxError, "f-string: expecting ':' or '}'", (1, 8, 1, 9)),
    Rejected("f'{a b}'", .syntaxError, "invalid syntax. Perhaps you forgot a comma?", (1, 4, 1, 7)),
    Rejected(
      "f'{a;b}'", .syntaxError,
      "f-string: expecting '=', or '!', or ':', or '}'",
      (1, 5, 1, 6)),
    Rejected("f'{a:{b}'", .syntaxError, "f-string: expecting '}', or format specs", (1, 9, 1, 10)),
    Rejected("f'{a)}'", .syntaxError, "f-string: unmatched ')'", (1, 5, 1, 5)),
    Rejected(
      "f'{(a}'", .syntaxError,
      "closing parenthesis '}' does not match opening parenthesis '('",
      (1, 6, 1, 6)),
    Rejected("f'{a]'", .syntaxError, "f-string: unmatched ']'", (1, 5, 1, 5)),
    Rejected(
      "f'{lambda x: 1}'", .syntaxError,
      "f-string: lambda expressions are not allowed without parentheses",
      (1, 4, 1, 13)),
    Rejected(
      "f'{a $ b}'", .syntaxError,
      "f-string: expecting '=', or '!', or ':', or '}'",
      (1, 6, 1, 7)),
    Rejected(
      "f'{*}'", .syntaxError,
      "f-string: expecting a valid expression after '{'",
      (1, 4, 1, 5)),
    Rejected(
      "f'a", .syntaxError,
      "unterminated f-string literal (detected at line 1)",
      (1, 1, 1, 1)),
    Rejected(
      "f'''a\n", .syntaxError,
      "unterminated triple-quoted f-string literal (detected at line 1)",
      (1, 1, 1, 1)),
    Rejected("f'{a' b'", .syntaxError, "'{' was never closed", (1, 3, 1, 0)),
    Rejected("f'{a=b=c}'", .syntaxError, "f-string: expecting '!', or ':', or '}'", (1, 6, 1, 7)),
    Rejected(
      "f'{yield = 1}'", .syntaxError,
      "f-string: expecting '!', or ':', or '}'",
      (1, 12, 1, 13)),
    Rejected(
      "f'{a:{b:{c:{d}}}}'", .syntaxError,
      "f-string: expressions nested too deeply",
      (1, 11, 1, 11)),
    Rejected("f'{a!r:}' x", .syntaxError, "invalid syntax", (1, 11, 1, 12)),
    Rejected("f'{1:{2}}}'", .syntaxError, "f-string: single '}' is not allowed", (1, 10, 1, 10)),
    Rejected("f'{a.1}'", .syntaxError, "invalid syntax. Perhaps you forgot a comma?", (1, 4, 1, 7)),
    Rejected(
      "f'{'a' 'b' c}'", .syntaxError,
      "invalid syntax. Perhaps you forgot a comma?",
      (1, 4, 1, 13)),
    Rejected(
      "f'{def}'", .syntaxError,
      "f-string: expecting a valid expression after '{'",
      (1, 4, 1, 7)),
    Rejected("f'{a\n'", .syntaxError, "f-string: expecting '}'", (2, 1, 2, 1)),
  ]
}
