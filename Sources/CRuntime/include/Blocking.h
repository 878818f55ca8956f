// Futex, clock and process facts that Swift can't reach without Foundation.
#pragma once
#include <stdbool.h>
#include <stdint.h>

/// Sleeps while `*word == expected`; at most `nanoseconds` (negative: without limit). Returns 0, or
/// the error number: EAGAIN, EINTR, ETIMEDOUT.
int racer_futex_wait(void *word, uint32_t expected, int64_t nanoseconds);
void racer_futex_wake(void *word, uint32_t count);
/// Monotonic clock in nanoseconds.
int64_t racer_now(void);
/// The kernel's number of the calling thread.
uint64_t racer_native_thread_id(void);
/// Lowest address of the calling thread's native stack.
uintptr_t racer_native_stack_base(void);

typedef void *(*RacerThreadEntry)(void *);
/// Starts a detached OS thread with all signals blocked. `stack` 0 means the default size. Returns
/// an error number. `*ident` receives the pthread handle.
int racer_start_thread(RacerThreadEntry entry, void *argument, uintptr_t stack, uintptr_t *ident);
uintptr_t racer_thread_ident(void);

/// What of `racer_sanitizer` this build has.
enum { RACER_ADDRESS_SANITIZER = 1, RACER_THREAD_SANITIZER = 2 };
uint32_t racer_sanitizer(void);
/// Marks memory as not to be touched, or as usable again, for AddressSanitizer; else nothing.
void racer_poison(void *start, uintptr_t bytes);
void racer_unpoison(void *start, uintptr_t bytes);

/// Stress builds only: gives another thread a chance to run here, by a per-thread random choice.
void racer_yield_point(void);
/// Lets other threads of the same processor run.
int racer_yield_processor(void);

// Signals. The handler only sets flags, bumps the main thread's park word and wakes it.
#define RACER_SIGNAL_LIMIT 65
typedef struct {
  /// Main thread's `pending` and park words, and the bit to set in the former.
  void *pending;
  void *parkWord;
  uint32_t pendingBit;
  /// One bit a signal that has arrived and was not yet handled.
  uint64_t arrived[2];
  /// `signal.set_wakeup_fd`, or -1.
  int32_t wakeupDescriptor;
} RacerSignals;
extern RacerSignals racer_signals;
void racer_note_signal(int number);
/// Makes the main thread look at what arrived: for handlers.
void racer_wake_for_signal(void);
/// Installs the noting handler (1), the default (0) or ignoring (2). Returns an error number.
int racer_install_signal(int number, int disposition);
/// Whether the noting handler is installed.
bool racer_signal_is_noted(int number);
bool racer_signal_is_default(int number);
bool racer_signal_is_ignored(int number);
/// Takes one arrived signal, or 0.
int racer_take_signal(void);
/// Undoes the blocking: for a thread that became its process's main thread by forking.
void racer_unblock_signals(void);
