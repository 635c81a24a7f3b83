"""Installing is running code: hostile distributions get nowhere on this machine.

Each payload would write a file, the mark. That it can, is shown each time by doing in a throw-away
folder what toolcrib does not do.
"""

import hashlib
import os
import shutil
import signal
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from dists import archive, sdist, wheel, write_index
from rooms import ended, room, workshop
from toolcrib.app.sdists import fetch_sdist
from toolcrib.errors import ToolcribError
from toolcrib.model.module import ModuleId
from toolcrib.model.receipt import Lock
from toolcrib.model.task import Solution
from toolcrib.verify import environment as environments
from toolcrib.verify import once, wheelhouse
from toolcrib.verify.environment import environment, environment_folder
from toolcrib.verify.interpreters import this_interpreter
from toolcrib.verify.pool import run_one
from toolcrib.verify.reasons import CannotInstallError
from toolcrib.verify.solution_lock import solution_lock
from toolcrib.verify.uv import resolve, uv_program

PYTHON = this_interpreter()


@pytest.fixture
def mark(tmp_path: Path) -> Path:
    """Return the file that no payload may ever write."""
    (tmp_path / "marks").mkdir(mode=0o777)
    return tmp_path / "marks" / "mark"


def marking(mark: Path) -> str:
    """Return code that writes the mark where it can."""
    code = f"try:\n    open({str(mark)!r}, 'a').close()\nexcept OSError:\n    pass"
    return f"exec({code!r})"


def uv(*arguments: object, text: str = "") -> None:
    """Let uv do what toolcrib does not let it do."""
    command = [uv_program(), "pip", *map(str, arguments)]
    python = ("--python", str(PYTHON.path), "--no-config", "--quiet")
    subprocess.run([*command, *python], input=text, capture_output=True, check=True, text=True)


def program(name: str) -> Solution:
    """Return a solution that needs one distribution, built from its sdist."""
    module = ModuleId(f"pypi:{name}")
    return Solution(module=module, file="x.py", code="", dependencies=(name,), build=(name,))


def locked(name: str, cache: Path) -> Lock:
    """Return the lock of one distribution that is built."""
    return solution_lock(program(name), PYTHON, fetch_sdist, workshop(cache))


def test_sdist_at_lock_time(files: Path, mark: Path) -> None:
    """Hostile case 79: an sdist is not asked what it depends on, for that is running it."""
    sdist(files, "evil", prepared=marking(mark))
    write_index(files.parent)
    with pytest.raises(CannotInstallError, match=r"evil==1\.0 has no usable wheels"):
        resolve(("evil",), (), PYTHON)
    assert not mark.exists()
    uv("compile", "-", text="evil")
    assert mark.exists()


@pytest.mark.parametrize(
    "requirement",
    [
        "-e {folder}",
        "--editable={folder}",
        "{folder}",
        "./source",
        "evil @ file://{folder}",
        "evil@file://{folder}",
        "-r {folder}/more.txt",
        "--no-binary evil\nevil",
        "evil\n--no-binary evil",
        "evil \\\n--no-binary evil",
        "evil\r--no-binary evil",
        "evil --no-binary evil",
        "--find-links {folder}",
    ],
)
@pytest.mark.parametrize("place", ["requirements", "overrides"])
def test_requirement_that_leads_to_code(
    requirement: str, place: str, files: Path, mark: Path, tmp_path: Path
) -> None:
    """Hostile case 79: of a header only names are taken; uv would obey an option in a line."""
    source = tmp_path / "source"
    source.mkdir()
    (source / "more.txt").write_text("--no-binary evil\nevil\n")
    with_code = sdist(files, "evil", prepared=marking(mark))
    shutil.unpack_archive(with_code, tmp_path / "unpacked", filter="data")
    shutil.copytree(tmp_path / "unpacked/evil-1.0", source, dirs_exist_ok=True)
    write_index(files.parent)
    wanted = (requirement.format(folder=source),)
    both = ((), ("evil",)) if place == "requirements" else (("evil",), ())
    requirements, overrides = (both[0] or wanted, both[1] if both[0] else ())
    with pytest.raises(CannotInstallError):
        resolve(requirements, overrides or wanted, PYTHON)
    assert not mark.exists()


@pytest.mark.parametrize("text", ["-e {folder}", "--no-binary evil\nevil"])
def test_options_in_a_line_are_obeyed_by_uv(
    text: str, files: Path, mark: Path, tmp_path: Path
) -> None:
    """Hostile case 79, the control: with `--only-binary :all:` alone code would run here."""
    shutil.unpack_archive(sdist(files, "evil", prepared=marking(mark)), tmp_path, filter="data")
    write_index(files.parent)
    wanted = text.format(folder=tmp_path / "evil-1.0")
    uv("compile", "-", "--only-binary", ":all:", text=wanted)
    assert mark.exists()


def test_who_starts_an_environment() -> None:
    """Two files start an environment's Python on this machine: for `crib use`, for open runs."""
    source = Path(environments.__file__).parents[1]
    named = {
        path.relative_to(source).as_posix()
        for path in source.rglob("*.py")
        if '/ "bin/python"' in path.read_text("utf-8")
    }
    assert named == {"verify/here.py", "verify/plain.py"}


@pytest.mark.pod
@pytest.mark.parametrize("step", ["required", "prepared", "built"])
def test_sdist_at_build(step: str, files: Path, cache: Path, mark: Path, tmp_path: Path) -> None:
    """Hostile case 80: code of a build runs in a pod, and the wheel is all that leaves it."""
    path = sdist(files, "evil", **{step: marking(mark)})
    write_index(files.parent)
    lock = locked("evil", cache)
    built = environment(lock, PYTHON, cache)
    assert not mark.exists()
    (package,) = lock.packages
    assert package.sdist == hashlib.sha256(path.read_bytes()).hexdigest()
    assert [p.read_text() for p in built.path.rglob("evil.py")] == ["VERSION = '1.0'\n"]
    uv("install", "--target", tmp_path / "thrown-away", "evil")
    assert mark.exists()


@pytest.mark.pod
def test_build_requirement_that_leads_to_code(
    files: Path, cache: Path, mark: Path, tmp_path: Path
) -> None:
    """Hostile case 80: what a build requires are names too, wherever it says so."""
    sdist(files, "evil", prepared=marking(mark))
    sdist(files, "first", build="'--no-binary evil\\nevil'")
    sdist(files, "second", requires="['--no-binary evil\\\\nevil']")
    sdist(files, "third", build="'evil'")
    write_index(files.parent)
    for name, reason in (
        ("first", "is no requirement"),
        ("second", "is no requirement"),
        ("third", "no usable wheels"),
    ):
        with pytest.raises(CannotInstallError, match=reason):
            locked(name, cache)
    assert not mark.exists()
    uv("install", "--target", tmp_path / "thrown-away", "third")
    assert mark.exists()


@pytest.mark.pod
def test_build_has_no_way_out(files: Path, cache: Path) -> None:
    """Hostile case 80: a build reaches no address, not even the index that it came from."""
    code = "; ".join(
        (
            "import os, socket",
            f"port = {os.environ['UV_INDEX_URL'].split(':')[2].partition('/')[0]}",  # noqa: TID251 -- of the test
            "tried = socket.socket().connect_ex(('127.0.0.1', port))",
            "raise SystemExit(f'tried the index: {os.strerror(tried)}')",
        )
    )
    sdist(files, "caller", built=code)
    write_index(files.parent)
    with pytest.raises(CannotInstallError, match="tried the index: Connection refused"):
        locked("caller", cache)


@pytest.mark.pod
@pytest.mark.parametrize("member", ["../../escaped", "/{folder}/escaped"])
def test_sdist_with_names_that_lead_out(
    member: str, files: Path, cache: Path, tmp_path: Path
) -> None:
    """Hostile case 82: an archive's names lead nowhere outside the room in which it is unpacked."""
    outside = member.format(folder=str(tmp_path).lstrip("/"))
    archive(files / "evil-1.0.tar.gz", {"evil-1.0/a.py": "", outside: "x"})
    write_index(files.parent)
    with pytest.raises(CannotInstallError, match=r"evil-1\.0\.tar\.gz cannot be built"):
        locked("evil", cache)
    assert [*tmp_path.rglob("escaped")] == []


def of_wheel(path: Path) -> Lock:
    """Put a wheel on the index, and return the lock that has it."""
    write_index(path.parent.parent)
    return resolve((path.name.partition("-")[0],), (), PYTHON)


def test_pth_at_compile(files: Path, cache: Path, mark: Path) -> None:
    """Hostile case 81: a `.pth` file of a wheel is installed, and not run by that."""
    lock = of_wheel(wheel(files, "evil", {"evil.pth": f"import os; {marking(mark)}\n"}))
    built = environment(lock, PYTHON, cache)
    assert [*built.path.rglob("evil.pth")] != []
    assert not mark.exists()
    subprocess.run([built.path / "bin/python", "-I", "-c", ""], check=True)
    assert mark.exists()


def test_compiling_bytecode_is_not_left_to_uv(
    files: Path, cache: Path, mark: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Hostile case 81: a setting of the user's own that has uv compile changes nothing."""
    monkeypatch.setenv("UV_COMPILE_BYTECODE", "1")
    lock = of_wheel(
        wheel(files, "evil", {"evil.py": "", "evil.pth": f"import os; {marking(mark)}\n"})
    )
    environment(lock, PYTHON, cache)
    assert not mark.exists()
    target = cache / "thrown-away"
    subprocess.run([uv_program(), "venv", "-q", "-p", PYTHON.path, target], check=True)
    command = [uv_program(), "pip", "install", "-q", "-p", target, "--compile-bytecode", "evil"]
    subprocess.run(command, check=True)
    assert mark.exists()


def test_bytecode_finds_its_source(files: Path, cache: Path) -> None:
    """Bytecode is there, with the place of its source in the pod."""
    lock = of_wheel(wheel(files, "good", {"good.py": "x = 1\n"}))
    (compiled,) = environment(lock, PYTHON, cache).path.rglob("good*.pyc")
    assert b"/opt/env/lib" in compiled.read_bytes()


@pytest.mark.parametrize(
    "member",
    ["../../../../escaped", "evil-1.0.data/scripts/../../../../../escaped", "/{folder}/escaped"],
)
def test_wheel_with_names_that_lead_out(
    member: str, files: Path, cache: Path, tmp_path: Path
) -> None:
    """Hostile case 82: of a wheel nothing is written beside its environment."""
    path = wheel(files, "evil", {member.format(folder=str(tmp_path).lstrip("/")): "x"})
    try:
        environment(of_wheel(path), PYTHON, cache)
    except CannotInstallError:
        assert [*cache.glob("environments/*[!.lock]")] == []
    assert [*tmp_path.rglob("escaped")] == []
    with zipfile.ZipFile(path) as wheel_file:
        naive = next(name for name in wheel_file.namelist() if name.endswith("escaped"))
    target = tmp_path / "1/2/3/4/5"
    (target / "evil-1.0.data/scripts").mkdir(parents=True)
    Path(target, naive).write_text("x")
    assert not [*target.rglob("escaped")]


@pytest.mark.parametrize("name", ["python", "python3", f"python{PYTHON.version}"])
@pytest.mark.parametrize("form", ["script", "data", "entry point"])
def test_wheel_with_a_python(name: str, form: str, files: Path, cache: Path, mark: Path) -> None:
    """Hostile case 83: an environment's Python is the base interpreter, or there is none."""
    script = f"#!/bin/sh\ntouch {mark}\n"
    evil = {
        "script": {f"evil-1.0.data/scripts/{name}": script},
        "data": {f"evil-1.0.data/data/bin/{name}": script},
        "entry point": {
            "evil-1.0.dist-info/entry_points.txt": f"[console_scripts]\n{name} = evil:main\n"
        },
    }[form]
    lock = of_wheel(wheel(files, "evil", evil))
    with pytest.raises(CannotInstallError, match=f"reserved name `{name}`"):
        environment(lock, PYTHON, cache)
    assert not environment_folder(lock, PYTHON, cache).exists()
    assert not mark.exists()
    control = cache / "control"
    control.write_text(script)
    subprocess.run(["/bin/sh", control], check=True)
    assert mark.exists()


@pytest.mark.parametrize(
    "member", ["bin", "bin/python/x", "pyvenv.cfg/x", ".complete/x", "pyvenv.cfg", ".complete"]
)
def test_wheel_with_parts_of_an_environment(member: str, files: Path, cache: Path) -> None:
    """Hostile case 83: what makes a folder an environment is never a wheel's."""
    evil = {f"evil-1.0.data/data/{member}": "home = /evil\n"}
    lock = of_wheel(wheel(files, "evil", evil))
    try:
        built = environment(lock, PYTHON, cache)
    except CannotInstallError:
        assert not environment_folder(lock, PYTHON, cache).exists()
    else:
        assert (built.path / "bin/python").readlink() == PYTHON.path
        assert "evil" not in (built.path / "pyvenv.cfg").read_text()


def test_wheel_that_is_another_than_was_locked(
    files: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Hostile case 84: a wheel that has changed since it was locked is not installed."""
    lock = of_wheel(wheel(files, "good", {"good.py": "x = 1\n"}))
    assert environment(lock, PYTHON, cache.with_name("control")).distributions == 1
    monkeypatch.setenv("UV_CACHE_DIR", str(cache / "uv"))
    wheel(files, "good", {"good.py": "x = 2\n"})
    write_index(files.parent)
    with pytest.raises(CannotInstallError, match="Hash mismatch"):
        environment(lock, PYTHON, cache)
    assert not environment_folder(lock, PYTHON, cache).exists()


@pytest.mark.pod
def test_built_wheel_that_was_changed(
    files: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Hostile case 84: a built wheel is held to its hash too; built anew it is the same again."""
    sdist(files, "good")
    write_index(files.parent)
    lock = locked("good", cache)
    (path,) = cache.glob("wheels/*/*/*.whl")
    path.write_bytes(path.read_bytes() + b"x")
    monkeypatch.setenv("UV_CACHE_DIR", str(cache / "uv"))
    with pytest.raises(CannotInstallError, match="has no usable wheels"):
        environment(lock, PYTHON, cache)
    once.remove(path.parent)
    assert locked("good", cache) == lock
    assert environment(lock, PYTHON, cache).distributions == 1


CHANGES = """
import os, pathlib, sys
root = pathlib.Path(sys.argv[1])
done = []
for what, change in (
    ("write", lambda: (root / "new").write_text("x")),
    ("append", lambda: next(root.rglob("good.py")).open("a").write("x")),
    ("permit", lambda: root.chmod(0o777)),
    ("replace", lambda: (root / "bin/python").unlink()),
    ("rename", lambda: (root / "lib").rename(root / "other")),
):
    try:
        change()
        done.append(what)
    except OSError:
        pass
print(done)
"""


@pytest.mark.pod
def test_environment_that_the_program_would_change(
    files: Path, cache: Path, tmp_path: Path
) -> None:
    """Hostile case 85: a solution can read its environment, and change nothing of it."""
    lock = of_wheel(wheel(files, "good", {"good.py": "x = 1\n"}))
    built = environment(lock, PYTHON, cache).path
    before = digest(built)
    ending = ended(room(CHANGES, "/opt/env", environment=built))
    assert (ending.status, ending.stdout, ending.stderr) == (0, b"[]\n", b"")
    assert digest(built) == before
    copy = tmp_path / "copy"
    shutil.copytree(built, copy, symlinks=True)
    for path, _, names in os.walk(copy):
        Path(path).chmod(0o755)
        for name in names:
            if not Path(path, name).is_symlink():
                Path(path, name).chmod(0o644)
    done = subprocess.run(
        [sys.executable, "-c", CHANGES, copy], capture_output=True, text=True, check=True
    )
    assert done.stdout == "['write', 'append', 'permit', 'replace', 'rename']\n"


def digest(folder: Path) -> str:
    """Return the SHA-256 of all that lies below a folder: names, modes, contents."""
    parts = []
    for path in sorted(folder.rglob("*")):
        content = os.fsencode(path.readlink()) if path.is_symlink() else b""
        content = path.read_bytes() if path.is_file() and not content else content
        parts.append(f"{path.relative_to(folder)} {path.lstat().st_mode} {content!r}")
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def killed(where: object, moment: str, work: Callable[[], object]) -> None:
    """Do some work in a process that SIGKILL hits "before" or "after" a function has run."""
    when, name = moment.split()
    function = getattr(where, name)

    def deadly(*args: object) -> object:
        if when == "after":
            function(*args)
        os.kill(os.getpid(), signal.SIGKILL)
        raise AssertionError

    def doomed(_: None, __: int) -> bytes:
        setattr(where, name, deadly)
        work()
        return b""

    with pytest.raises(ToolcribError, match="ended: -9"):
        run_one(None, doomed)


@pytest.mark.parametrize(
    "moment",
    [
        "before install",
        "after install",
        "after _make_startable",
        "before _compile",
        "after _compile",
        "after make_read_only",
    ],
)
def test_environment_killed_half_way(moment: str, files: Path, cache: Path) -> None:
    """Hostile case 86: a build that was killed is no environment; the next one makes it whole."""
    lock = of_wheel(wheel(files, "good", {"good.py": "x = 1\n"}))
    killed(environments, moment, lambda: environment(lock, PYTHON, cache))
    folder = environment_folder(lock, PYTHON, cache)
    assert not folder.exists()
    assert [*folder.parent.glob(f"{folder.name}-*")] != []
    built = environment(lock, PYTHON, cache)
    whole = environment(lock, PYTHON, cache.with_name("other")).path
    assert sorted(p.name for p in built.path.rglob("*")) == sorted(p.name for p in whole.rglob("*"))
    assert [*folder.parent.glob(f"{folder.name}-*")] == []


@pytest.mark.pod
@pytest.mark.parametrize(
    "moment", ["before _ended", "after _ended", "before wheel_name", "after wheel_name"]
)
def test_wheel_killed_half_way(moment: str, files: Path, cache: Path) -> None:
    """Hostile case 86: the same holds for a wheel that is built."""
    path = sdist(files, "good")
    write_index(files.parent)
    killed(wheelhouse, moment, lambda: locked("good", cache))
    place = cache / "wheels" / hashlib.sha256(path.read_bytes()).hexdigest()
    assert [*place.glob("*/*.whl")] == []
    lock = locked("good", cache)
    (folder,) = (path for path in place.iterdir() if path.is_dir())
    assert [p.name for p in folder.iterdir()] == ["good-1.0-py3-none-any.whl"]
    assert environment(lock, PYTHON, cache).distributions == 1
