"""Where cgroups may be had, what is written into them, and what is made of it."""

from pathlib import Path

import pytest

from rooms import ended, room
from toolcrib.model.receipt import Grade
from toolcrib.verify import cgroup
from toolcrib.verify.cgroup import Standing, first_ground, ground, own_cgroup, places
from toolcrib.verify.grade import grade
from toolcrib.verify.leaf import Leaf
from toolcrib.verify.room import MIB


def fake_cgroup(folder: Path, controllers: str = "cpu memory pids", **files: str) -> Path:
    """Make a folder that looks like a cgroup; `files` are named without `cgroup.`."""
    folder.mkdir(parents=True, exist_ok=True)
    texts = {"controllers": controllers, "subtree_control": "", "procs": "", **files}
    for name, text in texts.items():
        (folder / f"cgroup.{name}").write_text(text)
    return folder


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("0::/\n", "/"),
        ("0::/user.slice/a b.scope\n", "/user.slice/a b.scope"),
        ("4:memory:/x\n1:name=systemd:/y\n0::/z\n", "/z"),
        ("4:memory:/x\n", ""),
        ("0::/../../elsewhere\n", ""),
        ("0::/gone (deleted)\n", "/gone"),
    ],
)
def test_own_cgroup(text: str, path: str) -> None:
    """Of all hierarchies that a process is in, version 2 counts, if it can be seen from here."""
    assert own_cgroup(text) == path


@pytest.mark.parametrize(
    ("standing", "expected"),
    [
        # A user's scope with Delegate=yes, and one without.
        (Standing(own="/u/a.scope", as_root=False, systemd=True, marked=True), ("/u/a.scope",)),
        (Standing(own="/u/a.scope", as_root=False, systemd=True, marked=False), ()),
        # Without systemd whatever a user may write to is that user's.
        (Standing(own="/u", as_root=False, systemd=False, marked=False), ("/u",)),
        # Root does not meddle with what systemd rules.
        (Standing(own="/s/b.service", as_root=True, systemd=True, marked=False), ("/",)),
        (Standing(own="/", as_root=True, systemd=False, marked=False), ("/",)),
        (Standing(own="", as_root=False, systemd=False, marked=False), ()),
        # The second command in the same scope is where the first has moved everybody.
        (
            Standing(
                own="/u/a.scope/toolcrib-supervisor", as_root=False, systemd=True, marked=False
            ),
            ("/u/a.scope",),
        ),
    ],
)
def test_places(standing: Standing, expected: tuple[str, ...]) -> None:
    """Leaves are made in what was delegated; root has a place beside all else."""
    assert places(standing) == expected


def test_processes_move_before_controllers_are_enabled(tmp_path: Path) -> None:
    """A cgroup with limits for its children holds no processes: they go into one of them."""
    own = fake_cgroup(tmp_path / "a.scope", type="domain\n", procs="0\n")
    found = first_ground(tmp_path, ("/a.scope",))
    assert found.folder == own
    assert (own / "toolcrib-supervisor").is_dir()
    assert (own / "cgroup.subtree_control").read_text() == "+memory +pids"


def test_root_of_all_keeps_its_processes(tmp_path: Path) -> None:
    """The root of the tree, which has no type, may have processes and children with limits."""
    fake_cgroup(tmp_path, procs="1\n")
    assert first_ground(tmp_path, ("/",)).folder == tmp_path
    assert not (tmp_path / "toolcrib-supervisor").exists()


def test_nothing_is_written_where_all_is_ready(tmp_path: Path) -> None:
    """Where the controllers are enabled already, nobody is moved."""
    own = fake_cgroup(tmp_path / "a", type="domain\n", subtree_control="memory pids")
    assert first_ground(tmp_path, ("/a",)).folder == own
    assert (own / "cgroup.subtree_control").read_text() == "memory pids"


def test_first_place_that_can_be_had(tmp_path: Path) -> None:
    """A place without the controllers, or that is not there, is passed over for the next."""
    fake_cgroup(tmp_path / "a", controllers="cpu")
    fake_cgroup(tmp_path / "b")
    assert first_ground(tmp_path, ("/gone", "/a", "/b")).folder == tmp_path / "b"


@pytest.mark.parametrize(
    ("path", "why_not"),
    [("/a", "without the controllers memory"), ("/gone", "not delegated to this user")],
)
def test_why_there_is_no_place(tmp_path: Path, path: str, why_not: str) -> None:
    """Where no leaves can be had, that is an answer with its reason."""
    fake_cgroup(tmp_path / "a", controllers="cpu pids")
    found = first_ground(tmp_path, (path,))
    assert found.folder is None
    assert why_not in found.why_not


def test_settings_of_a_leaf(tmp_path: Path) -> None:
    """A leaf gets its limits, whole; swap is limited where the kernel can do that."""
    settings = cgroup.leaf_settings(64 * MIB, 20)
    (tmp_path / "toolcrib-1.solution").mkdir()
    with pytest.raises(FileExistsError):
        Leaf(tmp_path / "toolcrib-1.solution", settings)
    with pytest.raises(FileNotFoundError):
        # No file system of the kernel: the limits are written, and the rest is missing.
        Leaf(tmp_path / "toolcrib-2.solution", settings)
    written = {path.name: path.read_text() for path in (tmp_path / "toolcrib-2.solution").iterdir()}
    assert written == {"memory.max": "67108864", "memory.oom.group": "1", "pids.max": "20"}
    assert settings["memory.swap.max"] == "0"


def test_names_of_leaves() -> None:
    """A leaf is named by the process that made it; nothing else in the tree is taken for one."""
    for role in cgroup.ROLES:
        assert cgroup.launcher_of(cgroup.leaf_name(17, role)) == 17
    for name in ("toolcrib-supervisor", "toolcrib-x.solution", "toolcrib-1.other", "a.slice"):
        assert cgroup.launcher_of(name) is None


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ("low 0\nhigh 0\nmax 9\noom 1\noom_kill 3\noom_group_kill 1\n", True),
        ("low 0\nhigh 0\nmax 9\noom 0\noom_kill 0\n", False),
        # Killed because the whole machine had no memory left: not at its own limit.
        ("max 0\noom 0\noom_kill 1\n", False),
        ("", False),
    ],
)
def test_end_at_the_limit(events: str, expected: bool) -> None:  # noqa: FBT001 -- from the table
    """Only what the kernel has killed at the leaf's own limit has run out of memory."""
    assert cgroup.ran_out(events) is expected


def test_grade() -> None:
    """A room is full with a root of its own and the kernel's limits; each missing one shows."""
    assert grade(has_own_root=True, by_cgroup=True) is Grade.FULL
    assert grade(has_own_root=True, by_cgroup=False) is Grade.NO_CGROUP
    assert grade(has_own_root=False, by_cgroup=True) is Grade.HOST
    assert grade(has_own_root=False, by_cgroup=False) is Grade.HOST


@pytest.mark.pod
def test_what_holds_is_told() -> None:
    """A run tells what held it to its memory."""
    expected = cgroup.CGROUP if ground().folder else cgroup.WATCHDOG
    assert ended(room("print(1)")).memory_held_by == expected
