"""The pages of the rules."""

from toolcrib.model.finding import Level
from toolcrib.model.value import Value
from toolcrib.rules import ALL, PAGES


class RulePage(Value, frozen=True, kw_only=True):
    """A rule as people read of it; `page` is Markdown."""

    code: str
    level: Level
    summary: str
    page: str
    is_on: bool
    repairs: bool


def pages() -> dict[str, RulePage]:
    """Return the pages of all rules by code."""
    return {
        rule.code: RulePage(
            code=rule.code,
            level=rule.level,
            summary=rule.summary,
            page=PAGES[rule.code],
            is_on=rule.is_on,
            repairs=rule.repairs,
        )
        for rule in ALL
    }
