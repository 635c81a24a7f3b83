"""The metadata of a distribution: what of it says what it is (core metadata 2.5, PEP 566, 794)."""

from toolcrib.model.value import Value

_INACTIVE = "Development Status :: 7 - Inactive"
_LONGEST_LICENSE = 80


class Metadata(Value, frozen=True, kw_only=True):
    """Some fields of METADATA or PKG-INFO; `imports` is None where it declares none (PEP 794)."""

    name: str = ""
    version: str = ""
    summary: str = ""
    license: str = ""
    requires_python: str = ""
    links: tuple[str, ...] = ()
    requires: tuple[str, ...] = ()
    inactive: bool = False
    imports: tuple[str, ...] | None = None
    description: str = ""


def read_metadata(text: str) -> Metadata:
    """Read the fields; whatever is no field is passed over."""
    fields: dict[str, list[str]] = {}
    head, _, body = text.replace("\r\n", "\n").partition("\n\n")
    key = ""
    for line in head.split("\n"):
        if line[:1].isspace():
            # A folded line belongs to the field before it (RFC 822).
            if key:
                fields[key][-1] += " " + line.strip()
            continue
        name, colon, value = line.partition(":")
        key = name.strip().lower() if colon else ""
        if key:
            fields.setdefault(key, []).append(value.strip())
    classifiers = fields.get("classifier", [])
    return Metadata(
        name=_one(fields, "name"),
        version=_one(fields, "version"),
        summary=_one(fields, "summary"),
        license=_license(fields, classifiers),
        requires_python=_one(fields, "requires-python"),
        links=tuple(_links(fields)),
        requires=tuple(fields.get("requires-dist", ())),
        inactive=_INACTIVE in classifiers,
        imports=_declared(fields),
        description=body or _one(fields, "description"),
    )


def _one(fields: dict[str, list[str]], key: str) -> str:
    value = fields.get(key, [""])[0]
    return "" if value == "UNKNOWN" else value


def _license(fields: dict[str, list[str]], classifiers: list[str]) -> str:
    """Return the expression of PEP 639, else what classifiers say, else the first words given."""
    if expression := _one(fields, "license-expression"):
        return expression
    named = [c.rpartition(" :: ")[2] for c in classifiers if c.startswith("License :: ")]
    if named:
        return ", ".join(named)
    words = _one(fields, "license")
    return words if len(words) <= _LONGEST_LICENSE else words[:_LONGEST_LICENSE].rstrip() + "…"


def _links(fields: dict[str, list[str]]) -> list[str]:
    named = (link.partition(",")[2].strip() for link in fields.get("project-url", ()))
    return list(dict.fromkeys(filter(None, (_one(fields, "home-page"), *named))))


def _declared(fields: dict[str, list[str]]) -> tuple[str, ...] | None:
    listed = fields.get("import-name")
    if listed is None:
        return None
    # "name ; private" is one that is there, and that nobody is to import (PEP 794).
    names = (entry.partition(";") for entry in listed)
    return tuple(
        name.strip() if mark.strip() != "private" else f"_:{name.strip()}"
        for name, _, mark in names
        if name.strip()
    )
