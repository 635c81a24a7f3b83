"""Check texts that list modules: read them, say what each name is, and what is wrong."""

from collections.abc import Iterable, Sequence
from functools import partial
from types import MappingProxyType

from toolcrib.app import other_projects
from toolcrib.app.examples import Runner, Runs, programs_in
from toolcrib.app.judged import About, judge, meant_by
from toolcrib.app.leads import leads, nothing, place
from toolcrib.app.names import Asked, ask, identities, knowledge
from toolcrib.app.releases import pins
from toolcrib.app.standing import project, projects, standings
from toolcrib.errors import UsageError
from toolcrib.identify.evidence import evidence
from toolcrib.identify.identify import nobody
from toolcrib.identify.knowledge import Knowledge
from toolcrib.model.finding import (
    Finding,
    Ignore,
    Judged,
    MentionRecord,
    Report,
    RuleRecord,
    Sheet,
)
from toolcrib.model.identity import Identity, State
from toolcrib.model.mention import Account, Mention, Reading, Unchecked
from toolcrib.model.module import normalised
from toolcrib.model.value import Value
from toolcrib.read import reader_for
from toolcrib.read.ignores import ignores, without_ignores
from toolcrib.rules import ALL, PAGES, Levels, findings
from toolcrib.text.source import Source, decoded

LARGEST, MOST_LINES = 5 * 1024 * 1024, 100_000

_KINDS = {
    State.STDLIB: "stdlib",
    State.STDLIB_ATTRIBUTE: "stdlib",
    State.BUILTIN: "stdlib",
    State.STDLIB_REMOVED: "removed-stdlib",
    State.PYTHON2: "removed-stdlib",
    State.IMPORT_NAME: "import-of-dist",
    State.PROGRAM: "not-python",
    State.LOCAL: "local",
    State.UNKNOWN: "unknown",
    State.NOT_LOOKED_UP: "unknown",
}


class Text(Value, frozen=True, kw_only=True):
    """A file as it was read; or why it could not be."""

    path: str
    data: bytes = b""
    fault: str = ""


class Explained(Value, frozen=True, kw_only=True):
    """The lines of a text, and what was made of them."""

    path: str
    lines: tuple[str, ...]
    accounts: tuple[Account, ...]


class Checked(Value, frozen=True, kw_only=True):
    """What a check comes to; `unfinished` says whether something failed that was to be done."""

    report: Report
    unfinished: bool
    explained: tuple[Explained, ...] = ()


def check(  # noqa: PLR0913 -- what a check depends on, each by its name
    texts: Sequence[Text],
    target: str,
    today: str,
    *,
    online: bool,
    levels: Levels = MappingProxyType({}),
    run: Runner | None = None,
) -> Checked:
    """Check texts.

    Args:
        texts: The files.
        target: The Python to judge for; empty for the newest that is known.
        today: The date, for the age of releases.
        online: Whether the index is asked for names that the tables do not know.
        levels: Other levels for some rules.
        run: What runs the examples; without it they are not run.

    Raises:
        UsageError: The target is no Python that is known.
    """
    known = knowledge(target)
    readings = [_read(text, known) for text in texts]
    mentions = [mention for one in readings for mention in one.reading.mentions]
    programs = programs_in(mentions, known) if run else ()
    names = [name for mention in mentions for name in _names(mention)]
    names += [name for program in programs for name in program.asked]
    asked = _ask(names, mentions, known) if online else Asked(lookup=nobody, failed={})
    found = identities(names, known, asked.lookup)
    ran = run(programs, found) if run and programs else Runs()
    about = _about(mentions, known, found, asked, online=online)
    sheet = partial(_sheet, target=known.target, today=today, ran=ran)
    pages = [(one, sheet(one, judge(one.reading.mentions, about))) for one in readings]
    wrong = [
        finding
        for one, page in pages
        for finding in findings(page, one.ignores, levels, online=online)
    ]
    report = Report(
        mentions=tuple(_entry(judged) for _, page in pages for judged in page.judged),
        findings=tuple(wrong),
        unchecked=tuple(left for one, page in pages for left in _left(one, page, asked)),
        examples=ran.runs,
        rules=_rules(wrong),
    )
    unread = any(one.reading.unchecked for one in readings)
    return Checked(
        report=report,
        unfinished=unread or bool(asked.failed) or ran.unfinished,
        explained=tuple(map(_explained, readings)),
    )


def _ask(names: Sequence[str], mentions: Sequence[Mention], known: Knowledge) -> Asked:
    """Ask the index for what the tables leave open, and for the state of all distributions."""
    return ask(names, known, pins(mentions), projects(names, known))


def _about(
    mentions: Sequence[Mention],
    known: Knowledge,
    found: dict[str, Identity],
    asked: Asked,
    *,
    online: bool,
) -> About:
    """Return what is known of all mentions beside their names."""
    named = meant_by(mentions, found, asked, online=online)
    meant = [identity for _, identity in named]
    return About(
        identities={place(mention): identity for mention, identity in named},
        asked=asked,
        target=known.target,
        leads=leads(named, known, other_projects.dossiers_of if online else nothing),
        standings=standings(meant, asked.lookup) if online else {},
    )


def _sheet(
    one: "_Read", judged: tuple[Judged, ...], *, target: str, today: str, ran: Runs
) -> Sheet:
    """Return a text as the rules judge it."""
    return Sheet(
        path=one.path,
        lines=one.lines,
        target=target,
        today=today,
        judged=judged,
        strays=one.reading.strays,
        headings=one.reading.headings,
        runs=tuple(run for run in ran.runs if run.path == one.path),
    )


def _explained(one: "_Read") -> Explained:
    return Explained(path=one.path, lines=one.lines, accounts=one.reading.accounts)


def _rules(wrong: Iterable[Finding]) -> tuple[RuleRecord, ...]:
    """Return the rules that findings name."""
    codes = {finding.code for finding in wrong}
    return tuple(
        RuleRecord(
            code=rule.code,
            level=rule.level,
            summary=rule.summary,
            page=PAGES[rule.code],
            repairs=rule.repairs,
        )
        for rule in ALL
        if rule.code in codes
    )


class _Read(Value, frozen=True, kw_only=True):
    """A text as its reader saw it: its lines, its ignore comments, and what was made of it."""

    path: str
    reading: Reading
    lines: tuple[str, ...] = ()
    ignores: tuple[Ignore, ...] = ()


def _read(text: Text, known: Knowledge) -> _Read:
    if text.fault or len(text.data) > LARGEST:
        return _unread(text, text.fault or f"the file is larger than {LARGEST // 1024 // 1024} MB")
    content = decoded(text.data)
    if "\0" in content:
        return _unread(text, "it is no text")
    source = Source(text=content)
    if source.count > MOST_LINES:
        return _unread(text, f"the file has more than {MOST_LINES:,} lines")
    plain = without_ignores(text.path, content)
    reader = reader_for(text.path)
    return _Read(
        path=text.path,
        reading=reader.read(text.path, plain, lambda name: evidence(name, known)),
        lines=tuple(source.line(number) for number in range(1, source.count + 1)),
        ignores=ignores(text.path, source),
    )


def _unread(text: Text, reason: str) -> _Read:
    return _Read(
        path=text.path, reading=Reading(unchecked=(Unchecked(path=text.path, reason=reason),))
    )


def _names(mention: Mention) -> Iterable[str]:
    return (mention.written, mention.hint) if mention.hint else (mention.written,)


def _left(one: "_Read", page: Sheet, asked: Asked) -> Iterable[Unchecked]:
    """Return what of a text was left unchecked."""
    return (*one.reading.unchecked, *_undated(one.path, page, asked), *_open(page.judged, asked))


def _undated(path: str, page: Sheet, asked: Asked) -> Iterable[Unchecked]:
    """Say in one line of how many distributions it is not known whether they are alive."""
    names = {name for one in page.judged if (name := project(one.identity)) in asked.silent}
    if names := names - {normalised(name) for name in asked.failed}:
        count = "1 distribution" if len(names) == 1 else f"{len(names)} distributions"
        yield Unchecked(path=path, reason=f"how alive {count} are: the index did not answer")


def _open(judged: Iterable[Judged], asked: Asked) -> Iterable[Unchecked]:
    """Return the names that nobody was asked for, or that got no answer."""
    for one in judged:
        mention, written = one.mention, one.mention.written
        reason = asked.failed.get(written)
        if reason or one.identity.state is State.NOT_LOOKED_UP:
            yield Unchecked(
                path=mention.path,
                line=mention.line,
                name=written,
                reason=reason or "not looked up in the index",
            )


def _entry(judged: Judged) -> MentionRecord:
    mention, identity = judged.mention, judged.identity
    return MentionRecord(
        path=mention.path,
        line=mention.line,
        column=mention.column,
        text=mention.text,
        id=identity.id,
        kind=_KINDS.get(identity.state, "dist"),
        state=str(identity.state),
        name=judged.name,
        category=mention.category,
        purpose=mention.purpose,
        use_cases=mention.use_cases,
        language=mention.language,
        examples=mention.examples,
    )


def load(path: str) -> Text:
    """Read a file for a check; a fault of the file is part of the answer.

    Raises:
        UsageError: There is no such file.
    """
    from pathlib import Path  # noqa: PLC0415 -- only to check

    file = Path(path)
    if not file.exists():
        raise UsageError(f"there is no file {path}", "name files that list modules")
    if file.is_dir():
        raise UsageError(f"{path} is a folder", "name the files in it: crib check docs/*.md")
    try:
        if file.stat().st_size > LARGEST:
            return Text(path=path, fault=f"the file is larger than {LARGEST // 1024 // 1024} MB")
        return Text(path=path, data=file.read_bytes())
    except OSError as fault:
        return Text(path=path, fault=f"cannot be read: {fault.strerror}")
