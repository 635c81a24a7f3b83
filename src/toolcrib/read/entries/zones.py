"""The parts of a line: number, head, separator, tail."""

import re

from toolcrib.text.styled import Style, Styled

# Bullets that Markdown does not know, boxes to tick, numbers, signs.
_PREFIX = re.compile(
    r"\s*(?:[•▪◦‣·●○■–—*+-]\s+)?(?:\[[ xX✓]?\]\s*)?"
    r"(?:\(?\d+(?:\.\d+)*[-.]?[.)）、:]?\s+|[A-Za-z]\)\s+|[(（]\d+[)）]\s*|\d+[.)、](?!\d)\s*|[①-⑳]\s*|[IVX]{1,5}[.)]\s+|[一二三四五六七八九十]+、\s*)?"
)
# A message of a chat: when, and by whom.
_SAID_BY = re.compile(
    r"\s*\[?(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4},?\s+)?\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AaPp]\.?[Mm]\b\.?)?\]?"
    r"\s*(?:[-\u2013]\s+)?(?:<[^<>\n]{1,40}>|[^\n:<>]{1,40}:)\s+(?=\S)"
)
_SEPARATOR = re.compile(
    r"\s+[-\u2010-\u2015\u2212]{1,3}(?:\s+|$)"
    r"|\s*[\u2013-\u2015]{1,2}\s*"
    r"|\s*[：→⇒]\s*|\s*(?:={1,3}>|-{1,3}>)\s*"
    r"|\s+::(?:\s+|$)|\s*:(?!:)(?=\s|$)|(?<=\w):(?=[^\W\d_])(?!//)"
    r"|\s+[|=]\s+|\t+|\s{3,}|\s+\.{3,}\s*|\s+\.\.\s+|\s*…\s*"
)
_REMARK = re.compile(r"(?:\([^()]*\)|（[^（）]*）|\[[^\[\]]*\])\s+(?=\S)")
_LEAD = re.compile(r"\S+")
# As plain numbers: an enum's own operators cost more than all the rest.
_CODE = int(Style.CODE)
_OPENING, _CLOSING = "(（", ")）"

MARGINS = " \t\n-–—:：,;.|→"
"""What stands between a name and what is said of it, or ends a sentence."""


def body(text: Styled) -> Styled:
    """Return a line without who says it in a chat, its number, bullet and signs such as emoji."""
    said = _SAID_BY.match(text.text)
    match = _PREFIX.match(text.text, said.end() if said else 0)
    start = match.end() if match else 0
    while start < len(text.text) and _is_sign(text.text[start]):
        start += 1
    if start and start < len(text.text):
        again = _PREFIX.match(text.text, start)
        start = again.end() if again and again.end() > start and start > 1 else start
    if match := _REMARK.match(text.text, start):
        start = match.end()
    return text.part(start, len(text.text)).stripped()


def numbered(text: Styled) -> bool:
    """Return whether a line begins with a number or a bullet of its own."""
    match = _PREFIX.match(text.text)
    return match is not None and bool(match[0].strip())


def _is_sign(char: str) -> bool:
    return char.isspace() or (
        ord(char) > 0x2000 and not char.isalnum() and char not in "“”‘’«»…–—（〈《"  # noqa: PLR2004 -- where symbols begin
    )


def separator(text: Styled) -> tuple[int, int] | None:
    """Return where head and tail of a line part: the first separator that is not in code."""
    plain, narrow, wide, seen = text.text, 0, 0, 0
    for match in _SEPARATOR.finditer(plain):
        start, end = match.span()
        narrow += plain.count("(", seen, start) - plain.count(")", seen, start)
        wide += plain.count("（", seen, start) - plain.count("）", seen, start)
        seen = start
        inside = start < end and text.styles[end - 1] & _CODE
        if start > 0 and not inside and narrow <= 0 and wide <= 0:
            return start, end
    return None


def head_and_tail(text: Styled) -> tuple[Styled, Styled]:
    """Return what stands before and after the separator; without one there is no tail."""
    found = separator(text)
    if found is None:
        return text, text.part(0, 0)
    start, end = found
    return text.part(0, start), text.part(end, len(text.text)).stripped()


def lead(text: Styled) -> Styled:
    """Return the first word of a line."""
    match = _LEAD.search(text.text)
    return text.part(*match.span()) if match else text.part(0, 0)


def trimmed(text: str) -> str:
    """Return a text without marks at its ends, and brackets that lack one, or hold all of it."""
    pairs = _pairs(text)
    start, last = 0, len(text) - 1
    while start <= last:
        if text[start] in MARGINS or _is_loose(text[start], pairs.get(start, last) >= last):
            start += 1
        elif text[last] in MARGINS or _is_loose(text[last], pairs.get(last, start) <= start):
            last -= 1
        else:
            break
    return text[start : last + 1]


def _is_loose(char: str, unpaired: bool) -> bool:  # noqa: FBT001 -- a bracket, and whether it is
    return unpaired and char in _OPENING + _CLOSING


def _pairs(text: str) -> dict[int, int]:
    """Return where the partner of each bracket stands."""
    pairs: dict[int, int] = {}
    waiting: list[int] = []
    for place, char in enumerate(text):
        if char in _OPENING:
            waiting.append(place)
        elif char in _CLOSING and waiting:
            start = waiting.pop()
            pairs[start], pairs[place] = place, start
    return pairs
