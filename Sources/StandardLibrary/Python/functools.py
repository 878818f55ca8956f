"""Functions that take or return functions."""

from _functools import cmp_to_key, partial, reduce, _lru_cache_wrapper

__all__ = [
    "update_wrapper", "wraps", "WRAPPER_ASSIGNMENTS", "WRAPPER_UPDATES", "total_ordering",
    "cache", "cmp_to_key", "lru_cache", "reduce", "partial", "partialmethod", "singledispatch",
    "singledispatchmethod", "cached_property",
]

WRAPPER_ASSIGNMENTS = (
    "__module__", "__name__", "__qualname__", "__doc__", "__annotations__", "__type_params__")
WRAPPER_UPDATES = ("__dict__",)
GenericAlias = type(list[int])
_MappingProxy = type(type.__dict__)
_MISSING = object()


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Make a wrapper function look like the function that it wraps."""
    for attr in assigned:
        try:
            value = getattr(wrapped, attr)
        except AttributeError:
            pass
        else:
            setattr(wrapper, attr, value)
    for attr in updated:
        getattr(wrapper, attr).update(getattr(wrapped, attr, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Decorator that applies update_wrapper() to the decorated function."""
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)


# Ordering: each missing comparison is derived from the one that the class has.

def _from_root(root, negate, combine):
    """The comparison that follows from `root`: negated, and combined with equality or not."""
    def compare(self, other):
        result = root(type(self), self, other)
        if result is NotImplemented:
            return result
        if negate:
            result = not result
        if combine == "or ==":
            return result or self == other
        if combine == "and !=":
            return result and self != other
        return result
    return compare


# For each root: the names that it gives, whether negated, and how combined.
_DERIVED = {
    "__lt__": (("__gt__", True, "and !="), ("__le__", False, "or =="), ("__ge__", True, None)),
    "__le__": (("__ge__", True, "or =="), ("__lt__", False, "and !="), ("__gt__", True, None)),
    "__gt__": (("__lt__", True, "and !="), ("__ge__", False, "or =="), ("__le__", True, None)),
    "__ge__": (("__le__", True, "or =="), ("__gt__", False, "and !="), ("__lt__", True, None)),
}


def total_ordering(cls):
    """Class decorator that fills in missing ordering methods."""
    roots = {name for name in _DERIVED if getattr(cls, name, None) is not getattr(object, name)}
    if not roots:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    root = next(name for name in ("__lt__", "__le__", "__gt__", "__ge__") if name in roots)

    def call_root(kind, self, other):
        return getattr(kind, root)(self, other)

    for name, negate, combine in _DERIVED[root]:
        if name not in roots:
            method = _from_root(call_root, negate, combine)
            method.__name__ = name
            method.__qualname__ = f"{cls.__qualname__}.{name}"
            method.__doc__ = getattr(int, name).__doc__
            setattr(cls, name, method)
    return cls


class partialmethod:
    """A method with some of its arguments given already."""

    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        if isinstance(func, partialmethod):
            self.func = func.func
            self.args = func.args + args
            self.keywords = {**func.keywords, **keywords}
        else:
            self.func = func
            self.args = args
            self.keywords = keywords

    def __repr__(self):
        parts = [repr(self.func)]
        parts.extend(map(repr, self.args))
        parts.extend(f"{name}={value!r}" for name, value in self.keywords.items())
        cls = type(self)
        return f"{cls.__module__}.{cls.__qualname__}({', '.join(parts)})"

    def _make_unbound_method(self):
        def _method(cls_or_self, /, *args, **keywords):
            return self.func(cls_or_self, *self.args, *args, **{**self.keywords, **keywords})
        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method.__partialmethod__ = self
        return _method

    def __get__(self, obj, cls=None):
        get = getattr(self.func, "__get__", None)
        result = None
        if get is not None and not isinstance(self.func, partial):
            bound = get(obj, cls)
            if bound is not self.func:
                result = partial(bound, *self.args, **self.keywords)
                try:
                    result.__self__ = bound.__self__
                except AttributeError:
                    pass
        if result is None:
            result = self._make_unbound_method().__get__(obj, cls)
        return result

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)

    __class_getitem__ = classmethod(GenericAlias)


_cache_info_class = None


def _make_cache_info(*fields):
    # namedtuple is imported when somebody asks for statistics, not with every import of functools.
    global _cache_info_class
    if _cache_info_class is None:
        from collections import namedtuple
        _cache_info_class = namedtuple(
            "CacheInfo", ["hits", "misses", "maxsize", "currsize"], module=__name__)
    return _cache_info_class(*fields)


def lru_cache(maxsize=128, typed=False):
    """Decorator that keeps up to maxsize results of a function (None: all).

    With typed, equal arguments of different types are told apart.
    """
    if isinstance(maxsize, int):
        if maxsize < 0:
            maxsize = 0
    elif callable(maxsize) and isinstance(typed, bool):
        user_function, maxsize = maxsize, 128
        wrapper = _lru_cache_wrapper(user_function, maxsize, typed, _make_cache_info)
        wrapper.cache_parameters = lambda: {"maxsize": maxsize, "typed": typed}
        return update_wrapper(wrapper, user_function)
    elif maxsize is not None:
        raise TypeError("Expected first argument to be an integer, a callable, or None")

    def decorating_function(user_function):
        wrapper = _lru_cache_wrapper(user_function, maxsize, typed, _make_cache_info)
        wrapper.cache_parameters = lambda: {"maxsize": maxsize, "typed": typed}
        return update_wrapper(wrapper, user_function)

    return decorating_function


def cache(user_function, /):
    """Decorator that keeps every result of a function."""
    return lru_cache(maxsize=None)(user_function)


class cached_property:
    """A property computed once per instance and kept in its __dict__.

    Threads that ask for it at the same time may both compute it; all get the value stored first.
    """

    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__
        self.__module__ = func.__module__

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError(
                "Cannot assign the same cached_property to two different names "
                f"({self.attrname!r} and {name!r}).")

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        name = self.attrname
        if name is None:
            raise TypeError(
                "Cannot use cached_property instance without calling __set_name__ on it.")
        try:
            values = instance.__dict__
        except AttributeError:
            raise TypeError(
                f"No '__dict__' attribute on {type(instance).__name__!r} "
                f"instance to cache {name!r} property.") from None
        value = values.get(name, _MISSING)
        if value is _MISSING:
            value = self.func(instance)
            try:
                value = values.setdefault(name, value)
            except TypeError:
                raise TypeError(
                    f"The '__dict__' attribute on {type(instance).__name__!r} instance "
                    f"does not support item assignment for caching {name!r} property.") from None
        return value

    __class_getitem__ = classmethod(GenericAlias)


# Single dispatch: the implementation registered for the nearest class in the order of resolution,
# with the abstract classes that a class belongs to put behind it.

def _resolution_order(cls, types):
    order = list(cls.__mro__)
    virtual = []
    for kind in types:
        if (kind not in order and hasattr(kind, "__mro__") and not isinstance(kind, GenericAlias)
                and issubclass(cls, kind)):
            virtual.append(kind)
    # Derived classes before their bases.
    placed = []
    for kind in virtual:
        index = 0
        while index < len(placed) and not issubclass(kind, placed[index]):
            index += 1
        placed.insert(index, kind)
    last = order.pop() if order[-1] is object else None
    inserted = set()
    for kind in placed:
        introducer = cls
        for candidate in cls.__mro__:
            if candidate is not object and issubclass(candidate, kind):
                introducer = candidate
        index = order.index(introducer) + 1
        own = set(introducer.__mro__)
        while index < len(order) and (order[index] in own or order[index] in inserted):
            index += 1
        order.insert(index, kind)
        inserted.add(kind)
    if last is not None:
        order.append(last)
    return order


def _find_implementation(cls, registry):
    match = None
    for kind in _resolution_order(cls, list(registry)):
        if match is not None:
            if (kind in registry and kind not in cls.__mro__ and match not in cls.__mro__
                    and not issubclass(match, kind)):
                raise RuntimeError(f"Ambiguous dispatch: {match} or {kind}")
            break
        if kind in registry:
            match = kind
    return registry.get(match)


def _union_members(cls):
    """The members of a union of classes, or None."""
    if type(cls) is type(int | str) or getattr(cls, "_name", None) in ("Union", "Optional"):
        return getattr(cls, "__args__", None)
    return None


def _is_dispatchable(cls):
    if isinstance(cls, type):
        return not isinstance(cls, GenericAlias)
    members = _union_members(cls)
    return members is not None and all(isinstance(member, type) for member in members)


def _first_annotation(func):
    """Name and class that the first annotation of a function gives."""
    annotations = getattr(func, "__annotations__", {})
    if not annotations:
        raise TypeError(
            f"Invalid first argument to `register()`: {func!r}. Use either "
            "`@register(some_class)` or plain `@register` on an annotated function.")
    name, cls = next(iter(annotations.items()))
    if isinstance(cls, str):
        cls = eval(cls, getattr(func, "__globals__", {}))
    return name, cls


def singledispatch(func):
    """Make a function generic: the class of its first argument chooses the implementation."""
    registry = {}
    cache = {}
    token = None

    def dispatch(cls):
        """The implementation that is chosen for a class."""
        nonlocal token
        if token is not None:
            from abc import get_cache_token
            current = get_cache_token()
            if token != current:
                cache.clear()
                token = current
        implementation = cache.get(cls)
        if implementation is None:
            implementation = registry.get(cls)
            if implementation is None:
                implementation = _find_implementation(cls, registry)
            cache[cls] = implementation
        return implementation

    def register(cls, func=None):
        """Register an implementation for a class."""
        nonlocal token
        if _is_dispatchable(cls):
            if func is None:
                return lambda f: register(cls, f)
        else:
            if func is not None:
                raise TypeError(
                    f"Invalid first argument to `register()`. {cls!r} is not a class or union type.")
            func = cls
            name, cls = _first_annotation(func)
            if not _is_dispatchable(cls):
                if _union_members(cls) is not None:
                    raise TypeError(
                        f"Invalid annotation for {name!r}. {cls!r} not all arguments are classes.")
                raise TypeError(f"Invalid annotation for {name!r}. {cls!r} is not a class.")
        for member in _union_members(cls) or (cls,):
            registry[member] = func
            if token is None and hasattr(member, "__abstractmethods__"):
                from abc import get_cache_token
                token = get_cache_token()
        cache.clear()
        return func

    def wrapper(*args, **kw):
        if not args:
            raise TypeError(f"{funcname} requires at least 1 positional argument")
        return dispatch(args[0].__class__)(*args, **kw)

    funcname = getattr(func, "__name__", "singledispatch function")
    registry[object] = func
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = _MappingProxy(registry)
    wrapper._clear_cache = cache.clear
    update_wrapper(wrapper, func)
    return wrapper


class singledispatchmethod:
    """A generic method: the class of its first argument after self chooses the implementation."""

    def __init__(self, func):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        """Register an implementation for a class."""
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        dispatch = self.dispatcher.dispatch
        funcname = getattr(self.func, "__name__", "singledispatchmethod method")

        def _method(*args, **kwargs):
            if not args:
                raise TypeError(f"{funcname} requires at least 1 positional argument")
            return dispatch(args[0].__class__).__get__(obj, cls)(*args, **kwargs)

        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method.register = self.register
        update_wrapper(_method, self.func)
        return _method

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)
