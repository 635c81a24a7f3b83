"""All versions of a project as an index has them, kept on disk like its other answers."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

import msgspec

from toolcrib.model.module import normalised
from toolcrib.model.published import File, PublishedVersion, Versions
from toolcrib.model.value import Value
from toolcrib.net.cache import write_answer
from toolcrib.net.files import project_files
from toolcrib.net.settings import IndexSettings, bare_address
from toolcrib.net.simple import in_order, version_of, wheel_tags

_LATEST = 30 * 24 * 3600.0


class _Kept(Value, frozen=True, kw_only=True):
    """An answer as it was kept; `fetched` in seconds since the epoch."""

    fetched: float
    versions: Versions


def project_versions(project: str, settings: IndexSettings, now: float, today: str) -> Versions:
    """Return the versions that the first index with this project has.

    Args:
        project: Its name.
        settings: The indexes.
        now: The time in seconds since the epoch, for the age of what is kept.
        today: The date that the answer carries.

    Raises:
        NetworkError: An index did not answer, or not with a page of PEP 503 or PEP 691.
    """
    path = _path(project, settings)
    kept = _read(path)
    if kept and 0 <= now - kept.fetched < settings.fresh:
        return kept.versions
    files = project_files(project, settings)
    found = Versions(name=normalised(project), as_of=today, versions=versions_in(files, project))
    write_answer(path, msgspec.json.encode(_Kept(fetched=now, versions=found)))
    return found


def kept_versions(project: str, settings: IndexSettings, now: float) -> Versions | None:
    """Return what was said of a project's versions in the last month, without asking anybody."""
    kept = _read(_path(project, settings))
    return kept.versions if kept and 0 <= now - kept.fetched < _LATEST else None


def versions_in(files: Iterable[File], project: str) -> tuple[PublishedVersion, ...]:
    """Return the versions that files come to, the newest first."""
    by_version: dict[str, list[File]] = {}
    for file in files:
        if version := version_of(file.name, project):
            by_version.setdefault(version, []).append(file)
    return tuple(_version(version, by_version[version]) for version in in_order(by_version))


def _version(version: str, files: list[File]) -> PublishedVersion:
    usable = [file for file in files if not file.yanked]
    chosen = usable or files
    return PublishedVersion(
        version=version,
        released=min((file.uploaded[:10] for file in files if file.uploaded), default=""),
        withdrawn=not usable,
        reason=next((f.reason for f in files if f.reason), "") if not usable else "",
        requires_python=next((f.requires_python for f in chosen if f.requires_python), ""),
        wheels=tuple(sorted({tags for file in chosen if (tags := wheel_tags(file.name))})),
        source=any(not file.name.endswith(".whl") for file in chosen),
    )


def _path(project: str, settings: IndexSettings) -> Path:
    addresses = " ".join(map(bare_address, settings.indexes))
    key = hashlib.sha256(addresses.encode()).hexdigest()[:16]
    return settings.cache / "index" / f"versions-{key}" / f"{normalised(project)}.json"


def _read(path: Path) -> _Kept | None:
    try:
        return msgspec.json.decode(path.read_bytes(), type=_Kept)
    except (OSError, msgspec.MsgspecError):
        return None
