"""What shows that a text means another project than the one that bears the name.

Each signal needs both sides: the misfit of the one and the fit of the other. It is told as words
that a reader can check, and empty where it is not there.
"""

import re

from toolcrib.identify.dossier import Dossier, Said, are_kin, claims, is_related, links, tops
from toolcrib.identify.links import index_page, repository
from toolcrib.identify.tables import popular
from toolcrib.identify.words import own_words
from toolcrib.model.identity import State
from toolcrib.model.module import normalised
from toolcrib.model.published import Kind, Told

_FEW_VERSIONS, _FEW_LETTERS = 3, 120
_LONGEST = 200
_SHARED_WORDS = 2
_SURE = frozenset({Told.FILES, Told.DECLARED})
_STOP = frozenset(
    """
    about access all also and any api app application are based binding bindings can client code
    common data easily easy etc fast file for framework from function has have implementation
    interface into its lib library like make makes many modern module more not official one open
    other our package plugin powerful programming project provide provides providing pure python
    python2 python3 read sdk service simple small software source support supports system that the
    this tool tools toolkit use used user uses using utilities utility very via which with work
    wrapper write you your
    """.split()  # noqa: SIM905 -- a list of words reads as one
)
_WORD = re.compile(r"[^\W\d_]{3,}")


def misfit(said: Said, own: Dossier, other: Dossier) -> str:
    """Return what shows that the other project is meant, the plainest signal first, or nothing."""
    return _by_own_words(said, own, other) or _by_both(said, own, other)


def _by_own_words(said: Said, own: Dossier, other: Dossier) -> str:
    """The project of the name calls itself a placeholder, and a well-known one is called so."""
    mine, name = own.contents, own.published.name
    notice = own_words(mine.summary, mine.text, name) if mine else None
    if notice is None or notice.state is not State.PLACEHOLDER or not _is_wellknown(said, other):
        return ""
    return f'{name} says of itself "{notice.words[:_LONGEST]}"'


def _by_both(said: Said, own: Dossier, other: Dossier) -> str:
    """Two projects that have nothing to do with each other, and what tells which is meant."""
    if claims(own, said.link) or are_kin(own, other):
        return ""
    return (
        _by_link(said, own, other)
        or _by_imports(said, own, other)
        or _by_purpose(said, own, other)
        or _by_emptiness(said, own, other)
    )


def _by_link(said: Said, own: Dossier, other: Dossier) -> str:
    """The text leads to the repository, or the page, that the other one calls its own."""
    if not is_related(said.name, other, loose=True):
        return ""
    name = other.published.name
    place = repository(said.link)
    mine = [claim for url in links(own) if (claim := repository(url))]
    if index_page(said.link) == name:
        return f"the link leads to {name}"
    if not place or not mine or not claims(other, said.link):
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
    if wanted & tops(mine) or not wanted & tops(theirs):
        return ""
    if not is_related(said.name, other, loose=True):
        return ""
    shared, name = min(wanted & tops(theirs)), own.published.name
    return f"the example imports {shared}, which {other.published.name} has and {name} has not"


def _by_purpose(said: Said, own: Dossier, other: Dossier) -> str:
    """The purpose has the words of the other one's summary, and none of all that this one says."""
    mine, theirs = own.contents, other.contents
    if mine is None or theirs is None or not _is_wellknown(said, other):
        return ""
    names = _words(said.name) | _words(other.published.name) | {said.name.lower()}
    wanted = _words(said.purpose) - names
    if len(_words(mine.summary) - names) < _SHARED_WORDS:
        return ""
    if wanted & _words(f"{mine.summary} {mine.text}"):
        return ""
    if len(wanted & _words(theirs.summary)) < _SHARED_WORDS:
        return ""
    summary = mine.summary[:_LONGEST]
    return f'{own.published.name} says of itself "{summary}"; {other.published.name} fits'


def _by_emptiness(said: Said, own: Dossier, other: Dossier) -> str:
    """There is nothing in the project of the name, and a well-known one is called almost so."""
    mine = own.contents
    name, better = own.published.name, other.published.name
    if mine is None or not _is_wellknown(said, other) or normalised(said.install) == name:
        return ""
    holds = mine.requires or mine.scripts or mine.stubs_for or mine.private or mine.imports
    if mine.kind is Kind.METADATA and mine.told is Told.FILES and not holds:
        return f"{name} holds no module; {better} is well known"
    words = f"{mine.summary} {mine.text}".replace("UNKNOWN", "").strip()
    few = len(own.published.versions) < _FEW_VERSIONS
    if few and not mine.links and not _words(mine.summary) and len(words) < _FEW_LETTERS:
        return f"{name} says nothing of itself; {better} is well known"
    return ""


def _is_wellknown(said: Said, other: Dossier) -> bool:
    return other.published.name in popular() and is_related(said.name, other)


def _words(text: str) -> set[str]:
    """Return the words that tell, without their plural."""
    found = {word.lower() for word in _WORD.findall(text)} - _STOP
    return {word.removesuffix("s") for word in found}
