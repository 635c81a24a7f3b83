"""The page of a task: all its solutions side by side, input and output, figures, evidence."""

import codecs
import re
from collections.abc import Iterator

from toolcrib.app.compare import compare
from toolcrib.app.evidence import evidence, pictures
from toolcrib.app.show import task_page
from toolcrib.model.evidence import RunFact
from toolcrib.model.page import Program
from toolcrib.model.value import Value
from toolcrib.web.library import Library
from toolcrib.web.matrix import matrix
from toolcrib.web.page import Kind, Page

_LONGEST_INPUT = 20_000
"""Bytes of an input file that are shown; the rest is to be had with `crib get`."""

_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


def _keys(library: Library) -> Iterator[str]:
    return iter(library.tasks)


def _page(library: Library, key: str) -> Page | None:
    task = library.bundle.task(key)
    if task is None:
        return None
    shown = task_page(library.bundle, task, library.texts)
    if len(shown.programs) > 1:
        (shown,) = compare(library.bundle, (key,), library.texts).tasks
    programs = [_shown(library, key, program) for program in shown.programs]
    return Page(
        template="task.html",
        title=shown.title,
        summary=shown.why or (shown.programs[0].solution.doc if shown.programs else ""),
        content={
            "page": shown,
            "inputs": _inputs(library, key),
            "programs": programs,
            "runs_here": any(each.sheet for each in programs),
            "matrix": matrix((each.program.name, each.runs) for each in programs),
            "measured": any(program.measurement for program in shown.programs),
        },
        data=shown,
    )


class Shown(Value, frozen=True, kw_only=True):
    """A program with what its module is for, its runs and its pictures.

    `sheet` is where the reader's browser finds what it takes to run it; empty where it cannot.
    """

    program: Program
    purpose: str
    runs: tuple[RunFact, ...]
    pictures: dict[str, str]
    sheet: str = ""


def _shown(library: Library, task: str, program: Program) -> Shown:
    _, purpose = library.bundle.entry(program.solution.module) or ("", "")
    return Shown(
        program=program,
        purpose=library.texts(purpose),
        runs=evidence(library.bundle, task, program),
        pictures=pictures(library.bundle, task, program),
        sheet=library.stock.sheet(task, program.solution.file),
    )


def _inputs(library: Library, task: str) -> list[dict[str, object]]:
    """Return the input files; text as text, of others the size alone."""
    shown = []
    for path, data in library.bundle.files(task).inputs.items():
        cut = len(data) > _LONGEST_INPUT
        text = _as_text(data[:_LONGEST_INPUT])
        shown.append({"path": path, "text": text, "size": len(data), "cut": bool(text) and cut})
    return shown


def _as_text(data: bytes) -> str:
    """Return what of a file can be read; nothing where it is no text."""
    try:
        # What was cut may end within a character.
        text = codecs.getincrementaldecoder("utf-8")().decode(data)
    except UnicodeDecodeError:
        return ""
    return "" if _CONTROLS.search(text) else text


KIND = Kind(name="task", prefix="task/", keys=_keys, page=_page)
