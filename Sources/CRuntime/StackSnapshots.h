// Between StackDumps.c, which keeps the requests, and StackSnapshots.c, which serves the late ones.
#pragma once
#include <stdbool.h>
#include <stdint.h>

/// In a handler: looks after a time whether what was asked for has been served.
void racer_snapshot_later(void);

/// The signals that nobody has served; false if there are none.
bool racer_open_dumps(uint64_t open[2]);
void racer_mark_dumps_made(const uint64_t numbers[2]);
void racer_reopen_dumps(const uint64_t numbers[2]);
