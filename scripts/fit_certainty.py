"""Fit the weights of `toolcrib.catalog.certainty` to questions that the vectors have not seen.

    python scripts/train_vectors.py --fold 0 --into half/vectors.txt
    python scripts/fit_certainty.py half/vectors.txt

The catalog is compiled with vectors that were trained without the odd lines of `training/`; those
lines are asked then, and a logistic regression tells what the signs of their best hits are worth.
It prints the weights in the unit of that file: per cent beside the weight of nearness, which is
100; then how many questions of either kind each bound would leave without an answer. Which bound is
taken is a choice, not a fit. It wants the packages of the group `vectors`.
"""

import sys
import tempfile
from pathlib import Path

import torch
from torch.nn.functional import binary_cross_entropy_with_logits

from toolcrib.catalog.asked import named
from toolcrib.catalog.beside import read_beside
from toolcrib.catalog.bundle import Bundle
from toolcrib.catalog.certainty import MOST_WORDS, Signs
from toolcrib.catalog.compile import compile_bundle
from toolcrib.catalog.folder import read_catalog
from toolcrib.catalog.search import search
from toolcrib.catalog.vectors import read_vectors
from toolcrib.identify.stdlib import read_stdlib_names

ROOT = Path(__file__).resolve().parents[1]


def compiled(vectors: Path, folder: Path) -> Path:
    """Compile the catalog with other vectors."""
    bundle, beside = folder / "bundle.sqlite", read_beside(ROOT / "receipts", ROOT / "facts")
    compile_bundle(
        read_catalog(ROOT / "catalog"),
        beside.receipts,
        bundle,
        attributes=read_stdlib_names().attributes,
        exported=beside.exported.values(),
        vectors=read_vectors(vectors.parent),
    )
    return bundle


def signs_of(bundle: Bundle, question: str) -> Signs | None:
    """Return the signs of a question's best hit; none for a name, which is answered by itself."""
    found: list[Signs] = []

    def judge(signs: Signs) -> bool:
        found.append(signs)
        return True

    search(bundle, question, judge)
    return found[0] if found and not named(bundle, question).modules else None


def asked(bundle: Bundle) -> list[tuple[Signs, bool]]:
    """Return the signs of the odd questions of both kinds, and whether they have an answer."""
    rows = []
    for name in ("answered.tsv", "elsewhere.tsv"):
        for line in (ROOT / "training" / name).read_text("utf-8").splitlines()[1::2]:
            question, _, modules = line.partition("\t")
            if signs := signs_of(bundle, question):
                rows.append((signs, bool(modules)))
    return rows


def values_of(signs: Signs) -> list[int]:
    """Return what is weighed; words in per cent, as `certainty` counts them."""
    return [signs.near, signs.elsewhere, signs.answered, 100 * min(signs.words, MOST_WORDS)]


def fitted(rows: list[tuple[Signs, bool]]) -> torch.Tensor:
    """Return the weights of the signs in per cent of that of nearness."""
    values = torch.tensor([values_of(signs) for signs, _ in rows]).double()
    right = torch.tensor([answered for _, answered in rows]).double()
    mean, spread = values.mean(0), values.std(0)
    inputs = torch.cat([(values - mean) / spread, torch.ones(len(rows), 1)], dim=1)
    weights = torch.zeros(inputs.shape[1], dtype=torch.double, requires_grad=True)
    optimizer = torch.optim.LBFGS([weights], max_iter=200)

    def miss() -> torch.Tensor:
        optimizer.zero_grad()
        loss = binary_cross_entropy_with_logits(inputs @ weights, right)
        loss.backward()
        return loss

    optimizer.step(miss)
    raw = weights.detach()[:-1] / spread
    return raw / raw[0] * 100


def main(vectors: Path) -> None:
    """Fit, and print."""
    with (
        tempfile.TemporaryDirectory() as folder,
        Bundle(str(compiled(vectors, Path(folder)))) as bundle,
    ):
        rows = asked(bundle)
    weights = fitted(rows)
    for name, weight in zip(("near", "elsewhere", "answered", "words"), weights, strict=True):
        print(f"{name}: {weight:.0f}")
    sums = torch.tensor([values_of(signs) for signs, _ in rows]).double() @ weights / 100
    right = torch.tensor([answered for _, answered in rows])
    for bound in range(50, 101, 5):
        lost, refused = (float((sums[which] < bound).double().mean()) for which in (right, ~right))
        print(
            f"{bound}: silent on {lost:.1%} of what has an answer, {refused:.1%} of what has none"
        )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
