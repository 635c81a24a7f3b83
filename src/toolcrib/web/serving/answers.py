"""Answers over HTTP: the packed bytes for who takes them, nothing for who has them already."""

from collections.abc import Mapping
from functools import lru_cache

from starlette.requests import Request
from starlette.responses import Response

from toolcrib.web.serving.kept import Content


def answer(
    request: Request,
    content: Content,
    media: str,
    headers: Mapping[str, str] | None = None,
    status: int = 200,
) -> Response:
    """Return the answer with a content, as the client takes it (RFC 9110, sections 12.5.3, 8.8)."""
    given = dict(headers or {})
    body = content.plain
    if content.packed:
        given["Vary"] = "Accept-Encoding"
        if takes_gzip(request.headers.get("accept-encoding", "")):
            given["Content-Encoding"] = "gzip"
            body = content.packed
    return Response(body, status_code=status, media_type=media, headers=given)


@lru_cache(maxsize=256)
def takes_gzip(header: str) -> bool:
    """Tell whether a header `Accept-Encoding` lets gzip in.

    >>> takes_gzip("br, gzip;q=0.5"), takes_gzip("gzip;q=0, *")
    (True, False)
    """
    weights = {}
    for part in header.lower().split(","):
        name, _, weight = part.partition(";")
        weights[name.strip()] = weight.replace(" ", "").removeprefix("q=")
    weight = weights.get("gzip", weights.get("*", "0"))
    return weight.strip("0.") != "" or weight == ""
