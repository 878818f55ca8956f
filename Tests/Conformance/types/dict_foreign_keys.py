# Keys of a class that equals strings and numbers, and takes their hashes.


class Key:
    def __init__(self, value):
        self.value = value

    def __hash__(self):
        return hash(self.value)

    def __eq__(self, other):
        return self.value == (other.value if isinstance(other, Key) else other)


class Hashed:
    def __init__(self, number):
        self.number = number

    def __hash__(self):
        return self.number


values = ["a", "word", "a longer text", 2, 2**61, -(2**63), 2**64, 1.5, (1, "a"), b"x"]
mapping = {Key(value): index for index, value in enumerate(values)}
print([mapping[value] for value in values])
print([mapping.get(Key(value)) for value in values], [value in mapping for value in values])
print([value in set(mapping) for value in values], "b" in mapping, Key("c") in mapping)
for number in (-1, 0, 2**61, 2**62, 2**63 - 1, -(2**63), 2**63, 2**70, True):
    print(number, hash(Hashed(number)))
