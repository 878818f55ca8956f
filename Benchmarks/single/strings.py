"""Building, splitting, searching, formatting and comparing strings."""


def words(count):
    state = 1
    for _ in range(count):
        state = (state * 1_103_515_245 + 12_345) & 0x7FFFFFFF
        length = 3 + (state >> 8) % 6
        yield "".join("etaoinshrdlu"[(state >> shift) % 12] for shift in range(length))


def main():
    text = " ".join(words(60_000))
    total = 0
    for repeat in range(30):
        lines = []
        for number, word in enumerate(text.split()):
            if word.startswith("e") or word.endswith("t"):
                word = word.upper()
            elif "is" in word:
                word = word.replace("is", "was")
            lines.append(f"{number:>6}: {word}")
        joined = "\n".join(lines)
        total += joined.count("WAS") + joined.find("zzz") + len(joined)
        total += sum(1 for line in lines if line[8:] > "m" and line.strip()[-1] != "a")
        key = ""
        for line in lines[:20_000]:
            key += line[8]
        total += len(set(key)) + len(key)
    print(total)


main()
