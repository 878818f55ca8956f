// How a heap type declares which references it holds: one `visit` function per type names each
// field once. Destruction, the collector and the debugger's checks all use it.

/// Called with each reference field of an object. Fields may hold any valid word; those that are
/// not references are to be skipped by the receiver.
package struct ReferenceVisitor {
  package typealias Receive =
    @convention(thin) (
      UnsafeMutablePointer<UInt>, _ isCounted: Bool, UnsafeMutableRawPointer
    ) -> Void
  let context: UnsafeMutableRawPointer
  let receive: Receive

  package init(context: UnsafeMutableRawPointer, receive: Receive) {
    self.context = context
    self.receive = receive
  }

  /// A field whose reference is counted.
  @inline(__always) package func counted(_ field: UnsafeMutablePointer<Value>) {
    receive(UnsafeMutableRawPointer(field).assumingMemoryBound(to: UInt.self), true, context)
  }
  /// A field whose reference is never counted (R3, "uncounted fields").
  @inline(__always) package func uncounted(_ field: UnsafeMutablePointer<Value>) {
    receive(UnsafeMutableRawPointer(field).assumingMemoryBound(to: UInt.self), false, context)
  }
  /// Consecutive counted fields.
  package func counted(_ fields: UnsafeMutablePointer<Value>, count: Int) {
    for index in 0..<count { counted(fields + index) }
  }
}
