#define _GNU_SOURCE
#include "CRuntime.h"
#include <errno.h>
#include <limits.h>
#include <linux/futex.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <string.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#ifndef __has_feature
#define __has_feature(x) 0
#endif
#if __has_feature(address_sanitizer)
#include <sanitizer/asan_interface.h>
#endif

int racer_futex_wait(void *word, uint32_t expected, int64_t nanoseconds) {
  struct timespec limit = {nanoseconds / 1000000000, nanoseconds % 1000000000};
  long result = syscall(SYS_futex, word, FUTEX_WAIT_PRIVATE, expected,
                        nanoseconds < 0 ? NULL : &limit, NULL, 0);
  return result == 0 ? 0 : errno;
}

void racer_futex_wake(void *word, uint32_t count) {
  syscall(SYS_futex, word, FUTEX_WAKE_PRIVATE, count > INT_MAX ? INT_MAX : (int)count, NULL, NULL, 0);
}

int64_t racer_now(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

uint64_t racer_native_thread_id(void) { return (uint64_t)syscall(SYS_gettid); }

uintptr_t racer_native_stack_base(void) {
  pthread_attr_t attributes;
  void *base = NULL;
  size_t size = 0;
  if (pthread_getattr_np(pthread_self(), &attributes) != 0) return 0;
  pthread_attr_getstack(&attributes, &base, &size);
  pthread_attr_destroy(&attributes);
  return (uintptr_t)base;
}

/// All signals but those that a thread's own fault raises: these must reach the thread at fault.
static void fill_deferrable(sigset_t *set) {
  static const int faults[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTRAP, SIGABRT, SIGSYS};
  sigfillset(set);
  for (unsigned i = 0; i < sizeof faults / sizeof *faults; i++) sigdelset(set, faults[i]);
}

int racer_start_thread(RacerThreadEntry entry, void *argument, uintptr_t stack, uintptr_t *ident) {
  pthread_attr_t attributes;
  pthread_t thread;
  sigset_t all, before;
  pthread_attr_init(&attributes);
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  if (stack != 0) {
    int error = pthread_attr_setstacksize(&attributes, stack);
    if (error != 0) {
      pthread_attr_destroy(&attributes);
      return error;
    }
  }
  fill_deferrable(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  int error = pthread_create(&thread, &attributes, entry, argument);
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  pthread_attr_destroy(&attributes);
  if (error == 0 && ident != NULL) *ident = (uintptr_t)thread;
  return error;
}

uintptr_t racer_thread_ident(void) { return (uintptr_t)pthread_self(); }

uint32_t racer_sanitizer(void) {
  uint32_t found = 0;
#if __has_feature(address_sanitizer)
  found |= RACER_ADDRESS_SANITIZER;
#endif
#if __has_feature(thread_sanitizer)
  found |= RACER_THREAD_SANITIZER;
#endif
  return found;
}

void racer_poison(void *start, uintptr_t bytes) {
#if __has_feature(address_sanitizer)
  __asan_poison_memory_region(start, bytes);
#else
  (void)start, (void)bytes;
#endif
}

void racer_unpoison(void *start, uintptr_t bytes) {
#if __has_feature(address_sanitizer)
  __asan_unpoison_memory_region(start, bytes);
#else
  (void)start, (void)bytes;
#endif
}

void racer_yield_point(void) {
  static _Thread_local uint64_t state;
  if (state == 0) state = racer_native_thread_id() * 0x9E3779B97F4A7C15u | 1;
  state ^= state << 13;
  state ^= state >> 7;
  state ^= state << 17;
  uint64_t choice = state & 63;
  if (choice == 0) {
    struct timespec pause = {0, 20000};
    nanosleep(&pause, NULL);
  } else if (choice < 12) {
    sched_yield();
  } else if (choice < 24) {
    for (uint64_t i = 0; i < (state >> 8 & 127); i++) racer_pause();
  }
}

RacerSignals racer_signals = {.wakeupDescriptor = -1};

void racer_wake_for_signal(void) {
  if (racer_signals.pending == NULL) return;
  __atomic_fetch_or((uint32_t *)racer_signals.pending, racer_signals.pendingBit, __ATOMIC_RELEASE);
  __atomic_fetch_add((uint32_t *)racer_signals.parkWord, 1, __ATOMIC_RELEASE);
  racer_futex_wake(racer_signals.parkWord, INT_MAX);
}

void racer_note_signal(int number) {
  int error = errno;
  __atomic_fetch_or(&racer_signals.arrived[number / 64], (uint64_t)1 << number % 64, __ATOMIC_RELEASE);
  racer_wake_for_signal();
  int descriptor = __atomic_load_n(&racer_signals.wakeupDescriptor, __ATOMIC_RELAXED);
  if (descriptor >= 0) {
    unsigned char byte = (unsigned char)number;
    ssize_t written = write(descriptor, &byte, 1);
    (void)written;
  }
  errno = error;
}

int racer_install_signal(int number, int disposition) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  sigemptyset(&action.sa_mask);
  action.sa_handler = disposition == 0 ? SIG_DFL : disposition == 2 ? SIG_IGN : racer_note_signal;
  return sigaction(number, &action, NULL) == 0 ? 0 : errno;
}

bool racer_signal_is_noted(int number) {
  struct sigaction action;
  return sigaction(number, NULL, &action) == 0 && action.sa_handler == racer_note_signal;
}

bool racer_signal_is_default(int number) {
  struct sigaction action;
  return sigaction(number, NULL, &action) == 0 && action.sa_handler == SIG_DFL;
}

bool racer_signal_is_ignored(int number) {
  struct sigaction action;
  return sigaction(number, NULL, &action) == 0 && action.sa_handler == SIG_IGN;
}

int racer_take_signal(void) {
  for (int word = 0; word < 2; word++) {
    uint64_t bits = __atomic_load_n(&racer_signals.arrived[word], __ATOMIC_ACQUIRE);
    if (bits == 0) continue;
    int number = __builtin_ctzll(bits);
    __atomic_fetch_and(&racer_signals.arrived[word], ~((uint64_t)1 << number), __ATOMIC_ACQ_REL);
    return word * 64 + number;
  }
  return 0;
}

void racer_unblock_signals(void) {
  sigset_t all;
  fill_deferrable(&all);
  pthread_sigmask(SIG_UNBLOCK, &all, NULL);
}

int racer_yield_processor(void) { return sched_yield(); }
