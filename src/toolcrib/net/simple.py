"""A project's page of an index, as JSON (PEP 691) or HTML (PEP 503), into one value.

Yanked files are those of PEP 592, versions those of PEP 700, status markers those of PEP 792.
"""

import re
from typing import Any

import msgspec

from toolcrib.errors import NetworkError
from toolcrib.model.module import normalised
from toolcrib.model.published import File, Published

# Release numbers, and what marks a version as one that installers pass over (PEP 440).
_RELEASE = re.compile(r"v?(?:\d+!)?(?P<release>\d+(?:\.\d+)*)(?P<rest>.*)", re.ASCII)
_UNFINISHED = re.compile(r"[._-]?(a|b|c|rc|alpha|beta|pre|preview|dev)", re.IGNORECASE)
_ARCHIVES = re.compile(r"\.(tar\.(gz|bz2|xz|Z)|tgz|zip|egg|exe|msi|rpm|deb|dmg)$")


def from_json(project: str, body: bytes, as_of: str) -> Published:
    """Read a page of PEP 691.

    Raises:
        NetworkError: It is no such page.
    """
    page, files = json_files(project, body)
    status, reason = _status(page)
    return summary(project, files, as_of, status=status, reason=reason)


def json_files(project: str, body: bytes) -> tuple[dict[str, Any], list[File]]:
    """Read a page of PEP 691 and its files; addresses are those that the page has.

    Raises:
        NetworkError: It is no such page.
    """
    try:
        page: dict[str, Any] = msgspec.json.decode(body, type=dict[str, Any])
        files = [
            File(
                name=str(entry["filename"]),
                url=str(entry.get("url") or ""),
                sha256=str((entry.get("hashes") or {}).get("sha256") or ""),
                requires_python=str(entry.get("requires-python") or ""),
                yanked=bool(entry.get("yanked")),
                uploaded=str(entry.get("upload-time") or ""),
            )
            for entry in page.get("files", ())
        ]
    except (msgspec.DecodeError, KeyError, TypeError, AttributeError) as fault:
        raise NetworkError(f"the index sent no page of PEP 691 for {project}") from fault
    return page, files


def _status(page: dict[str, Any]) -> tuple[str, str]:
    meta = page.get("meta")
    marker = page.get("project-status") or (isinstance(meta, dict) and meta.get("project-status"))
    if isinstance(marker, dict):
        return str(marker.get("status") or "active"), str(marker.get("reason") or "")
    return str(marker or "active"), ""


def from_html(project: str, text: str, as_of: str) -> Published:
    """Read a page of PEP 503."""
    marks, files = html_files(text)
    status = marks.get("pypi:project-status", "") or "active"
    reason = marks.get("pypi:project-status-reason", "")
    return summary(project, files, as_of, status=status, reason=reason)


def html_files(text: str) -> tuple[dict[str, str], list[File]]:
    """Read the marks and the files of a page of PEP 503; addresses are those that it has."""
    from html.parser import HTMLParser  # noqa: PLC0415 -- most indexes speak JSON

    files: list[File] = []
    marks: dict[str, str] = {}

    class Page(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            values = dict(attrs)
            if tag == "meta" and (name := values.get("name")):
                marks[name] = values.get("content") or ""
            if tag == "a" and (link := values.get("href")):
                files.append(_linked(link, values))

    Page().feed(text)
    return marks, files


def _linked(link: str, values: dict[str, str | None]) -> File:
    url, _, fragment = link.partition("#")
    return File(
        name=url.partition("?")[0].rpartition("/")[2],
        url=url,
        sha256=fragment.removeprefix("sha256=") if fragment.startswith("sha256=") else "",
        requires_python=values.get("data-requires-python") or "",
        yanked="data-yanked" in values,
        uploaded=values.get("data-upload-time") or "",
    )


def summary(project: str, files: list[File], as_of: str, *, status: str, reason: str) -> Published:
    """Return what the files of a project come to."""
    kept = [file.name for file in files if not file.yanked]
    return Published(
        name=normalised(project),
        exists=True,
        as_of=as_of,
        files=len(files),
        yanked=len(files) - len(kept),
        released=max((file.uploaded[:10] for file in files), default=""),
        newest=newest(filter(None, (version_of(name, project) for name in kept))),
        status=status,
        reason=reason,
    )


def version_of(file: str, project: str) -> str:
    """Return the version that a file's name says, or nothing."""
    if file.endswith(".whl"):
        parts = file.split("-")
        return parts[1] if len(parts) > 2 else ""  # noqa: PLR2004 -- name, version, tags
    stem = _ARCHIVES.sub("", file)
    head, length = stem, len(normalised(project))
    # The name may hold dashes, dots and underscores in any mix; it ends where it is spelled out.
    for end in range(len(head), 0, -1):
        if normalised(head[:end]) == normalised(project) and len(head[:end]) >= length:
            return head[end:].lstrip("-_").partition("-")[0]
    return ""


def newest(versions: Any) -> str:  # noqa: ANN401 -- any iterable of strings
    """Return the newest finished version, or the newest of all where none is finished."""
    known = {version: match for version in versions if (match := _RELEASE.fullmatch(version))}
    finished = {v: m for v, m in known.items() if not _UNFINISHED.match(m["rest"])}
    chosen = finished or known
    return max(chosen, key=lambda v: _key(chosen[v]), default="")


def _key(match: re.Match[str]) -> tuple[tuple[int, ...], str]:
    return tuple(int(part) for part in match["release"].split(".")), match["rest"]
