# /// script
# requires-python = ">=3.11"
# dependencies = ["gensim>=4"]
# [tool.toolcrib]
# module = "pypi:gensim"
# ///
"""Word2Vec learns to guess a word's neighbours, and words with the same neighbours end up close."""

from pathlib import Path

from gensim.models import Word2Vec
from gensim.utils import simple_preprocess

lines = Path("diary.txt").read_text(encoding="utf-8").splitlines()
sentences = [simple_preprocess(line) for line in lines]
model = Word2Vec(sentences, vector_size=16, min_count=2, sg=1, epochs=300, seed=1, workers=1)

for word in ("coffee", "violin", "train", "cat"):
    [(nearest, _)] = model.wv.most_similar(word, topn=1)
    print(f"{word} is nearest to {nearest}")
