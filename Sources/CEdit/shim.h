#include <histedit.h>
#include <sys/select.h>
#include <signal.h>
#include <stdio.h>
#include <wchar.h>

// libedit's calls with a variable number of arguments, which Swift can't make, by what they do.

typedef unsigned char (*RacerEditFunction)(EditLine *, wint_t);

static inline void racer_edit_set_reader(EditLine *editor, el_rfunc_t reader) {
  el_wset(editor, EL_GETCFN, reader);
}

static inline void racer_edit_set_mode(EditLine *editor, const char *name) {
  el_set(editor, EL_EDITOR, name);
}

static inline void racer_edit_add(EditLine *editor, const char *name, RacerEditFunction function) {
  el_set(editor, EL_ADDFN, name, name, function);
}

static inline void racer_edit_bind(EditLine *editor, const char *key, const char *command) {
  el_set(editor, EL_BIND, key, command, NULL);
}

// In the command mode of vi.
static inline void racer_edit_bind_alternate(EditLine *editor, const char *key,
                                             const char *command) {
  el_set(editor, EL_BIND, "-a", key, command, NULL);
}

static inline void racer_edit_set_history(EditLine *editor, History *past) {
  el_set(editor, EL_HIST, history, past);
}

// Puts the terminal in the editor's mode, or back.
static inline void racer_edit_prepare(EditLine *editor, int raw) {
  el_set(editor, EL_PREP_TERM, raw);
}

static inline void racer_history_set_size(History *past, int count) {
  HistEvent event;
  history(past, &event, H_SETSIZE, count);
}

// The same entry twice in a row is kept once.
static inline void racer_history_set_unique(History *past) {
  HistEvent event;
  history(past, &event, H_SETUNIQUE, 1);
}

static inline void racer_history_enter(History *past, const char *text) {
  HistEvent event;
  history(past, &event, H_ENTER, text);
}

static inline int racer_history_load(History *past, const char *path) {
  HistEvent event;
  return history(past, &event, H_LOAD, path);
}

static inline int racer_history_save(History *past, const char *path) {
  HistEvent event;
  return history(past, &event, H_SAVE, path);
}

// Waits for standard input with the given signals blocked and no others: 1 when there is some.
static inline int racer_wait_for_input(const sigset_t *mask) {
  fd_set input;
  FD_ZERO(&input);
  FD_SET(0, &input);
  return pselect(1, &input, NULL, NULL, NULL, mask);
}

static inline int racer_cell_width(wchar_t character) {
  extern int wcwidth(wchar_t);
  return wcwidth(character);
}
