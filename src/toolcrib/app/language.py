"""Texts in the reader's language: those of the catalog, and the few words of the program itself."""

import re
from collections.abc import Callable

from toolcrib.app.settings import language
from toolcrib.catalog.bundle import Bundle

ENGLISH = "en"

PROOF_PARTS = (
    "runs in the browser",
    "not yet proven",
    "cannot install",
    "privileged",
    "with an emulator",
    "proven",
    "ran",
    "fails",
    "stale",
    "on",
)
"""What the phrases of proofs are made of beside Pythons and names of emulators; longest first."""

UI = (
    *PROOF_PARTS,
    "2 only",
    "Also",
    "Alternatives",
    "Because",
    "CPU time",
    "Collections",
    "Distributions",
    "Evidence",
    "Good for",
    "Import time",
    "Input",
    "Install",
    "Installed size",
    "Lines",
    "Measured on {} with Python {}, in {} rounds, on {} ({} cores).",
    "Modules",
    "Not for",
    "Nothing in the catalog does that.",
    "Output",
    "Peak memory",
    "Pitfall",
    "Proof",
    "Purpose",
    "Pythons",
    "Run with",
    "Stands under",
    "Take first",
    "Talks to",
    "The machine was busy with something else: the figures are noisy.",
    "They share no task: compare what each is for.",
    "Tasks",
    "Tools",
    "Wall time",
    "`import {}` fails",
    "a distribution",
    "a distribution under quarantine",
    "a distribution without content",
    "a module of Python 2",
    "a module of your own",
    "a class or a function of distributions",
    "a name in a module of the standard library",
    "a name over several distributions",
    "an alternative to {}",
    "an archived distribution",
    "an import name",
    "another project than is mostly meant",
    "beware",
    "built in",
    "comes with Python",
    "fastest",
    "from",
    "from {}",
    "grade",
    "import",
    "install",
    "installed",
    "instead",
    "least",
    "matches",
    "missing",
    "near in meaning",
    "newest",
    "no difference",
    "no Python module",
    "not known here, and not looked up",
    "not known to anybody",
    "or",
    "perhaps",
    "registered, but nothing to install",
    "removed from the standard library",
    "standard library",
    "the distribution {} is another",
    "the name of a project",
    "the old name of a distribution",
    "why",
    "written",
    "wrong distribution",
    "{} to {}",
    "The program asks for Python {}; the module does not.",
    "Python {} in a closed room (grade {}), without a network; nothing of it stays.",
    "Installed for it, the first time after a while: {}",
    "Beside it on localhost: {}",
    "Ctrl-D ends it.",
    "Finished",
    "In short",
    "Last release",
    "Licence",
    "Nothing in the catalog does that with {}.",
    "Proven on",
    "What the package index says is as of {}.",
    "as far as is known",
    "more",
    "no",
    "not told",
    "without {}: {}",
    "yes",
    "commands",
    "files",
    "holes",
    "is",
    "licence",
    "needs",
    "yanked",
    "another distribution than is meant",
    "here",
    "it had a release in the last two years",
    "it has known vulnerabilities",
    "it is deprecated by its own words",
    "it is not proven on the newest Python",
    "no wheel for {}, so it is built",
    "none known",
    "none",
    "none: there is nothing that {} allows",
    "not installed",
    "not what is required",
    "the index does not tell of vulnerabilities",
    "the index does not tell",
    "the index marks it as no longer active",
    "the newest of {} that {} allows",
    "version",
    "wheels for {}",
    "withdrawn",
    "{} gets {}",
)
"""All texts of the program that are translated; they stand in `languages/*.po` with the content."""


def interface() -> frozenset[str]:
    """Return all that may be translated beside content: words, and notes on standard modules."""
    from toolcrib.app.notes import NOTES  # noqa: PLC0415 -- for translators only
    from toolcrib.app.site_words import SITE  # noqa: PLC0415 -- the same
    from toolcrib.identify.stdlib import read_stdlib  # noqa: PLC0415 -- the same

    notes = (fact.why for fact in read_stdlib().facts.values())
    return frozenset((*UI, *SITE, *NOTES, *notes))


class Texts:
    """Translates a text; what has no translation stays English, and is among `missed` then."""

    def __init__(self, bundle: Bundle, wanted: str | None = None) -> None:
        """Take the language that is wanted, else that of the locale."""
        self.language = language(wanted).value
        self.missed: set[str] = set()
        self._found: dict[str, str] = {}
        self._bundle = bundle

    def __call__(self, text: str) -> str:
        """Return a text in the language."""
        if self.language == ENGLISH or not text:
            return text
        if text in self._found or text in self.missed:
            return self._found.get(text, text)
        found = self._bundle.translated(self.language, text)
        if not found:
            self.missed.add(text)
            return text
        self._found[text] = found
        return found

    def of(self, language: str) -> Callable[[str], str]:
        """Return what translates texts that were written in another language than English."""
        return str if language == self.language else self

    def note(self, text: str) -> str:
        """Return a note on a name in the language, sentence by sentence."""
        if self.language == ENGLISH or not text:
            return text
        from toolcrib.app.notes import note_in  # noqa: PLC0415 -- only for translations

        return note_in(text, self)

    def proof(self, phrase: str) -> str:
        """Return the phrase of a proof in the language, part by part."""
        pattern = rf"\b({'|'.join(PROOF_PARTS)})\b"
        return re.sub(pattern, lambda part: self(part[0]), phrase)
