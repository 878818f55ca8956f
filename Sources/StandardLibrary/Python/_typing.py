"""What type parameter syntax makes: type variables and type aliases."""

import sys

__all__ = ["TypeVar", "ParamSpec", "ParamSpecArgs", "ParamSpecKwargs", "TypeVarTuple",
           "TypeAliasType", "NoDefault"]


class _NoDefaultType:
    __slots__ = ()

    def __new__(cls):
        return NoDefault

    def __repr__(self):
        return "typing.NoDefault"

    def __reduce__(self):
        return "NoDefault"


NoDefault = object.__new__(_NoDefaultType)


def _caller_module():
    try:
        return sys._getframe(2).f_globals.get("__name__")
    except (AttributeError, ValueError):
        return None


def _typing():
    import typing
    return typing


class _Later:
    """A value that is computed when somebody asks for it."""

    __slots__ = ("evaluate",)

    def __init__(self, evaluate):
        self.evaluate = evaluate


class _Variable:
    """What type variables have in common."""

    def __or__(self, other):
        return _typing().Union[self, other]

    def __ror__(self, other):
        return _typing().Union[other, self]

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass an instance of {type(self).__name__}")

    def __reduce__(self):
        return self.__name__

    @property
    def __default__(self):
        if isinstance(self._default, _Later):
            self._default = self._default.evaluate()
        return self._default

    def has_default(self):
        """Whether there is a default."""
        return self._default is not NoDefault

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


class TypeVar(_Variable):
    """A type variable."""

    def __init__(self, name, *constraints, bound=None, default=NoDefault, covariant=False,
                 contravariant=False, infer_variance=False):
        if covariant and contravariant:
            raise ValueError("Bivariant types are not supported.")
        if infer_variance and (covariant or contravariant):
            raise ValueError("Variance cannot be specified with infer_variance.")
        if len(constraints) == 1:
            raise TypeError("A single constraint is not allowed")
        if constraints and bound is not None:
            raise TypeError("Constraints cannot be combined with bound=...")
        self.__name__ = name
        self._bound = bound
        self._constraints = constraints
        self._evaluate = None
        self._default = default
        self.__covariant__ = bool(covariant)
        self.__contravariant__ = bool(contravariant)
        self.__infer_variance__ = bool(infer_variance)
        module = _caller_module()
        if module != "typing":
            self.__module__ = module

    def _resolve(self):
        # Bounds and constraints of the new syntax are evaluated when somebody asks.
        evaluate = self._evaluate
        if evaluate is not None:
            kind, function = evaluate
            value = function()
            if kind == "bound":
                self._bound = value
            else:
                self._constraints = tuple(value)
            self._evaluate = None

    @property
    def __bound__(self):
        self._resolve()
        return self._bound

    @property
    def __constraints__(self):
        self._resolve()
        return self._constraints

    def __repr__(self):
        if self.__infer_variance__:
            return self.__name__
        sign = "+" if self.__covariant__ else "-" if self.__contravariant__ else "~"
        return sign + self.__name__

    def __typing_subst__(self, arg):
        return _typing()._check_argument(arg, "Parameters to generic types must be types.")


class ParamSpecArgs:
    """The positional parameters that a ParamSpec stands for."""

    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f"{self.__origin__.__name__}.args"

    def __eq__(self, other):
        if not isinstance(other, ParamSpecArgs):
            return NotImplemented
        return self.__origin__ == other.__origin__


class ParamSpecKwargs:
    """The keyword parameters that a ParamSpec stands for."""

    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f"{self.__origin__.__name__}.kwargs"

    def __eq__(self, other):
        if not isinstance(other, ParamSpecKwargs):
            return NotImplemented
        return self.__origin__ == other.__origin__


class ParamSpec(_Variable):
    """A variable that stands for the parameters of a callable."""

    def __init__(self, name, *, bound=None, default=NoDefault, covariant=False,
                 contravariant=False, infer_variance=False):
        self.__name__ = name
        self.__bound__ = bound
        self._default = default
        self.__covariant__ = bool(covariant)
        self.__contravariant__ = bool(contravariant)
        self.__infer_variance__ = bool(infer_variance)
        module = _caller_module()
        if module != "typing":
            self.__module__ = module

    @property
    def args(self):
        return ParamSpecArgs(self)

    @property
    def kwargs(self):
        return ParamSpecKwargs(self)

    def __repr__(self):
        if self.__infer_variance__:
            return self.__name__
        sign = "+" if self.__covariant__ else "-" if self.__contravariant__ else "~"
        return sign + self.__name__

    def __typing_subst__(self, arg):
        return tuple(arg) if isinstance(arg, list) else arg


class TypeVarTuple(_Variable):
    """A variable that stands for any number of types."""

    def __init__(self, name, *, default=NoDefault):
        self.__name__ = name
        self._default = default
        module = _caller_module()
        if module != "typing":
            self.__module__ = module

    def __iter__(self):
        yield _typing().Unpack[self]

    def __repr__(self):
        return self.__name__

    def __typing_subst__(self, arg):
        raise TypeError("Substitution of bare TypeVarTuple is not supported")


class TypeAliasType:
    """What a type statement makes; the value is evaluated when somebody asks for it."""

    def __init__(self, name, value, *, type_params=()):
        if not isinstance(type_params, tuple):
            raise TypeError("type_params must be a tuple")
        self.__name__ = name
        self._value = value
        self._evaluate = None
        self.__type_params__ = type_params
        self.__module__ = _caller_module()

    @property
    def __value__(self):
        evaluate = self._evaluate
        if evaluate is not None:
            self._value = evaluate()
            self._evaluate = None
        return self._value

    @property
    def __parameters__(self):
        return self.__type_params__

    def __repr__(self):
        return self.__name__

    def __getitem__(self, parameters):
        if not self.__type_params__:
            raise TypeError("Only generic type aliases are subscriptable")
        return type(list[int])(self, parameters)

    def __or__(self, other):
        return _typing().Union[self, other]

    def __ror__(self, other):
        return _typing().Union[other, self]

    def __reduce__(self):
        return self.__name__


def _inferred_type_var(name):
    """A plain type variable, as the new syntax makes it."""
    return TypeVar(name, infer_variance=True)


def _inferred_param_spec(name):
    """A parameter variable, as the new syntax makes it."""
    return ParamSpec(name, infer_variance=True)


def _bounded_type_var(name, evaluate):
    """A type variable with a bound, as the new syntax makes it."""
    variable = TypeVar(name, infer_variance=True)
    variable._evaluate = ("bound", evaluate)
    return variable


def _constrained_type_var(name, evaluate):
    """A type variable with constraints, as the new syntax makes it."""
    variable = TypeVar(name, infer_variance=True)
    variable._evaluate = ("constraints", evaluate)
    return variable


def _with_default(variable, evaluate):
    """Gives a variable the default of the new syntax."""
    variable._default = _Later(evaluate)
    return variable


def _type_alias(name, parameters, evaluate):
    """What a type statement makes."""
    alias = TypeAliasType(name, None, type_params=parameters or ())
    alias._evaluate = evaluate
    return alias


def _subscript_generic(parameters):
    """Generic[…], the base that a class with type parameters gets."""
    typing = _typing()
    return typing.Generic[tuple(
        typing.Unpack[p] if isinstance(p, TypeVarTuple) else p for p in parameters)]
