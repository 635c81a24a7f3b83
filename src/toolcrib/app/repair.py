"""Repair texts: write the fixes of those findings that have one right answer, and nothing else."""

from collections.abc import Callable, Iterable, Sequence
from difflib import unified_diff
from pathlib import Path

from toolcrib.app.check import Checked, Text
from toolcrib.errors import UsageError
from toolcrib.model.finding import Finding
from toolcrib.model.value import Value
from toolcrib.rules import ALL
from toolcrib.text.source import Source, decoded, encoding_of
from toolcrib.verify.whole import write_whole

_REPAIRS = frozenset(rule.code for rule in ALL if rule.repairs)
_ROUNDS = 5  # a name that is repaired may then be found to be an old one


class Repair(Value, frozen=True, kw_only=True):
    """A text as it was and as it is repaired."""

    path: str
    before: bytes
    after: bytes

    def diff(self) -> str:
        """Return the difference as a unified diff, each line with an end of its own."""
        before, after = (decoded(data).splitlines() for data in (self.before, self.after))
        told = unified_diff(before, after, self.path, self.path, lineterm="")
        return "".join(f"{line}\n" for line in told)


class Repaired(Value, frozen=True, kw_only=True):
    """What was repaired, and what the check says of the texts as they are then."""

    repairs: tuple[Repair, ...]
    checked: Checked


def repair(texts: Sequence[Text], judge: Callable[[Sequence[Text]], Checked]) -> Repaired:
    """Repair texts until nothing more has one right answer; writes nothing.

    Args:
        texts: The files.
        judge: Checks some texts.
    """
    now = list(texts)
    checked = judge(now)
    for _ in range(_ROUNDS):
        better = [_better(text, checked.report.findings) for text in now]
        if better == now:
            break
        now = better
        checked = judge(now)
    pairs = ((old, new) for old, new in zip(texts, now, strict=True) if old != new)
    repairs = (Repair(path=old.path, before=old.data, after=new.data) for old, new in pairs)
    return Repaired(repairs=tuple(repairs), checked=checked)


def write(repairs: Iterable[Repair]) -> None:
    """Write repaired texts in place of their files, each in whole and with the file's own mode.

    Raises:
        UsageError: A file cannot be written, or is not any more what was read.
    """
    for one in repairs:
        path = Path(one.path).resolve()
        try:
            if path.read_bytes() != one.before:
                raise UsageError(f"{one.path} was changed meanwhile", "run the check again")
            write_whole(path, one.after, path.stat().st_mode & 0o777)
        except OSError as fault:
            raise UsageError(f"cannot write {one.path}: {fault.strerror}", "try --diff") from fault


def _better(text: Text, findings: Iterable[Finding]) -> Text:
    mine = (finding for finding in findings if finding.path == text.path)
    return Text(path=text.path, data=repaired(text.data, mine), fault=text.fault)


def repaired(data: bytes, findings: Iterable[Finding]) -> bytes:
    """Return the bytes of a text with the fixes of its findings in place.

    Only the places of the fixes change, byte for byte: encoding, mark and line ends stay. Bytes
    that are no text in their encoding are left as they are, and so is a fix that the encoding
    cannot write.
    """
    mark, encoding = encoding_of(data)
    text = decoded(data)
    if mark + _encoded(text, encoding) != data:
        return data
    source, parts, done = Source(text=text), [mark], 0
    for start, end, fix in _edits(source, findings):
        new = _encoded(fix, encoding)
        if start >= done and new:
            parts += [_encoded(text[done:start], encoding), new]
            done = end
    return b"".join((*parts, _encoded(text[done:], encoding)))


def _edits(source: Source, findings: Iterable[Finding]) -> list[tuple[int, int, str]]:
    """Return offsets and new text of each repair, in the order of the text."""
    edits = set()
    for finding in findings:
        if finding.fix and finding.code in _REPAIRS and finding.line <= source.count:
            first, last = source.span(finding.line)
            start, end = first + finding.column - 1, first + finding.end - 1
            if end <= last:
                edits.add((start, end, finding.fix))
    return sorted(edits)


def _encoded(text: str, encoding: str) -> bytes:
    """Return a text as bytes; nothing where the encoding cannot write it."""
    try:
        return text.encode(encoding)
    except UnicodeEncodeError:
        return b""
