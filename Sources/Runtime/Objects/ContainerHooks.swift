// What containers need from parts of the runtime that come later in start-up.

import CRuntime

package enum ContainerHooks {
  package typealias AliasHook = (ThreadState, Value, Value) throws(Raised) -> Value

  /// `type[item]`, as `types.GenericAlias(type, item)`; set once at start-up.
  nonisolated(unsafe) package static var genericAlias: AliasHook = {
    (thread, type, _) throws(Raised) in thread.retain(type)
  }
}

extension ThreadState {
  func genericAlias(_ type: Value, _ item: Value) throws(Raised) -> Value {
    try ContainerHooks.genericAlias(self, type, item)
  }

  /// A function of the builtins module, owned: what `__reduce__` of iterators names.
  func builtin(_ name: StaticString) throws(Raised) -> Value {
    let builtins = BuiltinHooks.builtinsDictionary(self)
    let found =
      builtins.isReference
      ? DictObject(builtins).get(self, name: try intern("\(name)")) : .unbound
    if found.isUnbound { throw raise(.attributeError, "\(name)") }
    return found
  }
}
