"""What was made of each line of a document, and why: for `crib check --explain`."""

from collections.abc import Iterator, Sequence

from toolcrib.model.mention import Account, Mention
from toolcrib.model.value import Value
from toolcrib.read.entries.choose import Choice
from toolcrib.read.entries.labels import INSTALL
from toolcrib.read.entries.names import KNOWN
from toolcrib.read.entries.slot import Slot
from toolcrib.read.entries.taken import Taken, siblings
from toolcrib.read.entries.titles import titles
from toolcrib.read.entries.verdict import Verdict
from toolcrib.read.entries.zones import MARGINS, separator
from toolcrib.text.node import Kind, Node
from toolcrib.text.source import Source

_WAYS = {
    "code": "the code spans before the separator",
    "link": "the links before the separator",
    "bold": "the bold words before the separator",
    "head": "what stands before the separator",
    "all code": "all code spans",
    "all links": "all links",
    "whole": "the whole lines",
    "tail": "what stands behind the separator",
    "lead": "the first words",
    "grid": "all cells",
    "command": "what they say to install",
    "prose": "what its paragraphs set in bold, or begin with",
}
_ALIKE, _ENOUGH = 0.7, 40


class Read(Value, frozen=True, kw_only=True):
    """A document at all its stages: blocks, slots, what was chosen, what was kept of it."""

    source: Source
    nodes: Sequence[Node]
    slots: Sequence[Slot]
    choice: Choice
    taken: Sequence[Taken]
    mentions: Sequence[Mention]


def accounts(read: Read) -> tuple[Account, ...]:
    """Return what was made of the lines of a document, in its order; blank ones are left out."""
    told = {account.line: account for account in _of_code(read)}
    told.update((account.line, account) for account in _of_slots(read))
    covered = {line for one in told.values() for line in range(one.line, one.last + 1)}
    for node in read.nodes:
        made = "heading" if node.kind is Kind.HEADING else "text"
        last = max((read.source.place(c.ends[-1])[0] for c in node.cells if c.ends), default=0)
        for line in range(node.line, last + 1):
            if line not in covered:
                covered.add(line)
                told[line] = Account(line=line, last=line, made=made)
    for line in range(1, read.source.count + 1):
        if line not in covered and read.source.line(line).strip():
            told[line] = Account(line=line, last=line, made="markup")
    return tuple(told[line] for line in sorted(told))


def _of_code(read: Read) -> Iterator[Account]:
    owners: dict[int, list[str]] = {}
    for mention in read.mentions:
        for example in mention.examples:
            owners.setdefault(example.line, []).append(mention.written)
    for node in read.nodes:
        if node.kind is not Kind.CODE:
            continue
        names, installs = owners.get(node.line), INSTALL.search(node.code)
        why = f"example of {', '.join(names)}" if names else "of no entry, or it uses none of it"
        why = "says how to install" if installs and not names else why
        last = max(node.last, node.line)
        yield Account(line=node.line, last=last, made="code", why=(why,))


def _of_slots(read: Read) -> Iterator[Account]:
    said: dict[int, list[Mention]] = {}
    for mention in read.mentions:
        said.setdefault(mention.line, []).append(mention)
    heading = {title.line for title in titles(read.taken, read.nodes)}
    entries = {(one.slot.node, one.slot.line): one for one in read.taken}
    chosen = {(one.slot.node, one.slot.line) for one in read.choice.taken}
    doubted = {(one.slot.node, one.slot.line) for one in read.choice.doubted}
    told: set[tuple[object, ...]] = set()
    last: Sequence[Mention] = ()
    for slot in read.slots:
        key, run = (slot.node, slot.line), siblings(slot)
        verdict = read.choice.verdicts.get(run)
        why: tuple[str, ...]
        if one := entries.get(key):
            last = said.get(slot.line, last)
            why = _of_entry(one, said)
            if run not in told and verdict:
                told.add(run)
                why = (*why, _of_run(verdict))
            yield Account(line=slot.line, last=slot.line, made="entry", why=why)
            continue
        made = "heading" if slot.line in heading else "header" if slot.header else "skipped"
        if made == "skipped" and (names := _said_of(slot, last)):
            yield Account(line=slot.line, last=slot.line, made="text", why=(f"says of {names}",))
            continue
        why = () if made != "skipped" else (_skipped(verdict, key in chosen, key in doubted),)
        yield Account(line=slot.line, last=slot.line, made=made, why=why)


def _said_of(slot: Slot, mentions: Sequence[Mention]) -> str:
    """Return the names that a line is said of: those above it that have its words."""
    words = " ".join(slot.cells[0].text.split())[:_ENOUGH].strip(MARGINS) if slot.cells else ""
    told = (m.written for m in mentions if words and words in " ".join((m.purpose, *m.use_cases)))
    return ", ".join(told)


def _of_entry(one: Taken, said: dict[int, list[Mention]]) -> tuple[str, ...]:
    lines = {name.written for name in one.names}
    mentions = [m for m in said.get(one.slot.line, ()) if m.written in lines]
    weights = {name.written: name.weight for name in one.names}
    parts = [_of_name(name.written, weights[name.written]) for name in one.names]
    first = mentions[0] if mentions else None
    more = []
    if found := separator(one.slot.text) if one.column < 0 else None:
        mark = one.slot.text.text[slice(*found)].strip() or "white space"
        more.append(f"separator {mark}")
    if first and first.category:
        more.append(f"category “{first.category}”")
    if first and first.purpose:
        more.append(f"purpose “{first.purpose}”")
    if first and first.examples:
        lines_of = ", ".join(str(example.line) for example in first.examples)
        more.append(f"example at line {lines_of}")
    return ("; ".join(parts), *(["; ".join(more)] if more else []))


def _of_name(written: str, weight: float) -> str:
    sure = "known" if weight >= KNOWN else "likely" if weight >= _ALIKE else "looks like a name"
    return f"{written} ({sure}, {weight:.2f})"


def _of_run(verdict: Verdict) -> str:
    if verdict.way == "line":
        share = f"{verdict.score:.0%} of those that look like entries are known"
        return f"lines read as “name, separator, purpose” or names alone: {share}"
    way = _way(verdict.way, verdict.column)
    text = f"list of {verdict.size} read by {way}: {verdict.score:.2f}"
    if verdict.other:
        other = _way(verdict.other, verdict.column)
        text += f"; next best by {other}: {verdict.other_score:.2f}"
    return text


def _way(way: str, column: int) -> str:
    return f"column {column + 1}" if way == "column" else _WAYS[way]


def _skipped(verdict: Verdict | None, was_chosen: bool, was_doubted: bool) -> str:  # noqa: FBT001 -- two facts
    if was_chosen:
        return "says more of an entry above it, or heads a list of others"
    if was_doubted:
        return "looks like an entry, but nothing beside it is a known module"
    if verdict is None:
        return "no text that could name a module"
    return _skipped_in_list(verdict) if verdict.listed else _no_list(verdict)


def _skipped_in_list(verdict: Verdict) -> str:
    if verdict.way == "line":
        return "neither “name, separator, purpose” nor names alone"
    return f"names nothing that weighs the {verdict.floor:.2f} that its list takes"


def _no_list(verdict: Verdict) -> str:
    score, needed = verdict.score, verdict.needed
    if verdict.way == "line":
        return f"no list: {score:.0%} of lines like it are known, {needed:.0%} needed"
    if not score:
        return "no list: nothing stands where a list has its names"
    way = _way(verdict.way, verdict.column)
    return f"no list: best read by {way}, {score:.2f} of {needed:.2f} needed"
