"""The names in a stretch of text: where they begin and end, and how sure that is."""

import re
from collections.abc import Callable, Iterable, Iterator

from msgspec.structs import replace

from toolcrib.model.mention import Renown
from toolcrib.model.module import normalised
from toolcrib.model.value import Value
from toolcrib.read.entries.shape import file_stem, is_label, is_token, link_weight, shape
from toolcrib.text.styled import Style, Styled

Known = Callable[[str], Renown]

# What joins names: marks of several scripts, and "and" and "or" in the languages of lists.
_AND = (
    "and et e y und и or ou oder o u или en i och og ve veya dan 和 与 與 及 或 と 및 eller "
    "oraz lub albo nebo alebo ja tai és vagy și sau та або й και ή và hoặc atau ya yoki और या "
    "এবং และ หรือ либо"
)
_JOINT = re.compile(
    r"\s*[,;\u060c\u061b、，；/|+&·・＋]\s*(?:(?:and|et|und|or|ou|oder)\s+)?"
    rf"|\s+(?:{'|'.join(dict.fromkeys(_AND.split()))}|AND|OR)\s+"
    r"|\s+(?:bzw\.|resp\.|sowie|как|así como)\s+"
    r"|\s+[وו][\s-]*(?=[A-Za-z])"
    r"|[和与與及]"
)
# What joins names in Czech and Slovak, and is a preposition in Italian and Spanish.
_LOOSE_JOINT = re.compile(r"\s+a\s+")
_BRACKET = re.compile(r"(?<!\s)\s*(?:\(([^()]*)\)|（([^（）]*)）|\[([^\[\]]*)\])")
_IMPORT = re.compile(r"(?:import|from)\s+([\w.]+)")
_INSTALL = re.compile(r"\bpip3? install (?:-U |--upgrade )?([A-Za-z0-9](?:[\w.-]*\w)?)", re.ASCII)
_COMMAND = re.compile(
    r"(?:[$>!%]\s*)?(?:sudo\s+|python3?\s+-m\s+|py\s+-m\s+)*(?:pip3?|conda|uv|apt)\s+[a-z-]"
)
_VERSION = re.compile(r"(?:\s*(?:[<>=~!]=?=?)\s*v?\d[\w.*+]*|\s+v?\d+(?:\.[\dx*]+)*\+?)\s*$")
_GLUED = re.compile(r"([A-Za-z_][\w.]*)\s?[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]{1,4}", re.ASCII)
_ADDRESS = re.compile(r"\b[a-z]{1,20}://|\bwww\.|\bhttps?:")
_CALL = re.compile(r"\(\s*\)$")
_PATH = re.compile(r"[\w.~@-]*(?:/[\w.@-]+)*/(?:[\w@-]+\.\w+|[.@]\w*|)", re.ASCII)
_COLON = re.compile(r":\s|：")
_DIGIT = re.compile(r"\d")
_TRIM = " \t\n*_\"'`“”«»‘’.,;:：!|、，。\u060c\u061b।~^©®™→👉"
# A name may begin with an underscore or a full stop, and end in an underscore.
_TRIM_BEFORE, _TRIM_BEHIND = _TRIM.replace("_", "").replace(".", ""), _TRIM.replace("_", "")

_LONGEST, _LONGEST_SERIES, _INSTALLED = 80, 600, 0.9

# What a name is worth that is one of another language, and several words that many install.
_OTHER, _SPELLED = 0.45, 0.6

KNOWN, LIKELY = 0.8, 0.7
"""From these weights on a name is known as a module, and known but a plain word as well."""


class Candidate(Value, frozen=True, kw_only=True):
    """What may be a name: a stretch of a styled text, and how sure it is from 0 to 1."""

    text: Styled
    written: str
    weight: float
    id: str = ""
    link: str = ""
    hint: str = ""


def candidate(text: Styled, start: int, end: int, known: Known) -> Candidate | None:
    """Return a stretch as a candidate, without quotes, versions and brackets around it."""
    part = _trimmed(text.part(start, end))
    if _ADDRESS.match(part.text):
        return None
    if match := _IMPORT.match(part.text):
        part = part.part(*match.span(match.lastindex or 0))
    if not part.text or len(part.text) > _LONGEST or _COMMAND.match(part.text):
        return None
    written = " ".join(part.text.split())
    evidence = known(written)
    url = text.url(start, end)
    weight = evidence.weight
    if weight < LIKELY:  # No shape weighs as much.
        weight = max(weight, _by_shape(written, evidence, known))
    if written.casefold().endswith(".js"):
        weight = min(weight, _OTHER)  # of JavaScript, and no sign that modules of Python are listed
    if url.startswith("#"):
        weight = 0.0
    elif url and weight:
        weight = max(weight, link_weight(written, url))
    return Candidate(text=part, written=written, weight=weight, id=evidence.id, link=url)


def _by_shape(written: str, evidence: Renown, known: Known) -> float:
    """Return how much a name looks like one: more where each word of a popular one is capital."""
    if _is_file(written, known):
        return 0.0
    titled = " " in written and all(word[:1].isupper() for word in written.split())
    return _SPELLED if titled and evidence.popular else shape(written)


def _is_file(written: str, known: Known) -> bool:
    """Whether an unknown name is that of a file: only lists of known modules add `.py` to names."""
    stem = file_stem(written)
    return bool(stem) and known(written).weight < KNOWN and known(stem).weight < KNOWN


def _trimmed(part: Styled) -> Styled:
    part = _stripped(part)
    # At the end alone: there may be thousands of blanks before it.
    start = max(len(part.text) - _LONGEST, 0)
    call = _CALL.search(part.text, start) if part.text.endswith(")") else None
    if call and call.start() > 0:
        part = part.part(0, call.start())
    start = max(len(part.text) - _LONGEST, 0)
    version = _VERSION.search(part.text, start) if _DIGIT.search(part.text, start) else None
    if version and version.start() > 0:
        part = part.part(0, version.start())
    return _stripped(part)


def _stripped(part: Styled) -> Styled:
    text = part.text
    if text[:1].isalnum() and text[-1:].isalnum():
        return part
    start, end = len(text) - len(text.lstrip(_TRIM_BEFORE)), len(text.rstrip(_TRIM_BEHIND))
    if text.endswith("_", 0, end) and not text.endswith("__", 0, end):
        end -= 1  # reStructuredText marks a link so
    return part.part(start, max(start, end))


def installs(texts: Iterable[Styled]) -> frozenset[str]:
    """Return what is installed with pip in the texts of an entry, as normalised names."""
    found = (_INSTALL.findall(text.text) for text in texts)
    return frozenset(normalised(name) for names in found for name in names)


def confirmed(one: Candidate, installed: frozenset[str]) -> Candidate:
    """Return a name with the weight that an install command beside it gives it."""
    if not installed or one.weight >= KNOWN or normalised(one.written) not in installed:
        return one
    return replace(one, weight=_INSTALLED)


def is_command(text: Styled) -> bool:
    """Return whether a line is one to type into a shell: it installs, it lists nothing."""
    return _COMMAND.match(text.text) is not None


def is_import(text: Styled) -> bool:
    """Return whether a line is a statement of Python that imports something."""
    return _IMPORT.match(text.text) is not None


def marked_names(text: Styled, style: Style, known: Known) -> list[Candidate]:
    """Return the names that are set in a style: code, bold, linked."""
    found: list[Candidate] = []
    for start, end in text.stretches(style):
        if style is not Style.CODE or not _is_path_or_command(text.text[start:end]):
            found += joined_names(text, start, end, known)
    return found


def _is_path_or_command(code: str) -> bool:
    """Whether code is a path, `/src/app.py`, or gets something, `wget https://…`, and no name."""
    address = _ADDRESS.search(code)
    fetches = address is not None and bool(code[: address.start()].strip())
    return fetches or _PATH.fullmatch(code) is not None


def bare_names(text: Styled, known: Known) -> list[Candidate]:
    """Return the names in a text whatever their style; a bracket behind them is a remark."""
    if is_command(text):
        return []
    plain, remarks = _without_brackets(text)
    found = [c for start, end in plain for c in joined_names(text, start, end, known)]
    return _with_remarks(text, found, remarks, known)


def _without_brackets(text: Styled) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    plain, remarks, position = [], [], 0
    for match in _BRACKET.finditer(text.text):
        if match.start() == position or match[0].strip() == "()":
            continue
        plain.append((position, match.start()))
        remarks.append(match.span(match.lastindex or 0))
        position = match.end()
    rest = text.text[position:].strip(_TRIM)
    if rest or not plain:
        plain.append((position, len(text.text)))
    return [span for span in plain if text.text[slice(*span)].strip(_TRIM)], remarks


def _with_remarks(
    text: Styled, found: list[Candidate], remarks: list[tuple[int, int]], known: Known
) -> list[Candidate]:
    """Weigh what stands in brackets: "(via PyYAML)" names what to install, "(fast)" nothing."""
    for start, end in remarks:
        last = re.search(r"[^\s,;]+\s*$", text.text[start:end])
        if last is None or len(text.text[start:end].split()) > 3:  # noqa: PLR2004 -- "by way of x"
            continue
        other = candidate(text, start + last.start(), end, known)
        if other is None or known(other.written).weight < KNOWN:
            continue
        if not any(known(c.written).weight >= KNOWN for c in found):
            found = [*found, other]
        elif found[-1].id == other.id:
            found = [*found[:-1], replace(found[-1], hint=other.written)]
    return found


def shortened(one: Candidate, affixes: frozenset[str], known: Known) -> list[Candidate]:
    """Return a name without the words beside it: "os module", "Модули json и csv", "os模块"."""
    if known(one.written).weight >= KNOWN:
        return [one]
    if match := _GLUED.fullmatch(one.text.text):
        return joined_names(one.text, *match.span(1), known) or [one]
    words = [match.span() for match in re.finditer(r"\S+", one.text.text)]
    kept = [
        span
        for span in words
        if not is_label(word := one.text.text[slice(*span)]) and word.casefold() not in affixes
    ]
    if len(kept) == len(words) or not kept:
        return [one]
    return joined_names(one.text, kept[0][0], kept[-1][1], known) or [one]


def joined_names(text: Styled, start: int, end: int, known: Known) -> list[Candidate]:
    """Return the names of a stretch, split where each part has the shape of one."""
    address = _ADDRESS.search(text.text, start, end)
    end = address.start() if address else end
    whole = candidate(text, start, end, known)
    if whole is None:
        return _long_series(text, start, end, known)
    parts = list(_parts(_JOINT, text, start, end))
    if len(parts) == 1 and whole.weight < KNOWN and text.text.find(" a ", start, end) > 0:
        loose = [candidate(text, a, b, known) for a, b in _parts(_LOOSE_JOINT, text, start, end)]
        if len(loose) > 1 and all(c is not None and c.weight >= KNOWN for c in loose):
            return [c for c in loose if c is not None]
    if len(parts) < 2 or known(whole.written).weight >= KNOWN:  # noqa: PLR2004 -- nothing to split
        return [whole]
    return _sure_parts(text, parts, known, lead=not whole.weight) or [whole]


def _long_series(text: Styled, start: int, end: int, known: Known) -> list[Candidate]:
    """Return the names of a stretch that is too long to be one, if most of it are several."""
    plain = _LONGEST < end - start <= _LONGEST_SERIES and not _COMMAND.match(text.text, start, end)
    parts = list(_parts(_JOINT, text, start, end)) if plain else []
    names = _sure_parts(text, parts, known, lead=False) if len(parts) > 1 else []
    return names if 2 * len(names) > len(parts) else []


def _sure_parts(
    text: Styled, parts: list[tuple[int, int]], known: Known, *, lead: bool
) -> list[Candidate]:
    """Return the parts of a stretch that are names, if it is several, or the first may `lead`."""
    if colon := _COLON.search(text.text, *parts[0]):  # a label: "Libraries: numpy, pandas"
        parts = [(colon.end(), parts[0][1]), *parts[1:]]
    split = [candidate(text, a, b, known) for a, b in parts]
    names = [c for c in split if c is not None]
    if len(names) == len(parts) and _are_titled(names):
        return names
    tokens = [c for c in names if is_token(c.written) or c.weight >= KNOWN]
    if len(tokens) == len(parts) or sum(c.weight >= LIKELY for c in tokens) > 1:
        return tokens
    if tokens[:1] == names[:1] and tokens and tokens[0].weight >= LIKELY and lead:
        return tokens[:1]  # "numpy, arrays and numerical computing"
    return []


def _are_titled(names: list[Candidate]) -> bool:
    """Whether several names are written with capitals, one of them known: "NetworkX, Foo Bar"."""
    titled = all(name.weight > 0 and name.written[:1].isupper() for name in names)
    return titled and any(name.weight >= KNOWN for name in names)


def _parts(joint: re.Pattern[str], text: Styled, start: int, end: int) -> Iterator[tuple[int, int]]:
    position = start
    for match in joint.finditer(text.text, start, end):
        if text.text[position : match.start()].strip(_TRIM):
            yield position, match.start()
        position = match.end()
    if text.text[position:end].strip(_TRIM):
        yield position, end
