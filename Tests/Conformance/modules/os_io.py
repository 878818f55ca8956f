"""Files, folders and paths as far as scripts need them."""
import io
import os
import sys


def attempt(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, str(error).replace(folder, "FOLDER"))


folder = os.path.join("/tmp", f"racer-conformance-{os.getpid()}")
os.mkdir(folder)
path = os.path.join(folder, "file.txt")
with open(path, "w", encoding="utf-8") as file:
    print(file.write("first\nsecond é\n"), file.writelines(["third\n", "last"]), file.closed, file.mode, file.name == path)
print(file.closed, os.path.exists(path), os.path.isfile(path), os.path.isdir(folder), os.path.getsize(path))
with open(path, encoding="utf-8") as file:
    print(repr(file.readline()), repr(file.read(4)), file.readlines(), repr(file.read()))
with open(path, encoding="utf-8") as file:
    for number, line in enumerate(file):
        print(number, line.rstrip("\n"))
with open(path, "rb") as file:
    print(file.read(6), file.seek(0), file.tell(), file.readline(), file.seek(-4, 2), file.read())
with open(path, "a") as file:
    file.write("!")
with open(path, "r+") as file:
    file.write("FIRST")
    file.seek(0)
    print(file.read().splitlines())
with open(path, "wb") as file:
    print(file.write(b"\x00\xff"), file.flush())
with open(path, "rb") as file:
    print(list(file.read()), file.readable(), file.writable(), file.seekable())
attempt(lambda: open(path, encoding="utf-8").read())
attempt(open, os.path.join("/tmp", "no-such-racer-file"))
attempt(open, path, "q")
attempt(lambda: len(repr(open(path, "x"))))
attempt(lambda: open("/tmp").read())
with open(path, "w") as file:
    attempt(file.read)
    attempt(file.write, b"bytes")
attempt(lambda: file.write("closed"))
with open(path, "w", newline="") as file:
    file.write("a\r\nb\rc\n")
with open(path) as file:
    print(repr(file.read()))
with open(path, newline="") as file:
    print(repr(file.read()), file.newlines)
os.makedirs(os.path.join(folder, "a", "b"))
os.makedirs(os.path.join(folder, "a", "b"), exist_ok=True)
attempt(lambda: os.mkdir(os.path.join("/tmp", "no-such", "x")))
print(sorted(os.listdir(folder)), sorted(entry.name for entry in os.scandir(folder)))
os.rename(path, path + "2")
print(os.path.exists(path), os.stat(path + "2").st_size)
print([(os.path.relpath(root, folder), sorted(dirs), files) for root, dirs, files in sorted(os.walk(folder))])
os.remove(path + "2")
os.rmdir(os.path.join(folder, "a", "b"))
os.removedirs(os.path.join(folder, "a"))
print(os.path.exists(folder))
print(os.path.join("a", "b", "/c", "d"), os.path.split("/a/b"), os.path.splitext("x.tar.gz"), os.path.basename("/a/b/"), os.path.dirname("/a/b"))
print(os.path.normpath("/a/./b/../c"), os.path.isabs("/a"), os.path.abspath("/a/../b"), os.path.commonprefix(["/ab", "/ac"]), os.path.expanduser("x"))
print(os.sep, os.linesep == "\n", os.name, os.curdir, os.getcwd() == os.path.abspath("."), os.environ.get("NO_SUCH_VARIABLE", "unset"))
os.environ["RACER_X"] = "1"
print(os.getenv("RACER_X"), "RACER_X" in os.environ, os.environ.pop("RACER_X"), os.getenv("RACER_X"))
attempt(lambda: os.environ["RACER_X"])
attempt(lambda: os.environ.__setitem__("A", 5))
print(os.cpu_count() > 0, type(os.getpid()).__name__, os.fspath("a"))
text = io.StringIO("a\nb\n")
print(text.readline(), text.read(), text.seek(0), text.getvalue(), list(text))
text = io.StringIO()
print("to memory", 5, file=text)
print(repr(text.getvalue()), text.tell(), text.truncate(2), repr(text.getvalue()))
data = io.BytesIO(b"abc")
print(data.read(1), data.read(), data.getvalue(), data.seek(1), data.write(b"XY"), data.getvalue())
sys.stdout.write("written\n")
print(sys.stdout.encoding.lower(), sys.stdout.name, sys.stdin.fileno(), sys.byteorder, sys.maxsize, sys.version_info[:2])
print(sys.getrecursionlimit(), sys.implementation.cache_tag is not None, sys.platform, len(sys.path) > 0, "os" in sys.modules, sys.getdefaultencoding())
print(sys.intern("x") is sys.intern("x"), sys.hexversion >> 24, sys.float_info.max, sys.int_info.default_max_str_digits, sys.flags.optimize)
