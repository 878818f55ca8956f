// Generators: a window that is kept aside between resumptions.
//
// Ownership of a generator is claimed by compare-and-swap on its state: a second thread gets
// ValueError (prior-art.md 1.10, pitfall 5). Only the claimer touches the other fields; giving the
// state back is a release store, and the claim an acquire, so the next owner sees what was written.

import Bytecode
import CRuntime

package struct GeneratorBody {
  package var header: Header
  /// `GeneratorObject.State`.
  package var state: UInt32
  /// Register that gets what is sent in at the next resumption; −1 before the first.
  package var sentRegister: Int32
  /// Register of the iterator that a `yield from` hangs on, or −1.
  package var delegateRegister: Int32
  package var registerCount: Int32
  /// The saved window, `registerCount` words.
  package var registers: UnsafeMutablePointer<UInt>?
  package var resumeAddress: UnsafeMutablePointer<UInt64>
  /// Uncounted where the function is deferred.
  package var function: Value
  package var name: Value
  package var qualifiedName: Value
  /// The exception that the generator itself handles while it is suspended, or None.
  package var handled: Value
}

package struct GeneratorObject {
  package let body: UnsafeMutablePointer<GeneratorBody>
  @inline(__always) init(_ value: Value) { body = value.reference.body(GeneratorBody.self) }
  @inline(__always) var value: Value { Value(Reference(UnsafeMutableRawPointer(body))) }

  enum State {
    static var created: UInt32 { 0 }
    static var suspended: UInt32 { 1 }
    static var running: UInt32 { 2 }
    static var finished: UInt32 { 3 }
  }

  private var stateAddress: UnsafeMutableRawPointer {
    UnsafeMutableRawPointer(body) + MemoryLayout<Header>.size
  }
  var state: UInt32 { racer_load_acquire_u32(stateAddress) }
  var function: FunctionObject { FunctionObject(body.pointee.function) }

  /// A generator that takes a running window over, to go on at an address.
  static func make(
    _ thread: ThreadState, window: UnsafeMutablePointer<UInt>,
    resumeAt address: UnsafeMutablePointer<UInt64>
  ) throws(Raised) -> Value {
    let frame = Frame(window)
    let kind: WellKnownType =
      frame.code.has(.generator)
      ? .generator : frame.code.has(.coroutine) ? .coroutine : .asyncGenerator
    let count = Int(frame.code.body.pointee.registerCount)
    let registers = try thread.allocateStore(bytes: count * 8).assumingMemoryBound(to: UInt.self)
    let body = try thread.allocate(TypeObject(kind), GeneratorBody.self)
    let function = frame.functionValue
    body.pointee.function = function.isCounted ? thread.retain(function) : function
    body.pointee.name = frame.function.load(thread, \.name)
    body.pointee.qualifiedName = frame.function.load(thread, \.qualifiedName)
    body.pointee.handled = .none
    body.pointee.sentRegister = -1
    body.pointee.delegateRegister = -1
    body.pointee.registerCount = Int32(count)
    body.pointee.registers = registers
    body.pointee.resumeAddress = address
    body.pointee.state = State.created
    save(window, registers, count, thread)
    return Value(Reference(UnsafeMutableRawPointer(body)))
  }

  /// Moves a window's registers out. Words that go to the heap are counted.
  private static func save(
    _ window: UnsafeMutablePointer<UInt>, _ registers: UnsafeMutablePointer<UInt>, _ count: Int,
    _ thread: ThreadState
  ) {
    for index in 0..<count {
      // Fresh stack memory is zero, which is no valid word for the heap.
      registers[index] =
        window[index] == 0
        ? Value.none.bits : Instructions.takeForHeap(window, index, isLast: true, thread).bits
    }
  }

  /// The running window is kept aside, and others may claim the generator.
  func suspend(
    _ thread: ThreadState, window: UnsafeMutablePointer<UInt>,
    resumeAt address: UnsafeMutablePointer<UInt64>, sentRegister: Int, delegate: Int
  ) {
    GeneratorObject.save(
      window, body.pointee.registers.unsafelyUnwrapped, Int(body.pointee.registerCount), thread)
    body.pointee.resumeAddress = address
    body.pointee.sentRegister = Int32(sentRegister)
    body.pointee.delegateRegister = Int32(delegate)
    // What the generator handles comes back with it; `runClaimed` gives the caller its own.
    body.pointee.handled = thread.record.pointee.handled
    thread.record.pointee.handled = .none
    racer_store_release_u32(stateAddress, State.suspended)
  }

  // MARK: Resuming

  /// Makes this thread the owner. Unbound arguments aside, false means: finished already.
  private func claim(_ thread: ThreadState) throws(Raised) -> Bool {
    while true {
      var current = state
      if current == State.finished { return false }
      if current == State.running {
        throw thread.raise(.valueError, "\(kindText) already executing")
      }
      // The only thread need not compete.
      if !thread.isShared {
        racer_store_relaxed_u32(stateAddress, State.running)
        return true
      }
      if racer_cas_acqrel_u32(stateAddress, &current, State.running) { return true }
    }
  }

  var kindText: String {
    value.isExactly(.coroutine)
      ? "coroutine" : value.isExactly(.asyncGenerator) ? "asynchronous generator" : "generator"
  }

  /// Runs to the next `yield`. Sends a borrowed value, or raises the exception in flight if `throwing`.
  /// Unbound: the generator returned, and its (owned) value is in `returned`.
  func resume(_ thread: ThreadState, sending sent: Value, throwing: Bool, returned: inout Value)
    throws(Raised) -> Value
  {
    let wasCreated = state == State.created
    if wasCreated, !throwing, !sent.isNone {
      throw thread.raise(.typeError, "can't send non-None value to a just-started \(kindText)")
    }
    let inFlight = throwing ? thread.takeException() : .unbound
    do throws(Raised) {
      guard try claim(thread) else {
        if throwing {
          thread.restore(inFlight)
          throw Raised()
        }
        returned = .none
        return .unbound
      }
    } catch {
      if throwing, thread.record.pointee.exception.bits != inFlight.bits {
        thread.release(inFlight)
      }
      throw error
    }
    return try runClaimed(thread, sent, inFlight, &returned)
  }

  private func runClaimed(
    _ thread: ThreadState, _ sent: Value, _ inFlight: Value, _ returned: inout Value
  ) throws(Raised) -> Value {
    let record = thread.record
    let previous = record.pointee.registers
    let previousPC = record.pointee.programCounter
    let window: UnsafeMutablePointer<UInt>
    do throws(Raised) {
      window = try Interpreter.pushEntryFrame(
        thread, body.pointee.function, owner: Value(uncounted: value.reference))
    } catch {
      racer_store_release_u32(
        stateAddress, body.pointee.sentRegister < 0 ? State.created : State.suspended)
      throw error
    }
    restoreWindow(window)
    if body.pointee.sentRegister >= 0, inFlight.isUnbound {
      Instructions.put(window, Int(body.pointee.sentRegister), thread.retain(sent), thread)
    }
    // What the generator handles itself is current while it runs; the caller's comes back after.
    let callerHandled = record.pointee.handled
    let own = body.pointee.handled
    body.pointee.handled = .none
    record.pointee.handled = own.isNone ? thread.retain(callerHandled) : own
    defer {
      let current = record.pointee.handled
      record.pointee.handled = callerHandled
      thread.release(current)
    }
    var start = body.pointee.resumeAddress
    if !inFlight.isUnbound {
      thread.restore(inFlight)
      record.pointee.registers = window
      var r = window
      var k = Frame(window).code.body.pointee.constants
      Instructions.unwind(&start, &r, &k, thread)
      if start == Interpreter.entryReturnAddress {
        // Nothing in the generator handles it: the unwinder has left the window already.
        record.pointee.registers = previous
        record.pointee.programCounter = previousPC
        finish(thread)
        throw Raised()
      }
    }
    let result: Value
    do throws(Raised) {
      result = try Interpreter.run(thread, window, start, previous, previousPC)
    } catch {
      finish(thread)
      throw error
    }
    // The state does not tell a yield from a return: another thread may have resumed it by now.
    if record.pointee.didYield {
      record.pointee.didYield = false
      return result
    }
    finish(thread)
    returned = result
    return .unbound
  }

  private func restoreWindow(_ window: UnsafeMutablePointer<UInt>) {
    let registers = body.pointee.registers.unsafelyUnwrapped
    for index in 0..<Int(body.pointee.registerCount) {
      window[index] = registers[index]
      registers[index] = Value.none.bits
    }
  }

  /// Nothing is left to run.
  func finish(_ thread: ThreadState) {
    racer_store_release_u32(stateAddress, State.finished)
    body.pointee.delegateRegister = -1
  }

  /// What can be seen from outside, of one moment.
  struct Snapshot {
    let state: UInt32
    /// Owned, or unbound.
    let delegate: Value
    let resumeAddress: UnsafeMutablePointer<UInt64>
  }

  /// In a stop, as another thread may be running the generator.
  func snapshot(_ thread: ThreadState) -> Snapshot {
    let take = {
      Snapshot(
        state: state, delegate: thread.retain(delegate), resumeAddress: body.pointee.resumeAddress)
    }
    return thread.isShared ? thread.stopTheWorld(take) : take()
  }

  /// The iterator that a `yield from` of the suspended generator hangs on, or unbound. Borrowed; no
  /// other thread runs.
  private var delegate: Value { state == State.suspended ? claimedDelegate : .unbound }

  /// The same, for the generator's owner.
  private var claimedDelegate: Value {
    let register = Int(body.pointee.delegateRegister)
    guard register >= 0, let registers = body.pointee.registers else { return .unbound }
    return Value(bits: registers[register])
  }

  /// The same, owned.
  func takeDelegate(_ thread: ThreadState) -> Value {
    whileClaimed { thread.retain(claimedDelegate) } ?? .unbound
  }

  /// The exception that the suspended generator handles itself, owned, or None.
  func takeHandled(_ thread: ThreadState) -> Value {
    whileClaimed { thread.retain(body.pointee.handled) } ?? .none
  }

  /// Goes on behind the `yield from` whose iterator has returned. False if another thread has moved
  /// the generator meanwhile.
  func leaveDelegation(_ thread: ThreadState, of delegate: Value) -> Bool {
    let isLeft = whileClaimed {
      guard claimedDelegate.isIdentical(to: delegate), let registers = body.pointee.registers else {
        return false
      }
      // Layout: `L: send a, b, end; yieldDelegating a, b; jump L; end:`.
      let jump = body.pointee.resumeAddress
      let send = jump + 1 + Instructions.signedWide(jump.pointee)
      let iterator = Int(body.pointee.delegateRegister)
      thread.releaseLater(Value(bits: registers[iterator]))
      registers[iterator] = Value.none.bits
      body.pointee.resumeAddress = send + 1 + Instructions.signedC(send.pointee)
      body.pointee.delegateRegister = -1
      return true
    }
    thread.drainReleases()
    return isLeft ?? false
  }

  /// Owns the suspended generator for a moment; nil if it runs, or is not suspended.
  private func whileClaimed<Result>(_ body: () -> Result) -> Result? {
    var current = State.suspended
    guard racer_cas_acqrel_u32(stateAddress, &current, State.running) else { return nil }
    defer { racer_store_release_u32(stateAddress, State.suspended) }
    return body()
  }
}
