"""What a project says of itself: that it is deprecated, renamed, a placeholder.

The words are those of summaries and of the beginning of descriptions. They must speak of the
project as a whole: a library about deprecation is not deprecated.
"""

import re

from toolcrib.model.identity import State
from toolcrib.model.value import Value

_BEGINNING = 1500
_THING = r"(?:package|project|library|module|repository|repo|distribution|name|plugin|fork|version)"


def _name(number: int) -> str:
    return rf"[`'\"\[*]*(?P<name{number}>[A-Za-z0-9][A-Za-z0-9._-]*[A-Za-z0-9])[`'\"\]*]*"


_PLACEHOLDER = re.compile(
    rf"\b(?:placeholder|dummy)\b(?: (?:{_THING}|for|to|on|only)\b|[.!]?$)"
    rf"|\b(?:reserv(?:e|ed|ing|ation)|squat\w*|parked)\b.{{0,40}}\b(?:name|typo|namespace|pypi)\b"
    rf"|\b(?:name|namespace) (?:is )?(?:reserv(?:ed|ation)|squat\w*)"
    rf"|^a? ?mirror package for\b"
    rf"|\btypo-?squat\w*|\bdependency confusion\b"
    rf"|\bthis (?:{_THING}) is (?:intentionally )?(?:empty|a stub)\b"
    r"|\bdependency hallucination\b|^minimal package created automatically\b"
    rf"|^(?:please )?(?:use|install) the (?:official|real|correct|right) {_THING}\b",
    re.IGNORECASE,
)
_ENDED = re.compile(
    rf"^\W*(?:\w+ )?(?:deprecated|obsolete|unmaintained|discontinued)\b"
    # Of itself: "Obsolete web pages" are those of something else.
    rf"(?=\W*(?:$|[\n.:;,!]|(?:{_THING}|and|as of|by|for|in favou?r|please|see|since|use)\b))"
    rf"|\bdeprecated (?:{_THING}\b|in favou?r of|(?:and|,) |[-:\u2013\u2014.!]|$)"
    rf"|\b(?:this|the|\w+) (?:{_THING} )?(?:is|has been|was) "
    rf"(?:now |officially |no longer (?:being )?(?:actively )?)"
    rf"?(?:deprecated|obsolete|unmaintained|discontinued|abandoned"
    r"|maintained\b(?<=longer maintained))"
    rf"|\bno longer (?:being )?(?:actively )?(?:maintained|developed|supported)\b"
    rf"|\b(?:this|the|our) {_THING} (?:has been|has|was|is(?: now)?) "
    rf"(?:renamed|moved|superseded|superceded|replaced|merged)\b"
    rf"|\[(?:deprecated|obsolete|unmaintained)\]",
    re.IGNORECASE | re.MULTILINE,
)
_MOVED = re.compile(
    rf"\b(?:renamed (?:to|as|into)|moved to|superse(?:d|c)ed by|replaced by|succeeded by"
    r"|merged into"
    rf"|in favou?r of|migrate to|switch to|continued (?:as|in|by|under))"
    rf"(?: the)?(?: new)?(?: {_THING})?(?: named| called)? {_name(0)}"
    rf"|^(?:please )?(?:use|install)\b.{{0,60}}\bpip install {_name(4)}"
    rf"|\b(?:please |you should )?(?:use|install)(?: the)?(?: {_THING})? {_name(1)}"
    rf"(?: {_THING})? (?:instead|rather)\b(?! of (?!this\b))"
    rf"|\bplease (?:install|use)(?: the)? {_name(2)}(?=[\s.,!]|$)"
    rf"|\b(?:points|redirects) to {_name(3)}",
    re.IGNORECASE,
)
_LINKED = re.compile(r"https?://(?:www\.)?pypi\.(?:org|python\.org)/(?:project|pypi|p)/([\w.-]+)")
_NO_NAMES = frozenset(
    """
    a an another built-in github gitlab http https instead it its library new of other our pip pypi
    python standard stdlib that the their this version you your
    """.split()  # noqa: SIM905 -- a list of words reads as one
)


class Notice(Value, frozen=True, kw_only=True):
    """What a project says of itself: its state, the words, and the successor that it names."""

    state: State
    words: str
    successor: str = ""


def own_words(summary: str, description: str, name: str) -> Notice | None:
    """Return what a project says of its own end, or nothing.

    Args:
        summary: Its summary.
        description: Its description, of which the beginning counts.
        name: The project, which is not its own successor.
    """
    beginning = description[:_BEGINNING]
    if match := _PLACEHOLDER.search(summary):
        return Notice(
            state=State.PLACEHOLDER, words=summary, successor=_successor(summary, beginning, name)
        )
    ended = next((m for text in (summary, beginning) if (m := _ENDED.search(text))), None)
    match = _MOVED.search(summary)
    if ended is None and match is None:
        return None
    successor = _successor(summary, beginning, name)
    if not successor and ended is None:
        return None
    said = match or ended
    words = _sentence(said) if said else summary
    state = State.RENAMED if successor else State.DISTRIBUTION
    return Notice(state=state, words=words, successor=successor)


def _successor(summary: str, beginning: str, name: str) -> str:
    for text in (summary, beginning):
        for match in _MOVED.finditer(text):
            found = next((value for value in _names(match) if value), "")
            plain = found.rstrip(".").lower()
            if plain and plain not in _NO_NAMES and _key(plain) != _key(name):
                return found.rstrip(".")
        for match in _LINKED.finditer(text):
            if _key(match[1]) != _key(name) and _MOVED.search(text):
                return match[1]
    return ""


def _names(match: re.Match[str]) -> list[str]:
    """Return what may be a name: in quotes or code, or with the shape of one."""
    groups = match.groupdict()
    return [value for key, value in groups.items() if key.startswith("name") and value]


def _sentence(match: re.Match[str]) -> str:
    text = match.string
    begin = max(text.rfind(mark, 0, match.start()) for mark in (". ", "\n", "! "))
    ends = [place for mark in (". ", "\n", "! ") if (place := text.find(mark, match.end())) >= 0]
    return " ".join(text[begin + 1 : min(ends, default=len(text)) + 1].strip(" #*>=-_").split())


def _key(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
