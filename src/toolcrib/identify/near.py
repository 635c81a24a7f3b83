"""Names that a misspelt one may have meant; only names that exist."""

import re
from collections.abc import Callable, Iterator

from toolcrib.identify.knowledge import Knowledge
from toolcrib.identify.tables import imported_names, owners, popular_names, rank
from toolcrib.model.module import ModuleId, module_id, normalised

_SHORTEST = 4
_LONGEST = 60
_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789-"
_AFFIXES = ("python-", "py", "python3-", "django-", "flask-"), ("-python", "-py", "py", "-python3")

Exists = Callable[[str], bool]


def near_names(
    name: str, knowledge: Knowledge, limit: int = 3, exists: Exists | None = None
) -> tuple[ModuleId, ...]:
    """Return modules whose names differ from a name by little, the nearest and best known first.

    A slip of the fingers, swapped words, a prefix or suffix too many or too few; what one imports
    for what one installs. Nothing is offered that is not known to exist.

    Args:
        name: The name as it was written.
        knowledge: The tables.
        limit: How many are wanted.
        exists: Tells of any normalised name whether it is a project, where that is known.
    """
    key = _key(name)
    if not _SHORTEST <= len(key) <= _LONGEST:
        return ()
    # A slip leads to what is well known, mostly: the catalog's names and those that lists use.
    slips = (knowledge.dotted_spellings if "." in name else knowledge.spellings).near(key)
    found: dict[ModuleId, tuple[int, int]] = {}
    for plain in _bared(key):
        if known := _known(plain, exists):
            found.setdefault(known, (-1, rank(known.removeprefix("pypi:"))))
    for place, id_ in enumerate(slips):
        found.setdefault(id_, (0, place))
    for distance, variants in enumerate((_rewritten(key), _slips(key)), start=1):
        for variant in variants:
            known = _known(variant, exists) if variant != key else None
            if known:
                found.setdefault(known, (distance, rank(known.removeprefix("pypi:"))))
    return tuple(sorted(found, key=lambda id_: found[id_]))[:limit]


def _known(variant: str, exists: Exists | None) -> ModuleId | None:
    if variant in popular_names() or (exists is not None and exists(variant)):
        return module_id(variant, std=False)
    imported = variant.replace("-", "_")
    if imported in imported_names() and (found := owners(imported)[1]):
        return module_id(found[0].distribution, std=False)
    return None


def _bared(key: str) -> Iterator[str]:
    """Yield what is left without the words that only say that it is for Python."""
    words = ("python", "python3", "py")
    for word in words:
        if key.startswith(f"{word}-"):
            yield key.removeprefix(f"{word}-")
        if key.endswith(f"-{word}"):
            yield key.removesuffix(f"-{word}")


def _rewritten(key: str) -> Iterator[str]:
    """Yield what has the same words: in another order, joined, with or without an affix."""
    words = [word for word in re.split(r"-+", key) if word]
    if 1 < len(words) <= len(_AFFIXES[0]):
        yield "-".join(reversed(words))
        yield "-".join((*words[1:], words[0]))
        yield "".join(words)
    for prefix in _AFFIXES[0]:
        yield key.removeprefix(prefix) if key.startswith(prefix) else prefix + key
    for suffix in _AFFIXES[1]:
        yield key.removesuffix(suffix) if key.endswith(suffix) else key + suffix
    # "onnx-runtime", where nothing but the dash is wrong.
    for place in range(2, len(key) - 1) if "-" not in key else ():
        yield f"{key[:place]}-{key[place:]}"


def _slips(key: str) -> Iterator[str]:
    """Yield all names at one slip: a letter too many or few, another one, two swapped."""
    for place in range(len(key)):
        before, after = key[:place], key[place + 1 :]
        yield before + after
        if place + 1 < len(key):
            yield before + key[place + 1] + key[place] + key[place + 2 :]
        for letter in _LETTERS:
            yield before + letter + after
            yield before + letter + key[place:]
    for letter in _LETTERS:
        yield key + letter


def _key(name: str) -> str:
    return normalised(name.replace(" ", "-"))
