"""What an instance held goes away when `__dict__` is set, though several threads run."""
import threading

COUNT = 300
state = {"shared": 1}
gone = []


class Witness:
    def __del__(self):
        gone.append(1)


class Borg:
    def __init__(self):
        self.first = Witness()
        self.second = Witness()
        self.__dict__ = state


def work(index):
    for number in range(COUNT):
        borg = Borg()
        if borg.shared != 1 or hasattr(borg, "first"):
            print("wrong attributes")
        borg.last = (index, number)


threads = [threading.Thread(target=work, args=(index,)) for index in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(gone), sorted(state), state["last"][1] == COUNT - 1)
