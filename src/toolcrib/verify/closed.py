"""A process in a closed room: started, watched and ended from outside."""

import contextlib
import json
import os
import selectors
import shutil
import signal
import subprocess
import time

from toolcrib.errors import RefusedError
from toolcrib.verify import kernel
from toolcrib.verify.room import Limits
from toolcrib.verify.sandbox import Closed, closed_room
from toolcrib.verify.watchdog import memory_of

REPORT = 9
"""The descriptor on which a room reports; of one digit, so that its shell can name it."""

_TICK = 0.05
_BLOCK = 65536
_KEPT = 16 * 1024


def bwrap_program() -> str:
    """Return the path of bubblewrap.

    Raises:
        RefusedError: It is not installed.
    """
    found = shutil.which("bwrap")
    if not found:
        raise RefusedError("bubblewrap is not installed", "apt install bubblewrap")
    return found


class ClosedProcess:
    """bubblewrap with a command in it; `output` collects what it writes, by stream."""

    def __init__(
        self, room: Closed, command: tuple[str, ...], *, seccomp: bytes, stdin: bytes = b""
    ) -> None:
        """Start a command in a room.

        What the command writes to descriptor 9 is collected as "report".

        Args:
            room: The room.
            command: The program, by its path in the room, and its arguments.
            seccomp: The filter for its system calls.
            stdin: What it reads on standard input.

        Raises:
            RefusedError: bubblewrap is not there.
        """
        self.peak = 0
        self.output = {name: bytearray() for name in ("stdout", "stderr", "report")}
        self._selector = selectors.DefaultSelector()
        info, info_write = os.pipe()
        report, report_write = os.pipe()
        filter_file, info_file = kernel.memory_file(seccomp), kernel.out_of_the_way(info_write)
        options = closed_room(room, seccomp=filter_file, info=info_file)
        given = kernel.memory_file(b"\0".join(map(os.fsencode, options)) + b"\0")
        inherited = [info_file, filter_file, given, *(file.descriptor for file in room.files)]
        stdin_file = kernel.memory_file(stdin)
        try:
            with kernel.numbered(report_write, REPORT):
                self._process = subprocess.Popen(  # noqa: S603 -- the arguments are ours
                    [bwrap_program(), "--args", str(given), "--", *command],
                    stdin=stdin_file,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.PIPE,
                    pass_fds=[*inherited, REPORT],
                    env={"PATH": os.defpath},
                )
        finally:
            for descriptor in (*inherited, stdin_file, report_write):
                os.close(descriptor)
        self._init = self._find_init(info)
        self._selector.register(report, selectors.EVENT_READ, "report")
        for name in ("stdout", "stderr"):
            self._selector.register(getattr(self._process, name), selectors.EVENT_READ, name)

    def _find_init(self, info: int) -> int | None:
        """Return a descriptor of the room's pid 1, whose end is the end of all in the room."""
        with os.fdopen(info, "rb") as file:
            text = file.read()
        try:
            self.init_pid = int(json.loads(text)["child-pid"])
            return os.pidfd_open(self.init_pid)
        except (ValueError, KeyError, ProcessLookupError):
            self.init_pid = 0
            return None

    def watch(self, limits: Limits, beside: "ClosedProcess | None" = None) -> str:
        """Collect output until the process ends or a limit is reached; return that limit's name.

        The limits are "time", "memory" and "output", which a report that is too long counts for
        too; an empty answer means that it ended itself. Of a process beside it the output is
        taken, so that it never has to wait for a reader, and "service" means that it took more
        memory than services may.
        """
        now = time.monotonic()
        deadline, look = now + limits.wall, now + _TICK
        while self._selector.get_map():
            self.collect(max(0.0, min(look, deadline) - now))
            now = time.monotonic()
            if len(self.output["stdout"]) + len(self.output["stderr"]) > limits.output:
                return "output"
            if len(self.output["report"]) > limits.report:
                return "output"
            if now >= deadline:
                return "time"
            if now >= look:
                look = now + _TICK
                self.peak = max(self.peak, memory_of(self.init_pid))
                if self.peak > limits.memory:
                    return "memory"
                if beside and beside.drain() > limits.service_memory:
                    return "service"
        return ""

    def finish(self, limits: Limits, beside: "ClosedProcess | None" = None) -> tuple[str, int]:
        """Watch it to its end, and end it in any case.

        Returns the limit that it reached, as `watch` does, and bubblewrap's exit status.
        """
        try:
            stopped = self.watch(limits, beside)
        finally:
            status = self.kill()
        return stopped, status

    def drain(self) -> int:
        """Take what it has written and keep the end of that; return the bytes it has in memory."""
        self.collect(0)
        for buffer in self.output.values():
            del buffer[:-_KEPT]
        return memory_of(self.init_pid)

    def collect(self, seconds: float) -> None:
        """Take what the process has written, waiting at most so long for it."""
        for key, _ in self._selector.select(seconds):
            data = os.read(key.fd, _BLOCK)
            if data:
                self.output[key.data] += data
            else:
                self._forget(key)

    def _forget(self, key: selectors.SelectorKey) -> None:
        """Read no more from a stream; those of the process itself are closed at its end."""
        self._selector.unregister(key.fileobj)
        if isinstance(key.fileobj, int):
            os.close(key.fileobj)

    def is_running(self) -> bool:
        """Tell whether it still runs."""
        return self._process.poll() is None

    def kill(self) -> int:
        """End all that runs in the room, at once, and return bubblewrap's exit status."""
        if self._init is not None:
            with contextlib.suppress(ProcessLookupError):
                signal.pidfd_send_signal(self._init, signal.SIGKILL)
            os.close(self._init)
            self._init = None
        if self._process.poll() is None:
            self._process.kill()
        status = self._process.wait()
        for key in list(self._selector.get_map().values()):
            self._forget(key)
        self._selector.close()
        for stream in (self._process.stdout, self._process.stderr):
            if stream:
                stream.close()
        return status

    def last_words(self) -> str:
        """Return the end of what it wrote on standard error, for a message."""
        return self.output["stderr"][-_KEPT:].decode("utf-8", "replace").strip()
