import sys


class Bad:
    def __add__(self, other):
        raise ValueError("add")

    def __getitem__(self, key):
        raise ValueError("item")

    def __call__(self, *args, **kwargs):
        raise ValueError("call")

    def __getattr__(self, name):
        raise AttributeError("attr " + name)

    def __bool__(self):
        raise ValueError("bool")


bad = Bad()
zero = 0
data = {"a": {"b": None}}
items = [1, 2, 3]


def case_division():
    return 1 / zero


def case_nested_division():
    return (1 + 2) * (3 / zero) - 4


def case_subscript():
    return data["a"]["b"]["c"]


def case_subscript_long():
    value = items[10] + items[0]


def case_call():
    return bad(1, 2)


def case_call_in_expression():
    return 1 + int(bad(1, key=2)) + 3


def case_attribute():
    return items.missing.other


def case_add():
    x = 5 + bad + 6
    return "a" + 1


def case_add_strings():
    return "a" + 1


def case_method():
    value = "abc".index("z")


def case_plain_assign():
    x = int("nope")


def case_plain_return():
    return int("nope")


def case_raise():
    raise ValueError("raised")


def case_multi_line_call():
    return print(
        1,
        int("zzz"),
        3,
    )


def case_multi_line_binary():
    return (
        1
        + 2
        / zero
    )


def case_comparison():
    return 1 < "a" or 2


def case_unary():
    return -"text" + 1


def case_unpack():
    a, b = 1, 2, 3


def case_name():
    return undefined + 1


def case_store_subscript():
    items[7] = 1


def case_delete():
    del data["x"]


def case_assert():
    assert zero == 1, "is zero"


def case_unicode():
    é = "ü" + "日本" + 1


def case_lambda():
    return (lambda: 1 / zero)()


def case_comprehension():
    return [1 / x for x in items + [0]]


def case_generator():
    return sum(1 / x for x in [1, 0])


def case_fstring():
    return f"{1 / zero} and more"


def case_with():
    with bad as b:
        pass


def case_for():
    for x in 3:
        pass


def case_import():
    import nonexistent_module_name


def case_keyword():
    return sorted([1], kee=2)


def case_operator_spacing():
    return 1  /  zero


def case_floor():
    return (10//zero)


def case_power():
    return 0 ** -1


def case_slice():
    return items["a":"b"]


def case_if():
    if bad:
        pass


def case_two_statements():
    x = 1; y = 2 / zero; z = 3


def case_multiline_string():
    return """
    text""" + 1


for name, function in list(globals().items()):
    if name.startswith("case_"):
        print(name, file=sys.stderr)
        try:
            function()
        except Exception as e:
            sys.excepthook(type(e), e, e.__traceback__)
