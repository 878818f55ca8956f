// Process-wide pointers that hot code reads. A Swift global `let` costs a `swift_once` check on
// each access; a C global is one load. Written during start-up only, before a second thread exists.
#pragma once
#include <stdbool.h>
#include <stdint.h>

#define RACER_TYPE_LIMIT 256
#define RACER_NAME_LIMIT 512

typedef struct {
  /// Type objects of the well-known types, by `WellKnownType`'s ordinal.
  uintptr_t types[RACER_TYPE_LIMIT];
  /// Interned immortal strings, by `WellKnownName`'s ordinal.
  uintptr_t names[RACER_NAME_LIMIT];
  /// Interned immortal strings of one Latin-1 character.
  uintptr_t characters[256];
  uintptr_t emptyString;
  uintptr_t emptyTuple;
  uintptr_t emptyBytes;
  /// Boxed immortal floats.
  uintptr_t positiveInfinity, negativeInfinity;
  uint64_t hashSeed[2];
  /// Whether bytes that meet str or int are warned about: the option -b.
  bool warnsAboutBytes;
} RacerGlobals;

extern RacerGlobals racer_globals;

static inline uintptr_t racer_type(uintptr_t index) { return racer_globals.types[index]; }
static inline void racer_set_type(uintptr_t index, uintptr_t type) {
  racer_globals.types[index] = type;
}
static inline uintptr_t racer_name(uintptr_t index) { return racer_globals.names[index]; }
static inline void racer_set_name(uintptr_t index, uintptr_t name) {
  racer_globals.names[index] = name;
}
static inline uintptr_t racer_character(uintptr_t code) { return racer_globals.characters[code]; }
static inline void racer_set_character(uintptr_t code, uintptr_t string) {
  racer_globals.characters[code] = string;
}

/// The calling OS thread's record, or null. Slow paths only: hot code gets the thread as an argument.
void *racer_current_thread(void);
void racer_set_current_thread(void *thread);
