"""What one address may ask for, and how much any request may bring."""

import math
import time
from collections import OrderedDict
from collections.abc import Callable

from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from toolcrib.model.value import Value
from toolcrib.web.serving.faults import fault_json

_ADDRESSES = 10_000
"""Addresses that are remembered; the one that asked least lately is forgotten."""
_LONGEST_ADDRESS = 16 * 1024


class Limits(Value, frozen=True, kw_only=True):
    """Questions a minute from one address (0 for no limit), and bytes of a request's body."""

    questions: int = 120
    body: int = 1024 * 1024


class Rate:
    """A bucket of questions for each address, which fills up again over a minute."""

    def __init__(self, questions: int, clock: Callable[[], float] = time.monotonic) -> None:
        """Take the size of a bucket; 0 for no limit."""
        self._questions = questions
        self._clock = clock
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def wait(self, who: str) -> int:
        """Take a question out of an address's bucket, or return the seconds until there is one."""
        if not self._questions:
            return 0
        now, each = self._clock(), self._questions / 60
        left, then = self._left.pop(who, (float(self._questions), now))
        left = min(float(self._questions), left + (now - then) * each)
        enough = left >= 1
        self._left[who] = (left - 1 if enough else left, now)
        if len(self._left) > _ADDRESSES:
            self._left.popitem(last=False)
        return 0 if enough else math.ceil((1 - left) / each)


def fault(status: int, error: str, hint: str = "", after: int = 0) -> Response:
    """Return an answer that says what is wrong and what to do; `after` is in seconds."""
    return Response(
        fault_json(error, hint),
        status_code=status,
        media_type="application/json",
        headers={"Retry-After": str(after)} if after else {},
    )


class LimitsMiddleware:
    """Turns away what is longer than it may be before anybody reads it."""

    def __init__(self, app: ASGIApp, limits: Limits) -> None:
        """Take the application that is asked then."""
        self._app = app
        self._limits = limits

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer 414 or 413 (RFC 9110), or pass the request on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        length = dict(scope["headers"]).get(b"content-length", b"0")
        if len(scope["raw_path"]) + len(scope["query_string"]) > _LONGEST_ADDRESS:
            response = fault(414, "the address is too long", "send a list as the body of /check")
        elif not length.isdigit() or int(length) > self._limits.body:
            response = fault(413, f"the body is over {self._limits.body} bytes", "send less")
        else:
            await self._app(scope, receive, send)
            return
        await response(scope, receive, send)
