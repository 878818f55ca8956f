// A thread's register stack: reserved address space that is committed as it is touched and never
// moves (concurrency.md R6), with an inaccessible page at its end.

import Glibc

struct RegisterStack {
  let base: UnsafeMutablePointer<UInt>
  let limit: UnsafeMutablePointer<UInt>

  /// Bytes reserved for the main thread, and for each other.
  static var mainSize: Int { 512 << 20 }
  static var threadSize: Int { 128 << 20 }

  /// Nil when no address space is left.
  static func reserve(bytes: Int) -> RegisterStack? {
    let flags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE
    let memory = mmap(nil, bytes, PROT_READ | PROT_WRITE, flags, -1, 0)
    guard let memory, memory != MAP_FAILED else { return nil }
    let usable = bytes - 4096
    mprotect(memory + usable, 4096, PROT_NONE)
    let base = memory.bindMemory(to: UInt.self, capacity: usable / 8)
    return RegisterStack(base: base, limit: base + usable / 8)
  }
}

extension UnsafeMutablePointer where Pointee == ThreadRecord {
  /// Gives touched memory of an ended thread's stack back to the system, for the record's next user.
  func trimRegisterStack() {
    let bytes = UInt(bitPattern: pointee.stackLimit) - UInt(bitPattern: pointee.stackBase)
    madvise(pointee.stackBase, Int(bytes), MADV_DONTNEED)
  }
}
