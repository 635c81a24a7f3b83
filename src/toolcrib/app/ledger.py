"""The receipts of a catalog on the disk, and the right to write them."""

import contextlib
import fcntl
import os
from collections.abc import Iterator
from pathlib import Path

from toolcrib.catalog.receipts import read_lock, read_receipts
from toolcrib.errors import ToolcribError
from toolcrib.model.measurement import Measurement
from toolcrib.model.receipt import SAYS_NOTHING, Lock, Outcome, Receipt
from toolcrib.verify import record
from toolcrib.verify.plan import Job


class Ledger:
    """All receipts of a catalog, as they are on the disk."""

    def __init__(self, folder: Path) -> None:
        """Read the receipts of a folder, which need not be there yet.

        Raises:
            ContentError: A receipt cannot be read.
        """
        self._folder = folder
        self.read()

    def read(self) -> None:
        """Read again what is on the disk.

        Raises:
            ContentError: A receipt cannot be read.
        """
        self._receipts = read_receipts(self._folder)

    def all(self) -> list[Receipt]:
        """Return all receipts."""
        return [receipt for receipts in self._receipts.values() for receipt in receipts]

    def lock_of(self, job: Job) -> Lock | None:
        """Return the lock of the last run there, as long as it is for the same requirements.

        Raises:
            ContentError: It cannot be read.
        """
        wanted = (job.solution.dependencies, job.solution.overrides)
        if not job.solution.dependencies:
            return None
        for receipt in self._receipts.get(job.solution.module, ()):
            same = (receipt.task, receipt.solution) == (job.task.id, job.solution.file)
            if same and receipt.lock and receipt.cell == job.cell:
                lock = read_lock(self._folder, receipt.lock)
                return lock if lock and (lock.requirements, lock.overrides) == wanted else None
        return None

    def picture(self, data: bytes) -> str:
        """Keep a picture and return its SHA-256."""
        return record.write_picture(self._folder, data)

    def keep(self, receipt: Receipt, lock: Lock | None) -> None:
        """Write a receipt in the place of the one for the same run, with the lock that it names.

        One that says nothing of its solution takes no other's place, and is not written.
        """
        if receipt.outcome in SAYS_NOTHING or _never_ran_barred(receipt):
            return
        if lock:
            record.write_lock(self._folder, lock)
        kept = self._receipts.get(receipt.module, ())
        others = (r for r in kept if r.key != receipt.key and not _is_superseded(r, receipt))
        self._receipts[receipt.module] = (*others, receipt)
        record.write_receipts(self._folder, receipt.module, self._receipts[receipt.module])

    def keep_measurements(self, task: str, measurements: tuple[Measurement, ...]) -> None:
        """Write what was measured of a task, in the place of what was measured of it before."""
        record.write_measurements(self._folder, task, measurements)

    def sweep(self) -> None:
        """Remove locks and pictures that no receipt names any more."""
        record.sweep(self._folder, self.all())

    @contextlib.contextmanager
    def alone(self) -> Iterator[None]:
        """Hold the right to write, which ends with the process, however that ends.

        Raises:
            ToolcribError: Somebody else holds it.
        """
        self._folder.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(self._folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as fault:
                message = f"another `crib verify` is at work on {self._folder}"
                raise ToolcribError(message, "wait for it to end, or stop it") from fault
            yield
        finally:
            os.close(descriptor)


def _never_ran_barred(receipt: Receipt) -> bool:
    """Tell whether a run without the module never took place: that it failed then says nothing."""
    return receipt.blocked and receipt.outcome is Outcome.CANNOT_INSTALL


def _is_superseded(old: Receipt, new: Receipt) -> bool:
    """Tell whether a run without the module, of another source, is made good by a newer one."""
    same = (old.task, old.solution, old.blocked) == (new.task, new.solution, True)
    return same and old.source != new.source
