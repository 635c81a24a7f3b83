# /// script
# requires-python = ">=3.11"
# dependencies = ["gensim>=4"]
# [tool.toolcrib]
# module = "pypi:gensim"
# ///
"""The model sees each document as counts of words, and words met in one document only mislead it."""

from collections import defaultdict
from pathlib import Path

from gensim.corpora import Dictionary
from gensim.models import LdaModel
from gensim.parsing.preprocessing import remove_stopword_tokens
from gensim.utils import simple_preprocess

lines = Path("documents.txt").read_text(encoding="utf-8").splitlines()
documents = [remove_stopword_tokens(simple_preprocess(line)) for line in lines]
words = Dictionary(documents)
words.filter_extremes(no_below=2, no_above=0.5)
counts = [words.doc2bow(document) for document in documents]
model = LdaModel(
    counts, num_topics=2, id2word=words, passes=100, alpha="auto", eta="auto", random_state=1
)

about = defaultdict(list)
for number, document in enumerate(counts, start=1):
    topic, _ = max(model.get_document_topics(document), key=lambda share: share[1])
    about[topic].append(number)
for topic, numbers in about.items():
    strongest = sorted(word for word, _ in model.show_topic(topic, 4))
    print(f"{', '.join(strongest)}: documents {', '.join(map(str, numbers))}")
