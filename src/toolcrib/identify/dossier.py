"""What is known of a project, and what a text says of a name: do they speak of one thing?"""

import re

from toolcrib.identify.links import addresses, index_page, repository
from toolcrib.model.module import normalised
from toolcrib.model.published import Contents, Published
from toolcrib.model.value import Value

AFFIXES = ("{}-python", "python-{}", "py{}", "py-{}", "{}-py", "{}py", "{}3", "{}4", "python3-{}")
"""How a project is called whose plain name was taken."""

_SHORTEST = 3
_FORMERLY = re.compile(
    r"\b(?:formerly|previously|renamed|successor|supersedes|continuation|fork(?:ed)? (?:of|from)|"
    r"drop-in replacement|used to be|was called|replaces)\b",
    re.IGNORECASE,
)


class Said(Value, frozen=True, kw_only=True):
    """What a text says of a name; every field but the name may be empty.

    `link` is where the name leads, `install` the name that the text itself tells to install,
    `imports` are the top-level names that the entry's examples import beside the standard library.
    """

    name: str
    purpose: str = ""
    link: str = ""
    install: str = ""
    imports: tuple[str, ...] = ()


class Dossier(Value, frozen=True, kw_only=True):
    """What is known of a project: the index's answer, and what its newest version holds."""

    published: Published
    contents: Contents | None = None


def is_related(name: str, other: Dossier, *, loose: bool = False) -> bool:
    """Whether a name may stand for another project: what one imports, or almost what it is called.

    Args:
        name: The name as it is written.
        other: The project.
        loose: Whether it is enough that one name lies in the other.
    """
    key, project = normalised(name.replace(" ", "-")), other.published.name
    imported = {top.lower() for top in tops(other.contents)} if other.contents else set()
    if key.replace("-", "_") in imported or project in {form.format(key) for form in AFFIXES}:
        return True
    short, long = sorted((key.replace("-", ""), project.replace("-", "")), key=len)
    return loose and len(short) >= _SHORTEST and short in long


def are_kin(one: Dossier, other: Dossier) -> bool:
    """Whether one of two projects may continue the other, or is made by the same people."""
    for a, b in ((one, other), (other, one)):
        found = a.contents
        words = f"{found.summary} {found.text}" if found else ""
        name = re.escape(b.published.name).replace("\\-", "[-_. ]")
        if a is one and re.search(rf"(?<![\w-]){name}(?![\w-])", words, re.IGNORECASE):
            return True
        if _FORMERLY.search(words) and re.search(rf"\b{name}\b", words, re.IGNORECASE):
            return True
    mine = {_owner(url) for url in links(one)} - {""}
    return bool(mine & {_owner(url) for url in links(other)})


def _owner(url: str) -> str:
    host, _, rest = repository(url).partition("/")
    return f"{host}/{rest.partition('/')[0]}" if rest and not rest.startswith("/") else ""


def links(dossier: Dossier) -> tuple[str, ...]:
    """Return the addresses that a project's metadata names."""
    return dossier.contents.links if dossier.contents else ()


def claims(dossier: Dossier, link: str) -> bool:
    """Whether a project calls a page its own; words in its description count for it as well."""
    if not link:
        return False
    if index_page(link) == dossier.published.name:
        return True
    place, found = repository(link), dossier.contents
    told = (*found.links, *addresses(found.text)) if found else ()
    if place:
        return any(repository(url) == place for url in told)
    plain = _plain(link)
    return any(_plain(url) == plain for url in told)


def _plain(url: str) -> str:
    return url.partition("://")[2].removeprefix("www.").partition("#")[0].rstrip("/").lower()


def tops(found: Contents) -> set[str]:
    """Return the first parts of all import names."""
    return {name.partition(".")[0] for name in (*found.imports, *found.private)}
