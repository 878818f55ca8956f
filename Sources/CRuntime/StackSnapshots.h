// Between StackDumps.c, which keeps the requests, and StackSnapshots.c, which serves the late ones.
#pragma once
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>

bool racer_is_snapshot_tick(const siginfo_t *information);
void racer_snapshot_tick(void);
/// The signal was asked for: looks after a time whether it has been served.
void racer_snapshot_later(int number);

/// The signals that nobody has served; false if there are none.
bool racer_open_dumps(uint64_t open[2]);
void racer_mark_dumps_made(const uint64_t numbers[2]);
void racer_reopen_dumps(const uint64_t numbers[2]);
