# /// script
# requires-python = ">=3.11"
# dependencies = ["attrs"]
# [tool.toolcrib]
# module = "pypi:attrs"
# ///
"""As with dataclasses, and each field may have a converter and validators of its own."""

from attrs import asdict, evolve, exceptions, field, frozen


@frozen(order=True)
class Book:
    author: str
    title: str
    year: int = field(default=1900, converter=int)
    readers: list[str] = field(factory=list, eq=False)


emma, waves = Book("Austen", "Emma", "1815"), Book("Woolf", "The Waves", "1931")
waves.readers.append("Ms Moreau")
print(emma, evolve(emma, year=2026), sep="\n")
print("another copy is", "equal" if Book("Austen", "Emma", 1815) == emma else "different")
print([book.title for book in sorted([waves, Book("Brontë", "Villette"), emma])])
print("readers of", waves.title, waves.readers, "and of", emma.title, emma.readers)
print(asdict(waves))
try:
    emma.year = 2026
except exceptions.FrozenInstanceError as error:
    print(type(error).__name__, "on changing", emma.title)
