# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:dataclasses"
# ///
"""The fields are written down once; constructor, repr, comparison and order follow from them."""

from dataclasses import FrozenInstanceError, asdict, dataclass, field, replace


@dataclass(order=True, frozen=True)
class Book:
    author: str
    title: str
    year: int = 1900
    readers: list[str] = field(default_factory=list, compare=False)


emma, waves = Book("Austen", "Emma", 1815), Book("Woolf", "The Waves", 1931)
waves.readers.append("Ms Moreau")
print(emma, replace(emma, year=2026), sep="\n")
print("another copy is", "equal" if Book("Austen", "Emma", 1815) == emma else "different")
print([book.title for book in sorted([waves, Book("Brontë", "Villette"), emma])])
print("readers of", waves.title, waves.readers, "and of", emma.title, emma.readers)
print(asdict(waves))
try:
    emma.year = 2026
except FrozenInstanceError as error:
    print(type(error).__name__, "on changing", emma.title)
