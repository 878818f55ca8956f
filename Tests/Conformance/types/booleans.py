# bool: an int with two instances.
def show(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as error:
        print(text, "!!", type(error).__name__, error)


for text in """bool();bool(0);bool('');bool('a');bool([]);bool(0.0);bool(10**30);bool(x=1);bool(1,2);True&False;True|False;True^True
True&1;1|True;False^2;True+True;True-5;True*3.5;True/2;True//2;True%2;True**3;-True;+True;~False;abs(True);True<<70;True>>1;divmod(True,2)
True==1;True==1.0;True<2;hash(True);int(True);float(True);complex(True);str(True);repr(False);True.bit_length();[10,20][True]
isinstance(True,int);issubclass(bool,int);bool.__mro__;type(True);{1:'a'}[True];True.real;True.numerator;True.to_bytes();bool.from_bytes(b'\\x01')
round(True);True.__and__(2);True.__or__(False);format(True);f'{True:d}';f'{True}';'%d %s'%(True,True);sum([True,True,False]);True if True else False
not True;None or True;max(True,2);sorted([True,False,0.5]);True.conjugate();pow(True,2);True in [1];range(True)""".replace("\n", ";").split(";"):
    show(text)
try:
    class Sub(bool):
        pass
except TypeError as error:
    print(error)


class Truthy:
    def __bool__(self):
        return False


class Sized:
    def __len__(self):
        return 0


class Bad:
    def __bool__(self):
        return 1


print(bool(Truthy()), bool(Sized()), not Truthy())
try:
    bool(Bad())
except TypeError as error:
    print(error)
