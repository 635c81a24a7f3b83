"""The orchard; on import it would call the gardener."""

import gardener

gardener.call()


class Tree:
    def grow(self, years):
        self.years += years

    def prune(self):
        self.branches //= 2


class Apple(Tree):
    def harvest(self):
        return 4 * self.years


def plant(kind, count):
    return [kind() for _ in range(count)]
