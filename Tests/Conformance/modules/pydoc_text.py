# The documentation of functions, methods and classes as help() shows it.
import pydoc


class Base:
    """The base."""

    def inherited(self):
        "From the base."

    def overridden(self):
        "What it does."


class Derived(Base):
    """A class.

    With a second paragraph,
        and indentation.
    """

    limit = 3
    _hidden = 4

    def __init__(self, x, *, key=None):
        """Makes one."""

    def method(self, a, /, b=1, *c, d: int = 3, **e) -> str:
        """Does it.

        And more.
        """

    def overridden(self):
        return None

    def undocumented(self):
        return None

    @property
    def size(self):
        "The size."

    @property
    def width(self):
        "The width."

    @width.setter
    def width(self, value):
        pass

    @classmethod
    def make(cls, n):
        "A class method."

    @staticmethod
    def helper(n=(1, 2), **options):
        "A static method."


def documented(x, y=[1], *rest, flag: bool = False):
    """What it says.

        More indented.
    """


for thing in (
    Base, Derived, documented, Derived.method, Derived(1).method, Derived(1), Base().inherited,
    Derived.make, Derived.overridden, Derived.size,
):
    print(pydoc.render_doc(thing, renderer=pydoc.plaintext))
    print("=" * 20)

print(pydoc.getdoc(Derived(1).overridden), pydoc.splitdoc("one\n\ntwo\nthree"))
print(pydoc.locate("pydoc.locate") is pydoc.locate, pydoc.locate("len") is len)
print(pydoc.locate("no_such_module.at_all"))
