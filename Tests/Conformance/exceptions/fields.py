e = ImportError("m", name="n", path="p")
print(e.msg, e.name, e.path, e.name_from, e, repr(e), e.__reduce__())
e = ImportError("m", name_from="f")
print(e.msg, e.name, e.path, e.name_from)
print(ImportError("a", "b"), ImportError("a", "b").msg, ImportError().msg)
e = ModuleNotFoundError("No module", name="q")
print(e, e.name, isinstance(e, ImportError))

e = NameError("n", name="x")
print(e.name, e)
print(NameError("n").name)
e = AttributeError("a", name="x", obj=[1])
print(e.name, e.obj, e)
e.name = "y"
print(e.name)
del e.name
print(e.name)
print(AttributeError("z").name, AttributeError("z").obj, UnboundLocalError("u", name="v").name)

try:
    [].missing
except AttributeError as e:
    print(e.name, e.obj, e)
try:
    undefined_name
except NameError as e:
    print(e.name, e)
try:
    {}["k"]
except KeyError as e:
    print(e.args, str(e))

e = SyntaxError("bad", ("/tmp/file.py", 3, 5, "text here", 3, 9))
print(e.msg, e.filename, e.lineno, e.offset, e.text, e.end_lineno, e.end_offset, e.print_file_and_line)
print(e, repr(e), e.args)
print(SyntaxError("only"), SyntaxError("only").lineno, SyntaxError().msg)
print(SyntaxError("m", ("f", None, None, None)), SyntaxError("m", (None, 3, None, None)))
print(IndentationError("i", ("f.py", 1, 2, "x")))
for bad in [("f", 1, 2), ("f", 1, 2, "t", 3), (1,) * 8, 5]:
    try:
        SyntaxError("m", bad)
    except TypeError as error:
        print(error)
