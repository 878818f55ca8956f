// The native stack, for the recursion guard.
#pragma once
#include <stdint.h>

static inline __attribute__((always_inline)) uintptr_t racer_frame_address(void) {
  return (uintptr_t)__builtin_frame_address(0);
}
