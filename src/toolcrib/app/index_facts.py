"""What the package index says of a catalog's distributions, written beside the catalog."""

import re
from pathlib import Path

from toolcrib.app.names import ask_projects, ask_vulnerable
from toolcrib.app.projects import contents_of
from toolcrib.app.settings import index_settings
from toolcrib.catalog.facts import FOLDER, INDEX_FILE, index_text, read_index_facts
from toolcrib.catalog.folder import read_modules
from toolcrib.errors import ToolcribError
from toolcrib.identify.words import own_words
from toolcrib.model.fact import IndexFact
from toolcrib.model.module import Module, ModuleId, normalised
from toolcrib.model.published import Contents, Published
from toolcrib.model.value import Value
from toolcrib.verify.whole import write_whole

_LONGEST = 200
_INACTIVE = "Development Status :: 7 - Inactive"


class FactsWritten(Value, frozen=True, kw_only=True):
    """Where the facts of how many distributions lie, and why some of them are as they were.

    `absent` are distributions that the index does not have.
    """

    path: str
    facts: int
    absent: tuple[ModuleId, ...]
    failed: dict[ModuleId, str]


def refresh_facts(catalog: Path) -> FactsWritten:
    """Ask the index for the distributions of a catalog, and for nothing else; write what it says.

    A few are asked at a time; who has answered before is asked only whether that has changed. Of
    what cannot be had now the old fact stays.

    Raises:
        ContentError: The catalog, or what was written before, cannot be read.
        ToolcribError: The file cannot be written.
    """
    folder = catalog.resolve().parent / FOLDER
    modules = {m.id: m for m in read_modules(catalog) if not m.is_std}
    kept = {fact.module: fact for fact in read_index_facts(folder)}
    facts, failed, absent = _ask(modules, kept)
    _write(folder / INDEX_FILE, index_text(facts.values()))
    return FactsWritten(
        path=str(folder / INDEX_FILE), facts=len(facts), absent=absent, failed=failed
    )


def _ask(
    modules: dict[ModuleId, Module], kept: dict[ModuleId, IndexFact]
) -> tuple[dict[ModuleId, IndexFact], dict[ModuleId, str], tuple[ModuleId, ...]]:
    projects = {id_: project_of(module) for id_, module in modules.items()}
    answers, _ = ask_projects(projects.values())
    there = {name: one for name, one in answers.published.items() if one.exists}
    found, unread = contents_of(there.values(), index_settings().value)
    vulnerable = ask_vulnerable((one, one.newest) for one in there.values())
    facts: dict[ModuleId, IndexFact] = {}
    failed: dict[ModuleId, str] = {}
    for id_, name in projects.items():
        if reason := answers.failed.get(name) or unread.get(name):
            failed[id_] = reason
            if id_ in kept:
                facts[id_] = kept[id_]
        elif name in there:
            one = there[name]
            facts[id_] = _fact(id_, one, found.get(name), vulnerable(name, one.newest))
    absent = tuple(id_ for id_ in projects if id_ not in facts and id_ not in failed)
    return facts, failed, absent


def project_of(module: Module) -> str:
    """Return the project that is installed for a module, in its normalised form, without extras."""
    return normalised(module.install_name.partition("[")[0].strip())


def _fact(
    module: ModuleId,
    published: Published,
    found: Contents | None,
    vulnerabilities: tuple[str, ...] | None,
) -> IndexFact:
    needs = published.requires_python or (found.requires_python if found else "")
    return IndexFact(
        module=module,
        as_of=published.as_of,
        newest=published.newest,
        released=published.released,
        # Some put the whole of its text there.
        license=found.license.partition("Copyright")[0].strip(" ,") if found else "",
        requires_python=needs if len(needs) <= _LONGEST else "",
        status="" if published.status == "active" else published.status,
        notice=_notice(published.name, found) if found else "",
        vulnerabilities=vulnerabilities,
    )


def _notice(name: str, found: Contents) -> str:
    """Return the words of a distribution's metadata by which it is at its end, if there are any."""
    said = own_words(found.summary, "", name) or own_words("", found.text, name)
    if said and (said.words in found.summary or _of_itself(said.words, name)):
        return said.words if len(said.words) <= _LONGEST else f"{said.words[:_LONGEST]}…"
    return _INACTIVE if found.inactive else ""


def _of_itself(words: str, name: str) -> bool:
    """Tell whether a sentence of a description speaks of the project, not of a part of it."""
    spelled = re.escape(name).replace("\\-", "[-_. ]")
    pattern = (
        rf"\b(?:this (?:package|project|library|module|distribution)|^\W*{spelled}) (?:is|has)\b"
    )
    return re.search(pattern, words, re.IGNORECASE) is not None


def _write(path: Path, data: bytes) -> None:
    try:
        write_whole(path, data)
    except OSError as fault:
        message = f"cannot write {path}: {fault.strerror}"
        hint = "refresh the facts of a catalog that you may write to: crib --catalog DIR refresh"
        raise ToolcribError(message, f"{hint} facts") from fault
