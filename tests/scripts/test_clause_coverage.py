"""The table of what the catalog does for the lists that it began with."""

import clause_coverage


def test_table_is_what_the_receipts_say() -> None:
    """The committed table and page are those that the script writes."""
    found = clause_coverage.rows()
    assert clause_coverage.TABLE.read_text(encoding="utf-8") == clause_coverage.table(found)
    assert clause_coverage.PAGE.read_text(encoding="utf-8") == clause_coverage.page(found)


def test_states_are_known() -> None:
    """Every clause has one of the states that the page explains."""
    assert {state for *_, state in clause_coverage.rows()} <= clause_coverage.STATES.keys()
