"""The headers by which a browser keeps a page to what it is meant to do."""

from starlette.types import ASGIApp, Message, Receive, Scope, Send

_ALLOWED = (
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'{elsewhere}",
    "style-src 'self'",
    "img-src 'self' blob: data:",
    "connect-src 'self'{elsewhere}",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
)


def policy(elsewhere: str = "") -> str:
    """Return the Content-Security-Policy (CSP Level 3); docs/site.md tells static hosts of it.

    Args:
        elsewhere: The origin that Pyodide comes from, where that is not the site itself.
    """
    return "; ".join(_ALLOWED).format(elsewhere=f" {elsewhere}" if elsewhere else "")


HEADERS = {
    "Content-Security-Policy": policy(),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


class SecurityMiddleware:
    """Gives every answer the headers."""

    def __init__(self, app: ASGIApp, elsewhere: str = "") -> None:
        """Take the application that answers, and the origin of Pyodide where it has another one."""
        self._app = app
        given = {**HEADERS, "Content-Security-Policy": policy(elsewhere)}
        self._headers = [(k.lower().encode(), text.encode()) for k, text in given.items()]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and the answer with the headers."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], *self._headers]
            await send(message)

        await self._app(scope, receive, send_with_headers)
