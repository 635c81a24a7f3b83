"""Open a bundle and read from it: typed values, decoded when they are asked for."""

import os
import sqlite3
from typing import TYPE_CHECKING, Self, TypeVar

import msgspec

from toolcrib.catalog.lookup import Lookup
from toolcrib.errors import ContentError

if TYPE_CHECKING:
    from toolcrib.model.exported import Exported
    from toolcrib.model.fact import Facts
    from toolcrib.model.hit import Meant
    from toolcrib.model.identity import Trap
    from toolcrib.model.measurement import Measurement
    from toolcrib.model.module import Category, Collection, Module, ModuleId
    from toolcrib.model.proof import Proof
    from toolcrib.model.receipt import Receipt
    from toolcrib.model.task import Solution, Task, TaskFiles

T = TypeVar("T")

FORMAT = 8
"""Changes with the tables of `compile`: a bundle of another format is compiled anew."""

EVERY_MODULE = "SELECT card FROM modules ORDER BY id"

# The kinds of values are imported by the methods that return them, so that a question pays for
# what it shows and for nothing else.


class Bundle(Lookup):
    """An open bundle."""

    def __init__(self, path: str) -> None:
        """Open a bundle for reading.

        Raises:
            ContentError: There is no bundle at this path.
        """
        try:
            super().__init__(sqlite3.connect(uri(path), uri=True))
        except sqlite3.Error as fault:
            raise ContentError(f"{path} is no bundle: {fault}") from fault
        try:
            made = self.meta("format")
        except sqlite3.Error as fault:
            self.close()
            raise ContentError(f"{path} is no bundle: {fault}") from fault
        if made != str(FORMAT):
            self.close()
            raise ContentError(f"{path} was made by another version of toolcrib")
        self.path = path

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the file."""
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def digest(self) -> str:
        """Return what tells this bundle from all others: the BLAKE2 digest of its file."""
        import hashlib  # noqa: PLC0415 -- only for sites

        ((_, _, path),) = self.rows("PRAGMA database_list")
        with open(path, "rb") as file:  # noqa: PTH123 -- as with all of this package's start
            return hashlib.file_digest(file, "blake2b").hexdigest()

    def module(self, id_: str) -> "Module | None":
        """Return a module by its id."""
        from toolcrib.model.module import Module  # noqa: PLC0415 -- not on the path of find

        return self._one(Module, "SELECT card FROM modules WHERE id = ?", id_)

    def modules(self) -> "tuple[Module, ...]":
        """Return all modules by id."""
        from toolcrib.model.module import Module  # noqa: PLC0415 -- not on the path of find

        return self._all(Module, EVERY_MODULE)

    def modules_named(self, key: str) -> "tuple[Meant, ...]":
        """Return the modules that go by a name, std first; the key is that of `words.name_key`."""
        from toolcrib.model.hit import Meant  # noqa: PLC0415 -- as with all kinds of values

        rows = self.rows("SELECT module, name, why FROM names WHERE key = ? ORDER BY place", [key])
        return tuple(Meant(module=module, name=name, why=why) for module, name, why in rows)

    def task(self, id_: str) -> "Task | None":
        """Return a task by its id with its solutions, the preferred one first."""
        from toolcrib.model.task import Task  # noqa: PLC0415 -- not on the path of find

        bare = self._one(Task, "SELECT card FROM tasks WHERE id = ?", id_)
        return bare and msgspec.structs.replace(bare, solutions=self.solutions(id_))

    def tasks(self) -> "tuple[Task, ...]":
        """Return all tasks by id, without their solutions."""
        from toolcrib.model.task import Task  # noqa: PLC0415 -- not on the path of find

        return self._all(Task, "SELECT card FROM tasks ORDER BY id")

    def tasks_of(self, module: str) -> tuple[str, ...]:
        """Return the tasks that a module does, in the order of its use cases."""
        query = """SELECT task FROM solutions WHERE module = ?
            ORDER BY use_case, position > 0, word != 'proven', task"""
        return tuple(dict.fromkeys(row[0] for row in self.rows(query, [module])))

    def proven(self) -> dict[str, int]:
        """Return in how many proven programs each module is used, by its id.

        A proof counts for a module only if the same program fails without it, so that each of them
        shows what one imports after installing it.
        """
        query = "SELECT module, COUNT(*) FROM solutions WHERE word = 'proven' GROUP BY module"
        return dict(self.rows(query))

    def doers(self, task: str) -> list[tuple[str, str]]:
        """Return module and file of a task's solutions, the preferred one first, undecoded."""
        query = "SELECT module, file FROM solutions WHERE task = ? ORDER BY position"
        return [(module, file) for module, file in self.rows(query, [task])]

    def category_of(self, task: str) -> str:
        """Return the key of a task's shelf."""
        rows = self.rows("SELECT category FROM tasks WHERE id = ?", [task])
        return next((str(row[0]) for row in rows), "")

    def solutions(self, task: str) -> "tuple[Solution, ...]":
        """Return a task's solutions, the preferred one first."""
        from toolcrib.model.task import Solution  # noqa: PLC0415 -- only when code is shown

        query = "SELECT card FROM solutions WHERE task = ? ORDER BY position"
        return self._all(Solution, query, task)

    def proof(self, task: str, file: str) -> "Proof | None":
        """Return what is known of a solution by execution."""
        from toolcrib.model.proof import Proof  # noqa: PLC0415 -- not on the path of find

        query = "SELECT proof FROM solutions WHERE task = ? AND file = ?"
        return self._one(Proof, query, task, file)

    def solution_proofs(self) -> "list[tuple[str, ModuleId, Proof]]":
        """Return task, module and proof of all solutions."""
        from toolcrib.model.proof import Proof  # noqa: PLC0415 -- not on the path of find

        decode = msgspec.json.Decoder(Proof).decode
        rows = self.rows("SELECT task, module, proof FROM solutions ORDER BY task, position")
        return [(task, module, decode(proof)) for task, module, proof in rows]

    def proofs(self, module: str) -> "tuple[Proof, ...]":
        """Return what is known by execution of all solutions with a module."""
        from toolcrib.model.proof import Proof  # noqa: PLC0415 -- not on the path of find

        return self._all(Proof, "SELECT proof FROM solutions WHERE module = ?", module)

    def entry(self, module: str) -> tuple[str, str] | None:
        """Return a module's name and purpose without decoding it."""
        rows = self.kept_rows("SELECT name, purpose FROM modules WHERE id = ?", module)
        return next(iter(rows), None)

    def solution_line(self, task: str, module: str) -> tuple[str, str, str]:
        """Return a task's title, the proof of a module's solution, and why it is preferred."""
        query = """SELECT title, phrase, why FROM solutions JOIN tasks ON id = task
            WHERE task = ? AND module = ? ORDER BY position"""
        return next(iter(self.kept_rows(query, task, module)), ("", "", ""))

    def receipts(self, task: str, file: str) -> "tuple[Receipt, ...]":
        """Return the receipts of a solution."""
        import zlib  # noqa: PLC0415 -- only when code is shown

        from toolcrib.model.receipt import Receipt  # noqa: PLC0415 -- not on the path of find

        query = "SELECT cards FROM receipts WHERE task = ? AND solution = ?"
        for (cards,) in self.rows(query, [task, file]):
            return msgspec.json.decode(zlib.decompress(cards), type=tuple[Receipt, ...])
        return ()

    def versions(self, lock: str) -> dict[str, str]:
        """Return the versions of a lock's distributions; none where it is not known."""
        return self._one(dict[str, str], "SELECT card FROM locks WHERE lock = ?", lock) or {}

    def all_versions(self) -> dict[str, dict[str, str]]:
        """Return the versions of all locks."""
        rows = self.rows("SELECT lock, card FROM locks")
        return {lock: msgspec.json.decode(card, type=dict[str, str]) for lock, card in rows}

    def files(self, task: str) -> "TaskFiles":
        """Return a task's input, expected output and driver."""
        from toolcrib.model.task import TaskFiles  # noqa: PLC0415 -- not on the path of find

        query = "SELECT path, content FROM files WHERE task = ? ORDER BY path"
        content = dict(self.rows(query, [task]))
        expected = content.pop("expected.txt", b"").decode()
        driver = content.pop("driver", b"").decode()
        inputs = {path.removeprefix("input/"): data for path, data in content.items()}
        return TaskFiles(expected=expected, inputs=inputs, driver=driver)

    def measurement(self, task: str, file: str) -> "Measurement | None":
        """Return what was measured of a solution as it is now."""
        from toolcrib.model.measurement import Measurement  # noqa: PLC0415 -- not on the path of find

        query = "SELECT card FROM measurements WHERE task = ? AND solution = ?"
        return self._one(Measurement, query, task, file)

    def measurements(self) -> "tuple[Measurement, ...]":
        """Return all measurements."""
        from toolcrib.model.measurement import Measurement  # noqa: PLC0415 -- not on the path of find

        return self._all(Measurement, "SELECT card FROM measurements ORDER BY task, solution")

    def facts(self, module: str) -> "Facts | None":
        """Return what is known of a module as a whole."""
        from toolcrib.model.fact import Facts  # noqa: PLC0415 -- not on the path of find

        return self._one(Facts, "SELECT card FROM facts WHERE module = ?", module)

    def all_facts(self) -> "tuple[Facts, ...]":
        """Return what is known of all modules, by id."""
        from toolcrib.model.fact import Facts  # noqa: PLC0415 -- not on the path of find

        return self._all(Facts, "SELECT card FROM facts ORDER BY module")

    def exported(self) -> "tuple[Exported, ...]":
        """Return the public names of all modules of which they were read."""
        import zlib  # noqa: PLC0415 -- not on the path of find

        from toolcrib.model.exported import Exported  # noqa: PLC0415 -- the same

        ((cards,),) = self.rows("SELECT cards FROM exported")
        return msgspec.json.decode(zlib.decompress(cards), type=tuple[Exported, ...])

    def categories(self) -> "tuple[Category, ...]":
        """Return the categories in their order."""
        from toolcrib.model.module import Category  # noqa: PLC0415 -- not on the path of find

        rows = self.rows("SELECT key, title FROM categories ORDER BY position")
        return tuple(Category(key=key, title=title) for key, title in rows)

    def collections(self) -> "tuple[Collection, ...]":
        """Return the collections in their order."""
        from toolcrib.model.module import Collection  # noqa: PLC0415 -- not on the path of find

        return self._all(Collection, "SELECT card FROM collections ORDER BY position")

    def traps(self) -> "tuple[Trap, ...]":
        """Return the names that people confuse, by name."""
        from toolcrib.model.identity import Trap  # noqa: PLC0415 -- not on the path of find

        return self._all(Trap, "SELECT card FROM traps ORDER BY name")

    def is_tool(self, task: str) -> bool:
        """Tell whether a task takes one's own arguments."""
        return bool(self.rows("SELECT 1 FROM tasks WHERE id = ? AND tool", [task]))

    def translations(self, language: str) -> dict[str, str]:
        """Return the texts of a language by their English; empty where there is none."""
        return dict(
            self.rows("SELECT msgid, text FROM translations WHERE language = ?", [language])
        )

    def translated(self, language: str, text: str) -> str:
        """Return a text in a language, or nothing where it has no translation."""
        query = "SELECT text FROM translations WHERE language = ? AND msgid = ?"
        return next((str(row[0]) for row in self.rows(query, [language, text])), "")

    def languages(self) -> tuple[str, ...]:
        """Return the languages that texts are translated into."""
        rows = self.rows("SELECT DISTINCT language FROM translations ORDER BY language")
        return tuple(row[0] for row in rows)

    def _one(self, kind: type[T], query: str, *values: object) -> T | None:
        row = self._connection.execute(query, values).fetchone()
        return None if row is None else msgspec.json.decode(row[0], type=kind)

    def _all(self, kind: type[T], query: str, *values: object) -> tuple[T, ...]:
        decode = msgspec.json.Decoder(kind).decode
        return tuple(decode(row[0]) for row in self._connection.execute(query, values))


def uri(path: str) -> str:
    """Return by which name SQLite opens a bundle only to read it."""
    # Immutable: no lock files, so a bundle may lie where nobody can write. The slashes and escapes
    # are those of SQLite's own rules for file names as URIs.
    for mark in "%?#":
        path = path.replace(mark, f"%{ord(mark):02x}")
    slashed = os.path.abspath(path).replace("\\", "/")  # noqa: PTH100 -- pathlib costs more than the query
    return f"file:/{slashed.lstrip('/')}?mode=ro&immutable=1"
