# Short texts, of every length around a machine word's, take paths of their own.

LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGH"


def mixed(sample):
    return [sample, sample[:-1] + "é", sample[:-1] + "日", "\U0001f600" + sample[1:]]


def compare():
    total = 0
    for count in range(1, 34):
        sample = LETTERS[:count]
        for text in mixed(sample):
            same = text[:1] + text[1:]
            assert same == text and not same != text and same <= text and hash(same) == hash(text)
            assert {text: count}.get(same) == count and same in {text: 1} and same in {text}
            for place in range(count):
                other = text[:place] + "!" + text[place + 1 :]
                assert other != text and (other < text) == ("!" < text[place])
                assert other not in {text: 1} and {text: 1}.get(other) is None
                total += 1
            assert text + "x" != text and text < text + "x"
    print(total)


def search():
    for count in range(2, 34):
        for text in mixed(LETTERS[:count]):
            for start in range(count):
                for stop in range(start + 1, count + 1):
                    part = text[start:stop]
                    assert len(part) == stop - start
                    assert text.find(part) == start and part in text
                    assert text.startswith(part) == (start == 0)
                    assert text.endswith(part) == (stop == count)
                    assert text.startswith(part, start) and text.endswith(part, 0, stop)
                    assert part + "!" not in text and text.count(part) == 1
                    assert text.replace(part, "") == text[:start] + text[stop:]
    print("aaab".find("ab"), "abab".count("ab"), "aaa".count("aa"), "xyz".find("yzz"))
    print("ab" in "", "" in "", "a".startswith(""), "".endswith("a"))


def cut():
    for text in ["", "a", " ab  c ", "\tabc\x1c", "é b", "日 本 ", "\xa0x\u3000y"]:
        print(ascii([text.split(), text.strip(), text.lstrip(), text.rstrip()]))
        print(ascii([text.join([text, "-", text]), f"{text}|{text}", text.split(None, 1)]))
    text = "abcdé"
    print([text[i] for i in range(-5, 5)], [text[i:j] for i in (-9, -2, None, 3) for j in (-1, 4, 9)])
    for index in (5, -6):
        try:
            text[index]
        except IndexError as error:
            print(error)
    for bounds in ("a", 1.5):
        try:
            text[bounds:]
        except TypeError as error:
            print(error)


def layout():
    specifications = (
        "5 05 >5 <5 ^5 =5 *>7 *^8d 0>6 0<6 0^6 0=6 d 3d s 5s 05s +d -d 08, x>05 00005 <05 123 "
        "1 2 ^^5 == ==5 é>5 10000 5e 5c"
    ).split()
    for value in (0, 7, -7, 42, 100, -12345, 10**17, -(2**61), 2**62, True, "", "a", "é", "日", "ab"):
        for specification in specifications:
            try:
                result = format(value, specification)
            except (ValueError, OverflowError) as error:
                result = str(error)
            if len(result) > 200:
                result = len(result), result.strip()
            print(ascii(value), specification, ascii(result))
    for number in [10**power + step for power in range(20) for step in (-1, 0, 1)]:
        assert f"{number}" == str(number) == "%d" % number and int(str(-number)) == -number
        assert f"{number:>25}".strip() == f"{number}" and f"{-number - 1:025d}"[:4] == "-000"
    print(*range(95, 105), *range(-1005, -995))


compare()
search()
cut()
layout()
