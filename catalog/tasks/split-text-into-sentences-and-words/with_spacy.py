# /// script
# requires-python = ">=3.11"
# dependencies = ["spacy"]
# [tool.toolcrib]
# module = "pypi:spacy"
# ///
"""A blank pipeline has the rules and abbreviations of its language, and needs no model."""

from pathlib import Path

import spacy

nlp = spacy.blank("en")
nlp.add_pipe("sentencizer")
letter = nlp(Path("letter.txt").read_text(encoding="utf-8").strip())

tokens = [[token.text for token in sentence] for sentence in letter.sents]
for sentence in tokens:
    print(" | ".join(sentence))
print(f"{len(tokens)} sentences, {sum(map(len, tokens))} tokens")
