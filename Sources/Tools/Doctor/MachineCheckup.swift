import Glibc

/// What the machine offers that threads need: processors, memory, a place for temporary files.
package enum MachineCheckup {
  package static func findings() -> [Finding] {
    [processors(), load(), addressSpace(), stack(), overcommitment(), temporaryFolder()]
      .compactMap { $0 }
  }

  /// As many as the process may use: fewer than there are under `taskset` or in a container.
  private static func processors() -> Finding {
    let present = Environment.processorCount
    var allowed = allowedProcessors() ?? present
    var text = "\(allowed) of \(present), \(Environment.processorName)"
    if let share = processorShare() {
      text += ", held to \(Decimal.text(share, digits: 1)) by the container"
      allowed = min(allowed, Int(share.rounded(.up)))
    }
    return allowed > 1
      ? Finding(.good, "processors", text)
      : Finding(.remark, "processors", text + ": threads can't run at once")
  }

  /// The bits of the mask that the kernel shows in hexadecimal digits.
  private static func allowedProcessors() -> Int? {
    let lines = (Environment.fileText("/proc/self/status") ?? "").split(separator: "\n")
    guard let line = lines.first(where: { $0.hasPrefix("Cpus_allowed:") }) else { return nil }
    return line.dropFirst("Cpus_allowed:".count).reduce(0) {
      $0 + ($1.hexDigitValue?.nonzeroBitCount ?? 0)
    }
  }

  /// The control group's limit, in processors.
  private static func processorShare() -> Double? {
    guard let text = Environment.fileText("/sys/fs/cgroup/cpu.max") else { return nil }
    let words = text.split(whereSeparator: \.isWhitespace)
    guard words.count == 2, let quota = Double(words[0]), let period = Double(words[1]) else {
      return nil
    }
    return quota / period
  }

  private static func load() -> Finding {
    let machine = Machine()
    let text = Decimal.text(machine.load, digits: 1)
    return machine.isBusy
      ? Finding(.remark, "load", text + ": other programs disturb what compare measures")
      : Finding(.good, "load", text)
  }

  /// Heaps and stacks reserve address space that they use little of.
  private static func addressSpace() -> Finding {
    var limit = rlimit()
    getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit)
    if limit.rlim_cur == rlim_t.max { return Finding(.good, "address space", "no limit") }
    return Finding(
      .remark, "address space",
      "\(Decimal.megabytes(Int(limit.rlim_cur))) (ulimit -v): many threads may find no room")
  }

  private static func stack() -> Finding {
    var limit = rlimit()
    getrlimit(__rlimit_resource_t(RLIMIT_STACK.rawValue), &limit)
    if limit.rlim_cur == rlim_t.max { return Finding(.good, "stack", "no limit") }
    let text = Decimal.megabytes(Int(limit.rlim_cur))
    return limit.rlim_cur >= 8_000_000
      ? Finding(.good, "stack", text)
      : Finding(.remark, "stack", text + " (ulimit -s): deep recursion ends early")
  }

  private static func overcommitment() -> Finding? {
    guard let text = Environment.fileText("/proc/sys/vm/overcommit_memory"),
      text.first == "2"
    else { return nil }
    return Finding(
      .remark, "memory", "vm.overcommit_memory is 2: reserved memory counts as used")
  }

  private static func temporaryFolder() -> Finding {
    do {
      let file = try TemporaryFile()
      file.close()
      return Finding(.good, "temporary files", Environment.value("TMPDIR") ?? "/tmp")
    } catch {
      return Finding(.bad, "temporary files", "\(error)")
    }
  }
}
