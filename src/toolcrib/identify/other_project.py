"""Whether a name is that of another project than is meant, by what shows it.

That a name can be installed proves nothing: beside what a text says of a module stands what the
project of that name says of itself, and what another one says that may be meant. This module
speaks only where both agree: the project of the name does not fit, and another one does. It asks
nobody: `suspects` tells which projects to look up, `other_project` judges the answers.
"""

import re
from collections.abc import Iterable

from toolcrib.identify.links import addresses, index_page, repository
from toolcrib.identify.tables import owners, popular
from toolcrib.model.identity import Identity, State
from toolcrib.model.module import ModuleId, module_id, normalised
from toolcrib.model.published import Contents, Kind, Published, Told
from toolcrib.model.value import Value

_AFFIXES = ("{}-python", "python-{}", "py{}", "py-{}", "{}-py", "{}py", "{}3", "{}4", "python3-{}")
_SHORTEST = 3
_FEW_VERSIONS, _FEW_LETTERS = 3, 120
_SHARED_WORDS = 2
_SURE = frozenset({Told.FILES, Told.DECLARED})
_STOP = frozenset(
    """
    about all also and any are based can code common data easily easy etc fast for framework from
    has have into its lib library like make makes many modern module more not official one other
    our package plugin project provides pure python python2 python3 simple small support that the
    this tool tools toolkit use used uses using utilities very via which with work you your
    """.split()  # noqa: SIM905 -- a list of words reads as one
)
_WORD = re.compile(r"[^\W\d_]{3,}")
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


class OtherProject(Value, frozen=True, kw_only=True):
    """The project that is meant in place of the one that bears the name, and what shows it."""

    meant: ModuleId
    why: str


def suspects(said: Said) -> tuple[str, ...]:
    """Return the projects that may be meant by a name beside the one that bears it.

    They are those that the text leads to, and well-known ones that are called almost so. Of names
    that are well known themselves nothing else is suspected.
    """
    own = normalised(said.name.replace(" ", "-"))
    if own in popular():
        return ()
    named = [said.install.partition("[")[0], index_page(said.link)]
    place = repository(said.link)
    if place and place.rpartition("/")[2]:
        named.append(place.rpartition("/")[2])
    for imported in (said.name, *said.imports):
        named += [owner.distribution for owner in owners(imported)[1]]
    alike = [variant for form in _AFFIXES if (variant := form.format(own)) in popular()]
    found = dict.fromkeys(normalised(name) for name in (*named, *alike) if _is_name(name))
    return tuple(name for name in found if name != own)


def other_project(said: Said, own: Dossier, others: Iterable[Dossier]) -> OtherProject | None:
    """Return the project that is meant, where it is sure that it is not the one of that name.

    Nothing is said of a name that is well known, nor where the two projects speak of each other:
    one may continue the other. Each signal needs both sides, the misfit of the one and the fit of
    the other: the link, the imports of the examples, the purpose; without any of them, a project of
    the name that is empty or says nothing at all, beside a well-known one that is called so.

    Args:
        said: What the text says.
        own: The project that bears the name.
        others: What is known of the suspects.
    """
    if own.contents is None or not own.published.exists or own.published.name in popular():
        return None
    if _claims(own, said.link):
        return None
    for other in others:
        if other.contents is None or not other.published.installable or _are_kin(own, other):
            continue
        why = (
            _by_link(said, own, other)
            or _by_imports(said, own, other)
            or _by_purpose(said, own, other)
            or _by_emptiness(said, own, other)
        )
        if why:
            return OtherProject(meant=module_id(other.published.name, std=False), why=why)
    return None


def as_other(identity: Identity, other: OtherProject) -> Identity:
    """Return the identity of a name that is another project than is meant."""
    from msgspec.structs import replace  # noqa: PLC0415 -- only with a network

    return replace(
        identity,
        state=State.OTHER_PROJECT,
        id=other.meant,
        distributions=(other.meant.removeprefix("pypi:"),),
        candidates=(other.meant,),
        namesake=identity.name,
        note=other.why,
    )


def _by_link(said: Said, own: Dossier, other: Dossier) -> str:
    """The text leads to the repository, or the page, that the other one calls its own."""
    if not _is_related(said.name, other, loose=True):
        return ""
    name = other.published.name
    place = repository(said.link)
    mine = [claim for url in _links(own) if (claim := repository(url))]
    if index_page(said.link) == name:
        return f"the link leads to {name}"
    if not place or not mine or not _claims(other, said.link):
        return ""
    _, owner, repo = place.split("/", 2)
    if any(owner in claim.split("/")[1:2] or repo == claim.split("/", 2)[2] for claim in mine):
        return ""  # A repository that moved, or one of several of the same owner.
    return (
        f"the link leads to the repository of {name}, and that of {own.published.name} is {mine[0]}"
    )


def _by_imports(said: Said, own: Dossier, other: Dossier) -> str:
    """What the examples import is in the other one's wheel, and none of it in this one's."""
    mine, theirs = own.contents, other.contents
    if not said.imports or mine is None or theirs is None:
        return ""
    if mine.told not in _SURE or theirs.told not in _SURE:
        return ""
    wanted = {name.partition(".")[0] for name in said.imports}
    if wanted & _tops(mine) or not wanted & _tops(theirs):
        return ""
    if not _is_related(said.name, other, loose=True):
        return ""
    shared, name = min(wanted & _tops(theirs)), own.published.name
    return f"the example imports {shared}, which {other.published.name} has and {name} has not"


def _by_purpose(said: Said, own: Dossier, other: Dossier) -> str:
    """The purpose has the words of the other one's summary, and none of all that this one says."""
    mine, theirs = own.contents, other.contents
    if mine is None or theirs is None or not _is_related(said.name, other):
        return ""
    names = _words(said.name) | _words(other.published.name) | {said.name.lower()}
    wanted = _words(said.purpose) - names
    if len(_words(mine.summary) - names) < _SHARED_WORDS:
        return ""
    if wanted & _words(f"{mine.summary} {mine.text}"):
        return ""
    if len(wanted & _words(theirs.summary)) < _SHARED_WORDS:
        return ""
    return f'{own.published.name} says of itself "{mine.summary}"; {other.published.name} fits'


def _by_emptiness(said: Said, own: Dossier, other: Dossier) -> str:
    """There is nothing in the project of the name, and a well-known one is called almost so."""
    mine = own.contents
    name, better = own.published.name, other.published.name
    if mine is None or better not in popular() or not _is_related(said.name, other):
        return ""
    if normalised(said.install) == name or index_page(said.link) == name:
        return ""
    holds = mine.requires or mine.scripts or mine.stubs_for or mine.private or mine.imports
    if mine.kind is Kind.METADATA and mine.told is Told.FILES and not holds:
        return f"{name} holds no module; {better} is well known"
    words = f"{mine.summary} {mine.text}".replace("UNKNOWN", "").strip()
    few = len(own.published.versions) < _FEW_VERSIONS
    if few and not mine.links and not _words(mine.summary) and len(words) < _FEW_LETTERS:
        return f"{name} says nothing of itself; {better} is well known"
    return ""


def _is_related(name: str, other: Dossier, *, loose: bool = False) -> bool:
    """Whether a name may stand for another project: what one imports, or almost what it is called.

    Args:
        name: The name as it is written.
        other: The project.
        loose: Whether it is enough that one name lies in the other.
    """
    key, project = normalised(name.replace(" ", "-")), other.published.name
    tops = {top.lower() for top in _tops(other.contents)} if other.contents else set()
    if key.replace("-", "_") in tops or project in {form.format(key) for form in _AFFIXES}:
        return True
    short, long = sorted((key.replace("-", ""), project.replace("-", "")), key=len)
    return loose and len(short) >= _SHORTEST and short in long


def _are_kin(one: Dossier, other: Dossier) -> bool:
    """Whether one of two projects may continue the other, or is made by the same people."""
    for a, b in ((one, other), (other, one)):
        found = a.contents
        words = f"{found.summary} {found.text}" if found else ""
        name = re.escape(b.published.name).replace("\\-", "[-_. ]")
        if a is one and re.search(rf"(?<![\w-]){name}(?![\w-])", words, re.IGNORECASE):
            return True
        if _FORMERLY.search(words) and re.search(rf"\b{name}\b", words, re.IGNORECASE):
            return True
    mine = {_owner(url) for url in _links(one)} - {""}
    return bool(mine & {_owner(url) for url in _links(other)})


def _owner(url: str) -> str:
    host, _, rest = repository(url).partition("/")
    return f"{host}/{rest.partition('/')[0]}" if rest and not rest.startswith("/") else ""


def _links(dossier: Dossier) -> tuple[str, ...]:
    return dossier.contents.links if dossier.contents else ()


def _claims(dossier: Dossier, link: str) -> bool:
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


def _tops(found: Contents) -> set[str]:
    return {name.partition(".")[0] for name in (*found.imports, *found.private)}


def _words(text: str) -> set[str]:
    """Return the words that tell, without their plural."""
    found = {word.lower() for word in _WORD.findall(text)} - _STOP
    return {word.removesuffix("s") for word in found}


def _is_name(name: str) -> bool:
    return bool(re.fullmatch(r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?", name, re.ASCII))
