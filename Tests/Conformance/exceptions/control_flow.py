def returns_in_finally():
    try:
        return "try"
    finally:
        print("finally runs")


def finally_overrides():
    for i in range(3):
        try:
            continue
        finally:
            if i == 1:
                break
    return i


def else_clause(fail):
    try:
        if fail:
            raise ValueError("x")
    except ValueError:
        return "except"
    else:
        return "else"
    finally:
        print("done", fail)


def nested():
    log = []
    try:
        try:
            raise KeyError("inner")
        except ValueError:
            log.append("wrong")
        finally:
            log.append("inner finally")
    except KeyError as e:
        log.append(f"outer {e}")
    finally:
        log.append("outer finally")
    return log


def handler_variable():
    e = "before"
    try:
        raise ValueError("v")
    except ValueError as e:
        pass
    try:
        return e
    except UnboundLocalError as error:
        return str(error)


def reraise():
    try:
        try:
            raise ValueError("again")
        except ValueError:
            raise
    except ValueError as e:
        return e.args


def tuple_of_types():
    for error in (ValueError("a"), KeyError("b"), TypeError("c")):
        try:
            raise error
        except (ValueError, KeyError) as e:
            print("caught", type(e).__name__)
        except Exception as e:
            print("other", type(e).__name__)


def loop():
    result = []
    for i in range(5):
        try:
            if i % 2:
                raise ValueError(i)
            result.append(i)
        except ValueError as e:
            result.append(-e.args[0])
            continue
        finally:
            result.append("f")
    return result


def bad_clause():
    try:
        try:
            raise ValueError
        except 3:
            pass
    except TypeError as e:
        return str(e)


print(returns_in_finally())
print(finally_overrides())
print(else_clause(False), else_clause(True))
print(nested())
print(handler_variable())
print(reraise())
tuple_of_types()
print(loop())
print(bad_clause())


def in_generator():
    try:
        yield 1
        yield 2
    finally:
        print("generator closed")


for value in in_generator():
    print(value)
    break
g = in_generator()
next(g)
g.close()


def deep(n):
    if n == 0:
        raise ValueError("deep")
    try:
        deep(n - 1)
    finally:
        counter.append(n)


counter = []
try:
    deep(5)
except ValueError as e:
    print(e, counter)

try:
    assert 1 == 2, "message"
except AssertionError as e:
    print(repr(e))
try:
    assert ()
except AssertionError as e:
    print(repr(e))


def recursion(n):
    return recursion(n + 1)


try:
    recursion(0)
except RecursionError as e:
    print(type(e).__name__, str(e)[:32])
