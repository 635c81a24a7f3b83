"""The tag of a module: what stands on it wherever the module is listed."""

from collections.abc import Iterable

from toolcrib.model.module import ModuleId
from toolcrib.model.proof import Word
from toolcrib.model.value import Value
from toolcrib.web.library import Library


class Tag(Value, frozen=True, kw_only=True):
    """A module in a line; without a purpose where the catalog has no entry for it."""

    id: ModuleId
    name: str
    purpose: str
    word: Word
    phrase: str
    browser: bool


def tags(library: Library, ids: Iterable[ModuleId]) -> list[Tag]:
    """Return the tags of modules in the same order."""
    return [_tag(library, id_) for id_ in ids]


def _tag(library: Library, id_: ModuleId) -> Tag:
    module = library.stock.module(id_)
    proof = library.stock.proof(id_)
    return Tag(
        id=id_,
        name=module.name if module else id_.partition(":")[2],
        purpose=library.texts(module.purpose) if module else "",
        word=proof.word if proof else Word.NOT_YET,
        phrase=library.texts.proof(proof.phrase if proof else Word.NOT_YET),
        browser=bool(proof and proof.browser),
    )
