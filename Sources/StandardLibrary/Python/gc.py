"""The garbage collector's controls. Racer counts references; cycles live until the end for now."""

import sys as _sys

DEBUG_STATS = 1
DEBUG_COLLECTABLE = 2
DEBUG_UNCOLLECTABLE = 4
DEBUG_SAVEALL = 32
DEBUG_LEAK = DEBUG_COLLECTABLE | DEBUG_UNCOLLECTABLE | DEBUG_SAVEALL

callbacks = []
garbage = []
_enabled = True
_debug = 0
_threshold = (2000, 10, 0)


def enable():
    """Let the collector run by itself."""
    global _enabled
    _enabled = True


def disable():
    """Keep the collector from running by itself."""
    global _enabled
    _enabled = False


def isenabled():
    """Whether the collector runs by itself."""
    return _enabled


def collect(generation=2):
    """Collect cycles; how many objects were in them."""
    if not 0 <= generation <= 2:
        raise ValueError("invalid generation")
    return 0


def get_count():
    """Objects made since the last collections."""
    return (_sys.getallocatedblocks(), 0, 0)


def get_threshold():
    """When the collector runs."""
    return _threshold


def set_threshold(threshold0, threshold1=10, threshold2=0):
    """Set when the collector runs."""
    global _threshold
    _threshold = (threshold0, threshold1, threshold2)


def get_debug():
    """The debugging flags."""
    return _debug


def set_debug(flags):
    """Set the debugging flags."""
    global _debug
    _debug = flags


def get_stats():
    """Counts of what the collector did."""
    return [{"collections": 0, "collected": 0, "uncollectable": 0} for _ in range(3)]


def freeze():
    """Take all objects for permanent."""


def unfreeze():
    """Take no object for permanent."""


def get_freeze_count():
    """How many objects are permanent."""
    return 0


def is_tracked(obj):
    """Whether the collector looks at an object: whether it can hold references."""
    return not isinstance(obj, (int, float, complex, str, bytes, bool, type(None)))


def is_finalized(obj):
    """Whether an object's finalizer ran."""
    return False
