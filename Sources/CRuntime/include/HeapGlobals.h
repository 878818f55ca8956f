// Addresses of the heap's reserved ranges (constants after start-up, one load each), and the
// process-wide words that are locks or counters.
#pragma once
#include <stdint.h>

typedef struct {
  /// First page of the object range, and of its page descriptors (Memory/Region.swift).
  uintptr_t objectBase, objectPages;
  /// The same of the range for backing stores.
  uintptr_t storeBase, storePages;
  /// The two `Region`s.
  uintptr_t objectRegion, storeRegion;
  /// First of all heaps, and of all thread records.
  uintptr_t firstHeap, firstThread;
  /// 0 free-threaded, 1 GIL, 2 deterministic: `Scheduler.Mode`.
  uint32_t schedulerMode;
} RacerHeapGlobals;

extern RacerHeapGlobals racer_heap;
static inline void *_Nonnull racer_first_heap(void) { return &racer_heap.firstHeap; }
static inline void *_Nonnull racer_first_thread(void) { return &racer_heap.firstThread; }

/// Process-wide atomic words, each on a cache line of its own.
enum {
  RACER_HEAP_MUTEX,
  RACER_THREAD_MUTEX,
  RACER_STOP_MUTEX,
  /// Threads that a stop still waits for.
  RACER_STOP_PENDING,
  /// 1 while a stop is on.
  RACER_STOP_ACTIVE,
  /// Nonzero once the interpreter finalizes: no other thread attaches any more.
  RACER_FINALIZING,
  RACER_EPOCH,
  RACER_LIMBO_MUTEX,
  RACER_LOCALS_MUTEX,
  /// 1 once a second thread may run (R7).
  RACER_SHARED,
  RACER_GIL,
  RACER_GIL_SWITCHES,
  RACER_GIL_WAITERS,
  RACER_GIL_HOLDER,
  RACER_THREAD_COUNT,
  RACER_GIL_INTERVAL,
  /// Container blocks that a heap may grow by before it asks for a collection; 0: never.
  RACER_COLLECT_LIMIT,
  RACER_WORD_COUNT
};
typedef struct {
  uint64_t word;
  uint64_t padding[7];
} RacerWord;
extern RacerWord racer_words[RACER_WORD_COUNT];
static inline void *_Nonnull racer_word(intptr_t index) { return &racer_words[index]; }

#define RACER_PARKING_BUCKETS 256
/// Buckets of the parking lot (Schedulers/ParkingLot.swift): mutex, first and last waiting record.
typedef struct {
  uint32_t mutex;
  uintptr_t first, last;
  uint64_t padding[5];
} RacerParkingBucket;
extern RacerParkingBucket racer_parking[RACER_PARKING_BUCKETS];
static inline RacerParkingBucket *_Nonnull racer_parking_bucket(uintptr_t address) {
  return &racer_parking[(address * 0x9E3779B97F4A7C15u) >> 56];
}
static inline RacerParkingBucket *_Nonnull racer_parking_bucket_at(intptr_t index) {
  return &racer_parking[index];
}
