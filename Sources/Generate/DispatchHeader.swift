import Bytecode

/// Handlers, dispatch table and entry of the tail-calling interpreter loop.
///
/// Each handler inlines its Swift body, loads the next word and jumps through the table. The header
/// is imported only by the file that also defines the bodies' shims: they must meet in one LLVM
/// module to be inlined.
func dispatchHeaderText() -> String {
  var text = """
    // \(generatedNotice)
    #pragma once

    #include <stdint.h>

    typedef uint64_t *RacerPC;
    typedef unsigned long *RacerRegisters;
    typedef __attribute__((preserve_none)) unsigned long (*RacerHandler)(
        RacerPC pc, RacerRegisters r, RacerRegisters k, const void *const *table, uint64_t word,
        void *thread);

    /// Keeps the branch around it a branch. Without it a conditional jump's body becomes a
    /// conditional move, and fetching the next word waits for the comparison's data: a tight loop
    /// then takes twice the time (measured: 4.2 against 2.1 ns).
    static inline __attribute__((always_inline)) void racer_keep_branch(void) {
      __asm__ volatile("");
    }

    #define RACER_ARGUMENTS                                                                       \\
      RacerPC pc, RacerRegisters r, RacerRegisters k, const void *const *table, uint64_t word,    \\
          void *thread
    #define RACER_PLACES RacerPC *pc, RacerRegisters *r, RacerRegisters *k, void *thread, uint64_t word
    #define RACER_NEXT                                                                            \\
      word = *pc;                                                                                 \\
      __attribute__((musttail)) return ((RacerHandler)table[word & 0xffff])(                      \\
          pc + 1, r, k, table, word, thread)

    /// Drops the value that an instruction displaced, then goes on: in place of its word.
    __attribute__((swiftcall)) void x_release(RACER_PLACES);
    static __attribute__((preserve_none, noinline, unused)) unsigned long racer_release(
        RACER_ARGUMENTS) {
      [[clang::always_inline]] x_release(&pc, &r, &k, thread, word);
      RACER_NEXT;
    }

    /// An instruction of one part.
    #define RACER_HANDLER(name)                                                                   \\
      __attribute__((swiftcall)) void x_##name(RACER_PLACES);                                     \\
      static __attribute__((preserve_none, aligned(32), unused)) unsigned long                    \\
      racer_handle_##name(RACER_ARGUMENTS) {                                                      \\
        [[clang::always_inline]] x_##name(&pc, &r, &k, thread, word);                             \\
        RACER_NEXT;                                                                               \\
      }

    /// An instruction of one part that may leave a value to be dropped.
    #define RACER_DROPPING_HANDLER(name)                                                          \\
      __attribute__((swiftcall)) unsigned long x_##name(RACER_PLACES);                            \\
      static __attribute__((preserve_none, aligned(32), unused)) unsigned long                    \\
      racer_handle_##name(RACER_ARGUMENTS) {                                                      \\
        unsigned long dropped;                                                                    \\
        [[clang::always_inline]] dropped = x_##name(&pc, &r, &k, thread, word);                   \\
        if (__builtin_expect(dropped != 0, 0)) {                                                  \\
          __attribute__((musttail)) return racer_release(pc, r, k, table, dropped, thread);       \\
        }                                                                                         \\
        RACER_NEXT;                                                                               \\
      }

    /// An instruction of two parts. The first calls nothing, so that it needs no stack frame; it says
    /// how to go on: 0 the next instruction, 1 the second part, else a value to be dropped first.
    #define RACER_SPLIT_HANDLER(name)                                                             \\
      __attribute__((swiftcall)) unsigned long x_##name(RACER_PLACES);                            \\
      __attribute__((swiftcall)) void y_##name(RACER_PLACES);                                     \\
      static __attribute__((preserve_none, noinline, unused)) unsigned long racer_slow_##name(    \\
          RACER_ARGUMENTS) {                                                                      \\
        [[clang::always_inline]] y_##name(&pc, &r, &k, thread, word);                             \\
        RACER_NEXT;                                                                               \\
      }                                                                                           \\
      static __attribute__((preserve_none, aligned(32), unused)) unsigned long                    \\
      racer_handle_##name(RACER_ARGUMENTS) {                                                      \\
        unsigned long outcome;                                                                    \\
        [[clang::always_inline]] outcome = x_##name(&pc, &r, &k, thread, word);                   \\
        if (__builtin_expect(outcome == 1, 0)) {                                                  \\
          __attribute__((musttail)) return racer_slow_##name(pc, r, k, table, word, thread);      \\
        }                                                                                         \\
        if (__builtin_expect(outcome != 0, 0)) {                                                  \\
          __attribute__((musttail)) return racer_release(pc, r, k, table, outcome, thread);       \\
        }                                                                                         \\
        RACER_NEXT;                                                                               \\
      }

    /// A fused instruction: where its only part does not apply, it is the plain one.
    #define RACER_FUSED_HANDLER(name, plain)                                                      \\
      __attribute__((swiftcall)) unsigned long x_##name(RACER_PLACES);                            \\
      static __attribute__((preserve_none, unused)) unsigned long racer_handle_##plain(           \\
          RACER_ARGUMENTS);                                                                       \\
      static __attribute__((preserve_none, aligned(32), unused)) unsigned long                    \\
      racer_handle_##name(RACER_ARGUMENTS) {                                                      \\
        unsigned long outcome;                                                                    \\
        [[clang::always_inline]] outcome = x_##name(&pc, &r, &k, thread, word);                   \\
        if (__builtin_expect(outcome == 1, 0)) {                                                  \\
          __attribute__((musttail)) return racer_handle_##plain(pc, r, k, table, word, thread);   \\
        }                                                                                         \\
        if (__builtin_expect(outcome != 0, 0)) {                                                  \\
          __attribute__((musttail)) return racer_release(pc, r, k, table, outcome, thread);       \\
        }                                                                                         \\
        RACER_NEXT;                                                                               \\
      }


    """
  for row in opcodeTable where row.name != "exit" {
    let body = opcodeBody(row.name)
    if let plain = body.plain {
      text += "RACER_FUSED_HANDLER(\(row.name), \(plain))\n"
      continue
    }
    let kind = body.isSplit ? "SPLIT_" : body.isDropping ? "DROPPING_" : ""
    text += "RACER_\(kind)HANDLER(\(row.name))\n"
  }
  text += """

    static __attribute__((preserve_none, aligned(32), unused)) unsigned long racer_handle_exit(
        RACER_ARGUMENTS) {
      return r[(word >> 16) & 0x7fff];
    }

    /// Runs from `pc` to the next `exit` instruction and returns the register that it names.
    static inline unsigned long racer_run(RacerPC pc, RacerRegisters r, RacerRegisters k,
                                          void *thread) {
      static const void *const table[] = {

    """
  for row in opcodeTable { text += "    (const void *)racer_handle_\(row.name),\n" }
  text += """
      };
      uint64_t word = *pc;
      return ((RacerHandler)table[word & 0xffff])(pc + 1, r, k, table, word, thread);
    }

    """
  return text
}
