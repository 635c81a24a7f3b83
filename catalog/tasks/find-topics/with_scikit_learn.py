# /// script
# requires-python = ">=3.11"
# dependencies = ["scikit-learn"]
# [tool.toolcrib]
# module = "pypi:scikit-learn"
# ///
"""The vectorizer drops stop words and rare words itself, and the model is fitted like any other."""

from collections import defaultdict
from pathlib import Path

from sklearn.decomposition import LatentDirichletAllocation
from sklearn.feature_extraction.text import CountVectorizer

lines = Path("documents.txt").read_text(encoding="utf-8").splitlines()
vectorizer = CountVectorizer(stop_words="english", min_df=2)
counts = vectorizer.fit_transform(lines)
model = LatentDirichletAllocation(n_components=2, max_iter=50, random_state=1)
shares = model.fit_transform(counts)

about = defaultdict(list)
for number, topic in enumerate(shares.argmax(axis=1), start=1):
    about[topic].append(number)
words = vectorizer.get_feature_names_out()
for topic, numbers in about.items():
    strongest = sorted(words[model.components_[topic].argsort()[-4:]])
    print(f"{', '.join(strongest)}: documents {', '.join(map(str, numbers))}")
