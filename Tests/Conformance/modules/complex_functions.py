# The module cmath, to 12 digits.
import cmath


def rounded(value):
    if isinstance(value, complex):
        return f"({value.real:.12g},{value.imag:.12g})"
    if isinstance(value, float):
        return f"{value:.12g}"
    if isinstance(value, tuple):
        return tuple(rounded(part) for part in value)
    return value


inf, nan = cmath.inf, cmath.nan
values = [0, 1, -1, 1j, -1j, 1 + 1j, -2.5 + 0.5j, 3 - 4j, 0.1j, 1e-8 + 1e-8j, complex(-1, -0.0), complex(-1, 0.0), 2, -2]
for name in ["acos", "acosh", "asin", "asinh", "atan", "atanh", "cos", "cosh", "exp", "log", "log10", "sin", "sinh", "sqrt", "tan",
             "tanh", "phase", "polar", "isfinite", "isinf", "isnan"]:
    row = []
    for value in values:
        try:
            row.append(rounded(getattr(cmath, name)(value)))
        except Exception as error:
            row.append(f"{type(error).__name__}: {error}")
    print(name, row)
for text in ["cmath.exp(complex(-inf, 1))", "cmath.exp(complex(inf, 0))", "cmath.exp(1000)", "cmath.cosh(1000)", "cmath.sqrt(complex(inf, nan))",
             "cmath.log(8, 2)", "cmath.log(0)", "cmath.log(1, 0)", "cmath.log('a')", "cmath.log()", "cmath.rect(2, 1)", "cmath.rect(2, 0)",
             "cmath.rect(1, inf)", "cmath.polar(complex(1e308, 1e308))", "cmath.isclose(1, 1 + 1e-10j)", "cmath.isclose(1, 2)",
             "cmath.isclose(inf, inf)", "cmath.isclose(1, 1, rel_tol=-1)", "cmath.sqrt(10**400)", "cmath.infj", "cmath.nanj", "cmath.pi", "cmath.tau",
             "cmath.sqrt('a')", "cmath.sin(complex(inf, 1))", "cmath.exp(complex(1, inf))", "cmath.log(complex(-inf, inf))", "cmath.sqrt(-4)"]:
    try:
        print(text, "->", rounded(eval(text)))
    except Exception as error:
        print(text, "!!", type(error).__name__, error)
