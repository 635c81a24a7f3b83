"""Files of JSON into blocks."""

from toolcrib.text.node import Kind
from toolcrib.text.source import Source
from toolcrib.text.values import json_nodes


def told(text: str) -> list[tuple[Kind, str]]:
    """Return kinds and texts of the blocks of a document."""
    return [(node.kind, node.text.text) for node in json_nodes(Source(text=text))]


def test_objects_of_an_array_are_records():
    """Each is an item whose lines are its fields; a list in it is joined."""
    found = told('{"tools": [\n{"name": "re", "tags": ["a", "b"], "n": 3},\n{"name": "os"}]}')
    assert found == [
        (Kind.HEADING, "tools"),
        (Kind.ITEM, "name: re\ntags: a, b"),
        (Kind.ITEM, "name: os"),
    ]


def test_what_holds_lists_is_a_title_by_its_first_field():
    """The key of the inner list says nothing more."""
    found = told('[{"title": "Web",\n"items": [\n{"id": "flask"}]}]')
    assert found == [(Kind.HEADING, "Web"), (Kind.ITEM, "id: flask")]


def test_a_place_is_that_of_the_source_where_escapes_stand_before_it():
    """The text is what the escapes mean; the columns stay those of the file."""
    text = '{"\\u00fc": "x", "os": "paths"}'
    nodes = json_nodes(Source(text=text))
    assert [node.text.text for node in nodes] == ["ü: x", "os: paths"]
    assert nodes[1].text.starts[0] == text.index("os")


def test_lines_of_objects_are_an_array():
    """As logs and data sets are kept."""
    assert told('{"name": "re"}\n{"name": "os"}\n') == [
        (Kind.ITEM, "name: re"),
        (Kind.ITEM, "name: os"),
    ]


def test_what_nobody_closes_is_read_as_far_as_it_goes():
    """Brackets without end cost neither depth nor memory."""
    assert told("[" * 100_000 + '"deep"') == []
    assert told('["re", "os') == [(Kind.ITEM, "re")]
