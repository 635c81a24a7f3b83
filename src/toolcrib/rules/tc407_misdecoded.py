"""Characters were decoded in the wrong way.

UTF-8 that was read as Windows-1252 shows as `â€™` or `Ã©`. The repaired text is the fix.
"""

import re
from collections.abc import Iterator

from toolcrib.model.finding import Level, Sheet
from toolcrib.rules.rule import Problem, Rule

# Bytes above 127 as Windows-1252 shows them: those that follow a lead byte in UTF-8, then the
# lead bytes themselves. A lone pair counts with the leads of Latin letters only: "CAFÉ»" is French.
_NEXT = bytes(range(0x80, 0xC0)).decode("cp1252", "ignore") + "\x81\x8d\x8f\x90\x9d"
_FOLLOWS = f"[{re.escape(_NEXT)}]"
_PAIR = f"[\u00c2-\u00df]{_FOLLOWS}"
_LONGER = f"[\u00e0-\u00ef]{_FOLLOWS}{{2}}|[\u00f0-\u00f4]{_FOLLOWS}{{3}}"
_RUN = re.compile(f"(?:{_LONGER}|{_PAIR}){{2,}}|{_LONGER}|[\u00c2\u00c3]{_FOLLOWS}")


def check(page: Sheet) -> Iterator[Problem]:
    """Find what becomes sensible text when it is decoded again."""
    for number, line in enumerate(page.lines, 1):
        for match in _RUN.finditer(line):
            if repaired := _repaired(match[0]):
                yield Problem(
                    line=number,
                    column=match.start() + 1,
                    end=match.end() + 1,
                    message=f"mis-decoded characters: {match[0]} for {repaired}",
                    fix=repaired,
                )


def _repaired(text: str) -> str:
    try:
        return b"".join(map(_byte, text)).decode("utf-8")
    except UnicodeError:
        return ""


def _byte(char: str) -> bytes:
    # Five bytes have no character in Windows-1252; decoders pass them through as controls.
    return char.encode("latin-1") if char < "\u0100" else char.encode("cp1252")


RULE = Rule(
    code="TC407",
    level=Level.WARNING,
    summary="mis-decoded characters",
    check=check,
    repairs=True,
)
