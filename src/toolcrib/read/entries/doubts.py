"""Unknown words among entries: names that nobody has heard of, or words of a language.

A list may name what does not exist, and that is to be said; a glossary, a plan, a list of what to
bring hold words, and of those nothing is to be said. What stands beside a word tells the one from
the other: names that can only be modules.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from toolcrib.read.entries.names import KNOWN, LIKELY, Candidate, Known
from toolcrib.read.entries.products import Others, is_for_any_language
from toolcrib.read.entries.readings import HEAD, TAIL
from toolcrib.read.entries.shape import link_name
from toolcrib.read.entries.slot import Slot
from toolcrib.read.entries.taken import Taken

# The least share of sure names beside an unknown word: one that is set as a name or stands in the
# column of names, and a bare one.
_MARKED, _BARE = 0.2, 0.3

# Among so many places what is bare has to be more than chance.
_MANY = 5

_LANGUAGE = re.compile(r"\W*Python(?:\s+v?[\d.x+]+)?\W*", re.IGNORECASE)

# Where the projects of modules are at home.
_PROJECT = re.compile(
    r"https?://(?:[\w-]+\.)*(?:github\.(?:com|io)|gitlab\.com|bitbucket\.org|codeberg\.org"
    r"|readthedocs\.(?:io|org))/"
)

# Fewer places than these tell nothing by themselves; the document does.
_FEW = 3


def without_words(
    taken: Sequence[Taken],
    slots: Sequence[Slot],
    known: Known,
    beside: Others,
) -> Iterator[Taken]:
    """Leave out entries that are words where too little beside them is a module.

    Bare words that are modules as well, `array`, `queue`, `thread`, are a list of such only where
    nothing else stands among them, or the document names one that is no word. What lists the
    language itself, or programs, lists techniques: a product in it is not taken for a module. What
    stands beside modules is in `beside`.
    """
    places = Counter(slot.run for slot in slots if _is_place(slot))
    places.update(one.slot.run for one in taken if not _is_place(one.slot))
    sure = Counter(one.slot.run for one in taken if _is_sure(one))
    likely = Counter(one.slot.run for one in taken if _is_likely(one))
    telling = {one.slot.run for one in taken if not all(map(is_for_any_language, one.names))}
    stack = any(_is_language(slot) for slot in slots)
    share = sum(sure.values()) / max(len(taken), 1)
    for one in taken:
        run, marked = one.slot.run, _is_marked(one)
        own = sure[run] / places[run] if places[run] >= _FEW else share
        unknown = all(map(_is_word, one.names)) and not one.slot.header
        if unknown and own <= (_MARKED if marked or places[run] < _MANY else _BARE):
            continue
        products = all(_is_product(name, known) for name in one.names)
        if products and (stack or run in beside.programs):
            continue
        if run in beside.foreign and not any(map(_is_brand, one.names)):
            continue
        if (run in beside.programs or one.way == TAIL.name) and all(
            map(is_for_any_language, one.names)
        ):
            products = all(name.written[:1].isupper() for name in one.names)
            if run not in telling or products:
                continue
        if sure or marked or likely[run] == places[run]:
            yield one


def _is_place(slot: Slot) -> bool:
    """Whether an entry could stand in a slot; a line without a separator may go on with another."""
    if slot.run[0] == "line":
        return bool(slot.halves[1])
    return not slot.header and any(slot.cells)


def _is_language(slot: Slot) -> bool:
    """Whether a place has the language and nothing else: "Python 3.12"."""
    return (
        _is_place(slot) and slot.run[0] != "line" and _LANGUAGE.fullmatch(_text(slot)) is not None
    )


def _text(slot: Slot) -> str:
    return next((cell.text for cell in slot.cells if cell.text), "")


def _is_product(name: Candidate, known: Known) -> bool:
    own = known(name.written)
    unknown = not name.id and own.weight < KNOWN and not own.popular
    return unknown and name.written[:1].isupper() and not _is_project(name.link)


def _is_project(url: str) -> bool:
    """Whether an address is that of a project on a host of code or manuals, or on the index."""
    return bool(_PROJECT.match(url) or link_name(url))


def _is_brand(name: Candidate) -> bool:
    """Whether a name is a known module that is written as a product: "Flask" beside "React"."""
    return name.weight >= KNOWN and name.written[:1].isupper()


def _is_sure(one: Taken) -> bool:
    return any(name.weight >= KNOWN for name in one.names)


def _is_likely(one: Taken) -> bool:
    return any(name.weight >= LIKELY for name in one.names)


def _is_marked(one: Taken) -> bool:
    """Whether a name is set as one, leads somewhere, or stands in a column of names."""
    return one.column >= 0 or any(any(name.text.styles) or name.link for name in one.names)


def _is_word(name: Candidate) -> bool:
    """Whether a name is known as nothing, leads nowhere, and has the shape that words have."""
    return not name.id and not name.link and name.weight < HEAD.needed
