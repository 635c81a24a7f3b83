"""Notes on names in the reader's language: sentences that hold names, versions and dates."""

import re
from collections.abc import Callable
from functools import cache

NOTES = (
    "Removed in Python {}.",
    "New in Python {}.",
    "Deprecated since Python {}, to be removed in {}.",
    "Deprecated since Python {}.",
    "Only on {} and {}.",
    "Only on {}.",
    "No release since {}.",
    "Types for {}: nothing to import at run time.",
    "Commands only, nothing to import: {}.",
    "It extends the search path and has no module of its own.",
    "It holds no module of its own and installs {} and {} more.",
    "It holds no module of its own and installs {}.",
    "It holds no module.",
    "There is no wheel; the import name is from {}.",
    "the files at the beginning of its sdist",
    "a guess by its name",
    "Its own metadata calls it inactive.",
    'Its own words: "{}"',
    "all its files are yanked",
    "it has no files",
    "its owners mark it as deprecated",
    "{} is built in: nothing to import",
    "{} is a function or class of {}",
    "{} is a class of {}",
    "the link leads to the repository of {}, and that of {} is {}",
    "the link leads to {}",
    "the example imports {}, which {} has and {} has not",
    "{} holds no module; {} is well known",
    "{} says nothing of itself; {} is well known",
    '{} says of itself "{}"; {} fits',
    '{} says of itself "{}"',
)
"""The sentences of notes, with braces for what varies; of two that fit the longer one first."""

_HOLE = "{}"


def note_in(text: str, translated: Callable[[str], str]) -> str:
    """Return a note in another language, sentence by sentence; what is not known stays as it is.

    Args:
        text: The note in English.
        translated: Gives a text in the language, or the text itself.
    """
    found: list[str] = []
    while text:
        whole = translated(text)
        if whole != text:
            return " ".join((*found, whole))
        sentence = _sentence(text)
        if sentence is None:
            return " ".join((*found, text))
        template, match = sentence
        found.append(translated(template).format(*map(translated, match.groups())))
        text = text[match.end() :].lstrip()
    return " ".join(found)


def _sentence(text: str) -> tuple[str, re.Match[str]] | None:
    matches = ((template, pattern.match(text)) for template, pattern in _patterns())
    return next(((template, match) for template, match in matches if match), None)


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((template, _pattern(template)) for template in NOTES)


def _pattern(template: str) -> re.Pattern[str]:
    parts = map(re.escape, template.split(_HOLE))
    return re.compile("(.+?)".join(parts) + r"(?=\s|$)", re.DOTALL)
