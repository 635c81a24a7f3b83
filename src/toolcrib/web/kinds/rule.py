"""The pages of the rules by which lists are checked."""

from collections.abc import Iterator

from toolcrib.app.explain import pages
from toolcrib.web.library import Library
from toolcrib.web.page import Kind, Page, single


def _all(library: Library) -> Page:
    return Page(
        template="rules.html",
        title=library.texts("Rules"),
        summary=library.texts("What is checked in lists of Python modules."),
        content={"rules": list(pages().values())},
        data={"rules": list(pages().values())},
    )


def _keys(_: Library) -> Iterator[str]:
    return (code.lower() for code in pages())


def _page(_: Library, key: str) -> Page | None:
    rule = pages().get(key.upper()) if key == key.lower() else None
    if rule is None:
        return None
    return Page(
        template="rule.html",
        title=f"{rule.code}: {rule.summary}",
        summary=rule.summary,
        content={"rule": rule},
        data=rule,
    )


KINDS = (
    single("rules", "rules/", _all),
    Kind(name="rule", prefix="rules/", keys=_keys, page=_page),
)
