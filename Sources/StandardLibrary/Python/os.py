"""The operating system: files, folders, processes, the environment."""

import posix
import posixpath as path
import sys
from posix import (
    F_OK, O_APPEND, O_CLOEXEC, O_CREAT, O_EXCL, O_NONBLOCK, O_RDONLY, O_RDWR, O_TRUNC, O_WRONLY,
    R_OK, W_OK, X_OK, _exit, access, chdir, chmod, close, dup, fsync, ftruncate, getcwd, getpid,
    getppid, getuid, isatty, kill, listdir, lseek, mkdir, pipe, read, readlink, remove,
    rename, replace, rmdir, strerror, symlink, umask, unlink, urandom, write, cpu_count,
)

sys.modules["os.path"] = path

name = "posix"
linesep = "\n"
curdir = path.curdir
pardir = path.pardir
sep = path.sep
altsep = path.altsep
extsep = path.extsep
pathsep = path.pathsep
defpath = path.defpath
devnull = path.devnull
SEEK_SET = 0
SEEK_CUR = 1
SEEK_END = 2
error = OSError


def open(path, flags, mode=0o777, *, dir_fd=None):
    """Open a file; its descriptor."""
    return posix.open(path, flags, mode)


def process_cpu_count():
    """How many processors the process may use."""
    return cpu_count()


class PathLike:
    """What has a path of the file system."""

    @classmethod
    def __subclasshook__(cls, subclass):
        return hasattr(subclass, "__fspath__") if cls is PathLike else NotImplemented

    def __class_getitem__(cls, item):
        return cls


def fspath(path):
    """The path that an object stands for."""
    if isinstance(path, (str, bytes)):
        return path
    method = getattr(type(path), "__fspath__", None)
    if method is None:
        raise TypeError(
            "expected str, bytes or os.PathLike object, not " + type(path).__name__)
    result = method(path)
    if isinstance(result, (str, bytes)):
        return result
    raise TypeError(
        f"expected {type(path).__name__}.__fspath__() to return str or bytes, "
        f"not {type(result).__name__}")


def fsencode(filename):
    """A file name as bytes."""
    filename = fspath(filename)
    return filename.encode("utf-8", "surrogateescape") if isinstance(filename, str) else filename


def fsdecode(filename):
    """A file name as str."""
    filename = fspath(filename)
    return filename.decode("utf-8", "surrogateescape") if isinstance(filename, bytes) else filename


class stat_result(tuple):
    """What the system knows of a file."""

    _names = ("st_mode", "st_ino", "st_dev", "st_nlink", "st_uid", "st_gid", "st_size",
              "st_atime", "st_mtime", "st_ctime")

    @classmethod
    def _of(cls, raw):
        self = cls(raw[:7] + tuple(t // 1_000_000_000 for t in raw[7:]))
        self.st_atime_ns, self.st_mtime_ns, self.st_ctime_ns = raw[7:]
        return self

    st_mode = property(lambda self: self[0])
    st_ino = property(lambda self: self[1])
    st_dev = property(lambda self: self[2])
    st_nlink = property(lambda self: self[3])
    st_uid = property(lambda self: self[4])
    st_gid = property(lambda self: self[5])
    st_size = property(lambda self: self[6])
    st_atime = property(lambda self: self.st_atime_ns / 1e9)
    st_mtime = property(lambda self: self.st_mtime_ns / 1e9)
    st_ctime = property(lambda self: self.st_ctime_ns / 1e9)

    def __repr__(self):
        return "os.stat_result(" + ", ".join(
            f"{name}={value}" for name, value in zip(self._names, self)) + ")"


def stat(path, *, dir_fd=None, follow_symlinks=True):
    """What the system knows of a file."""
    if isinstance(path, int):
        return fstat(path)
    return stat_result._of(posix._stat(path, follow_symlinks))


def lstat(path, *, dir_fd=None):
    """As stat, of a symbolic link itself."""
    return stat_result._of(posix._stat(path, False))


def fstat(fd):
    """What the system knows of an open file."""
    return stat_result._of(posix._fstat(fd))


def utime(path, times=None, **options):
    """Set a file's times to now."""
    posix.utime(path)


def makedirs(name, mode=0o777, exist_ok=False):
    """Make a folder and those that it is in."""
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    if head and tail and not path.exists(head):
        try:
            makedirs(head, exist_ok=exist_ok)
        except FileExistsError:
            pass
        if tail == curdir:
            return
    try:
        mkdir(name, mode)
    except OSError:
        if not exist_ok or not path.isdir(name):
            raise


def removedirs(name):
    """Remove a folder, and those that it was in while they are empty."""
    rmdir(name)
    head, tail = path.split(name)
    while head and tail:
        try:
            rmdir(head)
        except OSError:
            break
        head, tail = path.split(head)


def renames(old, new):
    """Rename a file; make the folders of the new name."""
    head, tail = path.split(new)
    if head and tail and not path.exists(head):
        makedirs(head)
    rename(old, new)


class DirEntry:
    """A name in a folder."""

    def __init__(self, folder, name):
        self.name = name
        self.path = path.join(folder, name)

    def __repr__(self):
        return f"<DirEntry {self.name!r}>"

    def __fspath__(self):
        return self.path

    def is_dir(self, *, follow_symlinks=True):
        return path._mode(self.path, follow_symlinks) == 0o040000

    def is_file(self, *, follow_symlinks=True):
        return path._mode(self.path, follow_symlinks) == 0o100000

    def is_symlink(self):
        return path.islink(self.path)

    def stat(self, *, follow_symlinks=True):
        return stat(self.path, follow_symlinks=follow_symlinks)

    def inode(self):
        return lstat(self.path).st_ino


class _Scan:
    def __init__(self, folder):
        self._entries = iter([DirEntry(folder, name) for name in listdir(folder)])

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._entries)

    def close(self):
        self._entries = iter(())

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()


def scandir(path="."):
    """The names in a folder, with what they are."""
    return _Scan(fspath(path))


def walk(top, topdown=True, onerror=None, followlinks=False):
    """A folder and all below it: path, folders, files."""
    top = fspath(top)
    try:
        names = listdir(top)
    except OSError as error:
        if onerror is not None:
            onerror(error)
        return
    folders = []
    files = []
    for name in names:
        (folders if path.isdir(path.join(top, name)) else files).append(name)
    if topdown:
        yield top, folders, files
    for name in folders:
        inner = path.join(top, name)
        if followlinks or not path.islink(inner):
            yield from walk(inner, topdown, onerror, followlinks)
    if not topdown:
        yield top, folders, files


def get_exec_path(env=None):
    """Folders that programs are searched in."""
    env = environ if env is None else env
    return env.get("PATH", defpath).split(pathsep)


class _Environ:
    """The environment: a dict, so that threads may read and write it; child processes see it too."""

    def __init__(self, data):
        self._data = data

    @staticmethod
    def _check(text):
        if not isinstance(text, str):
            raise TypeError("str expected, not %s" % type(text).__name__)
        return text

    def __getitem__(self, key):
        return self._data[self._check(key)]

    def __setitem__(self, key, value):
        posix.putenv(self._check(key), self._check(value))
        self._data[key] = value

    def __delitem__(self, key):
        posix.unsetenv(self._check(key))
        del self._data[key]

    def __iter__(self):
        return iter(list(self._data))

    def __len__(self):
        return len(self._data)

    def __contains__(self, key):
        return key in self._data

    def __eq__(self, other):
        return dict(self.items()) == other

    def __repr__(self):
        items = ", ".join(f"{key!r}: {value!r}" for key, value in self.items())
        return f"environ({{{items}}})"

    def __or__(self, other):
        return self.copy() | dict(other)

    def get(self, key, default=None):
        return self._data.get(key, default)

    def keys(self):
        return self._data.keys()

    def values(self):
        return self._data.values()

    def items(self):
        return self._data.items()

    def copy(self):
        return self._data.copy()

    def setdefault(self, key, value):
        if key not in self._data:
            self[key] = value
        return self[key]

    def pop(self, key, *default):
        if key in self._data:
            value = self._data[key]
            del self[key]
            return value
        return self._data.pop(key, *default)

    def update(self, *others, **more):
        for key, value in dict(*others, **more).items():
            self[key] = value

    def clear(self):
        for key in self:
            del self[key]


environ = _Environ(posix._environment())


def getenv(key, default=None):
    """A variable of the environment."""
    return environ.get(key, default)


def putenv(key, value):
    """Set a variable of the environment."""
    environ[key] = value


def unsetenv(key):
    """Unset a variable of the environment."""
    environ.pop(key, None)


def fdopen(fd, mode="r", *args, **kwargs):
    """A file object over a descriptor."""
    import io
    return io.open(fd, mode, *args, **kwargs)


def get_terminal_size(fd=1):
    """Columns and lines of the terminal."""
    return (int(environ.get("COLUMNS", 80)), int(environ.get("LINES", 24)))
