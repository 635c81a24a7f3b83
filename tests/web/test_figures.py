"""How figures stand among others: the browser says what the command line says."""

import json
import subprocess
from pathlib import Path

import msgspec
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from toolcrib.app.quantities import duration, size
from toolcrib.model.measurement import Figure, standings

ASSETS = Path(__file__).parents[2] / "src/toolcrib/web/assets"
_PROGRAM = """
import { duration, size, standings } from "./figures.js";
import { readFileSync } from "node:fs";
const { figures, numbers } = JSON.parse(readFileSync(0));
const measured = (figure) => figure && { when: 1, figures: { cpu_time: figure } };
const told = figures.map((row) => standings(row.map(measured), "cpu_time"));
console.log(JSON.stringify({ told, texts: numbers.map((n) => [duration(n), size(n)]) }));
"""


@st.composite
def _figures(draw: st.DrawFn) -> Figure:
    least, low, median, high, most = sorted(
        draw(st.lists(st.integers(1, 40), min_size=5, max_size=5))
    )
    return Figure(median=median, low=low, high=high, least=least, most=most)


# Each example starts a program: to shrink one would start thousands.
@settings(max_examples=5, phases=[Phase.generate])
@given(
    st.lists(st.lists(st.none() | _figures(), max_size=5), min_size=100, max_size=200),
    st.lists(st.integers(0, 10**11), min_size=100),
)
def test_same_words(rows: list[list[Figure | None]], numbers: list[int]) -> None:
    """Two hundred rows of figures are judged alike, and numbers are written alike."""
    given_ = {"figures": msgspec.to_builtins(rows), "numbers": numbers}
    done = subprocess.run(
        ["node", "--input-type=module", "-e", _PROGRAM],  # noqa: S607 -- the machine's own
        input=json.dumps(given_),
        capture_output=True,
        text=True,
        check=True,
        cwd=ASSETS,
    )
    answer = json.loads(done.stdout)
    expected = [[word and word.value for word in standings(row)] for row in rows]
    assert answer["told"] == expected
    assert answer["texts"] == [[duration(n), size(n)] for n in numbers]
