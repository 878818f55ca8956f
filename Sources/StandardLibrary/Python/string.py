"""Constants and templates of text."""

whitespace = " \t\n\r\v\f"
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdef" + "ABCDEF"
octdigits = "01234567"
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    """Each word with a capital, and one separator between."""
    return (sep or " ").join(map(str.capitalize, s.split(sep)))


class Template:
    """Text with $names to fill in."""

    delimiter = "$"

    def __init__(self, template):
        self.template = template

    def _pieces(self):
        """Pieces: (text, None), or (source, name); the name is "" where a dollar is alone."""
        text = self.template
        i = 0
        while True:
            dollar = text.find(self.delimiter, i)
            if dollar < 0:
                yield text[i:], None
                return
            yield text[i:dollar], None
            start = dollar + len(self.delimiter)
            if text[start:start + 1] == self.delimiter:
                yield self.delimiter, None
                i = start + 1
                continue
            braced = text[start:start + 1] == "{"
            begin = end = start + braced
            while end < len(text) and text[end].isascii() and (
                    text[end] == "_" or (text[end].isalpha() if end == begin else
                                         text[end].isalnum())):
                end += 1
            if end == begin or (braced and text[end:end + 1] != "}"):
                yield text[dollar:start], (dollar,)
                i = start
                continue
            i = end + braced
            yield text[dollar:i], text[begin:end]

    def _fill(self, mapping, safe):
        result = []
        for source, name in self._pieces():
            if name is None:
                result.append(source)
            elif isinstance(name, tuple):
                if not safe:
                    lines = self.template[:name[0]].splitlines(keepends=True) or [""]
                    line = len(lines) if name[0] else 1
                    column = name[0] - len("".join(lines[:-1])) + 1 if name[0] else 1
                    raise ValueError(
                        "Invalid placeholder in string: line %d, col %d" % (line, column))
                result.append(source)
            elif safe and name not in mapping:
                result.append(source)
            else:
                result.append(str(mapping[name]))
        return "".join(result)

    def substitute(self, mapping={}, /, **kws):
        """The text with the names filled in. KeyError where one is missing."""
        return self._fill({**mapping, **kws}, False)

    def safe_substitute(self, mapping={}, /, **kws):
        """The text with the names filled in that are there."""
        return self._fill({**mapping, **kws}, True)

    def is_valid(self):
        """Whether all placeholders are well formed."""
        return not any(isinstance(name, tuple) for _, name in self._pieces())

    def get_identifiers(self):
        """The names, in order."""
        names = []
        for _, name in self._pieces():
            if isinstance(name, str) and name not in names:
                names.append(name)
        return names
