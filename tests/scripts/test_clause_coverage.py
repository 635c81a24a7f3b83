"""The table of what the catalog does for the lists that it began with."""

import clause_coverage
from msgspec.structs import replace

from toolcrib.model.example import ExampleOutcome, ExampleRun
from toolcrib.model.receipt import Nature, ServiceFact


def test_table_is_what_the_receipts_say() -> None:
    """The committed table and page are those that the script writes."""
    found = clause_coverage.rows()
    assert clause_coverage.TABLE.read_text(encoding="utf-8") == clause_coverage.table(found)
    assert clause_coverage.PAGE.read_text(encoding="utf-8") == clause_coverage.page(found)


def test_states_are_known() -> None:
    """Every clause has one of the states that the page explains."""
    assert {state for *_, state in clause_coverage.rows()} <= clause_coverage.STATES.keys()


def test_state_of_an_example() -> None:
    """An example is as good as what stood beside it, if it printed what it must."""
    expected = clause_coverage.Expected(source="1", output="a+\n")
    run = ExampleRun(
        path="a.md",
        line=1,
        names=(),
        outcome=ExampleOutcome.PASSED,
        status=0,
        output="aaa\n",
        source="1",
    )
    moto = ServiceFact(name="moto", nature=Nature.EMULATOR, version="5")
    state = clause_coverage.state_of_example
    assert state(expected, run) == "proven"
    assert state(expected, replace(run, services=(moto,))) == "emulator"
    assert state(expected, replace(run, output="b\n")) == "not yet"
    assert state(expected, replace(run, errors="no\n")) == "not yet"
    assert state(expected, replace(run, status=1)) == "not yet"
    assert state(expected, None) == "not yet"
