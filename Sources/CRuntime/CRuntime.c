#include "CRuntime.h"

RacerGlobals racer_globals;
RacerHeapGlobals racer_heap;
_Alignas(64) RacerWord racer_words[RACER_WORD_COUNT];
_Alignas(64) RacerParkingBucket racer_parking[RACER_PARKING_BUCKETS];

static _Thread_local void *current_thread;

void *racer_current_thread(void) { return current_thread; }
void racer_set_current_thread(void *thread) { current_thread = thread; }
