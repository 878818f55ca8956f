"""Enumerations: classes with a fixed set of instances."""

import sys
from functools import partial, reduce
from operator import or_ as _or_

__all__ = [
    "EnumType", "EnumMeta", "EnumDict", "Enum", "IntEnum", "StrEnum", "Flag", "IntFlag",
    "ReprEnum", "auto", "unique", "property", "verify", "member", "nonmember", "FlagBoundary",
    "STRICT", "CONFORM", "EJECT", "KEEP", "global_flag_repr", "global_enum_repr", "global_str",
    "global_enum", "EnumCheck", "CONTINUOUS", "NAMED_FLAGS", "UNIQUE", "pickle_by_global_name",
    "pickle_by_enum_name", "show_flag_values",
]

_builtin_property = property
# Set once they are defined: the metaclass needs to know whether they are.
Enum = Flag = ReprEnum = EJECT = KEEP = None


class nonmember:
    """Marks what is no member of an enumeration."""

    def __init__(self, value):
        self.value = value


class member:
    """Marks what is a member, although it would be taken for a method."""

    def __init__(self, value):
        self.value = value


def _is_descriptor(obj):
    return not isinstance(obj, partial) and (
        hasattr(obj, "__get__") or hasattr(obj, "__set__") or hasattr(obj, "__delete__"))


def _is_dunder(name):
    return (len(name) > 4 and name[:2] == name[-2:] == "__" and name[2] != "_"
            and name[-3] != "_")


def _is_sunder(name):
    return (len(name) > 2 and name[0] == name[-1] == "_" and name[1] != "_" and name[-2] != "_")


def _is_private(cls_name, name):
    pattern = f"_{cls_name}__"
    return (len(name) > len(pattern) and name.startswith(pattern)
            and (name[-1] != "_" or name[-2] != "_"))


def _is_single_bit(num):
    return num > 0 and num & (num - 1) == 0


def _iter_bits_lsb(num):
    if isinstance(num, Enum):
        num = num.value
    if num < 0:
        raise ValueError(f"{num} is not a positive integer")
    while num:
        bit = num & -num
        yield bit
        num ^= bit


def show_flag_values(value):
    """The single bits of a flag's value."""
    return list(_iter_bits_lsb(value))


def bin(num, max_bits=None):
    """The binary digits with the sign bit apart: 0b0 1010, 0b1 0110."""
    ceiling = 2 ** num.bit_length()
    if num >= 0:
        text = f"{num + ceiling:#b}".replace("1", "0", 1)
    else:
        text = f"{~num ^ (ceiling - 1) + ceiling:#b}"
    sign, digits = text[:3], text[3:]
    if max_bits is not None and len(digits) < max_bits:
        digits = (sign[-1] * max_bits + digits)[-max_bits:]
    return f"{sign} {digits}"


_auto_null = object()


class auto:
    """Stands for a value that the enumeration chooses."""

    def __init__(self, value=_auto_null):
        self.value = value

    def __repr__(self):
        return f"auto({self.value!r})"


class property(_builtin_property):
    """A property of members; a member of the same name is what the class has."""

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            members = ownerclass.__dict__.get("_member_map_", {})
            if self.name in members:
                return members[self.name]
            raise AttributeError(f"{ownerclass!r} has no attribute {self.name!r}")
        if self.fget is None:
            members = instance.__class__._member_map_
            if self.name in members:
                return members[self.name]
            raise AttributeError(f"{instance.__class__!r} member has no attribute {self.name!r}")
        return self.fget(instance)

    def __set_name__(self, ownerclass, name):
        self.name = name
        self.clsname = ownerclass.__name__


class EnumDict(dict):
    """The namespace of an enumeration's class statement: notes which names are members."""

    def __init__(self, cls_name=None):
        super().__init__()
        self._member_names = {}
        self._last_values = []
        self._ignore = []
        self._auto_called = False
        self._cls_name = cls_name
        self._generate_next_value = None

    def __setitem__(self, key, value):
        if self._cls_name is not None and _is_private(self._cls_name, key):
            pass
        elif _is_sunder(key):
            if key not in (
                    "_order_", "_generate_next_value_", "_numeric_repr_", "_missing_", "_ignore_",
                    "_iter_member_", "_iter_member_by_value_", "_iter_member_by_def_",
                    "_add_alias_", "_add_value_alias_", "_use_args_", "_member_type_",
                    "_new_member_"):
                raise ValueError(f"_sunder_ names, such as {key!r}, are reserved for future Enum use")
            if key == "_generate_next_value_":
                if self._auto_called:
                    raise TypeError("_generate_next_value_ must be defined before members")
                self._generate_next_value = getattr(value, "__func__", value)
            elif key == "_ignore_":
                value = value.replace(",", " ").split() if isinstance(value, str) else list(value)
                self._ignore = value
                already = set(value) & set(self._member_names)
                if already:
                    raise ValueError(f"_ignore_ cannot specify already set names: {already!r}")
        elif _is_dunder(key):
            if key == "__order__":
                key = "_order_"
        elif key in self._member_names:
            raise TypeError(f"{key!r} already defined as {self[key]!r}")
        elif key in self._ignore:
            pass
        elif isinstance(value, nonmember):
            value = value.value
        elif isinstance(value, member):
            value = value.value
            self._note_member(key, value)
        elif _is_descriptor(value):
            pass
        else:
            if key in self:
                raise TypeError(f"{key!r} already defined as {self[key]!r}")
            value = self._with_auto(key, value)
            self._note_member(key, value)
        super().__setitem__(key, value)

    def _note_member(self, key, value):
        self._member_names[key] = None
        self._last_values.append(value)

    def _with_auto(self, key, value):
        """The value with each auto() in it replaced."""
        if isinstance(value, auto):
            return self._next(key, value)
        if type(value) is tuple and any(isinstance(item, auto) for item in value):
            return tuple(self._next(key, item) if isinstance(item, auto) else item for item in value)
        return value

    def _next(self, key, item):
        if item.value is _auto_null:
            item.value = self._generate_next_value(
                key, 1, len(self._member_names), self._last_values[:])
            self._auto_called = True
        return item.value

    @_builtin_property
    def member_names(self):
        return list(self._member_names)

    def update(self, members, *more_members):
        items = members.items() if hasattr(members, "keys") else members
        for name, value in items:
            self[name] = value
        for name, value in more_members:
            self[name] = value


_EnumDict = EnumDict


class EnumType(type):
    """Metaclass of enumerations."""

    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        metacls._check_for_existing_members_(cls, bases)
        namespace = EnumDict(cls)
        member_type, first_enum = metacls._get_mixins_(cls, bases)
        if first_enum is not None:
            namespace["_generate_next_value_"] = getattr(
                first_enum, "_generate_next_value_", None)
        return namespace

    def __new__(metacls, cls, bases, classdict, *, boundary=None, _simple=False, **kwds):
        if _simple:
            return super().__new__(metacls, cls, bases, classdict, **kwds)
        classdict.setdefault("_ignore_", []).append("_ignore_")
        ignored = classdict["_ignore_"]
        names = list(classdict._member_names)
        for key in ignored:
            classdict.pop(key, None)
        invalid = set(names) & {"mro", ""}
        if invalid:
            raise ValueError(f"invalid enum member name(s) {','.join(repr(n) for n in invalid)}")
        order = classdict.pop("_order_", None)
        member_type, first_enum = metacls._get_mixins_(cls, bases)
        new_member, saves_new, use_args = metacls._find_new_(classdict, member_type, first_enum)
        values = {name: classdict[name] for name in names}
        namespace = {name: value for name, value in classdict.items() if name not in values}
        if isinstance(namespace.get("_generate_next_value_"), type(_is_dunder)):
            namespace["_generate_next_value_"] = staticmethod(namespace["_generate_next_value_"])
        namespace["_new_member_"] = new_member
        namespace["_use_args_"] = use_args
        namespace["_member_names_"] = []
        namespace["_member_map_"] = {}
        namespace["_value2member_map_"] = {}
        namespace["_unhashable_values_"] = []
        namespace["_member_type_"] = member_type
        namespace["_value_repr_"] = metacls._find_data_repr_(cls, bases)
        namespace["_boundary_"] = boundary or getattr(first_enum, "_boundary_", None)
        namespace["_flag_mask_"] = 0
        namespace["_singles_mask_"] = 0
        namespace["_all_bits_"] = 0
        namespace["_inverted_"] = None
        self = super().__new__(metacls, cls, bases, namespace, **kwds)
        self._choose_methods(bases, namespace, member_type, first_enum)
        if Enum is not None:
            if saves_new:
                self.__new_member__ = new_member
            type.__setattr__(self, "__new__", Enum.__new__)
        for name, value in values.items():
            self._make_member(name, value)
        if Flag is not None and issubclass(self, Flag):
            self._finish_flag()
        if order is not None:
            self._check_order(order)
        return self

    def __init__(cls, *args, **kwds):
        pass

    def _choose_methods(cls, bases, namespace, member_type, first_enum):
        """Text methods: the data type's for a ReprEnum, the enumeration's for others."""
        if ReprEnum is not None and ReprEnum in bases:
            if "__format__" not in namespace:
                type.__setattr__(cls, "__format__", member_type.__format__)
            if "__str__" not in namespace:
                method = member_type.__str__
                if method is object.__str__:
                    method = member_type.__repr__
                type.__setattr__(cls, "__str__", method)
        for name in ("__repr__", "__str__", "__format__", "__reduce_ex__"):
            if name not in namespace and first_enum is not None:
                enum_method = getattr(first_enum, name)
                found = getattr(cls, name)
                if found in (getattr(member_type, name, None), getattr(object, name, None)) and not (
                        ReprEnum is not None and issubclass(cls, ReprEnum)
                        and name in ("__str__", "__format__")):
                    type.__setattr__(cls, name, enum_method)
        if Flag is not None and issubclass(cls, Flag):
            for name in ("__or__", "__and__", "__xor__", "__ror__", "__rand__", "__rxor__",
                         "__invert__"):
                if name not in namespace:
                    method = getattr(Flag, name)
                    if getattr(cls, name) is not method:
                        type.__setattr__(cls, name, method)

    def _make_member(cls, name, value):
        args = value if isinstance(value, tuple) else (value,)
        if cls._member_type_ is tuple:
            args = (args,)
        if not cls._use_args_:
            new = cls._new_member_(cls)
        else:
            new = cls._new_member_(cls, *args)
        if not hasattr(new, "_value_"):
            if cls._member_type_ is object:
                new._value_ = value
            else:
                try:
                    new._value_ = cls._member_type_(*args)
                except Exception as exc:
                    raise TypeError(
                        "_value_ not set in __new__, unable to create it") from exc
        value = new._value_
        new._name_ = name
        new.__objclass__ = cls
        new._sort_order_ = len(cls._member_names_)
        init = cls.__init__
        if init is not object.__init__ and init is not Enum_init:
            new.__init__(*args)
        found = None
        try:
            found = cls._value2member_map_.get(value)
        except TypeError:
            for other in cls._unhashable_values_:
                if other == value:
                    found = next(m for m in cls._member_map_.values() if m._value_ == value)
        is_flag = Flag is not None and issubclass(cls, Flag)
        if found is not None:
            new = found
        elif not is_flag or (isinstance(value, int) and _is_single_bit(value)):
            cls._member_names_.append(name)
        elif not isinstance(value, int):
            cls._member_names_.append(name)
        if is_flag and isinstance(value, int):
            cls._flag_mask_ |= value
            if _is_single_bit(value):
                cls._singles_mask_ |= value
            cls._all_bits_ = 2 ** max(cls._flag_mask_, 0).bit_length() - 1
        cls._member_map_[name] = new
        descriptor = None
        for base in cls.__mro__[1:]:
            candidate = base.__dict__.get(name)
            if isinstance(candidate, property):
                descriptor = candidate
                break
        if descriptor is not None:
            redirect = property(descriptor.fget, descriptor.fset, descriptor.fdel, descriptor.__doc__)
            redirect.name = name
            type.__setattr__(cls, name, redirect)
        else:
            type.__setattr__(cls, name, new)
        if found is None:
            try:
                cls._value2member_map_[value] = new
            except TypeError:
                cls._unhashable_values_.append(value)

    def _finish_flag(cls):
        names = [
            (m._value_, n) for n, m in cls._member_map_.items()
            if isinstance(m._value_, int) and n in cls._member_names_]
        if [value for value, name in names] != sorted(value for value, name in names):
            cls._iter_member_ = cls._iter_member_by_def_

    def _check_order(cls, order):
        names = order.replace(",", " ").split() if isinstance(order, str) else list(order)
        defined = [name for name in names if name in cls._member_names_]
        if defined != cls._member_names_ or any(n not in cls._member_map_ for n in names):
            raise TypeError(
                f"member order does not match _order_:\n  {names!r}\n  {cls._member_names_!r}")

    def __bool__(cls):
        return True

    def __call__(cls, value=_auto_null, names=_auto_null, *values, module=None, qualname=None,
                 type=None, start=1, boundary=None):
        if cls._member_map_:
            if names is not _auto_null:
                value = (value, names) + values
            if value is _auto_null:
                return cls.__new__(cls)
            return cls.__new__(cls, value)
        if names is _auto_null and type is None:
            if value is _auto_null:
                return cls.__new__(cls)
            return cls.__new__(cls, value)
        return cls._create_(
            value, None if names is _auto_null else names, module=module, qualname=qualname,
            type=type, start=start, boundary=boundary)

    def __contains__(cls, value):
        if isinstance(value, cls):
            return True
        try:
            return value in cls._value2member_map_
        except TypeError:
            return value in cls._unhashable_values_

    def __delattr__(cls, attr):
        if attr in cls.__dict__.get("_member_map_", {}):
            raise AttributeError(f"{cls.__name__!r} cannot delete member {attr!r}.")
        super().__delattr__(attr)

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", {}):
            raise AttributeError(f"cannot reassign member {name!r}")
        super().__setattr__(name, value)

    def __dir__(cls):
        return sorted(
            {"__class__", "__contains__", "__doc__", "__getitem__", "__init_subclass__", "__iter__",
             "__len__", "__members__", "__module__", "__name__", "__qualname__"}
            | set(cls._member_names_))

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return (cls._member_map_[name] for name in cls._member_names_)

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def __len__(cls):
        return len(cls._member_names_)

    @_builtin_property
    def __members__(cls):
        """All names with their members, aliases included."""
        return type(type.__dict__)(cls._member_map_)

    def __repr__(cls):
        kind = "flag" if Flag is not None and issubclass(cls, Flag) else "enum"
        return f"<{kind} {cls.__name__!r}>"

    def _create_(cls, class_name, names, *, module=None, qualname=None, type=None, start=1,
                 boundary=None):
        """Make an enumeration from a name and its members' names."""
        metacls = cls.__class__
        bases = (cls,) if type is None else (type, cls)
        classdict = metacls.__prepare__(class_name, bases)
        if isinstance(names, str):
            names = names.replace(",", " ").split()
        if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
            original, names = names, []
            last_values = []
            for count, name in enumerate(original):
                value = cls._generate_next_value_(name, start, count, last_values[:])
                last_values.append(value)
                names.append((name, value))
        if names is None:
            names = ()
        for item in names:
            if isinstance(item, str):
                name, value = item, names[item]
            else:
                name, value = item
            classdict[name] = value
        if module is None:
            try:
                module = sys._getframe(2).f_globals["__name__"]
            except (AttributeError, ValueError, KeyError):
                pass
        if module is not None:
            classdict["__module__"] = module
        if qualname is not None:
            classdict["__qualname__"] = qualname
        return metacls.__new__(metacls, class_name, bases, classdict, boundary=boundary)

    @classmethod
    def _check_for_existing_members_(mcls, class_name, bases):
        for chain in bases:
            for base in chain.__mro__:
                if isinstance(base, EnumType) and base._member_names_:
                    raise TypeError(f"<enum {class_name!r}> cannot extend {base!r}")

    @classmethod
    def _get_mixins_(mcls, class_name, bases):
        """The type of the values, and the enumeration derived from."""
        if not bases:
            return object, Enum
        first_enum = bases[-1]
        if not isinstance(first_enum, EnumType):
            raise TypeError(
                "new enumerations should be created as "
                "`EnumName([mixin_type, ...] [data_type,] enum_type)`")
        return mcls._find_data_type_(class_name, bases) or object, first_enum

    @classmethod
    def _find_data_repr_(mcls, class_name, bases):
        for chain in bases:
            for base in chain.__mro__:
                if base is object:
                    continue
                if isinstance(base, EnumType):
                    return base._value_repr_
                if "__repr__" in base.__dict__:
                    if "__dataclass_fields__" in base.__dict__ and getattr(
                            base.__dataclass_params__, "repr", False):
                        return _dataclass_repr
                    return base.__dict__["__repr__"]
        return None

    @classmethod
    def _find_data_type_(mcls, class_name, bases):
        data_types = []
        for chain in bases:
            candidate = None
            for base in chain.__mro__:
                if base is object:
                    continue
                if isinstance(base, EnumType):
                    if base._member_type_ is not object:
                        data_types.append(base._member_type_)
                        break
                elif "__new__" in base.__dict__ or "__dataclass_fields__" in base.__dict__:
                    data_types.append(candidate or base)
                    break
                else:
                    candidate = candidate or base
        data_types = list(dict.fromkeys(data_types))
        if len(data_types) > 1:
            raise TypeError(f"too many data types for {class_name!r}: {set(data_types)!r}")
        return data_types[0] if data_types else None

    @classmethod
    def _find_new_(mcls, classdict, member_type, first_enum):
        """How a member is made, whether that is to be kept, and whether it takes the value."""
        new = classdict.get("__new__")
        saves_new = first_enum is not None and new is not None
        if new is None:
            for method in ("__new_member__", "__new__"):
                for possible in (member_type, first_enum):
                    target = getattr(possible, method, None)
                    if target is None or target is object.__new__ or (
                            Enum is not None and target is Enum.__new__) or (
                            target is type(None).__new__):
                        continue
                    new = target
                    break
                if new is not None:
                    break
            else:
                new = object.__new__
        if isinstance(new, staticmethod):
            new = new.__func__
        use_args = first_enum is not None and new is not object.__new__
        return new, saves_new, use_args


EnumMeta = EnumType


def Enum_init(self, *args, **kwds):
    pass


class Enum(metaclass=EnumType):
    """Base class of enumerations."""

    __init__ = Enum_init

    def __new__(cls, value=_auto_null, *rest):
        if type(value) is cls:
            return value
        if rest:
            value = (value, *rest)
        try:
            return cls._value2member_map_[value]
        except KeyError:
            pass
        except TypeError:
            for found in cls._member_map_.values():
                if found._value_ == value:
                    return found
        if not cls._member_map_ and not cls._value2member_map_:
            if value is _auto_null:
                raise TypeError(f"{cls!r} has no members")
            raise TypeError(f"{cls!r} has no members defined")
        try:
            error = None
            result = cls._missing_(value)
        except Exception as exc:
            error = exc
            result = None
        try:
            if isinstance(result, cls):
                return result
            if Flag is not None and issubclass(cls, Flag) and cls._boundary_ is EJECT and isinstance(
                    result, int):
                return result
            invalid = ValueError(f"{value!r} is not a valid {cls.__qualname__}")
            if result is None and error is None:
                raise invalid
            if error is None:
                error = TypeError(
                    f"error in {cls.__name__}._missing_: returned {result!r} instead of None or a "
                    "valid member")
            if not isinstance(error, ValueError):
                error.__context__ = invalid
            raise error
        finally:
            error = None
            invalid = None

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        """The value for auto(): one more than the largest so far."""
        if not last_values:
            return start
        try:
            return sorted(last_values)[-1] + 1
        except TypeError:
            raise TypeError("unable to sort non-numeric values") from None

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        value_repr = self.__class__._value_repr_ or repr
        return f"<{self.__class__.__name__}.{self._name_}: {value_repr(self._value_)}>"

    def __str__(self):
        return f"{self.__class__.__name__}.{self._name_}"

    def __dir__(self):
        return sorted({"__class__", "__doc__", "__eq__", "__hash__", "__module__", "name", "value"})

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    def __hash__(self):
        return hash(self._name_)

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    def __deepcopy__(self, memo):
        return self

    def __copy__(self):
        return self

    @property
    def name(self):
        """The name of the member."""
        return self._name_

    @property
    def value(self):
        """The value of the member."""
        return self._value_

    def _add_alias_(self, name):
        self.__class__._member_map_[name] = self
        type.__setattr__(self.__class__, name, self)

    def _add_value_alias_(self, value):
        self.__class__._value2member_map_[value] = self


def _dataclass_repr(self):
    fields = self.__dataclass_fields__
    return ", ".join(f"{name}={getattr(self, name)!r}" for name in fields if fields[name].repr)


class ReprEnum(Enum):
    """An enumeration whose members look like their values in str() and format()."""


class IntEnum(int, ReprEnum):
    """An enumeration whose members are ints."""


class StrEnum(str, ReprEnum):
    """An enumeration whose members are strs."""

    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError(f"too many arguments for str(): {values!r}")
        if len(values) == 1 and not isinstance(values[0], str):
            raise TypeError(f"{values[0]!r} is not a string")
        if len(values) >= 2 and not isinstance(values[1], str):
            raise TypeError(f"encoding must be a string, not {values[1]!r}")
        if len(values) == 3 and not isinstance(values[2], str):
            raise TypeError(f"errors must be a string, not {values[2]!r}")
        value = str(*values)
        result = str.__new__(cls, value)
        result._value_ = value
        return result

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        """The value for auto(): the name in lower case."""
        return name.lower()


def pickle_by_global_name(self, proto):
    return self.name


def pickle_by_enum_name(self, proto):
    return getattr, (self.__class__, self._name_)


class FlagBoundary(StrEnum):
    """What a flag does with bits that no member has."""

    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


class Flag(Enum, boundary=STRICT):
    """An enumeration whose members are bits that can be combined."""

    _numeric_repr_ = repr

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        """The value for auto(): the next bit."""
        if not last_values:
            return start if start is not None else 1
        last_value = max(last_values)
        try:
            return 2 ** last_value.bit_length()
        except Exception:
            raise TypeError(f"invalid flag value {last_value!r}") from None

    @classmethod
    def _iter_member_by_value_(cls, value):
        for bit in _iter_bits_lsb(value & cls._flag_mask_):
            found = cls._value2member_map_.get(bit)
            if found is not None:
                yield found

    _iter_member_ = _iter_member_by_value_

    @classmethod
    def _iter_member_by_def_(cls, value):
        yield from sorted(cls._iter_member_by_value_(value), key=lambda m: m._sort_order_)

    @classmethod
    def _missing_(cls, value):
        """The combination of members that has the value."""
        if not isinstance(value, int):
            raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        mask, singles, all_bits = cls._flag_mask_, cls._singles_mask_, cls._all_bits_
        negative = value if value < 0 else None
        unknown = value & ~mask if value >= 0 else 0
        if not ~all_bits <= value <= all_bits or value & (all_bits ^ mask):
            if cls._boundary_ is STRICT:
                bits = max(value.bit_length(), mask.bit_length())
                raise ValueError(
                    f"{cls!r} invalid value {value!r}\n    given {bin(value, bits)}\n"
                    f"  allowed {bin(mask, bits)}")
            if cls._boundary_ is CONFORM:
                value &= mask
            elif cls._boundary_ is EJECT:
                return value
            elif cls._boundary_ is KEEP:
                if value < 0:
                    value = max(all_bits + 1, 2 ** value.bit_length()) + value
        if value < 0:
            value = all_bits + 1 + value
        unknown = value & ~mask
        known = cls._value2member_map_.get(value)
        if known is not None:
            return known
        if cls._member_type_ is object:
            pseudo = object.__new__(cls)
        else:
            pseudo = cls._member_type_.__new__(cls, value)
        pseudo._value_ = value
        pseudo.__objclass__ = cls
        names = [m._name_ for m in cls._iter_member_(value) if _is_single_bit(m._value_)]
        # Members of several bits that cover what no single bit has.
        rest = value & mask
        for name in names:
            rest &= ~cls._member_map_[name]._value_
        for name, found in cls._member_map_.items():
            if rest and found._value_ & rest and found._value_ & ~value == 0:
                names.append(name)
                rest &= ~found._value_
        if not names:
            pseudo._name_ = None
        else:
            pseudo._name_ = "|".join(names)
            if unknown:
                pseudo._name_ += f"|{cls._numeric_repr_(unknown)}"
        # Threads that combine the same members get one object.
        return cls._value2member_map_.setdefault(value, pseudo)

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError(
                f"unsupported operand type(s) for 'in': {type(other).__qualname__!r} and "
                f"{self.__class__.__qualname__!r}")
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        yield from self._iter_member_(self._value_)

    def __len__(self):
        return self._value_.bit_count()

    def __repr__(self):
        value_repr = self.__class__._value_repr_ or repr
        if self._name_ is None:
            return f"<{self.__class__.__name__}: {value_repr(self._value_)}>"
        return f"<{self.__class__.__name__}.{self._name_}: {value_repr(self._value_)}>"

    def __str__(self):
        if self._name_ is None:
            return f"{self.__class__.__name__}({self._value_!r})"
        return f"{self.__class__.__name__}.{self._name_}"

    def __bool__(self):
        return bool(self._value_)

    def _get_value(self, flag):
        if isinstance(flag, self.__class__):
            return flag._value_
        if self._member_type_ is not object and isinstance(flag, self._member_type_):
            return flag
        return NotImplemented

    def __or__(self, other):
        value = self._get_value(other)
        if value is NotImplemented:
            return NotImplemented
        return self.__class__(self._value_ | value)

    def __and__(self, other):
        value = self._get_value(other)
        if value is NotImplemented:
            return NotImplemented
        return self.__class__(self._value_ & value)

    def __xor__(self, other):
        value = self._get_value(other)
        if value is NotImplemented:
            return NotImplemented
        return self.__class__(self._value_ ^ value)

    def __invert__(self):
        if self._boundary_ in (EJECT, KEEP):
            return self.__class__(~self._value_)
        return self.__class__(self._singles_mask_ & ~self._value_)

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    """A flag whose members are ints."""


def unique(enumeration):
    """Class decorator that refuses aliases."""
    duplicates = [
        (name, found.name) for name, found in enumeration.__members__.items()
        if name != found.name]
    if duplicates:
        text = ", ".join(f"{alias} -> {name}" for alias, name in duplicates)
        raise ValueError(f"duplicate values found in {enumeration!r}: {text}")
    return enumeration


class EnumCheck(StrEnum):
    """What verify() can check."""

    CONTINUOUS = "no skipped integer values"
    NAMED_FLAGS = "multi-flag aliases may not contain unnamed flags"
    UNIQUE = "one name per value"


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
    """Class decorator that checks what it is given."""

    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        cls_name = enumeration.__name__
        is_flag = issubclass(enumeration, Flag)
        for check in self.checks:
            if check is UNIQUE:
                aliases = [
                    (name, found.name) for name, found in enumeration.__members__.items()
                    if name != found.name]
                if aliases:
                    text = ", ".join(f"{alias} -> {name}" for alias, name in aliases)
                    raise ValueError(f"aliases found in {enumeration!r}: {text}")
            elif check is CONTINUOUS:
                values = {found.value for found in enumeration}
                if len(values) < 2:
                    continue
                low, high = min(values), max(values)
                if is_flag:
                    wanted = {1 << bit for bit in range(low.bit_length(), high.bit_length())}
                else:
                    wanted = set(range(low + 1, high))
                missing = sorted(wanted - values)
                if missing:
                    kind = "flag" if is_flag else "enum"
                    text = ", ".join(map(str, missing))
                    raise ValueError(f"invalid {kind} {cls_name!r}: missing values {text}")
            elif check is NAMED_FLAGS and is_flag:
                values = [found._value_ for found in enumeration]
                bad, missing = [], 0
                for name, alias in enumeration._member_map_.items():
                    if name in enumeration._member_names_ or alias._value_ < 0:
                        continue
                    unnamed = [bit for bit in _iter_bits_lsb(alias._value_) if bit not in values]
                    if unnamed:
                        bad.append(name)
                        missing |= reduce(_or_, unnamed)
                if bad:
                    text = (f"alias {bad[0]!r} is missing" if len(bad) == 1 else
                            "aliases " + ", ".join(map(repr, bad[:-1]))
                            + f" and {bad[-1]!r} are missing")
                    which = (f"value 0x{missing:x}" if _is_single_bit(missing)
                             else f"combined values of 0x{missing:x}")
                    raise ValueError(
                        f"invalid Flag {cls_name!r}: {text} {which} "
                        "[use enum.show_flag_values(value) for details]")
        return enumeration


def global_enum_repr(self):
    """The member as module.NAME."""
    return f"{self.__class__.__module__.split('.')[-1]}.{self._name_}"


def global_flag_repr(self):
    """The flag as module.NAME|module.NAME."""
    module = self.__class__.__module__.split(".")[-1]
    if self._name_ is None:
        return f"{module}.{self.__class__.__name__}({self._value_!r})"
    return "|".join(f"{module}.{name}" for name in self._name_.split("|"))


def global_str(self):
    """The name alone."""
    if self._name_ is None:
        return f"{self.__class__.__name__}({self._value_!r})"
    return self._name_


def global_enum(cls, update_str=False):
    """Class decorator: members are names of the module."""
    cls.__repr__ = global_flag_repr if issubclass(cls, Flag) else global_enum_repr
    if not issubclass(cls, ReprEnum) or update_str:
        cls.__str__ = global_str
    sys.modules[cls.__module__].__dict__.update(cls.__members__)
    return cls
