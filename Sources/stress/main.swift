// The native stress harness: `stress [--gil] [seconds per scenario] [threads] [scenario …]`.
//
// Build it with `-Xswiftc -DRACER_STRESS` for forced yields between the steps of the protocols, and
// with `--sanitize=thread` or `--sanitize=address`. A broken rule ends the process.

import CRuntime
import Glibc
import Runtime

var arguments = Array(CommandLine.arguments.dropFirst())
let isGIL = arguments.first == "--gil"
if isGIL { arguments.removeFirst() }
let seconds = arguments.first.flatMap(Double.init) ?? 2
let threads = arguments.dropFirst().first.flatMap { Int($0) } ?? 4
let chosen = Set(arguments.dropFirst(2))

let thread = ThreadState.startMain(mode: isGIL ? .gil : .free)
for scenario in Scenario.all where chosen.isEmpty || chosen.contains(scenario.name) {
  let before = Heap.liveObjectCount()
  Scenario.expectedLeaks = 0
  let start = racer_now()
  scenario.run(thread, threads, seconds)
  // Threads that were ending while the scenario counted down have merged what was theirs by now.
  thread.whileDetached { _ = usleep(20_000) }
  thread.passSafepoint()
  thread.drainReleases()
  Scenario.collectDeferred(thread)
  let leaked = thread.stopTheWorld { Heap.liveObjectCount() } - before - Scenario.expectedLeaks
  let milliseconds = (racer_now() - start) / 1_000_000
  print("\(scenario.name): \(leaked == 0 ? "ok" : "LEAKED \(leaked)") in \(milliseconds) ms")
  fflush(stdout)
  if leaked != 0 { exit(1) }
}
