"""Quantities as text for people."""

_FEW = 10


def size(count: int) -> str:
    """Return a number of bytes for people, or a dash for none."""
    if not count:
        return "-"
    mebibytes = count / 2**20
    return f"{mebibytes:.1f} MiB" if mebibytes < _FEW else f"{mebibytes:.0f} MiB"


def duration(microseconds: int) -> str:
    """Return a time for people, in three figures; nothing takes less than none."""
    milliseconds = max(microseconds, 0) / 1000
    for bound, form in ((10, "{:.2f} ms"), (100, "{:.1f} ms"), (1000, "{:.0f} ms")):
        if milliseconds < bound:
            return form.format(milliseconds)
    return f"{milliseconds / 1000:.2f} s"
