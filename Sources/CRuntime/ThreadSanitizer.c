// What ThreadSanitizer must not be told.
//
// In a build with `--sanitize thread` the Swift compiler reports each `inout` use of a variable as a
// write to its first byte, whatever is then done with it: `pointer.pointee.field = x` and
// `racer_load_relaxed_u32(&pointer.pointee.field)` count as writes to the structure's first word,
// which in an object is the counting word of its owner. The true loads and stores are seen as in
// any other code, so nothing is lost by leaving those reports out; compilers used to have a switch
// for it. The linker sends them here (`--wrap`, Package.swift).

#ifndef __has_feature
#define __has_feature(x) 0
#endif

#if __has_feature(thread_sanitizer)
void __wrap___tsan_external_write(void *address, void *caller, void *tag) {
  (void)address, (void)caller, (void)tag;
}
#endif
