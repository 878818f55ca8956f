"""Abstract base classes.

A class may be declared a virtual subclass of an abstract one by register(), or recognized as one by
__subclasshook__(). Answers are cached; the negative ones are good until the next registration
anywhere. The caches are sets, whose single operations are atomic, so no lock is needed.
"""

__all__ = [
    "ABC", "ABCMeta", "abstractclassmethod", "abstractmethod", "abstractproperty",
    "abstractstaticmethod", "get_cache_token", "update_abstractmethods",
]

_registrations = 0


def get_cache_token():
    """A value that changes with every registration."""
    return _registrations


def abstractmethod(funcobj):
    """Decorator: a class can't be instantiated while a method so marked is not overridden."""
    funcobj.__isabstractmethod__ = True
    return funcobj


class abstractclassmethod(classmethod):
    """An abstract classmethod; classmethod over abstractmethod does the same."""

    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractstaticmethod(staticmethod):
    """An abstract staticmethod; staticmethod over abstractmethod does the same."""

    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractproperty(property):
    """An abstract property; property over abstractmethod does the same."""

    __isabstractmethod__ = True


class _Records:
    """What an abstract class knows about its virtual subclasses."""

    __slots__ = ("registry", "cache", "negative_cache", "negative_token")

    def __init__(self):
        self.registry = set()
        self.cache = set()
        self.negative_cache = set()
        self.negative_token = _registrations


def _abstract_names(cls, namespace):
    names = {
        name for name, value in namespace.items() if getattr(value, "__isabstractmethod__", False)}
    for base in cls.__bases__:
        for name in getattr(base, "__abstractmethods__", ()):
            if getattr(getattr(cls, name, None), "__isabstractmethod__", False):
                names.add(name)
    return frozenset(names)


class ABCMeta(type):
    """Metaclass of abstract base classes."""

    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        cls.__abstractmethods__ = _abstract_names(cls, namespace)
        cls._abc_impl = _Records()
        return cls

    def register(cls, subclass):
        """Declare a class a virtual subclass of this one. Returns it, to serve as a decorator."""
        global _registrations
        if not isinstance(subclass, type):
            raise TypeError("Can only register classes")
        if issubclass(subclass, cls):
            return subclass
        if issubclass(cls, subclass):
            raise RuntimeError("Refusing to create an inheritance cycle")
        cls._abc_impl.registry.add(subclass)
        _registrations += 1
        _inherit_pattern_kind(cls, subclass)
        return subclass

    def __instancecheck__(cls, instance):
        subclass = instance.__class__
        if subclass in cls._abc_impl.cache:
            return True
        kind = type(instance)
        if kind is subclass:
            return cls.__subclasscheck__(subclass)
        return cls.__subclasscheck__(subclass) or cls.__subclasscheck__(kind)

    def __subclasscheck__(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError("issubclass() arg 1 must be a class")
        records = cls._abc_impl
        if subclass in records.cache:
            return True
        token = _registrations
        if records.negative_token != token:
            records.negative_cache = set()
            records.negative_token = token
        elif subclass in records.negative_cache:
            return False
        result = _is_subclass(cls, subclass, records)
        if result:
            records.cache.add(subclass)
        elif token == _registrations:
            records.negative_cache.add(subclass)
        return result

    def _dump_registry(cls, file=None):
        """Print what the class knows about its subclasses."""
        print(f"Class: {cls.__module__}.{cls.__qualname__}", file=file)
        print(f"Inv. counter: {get_cache_token()}", file=file)
        print(f"_abc_registry: {cls._abc_impl.registry!r}", file=file)
        print(f"_abc_cache: {cls._abc_impl.cache!r}", file=file)

    def _abc_registry_clear(cls):
        cls._abc_impl.registry.clear()

    def _abc_caches_clear(cls):
        cls._abc_impl.cache.clear()
        cls._abc_impl.negative_cache.clear()


def _is_subclass(cls, subclass, records):
    answer = cls.__subclasshook__(subclass)
    if answer is not NotImplemented:
        if not isinstance(answer, bool):
            raise AssertionError(f"__subclasshook__ returned {answer!r}")
        return answer
    if cls in getattr(subclass, "__mro__", ()):
        return True
    for kind in records.registry.copy():
        if issubclass(subclass, kind):
            return True
    for kind in type.__subclasses__(cls):
        if issubclass(subclass, kind):
            return True
    return False


def _inherit_pattern_kind(cls, subclass):
    """Lets match statements take instances of a registered class for sequences or mappings."""
    from _collections import _copy_pattern_kind
    _copy_pattern_kind(cls, subclass)


class ABC(metaclass=ABCMeta):
    """Base class that brings the metaclass ABCMeta."""

    __slots__ = ()


def update_abstractmethods(cls):
    """Find a class's abstract methods again, after methods were added to it."""
    if hasattr(cls, "__abstractmethods__"):
        names = {
            name for base in cls.__bases__ for name in getattr(base, "__abstractmethods__", ())
            if getattr(getattr(cls, name, None), "__isabstractmethod__", False)}
        names.update(
            name for name, value in cls.__dict__.items()
            if getattr(value, "__isabstractmethod__", False))
        cls.__abstractmethods__ = frozenset(names)
    return cls
