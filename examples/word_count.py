"""Count the words of every text file in a folder.

Each thread counts its own files into its own dictionary; the counts are merged at the end. So
that there is something to do, every file is counted the given number of times.

usage: word_count.py [folder] [repeats] [threads]
"""
import os
import sys
import threading

HERE = os.path.dirname(os.path.abspath(__file__))
FOLDER = sys.argv[1] if len(sys.argv) > 1 else os.path.join(HERE, "texts")
REPEATS = int(sys.argv[2]) if len(sys.argv) > 2 else 2_000
THREADS = int(os.environ.get("RACER_THREADS") or (sys.argv[3] if len(sys.argv) > 3 else 2))
PUNCTUATION = ".,;:!?\"'()[]{}-_*"


def count_words(text, counts):
    for line in text.splitlines():
        for word in line.lower().replace("--", " ").split():
            word = word.strip(PUNCTUATION)
            if word:
                counts[word] = counts.get(word, 0) + 1


def worker(jobs, index, results):
    counts = {}
    for number in range(index, len(jobs), THREADS):
        with open(jobs[number], encoding="utf-8") as file:
            count_words(file.read(), counts)
    results[index] = counts


def main():
    names = sorted(name for name in os.listdir(FOLDER) if name.endswith(".txt"))
    jobs = [os.path.join(FOLDER, name) for _ in range(REPEATS) for name in names]
    results = [None] * THREADS
    threads = [
        threading.Thread(target=worker, args=(jobs, index, results)) for index in range(THREADS)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    merged = {}
    for counts in results:
        for word, count in counts.items():
            merged[word] = merged.get(word, 0) + count
    print(f"{len(names)} files, {sum(merged.values())} words, {len(merged)} different")
    for word, count in sorted(merged.items(), key=lambda item: (-item[1], item[0]))[:15]:
        print(f"{count:8} {word}")


main()
