# /// script
# requires-python = ">=3.11"
# dependencies = ["nltk"]
# [tool.toolcrib]
# module = "pypi:nltk"
# ///
"""A chain of taggers asks the examples first, then the endings, and so needs nothing downloaded."""

from pathlib import Path

from nltk import FreqDist, bigrams, str2tuple
from nltk.stem import SnowballStemmer
from nltk.tag import DefaultTagger, RegexpTagger, UnigramTagger
from nltk.tokenize import NLTKWordTokenizer, PunktSentenceTokenizer

examples = Path("tagged.txt").read_text(encoding="utf-8").splitlines()
endings = [(r".*ly$", "RB"), (r".*y$", "JJ"), (r".*s$", "NNS")]
tagger = UnigramTagger(
    [[str2tuple(word) for word in line.split()] for line in examples],
    backoff=RegexpTagger(endings, backoff=DefaultTagger("NN")),
)

text = Path("keeper.txt").read_text(encoding="utf-8")
sentences = [NLTKWordTokenizer().tokenize(part) for part in PunktSentenceTokenizer().tokenize(text)]
tagged = [tagger.tag(words) for words in sentences]
for words in tagged:
    print(*("/".join(pair) for pair in words))

stemmer = SnowballStemmer("english")
acting = [word for words in tagged for word, tag in words if tag.startswith("VB") or tag == "NNS"]
print("stems:", ", ".join(map(stemmer.stem, acting)))

pairs = FreqDist(pair for words in sentences for pair in bigrams(map(str.lower, words)))
print("pairs:", ", ".join(f"{a} {b} ({times})" for (a, b), times in pairs.most_common(3)))
