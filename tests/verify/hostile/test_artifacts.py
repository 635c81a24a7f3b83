"""Programs that leave, in the place of a picture, what would lead or hold up whoever takes it."""

import pytest

from attacks import Case, attack, cases, ended_in_slot, face

pytestmark = pytest.mark.pod

PICTURE = {"pictures": ("a.png",)}
NO_FILE = "it is no regular file of at most 256 KiB"
MANY_LINKS = "Too many levels of symbolic links"

SWAPPED = """
import os
os.mkdir("out")
if os.fork() == 0:
    os.setsid()
    while True:
        open("out/next", "wb").write(b"honest")
        os.rename("out/next", "out/a.png")
        os.symlink("/etc/passwd", "out/next")
        os.rename("out/next", "out/a.png")
while not os.path.islink("out/a.png"):
    pass
os._exit(0)
"""

DEEP = """
import os
os.mkdir("out")
open("out/a.png", "wb").write(b"picture")
os.chdir("out")
for _ in range(3000):
    os.mkdir("d")
    os.chdir("d")
print(3000)
"""

NAMES = """
import os
os.mkdir("out")
for name in (b"a\\nb.png", b"-rf", b"\\xff.png", b"x" * 255, b"\\x1b[2J.png",
             "\\u202e.png".encode(), b"a.png ", b" a.png", b"A.png",
             b"status 0 1\\nartifact a.png 4"):
    open(b"out/" + name, "wb").write(b"evil")
open("out/a.png", "wb").write(b"picture")
"""

TWO = """
import os
os.mkdir("out")
for name in ("a.png", "b.png"):
    open("out/" + name, "wb").write(b"bytes of " + name.encode())
"""


def left(number: int, what: str, make: str, reason: str, **more: object) -> Case:
    """Return the case of a program that makes something that is unfit."""
    program = f"import os, socket\nfrom seen import tell\nos.mkdir('out')\n{make}"
    unfit = {"a.png": reason}
    return Case(number=number, what=what, program=program, unfit=unfit, more=PICTURE, **more)


@cases(
    left(67, "link to a secret", "os.symlink('/etc/passwd', 'out/a.png')", MANY_LINKS),
    left(
        67,
        "link in the place of the folder",
        "os.rmdir('out'); os.symlink('/etc', 'out')",
        "Not a directory",
    ),
    left(69, "FIFO", "os.mkfifo('out/a.png')", NO_FILE),
    left(
        70,
        "socket",
        "socket.socket(socket.AF_UNIX).bind('out/a.png')",
        "No such device or address",
    ),
    left(
        71,
        "device",
        "tell('mknod', lambda: os.mknod('out/a.png', 0o20666, os.makedev(1, 5)))",
        "No such file or directory",
        says="mknod EPERM\n",
    ),
    left(71, "link to a device", "os.symlink('/dev/zero', 'out/a.png')", MANY_LINKS),
    left(
        72,
        "hard link",
        "tell('link', lambda: os.link('/etc/passwd', 'out/a.png'))",
        "No such file or directory",
        says="link EXDEV\n",
    ),
    left(74, "folder in its place", "os.mkdir('out/a.png')", NO_FILE),
    left(
        74,
        "folder of mode 000",
        "open('out/a.png', 'wb').write(b'x'); os.chmod('out', 0)",
        "Permission denied",
    ),
    left(77, "larger than its cap", "open('out/a.png', 'wb').truncate(300 << 10)", NO_FILE),
    left(77, "larger than anything", "open('out/a.png', 'wb').truncate(200 << 20)", NO_FILE),
    left(
        78,
        "not declared",
        "open('out/b.png', 'wb').write(b'x')",
        "No such file or directory",
    ),
)
def test_unfit(case: Case, marker: str) -> None:
    """It does not come out, the reason is told, and nobody waits for it."""
    face(case, marker)


@cases(
    Case(
        number=73,
        what="setuid file",
        program="import os; os.mkdir('out'); open('out/a.png', 'wb').write(b'picture'); "
        "os.chmod('out/a.png', 0o6755)",
        pictures={"a.png": b"picture"},
        more=PICTURE,
    ),
    Case(
        number=75,
        what="tree of 3000 folders",
        program=DEEP,
        says="3000\n",
        pictures={"a.png": b"picture"},
        more=PICTURE,
    ),
    Case(number=76, what="names", program=NAMES, pictures={"a.png": b"picture"}, more=PICTURE),
    Case(
        number=78,
        what="one that is not declared beside one that is",
        program=TWO,
        pictures={"a.png": b"bytes of a.png"},
        more=PICTURE,
    ),
)
def test_only_bytes_come_out(case: Case, marker: str) -> None:
    """What is declared comes out as bytes without a mode; whatever lies beside it stays."""
    face(case, marker)


@cases(
    Case(number=68, what="swapped while it is taken", program=SWAPPED, more=PICTURE),
)
def test_swapped(case: Case, marker: str) -> None:
    """Whoever swaps it is ended before it is opened; a link is never followed."""
    for _ in range(10):
        ending = ended_in_slot(attack(case.program, marker, **case.more))
        assert (ending.stopped, ending.status, ending.stderr) == ("", 0, b"")
        assert (ending.pictures, ending.unfit) in (
            ({"a.png": b"honest"}, {}),
            ({}, {"a.png": MANY_LINKS}),
        )
