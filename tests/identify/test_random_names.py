"""Ten thousand strings that nobody meant: no crash, and no name that is said to exist."""

import random
import string

from hypothesis import given
from hypothesis import strategies as st

from toolcrib.app.names import knowledge
from toolcrib.app.what import what
from toolcrib.identify.identify import identify
from toolcrib.model.identity import State
from toolcrib.model.published import Published

WORDS = [
    "py",
    "lib",
    "data",
    "web",
    "auto",
    "fast",
    "easy",
    "net",
    "tool",
    "kit",
    "io",
    "x",
    "ai",
    "ml",
    "async",
    "core",
    "utils",
    "cloud",
]
EXISTS = frozenset(State) - {State.UNKNOWN, State.NOT_LOOKED_UP}


def strings(seed: int, count: int) -> list[str]:
    """Return strings of many kinds: noise, letters, words joined, dots, marks of all scripts."""
    chance = random.Random(seed)  # noqa: S311 -- names, not keys
    letters = string.ascii_lowercase + string.digits
    kinds = (
        lambda: "".join(chance.choices(letters, k=chance.randint(9, 24))),
        lambda: "".join(chr(chance.randrange(1, 0x11000)) for _ in range(chance.randint(1, 12))),
        lambda: "-".join(chance.choices(WORDS, k=3)) + "".join(chance.choices(letters, k=7)),
        lambda: ".".join("".join(chance.choices(letters, k=9)) for _ in range(3)),
        lambda: "".join(chance.choices(string.printable, k=chance.randint(0, 40))),
        lambda: "".join(chance.choices("._-/\\:[]<>=!;@#", k=chance.randint(1, 10))),
    )
    return [chance.choice(kinds)() for _ in range(count)]


def test_no_random_string_exists():
    """Neither off-line nor where an index says no."""
    known = knowledge()

    def absent(name: str) -> Published:
        return Published(name=name, exists=False, as_of="2026-11-20")

    wrong = []
    for name in strings(20261120, 10_000):
        for found in (identify(name, known), identify(name, known, absent)):
            if found.state in EXISTS and len("".join(filter(str.isalnum, name))) > 8:
                wrong.append((name, found.state, found.source))
            assert not (found.state is State.UNKNOWN and found.distributions)
    assert wrong == []


def test_what_answers_to_noise():
    """Requirements come out of noise, too: the answer is on the project that they name."""
    names = list(dict.fromkeys(strings(20261121, 2_000)))
    found = what(names).identities
    assert len(found) == len(names)
    for name, one in zip(names, found, strict=True):
        assert one.name == " ".join(name.split())
        assert one.selected is None or one.selected.chosen is None
        if one.state in EXISTS:
            assert len("".join(filter(str.isalnum, name))) <= 8, (name, one.state)


@given(st.text(max_size=60))
def test_nothing_makes_it_stumble(name: str):
    """Any text has an answer, which carries the name."""
    known = knowledge()
    assert identify(name, known).name == " ".join(name.split())
