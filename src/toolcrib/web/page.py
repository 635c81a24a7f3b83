"""What a page is before it is text: an address, a template, and what the template shows."""

from typing import TYPE_CHECKING, Any

from toolcrib.model.value import Value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from toolcrib.web.library import Library


class Page(Value, frozen=True, kw_only=True):
    """A page in one language.

    `content` is what its template shows, `data` the value that lies beside it as JSON; both are
    made of values that msgspec encodes, so that two pages can be told apart before they are text.
    A page that is not `listed` is in no site map.
    """

    template: str
    title: str
    summary: str = ""
    content: dict[str, Any] = {}  # noqa: RUF012 -- msgspec copies the default for each value
    data: Any = None
    listed: bool = True


class Kind(Value, frozen=True, kw_only=True):
    """All pages of one shape: their address is the prefix, and the key of each.

    `keys` are those that a static site writes; `page` answers others with nothing.
    """

    name: str
    prefix: str
    keys: "Callable[[Library], Iterable[str]]"
    page: "Callable[[Library, str], Page | None]"


def single(name: str, address: str, make: "Callable[[Library], Page]") -> Kind:
    """Return a kind that has one page."""

    def page(library: "Library", key: str) -> Page | None:
        return None if key else make(library)

    return Kind(name=name, prefix=address, keys=lambda _: ("",), page=page)
