// time: clocks, sleeping, calendar time.

import Glibc
import Runtime

package enum TimeModule {
  package static let definition = ModuleDefinition(
    name: "time", doc: "Clocks and calendar time.",
    functions: [
      Method("time()", time, "Seconds since the epoch."),
      Method("time_ns()", timeNanoseconds, "Nanoseconds since the epoch."),
      Method("monotonic()", monotonic, "Seconds of a clock that never goes back."),
      Method(
        "monotonic_ns()", monotonicNanoseconds, "Nanoseconds of a clock that never goes back."),
      Method("perf_counter()", monotonic, "Seconds of the clock with the finest resolution."),
      Method(
        "perf_counter_ns()", monotonicNanoseconds,
        "Nanoseconds of the clock with the finest resolution."),
      Method("process_time()", processTime, "CPU seconds of the process."),
      Method("process_time_ns()", processTimeNanoseconds, "CPU nanoseconds of the process."),
      Method("thread_time()", threadTime, "CPU seconds of the thread."),
      Method("thread_time_ns()", threadTimeNanoseconds, "CPU nanoseconds of the thread."),
      Method("sleep(seconds, /)", sleep, "Waits so many seconds; other threads run meanwhile."),
      Method("gmtime(seconds=None, /)", universalTime, "Calendar time in UTC."),
      Method("localtime(seconds=None, /)", localTime, "Calendar time where we are."),
      Method("mktime(tuple, /)", makeTime, "Seconds since the epoch of a local calendar time."),
      Method("strftime(format, tuple=None, /)", formatTime, "Calendar time as text."),
      Method("asctime(tuple=None, /)", textTime, "Calendar time as `Sat Jun 06 16:26:11 1998`."),
      Method("ctime(seconds=None, /)", clockText, "Local time of a number of seconds, as asctime."),
      Method("tzset()", resetZone, "Reads the time zone's settings anew."),
    ],
    constants: { (thread, module) throws(Raised) in try addConstants(thread, module) })

  private static func addConstants(_ thread: ThreadState, _ module: ModuleBuilder) throws(Raised) {
    try module.add("struct_time", thread.retain(StructTime.type(thread)))
    tzset()
    // Offset of standard time: what holds in one of January and July.
    let offset = min(zoneOffset(month: 0), zoneOffset(month: 6))
    try module.add("timezone", Value(small: -offset))
    try module.add("daylight", thread.integer(Int(Glibc.daylight)))
    try module.add("altzone", Value(small: -offset - (Glibc.daylight != 0 ? 3600 : 0)))
    let standard = try thread.string(zoneName(Glibc.tzname.0))
    let summer = try thread.string(zoneName(Glibc.tzname.1))
    defer {
      thread.release(standard)
      thread.release(summer)
    }
    try module.add("tzname", thread.tuple(standard, summer))
    let clocks: [(StaticString, Int32)] = [
      ("CLOCK_REALTIME", CLOCK_REALTIME), ("CLOCK_MONOTONIC", CLOCK_MONOTONIC),
      ("CLOCK_PROCESS_CPUTIME_ID", CLOCK_PROCESS_CPUTIME_ID),
      ("CLOCK_THREAD_CPUTIME_ID", CLOCK_THREAD_CPUTIME_ID),
    ]
    for (name, clock) in clocks { try module.add(name, Value(small: Int(clock))) }
  }

  /// Seconds east of UTC on the first of a month of this year.
  private static func zoneOffset(month: Int32) -> Int {
    var fields = now()
    fields.tm_mon = month
    fields.tm_mday = 1
    mktime(&fields)
    return fields.tm_gmtoff
  }

  private static func zoneName(_ name: UnsafeMutablePointer<CChar>?) -> String {
    name.map { String(cString: $0) } ?? "UTC"
  }

  // MARK: Clocks

  private static func nanoseconds(_ clock: clockid_t) -> Int {
    var now = timespec()
    clock_gettime(clock, &now)
    return now.tv_sec * 1_000_000_000 + now.tv_nsec
  }
  private static func seconds(_ thread: ThreadState, _ clock: clockid_t) throws(Raised) -> Value {
    try thread.float(Double(nanoseconds(clock)) / 1e9)
  }

  static func time(thread: ThreadState) throws(Raised) -> Value {
    try seconds(thread, CLOCK_REALTIME)
  }
  static func timeNanoseconds(thread: ThreadState) throws(Raised) -> Value {
    try thread.integer(nanoseconds(CLOCK_REALTIME))
  }
  static func monotonic(thread: ThreadState) throws(Raised) -> Value {
    try seconds(thread, CLOCK_MONOTONIC)
  }
  static func monotonicNanoseconds(thread: ThreadState) throws(Raised) -> Value {
    try thread.integer(nanoseconds(CLOCK_MONOTONIC))
  }
  static func processTime(thread: ThreadState) throws(Raised) -> Value {
    try seconds(thread, CLOCK_PROCESS_CPUTIME_ID)
  }
  static func processTimeNanoseconds(thread: ThreadState) throws(Raised) -> Value {
    try thread.integer(nanoseconds(CLOCK_PROCESS_CPUTIME_ID))
  }
  static func threadTime(thread: ThreadState) throws(Raised) -> Value {
    try seconds(thread, CLOCK_THREAD_CPUTIME_ID)
  }
  static func threadTimeNanoseconds(thread: ThreadState) throws(Raised) -> Value {
    try thread.integer(nanoseconds(CLOCK_THREAD_CPUTIME_ID))
  }

  /// Detached while it waits; signal handlers run meanwhile (PEP 475).
  static func sleep(thread: ThreadState, duration: Value) throws(Raised) -> Value {
    let seconds = try thread.double(from: duration)
    if seconds.isNaN {
      throw thread.raise(.valueError, "Invalid value NaN (not a number)")
    }
    if seconds < 0 { throw thread.raise(.valueError, "sleep length must be non-negative") }
    if seconds > 9e9 {
      throw thread.raise(.overflowError, "timestamp too large to convert to C _PyTime_t")
    }
    try thread.sleep(until: Scheduler.deadline(after: Int64((seconds * 1e9).rounded(.up))))
    return .none
  }

  // MARK: Calendar time

  private static func moment(_ thread: ThreadState, _ seconds: Value) throws(Raised) -> time_t {
    if seconds.isNone { return Glibc.time(nil) }
    let number = try thread.double(from: seconds)
    guard number.isFinite, abs(number) < 1e17 else {
      throw thread.raise(.overflowError, "timestamp out of range for platform time_t")
    }
    return time_t(number.rounded(.down))
  }

  static func universalTime(thread: ThreadState, seconds: Value) throws(Raised) -> Value {
    var moment = try moment(thread, seconds)
    var fields = tm()
    gmtime_r(&moment, &fields)
    return try StructTime.make(thread, fields)
  }

  static func localTime(thread: ThreadState, seconds: Value) throws(Raised) -> Value {
    var moment = try moment(thread, seconds)
    var fields = tm()
    localtime_r(&moment, &fields)
    return try StructTime.make(thread, fields)
  }

  static func makeTime(thread: ThreadState, tuple: Value) throws(Raised) -> Value {
    var fields = try StructTime.fields(thread, tuple)
    return try thread.float(Double(mktime(&fields)))
  }

  static func formatTime(thread: ThreadState, format: Value, tuple: Value) throws(Raised) -> Value {
    guard format.isInstance(TypeFlags.stringSubclass) else {
      throw thread.raise(
        .typeError, "strftime() argument 1 must be str, not \(format.type.nameText)")
    }
    var fields = try tuple.isNone ? now() : StructTime.fields(thread, tuple)
    let text = StringObject(format).text
    if text.isEmpty { return try thread.string("") }
    var size = 256
    while true {
      var buffer = [CChar](repeating: 0, count: size)
      let count = strftime(&buffer, size, text, &fields)
      if count > 0 || size > 256 * max(1, text.utf8.count) {
        return try thread.string(
          String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self))
      }
      size *= 2
    }
  }

  private static func now() -> tm {
    var moment = Glibc.time(nil)
    var fields = tm()
    localtime_r(&moment, &fields)
    return fields
  }

  static func textTime(thread: ThreadState, tuple: Value) throws(Raised) -> Value {
    try text(thread, tuple.isNone ? now() : StructTime.fields(thread, tuple))
  }

  static func clockText(thread: ThreadState, seconds: Value) throws(Raised) -> Value {
    var moment = try moment(thread, seconds)
    var fields = tm()
    localtime_r(&moment, &fields)
    return try text(thread, fields)
  }

  private static func text(_ thread: ThreadState, _ fields: tm) throws(Raised) -> Value {
    let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let day = fields.tm_mday < 10 ? " \(fields.tm_mday)" : "\(fields.tm_mday)"
    return try thread.string(
      "\(days[Int(fields.tm_wday) % 7]) \(months[Int(fields.tm_mon) % 12]) \(day) "
        + "\(two(fields.tm_hour)):\(two(fields.tm_min)):\(two(fields.tm_sec)) "
        + "\(fields.tm_year + 1900)")
  }

  static func resetZone(thread: ThreadState) throws(Raised) -> Value {
    tzset()
    return .none
  }
}
