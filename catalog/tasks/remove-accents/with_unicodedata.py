# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:unicodedata"
# ///
"""NFD takes letters and their marks apart, so that the marks can be left out."""

import unicodedata


def plain(text: str) -> str:
    apart = unicodedata.normalize("NFD", text)
    return "".join(char for char in apart if not unicodedata.combining(char))


for word in ("crème brûlée", "Ångström", "Žižkov", "Łódź", "Ærø", "¿mañana?"):
    print(f"{word} -> {plain(word)}")

one, two = "caf\u00e9", "cafe\u0301"
print(f"{one} has {len(one)} characters, {two} has {len(two)}: ", end="")
print("equal" if one == two else "not equal")
forms = {unicodedata.normalize("NFC", word) for word in (one, two)}
print(f"in NFC: {len(forms)} word, {len(forms.pop())} characters")
