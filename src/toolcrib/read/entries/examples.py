"""Code below an entry: which is an example of its modules, which says how to install them."""

import re
from collections.abc import Iterable, Sequence

from toolcrib.model.mention import Example
from toolcrib.read.entries.names import Candidate, Known
from toolcrib.text.node import Node

_INSTALL = re.compile(r"(?:[$>!%]\s*)?(?:sudo\s+)?(?:python3?\s+-m\s+)?pip3?\s+install\s")
_SHELLS = frozenset({"sh", "bash", "shell", "console", "zsh", "powershell", "cmd", "bat"})


def examples_of(
    codes: Iterable[Node], names: Sequence[Candidate], hint: str, known: Known
) -> tuple[Example, ...]:
    """Return the code that uses one of an entry's modules; code that only stands there is none.

    Args:
        codes: The code between the entry and the next one.
        names: The entry's names.
        hint: What the entry says to install.
        known: What is imported under a name.
    """
    codes = tuple(codes)
    if not codes:
        return ()
    use = _use_of([*(name.written for name in names), *filter(None, [hint])], known)
    return tuple(
        Example(line=node.line, language=_language(node), code=node.code)
        for node in codes
        if _language(node).lower() not in _SHELLS
        and not _only_installs(node.code)
        and use.search(node.code)
    )


def _only_installs(code: str) -> bool:
    """Whether code is nothing but commands of pip, be it in a fence that names no language."""
    return all(map(_INSTALL.match, filter(None, map(str.strip, code.splitlines()))))


def uses(code: str, names: Sequence[Candidate], known: Known) -> bool:
    """Return whether code has one of an entry's names in it."""
    return _use_of([name.written for name in names], known).search(code) is not None


def imports(code: str, names: Sequence[Candidate], known: Known) -> bool:
    """Return whether code imports one of an entry's names."""
    either = _either([name.written for name in names], known)
    return re.search(rf"(?im)^\s*(?:import|from)\s+(?:{either})(?!\w)", code) is not None


def _use_of(names: Sequence[str], known: Known) -> re.Pattern[str]:
    """Return what finds one of the names, as it is written or as one imports it.

    Behind a full stop a word is something else: `answer.json()`, `letter.docx`.
    """
    return re.compile(rf"(?<![\w.])(?:{_either(names, known)})(?!\w)", re.IGNORECASE)


def _either(names: Sequence[str], known: Known) -> str:
    """Return a pattern for the names, as they are written or as one imports them."""
    words = {word for name in names for word in (name, name.replace("-", "_"))}
    words.update(module for name in names for module in known(name).imports)
    return "|".join(map(re.escape, sorted(words)))


def _language(node: Node) -> str:
    return re.split(r"[\s{,]", node.info, maxsplit=1)[0]
