// Interned, immortal strings that the runtime looks up by name: attribute names, mostly.

import CRuntime

/// A name in the process-wide table. The raw value is the case's name: asked of the enum otherwise,
/// it would be looked up by reflection, which takes a good part of the start-up.
package enum WellKnownName: String, CaseIterable {
  case __init__, __new__, __del__, __call__, __repr__, __str__, __bytes__, __format__, __hash__
  case __bool__, __len__, __length_hint__, __iter__, __next__, __reversed__, __contains__
  case __getitem__, __setitem__, __delitem__, __missing__, __class_getitem__
  case __getattribute__, __getattr__, __setattr__, __delattr__, __dir__
  case __get__, __set__, __delete__, __set_name__, __init_subclass__, __prepare__, __mro_entries__
  case __instancecheck__, __subclasscheck__, __subclasshook__, __abstractmethods__
  case __lt__, __le__, __eq__, __ne__, __gt__, __ge__
  case __add__, __radd__, __iadd__, __sub__, __rsub__, __isub__, __mul__, __rmul__, __imul__
  case __matmul__, __rmatmul__, __imatmul__, __truediv__, __rtruediv__, __itruediv__
  case __floordiv__, __rfloordiv__, __ifloordiv__, __mod__, __rmod__, __imod__
  case __divmod__, __rdivmod__, __pow__, __rpow__, __ipow__
  case __lshift__, __rlshift__, __ilshift__, __rshift__, __rrshift__, __irshift__
  case __and__, __rand__, __iand__, __xor__, __rxor__, __ixor__, __or__, __ror__, __ior__
  case __neg__, __pos__, __abs__, __invert__, __int__, __float__, __complex__, __index__
  case __round__, __trunc__, __floor__, __ceil__
  case __enter__, __exit__, __aenter__, __aexit__, __await__, __aiter__, __anext__
  case __class__, __dict__, __doc__, __name__, __qualname__, __module__, __bases__, __mro__
  case __slots__, __weakref__, __annotations__, __type_params__, __static_attributes__
  case __firstlineno__, __classcell__, __match_args__, __orig_bases__, __orig_class__
  case __defaults__, __kwdefaults__, __code__, __closure__, __globals__, __builtins__, __func__
  case __self__, __wrapped__, __isabstractmethod__, __text_signature__, __objclass__
  case __file__, __path__, __package__, __spec__, __loader__, __cached__, __all__, __main__
  case __import__, __build_class__, __debug__, __notes__, __traceback__, __context__, __cause__
  case __suppress_context__, __reduce__, __reduce_ex__, __getstate__, __setstate__, __copy__
  case __deepcopy__, __sizeof__, __fspath__, __origin__, __args__, __parameters__, __unpacked__
  case __typing_subst__, __bound__, __constraints__, __value__
  case builtins, sys, stdin, stdout, stderr, write, flush, keys, items, values, get, send, close
  case `throw`, mro, type, object, `super`, args, name, obj, path, value, code, msg
  case filename, lineno, offset, text, append, update, copy, sort, join, read, readline
  case modules, strict, utf_8, surrogateescape, displayhook, excepthook, last_exc, encoding, errors,
    mode, metaclass, `default`
  case key, reverse, sep, end, file, errno, strerror, filename2, print_file_and_line, name_from
  case end_lineno, end_offset, start, stop, step, `return`, print

  /// The name's place in the table.
  @inline(__always) package var ordinal: UInt {
    // An enum of at most 256 cases is one byte wide.
    MemoryLayout<WellKnownName>.size == 1
      ? UInt(unsafeBitCast(self, to: UInt8.self)) : UInt(unsafeBitCast(self, to: UInt16.self))
  }
}

extension Value {
  /// A well-known name: one load. Immortal.
  @inline(__always) package static func name(_ name: WellKnownName) -> Value {
    Value(bits: racer_name(name.ordinal))
  }
}
