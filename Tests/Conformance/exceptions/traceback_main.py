class Account:
    def __init__(self, balance):
        self.balance = balance

    def withdraw(self, amount):
        if amount > self.balance:
            raise ValueError(f"insufficient funds: {self.balance} < {amount}")
        self.balance -= amount


def process(accounts):
    for name, account in accounts.items():
        account.withdraw(
            50,
        )


print("starting")
process({
    "alice": Account(100),
    "bob": Account(20),
})
print("never printed")
