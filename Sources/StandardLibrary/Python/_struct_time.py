"""The class of calendar times."""

_names = (
    "tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday",
    "tm_isdst",
)


class struct_time(tuple):
    """A calendar time: nine numbers, which also have names."""

    __module__ = "time"
    n_fields = 11
    n_sequence_fields = 9
    n_unnamed_fields = 0
    __match_args__ = _names

    def __new__(cls, sequence):
        items = tuple(sequence)
        if len(items) < 9:
            raise TypeError(
                f"time.struct_time() takes an at least 9-sequence ({len(items)}-sequence given)")
        return tuple.__new__(cls, items[:9])

    def __repr__(self):
        return "time.struct_time(" + ", ".join(
            f"{name}={value!r}" for name, value in zip(_names, self)) + ")"


for _index, _name in enumerate(_names):
    setattr(struct_time, _name, property(lambda self, index=_index: self[index]))
