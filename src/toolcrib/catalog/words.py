"""Words of questions and of content in one form: accents folded, endings of two languages cut.

The same rules serve the compiler and every search, so they are few and need no dictionary. They
are specified by the vectors in the tests and are meant to be ported as they stand.
"""

import re

_WORD = re.compile(r"[a-z0-9]+(?:[._-][a-z0-9]+)*")
_PART = re.compile(r"[a-z0-9]+")
_VOWELS = frozenset("aeiouy")
_SHORTEST = 3
_NO_PLURALS = frozenset({"temps"})
_NEVER_DOUBLED = frozenset("aeiouywx")
_LAST = {"y": "i", "z": "s"}

# Plurals are cut once, other endings as long as one fits; the first that fits is taken. English and
# French share most: configuration, configurer, configure; vérification, vérifier, verify.
_PLURALS = (
    ("xes", "x"),
    ("eaux", "eau"),
    ("aux", "al"),
    ("ies", "y"),
    ("ysis", "ys"),
    ("ss", "ss"),
    ("us", "us"),
    ("is", "is"),
    ("s", ""),
)
_ENDINGS = (
    ("ication", "y"),
    ("icating", "y"),
    ("icate", "y"),
    ("icated", "y"),
    ("ation", ""),
    ("ating", ""),
    ("ator", ""),
    ("ated", ""),
    ("ate", ""),
    ("ction", "ct"),
    ("ption", "pt"),
    ("rtion", "rt"),
    ("ssion", "ss"),
    ("ution", "ut"),
    ("ally", "al"),
    ("ely", "e"),
    ("tly", "t"),
    ("dly", "d"),
    ("kly", "k"),
    ("wly", "w"),
    ("ement", ""),
    ("ying", "y"),
    ("ing", ""),
    ("ied", "y"),
    ("ier", "y"),
    ("eed", "eed"),
    ("ed", ""),
    ("er", ""),
    ("ez", ""),
    ("e", ""),
)


def fold(text: str) -> str:
    """Return text in lower case without accents."""
    if not text.isascii():
        import unicodedata  # noqa: PLC0415 -- most questions have no accents

        parts = unicodedata.normalize("NFKD", text.replace("œ", "oe").replace("Œ", "oe"))
        text = "".join(c for c in parts if not unicodedata.combining(c))
    return text.lower()


def stem(word: str) -> str:
    """Return what a folded word shares with its other forms; words with digits stay as they are.

    >>> stem("configuration"), stem("configurer"), stem("logging"), stem("copies")
    ('configur', 'configur', 'log', 'copi')
    """
    if len(word) <= _SHORTEST or not word.isalpha() or word in _NO_PLURALS:
        return word
    word = _cut(word, _PLURALS)
    if len(word) == _SHORTEST:
        return word
    while (shorter := _cut(word, _ENDINGS)) != word:
        word = shorter
    if len(word) == _SHORTEST:
        return word if word[1] not in _VOWELS or word[2] in _NEVER_DOUBLED else f"{word}e"
    if word[-1] == word[-2] and word[-1] not in _VOWELS:
        word = word[:-1]
    return word[:-1] + _LAST.get(word[-1], word[-1])


def _cut(word: str, endings: tuple[tuple[str, str], ...]) -> str:
    for ending, instead in endings:
        if word.endswith(ending):
            start = word[: -len(ending)]
            if len(start) + len(instead) >= _SHORTEST and not _VOWELS.isdisjoint(start):
                return start + instead
    return word


def split(text: str) -> list[str]:
    """Return the folded words of a text in order; a dotted or dashed name stays one word.

    >>> split("Lire l'entête XML avec xml.etree.ElementTree")
    ['lire', 'l', 'entete', 'xml', 'avec', 'xml.etree.elementtree']
    """
    return _WORD.findall(fold(text))


def parts(word: str) -> list[str]:
    """Return the parts of a compound word: `ruamel.yaml` gives `ruamel` and `yaml`."""
    return _PART.findall(word)


def joined(word: str) -> str:
    """Return a compound word as one: `scikit-learn` and `scikit_learn` give `scikitlearn`."""
    return "".join(parts(word))


def name_key(name: str) -> str:
    """Return a name in the form in which names are looked up: `scikit-learn` for `scikit_learn`."""
    return "-".join(parts(fold(name)))


def letters(word: str) -> int:
    """Return the set of letters in a word as bits; near words differ in few of them."""
    bits = 0
    for character in word:
        bits |= 1 << (ord(character) & 31)
    return bits
