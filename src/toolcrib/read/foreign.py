"""Files in which other languages declare what they need: their names are no modules of Python.

A name on npm or crates.io is often one on PyPI, too, and there it is another project.
"""

from toolcrib.model.mention import Reading, Unchecked
from toolcrib.read.reader import Known, Reader

_LANGUAGES = {
    "package.json": "JavaScript",
    "package-lock.json": "JavaScript",
    "npm-shrinkwrap.json": "JavaScript",
    "deno.json": "JavaScript",
    "composer.json": "PHP",
    "composer.lock": "PHP",
    "cargo.toml": "Rust",
    "cargo.lock": "Rust",
    "gemfile": "Ruby",
    "gemfile.lock": "Ruby",
    "go.mod": "Go",
    "go.sum": "Go",
    "pubspec.yaml": "Dart",
}


def read(path: str, _text: str, _known: Known) -> Reading:
    """Return no mentions, and whose file it is."""
    name = path.replace("\\", "/").rpartition("/")[2].lower()
    language = _LANGUAGES.get(name, "another language")
    reason = f"{name} declares what a program in {language} needs, none of it for Python"
    return Reading(mentions=(), unchecked=(Unchecked(path=path, reason=reason),))


READER = Reader(name="foreign", read=read, suffixes=tuple(_LANGUAGES), names=tuple(_LANGUAGES))
"""Declarations of other languages."""
