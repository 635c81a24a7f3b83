"""The part of a bundle that travels to where lists are checked without a network."""

from pathlib import Path

from toolcrib.app.bundle import open_bundle
from toolcrib.app.names import knowledge
from toolcrib.catalog.bundle import Bundle
from toolcrib.catalog.extract import extract_names


def test_it_knows_of_names_what_the_whole_knows(tmp_path: Path) -> None:
    """Whoever judges names by the part has the same knowledge; it is much smaller."""
    part = tmp_path / "names.sqlite"
    with open_bundle() as whole:
        extract_names(whole, part)
        with Bundle(str(part)) as names:
            assert names.proven() == whole.proven()
            assert knowledge(bundle=names) == knowledge(bundle=whole)
            size = whole.rows(
                "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size"
            )
    assert part.stat().st_size < size[0][0] / 4
