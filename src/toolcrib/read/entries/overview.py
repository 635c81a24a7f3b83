"""Lists that only give an overview of what a document treats in sections of their own below."""

from collections.abc import Sequence

from msgspec.structs import replace

from toolcrib.read.entries.context import Context
from toolcrib.read.entries.taken import Taken

# So many entries, and such a share of a list, have to have a section of their own.
_LEAST, _SHARE = 3, 0.8

Contexts = tuple[tuple[Context, ...], ...]


def with_sections(taken: Sequence[Taken], around: Contexts) -> Contexts:
    """Return what stands around names, where a line of an overview has its section's use cases.

    A line says in a few words what its section tells apart: what a module is, and what for.
    """
    told: dict[str, tuple[str, ...]] = {}
    runs: dict[tuple[str, int], list[int]] = {}
    for number, (one, every) in enumerate(zip(taken, around, strict=True)):
        if one.slot.run[0] == "heading":
            said = {
                name.id: context.use_cases for name, context in zip(one.names, every, strict=True)
            }
            told.update((name, cases) for name, cases in said.items() if name and cases)
        else:
            runs.setdefault(one.slot.run, []).append(number)
    found = list(around)
    for numbers in runs.values():
        own = [n for n in numbers if all(name.id in told for name in taken[n].names)]
        if len(own) >= _LEAST and len(own) >= _SHARE * len(numbers):
            for number in own:
                names = zip(taken[number].names, around[number], strict=True)
                found[number] = tuple(_told(context, told[name.id]) for name, context in names)
    return tuple(found)


def _told(context: Context, cases: tuple[str, ...]) -> Context:
    speaks = context.purpose and not context.use_cases
    return replace(context, use_cases=cases) if speaks else context
