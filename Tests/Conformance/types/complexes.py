# Complex numbers.
def show(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as error:
        print(text, "!!", type(error).__name__, error)


inf, nan = float("inf"), float("nan")
for text in """1j;1+2j;-1j;-(1j);1-0j;complex(0,-0.0);complex(-0.0,1);complex(1e16,1e-7);complex(inf,nan);complex(1,-inf);complex(-0.0,-0.0)
complex('1+2j');complex('1+2');complex('j');complex('-j');complex('(1+2j)');complex(' ( 1e5-3.5j ) ');complex('1+2j',3);complex(1,'2')
complex('inf+nanj');complex('-infj');complex('1_0+2_0j');complex('1+2jj');complex('');complex('1 + 2j');complex('()');complex('1+j');complex('nan-infj')
complex([]);complex(1,[]);complex('abc');complex();complex(1,2);complex(1j,2j);complex(1.5);complex(10**400);complex(real=1,imag=2);complex(imag=2)
complex(1,2,3);complex(True,False);complex(1,1j);complex(1+2j,3)
(1+2j)+(3-1j);(1+2j)-1;1-(1+2j);(1+2j)*(3-4j);(1+2j)/(3-4j);(1+2j)/2;2/(1+1j);1j/0;(1+2j)**2;(1+2j)**-1;(1+2j)**0.5;(1+2j)**(1j);0j**0;0j**2;(0j)**-1;0j**1j
2**1j;(1+1j)**100;(1+1j)**101;(1e200+1e200j)**2;(1+2j)//1;(1+2j)%1;divmod(1j,1);1j<2j;1j==1j;1j!=1;1+0j==1;1+0j==1.0;1.5==1.5+0j;10**30==10**30+0j
2**53+1==complex(2**53);hash(1+0j);hash(1+2j);hash(-1j);abs(3+4j);abs(complex(inf,nan));abs(complex(1e200,1e200));abs(complex(1.7e308,1.7e308))
bool(0j);bool(1j);-(1+2j);+(1+2j);~1j;(1+2j).conjugate();(1+2j).real;(1+2j).imag;(1+2j).__complex__();(1+2j).__getnewargs__();int(1j);float(1j)
round(1j);pow(2j,3,4);pow(1j,2);1j+'a';[1][1j];complex(1,2).__eq__('a');1j.__lt__(2);(1j)*inf;complex(inf,1)*2;1e308*(1e10+1j)
(3+0j)**3;(2.5+0j)**2;(-1+0j)**0.5;(-8+0j)**(1/3);(1-1j)**-2;(1+1j)**(2+1j)""".replace("\n", ";").split(";"):
    show(text)


class Special:
    def __complex__(self):
        return 1 + 2j


class Wrong:
    def __complex__(self):
        return 1


class Sub(complex):
    pass


print(complex(Special()), Sub(1, 2), Sub(1) + 1, type(Sub(1) + 1), Sub("1j").imag)
show("complex(Wrong())")
print(f"{1+2j:.2f} {1.5-2j} {3j:>10}|", "%s %r" % (1j, 2 + 1j), str(1 + 2j), {1 + 0j: "x"}[1])
