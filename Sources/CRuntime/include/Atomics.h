// C11 atomics on raw addresses, for fields that Swift's own atomics can't name (concurrency.md R4).
#pragma once
#include <stdbool.h>
#include <stdint.h>

#define RACER_ATOMICS(name, type)                                                                  \
  static inline type racer_load_relaxed_##name(const void *p) {                                    \
    return __atomic_load_n((const type *)p, __ATOMIC_RELAXED);                                     \
  }                                                                                                \
  static inline type racer_load_acquire_##name(const void *p) {                                    \
    return __atomic_load_n((const type *)p, __ATOMIC_ACQUIRE);                                     \
  }                                                                                                \
  static inline type racer_load_seqcst_##name(const void *p) {                                     \
    return __atomic_load_n((const type *)p, __ATOMIC_SEQ_CST);                                     \
  }                                                                                                \
  static inline void racer_store_relaxed_##name(void *p, type v) {                                 \
    __atomic_store_n((type *)p, v, __ATOMIC_RELAXED);                                              \
  }                                                                                                \
  static inline void racer_store_release_##name(void *p, type v) {                                 \
    __atomic_store_n((type *)p, v, __ATOMIC_RELEASE);                                              \
  }                                                                                                \
  static inline void racer_store_seqcst_##name(void *p, type v) {                                  \
    __atomic_store_n((type *)p, v, __ATOMIC_SEQ_CST);                                              \
  }                                                                                                \
  static inline type racer_exchange_acqrel_##name(void *p, type v) {                               \
    return __atomic_exchange_n((type *)p, v, __ATOMIC_ACQ_REL);                                    \
  }                                                                                                \
  static inline type racer_add_relaxed_##name(void *p, type v) {                                   \
    return __atomic_fetch_add((type *)p, v, __ATOMIC_RELAXED);                                     \
  }                                                                                                \
  static inline type racer_add_acqrel_##name(void *p, type v) {                                    \
    return __atomic_fetch_add((type *)p, v, __ATOMIC_ACQ_REL);                                     \
  }                                                                                                \
  static inline type racer_or_acqrel_##name(void *p, type v) {                                     \
    return __atomic_fetch_or((type *)p, v, __ATOMIC_ACQ_REL);                                      \
  }                                                                                                \
  static inline type racer_and_acqrel_##name(void *p, type v) {                                    \
    return __atomic_fetch_and((type *)p, v, __ATOMIC_ACQ_REL);                                     \
  }                                                                                                \
  static inline bool racer_cas_acqrel_##name(void *p, type *expected, type desired) {              \
    return __atomic_compare_exchange_n((type *)p, expected, desired, false, __ATOMIC_ACQ_REL,      \
                                       __ATOMIC_ACQUIRE);                                          \
  }                                                                                                \
  static inline bool racer_cas_relaxed_##name(void *p, type *expected, type desired) {             \
    return __atomic_compare_exchange_n((type *)p, expected, desired, false, __ATOMIC_RELAXED,      \
                                       __ATOMIC_RELAXED);                                          \
  }

RACER_ATOMICS(u8, uint8_t)
RACER_ATOMICS(u16, uint16_t)
RACER_ATOMICS(i64, int64_t)
RACER_ATOMICS(u32, uint32_t)
RACER_ATOMICS(u64, uint64_t)
RACER_ATOMICS(word, uintptr_t)

static inline void racer_fence_acquire(void) { __atomic_thread_fence(__ATOMIC_ACQUIRE); }
static inline void racer_fence_release(void) { __atomic_thread_fence(__ATOMIC_RELEASE); }
static inline void racer_fence_seqcst(void) { __atomic_thread_fence(__ATOMIC_SEQ_CST); }

/// Tells the core that this is a spin loop.
static inline void racer_pause(void) {
#if defined(__x86_64__)
  __builtin_ia32_pause();
#elif defined(__aarch64__)
  __asm__ volatile("yield");
#endif
}
