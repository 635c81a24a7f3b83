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
    words = _words([*(name.written for name in names), *filter(None, [hint])], known)
    return tuple(
        Example(line=node.line, language=_language(node), code=node.code)
        for node in codes
        if _language(node).lower() not in _SHELLS
        and not _only_installs(node.code)
        and _has(node.code, words)
    )


def _only_installs(code: str) -> bool:
    """Whether code is nothing but commands of pip, be it in a fence that names no language."""
    return all(map(_INSTALL.match, filter(None, map(str.strip, code.splitlines()))))


def uses(code: str, names: Sequence[Candidate], known: Known) -> bool:
    """Return whether code has one of an entry's names in it."""
    return _has(code, _words([name.written for name in names], known))


def imports(code: str, names: Sequence[Candidate], known: Known) -> bool:
    """Return whether code imports one of an entry's names."""
    words = _words([name.written for name in names], known)
    if not _has(code, words):
        return False
    either = "|".join(map(re.escape, sorted(words)))
    return re.search(rf"(?im)^\s*(?:import|from)\s+(?:{either})(?!\w)", code) is not None


def _words(names: Sequence[str], known: Known) -> set[str]:
    """Return the names as they are written and as one imports them, in lower case."""
    words = {word for name in names for word in (name, name.replace("-", "_"))}
    words.update(module for name in names for module in known(name).imports)
    return {word.lower() for word in words}


def _has(code: str, words: Iterable[str]) -> bool:
    """Return whether one of the words stands in code, in any case.

    Behind a full stop a word is something else: `answer.json()`, `letter.docx`.
    """
    plain = code.lower()
    return any(_stands(word, plain) for word in words)


def _stands(word: str, text: str) -> bool:
    start = text.find(word)
    if start < 0:
        return False
    before, behind = (
        text[max(start - 1, 0) : start],
        text[start + len(word) : start + len(word) + 1],
    )
    if not _is_part(before) and before != "." and not _is_part(behind):
        # No pattern: each entry has other words, and to compile them costs more than to look.
        return True
    return re.search(rf"(?<![\w.]){re.escape(word)}(?!\w)", text) is not None


def _is_part(char: str) -> bool:
    return char.isalnum() or char == "_"


def _language(node: Node) -> str:
    return re.split(r"[\s{,]", node.info, maxsplit=1)[0]
