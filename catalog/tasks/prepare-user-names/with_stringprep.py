# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:stringprep"
# ///
"""What is dropped, changed or refused stands in tables on which all programs have agreed."""

import stringprep
import unicodedata

REFUSED = (
    stringprep.in_table_c12,  # spaces other than the plain one
    stringprep.in_table_c21_c22,  # control characters
    stringprep.in_table_c3,  # private use
    stringprep.in_table_c6,  # not for plain text
    stringprep.in_table_c8,  # direction of the text
)


def prepared(name):
    kept = (char for char in name if not stringprep.in_table_b1(char))
    mapped = (" " if stringprep.in_table_c12(char) else char for char in kept)
    return unicodedata.normalize("NFKC", "".join(mapped))


for name in "Ma\N{SOFT HYPHEN}rie", "Jean\N{NO-BREAK SPACE}Luc", "Ⅸ", "root\u202e", "bell\a":
    ready = prepared(name)
    wrong = [f"U+{ord(char):04X}" for char in ready if any(refuses(char) for refuses in REFUSED)]
    print(ascii(name), f"refused: {', '.join(wrong)}" if wrong else f"-> {ready}")
