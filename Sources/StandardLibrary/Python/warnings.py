"""Warnings: told once for each place, unless filters say otherwise."""
import sys

__all__ = ["warn", "warn_explicit", "showwarning", "formatwarning", "filterwarnings",
           "simplefilter", "resetwarnings", "catch_warnings", "deprecated"]

# Each filter: action, message pattern, category, module pattern, line (0 is any). The first that fits
# decides.
filters = []
_defaultaction = "default"
_onceregistry = {}
_version = 1
_ACTIONS = ("default", "always", "all", "ignore", "module", "once", "error")


class WarningMessage:
    """A warning with the place it is about."""

    _WARNING_DETAILS = ("message", "category", "filename", "lineno", "file", "line", "source")

    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message = message
        self.category = category
        self.filename = filename
        self.lineno = lineno
        self.file = file
        self.line = line
        self.source = source
        self._category_name = category.__name__ if category else None

    def __str__(self):
        return (f"{{message : {self.message!r}, category : {self._category_name!r}, "
                f"filename : {self.filename!r}, lineno : {self.lineno}, line : {self.line!r}}}")


def formatwarning(message, category, filename, lineno, line=None):
    """The text that is shown for a warning."""
    text = f"{filename}:{lineno}: {category.__name__}: {message}\n"
    line = (sys._source_line(filename, lineno) if line is None else line).strip()
    return f"{text}  {line}\n" if line else text


def showwarning(message, category, filename, lineno, file=None, line=None):
    """Writes a warning to a file or to sys.stderr."""
    file = sys.stderr if file is None else file
    if file is None:
        return
    try:
        file.write(formatwarning(message, category, filename, lineno, line))
    except OSError:
        pass


_original_showwarning = showwarning


def _showwarnmsg(message):
    showwarning(message.message, message.category, message.filename, message.lineno,
                message.file, message.line)


def _changed():
    global _version
    _version += 1


def _filters_mutated():
    _changed()


def _add_filter(item, append):
    if append:
        if item not in filters:
            filters.append(item)
    else:
        try:
            filters.remove(item)
        except ValueError:
            pass
        filters.insert(0, item)
    _changed()


def _require_action(action):
    if action not in _ACTIONS:
        raise ValueError(f"invalid action: {action!r}")


def _require_line(lineno):
    if not isinstance(lineno, int):
        raise TypeError("lineno must be an int")
    if lineno < 0:
        raise ValueError("lineno must be an int >= 0")


class _Prefix:
    """A pattern of ordinary characters: what the text begins with, or is."""

    def __init__(self, text, ignores_case, is_whole):
        self.text = text.lower() if ignores_case else text
        self.ignores_case = ignores_case
        self.is_whole = is_whole

    def match(self, text):
        if self.ignores_case:
            text = text.lower()
        return text == self.text if self.is_whole else text.startswith(self.text)

    def __eq__(self, other):
        return isinstance(other, _Prefix) and vars(self) == vars(other)

    def __hash__(self):
        return hash(self.text)


def _pattern(text, ignores_case):
    """A compiled regular expression; ordinary characters need no module for that."""
    if not text:
        return None
    if not any(character in ".^$*+?{}[]\\|()" for character in text):
        return _Prefix(text, ignores_case, is_whole=False)
    import re
    return re.compile(text, re.I if ignores_case else 0)


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    """Adds a filter whose message and module are regular expressions."""
    _require_action(action)
    if not isinstance(message, str):
        raise TypeError("message must be a string")
    if not isinstance(category, type) or not issubclass(category, Warning):
        raise TypeError("category must be a Warning subclass")
    if not isinstance(module, str):
        raise TypeError("module must be a string")
    _require_line(lineno)
    _add_filter(
        (action, _pattern(message, True), category, _pattern(module, False), lineno), append)


def simplefilter(action, category=Warning, lineno=0, append=False):
    """Adds a filter for every message of every module."""
    _require_action(action)
    _require_line(lineno)
    _add_filter((action, None, category, None, lineno), append)


def resetwarnings():
    """Removes all filters."""
    filters[:] = []
    _changed()


class _OptionError(Exception):
    """A filter of the command line that says nothing sensible."""


def _processoptions(options):
    for option in options:
        try:
            _setoption(option)
        except _OptionError as error:
            print("Invalid -W option ignored:", error, file=sys.stderr)


def _setoption(option):
    parts = option.split(":")
    if len(parts) > 5:
        raise _OptionError(f"too many fields (max 5): {option!r}")
    action, message, category, module, lineno = (part.strip() for part in (parts + [""] * 5)[:5])
    action = _getaction(action)
    category = _getcategory(category)
    number = 0
    if lineno:
        try:
            number = int(lineno)
            if number < 0:
                raise ValueError
        except (ValueError, OverflowError):
            raise _OptionError(f"invalid lineno {lineno!r}") from None
    message = _Prefix(message, True, is_whole=False) if message else None
    module = _Prefix(module, False, is_whole=True) if module else None
    _add_filter((action, message, category, module, number), append=False)


def _getaction(action):
    if not action:
        return "default"
    for known in _ACTIONS:
        if known.startswith(action):
            return known
    raise _OptionError(f"invalid action: {action!r}")


def _getcategory(category):
    if not category:
        return Warning
    module_name, _, name = category.rpartition(".")
    try:
        module = __import__(module_name or "builtins", None, None, [name])
    except ImportError:
        raise _OptionError(f"invalid module name: {module_name!r}") from None
    try:
        found = getattr(module, name)
    except AttributeError:
        raise _OptionError(f"unknown warning category: {category!r}") from None
    if not issubclass(found, Warning):
        raise _OptionError(f"invalid warning category: {category!r}")
    return found


def warn(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()):
    """Issues a warning about the caller, or a caller further out."""
    if isinstance(message, Warning):
        category = type(message)
    if category is None:
        category = UserWarning
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError(
            f"category must be a Warning subclass, not '{type(category).__name__}'")
    if not isinstance(skip_file_prefixes, tuple):
        raise TypeError("warn() argument 'skip_file_prefixes' must be tuple, "
                        f"not {type(skip_file_prefixes).__name__}")
    if skip_file_prefixes:
        stacklevel = max(2, stacklevel)
    try:
        frame = sys._getframe(1)
        for _ in range(stacklevel - 1):
            frame = _next_frame(frame, skip_file_prefixes)
            if frame is None:
                raise ValueError
    except ValueError:
        names = sys.__dict__
        filename, lineno = "<sys>", 0
    else:
        names = frame.f_globals
        filename = frame.f_code.co_filename
        lineno = frame.f_lineno
    module = names.get("__name__", "<string>")
    registry = names.setdefault("__warningregistry__", {})
    warn_explicit(message, category, filename, lineno, module, registry, names, source)


def _next_frame(frame, prefixes):
    frame = frame.f_back
    while frame is not None and prefixes and frame.f_code.co_filename.startswith(prefixes):
        frame = frame.f_back
    return frame


def _action_for(text, category, module, lineno):
    for action, message, of_category, of_module, line in filters:
        if ((message is None or message.match(text)) and issubclass(category, of_category)
                and (of_module is None or of_module.match(module)) and line in (0, lineno)):
            return action
    return _defaultaction


def _is_new(registry, key):
    """Whether the registry has not seen the key; now it has."""
    if registry.get("version", 0) != _version:
        registry.clear()
        registry["version"] = _version
    # One step, so that of several threads one shows the warning.
    mark = object()
    return registry.setdefault(key, mark) is mark


def warn_explicit(message, category, filename, lineno, module=None, registry=None,
                  module_globals=None, source=None):
    """Issues a warning about a place."""
    lineno = int(lineno)
    if module is None:
        module = filename or "<unknown>"
        if module[-3:].lower() == ".py":
            module = module[:-3]
    if isinstance(message, Warning):
        text = str(message)
        category = type(message)
    else:
        text = message
        message = category(message)
    if registry is None:
        registry = {}
    key = (text, category, lineno)
    if registry.get("version", 0) == _version and key in registry:
        return
    action = _action_for(text, category, module, lineno)
    if action == "ignore":
        return
    if action == "error":
        raise message
    if action == "once":
        _is_new(registry, key)
        once = (text, category)
        mark = object()
        if _onceregistry.setdefault(once, mark) is not mark:
            return
    elif action == "module":
        _is_new(registry, key)
        if not _is_new(registry, (text, category, 0)):
            return
    elif action == "default":
        if not _is_new(registry, key):
            return
    _showwarnmsg(WarningMessage(message, category, filename, lineno, source=source))


class catch_warnings:
    """Restores filters and showwarning at the end; may record what is warned of."""

    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0,
                 append=False):
        self._record = record
        self._module = sys.modules["warnings"] if module is None else module
        self._entered = False
        self._filter = None if action is None else (action, category, lineno, append)

    def __repr__(self):
        words = []
        if self._record:
            words.append("record=True")
        if self._module is not sys.modules["warnings"]:
            words.append(f"module={self._module!r}")
        return f"{type(self).__name__}({', '.join(words)})"

    def __enter__(self):
        if self._entered:
            raise RuntimeError(f"Cannot enter {self!r} twice")
        self._entered = True
        module = self._module
        self._filters = module.filters
        module.filters = self._filters[:]
        module._filters_mutated()
        self._showwarning = module.showwarning
        self._showwarnmsg = module._showwarnmsg
        log = None
        if self._record:
            log = []
            module._showwarnmsg = log.append
            module.showwarning = module._original_showwarning
        if self._filter is not None:
            simplefilter(*self._filter)
        return log

    def __exit__(self, *details):
        if not self._entered:
            raise RuntimeError(f"Cannot exit {self!r} without entering first")
        self._module.filters = self._filters
        self._module._filters_mutated()
        self._module.showwarning = self._showwarning
        self._module._showwarnmsg = self._showwarnmsg


class deprecated:
    """Marks a class or function as on its way out, and warns when it is used."""

    def __init__(self, message, /, *, category=DeprecationWarning, stacklevel=1):
        if not isinstance(message, str):
            raise TypeError("Expected an object of type str for 'message', "
                            f"not {type(message).__name__!r}")
        self.message = message
        self.category = category
        self.stacklevel = stacklevel

    def __call__(self, target, /):
        if self.category is None:
            target.__deprecated__ = self.message
            return target
        if isinstance(target, type):
            return self._mark_class(target)
        return self._mark_function(target)

    def _warn(self):
        warn(self.message, category=self.category, stacklevel=self.stacklevel + 2)

    def _mark_function(self, function):
        import functools
        mark = self

        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            mark._warn()
            return function(*args, **kwargs)

        function.__deprecated__ = wrapper.__deprecated__ = self.message
        return wrapper

    def _mark_class(self, cls):
        original = cls.__new__
        mark = self

        def __new__(made, /, *args, **kwargs):
            if made is cls:
                mark._warn()
            if original is not object.__new__:
                return original(made, *args, **kwargs)
            if made.__init__ is object.__init__ and (args or kwargs):
                raise TypeError(f"{made.__name__}() takes no arguments")
            return original(made)

        cls.__new__ = staticmethod(__new__)
        cls.__deprecated__ = self.message
        return cls


def _set_defaults():
    filters.extend([
        ("default", None, DeprecationWarning, _Prefix("__main__", False, is_whole=True), 0),
        ("ignore", None, DeprecationWarning, None, 0),
        ("ignore", None, PendingDeprecationWarning, None, 0),
        ("ignore", None, ImportWarning, None, 0),
        ("ignore", None, ResourceWarning, None, 0),
    ])
    _processoptions(sys.warnoptions)


_set_defaults()
