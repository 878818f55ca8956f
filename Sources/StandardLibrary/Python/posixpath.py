"""Paths of POSIX systems; `os.path`."""

import posix
import sys

curdir = "."
pardir = ".."
extsep = "."
sep = "/"
pathsep = ":"
altsep = None
devnull = "/dev/null"
defpath = "/bin:/usr/bin"


def _text(path):
    if hasattr(path, "__fspath__"):
        path = path.__fspath__()
    if not isinstance(path, (str, bytes)):
        raise TypeError(
            "expected str, bytes or os.PathLike object, not " + type(path).__name__)
    return path


def isabs(s):
    """Whether a path is absolute."""
    return _text(s).startswith(sep)


def join(a, *p):
    """Paths put together; an absolute one starts anew."""
    path = _text(a)
    for part in p:
        part = _text(part)
        if part.startswith(sep):
            path = part
        elif not path or path.endswith(sep):
            path += part
        else:
            path += sep + part
    return path


def split(p):
    """Folder and last name of a path."""
    p = _text(p)
    i = p.rfind(sep) + 1
    head, tail = p[:i], p[i:]
    if head and head != sep * len(head):
        head = head.rstrip(sep)
    return head, tail


def basename(p):
    """The last name of a path."""
    return split(p)[1]


def dirname(p):
    """The folder of a path."""
    return split(p)[0]


def splitext(p):
    """A path without its extension, and the extension with its dot."""
    p = _text(p)
    start = p.rfind(sep) + 1
    dot = p.rfind(".")
    if dot > start and p[start:dot].strip("."):
        return p[:dot], p[dot:]
    return p, p[:0]


def splitdrive(p):
    """No drives here."""
    p = _text(p)
    return p[:0], p


def splitroot(p):
    """Drive, root, and the rest."""
    p = _text(p)
    if p[:1] != sep:
        return "", "", p
    if p[1:2] != sep or p[2:3] == sep:
        return "", sep, p[1:]
    return "", p[:2], p[2:]


def normpath(path):
    """A path without superfluous parts."""
    path = _text(path)
    if not path:
        return curdir
    _, root, rest = splitroot(path)
    parts = []
    for part in rest.split(sep):
        if not part or part == curdir:
            continue
        if part != pardir or (not root and not parts) or (parts and parts[-1] == pardir):
            parts.append(part)
        elif parts:
            parts.pop()
    return (root + sep.join(parts)) or curdir


def abspath(path):
    """The absolute path."""
    path = _text(path)
    if not isabs(path):
        path = join(posix.getcwd(), path)
    return normpath(path)


def realpath(filename, *, strict=False):
    """The path without symbolic links."""
    path = abspath(filename)
    done = sep
    rest = [part for part in path.split(sep) if part][::-1]
    links = 0
    while rest:
        part = rest.pop()
        if part == pardir:
            done = dirname(done)
            continue
        candidate = join(done, part)
        if not islink(candidate):
            if strict and not lexists(candidate):
                posix._stat(candidate, False)
            done = candidate
            continue
        links += 1
        if links > 40:
            if strict:
                posix._stat(candidate, True)
            return path
        target = posix.readlink(candidate)
        if isabs(target):
            done = sep
        rest.extend([part for part in target.split(sep) if part and part != curdir][::-1])
    return done


def relpath(path, start=None):
    """A path as seen from another folder."""
    if not path:
        raise ValueError("no path specified")
    here = [part for part in abspath(start or curdir).split(sep) if part]
    there = [part for part in abspath(path).split(sep) if part]
    common = 0
    for a, b in zip(here, there):
        if a != b:
            break
        common += 1
    return sep.join([pardir] * (len(here) - common) + there[common:]) or curdir


def commonprefix(m):
    """The longest beginning that all paths have."""
    if not m:
        return ""
    low, high = min(m), max(m)
    for i, c in enumerate(low):
        if c != high[i]:
            return low[:i]
    return low


def commonpath(paths):
    """The folder that all paths are in."""
    paths = [_text(path) for path in paths]
    if not paths:
        raise ValueError("commonpath() arg is an empty sequence")
    if len({isabs(path) for path in paths}) > 1:
        raise ValueError("Can't mix absolute and relative paths")
    split_paths = [[p for p in path.split(sep) if p and p != curdir] for path in paths]
    low, high = min(split_paths), max(split_paths)
    common = low
    for i, part in enumerate(low):
        if i >= len(high) or part != high[i]:
            common = low[:i]
            break
    return (sep if isabs(paths[0]) else "") + sep.join(common)


def expanduser(path):
    """`~` as the home folder."""
    path = _text(path)
    if not path.startswith("~"):
        return path
    i = path.find(sep, 1)
    if i < 0:
        i = len(path)
    if i != 1:
        return path
    import os
    home = os.environ.get("HOME")
    if not home:
        return path
    return (home.rstrip(sep) + path[i:]) or sep


def expandvars(path):
    """`$name` and `${name}` as the environment has them."""
    import os
    path = _text(path)
    result = ""
    i = 0
    while i < len(path):
        if path[i] != "$":
            result += path[i]
            i += 1
            continue
        if path[i + 1:i + 2] == "{":
            end = path.find("}", i)
            name = path[i + 2:end] if end >= 0 else None
            after = end + 1
        else:
            after = i + 1
            while after < len(path) and (path[after].isalnum() or path[after] == "_"):
                after += 1
            name = path[i + 1:after]
        if name and name in os.environ:
            result += os.environ[name]
            i = after
        else:
            result += "$"
            i += 1
    return result


def normcase(s):
    """Case matters here."""
    return _text(s)


def _mode(path, follow=True):
    try:
        return posix._stat(path, follow)[0] & 0o170000
    except (OSError, ValueError):
        return None


def exists(path):
    """Whether a file is there."""
    return _mode(path) is not None


def lexists(path):
    """Whether a file or a symbolic link is there."""
    return _mode(path, False) is not None


def isfile(path):
    """Whether this is a regular file."""
    return _mode(path) == 0o100000


def isdir(path):
    """Whether this is a folder."""
    return _mode(path) == 0o040000


def islink(path):
    """Whether this is a symbolic link."""
    return _mode(path, False) == 0o120000


def ismount(path):
    """Whether another file system begins here."""
    try:
        return (posix._stat(path, False)[2] != posix._stat(join(path, pardir), False)[2]
                or posix._stat(path, False)[1] == posix._stat(join(path, pardir), False)[1])
    except OSError:
        return False


def getsize(filename):
    """Size of a file in bytes."""
    return posix._stat(filename, True)[6]


def getmtime(filename):
    """When a file was last written."""
    return posix._stat(filename, True)[8] / 1e9


def getatime(filename):
    """When a file was last read."""
    return posix._stat(filename, True)[7] / 1e9


def getctime(filename):
    """When what the system knows of a file last changed."""
    return posix._stat(filename, True)[9] / 1e9


def samefile(f1, f2):
    """Whether two paths lead to one file."""
    return posix._stat(f1, True)[1:3] == posix._stat(f2, True)[1:3]
