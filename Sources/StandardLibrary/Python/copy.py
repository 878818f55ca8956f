"""Shallow and deep copies of any object."""

__all__ = ["Error", "copy", "deepcopy", "replace"]


class Error(Exception):
    """An object can't be copied."""


error = Error

_ATOMIC = frozenset([
    type(None), int, float, bool, complex, str, bytes, tuple, type, range, slice, property,
    type(Ellipsis), type(NotImplemented), type(len), type(lambda: None), frozenset,
    type((lambda: None).__code__),
])
_nothing = object()


def copy(x):
    """A shallow copy."""
    cls = type(x)
    if cls in _ATOMIC or issubclass(cls, type):
        return x
    if cls in (list, dict, set, bytearray):
        return x.copy()
    copier = getattr(cls, "__copy__", None)
    if copier is not None:
        return copier(x)
    reduced = _reduce(x, cls)
    if isinstance(reduced, str):
        return x
    return _reconstruct(x, None, *reduced)


def _reduce(x, cls):
    """What the object says about how to make it again."""
    try:
        import copyreg
        reductor = copyreg.dispatch_table.get(cls)
    except ImportError:
        reductor = None
    if reductor is not None:
        return reductor(x)
    reductor = getattr(x, "__reduce_ex__", None)
    if reductor is not None:
        return reductor(4)
    reductor = getattr(x, "__reduce__", None)
    if reductor is not None:
        return reductor()
    raise Error(f"un(deep)copyable object of type {cls}")


def deepcopy(x, memo=None, _nil=_nothing):
    """A copy of the object and of all that it refers to."""
    cls = type(x)
    if cls in _ATOMIC and cls is not tuple and cls is not frozenset and cls is not slice:
        return x
    if memo is None:
        memo = {}
    key = id(x)
    known = memo.get(key, _nothing)
    if known is not _nothing:
        return known
    copier = _deep_copiers.get(cls)
    if copier is not None:
        result = copier(x, memo)
    elif issubclass(cls, type):
        return x
    else:
        copier = getattr(x, "__deepcopy__", None)
        if copier is not None:
            result = copier(memo)
        else:
            reduced = _reduce(x, cls)
            if isinstance(reduced, str):
                result = x
            else:
                result = _reconstruct(x, memo, *reduced)
    if result is not x:
        memo[key] = result
        _keep_alive(x, memo)
    return result


def _keep_alive(x, memo):
    """Keeps an object for as long as the memo has its id."""
    memo.setdefault(id(memo), []).append(x)


def _deepcopy_list(x, memo):
    result = []
    memo[id(x)] = result
    append = result.append
    for item in x:
        append(deepcopy(item, memo))
    return result


def _deepcopy_tuple(x, memo):
    items = [deepcopy(item, memo) for item in x]
    # The tuple may contain itself by way of an item.
    known = memo.get(id(x), _nothing)
    if known is not _nothing:
        return known
    for old, new in zip(x, items):
        if old is not new:
            return tuple(items)
    return x


def _deepcopy_dict(x, memo):
    result = {}
    memo[id(x)] = result
    for key, value in x.items():
        result[deepcopy(key, memo)] = deepcopy(value, memo)
    return result


def _deepcopy_method(x, memo):
    return type(x)(x.__func__, deepcopy(x.__self__, memo))


_deep_copiers = {
    list: _deepcopy_list,
    tuple: _deepcopy_tuple,
    dict: _deepcopy_dict,
    type(_deepcopy_list.__get__(1)): _deepcopy_method,
}


def _reconstruct(x, memo, func, args, state=None, listiter=None, dictiter=None, setter=None):
    deep = memo is not None
    if deep and args:
        args = [deepcopy(arg, memo) for arg in args]
    result = func(*args)
    if deep:
        memo[id(x)] = result
    if state is not None:
        if deep:
            state = deepcopy(state, memo)
        if setter is not None:
            setter(result, state)
        elif hasattr(result, "__setstate__"):
            result.__setstate__(state)
        else:
            slots = None
            if isinstance(state, tuple) and len(state) == 2:
                state, slots = state
            if state:
                result.__dict__.update(state)
            if slots:
                for name, value in slots.items():
                    setattr(result, name, value)
    if listiter is not None:
        for item in listiter:
            result.append(deepcopy(item, memo) if deep else item)
    if dictiter is not None:
        for key, value in dictiter:
            if deep:
                key = deepcopy(key, memo)
                value = deepcopy(value, memo)
            result[key] = value
    return result


def replace(obj, /, **changes):
    """A copy with other values in some fields."""
    func = getattr(obj.__class__, "__replace__", None)
    if func is None:
        raise TypeError(f"replace() does not support {obj.__class__.__name__} objects")
    return func(obj, **changes)
