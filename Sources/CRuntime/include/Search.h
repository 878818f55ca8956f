// Searching for bytes in bytes: glibc's `memmem` (two-way, linear time), which its headers hide from
// Swift.
#pragma once
#include <stddef.h>

extern void *memmem(const void *haystack, size_t haystack_size, const void *needle,
                    size_t needle_size);

static inline const void *racer_find_bytes(const void *haystack, size_t haystack_size,
                                           const void *needle, size_t needle_size) {
  return memmem(haystack, haystack_size, needle, needle_size);
}
