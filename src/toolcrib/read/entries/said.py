"""What an entry says of its modules, in its own line and in the blocks below it."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import zip_longest

from msgspec.structs import replace

from toolcrib.model.value import Value
from toolcrib.read.entries.labels import COLONS, INSTALL, Labels, is_field, is_field_label, label_of
from toolcrib.read.entries.rows import cells_of, is_code
from toolcrib.read.entries.shape import is_label
from toolcrib.read.entries.taken import COMMAND, PROSE, Taken
from toolcrib.read.entries.titles import is_title
from toolcrib.read.entries.zones import MARGINS, body, head_and_tail, separator, trimmed
from toolcrib.text.node import Kind, Node
from toolcrib.text.styled import Style, Styled

_ADDRESS = re.compile(r"(?:\w+://|www\.)\S*")
_REMARK = re.compile(r"\W*?[(（][^()（）]*[)）]")
_VERSION = re.compile(r"[=<>~!]*\s*v?\d[\w.*]*")
_BEHIND = re.compile(r"\A\s*[=<>~!]*\s*v?\d[\w.*]*")
_LANGUAGE = re.compile(r"Python(?:\s+v?[\d.x+]+)?", re.IGNORECASE)
_LAST_LABEL = re.compile(r"(?<=[.。!;])\s*(\w+(?: \w+)?)\s*[:：]\s*$")
_SENTENCE = re.compile(r"(?<=[.!?。])\s+")
_MARKED = ("code", "link", "bold")
_COMMAS = (",", "，", "、", "\u060c")
_INTRODUCTION = 6


class Said(Value, frozen=True, kw_only=True):
    """A text about the modules of an entry; `of` is the one name it speaks of, if it is but one.

    A `gloss` is a remark in brackets behind a name, which counts where nothing else is said.
    """

    text: str
    of: str = ""
    gloss: bool = False


def in_row(
    one: Taken,
    others: Collection[int],
    skip: Sequence[str],
    titled: tuple[Collection[int], Collection[int]] = ((), ()),
) -> list[Said]:
    """Return purpose and use cases as they stand in a row, but for its `others` columns."""
    if one.slot.header:
        return []
    names = {name.written.casefold() for name in one.names}
    cells = [cell for cell in cells_of(one, others, titled) if _says_something(cell.text)]
    cells = [cell for cell in cells if cell.text.strip().casefold() not in names]
    words = [cell for cell in cells if not _only_leads(cell)] or cells
    words = [cell for cell in words if not is_code(cell)] or words
    texts = (" ".join(cell.text.split()) for cell in words)
    return [Said(text=text) for text in texts if text not in skip]


def _only_leads(cell: Styled) -> bool:
    """Whether a cell is nothing but a link: "site", "manual"."""
    return all(style & Style.LINK for style in cell.stripped().styles)


def _in_lines(text: Styled, labels: Collection[str]) -> tuple[Styled, list[Said]]:
    """Return an item without its labelled lines, and what those say."""
    lines = text.lines()
    first = next((n for n, line in enumerate(lines) if n and label_of(line) in labels), len(lines))
    if first == len(lines):
        return text, []
    fields = (head_and_tail(line)[1] for line in lines[first:] if label_of(line) in labels)
    size = sum(len(line.text) + 1 for line in lines[:first]) - 1
    return text.part(0, size), [Said(text=trimmed(field.text)) for field in fields]


def on_line(one: Taken, nodes: Sequence[Node], labels: Collection[str] = ()) -> list[Said]:
    """Return the purpose as it stands in the entry's own line, and what labelled lines add."""
    if one.way == COMMAND:
        return []
    if one.way == PROSE:
        return _in_paragraph(one, _own_lines(one, nodes[one.slot.node]))
    text, fields = one.slot.text, list[Said]()
    if one.slot.run[0] == "item":
        whole = _without_introduction(_from(one.slot.text, body(nodes[one.slot.node].text)))
        text, fields = _in_lines(whole, labels)
    return [*_purpose(one, text), *fields]


def _from(text: Styled, whole: Styled) -> Styled:
    """Return a text from where another begins that stands in it."""
    start = bisect_left(whole.starts, text.starts[0]) if text.starts else 0
    return whole.part(start, len(whole.text))


def _own_lines(one: Taken, node: Node) -> Styled:
    """Return the lines of a paragraph from one that begins as the name is set up to the next."""
    style = one.names[0].text.styles[:1]
    lines, own = node.text.lines(), one.slot.line - node.line
    begins = [n for n, line in enumerate(lines) if style in (line.styles[:1], b"")]
    first = max((n for n in begins if n <= own), default=0)
    last = min((n for n in begins if n > own), default=len(lines))
    sizes = [len(line.text) + 1 for line in lines]
    return node.text.part(sum(sizes[:first]), sum(sizes[:last]) - 1)


def _in_paragraph(one: Taken, text: Styled) -> list[Said]:
    """Return what a paragraph says behind a name that leads it, else the sentence around it."""
    first, last = (
        bisect_left(text.starts, name.text.starts[0]) for name in (one.names[0], one.names[-1])
    )
    behind = last + len(one.names[-1].text.text)
    ends = [match.start() for match in _SENTENCE.finditer(text.text)]
    if text.text[:first].strip(MARGINS):
        start = max((end for end in ends if end < first), default=0)
        stop = next((end for end in ends if end >= behind), len(text.text))
    else:
        start, stop = behind, len(text.text)
    said = trimmed(" ".join(text.text[start:stop].split()))
    return [Said(text=said)] if _says_something(said) else []


def _purpose(one: Taken, text: Styled) -> list[Said]:
    found = separator(text)
    start = found[1] if found and one.way not in ("all code", "all links", "tail") else None
    if one.way in _MARKED and found and len(one.names) > 1:
        ends = [bisect_left(text.starts, name.text.starts[0]) for name in one.names]
        if ends[-1] >= found[1]:
            return _in_series(one, text, ends)
    behind = start is None
    if start is None:
        ends = [name.text.ends[-1] for name in one.names if name.text.ends]
        start = next((n for n, at in enumerate(text.starts) if at >= max(ends, default=0)), None)
    rest = "" if start is None else text.text[start:]
    if one.way == "tail":
        rest = _BEHIND.sub("", rest)
    is_series = len(one.names) > 1 or one.way == "tail"
    if behind and is_series and rest.lstrip().startswith(_COMMAS):
        return []  # It goes on with what was not taken for a name: "etc."
    if behind and one.slot.run[0] == "heading":
        rest = _without_labels(rest)
    gloss = behind and _REMARK.fullmatch(rest.rstrip()) is not None
    rest = _LAST_LABEL.sub("", _without_remark(rest))
    said = trimmed(" ".join(rest.split()))
    speaks = _says_something(said) and not is_field_label(rest.strip())
    return [Said(text=said, gloss=gloss)] if speaks else []


def _in_series(one: Taken, text: Styled, starts: Sequence[int]) -> list[Said]:
    """Return what stands behind each of several names on a line, up to the next one."""
    said = []
    for name, start, following in zip_longest(one.names, starts, starts[1:]):
        end = len(text.text) if following is None else following
        words = trimmed(" ".join(text.text[start + len(name.text.text) : end].split()))
        said += [Said(text=words, of=name.written)] if _says_something(words) else []
    return said


def _without_introduction(text: Styled) -> Styled:
    """Return an item without a last line that only leads to what stands below it: "Example:"."""
    end = text.text.rfind("\n")
    introduces = end > 0 and text.text.rstrip().endswith(COLONS)
    return text.part(0, end) if introduces else text


def _without_labels(text: str) -> str:
    """Return what follows a name in a title without words such as "module"."""
    words = text.split()
    first = next((n for n, word in enumerate(words) if not is_label(word)), len(words))
    return " ".join(words[first:])


def _without_remark(text: str) -> str:
    """Return what follows a name without the remark in brackets, if there is more than that."""
    match = _REMARK.match(text)
    return text[match.end() :] if match and text[match.end() :].strip(MARGINS) else text


def _says_something(text: str) -> bool:
    """Whether a text is more than a number, a version, the language, an address or a command."""
    bare = any(pattern.fullmatch(text.strip()) for pattern in (_VERSION, _ADDRESS, _LANGUAGE))
    return any(map(str.isalpha, text)) and not bare and not INSTALL.match(text)


def in_next_lines(one: Taken, nodes: Sequence[Node], lines: set[int]) -> list[Said]:
    """Return what the lines below a lone name in a paragraph say of it."""
    node = nodes[one.slot.node]
    said: list[str] = []
    for part in node.text.lines()[one.slot.line - node.line + 1 :]:
        if one.slot.line + len(said) + 1 in lines or is_title(part, alone=False):
            break
        head, tail = head_and_tail(part)
        labelled = is_field_label(head.text.strip(), _mark(part)) and tail
        said.append((tail if labelled else part).text.strip())
    return [Said(text=trimmed(text)) for text in said if _says_something(text)]


def with_further(said: list[Said], line: str, further: Iterable[Styled]) -> list[Said]:
    """Return what an entry says in a line, with those that go on with it: fields have labels."""
    *others, last = said
    fields = list[Said]()
    text = last.text + "".join(mark for mark in ",;" if line.rstrip().endswith(mark))
    for part in further:
        if not _says_something(part.text):
            continue
        if label_of(part):
            field = trimmed(head_and_tail(part)[1].text)
            fields += [Said(text=field)] if _says_something(field) else []
        elif not fields:
            text = f"{text} {' '.join(part.text.split())}"
    return [*others, replace(last, text=trimmed(text)), *fields]


def _mark(text: Styled) -> str:
    """Return what parts a line's head from its tail."""
    found = separator(text)
    return text.text[slice(*found)] if found else ""


def in_blocks(below: Sequence[Node], names: Sequence[str], labels: Labels) -> Iterator[Said]:
    """Yield what the blocks below an entry say, without the labels in front.

    What stands behind labels of installing is left out.
    """
    for node, following in zip_longest(below, below[1:]):
        if node.kind not in (Kind.ITEM, Kind.PARAGRAPH) or not node.cells:
            continue
        text = body(node.text)
        silent = _is_of_part(node, text, names) or label_of(text) in labels.installs
        if introduces(text, following) or silent:
            continue
        head, tail = head_and_tail(text)
        own = head.text.strip() if tail and head.text.strip() in names else ""
        field = label_of(text) in labels.fields or is_field(head, _mark(text))
        labelled = bool(own) or (head.text != text.text and field)
        rest = tail if labelled else text
        words = trimmed(_without_installing(" ".join(rest.text.split())))
        empty = labelled and not tail
        if _says_something(words) and not empty and not is_field_label(rest.text.strip()):
            yield Said(text=words, of=own)


def introduces(text: Styled, following: Node | None) -> bool:
    """Return whether a block only leads to code or a list below it: "Example (with requests):"."""
    leads = following is not None and following.kind in (Kind.CODE, Kind.ITEM)
    short = len(text.text.split()) <= _INTRODUCTION
    return leads and short and text.text.rstrip().endswith(COLONS)


def _is_of_part(node: Node, text: Styled, names: Sequence[str]) -> bool:
    """Whether an item speaks of a part of the module, such as a function, by its name in code."""
    coded = text.stretches(Style.CODE)
    starts = node.kind is Kind.ITEM and bool(coded) and coded[0][0] == 0
    return starts and text.text[slice(*coded[0])] not in names


def _without_installing(text: str) -> str:
    """Return a text without the sentences that say how to install."""
    kept = [sentence for sentence in _SENTENCE.split(text) if not INSTALL.search(sentence)]
    return " ".join(kept)
