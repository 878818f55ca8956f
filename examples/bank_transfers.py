"""Move money between accounts from many threads; no cent is lost.

Each account has a lock; a transfer takes both in the order of the accounts' numbers, so that two
opposite transfers can't wait for each other.

usage: bank_transfers.py [transfers] [threads]
"""
import os
import sys
import threading

TRANSFERS = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
THREADS = int(os.environ.get("RACER_THREADS") or (sys.argv[2] if len(sys.argv) > 2 else 2))
ACCOUNTS = 64
OPENING_BALANCE = 1_000_000


class Account:
    def __init__(self, number):
        self.number = number
        self.balance = OPENING_BALANCE
        self.lock = threading.Lock()
        self.movements = 0

    def move(self, amount):
        self.balance += amount
        self.movements += 1


def transfer(source, target, amount):
    first, second = (source, target) if source.number < target.number else (target, source)
    with first.lock, second.lock:
        source.move(-amount)
        target.move(amount)


def worker(index, accounts):
    """Do every THREADS-th transfer; which accounts and how much depends on its number alone."""
    for number in range(index, TRANSFERS, THREADS):
        source = number * 2_654_435_761 % 4_294_967_296 % ACCOUNTS
        target = (source + 1 + number * 40_503 % 65_536 % (ACCOUNTS - 1)) % ACCOUNTS
        transfer(accounts[source], accounts[target], number % 100 + 1)


def main():
    accounts = [Account(number) for number in range(ACCOUNTS)]
    threads = [threading.Thread(target=worker, args=(index, accounts)) for index in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    total = sum(account.balance for account in accounts)
    movements = sum(account.movements for account in accounts)
    print(f"transfers: {movements // 2}")
    print(f"money in the bank: {total} (opened with {ACCOUNTS * OPENING_BALANCE})")
    checksum = 0
    for account in accounts:
        checksum = (checksum * 31 + account.balance) % 1_000_000_007
    print(f"balances checksum: {checksum}")


main()
