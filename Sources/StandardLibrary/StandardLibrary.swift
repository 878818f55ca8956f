// The native modules, one line each.

import Runtime

package enum StandardLibrary {
  /// Tells the import system of all modules. Tables are made when a module is imported.
  package static func register() {
    NativeModules.register("sys", SysModule.definition)
    NativeModules.register("atexit", AtExitModule.definition)
    NativeModules.register("_collections", CollectionsModule.definition)
    NativeModules.register("_functools", FunctoolsModule.definition)
    NativeModules.register("_pager", PagerModule.definition)
    NativeModules.register("itertools", ItertoolsModule.definition)
    NativeModules.register("bisect", BisectModule.definition)
    NativeModules.register("cmath", CmathModule.definition)
    NativeModules.register("faulthandler", FaultHandlerModule.definition)
    NativeModules.register("heapq", HeapqModule.definition)
    NativeModules.register("posix", PosixModule.definition)
    NativeModules.register("time", TimeModule.definition)
    NativeModules.register("math", MathModule.definition)
    NativeModules.register("operator", OperatorModule.definition)
    NativeModules.register("random", RandomModule.definition)
    NativeModules.register("_thread", ThreadModule.definition)
    EmbeddedSources.register()
  }
}
