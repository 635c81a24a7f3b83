"""What a requirement of pip names: PEP 508, and the lines of requirements files."""

import re

_NAME = re.compile(r"\s*([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)", re.ASCII)
_AFTER = re.compile(r"\s*(?:$|[\[<>=!~;@#(]|--|\\\s*$)")
_EGG = re.compile(r"[#&]egg=([A-Za-z0-9._-]+)", re.ASCII)
_EXTRAS = r"(?:\s*\[[^\]]*\])?"
_PIN = re.compile(rf"{_EXTRAS}\s*\(?\s*={{2,3}}\s*([0-9][\w.!+-]*)(?![\w.*!+-])", re.ASCII)
_SOURCES = ("-e", "--editable", "git+", "hg+", "svn+", "bzr+")


def name_span(text: str) -> tuple[int, int] | None:
    """Return where the name of a distribution stands in a requirement; None if it names none."""
    match = _NAME.match(text)
    if match and _AFTER.match(text, match.end()):
        return match.span(1)
    egg = _EGG.search(text) if text.lstrip().startswith(_SOURCES) else None
    return egg.span(1) if egg else None


def pinned_version(text: str, end: int) -> str:
    """Return the one version that a requirement allows behind its name; empty where it is none.

    `==1.4` is one, `==1.*` and `>=1.4` are not (PEP 440, "Version specifiers").
    """
    match = _PIN.match(text, end)
    return match[1] if match else ""


def is_specific(text: str) -> bool:
    """Return whether a text is a requirement that says more than a word: a version, an extra."""
    span = name_span(text)
    return span is not None and text[span[1] :].strip() != ""
