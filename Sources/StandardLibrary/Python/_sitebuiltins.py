"""The builtins that are for people at a prompt."""

import builtins


class Quitter:
    """Leaves the prompt."""

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"Use {self.name}() or Ctrl-D (i.e. EOF) to exit"

    def __call__(self, code=None):
        raise SystemExit(code)


class Notice:
    """A text that is shown when it is called, or at the prompt."""

    def __init__(self, text):
        self._text = text

    def __repr__(self):
        return self._text

    def __call__(self):
        print(self._text)


class Helper:
    """help() and help(thing); the module that knows is loaded when it is asked."""

    def __repr__(self):
        return ("Type help() for interactive help, "
                "or help(object) for help about object.")

    def __call__(self, *request):
        import pydoc
        pydoc.help(*request)


COPYRIGHT = "Racer is free software under the Apache License, version 2.0."
CREDITS = """\
Racer runs Python, a language by Guido van Rossum and the Python community.
It builds on Swift, GMP and libedit."""
LICENSE = """\
Racer: Apache License, version 2.0; see the file LICENSE.
GMP: GNU Lesser General Public License, version 3. libedit: BSD licence."""


def install():
    """Put them among the builtins."""
    builtins.exit = Quitter("exit")
    builtins.quit = Quitter("quit")
    builtins.copyright = Notice(COPYRIGHT)
    builtins.credits = Notice(CREDITS)
    builtins.license = Notice(LICENSE)
    builtins.help = Helper()
