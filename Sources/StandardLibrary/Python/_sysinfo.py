"""What sys tells of the interpreter, made when a program asks for it."""
import sys as _sys


def _record(class_name, names, values):
    """A tuple whose items have names, as sys has them."""
    def show(self):
        return f"sys.{class_name}(" + ", ".join(
            f"{name}={value!r}" for name, value in zip(names, self)) + ")"

    namespace = {"__repr__": show, "__module__": "sys", "__slots__": (), "n_fields": len(names),
                 "n_sequence_fields": len(names), "n_unnamed_fields": 0, "__match_args__": names}
    for index, name in enumerate(names):
        namespace[name] = property(lambda self, index=index: self[index])
    return type(class_name, (tuple,), namespace)(values)


flags = _record(
    "flags",
    ("debug", "inspect", "interactive", "optimize", "dont_write_bytecode", "no_user_site",
     "no_site", "ignore_environment", "verbose", "bytes_warning", "quiet", "hash_randomization",
     "isolated", "dev_mode", "utf8_mode", "warn_default_encoding", "safe_path",
     "int_max_str_digits"),
    _sys._flag_values)
float_info = _record(
    "float_info",
    ("max", "max_exp", "max_10_exp", "min", "min_exp", "min_10_exp", "dig", "mant_dig", "epsilon",
     "radix", "rounds"),
    (1.7976931348623157e+308, 1024, 308, 2.2250738585072014e-308, -1021, -307, 15, 53,
     2.220446049250313e-16, 2, 1))
int_info = _record(
    "int_info",
    ("bits_per_digit", "sizeof_digit", "default_max_str_digits", "str_digits_check_threshold"),
    (64, 8, 4300, 640))
hash_info = _record(
    "hash_info",
    ("width", "modulus", "inf", "nan", "imag", "algorithm", "hash_bits", "seed_bits", "cutoff"),
    (64, 2305843009213693951, 314159, 0, 1000003, "siphash13", 64, 128, 0))
thread_info = _record("thread_info", ("name", "lock", "version"), ("pthread", "futex", None))


prefix = exec_prefix = base_prefix = base_exec_prefix = "/usr/local"
platlibdir = "lib"
float_repr_style = "short"
meta_path = []
path_hooks = []
path_importer_cache = {}
pycache_prefix = None
abiflags = "t"
builtin_module_names = tuple(sorted(("builtins", *_sys._included_modules(False))))


def _directory():
    """What dir(sys) tells: also what nobody has asked for yet."""
    return sorted({*vars(_sys), *(name for name in globals() if not name.startswith("_"))})
