"""The right to write receipts."""

import errno
import os
from pathlib import Path

import pytest

from toolcrib.app.ledger import Ledger
from toolcrib.errors import ToolcribError


def test_one_writes_at_a_time(tmp_path: Path) -> None:
    """Whoever comes second is told so, and has the right once the first has ended."""
    first, second = Ledger(tmp_path), Ledger(tmp_path)
    with first.alone(), pytest.raises(ToolcribError, match="another `crib verify`"), second.alone():
        pass
    with second.alone():
        pass


def test_other_faults_keep_their_words(tmp_path: Path) -> None:
    """A machine that has no room for one more process is not taken for another verification."""
    no_process = BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN))
    with pytest.raises(BlockingIOError), Ledger(tmp_path).alone():
        raise no_process
