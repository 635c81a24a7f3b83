"""Who wins where headings, items and what lies below them all look like entries."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from toolcrib.read.entries.names import KNOWN, LIKELY, Candidate
from toolcrib.read.entries.taken import Taken
from toolcrib.read.entries.zones import head_and_tail, separator
from toolcrib.text.node import Kind, Node

_BELOW_ALL = 99
_MOST = 0.5
_SURE = 0.85

# From this weight on the shape alone tells a name from a word: `python-docx`.
_TELLING = 0.6


def settled(taken: Sequence[Taken], nodes: Sequence[Node]) -> tuple[Taken, ...]:
    """Return the entries without those that only describe another, or only head a list of them."""
    rest = sorted((t for t in taken if nodes[t.slot.node].kind is not Kind.HEADING), key=_node)
    headings = [one for one in taken if nodes[one.slot.node].kind is Kind.HEADING]
    kept: list[Taken] = []
    for level in sorted({one.slot.run for one in headings}):
        mine = _trimmed([one for one in headings if one.slot.run == level])
        with_lists = [one for one in mine if _inside(one, rest, nodes)]
        if mine and len(with_lists) < _MOST * len(mine):
            kept += mine
            below = {id(x) for one in mine for x in section(one.slot.node, rest, nodes)}
            rest = [one for one in rest if id(one) not in below]
    groups = {parent for one in rest for parent in ancestors(one.slot.node, nodes)}
    rest = [one for one in rest if one.slot.node not in groups or not _only_groups(one)]
    rest = list(_without_others(_without_parts(rest, [*kept, *rest])))
    by_node = {one.slot.node: one for one in rest}
    sizes = Counter(node.group for node in nodes if node.kind is Kind.ITEM)
    sure = Counter(one.slot.run[1] for one in rest if one.slot.run[0] == "item" and _is_sure(one))
    lists = {group for group, size in sizes.items() if sure[group] > _MOST * size}
    rest = [one for one in rest if _stands_alone(one, by_node, nodes, lists)]
    return tuple(sorted(kept + rest, key=lambda one: (one.slot.line, one.slot.node)))


def _without_parts(rest: Sequence[Taken], every: Sequence[Taken]) -> Iterator[Taken]:
    """Leave out lists of what is in the module above them: `Counter` and `deque`."""
    runs: dict[tuple[str, int], list[Taken]] = {}
    for one in rest:
        runs.setdefault(one.slot.run, []).append(one)
    order = sorted(every, key=_node)
    for run, ones in runs.items():
        before = order[max(bisect_left(order, _node(ones[0]), key=_node) - 1, 0)]
        own = {name.id for name in before.names}
        parts = [name for one in ones for name in one.names]
        above = before.slot.run != run and before.slot.node < ones[0].slot.node
        if not (
            above and all(name.id and name.id in own and name.weight < KNOWN for name in parts)
        ):
            yield from ones


def _without_others(taken: Iterable[Taken]) -> Iterator[Taken]:
    """Leave out groups of what is no Python among groups of modules: "TypeScript, React".

    Several names in one entry, none known, each with a capital: products have one, modules rarely.
    """
    runs: dict[tuple[str, int], list[Taken]] = {}
    every = list(taken)
    for one in every:
        runs.setdefault(one.slot.run, []).append(one)
    others = {
        id(one)
        for ones in runs.values()
        if 2 * sum(map(_is_likely, ones)) > len(ones)
        for one in ones
        if len(one.names) > 1 and not _is_likely(one) and all(map(_is_product, one.names))
    }
    return (one for one in every if id(one) not in others)


def _is_likely(one: Taken) -> bool:
    return any(name.weight >= LIKELY for name in one.names)


def _is_product(name: Candidate) -> bool:
    return name.written[:1].isupper() and not name.link


def _trimmed(headings: list[Taken]) -> list[Taken]:
    """Drop unknown headings at both ends: introductions and closing words frame the modules."""
    sure = [n for n, one in enumerate(headings) if one.way == "code" or _is_marked(one)]
    if not sure:
        return []
    # "4. name: purpose" goes on with those above it, be the name unknown; "5. Summary" does not.
    forms = {_form(headings[n]) for n in sure}
    last = sure[-1]
    while last + 1 < len(headings) and _goes_on(headings[last + 1], forms):
        last += 1
    return headings[sure[0] : last + 1]


def _form(heading: Taken) -> str:
    """Return the mark between the name and the purpose of a title, if it has both."""
    found = separator(heading.slot.text)
    return heading.slot.text.text[slice(*found)].strip() if found else ""


def _goes_on(heading: Taken, forms: set[str]) -> bool:
    form = _form(heading)
    return bool(form) and form in forms and all(name.written.islower() for name in heading.names)


def _is_marked(one: Taken) -> bool:
    """Whether one of the names is known, leads somewhere, or has a shape that words have not."""
    return any(name.id or name.link or name.weight >= _TELLING for name in one.names)


def section(start: int, taken: Sequence[Taken], nodes: Sequence[Node]) -> Sequence[Taken]:
    """Return what stands below a heading, up to the next one of its level or above."""
    first = bisect_right(taken, start, key=_node)
    return taken[first : bisect_left(taken, section_end(start, nodes), key=_node)]


def _node(one: Taken) -> int:
    return one.slot.node


def section_end(start: int, nodes: Sequence[Node]) -> int:
    """Return the index of the block that ends a heading's section; any other block is below all."""
    level = nodes[start].level if nodes[start].kind is Kind.HEADING else _BELOW_ALL
    for index in range(start + 1, len(nodes)):
        if nodes[index].kind is Kind.HEADING and nodes[index].level <= level:
            return index
    return len(nodes)


def _inside(heading: Taken, rest: Sequence[Taken], nodes: Sequence[Node]) -> bool:
    """Whether other modules than its own are listed below a heading."""
    own = {name.id or name.written for name in heading.names}
    written = tuple(name.written for name in heading.names)
    return any(
        (name.id or name.written) not in own and not name.written.startswith(written)
        for one in section(heading.slot.node, rest, nodes)
        for name in one.names
    )


def _is_sure(one: Taken) -> bool:
    return all(name.weight >= _SURE for name in one.names)


def _is_telling(one: Taken) -> bool:
    """Whether all names are set as such, and have shapes that words have not."""
    return all(name.weight >= _TELLING and any(name.text.styles) for name in one.names)


def _stands_alone(
    one: Taken, by_node: dict[int, Taken], nodes: Sequence[Node], lists: set[int]
) -> bool:
    """Whether an entry is no remark below another: that takes a list of sure, other modules."""
    for parent in ancestors(one.slot.node, nodes):
        above = by_node.get(parent)
        if above is None:
            continue
        own = {name.id or name.written for name in above.names}
        others = all((name.id or name.written) not in own for name in one.names)
        listed = nodes[one.slot.node].group in lists and not _is_note(one)
        return others and listed and (_is_sure(one) or _is_telling(one))
    return True


def _is_note(one: Taken) -> bool:
    """Whether a name is a bare word among others: what stands below a module so is a note on it."""
    text = one.slot.text
    marked = any(any(name.text.styles) for name in one.names)
    return not marked and not head_and_tail(text)[1] and text.text != one.names[0].text.text


def _only_groups(one: Taken) -> bool:
    """Whether an item that others lie under is no module: it says nothing but its own words."""
    sure = any(name.weight >= KNOWN for name in one.names)
    return not sure and not head_and_tail(one.slot.text)[1]


def ancestors(index: int, nodes: Sequence[Node]) -> Iterator[int]:
    """Yield the items that a block lies in, the nearest first."""
    while (index := nodes[index].parent) >= 0:
        yield index
