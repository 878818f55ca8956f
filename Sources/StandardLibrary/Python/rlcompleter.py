"""Completion of names, attributes and modules at the prompt."""

import __main__
import builtins
import keyword

# Keywords that nothing but a colon may follow, and those that nothing has to follow.
_BEFORE_COLON = {"finally", "try", "else"}
_ALONE = {"False", "None", "True", "break", "continue", "pass"}


class Completer:
    """Completes names of a namespace, `__main__`'s if none is given."""

    def __init__(self, namespace=None):
        if namespace is not None and not isinstance(namespace, dict):
            raise TypeError("namespace must be a dictionary")
        self._given = namespace
        self.matches = []

    @property
    def namespace(self):
        return __main__.__dict__ if self._given is None else self._given

    def complete(self, text, state):
        """The completion of that number, or None: what a line editor calls."""
        if not text.strip():
            return "\t" if state == 0 else None
        if state == 0:
            self.matches = self.attr_matches(text) if "." in text else self.global_matches(text)
        return self.matches[state] if state < len(self.matches) else None

    def global_matches(self, text):
        """Keywords, names of the namespace, builtins."""
        found = {}
        for word in keyword.kwlist + keyword.softkwlist:
            if word.startswith(text) and word != "_":
                end = ":" if word in _BEFORE_COLON else "" if word in _ALONE else " "
                found[word] = word + end
        for names in (self.namespace, builtins.__dict__):
            for word, value in list(names.items()):
                if (isinstance(word, str) and word.startswith(text) and word not in found
                        and (text.startswith("__") or not word.startswith("__"))):
                    found[word] = self._callable_postfix(value, word)
        return list(found.values())

    def attr_matches(self, text):
        """Attributes of the object that the dotted name before the last dot stands for."""
        expression, _, start = text.rpartition(".")
        parts = expression.split(".")
        if not all(part.isidentifier() for part in parts):
            return []
        try:
            value = self._value(parts)
        except Exception:
            return []
        names = set(_attributes(value))
        names.discard("__builtins__")
        hidden = "" if start.startswith("__") else "__" if start.startswith("_") else "_"
        chosen = [name for name in names if name.startswith(start)]
        visible = [name for name in chosen if not (hidden and name.startswith(hidden))]
        if not visible and not start:
            visible = [name for name in chosen if not name.startswith("__")] or chosen
        return sorted(f"{expression}.{self._decorated(value, name)}" for name in visible)

    def _value(self, parts):
        names = self.namespace
        value = names[parts[0]] if parts[0] in names else getattr(builtins, parts[0])
        for part in parts[1:]:
            value = getattr(value, part)
        return value

    def _decorated(self, value, name):
        """A name with a parenthesis if it names a method; properties are not run for that."""
        if isinstance(getattr(type(value), name, None), property):
            return name
        try:
            return self._callable_postfix(getattr(value, name), name)
        except Exception:
            return name

    def _callable_postfix(self, value, word):
        if not callable(value):
            return word
        code = getattr(value, "__code__", None)
        takes_none = code is not None and not code.co_varnames[:code.co_argcount]
        return word + ("()" if takes_none and not code.co_flags & 0x0C else "(")


def _attributes(value):
    names = list(dir(value))
    names.append("__class__")
    return [name for name in names if isinstance(name, str)]


def _module_names():
    """Top-level modules: those of the interpreter, and what lies on sys.path."""
    import os
    import sys
    names = set(sys.builtin_module_names) | set(sys.modules) | set(sys._included_modules(True))
    for folder in sys.path:
        try:
            entries = os.listdir(folder or ".")
        except OSError:
            continue
        for entry in entries:
            base, dot, ending = entry.partition(".")
            is_module = ending == "py" or (
                not dot and os.path.isfile(os.path.join(folder or ".", entry, "__init__.py")))
            if base.isidentifier() and is_module:
                names.add(base)
    return sorted(name for name in names if "." not in name)


def _imported(name):
    try:
        return __import__(name, fromlist=["*"])
    except Exception:
        return None


def _submodules(module):
    import os
    names = set()
    for folder in getattr(module, "__path__", ()):
        try:
            entries = os.listdir(folder)
        except OSError:
            continue
        for entry in entries:
            base, _, ending = entry.partition(".")
            if base.isidentifier() and ending in ("py", ""):
                names.add(base)
    return names


def _module_matches(text):
    """Names of modules that continue a dotted name."""
    parent, dot, start = text.rpartition(".")
    if not dot:
        names = [name for name in _module_names() if name.startswith(start)]
        return [name for name in names if start.startswith("_") or not name.startswith("_")]
    import sys
    prefix = parent + "."
    names = {name[len(prefix):].partition(".")[0]
             for name in (*sys.modules, *sys._included_modules(True)) if name.startswith(prefix)}
    module = _imported(parent)
    if module is not None:
        names |= _submodules(module)
    return sorted(prefix + name for name in names if name.startswith(start))


def _import_matches(line):
    """Completions inside an import statement: what was typed and the candidates, or None."""
    words = line.split()
    ends_open = line[-1:].isspace()
    if words and words[0] == "import" and (len(words) > 1 or ends_open):
        typed = "" if ends_open else words[-1].rpartition(",")[2]
        if ends_open and len(words) > 1 and not words[-1].endswith(","):
            return None
        return typed, _module_matches(typed)
    if words and words[0] == "from" and (len(words) > 1 or ends_open):
        if len(words) == 1 or (len(words) == 2 and not ends_open):
            typed = "" if ends_open else words[1]
            return typed, _module_matches(typed)
        if len(words) == 2:
            return "", ["import "]
        if words[2] == "import" and (len(words) > 3 or ends_open):
            typed = "" if ends_open else words[-1].rpartition(",")[2].lstrip("(")
            module = _imported(words[1])
            if module is None:
                return typed, []
            names = {name for name in dir(module) if not name.startswith("_")}
            names |= _submodules(module)
            return typed, sorted(name for name in names if name.startswith(typed))
    return None


def _complete_line(line):
    """The number of typed characters that the candidates replace, and the candidates."""
    stripped = line.lstrip()
    found = _import_matches(stripped) if stripped.startswith(("import ", "from ")) else None
    if found is None:
        start = len(line)
        while start and (line[start - 1].isalnum() or line[start - 1] in "_."):
            start -= 1
        typed = line[start:]
        completer = Completer()
        matches = completer.attr_matches(typed) if "." in typed else (
            completer.global_matches(typed) if typed else [])
        found = typed, sorted(matches)
    return len(found[0]), found[1]
