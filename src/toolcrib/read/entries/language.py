"""In which language a text is: by its script, and by words that stand in every sentence."""

import re
from collections import Counter

_SCRIPTS = (
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
)

_WORDS = {
    "en": "the and of for with to in is a from your that this are used",
    "fr": "le la les des et de du une pour avec sur dans est en par aux d l",
    "de": "der die das und von für mit ein eine ist zum zur den auf werden",
    "es": "el la los las y de del para con una en que por es datos",
    "pt": "o os as e de do da para com uma em que por não dados",
    "it": "il lo gli e di del della per con una che dei da dati",
    "nl": "de het een en van voor met in op is te zijn",
    "pl": "i w z do na dla oraz jest się pliki",
    "tr": "ve bir için ile bu olarak veri",
    "sv": "och för med en ett av att på är",
}

_SHARE, _FEW = 0.15, 2
_ADDRESS = re.compile(r"(?:\b\w{1,20}://|\bwww\.)\S*")
_ENOUGH = 100_000
_WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str) -> str:
    """Return the code of the language that a text is in; empty where it says too little."""
    text = _ADDRESS.sub(" ", text[:_ENOUGH])
    letters = sum(char.isalpha() for char in text) or 1
    for code, script in _SCRIPTS:
        if len(script.findall(text)) > _SHARE * letters:
            return code
    words = Counter(word.casefold() for word in _WORD.findall(text))
    scores = {code: sum(words[w] for w in listed.split()) for code, listed in _WORDS.items()}
    best = max(scores, key=lambda code: scores[code])
    return best if scores[best] > _FEW else ""
