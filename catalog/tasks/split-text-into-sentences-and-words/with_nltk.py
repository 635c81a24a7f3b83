# /// script
# requires-python = ">=3.11"
# dependencies = ["nltk"]
# [tool.toolcrib]
# module = "pypi:nltk"
# ///
"""Both tokenizers come without data: Punkt takes the abbreviations, Treebank has its rules."""

from pathlib import Path

from nltk.tokenize import NLTKWordTokenizer
from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

known = PunktParameters()
known.abbrev_types = {"dr", "mr", "st"}
sentences = PunktSentenceTokenizer(known).tokenize(Path("letter.txt").read_text(encoding="utf-8"))

words = NLTKWordTokenizer()
tokens = [
    [sentence[start:end] for start, end in words.span_tokenize(sentence)] for sentence in sentences
]
for sentence in tokens:
    print(" | ".join(sentence))
print(f"{len(tokens)} sentences, {sum(map(len, tokens))} tokens")
