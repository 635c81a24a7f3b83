"""From the blocks of a document to the mentions of its entries.

The reading is chosen for each run of siblings by how well its candidates resolve, never by the
words of the document: see `readings` for the ways there are, `choose` for how they are weighed,
`settle` for what happens where an entry seems to lie in another, `context` for what it says.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from toolcrib.model.mention import Mention, Reading, Sense, Stray, Unchecked
from toolcrib.read.entries.account import Read, accounts
from toolcrib.read.entries.choose import choose
from toolcrib.read.entries.context import Context, contexts
from toolcrib.read.entries.headings import headings
from toolcrib.read.entries.language import language_of
from toolcrib.read.entries.names import Candidate, Known
from toolcrib.read.entries.overview import with_sections
from toolcrib.read.entries.products import senses
from toolcrib.read.entries.records import tabled
from toolcrib.read.entries.settle import settled
from toolcrib.read.entries.shape import link_name
from toolcrib.read.entries.slot import slots_of
from toolcrib.read.entries.taken import COMMAND, Taken
from toolcrib.read.entries.titles import strays
from toolcrib.text.node import Node
from toolcrib.text.source import Source

LONGEST_LINE = 64 * 1024


def without_long_lines(path: str, text: str) -> tuple[Source, tuple[Unchecked, ...]]:
    """Return a text whose overlong lines are blank, and which those are; no place moves."""
    source = Source(text=text)
    spans = [
        (number, *source.span(number))
        for number in range(1, source.count + 1)
        if source.ends[number - 1] - source.starts[number - 1] > LONGEST_LINE
    ]
    parts, position = [], 0
    for _, start, end in spans:
        parts += [text[position:start], " " * (end - start)]
        position = end
    reason = f"the line is longer than {LONGEST_LINE // 1024} KB"
    unchecked = tuple(Unchecked(path=path, line=line, reason=reason) for line, _, _ in spans)
    return Source(text="".join([*parts, text[position:]])) if spans else source, unchecked


def read_entries(
    path: str,
    source: Source,
    nodes: Sequence[Node],
    known: Known,
    unchecked: tuple[Unchecked, ...] = (),
) -> Reading:
    """Return the mentions of a document, its headings, and what was made of each of its lines.

    Args:
        path: The document's path, for the mentions.
        source: Its text.
        nodes: Its blocks.
        known: How well a name is known.
        unchecked: What was left out of the text.
    """
    known, nodes = cache(known), tabled(nodes)
    slots = slots_of(nodes)
    choice = choose(slots, known)
    taken = _without_quotes(settled(choice.taken, nodes), source)
    around = with_sections(taken, contexts(taken, nodes, known, source))
    language = language_of("\n".join([cell.text for node in nodes for cell in node.cells]))
    meant = senses(taken, choice.programs)
    mentions = tuple(
        _mention(path, source, name, context, one=one, sense=sense, language=language)
        for one, every, sense in zip(taken, around, meant, strict=True)
        for name, context in _once(one, every)
    )
    lines = (
        Stray(path=path, line=line, column=source.place(part.starts[0])[1], text=part.text)
        for line, part in strays(taken, nodes)
    )
    read = Read(
        source=source, nodes=nodes, slots=slots, choice=choice, taken=taken, mentions=mentions
    )
    return Reading(
        mentions=mentions,
        strays=tuple(lines),
        headings=tuple(headings(nodes, source)),
        accounts=accounts(read),
        unchecked=unchecked,
    )


def _without_quotes(taken: Sequence[Taken], source: Source) -> tuple[Taken, ...]:
    """Leave out what an answer quotes of a letter that is in the document itself."""
    quoted = {id(one) for one in taken if _is_quoted(one, source)}
    told = {name.id for one in taken if id(one) not in quoted for name in one.names}
    return tuple(
        one
        for one in taken
        if id(one) not in quoted or any(name.id not in told for name in one.names)
    )


def _is_quoted(one: Taken, source: Source) -> bool:
    line, _ = source.place(one.names[0].text.starts[0])
    return source.line(line).lstrip().startswith(("> ", "&gt; "))


def _once(one: Taken, every: Sequence[Context]) -> Iterator[tuple[Candidate, Context]]:
    """Yield an entry's names with what is said of each; one that stands twice in it is one."""
    seen: set[str] = set()
    for name, context in zip(one.names, every, strict=True):
        key = name.id or name.written
        if key not in seen:
            seen.add(key)
            yield name, context


def _mention(  # noqa: PLR0913 -- a mention carries all that its entry says
    path: str,
    source: Source,
    name: Candidate,
    context: Context,
    *,
    one: Taken,
    sense: Sense,
    language: str,
) -> Mention:
    start, end = name.text.starts[0], name.text.ends[-1]
    install = link_name(name.link) or context.hint
    line, column = source.place(start)
    return Mention(
        path=path,
        line=line,
        column=column,
        text=source.text[start : min(end, source.ends[line - 1])],
        written=name.written,
        category=context.category,
        purpose=context.purpose,
        use_cases=context.use_cases,
        language=language,
        link=name.link,
        hint=name.hint or install,
        install=install,
        form=COMMAND if one.way == COMMAND else one.slot.run[0],
        examples=context.examples,
        sense=sense,
    )
