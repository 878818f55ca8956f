// Signals that ask for the stacks of all threads: SIGQUIT, and what `faulthandler` registers.
#pragma once
#include <stdbool.h>
#include <stdint.h>

/// Makes the signal ask the main thread for a dump, at its next safepoint or, if that takes long, from
/// where it is (StackSnapshots.c). Returns an error number.
int racer_install_dump_signal(int number);
/// Puts back what was there before.
void racer_remove_dump_signal(int number);
/// Lets what was there before handle the signal as if it arrived now.
void racer_chain_dump_signal(int number);
/// Takes one signal that asked for a dump, or 0. What was taken is open until `racer_close_dump`.
int racer_take_dump_signal(void);
/// The dump can be written now. False if a snapshot has done that already.
bool racer_close_dump(int number);

/// Writes, in a copy of the process, what a signal asked for. The number of attempts that failed before
/// says how much to leave out.
typedef void (*RacerSnapshotWriter)(int number, int attempt);
void racer_set_snapshot_writer(RacerSnapshotWriter writer);
/// Told by the writer: nothing is left to do but to write.
void racer_snapshot_formatted(void);
/// In a forked child: what the parent had begun is no business of the child's.
void racer_forget_snapshots(void);

typedef void (*RacerFatalHandler)(int number);
/// Calls the handler when the process is about to die of a fault, on a stack of its own; afterwards it
/// dies of it. A second fault, or a handler that hangs, ends the process at once.
void racer_install_fatal_handler(RacerFatalHandler handler);
void racer_remove_fatal_handler(void);
/// Faults, for tests.
void racer_fault(int number);
