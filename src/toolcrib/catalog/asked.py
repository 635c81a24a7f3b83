"""Questions that are names: `cv2`, `import yaml`, `No module named 'cv2'`."""

import re

from toolcrib.catalog.bundle import Bundle
from toolcrib.catalog.spelling import nearest
from toolcrib.catalog.words import joined, name_key, parts, split, stem
from toolcrib.model.hit import Meant
from toolcrib.model.value import Value

_LONGEST_NAME = 3
"""Words of a name that somebody writes with spaces: `concurrent futures`, `beautiful soup 4`."""

_STATEMENT_WORDS = ("import", "install", "no module")
_STATEMENT = r"""(?ix)
    no\ module\ named\ [^\w\s]*(?P<missing>[\w.-]+)
  | cannot\ import\ name\ [^\w\s]*\w+[^\w\s]*\ from\ [^\w\s]*(?P<partial>[\w.]+)
  | ^\W*(?:python3?\ -m\ )?(?:uv\ )?pip3?\ install\ (?:-\S+\ )*(?P<install>[\w.-]+)
  | ^\W*from\ (?P<origin>[\w.]+)\ import\b
  | ^\W*import\ (?P<imported>[\w.]+)(?:\ as\ \w+)?\W*$
"""


class Named(Value, frozen=True, kw_only=True):
    """The modules that a question names; `strict` where nothing else can be meant.

    `longer` is the name where it does not end with the module: `os.getenv`; or where no module
    goes by it, and it may be a word of a text yet: `pip`.
    """

    modules: tuple[Meant, ...]
    strict: bool
    longer: str = ""


def asked_name(query: str) -> str | None:
    """Return the name in an import error, an import or an install line.

    >>> asked_name("ModuleNotFoundError: No module named 'cv2'")
    'cv2'
    """
    if not any(word in query.lower() for word in _STATEMENT_WORDS):
        # Spares most questions the compiling of the pattern, which takes as long as an answer.
        return None
    match = re.search(_STATEMENT, query.strip())
    return match and next(name.rstrip(".") for name in match.groups() if name)


def named(bundle: Bundle, query: str) -> Named:
    """Return the modules that a question names; a misspelt name finds the nearest one."""
    name = asked_name(query)
    if name:
        found = modules_named(bundle, name)
        longer = _longer(bundle, name) if found or len(parts(name)) == 1 else ""
        return Named(modules=found or _near(bundle, name), strict=True, longer=longer)
    stop = bundle.stop_words()
    words = [word for word in split(query) if word not in stop]
    if not words or len(words) > _LONGEST_NAME:
        return Named(modules=(), strict=False)
    name = " ".join(words)
    found = modules_named(bundle, name)
    longer = _longer(bundle, name) if found else ""
    if not found and len(words) == 1 and _is_new(bundle, words[0]):
        found = _near(bundle, words[0])
    return Named(modules=found, strict=False, longer=longer)


def modules_named(bundle: Bundle, name: str) -> tuple[Meant, ...]:
    """Return the modules that go by a name, std first.

    The name of a submodule finds the module that it lies in.
    """
    key = name_key(name)
    while key:
        if found := bundle.modules_named(key):
            return found
        key = key.rpartition("-")[0] if "." in name else ""
    return ()


def _longer(bundle: Bundle, name: str) -> str:
    return "" if bundle.modules_named(name_key(name)) else name


def _is_new(bundle: Bundle, word: str) -> bool:
    """Tell whether a word may be a slip: it is none of ours, and no name of something else."""
    term = stem(word)
    known = bundle.terms([term]) or bundle.vectors([term])
    return not known and joined(word) not in bundle.forms()


def _near(bundle: Bundle, name: str) -> tuple[Meant, ...]:
    near = nearest(name_key(name), bundle.near_names())
    found = bundle.modules_named(near) if near else ()
    return tuple(Meant(module=meant.module, name=f"{name} → {near}") for meant in found)
