"""Documentation of objects as text: what help() shows."""

import builtins as _builtins
import keyword as _keyword
import sys as _sys
import types as _types
from reprlib import Repr as _Repr

_HIDDEN = {
    "__author__", "__builtins__", "__cached__", "__credits__", "__date__", "__doc__", "__file__",
    "__firstlineno__", "__loader__", "__module__", "__name__", "__package__", "__path__",
    "__qualname__", "__slots__", "__spec__", "__static_attributes__", "__version__",
}
_METHOD_KINDS = (
    type(list.append), type(list.__len__), type(len), type([].__len__), _types.FunctionType)
_DESCRIPTOR_KINDS = (_types.GetSetDescriptorType, _types.MemberDescriptorType)
_FLAG_VARARGS = 4
_FLAG_VARKEYWORDS = 8

_short = _Repr()
_short.maxlist = _short.maxtuple = _short.maxdict = 10
_short.maxstring = _short.maxother = 70


class ErrorDuringImport(Exception):
    """A module that help() was asked for could not be imported."""

    def __init__(self, name, error):
        self.filename = name
        self.value = error

    def __str__(self):
        return f"problem in {self.filename} - {type(self.value).__name__}: {self.value}"


def visiblename(name, all=None, obj=None):
    """Whether a name is worth showing: no private one, unless the module exports it."""
    if name in _HIDDEN:
        return False
    if name.startswith("__") and name.endswith("__"):
        return True
    if all is not None:
        return name in all
    return not name.startswith("_")


# Docstrings and signatures

def _cleaned(text):
    """A docstring without the indentation that it has in the source."""
    lines = text.expandtabs().split("\n")
    margins = [len(line) - len(line.lstrip()) for line in lines[1:] if line.strip()]
    margin = min(margins, default=0)
    lines = [lines[0].lstrip()] + [line[margin:] for line in lines[1:]]
    while lines and not lines[-1].strip():
        lines.pop()
    while lines and not lines[0].strip():
        lines.pop(0)
    return "\n".join(lines)


def getdoc(thing):
    """The docstring of an object; a method without one has that of the method it overrides."""
    text = getattr(thing, "__doc__", None)
    if isinstance(thing, type):
        text = vars(thing).get("__doc__")
    if not isinstance(text, str):
        text = _inherited_doc(thing)
    return _cleaned(text) if isinstance(text, str) else ""


def _inherited_doc(thing):
    name = getattr(thing, "__name__", None)
    if isinstance(thing, type):
        for base in thing.__mro__[1:]:
            text = vars(base).get("__doc__")
            if base is not object and isinstance(text, str):
                return text
        return None
    owner = _owner(thing)
    for base in owner.__mro__ if owner else ():
        if name in vars(base):
            text = getattr(vars(base)[name], "__doc__", None)
            if isinstance(text, str):
                return text
    return None


def _owner(function):
    """The class in whose body a function was defined, if it can be found by its name."""
    bound = getattr(function, "__self__", None)
    if bound is not None and not isinstance(bound, _types.ModuleType):
        return bound if isinstance(bound, type) else type(bound)
    path = getattr(function, "__qualname__", "").split(".")[:-1]
    place = _sys.modules.get(getattr(function, "__module__", None))
    for name in path:
        place = getattr(place, name, None)
    return place if path and isinstance(place, type) else None


def splitdoc(doc):
    """The first line of a docstring, and the rest."""
    lines = doc.strip().split("\n")
    if len(lines) == 1:
        return lines[0], ""
    if len(lines) >= 2 and not lines[1].rstrip():
        return lines[0], "\n".join(lines[2:])
    return "", "\n".join(lines)


def _annotation(value):
    if isinstance(value, type) and getattr(value, "__module__", "") == "builtins":
        return value.__qualname__
    if isinstance(value, type):
        return f"{value.__module__}.{value.__qualname__}"
    return repr(value)


def _parameter(name, annotations, default):
    text = name
    if name.lstrip("*") in annotations:
        text += ": " + _annotation(annotations[name.lstrip("*")])
        return text + (f" = {default[0]!r}" if default else "")
    return text + (f"={default[0]!r}" if default else "")


def _function_signature(function, skips_first):
    code = function.__code__
    annotations = getattr(function, "__annotations__", None) or {}
    defaults = function.__defaults__ or ()
    keyword_defaults = function.__kwdefaults__ or {}
    names = code.co_varnames
    count = code.co_argcount
    parts = []
    for index in range(count):
        default = index - (count - len(defaults))
        parts.append(_parameter(
            names[index], annotations, (defaults[default],) if default >= 0 else ()))
        if index + 1 == code.co_posonlyargcount:
            parts.append("/")
    end = count + code.co_kwonlyargcount
    if code.co_flags & _FLAG_VARARGS:
        parts.append(_parameter("*" + names[end], annotations, ()))
        end += 1
    elif code.co_kwonlyargcount:
        parts.append("*")
    for name in names[count:count + code.co_kwonlyargcount]:
        default = (keyword_defaults[name],) if name in keyword_defaults else ()
        parts.append(_parameter(name, annotations, default))
    if code.co_flags & _FLAG_VARKEYWORDS:
        parts.append(_parameter("**" + names[end], annotations, ()))
    if skips_first and parts and count:
        del parts[0]
        if parts[:1] == ["/"]:
            del parts[0]
    result = f" -> {_annotation(annotations['return'])}" if "return" in annotations else ""
    return "(" + ", ".join(parts) + ")" + result


def _signature(thing, skips_first=False):
    """The parameters of something that can be called, in parentheses; None if nobody knows."""
    function = getattr(thing, "__func__", thing)
    function = getattr(function, "__wrapped__", function)
    if hasattr(function, "__code__"):
        return _function_signature(function, skips_first or function is not thing)
    text = getattr(thing, "__text_signature__", None)
    if not isinstance(text, str):
        return None
    inside = text[1:text.rindex(")")]
    parts = [part.strip() for part in inside.split(",")] if inside.strip() else []
    if parts and parts[0] in ("$module", "$self", "$type"):
        is_bound = parts[0] == "$module" or skips_first or isinstance(thing, type(len))
        parts = parts[1:] if is_bound else [parts[0][1:]] + parts[1:]
        if is_bound and parts[:1] == ["/"]:
            parts = parts[1:]
    return "(" + ", ".join(parts) + ")"


def _class_signature(cls):
    for name in ("__new__", "__init__"):
        for base in cls.__mro__:
            if name in vars(base) and base is not object:
                function = getattr(base, name)
                if hasattr(function, "__code__"):
                    return _signature(function, skips_first=True)
                break
    return _signature(cls)


# Text

def _indented(text, prefix="    "):
    return "\n".join((prefix + line).rstrip() for line in text.split("\n")) if text else ""


def _section(title, contents):
    return title + "\n" + _indented(contents).rstrip() + "\n\n"


def classname(cls, module):
    """The name of a class, with its module unless that is the one being described."""
    if cls.__module__ == module:
        return cls.__qualname__
    return f"{cls.__module__}.{cls.__qualname__}"


def _described(text, doc):
    return text + "\n" + (_indented(doc).rstrip() + "\n" if doc else "")


def _routine(thing, name=None, cls=None, is_bound=False):
    """Name, parameters and docstring of a function or method."""
    own_name = getattr(thing, "__name__", None)
    name = name or own_name or "?"
    title = name if own_name in (None, name) else f"{name} = {own_name}"
    if own_name == "<lambda>":
        title = f"{name} = lambda" if name != own_name else "lambda"
        return _described(f"{title} {(_signature(thing) or '(...)')[1:-1]}", getdoc(thing))
    note = ""
    bound = getattr(thing, "__self__", None)
    if cls is None and bound is not None and not isinstance(bound, _types.ModuleType):
        kind = bound if isinstance(bound, type) else type(bound)
        note = " class method of " if isinstance(bound, type) else " method of "
        note += f"{kind.__module__}.{kind.__qualname__}"
        note += "" if isinstance(bound, type) else " instance"
    elif cls is None and isinstance(thing, _METHOD_KINDS[:2]):
        owner = thing.__objclass__
        note = f" unbound {owner.__module__}.{owner.__qualname__} method"
    signature = _signature(thing, is_bound) or "(...)"
    return _described(f"{title}{signature}{note}", getdoc(thing))


def _data(name, value):
    text = f"{name} = {_short.repr(value)}"
    return (text if len(text) < 80 else text[:76] + "...") + "\n"


def _kind(cls, name, value):
    if isinstance(value, staticmethod):
        return "static methods"
    if isinstance(value, classmethod):
        return "class methods"
    if isinstance(value, property):
        return "readonly properties" if value.fset is None else "data descriptors"
    if isinstance(value, _DESCRIPTOR_KINDS):
        return "data descriptors"
    if isinstance(value, _METHOD_KINDS):
        return "static methods" if name == "__new__" else "methods"
    if hasattr(type(value), "__get__") and hasattr(type(value), "__set__"):
        return "data descriptors"
    return "data and other attributes"


_KINDS = ("methods", "class methods", "static methods", "readonly properties", "data descriptors",
          "data and other attributes")


def _member(cls, kind, name, value):
    if kind == "methods":
        return _routine(value, name, cls)
    if kind in ("class methods", "static methods"):
        function = getattr(value, "__func__", value)
        return _routine(function, name, cls, is_bound=kind == "class methods")
    if kind in ("readonly properties", "data descriptors"):
        return _described(name, getdoc(value))
    return _data(name, value)


def _class(cls, name=None):
    """Everything about a class, as a block with a margin."""
    module = cls.__module__
    real = cls.__qualname__
    title = f"class {real}" if name in (None, real) else f"{name} = class {real}"
    bases = [classname(base, module) for base in cls.__bases__]
    if bases:
        title += "(" + ", ".join(bases) + ")"
    parts = []
    signature = _class_signature(cls)
    if signature and signature != "()":
        parts.append(f"{name or cls.__name__}{signature}\n")
    doc = getdoc(cls)
    if doc:
        parts.append(doc + "\n")
    if len(cls.__mro__) > 2:
        order = "\n".join("    " + classname(base, module) for base in cls.__mro__)
        parts.append("Method resolution order:\n" + order + "\n")
    sections = []
    seen = set()
    for base in cls.__mro__:
        members = {key: value for key, value in vars(base).items()
                   if key not in seen and visiblename(key, obj=cls)}
        seen.update(vars(base))
        if base is object and cls is not object:
            continue
        where = "defined here" if base is cls else f"inherited from {classname(base, module)}"
        for kind in _KINDS:
            chosen = sorted(
                key for key, value in members.items() if _kind(base, key, value) == kind)
            if chosen:
                texts = [_member(base, kind, key, members[key]) for key in chosen]
                heading = f"{kind[0].upper()}{kind[1:]} {where}:\n\n"
                sections.append(heading + "\n".join(texts))
    rule = "-" * 70 + "\n"
    parts.append(("\n" + rule).join(section for section in sections))
    body = "\n".join(part for part in parts if part).rstrip("\n")
    if not body:
        return title + "\n"
    return title + "\n" + "\n".join((" |  " + line).rstrip() for line in body.split("\n")) + "\n"


def _module(module):
    """Everything about a module: description, classes, functions, data."""
    name = module.__name__
    first, rest = splitdoc(getdoc(module))
    text = _section("NAME", name + (f" - {first}" if first else ""))
    if rest:
        text += _section("DESCRIPTION", rest)
    exported = getattr(module, "__all__", None)
    classes, functions, data = {}, {}, {}
    for key, value in sorted(vars(module).items()):
        if not visiblename(key, exported, module):
            continue
        is_own = exported is not None or getattr(value, "__module__", name) == name
        if isinstance(value, type):
            if is_own:
                classes[key] = value
        elif callable(value) and hasattr(value, "__name__"):
            if is_own:
                functions[key] = value
        elif not isinstance(value, _types.ModuleType):
            data[key] = value
    if classes:
        tree = "\n".join(
            f"{key}({', '.join(classname(base, name) for base in cls.__bases__)})"
            for key, cls in classes.items())
        blocks = "\n".join(_class(cls, key) for key, cls in classes.items())
        text += _section("CLASSES", tree + "\n\n" + blocks)
    if functions:
        text += _section("FUNCTIONS", "\n".join(
            _routine(value, key) for key, value in functions.items()))
    if data:
        text += _section("DATA", "".join(_data(key, value) for key, value in data.items()))
    if isinstance(getattr(module, "__version__", None), str):
        text += _section("VERSION", module.__version__)
    return text + _section("FILE", getattr(module, "__file__", None) or "(built-in)")


def describe(thing):
    """What kind of thing it is, in a few words."""
    if isinstance(thing, _types.ModuleType):
        kind = "package" if hasattr(thing, "__path__") else "module"
        if not hasattr(thing, "__file__"):
            kind = "built-in " + kind
        return f"{kind} {thing.__name__}"
    if isinstance(thing, type(len)):
        return f"built-in function {thing.__name__}"
    if isinstance(thing, type):
        return f"class {thing.__name__}"
    if isinstance(thing, _types.FunctionType):
        return f"function {thing.__name__}"
    if isinstance(thing, _types.MethodType):
        return f"method {thing.__name__}"
    if isinstance(thing, _DESCRIPTOR_KINDS):
        owner = thing.__objclass__
        return f"descriptor {owner.__module__}.{owner.__name__}.{thing.__name__}"
    return type(thing).__name__


def locate(path):
    """The object that a dotted name stands for, modules imported as needed; None if there is none."""
    parts = [part for part in path.split(".") if part]
    found, used = None, 0
    for count in range(len(parts), 0, -1):
        name = ".".join(parts[:count])
        try:
            __import__(name)
        except ImportError:
            continue
        except Exception as error:
            raise ErrorDuringImport(name, error) from None
        found, used = _sys.modules[name], count
        break
    if found is None:
        found = _builtins
    for part in parts[used:]:
        try:
            found = getattr(found, part)
        except AttributeError:
            return None
    return found


def resolve(thing):
    """The object and its name, for an object or for the name of one."""
    if not isinstance(thing, str):
        return thing, getattr(thing, "__name__", None)
    found = locate(thing)
    if found is None:
        raise ImportError(
            f"No Python documentation found for {thing!r}.\n"
            "Use help() to get the interactive help utility.\n"
            "Use help(str) for help on the str class.")
    return found, thing


def plain(text):
    """A text without overstriking."""
    while (place := text.find("\b")) > 0:
        text = text[:place - 1] + text[place + 1:]
    return text


def plaintext(thing):
    """The documentation of an object without its heading."""
    if isinstance(thing, _types.ModuleType):
        return _module(thing)
    if isinstance(thing, type):
        return _class(thing)
    if isinstance(thing, _METHOD_KINDS) or isinstance(thing, _types.MethodType):
        return _routine(thing)
    if isinstance(thing, (property,) + _DESCRIPTOR_KINDS):
        return _described(getattr(thing, "__name__", "property"), getdoc(thing))
    return _class(type(thing))


def render_doc(thing, title="Python Library Documentation: %s", forceload=0, renderer=None):
    """The documentation of an object, or of what a dotted name stands for."""
    found, name = resolve(thing)
    description = describe(found)
    module = getattr(found, "__module__", None)
    if isinstance(thing, str) and "." in thing and not isinstance(found, _types.ModuleType):
        description += " in " + thing.rpartition(".")[0]
    elif isinstance(module, str) and module != getattr(found, "__name__", None) and hasattr(
            found, "__name__"):
        description += f" in module {module}"
    is_instance = not (
        isinstance(found, (_types.ModuleType, type, _types.MethodType, property)
                   + _METHOD_KINDS + _DESCRIPTOR_KINDS))
    if is_instance:
        description += " object"
        if type(found).__module__ != "builtins":
            description = f"{type(found).__name__} in module {type(found).__module__} object"
    return title % description + "\n\n" + (renderer or plaintext)(found)


# Showing

def pager(text, title=""):
    """Show a text, page by page if it is longer than the terminal is high."""
    import _pager
    if not _pager.show(text):
        _sys.stdout.write(text if text.endswith("\n") else text + "\n")


def doc(thing, title="Python Library Documentation: %s", forceload=0, output=None, is_cli=False):
    """Show the documentation of an object."""
    try:
        text = render_doc(thing, title, forceload)
    except (ImportError, ErrorDuringImport) as error:
        print(error)
        return
    if output is None:
        pager(text, title)
    else:
        output.write(text)


_SYNTAX = {
    "and": "left and right: left if it is false, else right",
    "as": "import module as name; with manager as name; except Error as name; case pattern as name",
    "assert": "assert condition[, message]: raises AssertionError if the condition is false",
    "async": "async def, async for, async with: code that may wait for other tasks",
    "await": "await awaitable: its result, once it has one",
    "break": "break: leaves the innermost loop",
    "class": "class Name(bases): body",
    "continue": "continue: goes on with the next round of the innermost loop",
    "def": "def name(parameters): body",
    "del": "del name, object.attribute, container[key]",
    "elif": "if condition: body; elif condition: body",
    "else": "if ... else: body; for ... else: body, if no break ended the loop; try ... else: body",
    "except": "try: body; except Error as name: handler",
    "False": "False: the bool that is 0",
    "finally": "try: body; finally: what is done in any case",
    "for": "for target in iterable: body",
    "from": "from module import names; raise Error from cause; yield from iterable",
    "global": "global names: they are the module's, not the function's",
    "if": "if condition: body; value if condition else other",
    "import": "import module; from module import names",
    "in": "item in container; for target in iterable",
    "is": "left is right: whether both are the same object",
    "lambda": "lambda parameters: expression",
    "None": "None: the absence of a value",
    "nonlocal": "nonlocal names: they are those of an enclosing function",
    "not": "not value; item not in container; left is not right",
    "or": "left or right: left if it is true, else right",
    "pass": "pass: does nothing",
    "raise": "raise exception [from cause]",
    "return": "return [value]",
    "True": "True: the bool that is 1",
    "try": "try: body; except Error: handler; else: body; finally: body",
    "while": "while condition: body",
    "with": "with manager as name: body",
    "yield": "yield value: hands a value to who iterates, and waits for the next request",
}


class Helper:
    """What the builtin help() does."""

    def __repr__(self):
        return ("Type help() for interactive help, "
                "or help(object) for help about object.")

    def __call__(self, *request):
        if request:
            self.help(request[0])
        else:
            self.interact()

    def help(self, request):
        """Show the help for an object, a name, a keyword, or a list of what there is."""
        if not isinstance(request, str):
            doc(request, "Help on %s:")
        elif request in ("", "help"):
            self.intro()
        elif request == "keywords":
            self.list("Keywords", _keyword.kwlist)
        elif request == "modules":
            from rlcompleter import _module_names
            self.list("Modules", [name for name in _module_names() if not name.startswith("_")])
        elif request in _SYNTAX:
            print(_SYNTAX[request] + "\n")
        else:
            doc(request, "Help on %s:")

    def intro(self):
        print("""\
Type the name of a module, class, function or keyword to read about it,
"modules" or "keywords" for a list, and "q" to go back to the prompt.
""")

    def list(self, title, names):
        width = max(map(len, names)) + 2
        count = max(1, 78 // width)
        print(title + ":\n")
        for start in range(0, len(names), count):
            print("".join(name.ljust(width) for name in names[start:start + count]).rstrip())
        print()

    def interact(self):
        self.intro()
        while True:
            try:
                request = input("help> ").strip()
            except (KeyboardInterrupt, EOFError):
                print()
                return
            if request.lower() in ("q", "quit", "exit"):
                return
            if request:
                self.help(request.strip("'\""))


help = Helper()
