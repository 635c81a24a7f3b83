"""What is wrong with a request, as the JSON that is sent."""

import msgspec

from toolcrib.app.contracts import NUMBER


def fault_json(error: str, hint: str) -> bytes:
    """Return what is wrong, and what to do."""
    return msgspec.json.encode({"schema": NUMBER, "error": error, "hint": hint})
