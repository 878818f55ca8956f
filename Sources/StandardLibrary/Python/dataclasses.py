"""Classes made from their annotated fields."""

import abc
import sys
from keyword import iskeyword
from reprlib import recursive_repr

__all__ = [
    "dataclass", "field", "Field", "FrozenInstanceError", "InitVar", "KW_ONLY", "MISSING",
    "fields", "asdict", "astuple", "make_dataclass", "replace", "is_dataclass",
]

GenericAlias = type(list[int])
_MappingProxy = type(type.__dict__)


class FrozenInstanceError(AttributeError):
    """A field of a frozen instance was to be changed."""


class _Sentinel:
    def __init__(self, text):
        self.text = text

    def __repr__(self):
        return self.text


class _MISSING_TYPE:
    pass


MISSING = _MISSING_TYPE()


class _KW_ONLY_TYPE:
    pass


KW_ONLY = _KW_ONLY_TYPE()
_DEFAULT_FACTORY = _Sentinel("<factory>")
_FIELD = _Sentinel("_FIELD")
_FIELD_CLASSVAR = _Sentinel("_FIELD_CLASSVAR")
_FIELD_INITVAR = _Sentinel("_FIELD_INITVAR")
_FIELDS = "__dataclass_fields__"
_PARAMS = "__dataclass_params__"
_EMPTY_METADATA = _MappingProxy({})


class InitVar:
    """InitVar[type]: a parameter of __init__ that is handed to __post_init__ only."""

    __slots__ = ("type",)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        if isinstance(self.type, type) and not isinstance(self.type, GenericAlias):
            return f"dataclasses.InitVar[{self.type.__name__}]"
        return f"dataclasses.InitVar[{self.type!r}]"

    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    """What is known about a field."""

    __slots__ = (
        "name", "type", "default", "default_factory", "repr", "hash", "init", "compare",
        "metadata", "kw_only", "_field_type")

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = _EMPTY_METADATA if metadata is None else _MappingProxy(metadata)
        self.kw_only = kw_only
        self._field_type = None

    def __repr__(self):
        names = ("name", "type", "default", "default_factory", "init", "repr", "hash", "compare",
                 "metadata", "kw_only", "_field_type")
        return f"Field({','.join(f'{name}={getattr(self, name)!r}' for name in names)})"

    def __set_name__(self, owner, name):
        func = getattr(type(self.default), "__set_name__", None)
        if func:
            func(self.default, owner, name)

    __class_getitem__ = classmethod(GenericAlias)


class _DataclassParams:
    __slots__ = ("init", "repr", "eq", "order", "unsafe_hash", "frozen", "match_args", "kw_only",
                 "slots", "weakref_slot")

    def __init__(self, **values):
        for name in self.__slots__:
            setattr(self, name, values[name])

    def __repr__(self):
        text = ",".join(f"{name}={getattr(self, name)!r}" for name in self.__slots__)
        return f"_DataclassParams({text})"


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None,
          compare=True, metadata=None, kw_only=MISSING):
    """Say more about a field than its annotation does."""
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def _kind_of(annotation, cls):
    """Whether an annotation makes a field, a class variable or an init-only variable."""
    if isinstance(annotation, str):
        text = annotation.split("[")[0].strip().rsplit(".", 1)
        if text[-1] == "ClassVar":
            return _FIELD_CLASSVAR
        if text[-1] == "InitVar":
            return _FIELD_INITVAR
        return _FIELD
    if annotation is InitVar or type(annotation) is InitVar:
        return _FIELD_INITVAR
    typing = sys.modules.get("typing")
    if typing is not None and (
            annotation is typing.ClassVar
            or getattr(annotation, "__origin__", None) is typing.ClassVar):
        return _FIELD_CLASSVAR
    return _FIELD


def _is_kw_only(annotation):
    if isinstance(annotation, str):
        return annotation.split(".")[-1] == "KW_ONLY"
    return annotation is KW_ONLY


def _get_field(cls, name, annotation, kw_only):
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        result = default
    else:
        if isinstance(default, type(Field.name)):
            default = MISSING
        result = field(default=default)
    result.name = name
    result.type = annotation
    result._field_type = _kind_of(annotation, cls)
    if result._field_type is not _FIELD and result.default_factory is not MISSING:
        raise TypeError(f"field {name} cannot have a default factory")
    if result._field_type is _FIELD_CLASSVAR:
        if result.kw_only is not MISSING:
            raise TypeError(f"field {name} is a ClassVar but specifies kw_only")
    elif result.kw_only is MISSING:
        result.kw_only = kw_only
    if result._field_type is _FIELD and result.default.__class__.__hash__ is None:
        raise ValueError(
            f"mutable default {type(result.default)} for field {name} is not allowed: "
            "use default_factory")
    return result


def _set_new(cls, name, value):
    """Sets a method, unless the class defines it. Returns whether it does."""
    if name in cls.__dict__:
        return True
    if isinstance(value, type(_set_new)):
        value.__qualname__ = f"{cls.__qualname__}.{name}"
        value.__name__ = name
    setattr(cls, name, value)
    return False


def _make_init(cls, fields, frozen, has_post_init, self_name):
    """Compiles __init__ with exactly the parameters that the fields give."""
    positional = [f for f in fields if f.init and not f.kw_only]
    keyword_only = [f for f in fields if f.init and f.kw_only]
    seen_default = None
    for f in positional:
        if f.default is not MISSING or f.default_factory is not MISSING:
            seen_default = f
        elif seen_default is not None:
            raise TypeError(
                f"non-default argument {f.name!r} follows default argument {seen_default.name!r}")
    scope = {
        "__dataclass_factory": _DEFAULT_FACTORY, "__dataclass_object_setattr": object.__setattr__}
    parameters = []
    body = []

    def parameter(f):
        if f.default is not MISSING:
            scope[f"__dataclass_default_{f.name}"] = f.default
            return f"{f.name}=__dataclass_default_{f.name}"
        if f.default_factory is not MISSING:
            return f"{f.name}=__dataclass_factory"
        return f.name

    parameters.extend(map(parameter, positional))
    if keyword_only:
        parameters.append("*")
        parameters.extend(map(parameter, keyword_only))
    for f in fields:
        value = f.name
        if f.default_factory is not MISSING:
            factory = f"__dataclass_factory_{f.name}"
            scope[factory] = f.default_factory
            value = (f"{factory}() if {f.name} is __dataclass_factory else {f.name}"
                     if f.init else f"{factory}()")
        elif not f.init:
            if f.default is MISSING or not getattr(cls, "__slots__", None):
                continue
            scope[f"__dataclass_default_{f.name}"] = f.default
            value = f"__dataclass_default_{f.name}"
        if f._field_type is _FIELD_INITVAR:
            continue
        if frozen:
            body.append(f"  __dataclass_object_setattr({self_name}, {f.name!r}, {value})")
        else:
            body.append(f"  {self_name}.{f.name} = {value}")
    if has_post_init:
        names = ", ".join(f.name for f in fields if f._field_type is _FIELD_INITVAR)
        body.append(f"  {self_name}.__post_init__({names})")
    text = f"def __init__({', '.join([self_name] + parameters)}):\n" + ("\n".join(body) or "  pass")
    exec(text, scope)
    init = scope["__init__"]
    init.__annotations__ = {f.name: f.type for f in fields if f.init}
    init.__annotations__["return"] = None
    init.__module__ = cls.__module__
    return init


def _make_repr(fields):
    names = [f.name for f in fields if f.repr]

    def __repr__(self):
        text = ", ".join([f"{name}={getattr(self, name)!r}" for name in names])
        return f"{self.__class__.__qualname__}({text})"

    return recursive_repr()(__repr__)


def _make_comparison(name, compare, fields):
    names = [f.name for f in fields if f.compare]

    def method(self, other):
        if other.__class__ is not self.__class__:
            return NotImplemented
        if name == "__eq__" and self is other:
            return True
        return compare(
            tuple([getattr(self, n) for n in names]), tuple([getattr(other, n) for n in names]))

    return method


def _make_hash(fields):
    names = [f.name for f in fields if (f.compare if f.hash is None else f.hash)]

    def __hash__(self):
        return hash(tuple([getattr(self, name) for name in names]))

    return __hash__


def _make_frozen(cls, fields):
    names = frozenset(f.name for f in fields)

    def __setattr__(self, name, value):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot assign to field {name!r}")
        super(cls, self).__setattr__(name, value)

    def __delattr__(self, name):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot delete field {name!r}")
        super(cls, self).__delattr__(name)

    return __setattr__, __delattr__


def _process_class(cls, params):
    fields = {}
    any_frozen_base = False
    has_bases = False
    all_frozen_bases = None
    for base in cls.__mro__[-1:0:-1]:
        inherited = getattr(base, _FIELDS, None)
        if inherited is not None and _FIELDS in base.__dict__:
            has_bases = True
            for f in inherited.values():
                fields[f.name] = f
            frozen = getattr(base, _PARAMS).frozen
            all_frozen_bases = frozen if all_frozen_bases is None else all_frozen_bases and frozen
            any_frozen_base = any_frozen_base or frozen
    annotations = cls.__dict__.get("__annotations__", {})
    own = []
    kw_only = params.kw_only
    seen_marker = False
    for name, annotation in annotations.items():
        if _is_kw_only(annotation):
            if seen_marker:
                raise TypeError(f"{name!r} is KW_ONLY, but KW_ONLY has already been specified")
            seen_marker = True
            kw_only = True
        else:
            own.append(_get_field(cls, name, annotation, kw_only))
    for f in own:
        fields[f.name] = f
        if isinstance(getattr(cls, f.name, None), Field):
            if f.default is MISSING:
                delattr(cls, f.name)
            else:
                setattr(cls, f.name, f.default)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in annotations:
            raise TypeError(f"{name!r} is a field but has no type annotation")
    if has_bases:
        if any_frozen_base and not params.frozen:
            raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
        if all_frozen_bases is False and params.frozen:
            raise TypeError("cannot inherit frozen dataclass from a non-frozen one")
    setattr(cls, _FIELDS, fields)
    setattr(cls, _PARAMS, params)
    class_hash = cls.__dict__.get("__hash__", MISSING)
    has_explicit_hash = not (
        class_hash is MISSING or (class_hash is None and "__eq__" in cls.__dict__))
    if params.order and not params.eq:
        raise ValueError("eq must be true if order is true")
    all_fields = [f for f in fields.values() if f._field_type in (_FIELD, _FIELD_INITVAR)]
    instance_fields = [f for f in fields.values() if f._field_type is _FIELD]
    if params.init:
        self_name = "__dataclass_self__" if "self" in fields else "self"
        init = _make_init(
            cls, all_fields, params.frozen, hasattr(cls, "__post_init__"), self_name)
        _set_new(cls, "__init__", init)
    _set_new(cls, "__replace__", _replace_method)
    if params.repr:
        _set_new(cls, "__repr__", _make_repr(instance_fields))
    if params.eq:
        _set_new(cls, "__eq__", _make_comparison("__eq__", lambda x, y: x == y, instance_fields))
    if params.order:
        for name, compare in (
                ("__lt__", lambda x, y: x < y), ("__le__", lambda x, y: x <= y),
                ("__gt__", lambda x, y: x > y), ("__ge__", lambda x, y: x >= y)):
            if _set_new(cls, name, _make_comparison(name, compare, instance_fields)):
                raise TypeError(
                    f"Cannot overwrite attribute {name} in class {cls.__name__}. Consider using "
                    "functools.total_ordering")
    if params.frozen:
        for name, method in zip(("__setattr__", "__delattr__"), _make_frozen(cls, instance_fields)):
            if _set_new(cls, name, method):
                raise TypeError(f"Cannot overwrite attribute {name} in class {cls.__name__}")
    if params.unsafe_hash:
        if has_explicit_hash:
            raise TypeError(f"Cannot overwrite attribute __hash__ in class {cls.__name__}")
        cls.__hash__ = _make_hash(instance_fields)
    elif params.eq and not has_explicit_hash:
        cls.__hash__ = _make_hash(instance_fields) if params.frozen else None
    if not getattr(cls, "__doc__", None):
        parameters = []
        for f in all_fields:
            if f.init:
                parameters.append(_parameter_text(f))
        cls.__doc__ = f"{cls.__name__}({', '.join(parameters)})"
    if params.match_args:
        names = tuple(f.name for f in all_fields if f.init and not f.kw_only)
        _set_new(cls, "__match_args__", names)
    if params.weakref_slot and not params.slots:
        raise TypeError("weakref_slot is True but slots is False")
    if params.slots:
        cls = _with_slots(cls, instance_fields, params)
    abc.update_abstractmethods(cls)
    return cls


def _parameter_text(f):
    kind = f.type
    text = kind if isinstance(kind, str) else (
        kind.__name__ if type(kind) is type else repr(kind).replace("typing.", "typing."))
    default = ""
    if f.default is not MISSING:
        default = f" = {f.default!r}"
    elif f.default_factory is not MISSING:
        default = " = <factory>"
    return f"{f.name}: {text!r}{default}" if isinstance(kind, str) else f"{f.name}: {text}{default}"


def _with_slots(cls, fields, params):
    """The class made again with __slots__ for the fields that no base has."""
    if "__slots__" in cls.__dict__:
        raise TypeError(f"{cls.__name__} already specifies __slots__")
    inherited = set()
    for base in cls.__mro__[1:-1]:
        slots = base.__dict__.get("__slots__", ())
        inherited.update([slots] if isinstance(slots, str) else slots)
    namespace = dict(cls.__dict__)
    names = [f.name for f in fields]
    namespace["__slots__"] = tuple(name for name in names if name not in inherited) + (
        ("__weakref__",) if params.weakref_slot else ())
    for name in names:
        namespace.pop(name, None)
    namespace.pop("__dict__", None)
    namespace.pop("__weakref__", None)
    qualname = cls.__qualname__
    namespace["__qualname__"] = qualname
    result = type(cls)(cls.__name__, cls.__bases__, namespace)
    # Methods that use super() or __class__ refer to the class by a cell.
    for member in namespace.values():
        function = getattr(member, "__func__", getattr(member, "fget", member))
        for cell in getattr(function, "__closure__", None) or ():
            try:
                if cell.cell_contents is cls:
                    cell.cell_contents = result
            except ValueError:
                pass
    if params.frozen:
        if "__getstate__" not in namespace:
            result.__getstate__ = lambda self: [getattr(self, f.name) for f in fields_of(self)]
        if "__setstate__" not in namespace:
            def __setstate__(self, state):
                for f, value in zip(fields_of(self), state):
                    object.__setattr__(self, f.name, value)
            result.__setstate__ = __setstate__
    return result


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False,
              frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False):
    """Class decorator that adds the methods which follow from the annotated fields."""
    def wrap(cls):
        params = _DataclassParams(
            init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen,
            match_args=match_args, kw_only=kw_only, slots=slots, weakref_slot=weakref_slot)
        return _process_class(cls, params)
    return wrap if cls is None else wrap(cls)


def fields(class_or_instance):
    """The fields of a dataclass or of an instance, as a tuple."""
    try:
        found = getattr(class_or_instance, _FIELDS)
    except AttributeError:
        raise TypeError("must be called with a dataclass type or instance") from None
    return tuple(f for f in found.values() if f._field_type is _FIELD)


fields_of = fields


def _is_instance(obj):
    return hasattr(type(obj), _FIELDS)


def is_dataclass(obj):
    """Whether this is a dataclass or an instance of one."""
    return hasattr(obj if isinstance(obj, type) else type(obj), _FIELDS)


def asdict(obj, *, dict_factory=dict):
    """The fields as a dict, and those of dataclasses within."""
    if not _is_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")
    return _convert(obj, lambda items: dict_factory(items), True)


def astuple(obj, *, tuple_factory=tuple):
    """The fields as a tuple, and those of dataclasses within."""
    if not _is_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")
    return _convert(obj, lambda items: tuple_factory([value for name, value in items]), False)


def _convert(obj, make, is_dict):
    if _is_instance(obj):
        return make([(f.name, _convert(getattr(obj, f.name), make, is_dict)) for f in fields(obj)])
    if isinstance(obj, tuple) and hasattr(obj, "_fields"):
        return type(obj)(*[_convert(item, make, is_dict) for item in obj])
    if isinstance(obj, (list, tuple)):
        return type(obj)([_convert(item, make, is_dict) for item in obj])
    if isinstance(obj, dict):
        pairs = [
            (_convert(key, make, is_dict), _convert(value, make, is_dict))
            for key, value in obj.items()]
        if hasattr(type(obj), "default_factory"):
            result = type(obj)(obj.default_factory)
            for key, value in pairs:
                result[key] = value
            return result
        return type(obj)(pairs)
    if type(obj) in (int, float, str, bool, type(None), bytes, complex):
        return obj
    import copy
    return copy.deepcopy(obj)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True,
                   order=False, unsafe_hash=False, frozen=False, match_args=True, kw_only=False,
                   slots=False, weakref_slot=False, module=None):
    """Make a dataclass from a list of names, (name, type) and (name, type, Field)."""
    namespace = {} if namespace is None else dict(namespace)
    seen = set()
    annotations = {}
    for item in fields:
        if isinstance(item, str):
            name, kind = item, "typing.Any"
        elif len(item) == 2:
            name, kind = item
        elif len(item) == 3:
            name, kind, namespace[item[0]] = item
        else:
            raise TypeError(f"Invalid field: {item!r}")
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f"Field names must be valid identifiers: {name!r}")
        if iskeyword(name):
            raise TypeError(f"Field names must not be keywords: {name!r}")
        if name in seen:
            raise TypeError(f"Field name duplicated: {name!r}")
        seen.add(name)
        annotations[name] = kind
    namespace["__annotations__"] = annotations
    if module is None:
        try:
            module = sys._getframe(1).f_globals.get("__name__", "__main__")
        except (AttributeError, ValueError):
            pass
    if module is not None:
        namespace["__module__"] = module
    import types
    cls = types.new_class(cls_name, bases, {}, lambda body: body.update(namespace))
    return dataclass(
        cls, init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen,
        match_args=match_args, kw_only=kw_only, slots=slots, weakref_slot=weakref_slot)


def replace(obj, /, **changes):
    """A copy with other values in some fields."""
    if not _is_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    return _replace_method(obj, **changes)


def _replace_method(self, /, **changes):
    for f in getattr(self, _FIELDS).values():
        if f._field_type is _FIELD_CLASSVAR:
            continue
        if not f.init:
            if f.name in changes:
                raise TypeError(
                    f"field {f.name} is declared with init=False, it cannot be specified with "
                    "replace()")
            continue
        if f.name not in changes:
            if f._field_type is _FIELD_INITVAR and f.default is MISSING:
                raise TypeError(f"InitVar {f.name!r} must be specified with replace()")
            changes[f.name] = getattr(self, f.name)
    return self.__class__(**changes)
