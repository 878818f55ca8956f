# The module math.
import math


def show(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as error:
        print(text, "!!", type(error).__name__, error)


inf, nan = math.inf, math.nan
values = [0.0, -0.0, 0.5, -0.5, 1, -1, 2, 3.7, -3.7, 1e-10, 700.5, -745.2, 1e300, inf, -inf, nan, True, 10**30]
for name in ["acos", "acosh", "asin", "asinh", "atan", "atanh", "cbrt", "ceil", "cos", "cosh", "degrees", "erf", "erfc", "exp",
             "exp2", "expm1", "fabs", "floor", "frexp", "gamma", "isfinite", "isinf", "isnan", "lgamma", "log", "log10",
             "log1p", "log2", "modf", "radians", "sin", "sinh", "sqrt", "tan", "tanh", "trunc", "ulp"]:
    row = []
    for value in values:
        try:
            row.append(repr(getattr(math, name)(value)))
        except Exception as error:
            row.append(f"{type(error).__name__}: {error}")
    print(name, row)
for name in ["atan2", "copysign", "fmod", "pow", "remainder", "nextafter", "isclose", "hypot"]:
    for x in [0.0, -0.0, 1.5, -7.25, inf, nan]:
        row = []
        for y in [0.0, -0.0, 2, -2.5, 0.5, inf, -inf, nan]:
            try:
                row.append(repr(getattr(math, name)(x, y)))
            except Exception as error:
                row.append(f"{type(error).__name__}: {error}")
        print(name, x, row)

for text in """math.pi,math.e,math.tau;math.log(8,2);math.log(10,1);math.log(10**400);math.log2(2**1000);math.log10(10**400);math.log(2**2000,2)
math.log(0);math.log(-1);math.log();math.log(1,2,3);math.log('a');math.log(10**400,10**200);math.sqrt('a');math.sqrt();math.sqrt(1,2)
math.factorial(0);math.factorial(20);math.factorial(21);math.factorial(50);math.factorial(-1);math.factorial(1.5);math.factorial(10**30)
math.comb(5,2);math.comb(60,30);math.comb(200,77);math.comb(5,6);math.comb(-1,2);math.comb(5,-1);math.comb(10**20,3);math.comb(10**30,10**30)
math.perm(5,2);math.perm(30,12);math.perm(5);math.perm(5,6);math.perm(-5);math.perm(5,-1);math.perm(10**20,3);math.perm(5,None);math.comb(1.5,2)
math.gcd();math.gcd(12);math.gcd(-12,18);math.gcd(0,0);math.gcd(12,18,27);math.gcd(2**100,6**50);math.gcd(1.5);math.lcm();math.lcm(4,6);math.lcm(-4,6)
math.lcm(0,5);math.lcm(2**70,3**50,6);math.isqrt(0);math.isqrt(99);math.isqrt(2**62-1);math.isqrt(2**64-1);math.isqrt(10**60-1);math.isqrt(-1);math.isqrt(1.5)
math.ldexp(1.5,3);math.ldexp(1.0,5000);math.ldexp(1.0,-5000);math.ldexp(1,10**50);math.ldexp(inf,10**50);math.ldexp(0.0,10**50);math.ldexp(1,-10**50);math.ldexp(1,2.0)
math.fsum([0.1]*10);math.fsum([1e100,1,-1e100,-1]);math.fsum([]);math.fsum([1e308,1e308]);math.fsum([inf,-inf]);math.fsum([nan,1]);math.fsum([inf,1]);math.fsum(['a']);math.fsum(5)
math.fsum([1e16,1,1e-16]);math.prod([1,2,3]);math.prod([]);math.prod([2.5,2],start=3);math.prod(5);math.prod(['a'],start=2);math.prod([10**20]*3)
math.sumprod([1,2],[3,4]);math.sumprod([1],[1,2]);math.sumprod([],[]);math.sumprod([0.1]*10,[0.1]*10);math.sumprod([1e100,1,-1e100],[1,1,1]);math.sumprod([2**62,1],[4,1.5])
math.sumprod([1,2.5,True],[2,2,3]);math.sumprod('ab',[1,2]);math.sumprod([inf,1],[1,-inf]);math.sumprod([10**400,1.5],[1,1])
math.dist([1,2],[4,6]);math.dist([1],[1,2]);math.dist(1,2);math.dist((1e300,1e300),(0,0));math.hypot();math.hypot(3);math.hypot(-3,4);math.hypot(1,2,3,4);math.hypot(1e-320,1e-320)
math.hypot(inf,nan);math.hypot(nan,1);math.hypot('a');math.hypot(1e308,1e308);math.nextafter(1,2,steps=3);math.nextafter(0.0,-1,steps=5);math.nextafter(1,2,steps=-1)
math.nextafter(-1e-323,1,steps=4);math.nextafter(1,5,steps=10**30);math.nextafter(1,2,steps=0);math.fma(2,3,4);math.fma(1e308,10,0);math.fma(inf,0,1);math.fma(0.1,10,-1)
math.isclose(1,1+1e-10);math.isclose(1,1.1,rel_tol=0.2);math.isclose(0,1e-12,abs_tol=1e-9);math.isclose(1,1,rel_tol=-1);math.floor('a');math.ceil([]);math.trunc('a')
math.floor(-0.5);math.ceil(-0.5);math.floor(1e300)==int(1e300);math.ceil(inf);math.floor(nan);math.trunc(-2.7);math.trunc(5);math.floor(10**30)
math.gamma(5);math.gamma(0.5);math.gamma(-1.5);math.gamma(171);math.gamma(172);math.gamma(-170.5);math.gamma(1e-308);math.lgamma(1e305);math.lgamma(-0.5);math.lgamma(100)
math.gamma(23.5);math.gamma(150.3);math.gamma(-25.25);math.gamma(-150.7);math.lgamma(3.3);math.lgamma(-3.3);math.lgamma(1e-25)
math.exp(1000);math.cosh(1000);math.expm1(1000);math.exp2(5000);math.exp(-1000);math.pow(2,0.5);math.pow(-8,1/3);math.pow(0,-1);math.pow(10,400)
math.acos(2);math.sin(inf);math.tan(1e22);math.fmod(1,0);math.fmod(-7,3);math.remainder(5,2);math.remainder(7,2);math.remainder(1,0);math.copysign(0,-1)""".replace("\n", ";").split(";"):
    show(text)


class Rounding:
    def __floor__(self):
        return "floor"

    def __ceil__(self):
        return "ceil"

    def __trunc__(self):
        return "trunc"

    def __float__(self):
        return 2.25

    def __index__(self):
        return 12


x = Rounding()
print(math.floor(x), math.ceil(x), math.trunc(x), math.sqrt(x), math.gcd(x, 18), math.factorial(x), math.comb(x, 2), math.isqrt(x))
checksum = 0.0
for index in range(1, 300):
    y = index * 0.731
    checksum += math.sin(y) * math.log(y) + math.atan2(y, 3) + math.hypot(y, 1, 2) + math.lgamma(y) % 7
print(checksum)
