"""The standard library has it by now.

The distribution brought a module of a newer Python to older ones. From that Python on it is of no
use, and some break the module that they copy. The Python is that of `--target`, else the newest. A
requirement that is limited to some Pythons by a marker (PEP 508) is left alone.
"""

from collections.abc import Iterator

from toolcrib.model.finding import Judged, Level, Sheet
from toolcrib.model.version import version_number
from toolcrib.rules.rule import Rule, of_mentions

_SINCE = {
    # What each says of itself on its page of the index, and the version that "What's New in
    # Python" names. Those that go on to bring newer features (typing-extensions,
    # importlib-metadata) are no backports in this sense.
    "argparse": ("argparse", "3.2"),
    "asyncio": ("asyncio", "3.4"),
    "backports-lzma": ("lzma", "3.3"),
    "backports-zoneinfo": ("zoneinfo", "3.9"),
    "backports-zstd": ("compression.zstd", "3.14"),
    "backports-cached-property": ("functools.cached_property", "3.8"),
    "backports-functools-lru-cache": ("functools.lru_cache", "3.2"),
    "backports-shutil-get-terminal-size": ("shutil.get_terminal_size", "3.3"),
    "backports-shutil-which": ("shutil.which", "3.3"),
    "backports-tempfile": ("tempfile", "3.2"),
    "configparser": ("configparser", "3.2"),
    "contextvars": ("contextvars", "3.7"),
    "dataclasses": ("dataclasses", "3.7"),
    "enum34": ("enum", "3.4"),
    "functools32": ("functools", "3.2"),
    "futures": ("concurrent.futures", "3.2"),
    "graphlib-backport": ("graphlib", "3.9"),
    "importlib": ("importlib", "3.1"),
    "ipaddress": ("ipaddress", "3.3"),
    "mock": ("unittest.mock", "3.3"),
    "ordereddict": ("collections.OrderedDict", "3.1"),
    "pathlib": ("pathlib", "3.4"),
    "pathlib2": ("pathlib", "3.4"),
    "py2-ipaddress": ("ipaddress", "3.3"),
    "singledispatch": ("functools.singledispatch", "3.4"),
    "statistics": ("statistics", "3.4"),
    "subprocess32": ("subprocess", "3.2"),
    "tomli": ("tomllib", "3.11"),
    "typing": ("typing", "3.5"),
    "unittest2": ("unittest", "3.2"),
    "uuid": ("uuid", "3.0"),
}
"""Distributions with what they copy and the first Python 3 that has it."""


def judge(judged: Judged, page: Sheet) -> Iterator[tuple[str, str]]:
    """Name the module; a name that is read as the standard library's own is no backport."""
    if not judged.identity.id or not judged.identity.id.startswith("pypi:"):
        return
    mention = judged.mention
    if "python_version" in page.lines[mention.line - 1][mention.end - 1 :]:
        return
    found = _SINCE.get(judged.identity.id.removeprefix("pypi:"))
    if found and version_number(found[1]) <= version_number(page.target):
        module, since = found
        yield f"{mention.written} copies {module}, which Python has since {since}", ""


RULE = Rule(
    code="TC205",
    level=Level.WARNING,
    summary="backport of something the standard library now has",
    check=of_mentions(judge),
)
