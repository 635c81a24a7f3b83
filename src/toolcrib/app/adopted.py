"""Write an adopted catalog: files that people edit, and a page on what is to be done."""

from collections.abc import Iterable
from pathlib import Path

from toolcrib.app.adopt import Adopted, Draft, Wrong
from toolcrib.catalog.folder import read_catalog
from toolcrib.catalog.places import module_place
from toolcrib.errors import UsageError
from toolcrib.model.module import Collection, Module, Saying
from toolcrib.verify.record import quoted
from toolcrib.verify.whole import write_whole

PAGE = "ADOPTED.md"
_USE = (
    "Use it beside the built-in catalog: `crib --catalog FOLDER list`. A draft becomes a task when",
    "it has a title, an input and an expected output, and lies in `tasks/`.",
)

_DRAFT = """\
# A draft, from line {line} of {document}. Give it a title that says the task, an input, and the
# output that is expected; then move it to tasks/ and run `crib verify`.
title = {title}
category = {category}

[output]
expected_from = "captured"
"""
_SOLUTION = """\
# /// script
# requires-python = ">=3.11"
# dependencies = [{dependencies}]
# [tool.toolcrib]
# module = {module}
# ///
{code}
"""


def write_catalog(folder: Path, adopted: Adopted) -> None:
    """Write an adopted catalog into a folder of its own, and read it again to be sure of it.

    Raises:
        UsageError: The folder holds something, or cannot be written.
        ContentError: What was written cannot be read.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(f"{folder} is there and not empty", "name a new folder with --into")
    try:
        for name, text in _files(folder.name, adopted):
            write_whole(folder / name, text.encode())
    except OSError as fault:
        raise UsageError(
            f"cannot write {fault.filename}: {fault.strerror}", "name another folder with --into"
        ) from fault
    read_catalog(folder)


def _files(name: str, adopted: Adopted) -> Iterable[tuple[str, str]]:
    yield "catalog.toml", f"name = {quoted(name)}\n"
    shelves = (f"[{_key(c.key)}]\ntitle = {quoted(c.title)}\n" for c in adopted.categories)
    yield "categories.toml", "\n".join(shelves)
    for module in adopted.modules:
        yield module_place(module.id), _module(module)
    for collection in adopted.collections:
        yield f"collections/{collection.id}.toml", _collection(collection)
    for draft in adopted.drafts:
        head = _DRAFT.format(
            line=draft.line,
            document=_in_comment(draft.document),
            title=quoted(draft.title),
            category=quoted(draft.category),
        )
        yield f"drafts/{draft.id}/task.toml", head
        yield f"drafts/{draft.id}/{draft.solution.file}", _program(draft)
        yield f"drafts/{draft.id}/expected.txt", ""
    yield PAGE, _page(adopted)


def _module(module: Module) -> str:
    lines = [f"name = {quoted(module.name)}"]
    lines += [f"install = {quoted(module.install)}"] if module.install else []
    lines += [f"imports = {_list(module.imports)}"] if module.imports else []
    lines += [f"categories = {_list(module.categories)}", f"purpose = {quoted(module.purpose)}"]
    lines += [f"use_cases = {_list(module.use_cases)}"] if module.use_cases else []
    for saying in module.said:
        lines += ["", *_saying(saying)]
    return "\n".join(lines) + "\n"


def _saying(saying: Saying) -> Iterable[str]:
    yield "[[said]]"
    yield f"document = {quoted(saying.document)}"
    yield f"line = {saying.line}"
    if saying.language:
        yield f"language = {quoted(saying.language)}"
    if saying.purpose:
        yield f"purpose = {quoted(saying.purpose)}"
    if saying.use_cases:
        yield f"use_cases = {_list(saying.use_cases)}"


def _collection(collection: Collection) -> str:
    lines = [f"title = {quoted(collection.title)}", f"language = {quoted(collection.language)}"]
    for heading in collection.headings:
        lines += ["", "[[headings]]", f"title = {quoted(heading.title)}"]
        lines += [f"modules = {_list(heading.modules)}"]
    if collection.written:
        lines += ["", "[written]"]
        lines += [f"{quoted(name)} = {_list(ids)}" for name, ids in collection.written.items()]
    return "\n".join(lines) + "\n"


def _program(draft: Draft) -> str:
    return _SOLUTION.format(
        dependencies=", ".join(map(quoted, draft.solution.dependencies)),
        module=quoted(draft.solution.module),
        code=draft.solution.code.strip("\n"),
    )


def _page(adopted: Adopted) -> str:
    modules = f"{len(adopted.modules)} modules on {len(adopted.categories)} shelves"
    lists = f"{len(adopted.collections)} collections, {len(adopted.drafts)} drafts of tasks"
    lines = ["# Adopted", "", f"{modules}, {lists}.", "", *_USE]
    if adopted.wrong:
        lines += ["", "## To be looked at", "", *map(_item, adopted.wrong)]
    return "\n".join(lines) + "\n"


def _item(wrong: Wrong) -> str:
    said = " ".join(f"{wrong.document}:{wrong.line}: {wrong.text}".split())
    return f"- `{said.replace('`', chr(39))}`"


def _in_comment(text: str) -> str:
    return " ".join(text.split())


def _list(texts: Iterable[str]) -> str:
    return f"[{', '.join(map(quoted, texts))}]"


def _key(key: str) -> str:
    return key if key.isascii() else quoted(key)
