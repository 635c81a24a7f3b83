"""What a rule is."""

import re
from collections.abc import Callable, Iterable, Iterator

from toolcrib.model.finding import Judged, Level, Sheet
from toolcrib.model.identity import Identity
from toolcrib.model.module import ModuleId, normalised
from toolcrib.model.value import Value


class Problem(Value, frozen=True, kw_only=True):
    """Where a rule is broken, and how to mend it; columns count from 1.

    `level` is how bad it is there, where that is less than by the rule.
    """

    line: int
    column: int
    end: int
    message: str
    fix: str = ""
    level: Level | None = None


Check = Callable[[Sheet], Iterable[Problem]]


class Rule(Value, frozen=True, kw_only=True):
    """A rule: its code, how bad it is to break it, in a few words what it is, and the check.

    `is_on` says whether it speaks where the settings do not name it. `asks_index` says whether it
    can be broken only by names that the index was asked for. `repairs` says whether its fix is the
    one right answer, which may be written without asking.
    """

    code: str
    level: Level
    summary: str
    check: Check
    is_on: bool = True
    asks_index: bool = False
    repairs: bool = False


def as_the_rule_has_it(_: Judged, __: Sheet) -> Level | None:
    """Return no level of its own."""
    return None


def of_mentions(
    judge: Callable[[Judged, Sheet], Iterable[tuple[str, str]]],
    level: Callable[[Judged, Sheet], Level | None] = as_the_rule_has_it,
) -> Check:
    """Return a check that judges mentions one by one; `judge` gives messages with their fixes.

    `level` says how bad it is for a mention, where that is less than by the rule.
    """

    def check(page: Sheet) -> Iterator[Problem]:
        for judged in page.judged:
            mention = judged.mention
            for message, fix in judge(judged, page):
                yield Problem(
                    line=mention.line,
                    column=mention.column,
                    end=mention.end,
                    message=message,
                    fix=fix,
                    level=level(judged, page),
                )

    return check


_ADDRESS_BEHIND = re.compile(r"\s*(?:\[[^\]]*\]\s*)?@")


def has_address(judged: Judged, page: Sheet) -> bool:
    """Return whether a requirement says itself where it comes from, so no index is asked for it.

    That is `name @ address` (PEP 508), or an address that ends in `#egg=name`.
    """
    mention = judged.mention
    if mention.form != "requirement":
        return False
    line = page.lines[mention.line - 1]
    behind = _ADDRESS_BEHIND.match(line, mention.end - 1)
    return behind is not None or "://" in line[: mention.column - 1]


def name_of(id_: ModuleId, identity: Identity) -> str:
    """Return a module's name as one writes it: of a distribution the name that one installs."""
    origin, _, name = id_.partition(":")
    if origin == "std":
        return name
    plain = (distribution.partition("[")[0] for distribution in identity.distributions)
    return next((own for own in plain if normalised(own) == name), name)


def choices(identity: Identity) -> str:
    """Return what is meant instead as words: "a, b or c"; empty where nothing is known."""
    names = list(dict.fromkeys(name_of(id_, identity) for id_ in identity.candidates))
    *others, last = names or [""]
    return f"{', '.join(others)} or {last}" if others else last


def only_choice(identity: Identity) -> str:
    """Return what is meant instead where that is one module."""
    names = {name_of(id_, identity): None for id_ in identity.candidates}
    return next(iter(names)) if len(names) == 1 else ""


def first_choice(identity: Identity) -> str:
    """Return the best of what is meant instead."""
    return name_of(identity.candidates[0], identity) if identity.candidates else ""


def message(fault: str, remedy: str = "", reason: str = "") -> str:
    """Return `fault; remedy. Reason`, without what is empty and without the last full stop."""
    said = "; ".join(filter(None, (fault, remedy)))
    return ". ".join(filter(None, (said, reason))).rstrip(".")


def take(identity: Identity, verb: str = "take") -> str:
    """Return what to do instead: `take a, b or c`; empty where nothing is known."""
    names = choices(identity)
    return f"{verb} {names}" if names else ""
