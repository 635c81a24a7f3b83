"""A project's page of an index, as JSON (PEP 691) or HTML (PEP 503), into one value.

Yanked files are those of PEP 592, versions those of PEP 700, status markers those of PEP 792.
"""

import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import msgspec
from msgspec.structs import replace

from toolcrib.errors import NetworkError
from toolcrib.model.module import normalised
from toolcrib.model.published import File, Published

# Release numbers, and what marks a version as one that installers pass over (PEP 440).
_RELEASE = re.compile(r"v?(?:(?P<epoch>\d{1,9})!)?(?P<release>\d+(?:\.\d+)*)(?P<rest>.*)", re.ASCII)
_UNFINISHED = re.compile(r"[._-]?(a|b|c|rc|alpha|beta|pre|preview|dev)", re.IGNORECASE)
_LONGEST_REASON = 500
_MARKS = re.compile(r"[-_]+")
_TITLE = re.compile(r"<(?:title|h1)>\s*(?:links for|simple index)", re.IGNORECASE)
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
    wrong = f"the index sent no page of PEP 691 for {project}"
    try:
        page: dict[str, Any] = msgspec.json.decode(body, type=dict[str, Any])
        files = [_described(entry) for entry in page["files"]]
    except (msgspec.DecodeError, KeyError, TypeError, AttributeError, ValueError) as fault:
        raise NetworkError(wrong) from fault
    if normalised(str(page.get("name") or project)) != normalised(project):
        raise NetworkError(wrong)
    return page, files


def located(published: Published, page: str, index: str) -> Published:
    """Return an answer with the whole address of its file, and the index that gave it."""
    file = published.file
    if file is not None:
        file = replace(file, url=whole_address(page, file.url))
    return replace(published, file=file, index=index)


def whole_address(page: str, link: str) -> str:
    """Return where a link of a page leads; nowhere, if that is another kind of place.

    A page from the network has no word on what is read from this machine's disk.
    """
    url = urljoin(page, link)
    web = ("http", "https")
    kind, own = urlsplit(url).scheme, urlsplit(page).scheme
    return url if kind in web or kind == own else ""


def _described(entry: dict[str, Any]) -> File:
    # PEP 714 gave the key of PEP 658 another name; servers send either.
    metadata = entry.get("core-metadata", entry.get("dist-info-metadata"))
    size = entry.get("size")
    return File(
        name=str(entry["filename"]),
        url=str(entry.get("url") or ""),
        sha256=str((entry.get("hashes") or {}).get("sha256") or ""),
        requires_python=str(entry.get("requires-python") or ""),
        yanked=bool(entry.get("yanked")),
        reason=_words(entry.get("yanked")),
        uploaded=str(entry.get("upload-time") or ""),
        metadata=bool(metadata),
        size=size if isinstance(size, int) and size > 0 else 0,
    )


def _words(reason: object) -> str:
    """Return why a file is yanked, in one line and cut short; nothing where it is not told."""
    return " ".join(reason[:_LONGEST_REASON].split()) if isinstance(reason, str) else ""


def _status(page: dict[str, Any]) -> tuple[str, str]:
    meta = page.get("meta")
    marker = page.get("project-status") or (isinstance(meta, dict) and meta.get("project-status"))
    if isinstance(marker, dict):
        return str(marker.get("status") or "active"), str(marker.get("reason") or "")
    return str(marker or "active"), ""


def from_html(project: str, text: str, as_of: str) -> Published:
    """Read a page of PEP 503.

    Raises:
        NetworkError: It is another page.
    """
    marks, own = html_files(project, text)
    status = marks.get("pypi:project-status", "") or "active"
    reason = marks.get("pypi:project-status-reason", "")
    return summary(project, own, as_of, status=status, reason=reason)


def html_files(project: str, text: str) -> tuple[dict[str, str], list[File]]:
    """Read the marks and the project's files of a page of PEP 503; addresses are those of the page.

    Raises:
        NetworkError: It is another page: a portal that answers everything makes no name exist.
    """
    marks, files = _marks_and_files(text)
    own = [file for file in files if version_of(file.name, project)]
    if not own and "pypi:repository-version" not in marks and not _TITLE.search(text):
        raise NetworkError(f"the index sent no page of PEP 503 for {project}")
    return marks, own


def _marks_and_files(text: str) -> tuple[dict[str, str], list[File]]:
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
    offered = values.get("data-core-metadata", values.get("data-dist-info-metadata", "false"))
    return File(
        name=unquote(url.partition("?")[0].rpartition("/")[2]),
        url=url,
        sha256=fragment.removeprefix("sha256=") if fragment.startswith("sha256=") else "",
        requires_python=values.get("data-requires-python") or "",
        yanked="data-yanked" in values,
        reason=_words(values.get("data-yanked")),
        uploaded=values.get("data-upload-time") or "",
        metadata=offered != "false",
    )


def summary(project: str, files: list[File], as_of: str, *, status: str, reason: str) -> Published:
    """Return what the files of a project come to."""
    by_version: dict[str, list[File]] = {}
    for file in files:
        by_version.setdefault(version_of(file.name, project), []).append(file)
    by_version.pop("", None)
    usable = [v for v, own in by_version.items() if not all(file.yanked for file in own)]
    newest_one = newest(usable)
    chosen = [file for file in by_version.get(newest_one, ()) if not file.yanked]
    return Published(
        name=normalised(project),
        exists=True,
        as_of=as_of,
        files=len(files),
        yanked=sum(file.yanked for file in files),
        released=max((file.uploaded[:10] for file in files), default=""),
        newest=newest_one,
        status=status,
        reason=reason,
        versions=in_order(usable),
        withdrawn=in_order(v for v in by_version if v not in set(usable)),
        requires_python=next((f.requires_python for f in chosen if f.requires_python), ""),
        wheels=tuple(sorted({tags for file in chosen if (tags := wheel_tags(file.name))})),
        source=any(not file.name.endswith(".whl") for file in chosen),
        file=telling_file(chosen),
    )


def wheel_tags(file: str) -> str:
    """Return the tags in a wheel's name, such as `cp39-abi3-win_amd64`; of another file nothing."""
    return "-".join(file[:-4].split("-")[-3:]) if file.endswith(".whl") else ""


def telling_file(files: Iterable[File]) -> File | None:
    """Return the file that tells best and most cheaply what a version holds.

    A wheel before an sdist, one for all platforms first, then one for Linux; of several the first
    by name, so that the answer is the same each time.
    """
    archives = [file for file in files if file.name.endswith((".whl", ".zip", ".tar.gz", ".tgz"))]
    return min(archives, key=_cost, default=None)


def _cost(file: File) -> tuple[bool, bool, bool, bool, str]:
    return (
        not file.name.endswith(".whl"),
        not file.name.endswith("-none-any.whl"),
        "linux" not in file.name,
        "x86_64" not in file.name,
        file.name,
    )


def version_of(file: str, project: str) -> str:
    """Return the version that a file's name says, or nothing."""
    if file.endswith(".whl"):
        name, _, rest = file.partition("-")
        own = normalised(name) == normalised(project)
        return rest.partition("-")[0] if own and "-" in rest else ""
    head = _ARCHIVES.sub("", file)
    if head == file:
        return ""
    # The name may hold dashes, dots and underscores in any mix; it ends where it is spelled out.
    for mark in _MARKS.finditer(head):
        if normalised(head[: mark.start()]) == normalised(project):
            return head[mark.end() :].partition("-")[0]
    return ""


def newest(versions: Iterable[str]) -> str:
    """Return the newest finished version, or the newest of all where none is finished."""
    ordered = in_order(versions)
    finished = (version for version in ordered if not _is_unfinished(version))
    return next(finished, ordered[0] if ordered else "")


def in_order(versions: Iterable[str]) -> tuple[str, ...]:
    """Return versions of PEP 440, newest first; others are left out."""
    known = {version: match for version in versions if (match := _RELEASE.fullmatch(version))}
    return tuple(sorted(known, key=lambda version: _key(known[version]), reverse=True))


def _is_unfinished(version: str) -> bool:
    match = _RELEASE.fullmatch(version)
    return bool(match and _UNFINISHED.match(match["rest"]))


def _key(match: re.Match[str]) -> tuple[int, tuple[int, ...], bool, str]:
    release = [int(part[:9]) for part in match["release"].split(".")]
    while release and not release[-1]:
        release.pop()
    rest = match["rest"].lstrip("._-").lower()
    return int(match["epoch"] or 0), tuple(release), not _UNFINISHED.match(match["rest"]), rest
