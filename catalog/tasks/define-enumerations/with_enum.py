# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:enum"
# ///
"""Members have names that print well, and a value that is none of them is refused at once."""

from enum import Enum, Flag, auto


class Status(Enum):
    NEW = auto()
    PAID = auto()
    SENT = auto()


class Access(Flag):
    READ = auto()
    WRITE = auto()
    DELETE = auto()


print(", ".join(f"{status.name} {status.value}" for status in Status))
print("by value:", Status(3), "- by name:", Status["PAID"])
try:
    Status(9)
except ValueError as error:
    print(error)
clerk = Access.READ | Access.WRITE
print(f"{clerk} is {clerk.value}, without {~clerk}")
