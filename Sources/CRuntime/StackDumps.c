#define _GNU_SOURCE
#include "CRuntime.h"
#include "StackSnapshots.h"
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// One bit a signal: asked for and not yet taken; shown by a snapshot. Both change in handlers, which
// run on the main thread, and on that thread.
static uint64_t arrived[2];
static uint64_t made[2];
// What the main thread has taken and not yet written.
static int taken;
static struct sigaction before[RACER_SIGNAL_LIMIT];
static bool installed[RACER_SIGNAL_LIMIT];

static void ask_for_dump(int number) {
  int error = errno;
  uint64_t bit = (uint64_t)1 << number % 64;
  __atomic_fetch_or(&arrived[number / 64], bit, __ATOMIC_RELEASE);
  __atomic_fetch_and(&made[number / 64], ~bit, __ATOMIC_RELAXED);
  racer_wake_for_signal();
  racer_snapshot_later();
  errno = error;
}

bool racer_open_dumps(uint64_t open[2]) {
  for (int word = 0; word < 2; word++) {
    open[word] = __atomic_load_n(&arrived[word], __ATOMIC_RELAXED);
    int number = __atomic_load_n(&taken, __ATOMIC_RELAXED);
    if (number != 0 && number / 64 == word) open[word] |= (uint64_t)1 << number % 64;
    open[word] &= ~__atomic_load_n(&made[word], __ATOMIC_RELAXED);
  }
  return (open[0] | open[1]) != 0;
}

void racer_mark_dumps_made(const uint64_t numbers[2]) {
  for (int word = 0; word < 2; word++) {
    __atomic_fetch_or(&made[word], numbers[word], __ATOMIC_RELAXED);
  }
}

void racer_reopen_dumps(const uint64_t numbers[2]) {
  for (int word = 0; word < 2; word++) {
    __atomic_fetch_and(&made[word], ~numbers[word], __ATOMIC_RELAXED);
  }
}

int racer_install_dump_signal(int number) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  // Handlers come one after the other.
  sigfillset(&action.sa_mask);
  action.sa_handler = ask_for_dump;
  struct sigaction *old = installed[number] ? NULL : &before[number];
  if (sigaction(number, &action, old) != 0) return errno;
  installed[number] = true;
  return 0;
}

void racer_remove_dump_signal(int number) {
  if (!installed[number]) return;
  sigaction(number, &before[number], NULL);
  installed[number] = false;
}

void racer_chain_dump_signal(int number) {
  if (!installed[number]) return;
  struct sigaction ours;
  sigaction(number, &before[number], &ours);
  raise(number);
  sigaction(number, &ours, NULL);
}

int racer_take_dump_signal(void) {
  for (int word = 0; word < 2; word++) {
    uint64_t bits = __atomic_load_n(&arrived[word], __ATOMIC_ACQUIRE);
    if (bits == 0) continue;
    int bit = __builtin_ctzll(bits);
    // Before it leaves `arrived`: a handler between the two sees it open.
    __atomic_store_n(&taken, word * 64 + bit, __ATOMIC_RELEASE);
    __atomic_fetch_and(&arrived[word], ~((uint64_t)1 << bit), __ATOMIC_ACQ_REL);
    return word * 64 + bit;
  }
  return 0;
}

bool racer_close_dump(int number) {
  uint64_t bit = (uint64_t)1 << number % 64;
  // First closed, then asked: a snapshot comes before the former or not at all.
  __atomic_store_n(&taken, 0, __ATOMIC_SEQ_CST);
  return (__atomic_fetch_and(&made[number / 64], ~bit, __ATOMIC_SEQ_CST) & bit) == 0;
}

static const int fatal_signals[] = {SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGSEGV};
enum { fatal_count = sizeof fatal_signals / sizeof *fatal_signals, fatal_stack_size = 256 << 10 };
static struct sigaction fatal_before[fatal_count];
static RacerFatalHandler fatal_handler;

static void die(int number) {
  // Whatever goes wrong from here on ends the process: the old actions are back, and a handler that
  // waits for a lock that the faulting code holds is ended by the alarm.
  RacerFatalHandler handler = fatal_handler;
  racer_remove_fatal_handler();
  signal(SIGALRM, SIG_DFL);
  sigset_t alarms;
  sigemptyset(&alarms);
  sigaddset(&alarms, SIGALRM);
  sigprocmask(SIG_UNBLOCK, &alarms, NULL);
  alarm(10);
  if (handler != NULL) handler(number);
  alarm(0);
  raise(number);
  // Only an earlier handler that expects the fault to happen again comes back here.
  signal(number, SIG_DFL);
  raise(number);
}

void racer_install_fatal_handler(RacerFatalHandler handler) {
  static void *stack;
  bool is_new = fatal_handler == NULL;
  fatal_handler = handler;
  if (!is_new) return;
  if (stack == NULL) stack = malloc(fatal_stack_size);
  if (stack != NULL) {
    stack_t alternate = {.ss_sp = stack, .ss_size = fatal_stack_size};
    sigaltstack(&alternate, NULL);
  }
  struct sigaction action;
  memset(&action, 0, sizeof action);
  sigemptyset(&action.sa_mask);
  action.sa_handler = die;
  // Not deferred: a fault in the handler is to end the process.
  action.sa_flags = SA_NODEFER | SA_ONSTACK;
  for (int i = 0; i < fatal_count; i++) sigaction(fatal_signals[i], &action, &fatal_before[i]);
}

void racer_remove_fatal_handler(void) {
  if (fatal_handler == NULL) return;
  fatal_handler = NULL;
  for (int i = 0; i < fatal_count; i++) sigaction(fatal_signals[i], &fatal_before[i], NULL);
}

void racer_fault(int number) {
  if (number == SIGABRT) abort();
  raise(number);
}
