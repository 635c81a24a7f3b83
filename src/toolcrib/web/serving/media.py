"""The media types of the site's files, by the ends of their names."""

_TYPES = {
    "html": "text/html; charset=utf-8",
    "json": "application/json",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "mjs": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
    "png": "image/png",
    "xml": "application/xml",
    "txt": "text/plain; charset=utf-8",
    "wasm": "application/wasm",
    "webmanifest": "application/manifest+json",
}


def media_type(name: str) -> str:
    """Return the media type of a file; bytes where its name says nothing."""
    return _TYPES.get(name.rpartition(".")[2], "application/octet-stream")


def is_packable(media: str) -> bool:
    """Tell whether files of a type become smaller when they are packed; others are packed already.

    >>> is_packable("text/html; charset=utf-8"), is_packable("image/png")
    (True, False)
    """
    return media not in ("application/octet-stream", "image/png")
