// Constant empty stores, so that an empty list or dict needs no memory and no test for null.
#pragma once
#include <stdint.h>

/// A list store of capacity 0.
static inline void *racer_empty_list_store(void) {
  extern const uint64_t racer_empty_list_store_words[2];
  return (void *)racer_empty_list_store_words;
}

/// A dict table without entries, whose eight index bytes are all empty.
static inline void *racer_empty_dict_table(void) {
  extern const uint64_t racer_empty_dict_table_words[8];
  return (void *)racer_empty_dict_table_words;
}

// The 16-bit accesses that dict indices of middle size need.
static inline int16_t racer_load_acquire_i16(const void *p) {
  return __atomic_load_n((const int16_t *)p, __ATOMIC_ACQUIRE);
}
static inline void racer_store_release_i16(void *p, int16_t v) {
  __atomic_store_n((int16_t *)p, v, __ATOMIC_RELEASE);
}
