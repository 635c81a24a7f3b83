# /// script
# requires-python = ">=3.11"
# dependencies = ["scikit-learn"]
# [tool.toolcrib]
# module = "pypi:scikit-learn"
# ///
"""Counting which words share a sentence gives vectors, too, without any training."""

from pathlib import Path

import numpy as np
from sklearn.feature_extraction.text import CountVectorizer, TfidfTransformer
from sklearn.metrics.pairwise import cosine_similarity

vectorizer = CountVectorizer(min_df=2)
counts = vectorizer.fit_transform(Path("diary.txt").read_text(encoding="utf-8").splitlines())
together = (counts.T @ counts).tolil()
together.setdiag(0)
closeness = cosine_similarity(TfidfTransformer().fit_transform(together))
np.fill_diagonal(closeness, 0)

words = vectorizer.get_feature_names_out()
for word in ("coffee", "violin", "train", "cat"):
    nearest = closeness[vectorizer.vocabulary_[word]].argmax()
    print(f"{word} is nearest to {words[nearest]}")
