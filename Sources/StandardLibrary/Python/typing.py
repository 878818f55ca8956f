"""Type hints: what annotations are made of. Nothing here checks types when a program runs."""

import collections
import collections.abc
import functools
import sys
from abc import ABCMeta, abstractmethod
from _typing import (
    NoDefault, ParamSpec, ParamSpecArgs, ParamSpecKwargs, TypeAliasType, TypeVar, TypeVarTuple)

GenericAlias = type(list[int])
_UnionType = type(int | str)
_NoneType = type(None)
_Function = type(lambda: None)
TYPE_CHECKING = False


def _type_repr(obj):
    if isinstance(obj, type) and not isinstance(obj, GenericAlias):
        if obj.__module__ == "builtins":
            return obj.__qualname__
        return f"{obj.__module__}.{obj.__qualname__}"
    if obj is ...:
        return "..."
    if isinstance(obj, _Function):
        return obj.__name__
    if isinstance(obj, (tuple, list)):
        return "[" + ", ".join(map(_type_repr, obj)) + "]"
    return repr(obj)


class ForwardRef:
    """A type given as text, to be evaluated later."""

    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f"Forward reference must be a string -- got {arg!r}")
        try:
            self.__forward_code__ = compile(arg, "<string>", "eval")
        except SyntaxError:
            raise SyntaxError(f"Forward reference must be an expression -- got {arg!r}") from None
        self.__forward_arg__ = arg
        self.__forward_module__ = module
        self.__forward_is_class__ = is_class

    def _evaluate(self, globalns, localns):
        if self.__forward_module__ is not None:
            globalns = getattr(
                sys.modules.get(self.__forward_module__), "__dict__", globalns)
        return _evaluated(eval(self.__forward_code__, globalns, localns), globalns, localns)

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        return (self.__forward_arg__, self.__forward_module__) == (
            other.__forward_arg__, other.__forward_module__)

    def __hash__(self):
        return hash((self.__forward_arg__, self.__forward_module__))

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __repr__(self):
        suffix = "" if self.__forward_module__ is None else f", module={self.__forward_module__!r}"
        return f"ForwardRef({self.__forward_arg__!r}{suffix})"


def _check_argument(arg, message, allow_special=False):
    """A type argument: None stands for its type, a str for a forward reference."""
    if arg is None:
        return _NoneType
    if isinstance(arg, str):
        return ForwardRef(arg)
    if isinstance(arg, _GenericAlias) and arg.__origin__ in (Generic, Protocol):
        raise TypeError(f"{arg} is not valid as type argument")
    if arg in (Generic, Protocol):
        raise TypeError(f"Plain {arg} is not valid as type argument")
    if type(arg) is tuple or not (callable(arg) or isinstance(
            arg, (TypeVar, ParamSpec, TypeVarTuple, ForwardRef, _UnionType, TypeAliasType))):
        if arg is ... or isinstance(arg, list):
            return arg
        raise TypeError(f"{message} Got {arg!r:.100}.")
    return arg


def _collect_parameters(args):
    parameters = []
    for arg in args:
        if isinstance(arg, type) and not isinstance(arg, GenericAlias):
            continue
        if hasattr(type(arg), "__typing_subst__"):
            found = (arg,)
        elif isinstance(arg, (list, tuple)):
            found = _collect_parameters(arg)
        else:
            found = getattr(arg, "__parameters__", ())
        for item in found if isinstance(found, tuple) else ():
            if item not in parameters:
                parameters.append(item)
    return tuple(parameters)


def _flat_unique(parameters):
    """Members of unions spelled out, each once."""
    result = []
    for parameter in parameters:
        if isinstance(parameter, (_UnionGenericAlias, _UnionType)):
            items = parameter.__args__
        else:
            items = (parameter,)
        for item in items:
            if item not in result:
                result.append(item)
    return tuple(result)


class _Final:
    """What typing makes can't be derived from."""

    __slots__ = ("__weakref__",)

    def __init_subclass__(cls, /, *args, **kwds):
        if "_root" not in kwds:
            raise TypeError("Cannot subclass special typing classes")


class _Operators:
    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


class _SpecialForm(_Operators):
    """A name that can be subscripted or stands for itself."""

    def __init__(self, getitem):
        self._getitem = getitem
        self._name = getitem.__name__
        self.__doc__ = getitem.__doc__

    def __getattr__(self, name):
        if name in ("__name__", "__qualname__"):
            return self._name
        raise AttributeError(name)

    @property
    def __module__(self):
        return "typing"

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass {self!r}")

    def __repr__(self):
        return "typing." + self._name

    def __reduce__(self):
        return self._name

    def __call__(self, *args, **kwds):
        raise TypeError(f"Cannot instantiate {self!r}")

    def __instancecheck__(self, obj):
        raise TypeError(f"{self} cannot be used with isinstance()")

    def __subclasscheck__(self, cls):
        raise TypeError(f"{self} cannot be used with issubclass()")

    def __getitem__(self, parameters):
        return self._getitem(self, parameters)


class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError("typing.Any cannot be used with isinstance()")
        return super().__instancecheck__(obj)

    def __repr__(self):
        return "typing.Any" if self is Any else super().__repr__()


class Any(metaclass=_AnyMeta):
    """Compatible with every type."""

    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError("Any cannot be instantiated")
        return super().__new__(cls)


def _plain(name):
    def refuse(self, parameters):
        raise TypeError(f"{self} is not subscriptable")
    refuse.__name__ = name
    return _SpecialForm(refuse)


NoReturn = _plain("NoReturn")
Never = _plain("Never")
Self = _plain("Self")
LiteralString = _plain("LiteralString")
TypeAlias = _plain("TypeAlias")


def _one_argument(name):
    def make(self, parameters):
        item = _check_argument(parameters, f"{self} accepts only single type.")
        return _GenericAlias(self, (item,))
    make.__name__ = name
    return _SpecialForm(make)


ClassVar = _one_argument("ClassVar")
Final = _one_argument("Final")
Required = _one_argument("Required")
NotRequired = _one_argument("NotRequired")
ReadOnly = _one_argument("ReadOnly")
TypeGuard = _one_argument("TypeGuard")
TypeIs = _one_argument("TypeIs")
Unpack = _one_argument("Unpack")


@_SpecialForm
def Union(self, parameters):
    """Union[X, Y]: either X or Y."""
    if parameters == ():
        raise TypeError("Cannot take a Union of no types.")
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    parameters = _flat_unique(
        _check_argument(p, "Union[arg, ...]: each arg must be a type.") for p in parameters)
    if len(parameters) == 1:
        return parameters[0]
    if len(parameters) == 2 and _NoneType in parameters:
        return _UnionGenericAlias(self, parameters, name="Optional")
    return _UnionGenericAlias(self, parameters)


@_SpecialForm
def Optional(self, parameters):
    """Optional[X]: X or None."""
    return Union[_check_argument(parameters, f"{self} requires a single type."), _NoneType]


@_SpecialForm
def Literal(self, parameters):
    """Literal[a, b]: one of these values."""
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    flat = []
    for parameter in parameters:
        if isinstance(parameter, _LiteralGenericAlias):
            flat.extend(parameter.__args__)
        else:
            flat.append(parameter)
    unique = []
    for item in flat:
        if not any(type(item) is type(other) and item == other for other in unique):
            unique.append(item)
    return _LiteralGenericAlias(self, tuple(unique))


@_SpecialForm
def Concatenate(self, parameters):
    """Parameters put in front of a ParamSpec."""
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    return _ConcatenateGenericAlias(self, parameters)


@_SpecialForm
def Annotated(self, parameters):
    """Annotated[X, a, b]: the type X with more about it."""
    if not isinstance(parameters, tuple) or len(parameters) < 2:
        raise TypeError(
            "Annotated[...] should be used with at least two arguments (a type and an annotation).")
    origin = _check_argument(parameters[0], "Annotated[t, ...]: t must be a type.")
    return _AnnotatedAlias(origin, parameters[1:])


class _BaseGenericAlias(_Operators):
    """What subscribing a name of typing, or a generic class, gives."""

    def __init__(self, origin, *, inst=True, name=None):
        self._inst = inst
        self._name = name
        self.__origin__ = origin

    def __call__(self, *args, **kwargs):
        if not self._inst:
            raise TypeError(
                f"Type {self._name} cannot be instantiated; use "
                f"{self.__origin__.__name__}() instead")
        result = self.__origin__(*args, **kwargs)
        try:
            result.__orig_class__ = self
        except Exception:
            pass
        return result

    def __mro_entries__(self, bases):
        if isinstance(self.__origin__, _SpecialForm):
            raise TypeError(f"Cannot subclass {self!r}")
        result = []
        if self.__origin__ not in bases:
            result.append(self.__origin__)
        if self._name is not None and Generic not in bases and not any(
                isinstance(b, _BaseGenericAlias) and b is not self and b.__origin__ is Generic
                for b in bases):
            if self.__parameters__:
                result.append(Generic)
        elif self.__origin__ is Generic:
            # Another generic base brings Generic in already.
            later = bases[bases.index(self) + 1:]
            if any(isinstance(b, _BaseGenericAlias) and b.__origin__ is not Generic for b in later):
                return ()
        return tuple(result)

    def __getattr__(self, name):
        if "__origin__" in self.__dict__ and not (name.startswith("__") and name.endswith("__")):
            return getattr(self.__origin__, name)
        raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        raise TypeError("Subscripted generics cannot be used with class and instance checks")


class _GenericAlias(_BaseGenericAlias):
    def __init__(self, origin, args, *, inst=True, name=None):
        super().__init__(origin, inst=inst, name=name)
        self.__args__ = args if isinstance(args, tuple) else (args,)
        self.__parameters__ = _collect_parameters(self.__args__)
        if not name:
            self.__module__ = getattr(origin, "__module__", "typing")

    def __eq__(self, other):
        if not isinstance(other, _GenericAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __getitem__(self, args):
        if self.__origin__ in (Generic, Protocol):
            raise TypeError(f"Cannot subscript already-subscripted {self}")
        if not self.__parameters__:
            raise TypeError(f"{self} is not a generic class")
        if not isinstance(args, tuple):
            args = (args,)
        count = len(self.__parameters__)
        if len(args) != count and not any(
                isinstance(p, (TypeVarTuple, ParamSpec)) for p in self.__parameters__):
            what = "many" if len(args) > count else "few"
            raise TypeError(
                f"Too {what} arguments for {self}; actual {len(args)}, expected {count}")
        values = dict(zip(self.__parameters__, (
            _check_argument(a, "Parameters to generic types must be types.") for a in args)))
        return self.copy_with(tuple(_substitute(a, values) for a in self.__args__))

    def copy_with(self, args):
        """The same with other arguments."""
        return self.__class__(self.__origin__, args, name=self._name, inst=self._inst)

    def __repr__(self):
        name = "typing." + self._name if self._name else _type_repr(self.__origin__)
        args = ", ".join(map(_type_repr, self.__args__)) if self.__args__ else "()"
        return f"{name}[{args}]"

    def __iter__(self):
        yield Unpack[self]


def _substitute(arg, values):
    try:
        if arg in values:
            return values[arg]
    except TypeError:
        pass
    parameters = getattr(arg, "__parameters__", None)
    if isinstance(parameters, tuple) and parameters and not isinstance(arg, type):
        return arg[tuple(values.get(p, p) for p in parameters)]
    return arg


class _UnionGenericAlias(_GenericAlias):
    def copy_with(self, args):
        return Union[args]

    def __eq__(self, other):
        if not isinstance(other, (_UnionGenericAlias, _UnionType)):
            return NotImplemented
        return set(self.__args__) == set(other.__args__)

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __repr__(self):
        args = self.__args__
        if len(args) == 2:
            if args[0] is _NoneType:
                return f"typing.Optional[{_type_repr(args[1])}]"
            if args[1] is _NoneType:
                return f"typing.Optional[{_type_repr(args[0])}]"
        return f"typing.Union[{', '.join(map(_type_repr, args))}]"

    def __instancecheck__(self, obj):
        return any(isinstance(obj, arg) for arg in self.__args__)

    def __subclasscheck__(self, cls):
        return any(issubclass(cls, arg) for arg in self.__args__)


class _LiteralGenericAlias(_GenericAlias):
    def __eq__(self, other):
        if not isinstance(other, _LiteralGenericAlias):
            return NotImplemented
        return ({(type(a), a) for a in self.__args__} == {(type(a), a) for a in other.__args__})

    def __hash__(self):
        return hash(frozenset((type(a), a) for a in self.__args__))

    def __repr__(self):
        return f"typing.Literal[{', '.join(map(repr, self.__args__))}]"


class _ConcatenateGenericAlias(_GenericAlias):
    pass


class _AnnotatedAlias(_GenericAlias):
    def __init__(self, origin, metadata):
        if isinstance(origin, _AnnotatedAlias):
            metadata = origin.__metadata__ + metadata
            origin = origin.__origin__
        super().__init__(origin, origin, name="Annotated")
        self.__metadata__ = metadata

    def copy_with(self, args):
        return self.__class__(args[0], self.__metadata__)

    def __repr__(self):
        return (f"typing.Annotated[{_type_repr(self.__origin__)}, "
                f"{', '.join(map(repr, self.__metadata__))}]")

    def __eq__(self, other):
        if not isinstance(other, _AnnotatedAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__metadata__ == other.__metadata__

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))


class _CallableGenericAlias(_GenericAlias):
    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and (args[0] is ... or isinstance(args[0], (ParamSpec, _ConcatenateGenericAlias))):
            return super().__repr__()
        return f"typing.Callable[[{', '.join(map(_type_repr, args[:-1]))}], {_type_repr(args[-1])}]"


class _SpecialGenericAlias(_BaseGenericAlias):
    """List, Dict and their like: names for classes of other modules."""

    def __init__(self, origin, count, *, inst=True, name=None):
        super().__init__(origin, inst=inst, name=name or origin.__name__)
        self._count = count
        self.__parameters__ = ()

    def __getitem__(self, args):
        if not isinstance(args, tuple):
            args = (args,)
        args = tuple(_check_argument(a, "Parameters to generic types must be types.") for a in args)
        if self._count >= 0 and len(args) != self._count:
            what = "many" if len(args) > self._count else "few"
            raise TypeError(
                f"Too {what} arguments for {self}; actual {len(args)}, expected {self._count}")
        return _GenericAlias(self.__origin__, args, inst=self._inst, name=self._name)

    def __repr__(self):
        return "typing." + self._name

    def __subclasscheck__(self, cls):
        if isinstance(cls, _SpecialGenericAlias):
            return issubclass(cls.__origin__, self.__origin__)
        return issubclass(cls, self.__origin__)

    def __reduce__(self):
        return self._name


class _CallableType(_SpecialGenericAlias):
    def __getitem__(self, parameters):
        if not isinstance(parameters, tuple) or len(parameters) != 2:
            raise TypeError("Callable must be used as Callable[[arg, ...], result].")
        args, result = parameters
        result = _check_argument(result, "Callable[args, result]: result must be a type.")
        if isinstance(args, list):
            args = tuple(_check_argument(
                a, "Callable[[arg, ...], result]: each arg must be a type.") for a in args)
            return _CallableGenericAlias(self.__origin__, args + (result,), name="Callable")
        return _CallableGenericAlias(self.__origin__, (args, result), name="Callable")


class _TupleType(_SpecialGenericAlias):
    def __getitem__(self, parameters):
        if not isinstance(parameters, tuple):
            parameters = (parameters,)
        args = tuple(
            p if p is ... else _check_argument(p, "Tuple[t0, t1, ...]: each t must be a type.")
            for p in parameters)
        return _GenericAlias(self.__origin__, args, inst=False, name="Tuple")


class Generic:
    """Base class of generic classes: Generic[T]."""

    __slots__ = ()
    _is_protocol = False

    def __class_getitem__(cls, args):
        if not isinstance(args, tuple):
            args = (args,)
        args = tuple(_check_argument(a, "Parameters to generic types must be types.") for a in args)
        if cls in (Generic, Protocol):
            if not args:
                raise TypeError(
                    f"Parameter list to {cls.__qualname__}[...] cannot be empty")
            if not all(hasattr(type(a), "__typing_subst__") or _is_unpacked(a) for a in args):
                raise TypeError(
                    f"Parameters to {cls.__name__}[...] must all be type variables or parameter "
                    "specification variables.")
            if len(set(args)) != len(args):
                raise TypeError(f"Parameters to {cls.__name__}[...] must all be unique")
            return _GenericAlias(cls, args)
        parameters = getattr(cls, "__parameters__", ())
        if not parameters:
            raise TypeError(f"{cls} is not a generic class")
        if any(isinstance(p, (TypeVarTuple, ParamSpec)) for p in parameters):
            return _GenericAlias(cls, args)
        required = sum(not p.has_default() for p in parameters)
        if not required <= len(args) <= len(parameters):
            what = "many" if len(args) > len(parameters) else "few"
            expected = (f"{len(parameters)}" if required == len(parameters)
                        else f"at least {required}")
            raise TypeError(
                f"Too {what} arguments for {cls}; actual {len(args)}, expected {expected}")
        args += tuple(p.__default__ for p in parameters[len(args):])
        return _GenericAlias(cls, args)

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        bases = cls.__dict__.get("__orig_bases__", ())
        if "__orig_bases__" in cls.__dict__:
            wrong = Generic in bases
        else:
            wrong = Generic in cls.__bases__ and cls.__name__ != "Protocol"
        if wrong:
            raise TypeError("Cannot inherit from plain Generic")
        declared = None
        for base in bases:
            if isinstance(base, _GenericAlias) and base.__origin__ in (Generic, Protocol):
                declared = base.__parameters__
        if bases:
            cls.__parameters__ = _collect_parameters(bases) if declared is None else declared
        elif "__parameters__" not in cls.__dict__:
            cls.__parameters__ = ()


def _is_unpacked(arg):
    return isinstance(arg, _GenericAlias) and arg.__origin__ is Unpack


_PROTOCOL_EXCLUDED = frozenset([
    "__abstractmethods__", "__annotations__", "__dict__", "__doc__", "__init__", "__module__",
    "__new__", "__slots__", "__subclasshook__", "__weakref__", "__class_getitem__",
    "__match_args__", "__static_attributes__", "__firstlineno__", "__orig_bases__",
    "__parameters__", "__type_params__", "_is_protocol", "_is_runtime_protocol", "_abc_impl",
    "__protocol_attrs__", "__non_callable_proto_members__", "__init_subclass__", "__qualname__",
])


def _protocol_members(cls):
    members = set()
    for base in cls.__mro__[:-1]:
        if base.__name__ in ("Protocol", "Generic"):
            continue
        for name in [*base.__dict__, *base.__dict__.get("__annotations__", {})]:
            if name not in _PROTOCOL_EXCLUDED:
                members.add(name)
    return members


class _ProtocolMeta(ABCMeta):
    def __instancecheck__(cls, instance):
        if cls is Protocol or not cls.__dict__.get("_is_protocol", False):
            return super().__instancecheck__(instance)
        if not getattr(cls, "_is_runtime_protocol", False):
            raise TypeError(
                "Instance and class checks can only be used with @runtime_checkable protocols")
        if super().__instancecheck__(instance):
            return True
        for name in _protocol_members(cls):
            try:
                value = getattr(instance, name)
            except AttributeError:
                return False
            if value is None and callable(getattr(cls, name, None)):
                return False
        return True

    def __subclasscheck__(cls, other):
        if cls is Protocol or not cls.__dict__.get("_is_protocol", False):
            return super().__subclasscheck__(other)
        if not isinstance(other, type):
            raise TypeError("issubclass() arg 1 must be a class")
        if not getattr(cls, "_is_runtime_protocol", False):
            if cls in other.__mro__:
                return True
            raise TypeError(
                "Instance and class checks can only be used with @runtime_checkable protocols")
        data = [n for n in _protocol_members(cls) if not callable(getattr(cls, n, None))]
        if data:
            raise TypeError(
                "Protocols with non-method members don't support issubclass(). "
                f"Non-method members: {str(sorted(data))[1:-1]}.")
        return super().__subclasscheck__(other)


def _protocol_hook(cls, other):
    if not cls.__dict__.get("_is_protocol", False):
        return NotImplemented
    for name in _protocol_members(cls):
        for base in other.__mro__:
            if name in base.__dict__:
                if base.__dict__[name] is None:
                    return NotImplemented
                break
            annotations = base.__dict__.get("__annotations__", {})
            if name in annotations and getattr(other, "_is_protocol", False):
                break
        else:
            return NotImplemented
    return True


def _no_init(self, *args, **kwargs):
    if type(self)._is_protocol:
        raise TypeError("Protocols cannot be instantiated")


class Protocol(Generic, metaclass=_ProtocolMeta):
    """Base class of protocols: classes that others match by their methods."""

    __slots__ = ()
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if not cls.__dict__.get("_is_protocol", False):
            cls._is_protocol = any(base is Protocol for base in cls.__bases__)
        if "__subclasshook__" not in cls.__dict__:
            cls.__subclasshook__ = classmethod(_protocol_hook)
        if cls._is_protocol and cls.__init__ is object.__init__:
            cls.__init__ = _no_init
        elif not cls._is_protocol and cls.__init__ is _no_init:
            cls.__init__ = object.__init__


def runtime_checkable(cls):
    """Decorator: isinstance() works with the protocol, by the presence of its members."""
    if not getattr(cls, "_is_protocol", False):
        raise TypeError(
            f"@runtime_checkable can be only applied to protocol classes, got {cls!r}")
    cls._is_runtime_protocol = True
    return cls


def is_protocol(tp, /):
    """Whether this is a protocol."""
    return isinstance(tp, type) and getattr(tp, "_is_protocol", False) and tp is not Protocol


def get_protocol_members(tp, /):
    """The members of a protocol."""
    if not is_protocol(tp):
        raise TypeError(f"{tp!r} is not a Protocol")
    return frozenset(_protocol_members(tp))


@runtime_checkable
class SupportsInt(Protocol):
    __slots__ = ()

    @abstractmethod
    def __int__(self) -> int:
        pass


@runtime_checkable
class SupportsFloat(Protocol):
    __slots__ = ()

    @abstractmethod
    def __float__(self) -> float:
        pass


@runtime_checkable
class SupportsComplex(Protocol):
    __slots__ = ()

    @abstractmethod
    def __complex__(self) -> complex:
        pass


@runtime_checkable
class SupportsBytes(Protocol):
    __slots__ = ()

    @abstractmethod
    def __bytes__(self) -> bytes:
        pass


@runtime_checkable
class SupportsIndex(Protocol):
    __slots__ = ()

    @abstractmethod
    def __index__(self) -> int:
        pass


T = TypeVar("T")
KT = TypeVar("KT")
VT = TypeVar("VT")
T_co = TypeVar("T_co", covariant=True)
V_co = TypeVar("V_co", covariant=True)
VT_co = TypeVar("VT_co", covariant=True)
T_contra = TypeVar("T_contra", contravariant=True)
AnyStr = TypeVar("AnyStr", bytes, str)


@runtime_checkable
class SupportsAbs(Protocol[T_co]):
    __slots__ = ()

    @abstractmethod
    def __abs__(self) -> T_co:
        pass


@runtime_checkable
class SupportsRound(Protocol[T_co]):
    __slots__ = ()

    @abstractmethod
    def __round__(self, ndigits: int = 0) -> T_co:
        pass


Hashable = _SpecialGenericAlias(collections.abc.Hashable, 0)
Sized = _SpecialGenericAlias(collections.abc.Sized, 0)
Awaitable = _SpecialGenericAlias(collections.abc.Awaitable, 1)
Coroutine = _SpecialGenericAlias(collections.abc.Coroutine, 3)
AsyncIterable = _SpecialGenericAlias(collections.abc.AsyncIterable, 1)
AsyncIterator = _SpecialGenericAlias(collections.abc.AsyncIterator, 1)
AsyncGenerator = _SpecialGenericAlias(collections.abc.AsyncGenerator, -1)
Iterable = _SpecialGenericAlias(collections.abc.Iterable, 1)
Iterator = _SpecialGenericAlias(collections.abc.Iterator, 1)
Generator = _SpecialGenericAlias(collections.abc.Generator, -1)
Reversible = _SpecialGenericAlias(collections.abc.Reversible, 1)
Container = _SpecialGenericAlias(collections.abc.Container, 1)
Collection = _SpecialGenericAlias(collections.abc.Collection, 1)
Callable = _CallableType(collections.abc.Callable, 2)
AbstractSet = _SpecialGenericAlias(collections.abc.Set, 1, name="AbstractSet")
MutableSet = _SpecialGenericAlias(collections.abc.MutableSet, 1)
Mapping = _SpecialGenericAlias(collections.abc.Mapping, 2)
MutableMapping = _SpecialGenericAlias(collections.abc.MutableMapping, 2)
MappingView = _SpecialGenericAlias(collections.abc.MappingView, 1)
KeysView = _SpecialGenericAlias(collections.abc.KeysView, 1)
ItemsView = _SpecialGenericAlias(collections.abc.ItemsView, 2)
ValuesView = _SpecialGenericAlias(collections.abc.ValuesView, 1)
Sequence = _SpecialGenericAlias(collections.abc.Sequence, 1)
MutableSequence = _SpecialGenericAlias(collections.abc.MutableSequence, 1)
Tuple = _TupleType(tuple, -1, inst=False, name="Tuple")
List = _SpecialGenericAlias(list, 1, inst=False, name="List")
Set = _SpecialGenericAlias(set, 1, inst=False, name="Set")
FrozenSet = _SpecialGenericAlias(frozenset, 1, inst=False, name="FrozenSet")
Dict = _SpecialGenericAlias(dict, 2, inst=False, name="Dict")
DefaultDict = _SpecialGenericAlias(collections.defaultdict, 2, name="DefaultDict")
OrderedDict = _SpecialGenericAlias(collections.OrderedDict, 2)
Counter = _SpecialGenericAlias(collections.Counter, 1)
Deque = _SpecialGenericAlias(collections.deque, 1, name="Deque")
Type = _SpecialGenericAlias(type, 1, inst=False, name="Type")
Text = str


class IO(Generic[AnyStr]):
    """Files of text or bytes."""


class TextIO(IO[str]):
    """Files of text."""


class BinaryIO(IO[bytes]):
    """Files of bytes."""


class NewType(_Operators):
    """A type that checkers tell from the one that it is made of."""

    def __init__(self, name, tp):
        self.__qualname__ = name
        self.__name__ = name.rpartition(".")[2]
        self.__supertype__ = tp
        self.__module__ = sys._getframe(1).f_globals.get("__name__")

    def __call__(self, x, /):
        return x

    def __mro_entries__(self, bases):
        raise TypeError(
            f"Cannot subclass an instance of NewType. Perhaps you were looking for: "
            f"`{self.__name__} = NewType({self.__name__!r}, ...)`")

    def __repr__(self):
        return f"{self.__module__}.{self.__qualname__}"

    def __reduce__(self):
        return self.__qualname__


class _NamedTupleMeta(type):
    def __new__(cls, typename, bases, namespace):
        for base in bases:
            if base is not _NamedTuple and base is not Generic:
                raise TypeError("can only inherit from a NamedTuple type and Generic")
        annotations = namespace.get("__annotations__", {})
        defaults = []
        for name in annotations:
            if name in namespace:
                defaults.append(name)
            elif defaults:
                raise TypeError(
                    f"Non-default namedtuple field {name} cannot follow default "
                    f"field{'s' if len(defaults) > 1 else ''} {', '.join(defaults)}")
        result = _make_named_tuple(
            typename, annotations.items(), [namespace[name] for name in defaults],
            namespace["__module__"])
        for key, value in namespace.items():
            if key in ("__new__", "__init__", "__slots__", "__getnewargs__", "_fields",
                       "_field_defaults", "_field_types", "_make", "_replace", "_asdict",
                       "_source"):
                raise AttributeError("Cannot overwrite NamedTuple attribute " + key)
            if key not in ("__module__", "__name__", "__annotations__", "__qualname__",
                           "__orig_bases__") and key not in result._fields:
                setattr(result, key, value)
        return result


def _make_named_tuple(name, types, defaults, module):
    types = {
        field: _check_argument(kind, f"field {field} annotation must be a type")
        for field, kind in types}
    result = collections.namedtuple(name, types, defaults=defaults, module=module)
    result.__annotations__ = result.__new__.__annotations__ = types
    return result


def NamedTuple(typename, fields=None, /, **kwargs):
    """A namedtuple with types of its fields: a base class, or called with names and types."""
    if fields is None:
        fields = kwargs.items()
    result = _make_named_tuple(
        typename, fields, (), sys._getframe(1).f_globals.get("__name__"))
    result.__orig_bases__ = (NamedTuple,)
    return result


_NamedTuple = type.__new__(_NamedTupleMeta, "NamedTuple", (), {})
NamedTuple.__mro_entries__ = lambda bases: (_NamedTuple,)


class _TypedDictMeta(type):
    def __new__(cls, name, bases, namespace, total=True):
        generic = (Generic,) if any(issubclass(b, Generic) for b in bases) else ()
        result = type.__new__(_TypedDictMeta, name, (*generic, dict), namespace)
        annotations = {}
        required, optional, readonly, mutable = set(), set(), set(), set()
        for base in bases:
            annotations.update(base.__dict__.get("__annotations__", {}))
            required |= base.__dict__.get("__required_keys__", set())
            optional |= base.__dict__.get("__optional_keys__", set())
        for key, kind in namespace.get("__annotations__", {}).items():
            kind = _check_argument(kind, "TypedDict('Name', {f0: t0, f1: t1, ...}); each t must be a type")
            annotations[key] = kind
            origin = get_origin(kind)
            is_required = total if origin not in (Required, NotRequired) else origin is Required
            (required if is_required else optional).add(key)
            (optional if is_required else required).discard(key)
        result.__annotations__ = annotations
        result.__required_keys__ = frozenset(required)
        result.__optional_keys__ = frozenset(optional)
        result.__readonly_keys__ = frozenset(readonly)
        result.__mutable_keys__ = frozenset(annotations)
        result.__total__ = total
        return result

    def __call__(cls, /, *args, **kwargs):
        return dict(*args, **kwargs)

    def __instancecheck__(cls, instance):
        raise TypeError("TypedDict does not support instance and class checks")

    __subclasscheck__ = __instancecheck__


def TypedDict(typename, fields=None, /, *, total=True):
    """A dict with certain keys: a base class, or called with names and types."""
    namespace = {"__annotations__": dict(fields or {})}
    namespace["__module__"] = sys._getframe(1).f_globals.get("__name__")
    result = _TypedDictMeta(typename, (), namespace, total=total)
    result.__orig_bases__ = (TypedDict,)
    return result


_TypedDict = type.__new__(_TypedDictMeta, "TypedDict", (), {})
TypedDict.__mro_entries__ = lambda bases: (_TypedDict,)


def is_typeddict(tp):
    """Whether this is a TypedDict."""
    return isinstance(tp, _TypedDictMeta)


# Functions

def cast(typ, val):
    """Tells checkers that a value has a type; returns the value."""
    return val


def assert_type(val, typ, /):
    """Asks checkers to confirm a type; returns the value."""
    return val


def assert_never(arg, /):
    """Marks code that is never reached."""
    text = repr(arg)
    if len(text) > 100:
        text = text[:100] + "..."
    raise AssertionError(f"Expected code to be unreachable, but got: {text}")


def reveal_type(obj, /):
    """Asks checkers for a type; prints it when run."""
    print(f"Runtime type is {type(obj).__name__!r}", file=sys.stderr)
    return obj


_overloads = {}


def _refuse_overload(*args, **kwds):
    raise NotImplementedError(
        "You should not call an overloaded function. A series of @overload-decorated functions "
        "outside a stub module should always be followed by an implementation that is not "
        "@overload-ed.")


def overload(func):
    """Decorator of one signature of a function."""
    func = getattr(func, "__func__", func)
    key = (getattr(func, "__module__", None), getattr(func, "__qualname__", None))
    _overloads.setdefault(key, {})[getattr(func, "__code__", None)] = func
    return _refuse_overload


def get_overloads(func):
    """The signatures declared for a function."""
    func = getattr(func, "__func__", func)
    return list(_overloads.get((func.__module__, func.__qualname__), {}).values())


def clear_overloads():
    """Forget all signatures."""
    _overloads.clear()


def _marked(name):
    def decorator(f):
        try:
            setattr(f, name, True)
        except (AttributeError, TypeError):
            pass
        return f
    return decorator


final = _marked("__final__")
override = _marked("__override__")


def no_type_check(arg):
    """Decorator: annotations are no type hints."""
    try:
        arg.__no_type_check__ = True
    except TypeError:
        pass
    return arg


def no_type_check_decorator(decorator):
    """Makes a decorator one that also means no_type_check."""
    @functools.wraps(decorator)
    def wrapped(*args, **kwds):
        return no_type_check(decorator(*args, **kwds))
    return wrapped


def dataclass_transform(*, eq_default=True, order_default=False, kw_only_default=False,
                        frozen_default=False, field_specifiers=(), **kwargs):
    """Decorator of what makes classes like dataclasses."""
    def decorator(cls_or_fn):
        cls_or_fn.__dataclass_transform__ = {
            "eq_default": eq_default, "order_default": order_default,
            "kw_only_default": kw_only_default, "frozen_default": frozen_default,
            "field_specifiers": field_specifiers, "kwargs": kwargs}
        return cls_or_fn
    return decorator


def get_origin(tp):
    """The unsubscripted version of a type: list for List[int]."""
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, (_BaseGenericAlias, GenericAlias, ParamSpecArgs, ParamSpecKwargs)):
        return tp.__origin__
    if tp is Generic:
        return Generic
    if isinstance(tp, _UnionType):
        return _UnionType
    return None


def get_args(tp):
    """The type arguments of a type, as a tuple."""
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__,) + tp.__metadata__
    if isinstance(tp, (_GenericAlias, GenericAlias)):
        args = tp.__args__
        if tp.__origin__ is collections.abc.Callable and not (
                len(args) == 2 and (args[0] is ... or isinstance(
                    args[0], (ParamSpec, _ConcatenateGenericAlias)))):
            return (list(args[:-1]), args[-1])
        return args
    if isinstance(tp, _UnionType):
        return tp.__args__
    return ()


def _evaluated(tp, globalns, localns):
    """The type with the forward references in it evaluated."""
    if isinstance(tp, str):
        tp = ForwardRef(tp)
    if isinstance(tp, ForwardRef):
        return tp._evaluate(globalns, localns)
    if isinstance(tp, (_GenericAlias, GenericAlias, _UnionType)):
        args = tuple(
            _evaluated(ForwardRef(a) if isinstance(a, str) and not isinstance(
                tp, _LiteralGenericAlias) else a, globalns, localns)
            for a in tp.__args__) if not isinstance(tp, _LiteralGenericAlias) else tp.__args__
        if args == tp.__args__:
            return tp
        if isinstance(tp, GenericAlias):
            return GenericAlias(tp.__origin__, args)
        if isinstance(tp, _UnionType):
            return functools.reduce(lambda x, y: x | y, args)
        return tp.copy_with(args)
    return tp


def _without_extras(tp):
    if isinstance(tp, _AnnotatedAlias):
        return _without_extras(tp.__origin__)
    if isinstance(tp, _GenericAlias) and tp.__origin__ in (Required, NotRequired, ReadOnly):
        return _without_extras(tp.__args__[0])
    if isinstance(tp, (_GenericAlias, GenericAlias)):
        args = tuple(map(_without_extras, tp.__args__))
        if args == tp.__args__:
            return tp
        if isinstance(tp, GenericAlias):
            return GenericAlias(tp.__origin__, args)
        return tp.copy_with(args)
    return tp


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    """The annotations of a function, class or module, evaluated."""
    if getattr(obj, "__no_type_check__", None):
        return {}
    hints = {}
    if isinstance(obj, type):
        for base in reversed(obj.__mro__):
            names = globalns
            if names is None:
                names = getattr(sys.modules.get(base.__module__), "__dict__", {})
            local = dict(vars(base)) if localns is None else localns
            for parameter in getattr(base, "__type_params__", ()):
                local.setdefault(parameter.__name__, parameter)
            annotations = base.__dict__.get("__annotations__", {})
            if not isinstance(annotations, dict):
                continue
            for name, value in annotations.items():
                value = _NoneType if value is None else value
                hints[name] = _evaluated(value, names, local)
    else:
        names = globalns
        if names is None:
            target = obj
            while hasattr(target, "__wrapped__"):
                target = target.__wrapped__
            names = getattr(target, "__globals__", getattr(obj, "__dict__", {}))
            localns = names if localns is None else localns
        annotations = getattr(obj, "__annotations__", None)
        if annotations is None:
            if isinstance(obj, (_Function, type(len), type(sys))):
                return {}
            raise TypeError(f"{obj!r} is not a module, class, method, or function.")
        local = dict(localns or {})
        for parameter in getattr(obj, "__type_params__", ()):
            local.setdefault(parameter.__name__, parameter)
        for name, value in annotations.items():
            value = _NoneType if value is None else value
            hints[name] = _evaluated(value, names, local)
    if include_extras:
        return hints
    return {name: _without_extras(value) for name, value in hints.items()}


def __getattr__(name):
    if name in ("Pattern", "Match"):
        import re
        value = _SpecialGenericAlias(getattr(re, name), 1)
    elif name == "ContextManager":
        import contextlib
        value = _SpecialGenericAlias(contextlib.AbstractContextManager, -1, name=name)
    elif name == "AsyncContextManager":
        import contextlib
        value = _SpecialGenericAlias(contextlib.AbstractAsyncContextManager, -1, name=name)
    elif name == "ChainMap":
        value = _SpecialGenericAlias(collections.ChainMap, 2)
    elif name == "ByteString":
        value = _SpecialGenericAlias(collections.abc.ByteString, 0)
    else:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = value
    return value


__all__ = [
    "Annotated", "Any", "Callable", "ClassVar", "Concatenate", "Final", "ForwardRef", "Generic",
    "Literal", "Optional", "ParamSpec", "Protocol", "Tuple", "Type", "TypeVar", "TypeVarTuple",
    "Union", "AbstractSet", "Container", "Hashable", "ItemsView", "Iterable", "Iterator",
    "KeysView", "Mapping", "MappingView", "MutableMapping", "MutableSequence", "MutableSet",
    "Sequence", "Sized", "ValuesView", "Awaitable", "AsyncIterator", "AsyncIterable", "Coroutine",
    "Collection", "AsyncGenerator", "Reversible", "SupportsAbs", "SupportsBytes",
    "SupportsComplex", "SupportsFloat", "SupportsIndex", "SupportsInt", "SupportsRound",
    "Counter", "Deque", "Dict", "DefaultDict", "List", "OrderedDict", "Set", "FrozenSet",
    "NamedTuple", "TypedDict", "Generator", "BinaryIO", "IO", "TextIO", "AnyStr", "assert_type",
    "assert_never", "cast", "clear_overloads", "dataclass_transform", "final", "get_args",
    "get_origin", "get_overloads", "get_protocol_members", "get_type_hints", "is_protocol",
    "is_typeddict", "LiteralString", "Never", "NewType", "no_type_check",
    "no_type_check_decorator", "NoDefault", "NoReturn", "NotRequired", "overload", "override",
    "ParamSpecArgs", "ParamSpecKwargs", "ReadOnly", "Required", "reveal_type",
    "runtime_checkable", "Self", "Text", "TYPE_CHECKING", "TypeAlias", "TypeGuard", "TypeIs",
    "TypeAliasType", "Unpack",
]
