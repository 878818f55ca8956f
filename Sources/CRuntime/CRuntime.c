#include "CRuntime.h"

RacerGlobals racer_globals;

static _Thread_local void *current_thread;

void *racer_current_thread(void) { return current_thread; }
void racer_set_current_thread(void *thread) { current_thread = thread; }
