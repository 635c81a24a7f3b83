"""Make a catalog of lists: what they say of each module, on their shelves, with their examples.

This part is pure: from what a check made of the lists to a catalog as a value, beside what could
not be adopted. `app.adopted` writes it.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import PurePath

from msgspec import structs

from toolcrib.catalog.check import ID
from toolcrib.catalog.words import fold
from toolcrib.identify.identify import locate
from toolcrib.identify.knowledge import Knowledge
from toolcrib.model.finding import Finding, MentionRecord, Report
from toolcrib.model.identity import State
from toolcrib.model.mention import Example
from toolcrib.model.module import (
    Category,
    Collection,
    Heading,
    Module,
    ModuleId,
    Saying,
    normalised,
)
from toolcrib.model.task import Solution
from toolcrib.model.value import Value

_LEADING = frozenset({State.RENAMED, State.PLACEHOLDER, State.OTHER_PROJECT})
_REST = "Other"
_LONGEST_KEY = 40
_NUMBER = re.compile(r"^\W*(?:\d+(?:\.\d+)*|[ivx]+)[.):]\s+")


class Draft(Value, frozen=True, kw_only=True):
    """A task that an example may become: its program as the list has it, and from where."""

    id: str
    title: str
    category: str
    document: str
    line: int
    solution: Solution


class Wrong(Value, frozen=True, kw_only=True):
    """Something of a list that needs a person: a finding, or an entry that is no module."""

    document: str
    line: int
    text: str


class Adopted(Value, frozen=True, kw_only=True):
    """A catalog made of lists."""

    categories: tuple[Category, ...]
    modules: tuple[Module, ...]
    collections: tuple[Collection, ...]
    drafts: tuple[Draft, ...]
    wrong: tuple[Wrong, ...]


def adopt(report: Report, known: Knowledge) -> Adopted:
    """Return the catalog that checked lists come to; what is listed twice is merged.

    Args:
        report: What the check found in them.
        known: What is known of names; of a module that the catalog has, facts are taken from there.
    """
    mentions = [_led(entry, known) for entry in report.mentions]
    entries = [entry for entry in mentions if entry.id]
    modules: dict[ModuleId, list[MentionRecord]] = defaultdict(list)
    for entry in entries:
        modules[_id(entry)].append(entry)
    return Adopted(
        categories=tuple(
            Category(key=key, title=title) for key, title in _shelves(entries).items()
        ),
        modules=tuple(_module(id_, of_it, known) for id_, of_it in modules.items()),
        collections=tuple(_collections(mentions)),
        drafts=tuple(_drafts(entries)),
        wrong=tuple(_wrong(report.findings, mentions)),
    )


def slug(text: str) -> str:
    """Return a text as a key: its words, of any script, in lower case, without accents and number.

    `3. Web Development` is `web-development`.
    """
    words = re.findall(r"\w+", _NUMBER.sub("", fold(text.casefold())).replace("_", " "))
    return "-".join(words)[:_LONGEST_KEY].strip("-") or "list"


def _led(entry: MentionRecord, known: Knowledge) -> MentionRecord:
    """Return an entry with the id of what is to be taken: an old name leads to the new one."""
    id_ = entry.id
    if entry.state in _LEADING:
        identity = locate(entry.text, known)
        id_ = identity.candidates[0] if identity and len(identity.candidates) == 1 else id_
    return structs.replace(entry, id=id_ if id_ and ID.fullmatch(id_) else None)


def _id(entry: MentionRecord) -> ModuleId:
    if entry.id is None:
        raise ValueError(entry.text)
    return entry.id


def _shelves(entries: Iterable[MentionRecord]) -> dict[str, str]:
    """Return the keys of categories with their titles; titles that differ in case are one."""
    titles: dict[str, str] = {}
    for entry in entries:
        titles.setdefault(_shelf(entry), entry.category or _REST)
    return titles


def _shelf(entry: MentionRecord) -> str:
    return slug(entry.category or _REST)


def _module(id_: ModuleId, entries: list[MentionRecord], known: Knowledge) -> Module:
    before = known.modules.get(id_)
    name = id_.partition(":")[2]
    identity = locate(name, known)
    imports = identity.imports if identity and identity.id == id_ else ()
    std = id_.startswith("std:")
    own = next((e.text for e in entries if normalised(e.text) == name), "")
    return Module(
        id=id_,
        name=before.name if before else name if std else own or name,
        purpose=next((e.purpose for e in entries if e.purpose), before.purpose if before else ""),
        categories=tuple(dict.fromkeys(map(_shelf, entries))),
        install=before.install if before else "",
        imports=before.imports if before else () if std else imports,
        use_cases=tuple(dict.fromkeys(use for entry in entries for use in entry.use_cases)),
        said=tuple(map(_saying, entries)),
    )


def _saying(entry: MentionRecord) -> Saying:
    return Saying(
        document=PurePath(entry.path).name,
        line=entry.line,
        language=entry.language,
        purpose=entry.purpose,
        use_cases=entry.use_cases,
    )


def _collections(mentions: Iterable[MentionRecord]) -> Iterator[Collection]:
    """Yield each list as a shelf, with its headings and modules in their order."""
    lists: dict[str, list[MentionRecord]] = defaultdict(list)
    for mention in mentions:
        lists[mention.path].append(mention)
    taken: set[str] = set()
    for path, entries in lists.items():
        headings: dict[str, dict[ModuleId, None]] = defaultdict(dict)
        for entry in entries:
            if entry.id:
                headings[entry.category or _REST][entry.id] = None
        if headings:
            languages = Counter(entry.language for entry in entries if entry.language)
            yield Collection(
                id=_free(slug(PurePath(path).stem), taken),
                title=PurePath(path).stem,
                language=languages.most_common(1)[0][0] if languages else "en",
                headings=tuple(
                    Heading(title=title, modules=tuple(found)) for title, found in headings.items()
                ),
                written={e.text: (e.id,) for e in entries if e.id and _is_other(e)},
            )


def _is_other(entry: MentionRecord) -> bool:
    """Whether an entry's name is not that of the module that is meant by it."""
    name = _id(entry).partition(":")[2]
    return entry.text != name and normalised(entry.text) != name


def _free(wanted: str, taken: set[str]) -> str:
    """Return a key that is not taken yet, and take it."""
    key, number = wanted, 2
    while key in taken:
        key, number = f"{wanted}-{number}", number + 1
    taken.add(key)
    return key


def _drafts(entries: Iterable[MentionRecord]) -> Iterator[Draft]:
    """Yield a draft for each example in Python, under the first entry that it stands under."""
    seen: set[tuple[str, int]] = set()
    taken: set[str] = set()
    for entry in entries:
        for example in entry.examples:
            place = (entry.path, example.line)
            if place in seen or not example.is_python:
                continue
            seen.add(place)
            yield _draft(entry, example, taken)


def _draft(entry: MentionRecord, example: Example, taken: set[str]) -> Draft:
    id_, document = _id(entry), PurePath(entry.path).name
    origin, _, name = id_.partition(":")
    short = re.sub(r"\W+", "_", name).lower()
    dependencies = () if origin == "std" else (name,)
    return Draft(
        id=_free(re.sub(r"[^a-z0-9]+", "-", f"use-{name.lower()}").strip("-"), taken),
        title=f"Use {entry.text} as in line {example.line} of {document}",
        category=_shelf(entry),
        document=document,
        line=example.line,
        solution=Solution(
            module=id_, file=f"with_{short}.py", code=example.code, dependencies=dependencies
        ),
    )


def _wrong(findings: Iterable[Finding], mentions: Iterable[MentionRecord]) -> Iterator[Wrong]:
    """Yield what a check found, and what is no module though no finding speaks of it."""
    spoken = set()
    for one in findings:
        spoken.add((one.path, one.line))
        fix = f" (write {one.fix})" if one.fix else ""
        said = f"{one.code} {one.message}{fix}"
        yield Wrong(document=PurePath(one.path).name, line=one.line, text=said)
    for mention in mentions:
        if not mention.id and (mention.path, mention.line) not in spoken:
            state = mention.state
            what = "was not looked up" if state == State.NOT_LOOKED_UP else f"is {state}"
            said = f"{mention.text} {what}: it was left out"
            yield Wrong(document=PurePath(mention.path).name, line=mention.line, text=said)
