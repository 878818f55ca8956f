#if canImport(Glibc)
  import Glibc
#endif

/// glibc's extension, which its Swift module hides.
@_silgen_name("pthread_getattr_np")
private func pthreadAttributes(
  _ thread: pthread_t, _ attributes: UnsafeMutablePointer<pthread_attr_t>
) -> Int32

/// Tells when recursion comes near the end of the thread's stack.
struct StackGuard {
  /// The lowest address that recursion may reach.
  private let limit: UInt

  /// What is kept free for the frames of one step of recursion.
  private static let reserve: UInt = 256 << 10

  init() {
    var attributes = pthread_attr_t()
    var base: UnsafeMutableRawPointer?
    var size = 0
    guard pthreadAttributes(pthread_self(), &attributes) == 0,
      pthread_attr_getstack(&attributes, &base, &size) == 0
    else {
      limit = 0
      return
    }
    pthread_attr_destroy(&attributes)
    limit = UInt(bitPattern: base) + StackGuard.reserve
  }

  var isNearTheEnd: Bool {
    withUnsafeTemporaryAllocation(byteCount: 8, alignment: 8) { buffer in
      UInt(bitPattern: buffer.baseAddress) < limit
    }
  }
}
