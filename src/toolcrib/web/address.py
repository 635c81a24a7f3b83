"""Addresses of pages: folders below the site's root, those of other languages below their code.

All links of a page are relative to it, so a site works at any place of any host.
"""

from urllib.parse import quote, unquote

from toolcrib.model.module import ModuleId

ENGLISH = "en"
LANGUAGES = (ENGLISH, "fr")

MISSING = "404.html"
"""Where static hosts look for the page of what is not there (GitHub Pages and others)."""


def quoted(key: str) -> str:
    """Return the key of a page as a part of its address."""
    return quote(key, safe="/")


def of_module(id_: ModuleId | str) -> str:
    """Return the address of a module: `module/pypi/pyyaml/`."""
    return f"module/{quoted(id_.replace(':', '/', 1))}/"


def of_task(id_: str) -> str:
    """Return the address of a task."""
    return f"task/{quoted(id_)}/"


def localised(address: str, language: str) -> str:
    """Return where a page lies in a language."""
    return address if language == ENGLISH else f"{language}/{address}"


def in_language(address: str, language: str) -> str:
    """Return where a reader goes who wants a page in another language.

    The page for what is missing is one for all: from there it is to the first page.
    """
    return localised("" if address == MISSING else address, language)


def relative(here: str, there: str) -> str:
    """Return the link from one address to another, `#` and `?` parts kept.

    >>> relative("fr/module/std/json/", "style.css")
    '../../../../style.css'
    >>> relative("", "")
    './'
    """
    # Without the first dot a name with a colon would be taken for a scheme.
    return ("../" * here.count("/") or "./") + there


def parsed(path: str) -> tuple[str, str]:
    """Return the language and the address within it of a path below the site's root."""
    first, _, rest = path.partition("/")
    if first in LANGUAGES[1:]:
        return first, rest
    return ENGLISH, path


def key(address: str, prefix: str) -> str | None:
    """Return what of an address stands behind a prefix, or nothing if it has another one."""
    if not address.startswith(prefix):
        return None
    return unquote(address.removeprefix(prefix).removesuffix("/"))
