"""The base of all values."""

import msgspec


class Value(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A value: immutable, equal by content, strict when it is decoded."""
