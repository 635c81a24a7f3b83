"""The page that sets any modules side by side; which ones stands in its address."""

from toolcrib.web.library import Library
from toolcrib.web.page import Page, single


def _page(library: Library) -> Page:
    texts = library.texts
    pairs = sorted(
        {
            tuple(sorted((module.id, other)))
            for module in library.modules.values()
            for other in module.alternatives
            if set(library.bundle.tasks_of(module.id)) & set(library.bundle.tasks_of(other))
        }
    )
    return Page(
        template="compare.html",
        title=texts("Compare modules"),
        summary=texts("Modules side by side on the tasks that they share, with measured figures."),
        content={"pairs": [(one, two) for one, two in pairs]},
    )


KIND = single("compare", "compare/", _page)
