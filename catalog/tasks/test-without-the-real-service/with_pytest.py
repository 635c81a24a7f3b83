# /// script
# requires-python = ">=3.11"
# dependencies = ["pytest"]
# [tool.toolcrib]
# module = "pypi:pytest"
# ///
"""monkeypatch sets any function in its place; what that remembers, one writes oneself."""

import pytest

import weather

ANSWERS = iter([{"rain": 0.9}, {"rain": 0.1}, TimeoutError("no answer")])
asked = []


def stand_in(city: str) -> dict:
    asked.append(city)
    answer = next(ANSWERS)
    if isinstance(answer, Exception):
        raise answer
    return answer


with pytest.MonkeyPatch.context() as patch:
    patch.setattr("weather.fetch", stand_in)
    for city in ("Bergen", "Cairo", "Oslo"):
        print(f"{city}: {weather.advise(city)}")
print("asked for", ", ".join(asked))
print("afterwards it is the real one again:", weather.fetch.__name__)
