"""The built-in catalog, grown to any size by copies of what it has."""

import re
import zlib
from collections import defaultdict

import msgspec

from toolcrib.catalog.receipts import Receipts
from toolcrib.model.catalog import Catalog
from toolcrib.model.module import ModuleId

_SYLLABLES = ("ka", "lo", "mi", "nu", "re", "sa", "ti", "vo")


def grown(catalog: Catalog, receipts: Receipts, modules: int) -> tuple[Catalog, Receipts]:
    """Return a catalog with so many modules and twice as many solutions, and their receipts."""
    found, tasks, files = dict(catalog.modules), dict(catalog.tasks), dict(catalog.files)
    kinds = list(catalog.modules.values())
    for number in range(modules - len(found)):
        one = kinds[number % len(kinds)]
        id_ = ModuleId(f"pypi:{_other(one.id.partition(':')[2], number)}-{number}")
        found[id_] = msgspec.structs.replace(
            one,
            id=id_,
            name=id_.partition(":")[2],
            purpose=_other(one.purpose, number),
            use_cases=tuple(_other(use, number) for use in one.use_cases),
        )
    jobs, number = list(catalog.tasks.values()), 0
    runs = defaultdict(list, {module: list(of) for module, of in receipts.items()})
    while sum(len(task.solutions) for task in tasks.values()) < 2 * modules:
        job = jobs[number % len(jobs)]
        key = f"{_other(job.id, number)}-{number}"
        phrases = {
            language: tuple(_other(phrase, number) for phrase in of)
            for language, of in job.phrases.items()
        }
        tasks[key] = msgspec.structs.replace(
            job, id=key, title=_other(job.title, number), phrases=phrases
        )
        files[key] = files[job.id]
        for module in {solution.module for solution in job.solutions}:
            runs[module] += [
                msgspec.structs.replace(run, task=key)
                for run in receipts.get(module, ())
                if run.task == job.id
            ]
        number += 1
    large = msgspec.structs.replace(catalog, modules=found, tasks=tasks, files=files)
    return large, {module: tuple(of) for module, of in runs.items()}


def _other(text: str, number: int) -> str:
    """Return a text in which every second word is another one."""
    words = re.split(r"([\W_]+)", text)
    for place in range(0, len(words), 4):
        key = zlib.crc32(f"{words[place]} {number // 40}".encode())
        added = _SYLLABLES[key % 8] + _SYLLABLES[key // 8 % 8]
        words[place] = words[place] and words[place].lower() + added
    return "".join(words)
