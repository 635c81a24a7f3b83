"""How often a job is run until its outcome is sure; pure."""

import signal

import msgspec

from toolcrib.model.receipt import Outcome
from toolcrib.verify.job import Done

_NOT_ITS_OWN = frozenset({Outcome.OUR_FAULT, Outcome.SERVICE_FAILED})
"""Outcomes that are no word on the solution."""

_SURE_AT_ONCE = frozenset({Outcome.CANNOT_INSTALL, Outcome.REFUSED, Outcome.SKIPPED})
_MOST = 3


def verdict(runs: tuple[Done, ...], *, blocked: bool = False, twice: bool = False) -> Done | None:
    """Return what the runs of a job amount to, or None when it has to be run once more.

    A run that failed is made again at once: when the two outcomes differ, the solution is *flaky*.
    One that passed is sure, unless everything is to be run `twice`. A `blocked` run is to fail, and
    does so once. Faults of ours and of services are tried again, and are told only when there is
    nothing else to tell. A solution that was killed may have been the kernel's choice when memory
    ran out on the machine: that, too, counts only when it comes twice.
    """
    own = [done for done in runs if not _may_be_foreign(done)]
    if len(own) > 1:
        return own[0] if own[0].outcome is own[1].outcome else _flaky(own[0], own[1])
    if own and (own[0].outcome in _SURE_AT_ONCE or not _is_repeated(own[0], blocked, twice)):
        return own[0]
    same = len(runs) > 1 and len({done.outcome for done in runs}) == 1
    if len(runs) < _MOST and not same:
        return None
    faults = [done for done in runs if done.outcome in _NOT_ITS_OWN]
    return (own or faults or runs)[0]


def _is_repeated(done: Done, blocked: bool, twice: bool) -> bool:  # noqa: FBT001 -- handed on
    return twice if done.outcome is Outcome.PASSED else not blocked


def _may_be_foreign(done: Done) -> bool:
    killed = done.outcome is Outcome.FAILED and done.exit == -signal.SIGKILL
    return killed or done.outcome in _NOT_ITS_OWN


def _flaky(first: Done, second: Done) -> Done:
    """Return the run that did not pass as one of two that differ."""
    told = second if first.outcome is Outcome.PASSED else first
    reason = f"{first.outcome}, then {second.outcome}"
    return msgspec.structs.replace(
        told, outcome=Outcome.FLAKY, reason=f"{reason}\n{told.reason}".strip()
    )
