"""Which warnings are shown, how often, and how."""
import sys
import warnings


def show(message, category, filename, lineno, file=None, line=None):
    print("shown:", category.__name__, message)


warnings.showwarning = show


def warner(text, category=UserWarning, level=1):
    warnings.warn(text, category, stacklevel=level)


for _ in range(3):
    warner("once a place")
for text in ("a", "b", "a"):
    warner(text)
warner("in main", DeprecationWarning)
warner("hidden", PendingDeprecationWarning)
warner("hidden", ImportWarning)
warnings.warn(RuntimeWarning("an instance"))

with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        warner("raised")
    except UserWarning as error:
        print("raised:", error)
    warnings.simplefilter("ignore")
    warner("ignored")
with warnings.catch_warnings():
    warnings.simplefilter("always")
    for _ in range(2):
        warner("always")
with warnings.catch_warnings():
    warnings.resetwarnings()
    warnings.simplefilter("once")
    for _ in range(2):
        warner("once")
    warner("once", level=2)
with warnings.catch_warnings():
    warnings.filterwarnings("ignore", "secret")
    warnings.filterwarnings("error", category=RuntimeWarning, append=True)
    warner("Secret word")
    warner("public word")
with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter("always")
    warner("recorded", level=2)
    warner("recorded", FutureWarning)
    print([(str(item.message), item.category.__name__, item.lineno > 0) for item in log])
print(warnings.formatwarning("text", UserWarning, "no_file.py", 3), end="")
print(warnings.formatwarning("text", UserWarning, "no_file.py", 3, "  source  "), end="")
for wrong in (lambda: warnings.warn("x", int), lambda: warnings.simplefilter("sometimes"),
              lambda: warnings.warn("x", skip_file_prefixes="a")):
    try:
        wrong()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
print(repr(warnings.catch_warnings(record=True)))


@warnings.deprecated("use new()")
def old(value):
    """Doubles."""
    return 2 * value


@warnings.deprecated("use New")
class Old:
    def __init__(self, value):
        self.value = value


with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter("always")
    print(old(3), old.__name__, old.__doc__, old.__deprecated__, Old(4).value)
    print([(str(item.message), item.category.__name__) for item in log])
warnings.warn_explicit("explicit", UserWarning, "there.py", 7, registry={})
print(sys.warnoptions)
