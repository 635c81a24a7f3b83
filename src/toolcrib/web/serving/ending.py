"""What becomes of requests that have not ended when the server has to."""

import asyncio  # noqa: TID253 -- nothing but the server imports this

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from toolcrib.web.serving.limits import fault


class EndingMiddleware:
    """Answers for what the server has cancelled, as it does with all that take too long to end."""

    def __init__(self, app: ASGIApp) -> None:
        """Take the application that is asked."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; if it is cancelled, answer 503 (RFC 9110), if that is possible yet.

        The cancellation ends here: nothing but the request itself waits for it, and uvicorn would
        tell it with a traceback.
        """
        begun = False

        async def send_and_note(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self._app(scope, receive, send_and_note)
        except asyncio.CancelledError:
            if scope["type"] != "http":
                raise
            if not begun:
                response = fault(503, "the server ends", "ask again in a moment", 5)
                await response(scope, receive, send)
