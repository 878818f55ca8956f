// Dumps of stacks that no safepoint serves in time: the main thread is in native code, or makes a stop
// that waits for a thread that is.
//
// A request (StackDumps.c) starts a timer. Is the request still open after some ticks, their handler,
// on the main thread, makes a copy of the process, and the copy writes what it finds. So:
//
// - Nothing in the copy changes but by its one thread: reading the other threads' windows there can't
//   race. The kernel takes writing away from all pages and waits for every processor to forget that it
//   had it before the copy runs; what a thread stored before that moment is in the copy and what it
//   stored after is not, so each thread's memory is as some point of its own program left it. A thread
//   in native code published its window and instruction before the call, one that is detached or
//   stopped before its `runState`: these are read as in a stop. One that runs Python code may be
//   caught between two of its stores.
// - Whatever goes wrong in the copy ends the copy: a wild pointer read from such a thread, or a lock of
//   malloc's that some thread held. An alarm sees to the latter. The next attempt reads less.
// - The process itself only ever waits for one system call, and leaves no trace: the copy has no exit
//   signal, so that `wait` doesn't see it, and the timer's next ticks reap it.
//
// All state here is the handlers': they run on the main thread with all signals blocked, so one after
// the other. `formatted` is shared with the copy: released there, acquired here.
#define _GNU_SOURCE
#include "CRuntime.h"
#include "StackSnapshots.h"
#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

// Half a second, in ticks: while the main thread gets no processor there are none.
enum { tick = 50000000, patience = 10, attempt_limit = 3 };

// A signal that nothing else uses: Linux never sends it.
#ifdef SIGSTKFLT
enum { tick_signal = SIGSTKFLT };
#else
enum { tick_signal = SIGPWR };
#endif

static RacerSnapshotWriter writer;
static bool armed;
static int ticks;
static int timer_number;
static pid_t child;
static int attempt;
static uint64_t shown[2];
static uint32_t *formatted;

void racer_set_snapshot_writer(RacerSnapshotWriter function) { writer = function; }

static void disarm(void) {
  syscall(SYS_timer_delete, timer_number);
  armed = false;
}

static void look(int number);

void racer_snapshot_later(void) {
  if (armed || writer == NULL || racer_sanitizer() != 0) return;
  struct sigaction action;
  memset(&action, 0, sizeof action);
  sigfillset(&action.sa_mask);
  action.sa_handler = look;
  if (sigaction(tick_signal, &action, NULL) != 0) return;
  struct sigevent event;
  memset(&event, 0, sizeof event);
  event.sigev_notify = SIGEV_THREAD_ID;
  event.sigev_signo = tick_signal;
  event._sigev_un._tid = (pid_t)syscall(SYS_gettid);
  if (syscall(SYS_timer_create, CLOCK_MONOTONIC, &event, &timer_number) != 0) return;
  armed = true;
  ticks = 0;
  attempt = 0;
  struct itimerspec times = {.it_value = {0, tick}, .it_interval = {0, tick}};
  syscall(SYS_timer_settime, timer_number, 0, &times, NULL);
}

/// The copy's life.
static void write_and_end(void) {
  static const int faults[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTRAP, SIGABRT, SIGALRM};
  struct rlimit none = {0, 0};
  setrlimit(RLIMIT_CORE, &none);
  sigset_t ends;
  sigemptyset(&ends);
  for (unsigned i = 0; i < sizeof faults / sizeof *faults; i++) {
    signal(faults[i], SIG_DFL);
    sigaddset(&ends, faults[i]);
  }
  sigprocmask(SIG_UNBLOCK, &ends, NULL);
  alarm(1);
  for (int number = 1; number < RACER_SIGNAL_LIMIT; number++) {
    if (shown[number / 64] >> number % 64 & 1) writer(number, attempt);
  }
  _exit(0);
}

void racer_snapshot_formatted(void) {
  __atomic_store_n(formatted, 1, __ATOMIC_RELEASE);
  // From here on only who reads what is written can be slow.
  alarm(10);
}

/// Whether the copy has ended, if there was one.
static bool reap(void) {
  if (child == 0) return true;
  int status;
  if (waitpid(child, &status, WNOHANG | __WALL) == 0) return false;
  child = 0;
  if (__atomic_load_n(formatted, __ATOMIC_ACQUIRE)) {
    attempt = 0;
  } else {
    racer_reopen_dumps(shown);
    attempt++;
  }
  return true;
}

static void look_for_open_dumps(void) {
  if (!armed || !reap()) return;
  if (attempt == attempt_limit || !racer_open_dumps(shown)) return disarm();
  if (++ticks < patience) return;
  if (formatted == NULL) {
    void *page =
      mmap(NULL, sizeof *formatted, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (page == MAP_FAILED) return disarm();
    formatted = page;
  }
  __atomic_store_n(formatted, 0, __ATOMIC_RELAXED);
  // As fork, but without what runs around it, and without an exit signal.
  long process = syscall(SYS_clone, 0UL, 0, 0, 0, 0);
  if (process == 0) write_and_end();
  if (process < 0) return disarm();
  child = (pid_t)process;
  racer_mark_dumps_made(shown);
}

static void look(int number) {
  (void)number;
  int error = errno;
  look_for_open_dumps();
  errno = error;
}

void racer_forget_snapshots(void) {
  armed = false;
  child = 0;
}
