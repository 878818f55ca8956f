import Glibc

/// Runs deeply recursive work where it cannot overflow the stack.
///
/// A thread that a script has started may have little stack left, and what a source nests is up to
/// its author. A thread of its own costs some 50 microseconds.
public enum LargeStack {
  private static let size = 256 << 20

  private final class Work {
    let body: () -> Void
    init(_ body: @escaping () -> Void) { self.body = body }
  }

  /// Runs a function to its end on a thread with a large stack. If no thread can be had, it runs on
  /// the current one.
  public static func run<Result>(_ body: () -> Result) -> Result {
    var result: Result?
    withoutActuallyEscaping(body) { body in
      let work = Work { result = body() }
      if !runOnThread(work) { work.body() }
    }
    guard let result else { fatalError("the work of a large stack did not run") }
    return result
  }

  private static func runOnThread(_ work: Work) -> Bool {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setstacksize(&attributes, size)
    var thread = pthread_t()
    let retained = Unmanaged.passRetained(work)
    let status = pthread_create(
      &thread, &attributes,
      { argument in
        if let argument { Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().body() }
        return nil
      }, retained.toOpaque())
    guard status == 0 else {
      retained.release()
      return false
    }
    pthread_join(thread, nil)
    return true
  }
}
