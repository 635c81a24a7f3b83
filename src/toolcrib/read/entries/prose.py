"""Modules that paragraphs speak of: in bold, or as code or links that lead a paragraph."""

from collections.abc import Collection, Iterator, Sequence

from toolcrib.model.value import Value
from toolcrib.read.entries.names import KNOWN, LIKELY, Candidate, Known, joined_names
from toolcrib.read.entries.slot import Slot
from toolcrib.text.styled import Style

# So many names, and such a share of all that is marked in one way, have to be known modules.
_LEAST, _SHARE = 3, 0.6

_PURE = 0.4

# From such a share on, a bold word that has the shape of a name, all in small letters, is one.
_CLEAR, _TOKEN = 0.7, 0.45

# Bold words are names wherever they stand; code and links are too common within sentences.
_ANYWHERE, _LEADING = (Style.BOLD,), (Style.CODE, Style.LINK)


class Spoken(Value, frozen=True, kw_only=True):
    """A line of prose with the modules that it names."""

    slot: Slot
    names: tuple[Candidate, ...]


def spoken_of(slots: Sequence[Slot], known: Known) -> Iterator[Spoken]:
    """Yield the lines of paragraphs that name modules by one of the marks.

    A mark is believed where most of what is set in it is known, and that is more than chance.
    """
    taken: set[int] = set()
    for style in (*_ANYWHERE, *_LEADING):
        found = [(slot, _marked(slot, style, known)) for slot in slots]
        names = {name.written: name.weight for _, every in found for name in every}
        sure = sum(weight >= KNOWN for weight in names.values())
        if sure < _LEAST or sure < _SHARE * len(names):
            continue
        clear = style in _ANYWHERE and sure >= _CLEAR * len(names)
        for slot, every in found:
            likely = tuple(
                name for name in every if name.weight >= LIKELY or (clear and name.weight >= _TOKEN)
            )
            if likely and slot.line not in taken:
                taken.add(slot.line)
                yield Spoken(slot=slot, names=likely)


def inline_of(slots: Sequence[Slot], known: Known, lines: Collection[int]) -> Iterator[Spoken]:
    """Yield the lines of paragraphs that name modules as code within a sentence.

    Each module is taken where it comes first; those of the entries at `lines` are taken already.
    """
    found = [(slot, _coded(slot, known)) for slot in slots]
    names = {name.written: name for _, every in found for name in every}
    sure = sum(name.weight >= KNOWN for name in names.values())
    # Where nothing else is set as code, neither calls nor values, fewer have to be known.
    pure = len(names) > _LEAST and all(_is_name(name) for name in names.values())
    least, share = (_LEAST - 1, _PURE) if pure else (_LEAST, _SHARE)
    if sure < least or sure < share * len(names):
        return
    floor = _TOKEN if pure else LIKELY
    seen = {
        name.id or name.written for slot, every in found if slot.line in lines for name in every
    }
    for slot, every in found:
        fresh: dict[str, Candidate] = {}
        for name in every:
            if name.weight >= floor and (name.id or name.written) not in seen:
                fresh.setdefault(name.id or name.written, name)
        seen |= set(fresh)
        if fresh:
            yield Spoken(slot=slot, names=tuple(fresh.values()))


def _is_name(name: Candidate) -> bool:
    """Whether a name is known as a module, or may be one: a word in small letters."""
    unknown = not name.id and name.weight >= _TOKEN and name.written.islower()
    return name.weight >= LIKELY or unknown


def _coded(slot: Slot, known: Known) -> list[Candidate]:
    stretches = slot.text.stretches(Style.CODE)
    return [n for start, end in stretches for n in joined_names(slot.text, start, end, known)]


def _marked(slot: Slot, style: Style, known: Known) -> list[Candidate]:
    text = slot.text
    stretches = text.stretches(style)
    if style in _LEADING:
        stretches = stretches[:1] if slot.leads and stretches and not stretches[0][0] else ()
        if stretches and not text.text[stretches[0][1] :].strip():
            return []
    return [name for start, end in stretches for name in joined_names(text, start, end, known)]
