"""Attributes, methods, inheritance and `super()`: a small world of creatures."""


class Creature:
    def __init__(self, position, energy):
        self.position = position
        self.energy = energy
        self.steps = 0

    def move(self, distance):
        self.position += distance
        self.energy -= self.cost(distance)
        self.steps += 1

    def cost(self, distance):
        return abs(distance)

    def is_tired(self):
        return self.energy < 10


class Bird(Creature):
    def __init__(self, position, energy, wings):
        super().__init__(position, energy)
        self.wings = wings

    def cost(self, distance):
        return super().cost(distance) // self.wings


class Snail(Creature):
    def cost(self, distance):
        return 1

    def rest(self):
        self.energy += 3


class World:
    def __init__(self):
        self.creatures = []
        self.rested = 0

    def add(self, creature):
        self.creatures.append(creature)

    def day(self, number):
        for creature in self.creatures:
            creature.move(number % 7 - 3)
            if creature.is_tired():
                self.feed(creature)

    def feed(self, creature):
        creature.energy += 100
        self.rested += 1


def main():
    world = World()
    for i in range(40):
        world.add(Bird(i, 50, 2) if i % 2 else Snail(i, 50))
    for number in range(100_000):
        world.day(number)
    total = sum(c.position * 3 + c.energy + c.steps for c in world.creatures)
    print(total, world.rested)


main()
