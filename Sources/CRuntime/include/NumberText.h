// Correctly rounded text of floats, by the C library's own conversion. Swift can't call variadic C.
#pragma once
#include <stddef.h>
#include <stdio.h>

/// `%.{precision}e` or, with `conversion` 'f', `%.{precision}f`; the length as snprintf gives it.
static inline int racer_format_double(char *buffer, size_t size, char conversion, int precision,
                                      double number) {
  if (conversion == 'e') return snprintf(buffer, size, "%.*e", precision, number);
  return snprintf(buffer, size, "%.*f", precision, number);
}
