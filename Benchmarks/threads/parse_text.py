"""A recursive-descent parser over text with nested lists and numbers, one document a job."""
import os
import threading

THREADS = int(os.environ.get("RACER_THREADS") or 2)
JOBS = 24


class Parser:
    def __init__(self, text):
        self.text = text
        self.position = 0

    def skip_blanks(self):
        while self.position < len(self.text) and self.text[self.position] in " \n":
            self.position += 1

    def parse(self):
        self.skip_blanks()
        letter = self.text[self.position]
        if letter == "[":
            return self.parse_list()
        if letter == '"':
            return self.parse_string()
        return self.parse_number()

    def parse_list(self):
        self.position += 1
        items = []
        while True:
            self.skip_blanks()
            letter = self.text[self.position]
            if letter == "]":
                self.position += 1
                return items
            if letter == ",":
                self.position += 1
            else:
                items.append(self.parse())

    def parse_string(self):
        end = self.text.index('"', self.position + 1)
        value = self.text[self.position + 1:end]
        self.position = end + 1
        return value

    def parse_number(self):
        start = self.position
        while self.position < len(self.text) and self.text[self.position].isdigit():
            self.position += 1
        return int(self.text[start:self.position])


def document(seed):
    rows = (f'[{i * seed}, "name{i}", [{i}, [{seed}], "x"]]' for i in range(5_000))
    return "[" + ", ".join(rows) + "]"


def total(value):
    if isinstance(value, list):
        return sum(total(item) for item in value)
    return len(value) if isinstance(value, str) else value


def worker(index, results):
    for job in range(index, JOBS, THREADS):
        results[job] = total(Parser(document(job + 1)).parse())


results = [0] * JOBS
threads = [threading.Thread(target=worker, args=(i, results)) for i in range(THREADS)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sum(results))
