"""Write the standard-library table that toolcrib ships.

    python scripts/stdlib_facts.py INTERPRETER...

Sources: the distribution `stdlibs` (top-level names of each Python, from CPython's own sources),
typeshed's VERSIONS as mypy ships it (names of submodules), what lies in the library folders of the
interpreters that are named on the command line, and `catalog/stdlib.toml` (deprecations and
successors, by hand). The newest interpreter also gives the public classes and functions of common
modules. Run it when a Python is released or catalog/stdlib.toml changes; it needs the group `test`.
"""

import importlib
import importlib.resources
import json
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
TABLE = ROOT / "src" / "toolcrib" / "identify" / "data" / "stdlib.json"
NAMES = TABLE.with_name("stdlib_names.json")
BY_HAND = ROOT / "catalog" / "stdlib.toml"

VERSIONS = tuple(f"3.{minor}" for minor in range(16))

# Documented, but no file of their own, or newer than the interpreters at hand.
HIDDEN = {
    "os.path": "3.0",
    "test": "3.0",
    "sys.monitoring": "3.12",
    "compression.bz2": "3.14",
    "compression.gzip": "3.14",
    "compression.lzma": "3.14",
    "compression.zlib": "3.14",
    "compression.zstd": "3.14",
    "profiling.sampling": "3.15",
    "profiling.tracing": "3.15",
}

# Parts that nobody imports: tests, fixers, demonstrations, the editor.
SKIPPED = ("test", "idle_test", "lib2to3", "idlelib", "turtledemo")

PROBE = """
import json, os, sys
home = os.path.dirname(os.__file__)
names = set(sys.builtin_module_names)
for place in [home] + [os.path.join(home, extra) for extra in ("lib-dynload", "lib-tk")]:
    for folder, folders, files in os.walk(place):
        inside = os.path.relpath(folder, place)
        parts = [] if inside == "." else inside.split(os.sep)
        folders[:] = [
            f for f in folders
            if f not in ("site-packages", "dist-packages", "__pycache__")
            and (parts or os.path.exists(os.path.join(folder, f, "__init__.py")))
            and not f.startswith(("plat-", "config-"))
        ]
        for name in files:
            stem, _, kind = name.partition(".")
            if kind.split(".")[-1] in ("py", "so"):
                names.add(".".join(parts + ([] if stem == "__init__" else [stem])))
print(json.dumps([list(sys.version_info[:2]), sorted(names)]))
"""

COMMON = """
abc argparse array ast asyncio base64 bisect calendar cmath collections collections.abc
concurrent.futures configparser contextlib contextvars copy csv ctypes dataclasses datetime decimal
difflib email.message enum fractions ftplib functools glob graphlib hashlib heapq html html.parser
http.client http.cookiejar http.cookies http.server imaplib importlib inspect io ipaddress itertools
json locale logging logging.handlers mailbox math mimetypes mmap multiprocessing numbers operator os
os.path pathlib pickle platform poplib pprint queue random re sched secrets selectors shelve shlex
shutil signal smtplib socket socketserver sqlite3 ssl statistics string struct subprocess sys
sysconfig tarfile tempfile textwrap threading time timeit tkinter tomllib traceback types typing
unicodedata unittest unittest.mock urllib.error urllib.parse urllib.request uuid warnings weakref
webbrowser wsgiref.simple_server xml.dom.minidom xml.etree.ElementTree xml.sax xmlrpc.client
xmlrpc.server zipfile zlib zoneinfo
"""

ATTRIBUTES = f"""
import builtins, importlib, json
found = {{}}
for module in {COMMON.split()!r}:
    loaded = importlib.import_module(module)
    listed = getattr(loaded, "__all__", None)
    for name in listed or dir(loaded):
        value = getattr(loaded, name, None)
        own = listed or getattr(value, "__module__", None) in (module, module.split(".")[0], None)
        if callable(value) and own and not name.startswith("_") and len(name) > 3:
            found.setdefault(name, []).append(module)
print(json.dumps([found, [name for name in dir(builtins) if not name.startswith("_")]]))
"""


def main(interpreters: list[str]) -> None:
    """Write both tables."""
    by_python = dict(probe(interpreter) for interpreter in interpreters)
    table = merge(by_python, dict(typeshed()), dict(listed()))
    by_hand = tomllib.loads(BY_HAND.read_text(encoding="utf-8"))
    check(by_hand, table)
    table = {name: fact for name, fact in table.items() if fact[0] or is_reviewed(name, by_hand)}
    facts = {name: fact for name, fact in by_hand.items() if fact.pop("source")}
    newest = max(by_python, key=lambda version: [int(part) for part in version.split(".")])
    attributes, builtins = ask(interpreters[list(by_python).index(newest)], ATTRIBUTES)
    write(TABLE, {"versions": VERSIONS, "modules": table, "facts": facts})
    names = {name: " ".join(modules) for name, modules in attributes.items() if name not in table}
    write(NAMES, {"attributes": names, "builtins": builtins})


def ask(interpreter: str, program: str) -> Any:  # noqa: ANN401 -- whatever the program prints
    """Run a program that prints JSON under an interpreter, apart from all that is installed."""
    done = subprocess.run(
        [interpreter, "-E", "-s", "-c", program], check=True, capture_output=True, text=True
    )
    return json.loads(done.stdout)


def probe(interpreter: str) -> tuple[str, frozenset[str]]:
    """Return an interpreter's version and the modules in its library folder."""
    version, names = ask(interpreter, PROBE)
    return ".".join(map(str, version)), frozenset(name for name in names if is_public(name))


def is_reviewed(name: str, by_hand: dict[str, Any]) -> bool:
    """Return whether a Python 2 name was looked at: old names are often somebody else's by now."""
    return name.partition(".")[0] in by_hand


def is_public(name: str) -> bool:
    """Return whether somebody may want to import a module."""
    first, *rest = name.split(".")
    if "-" in name or first.startswith(("test", "_test", "xx", "_xx", "_typeshed", "__")):
        return first in ("__future__", "__main__", "__builtin__")
    hidden = any(part.startswith(("_", *SKIPPED)) for part in rest)
    return bool(first) and not hidden and not (rest and first.startswith(("_", *SKIPPED)))


def listed() -> Iterator[tuple[str, frozenset[str]]]:
    """Yield the top-level names of each Python from 3.8 on, as `stdlibs` has them.

    Before that it holds names of platforms that are gone, and parts that nobody could import.
    """
    for version in VERSIONS[8:]:
        module = importlib.import_module(f"stdlibs.py{version.replace('.', '')}")
        yield version, frozenset(name for name in module.module_names if is_public(name))


def typeshed() -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield name, first and last Python (empty: still there) from typeshed's VERSIONS."""
    path = importlib.resources.files("mypy") / "typeshed" / "stdlib" / "VERSIONS"
    for line in path.read_text(encoding="utf-8").splitlines():
        name, _, span = line.partition("#")[0].partition(":")
        if span.strip() and name != "typing_extensions" and is_public(name):
            first, _, last = span.strip().partition("-")
            yield name, (first, last)


def merge(
    probed: dict[str, frozenset[str]],
    stubs: dict[str, tuple[str, str]],
    tops: dict[str, frozenset[str]],
) -> dict[str, list[Any]]:
    """Return `[first, last, in Python 2]` by name; empty: never in Python 3, still there."""
    in_two = frozenset[str]().union(*(names for v, names in probed.items() if v[0] == "2"))
    names = frozenset[str]().union(in_two, stubs, HIDDEN, *probed.values(), *tops.values())
    table = {}
    for name in sorted(names):
        known = probed if "." in name else {**tops, **probed}
        covered = [v for v in VERSIONS if v in known]
        seen = [v for v in covered if name in known[v] or name in tops.get(v, ())]
        first, last = stubs.get(name, ("", ""))
        if seen:
            first = first or ("3.0" if seen[0] == covered[0] else seen[0])
            last = last if seen[-1] == covered[-1] else seen[-1]
        if name in HIDDEN:
            first, last = HIDDEN[name], ""
        table[name] = [first, last, int(name in in_two or name in ("os.path", "test"))]
    return bounded(table)


def bounded(table: dict[str, list[Any]]) -> dict[str, list[Any]]:
    """Let no submodule outlive its parent, or be older than it."""
    for name, fact in table.items():
        parent = table.get(name.rpartition(".")[0])
        if parent and fact[0]:
            if parent[1] and (not fact[1] or VERSIONS.index(fact[1]) > VERSIONS.index(parent[1])):
                fact[1] = parent[1]
            if parent[0] and VERSIONS.index(fact[0]) < VERSIONS.index(parent[0]):
                fact[0] = parent[0]
    return table


def check(by_hand: dict[str, Any], table: dict[str, list[Any]]) -> None:
    """Add names that no source has, and stop where the hand-written facts contradict the table."""
    for name, fact in by_hand.items():
        if fact.pop("python2", False):
            table.setdefault(name, ["", "", 1])
        if name not in table:
            raise SystemExit(f"{BY_HAND.name}: no Python has {name!r}")
        removed, last = fact.get("removed"), table[name][1]
        expected = VERSIONS[VERSIONS.index(last) + 1] if last else None
        if removed in VERSIONS and removed != expected:
            raise SystemExit(
                f"{BY_HAND.name}: {name} was last seen in {last}, not before {removed}"
            )
        for successor in fact.get("successors", ()):
            origin, _, module = successor.partition(":")
            if origin == "std" and (module not in table or table[module][1]):
                raise SystemExit(f"{BY_HAND.name}: {name}: there is no {successor}")


def write(path: Path, data: dict[str, Any]) -> None:
    """Write a table with one entry a line, so that a change can be read."""
    parts = []
    for key, value in data.items():
        if isinstance(value, dict):
            lines = ",\n".join(f"{json.dumps(k)}:{compact(v)}" for k, v in sorted(value.items()))
            parts.append(f"{json.dumps(key)}:{{\n{lines}\n}}")
        else:
            parts.append(f"{json.dumps(key)}:{compact(value)}")
    path.write_text("{" + ",\n".join(parts) + "}\n", encoding="utf-8")


def compact(value: object) -> str:
    """Return JSON without spaces."""
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False)


if __name__ == "__main__":
    main(sys.argv[1:])
