"""The page that checks a list of modules in the reader's own browser."""

from toolcrib.verify.interpreters import SUPPORTED
from toolcrib.web.library import Library
from toolcrib.web.page import Page, single


def _page(library: Library) -> Page:
    return Page(
        template="check.html",
        title=library.texts("Check a list"),
        content={"pythons": SUPPORTED},
        summary=library.texts("Find wrong, renamed and removed modules in a list or a README."),
    )


KIND = single("check", "check/", _page)
