# /// script
# requires-python = ">=3.14"
# [tool.toolcrib]
# module = "std:annotationlib"
# ///
"""The format says what to do with names that do not exist yet: raise, keep the text, or wrap."""

from annotationlib import Format, get_annotations


class Ship:
    length: float
    berth: Berth | None
    built: int


for field, text in get_annotations(Ship, format=Format.STRING).items():
    print(f"{field} is annotated as {text}")
try:
    get_annotations(Ship)
except NameError as error:
    print("values:", error)
hints = get_annotations(Ship, format=Format.FORWARDREF)
print("not there yet:", *(field for field, hint in hints.items() if not isinstance(hint, type)))


class Berth:
    """A place at the quay."""


print("values, once Berth is there:", get_annotations(Ship)["berth"])
