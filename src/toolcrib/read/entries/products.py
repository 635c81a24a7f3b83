"""Lists that name products, as README files do, rather than what one types.

"PostgreSQL" beside "Python 3.12" is a program and meant as one; "Tkinter" beside "NetworkX" and
"Matplotlib" is written as they are. What is set as code, or in the letters that one types, is not.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from toolcrib.model.mention import Sense
from toolcrib.model.value import Value
from toolcrib.read.entries.names import KNOWN, Candidate, Known
from toolcrib.read.entries.slot import Slot
from toolcrib.read.entries.taken import COMMAND, Taken
from toolcrib.read.entries.zones import lead
from toolcrib.text.styled import Style

Run = tuple[str, int]

_KINDS = ("item", "line", "row")

# The language with its version, which may go on: "Python 3.10 or newer".
_LANGUAGE = re.compile(
    r"\W*Python(?:[\s>=≥]*v?\d[\d.x]*\b[^,;，、(（]{0,24}(?:[(（].*)?|\s*(?:[:：(（\u2013\u2014]|-\s).*|\W*)",
    re.IGNORECASE,
)
_REMARK = re.compile(r"\s*[(（\[][^()（）\[\]]*[)）\]]")
_MARGINS = " \t*_.,;:：!。"

# From so many programs on that are written as products a list names such, too; what is known as
# one weighs so much, and has so many words.
_PROGRAMS, _LEAST, _WORDS, _LONGEST = 2, 0.4, 3, 200
# What programs of any language read, speak and run on, and modules are called after: what names
# nothing else lists no modules.
_ANYTHING = frozenset(
    """
    ansible aws azure bz2 csv docker elasticsearch email firebase git github gitlab graphql gzip
    html http json jwt kafka kubernetes lzma markdown mongodb mqtt oauth openai pickle pip
    playwright qt rabbitmq redis selenium sentry sqlite3 ssl stripe supabase tar toml wave xml yaml
    zip zlib
    """.split()  # noqa: SIM905 -- a list of words reads as one
)

# Languages, and what is made for others than Python.
_OTHERS = frozenset(
    """
    android angular arduino axios babel bootstrap c c# c++ cheerio cors css3 dart ejs eslint express
    expressjs flutter go golang heroku html5 ios jest jquery jsonwebtoken jspdf kotlin laravel linux
    lodash macos mariadb maven mongoose morgan netlify next.js nextjs node nodemon nuxt php postgres
    postman prettier prisma puppeteer rails react reactjs redux ruby rust sequelize spring supabase
    svelte swift tailwind tailwindcss typescript ubuntu unity vercel vite vue vuejs webpack windows
    """.split()  # noqa: SIM905 -- a list of words reads as one
)
_OF_OTHERS = frozenset("angular express js jquery node npm react vue".split())  # noqa: SIM905
_VERSION = re.compile(r"\s+v?\d[\w.]*\+?$")
_WORD = re.compile(r"[\s._-]+")
_JOINT = re.compile(r"[,;/&+、，]")


def is_for_any_language(name: Candidate) -> bool:
    """Return whether a name is that of a module, but says nothing of Python: "Docker", "JSON"."""
    return name.written.casefold() in _ANYTHING


def is_language(slot: Slot) -> bool:
    """Return whether a place has the language itself: "Python 3.12 or newer"."""
    text = _text(slot)
    return bool(text) and _LANGUAGE.fullmatch(text) is not None


class Others(Value, frozen=True, kw_only=True):
    """The runs that name something else beside modules.

    `programs` name the language, or programs as products: "MySQL", "Nginx". `foreign` mostly name
    what is made for other languages, such as packages of JavaScript.
    """

    programs: frozenset[Run]
    foreign: frozenset[Run]


def others(slots: Iterable[Slot], known: Known) -> Others:
    """Return the runs of a document that name something else beside modules."""
    places, programs, foreign = Counter[Run](), Counter[Run](), Counter[Run]()
    for slot in slots:
        if slot.run[0] in _KINDS and not slot.header:
            said = list(_said(slot))
            strange = any(map(is_foreign, said))
            places[slot.run] += 1
            foreign[slot.run] += strange or is_foreign(lead(slot.text).text.strip(_MARGINS))
            if is_language(slot):
                programs[slot.run] += _PROGRAMS
            elif any(_is_program(text, known) for text in said):
                programs[slot.run] += 1
    return Others(
        programs=frozenset(run for run, n in programs.items() if n >= _PROGRAMS),
        foreign=frozenset(
            run for run, n in foreign.items() if n >= _PROGRAMS and 2 * n > places[run]
        ),
    )


def senses(taken: Sequence[Taken], programs: frozenset[Run]) -> tuple[Sense, ...]:
    """Return in which sense each entry names what it names."""
    runs: dict[Run, list[Candidate]] = {}
    for one in taken:
        runs.setdefault(one.slot.run, []).extend(one.names)
    branded = {run for run, names in runs.items() if _are_brands(names)}
    return tuple(_sense(one, branded, programs) for one in taken)


def _sense(one: Taken, branded: set[Run], programs: frozenset[Run]) -> Sense:
    if one.way == COMMAND:
        return Sense.TYPED
    if one.slot.run in branded:
        return Sense.BRAND
    return Sense.PRODUCT if one.slot.run in programs else Sense.TYPED


def _are_brands(names: Sequence[Candidate]) -> bool:
    """Whether names are mostly written with capitals, and not set as code; one is a module."""
    own = [name for name in names if not name.id.startswith("std:")]
    capital = [name for name in own if name.written[:1].isupper() and not _is_coded(name)]
    return 2 * len(capital) >= len(own) and any(name.weight >= KNOWN for name in capital)


def _is_coded(name: Candidate) -> bool:
    return any(style & Style.CODE for style in name.text.styles)


def _said(slot: Slot) -> Iterator[str]:
    """Yield what a place may name as a whole, or behind its label."""
    for text in slot.cells if slot.run[0] == "row" else slot.halves:
        for said in _JOINT.split(_REMARK.sub("", text.text[:_LONGEST])):
            if said := said.strip(_MARGINS):
                yield said


def _is_program(text: str, known: Known) -> bool:
    """Whether a text is the name of a program, or of another language, as its makers write it."""
    short = text[:1].isupper() and len(text.split()) <= _WORDS
    if short and is_foreign(text):
        return True
    found = known(text) if short else None
    return found is not None and not found.id and found.weight >= _LEAST


def is_foreign(text: str) -> bool:
    """Return whether a text names another language, or what is made for one: "React Router"."""
    name = _VERSION.sub("", text).casefold()
    return name in _OTHERS or not _OF_OTHERS.isdisjoint(_WORD.split(name)) or name[:1] == "@"


def _text(slot: Slot) -> str:
    return next((cell.text for cell in slot.cells if cell.text), "")
