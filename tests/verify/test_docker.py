"""A container engine in a pod: what it can do, and that nothing of it reaches this machine."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from msgspec.structs import replace

from rooms import ended, room, said
from toolcrib.app.settings import cache_folder
from toolcrib.errors import RefusedError
from toolcrib.model.receipt import Grade
from toolcrib.verify.bench import bench
from toolcrib.verify.environment import environment
from toolcrib.verify.interpreters import this_interpreter
from toolcrib.verify.locks import kept_lock
from toolcrib.verify.machine import require_profile
from toolcrib.verify.services import services_named

API = """
import http.client, json, sys

def ask(method, path, body=None):
    connection = http.client.HTTPConnection("localhost", 2375)
    headers = {"Content-Type": "application/json"}
    connection.request(method, "/v1.41" + path, json.dumps(body or {}), headers)
    answer = connection.getresponse()
    data = answer.read()
    if answer.status >= 400:
        sys.exit(f"{method} {path}: {data}")
    return json.loads(data) if data[:1] == b"{" else data

def start(script, **host):
    made = ask("POST", "/containers/create",
               {"Image": "busybox", "Cmd": ["sh", "-c", script], "Tty": True, "HostConfig": host})
    ask("POST", f"/containers/{made['Id']}/start")
    return made["Id"]

def run(script, **host):
    id_ = start(script, **host)
    status = ask("POST", f"/containers/{id_}/wait")["StatusCode"]
    return status, ask("GET", f"/containers/{id_}/logs?stdout=1&stderr=1").decode().split("\\r\\n")
"""

SDK = """
import io
import docker

client = docker.from_env()
print(client.containers.run("busybox", "echo hello", remove=True))
web = client.containers.run(
    "busybox", ["sh", "-c", "mkdir w; echo page > w/index.html; httpd -f -p 80 -h w"], detach=True
)
web.reload()
address = web.attrs["NetworkSettings"]["IPAddress"]
fetch = f"until wget -q -O- http://{address}/; do sleep 0.1; done 2>/dev/null"
print(client.containers.run("busybox", ["sh", "-c", fetch], remove=True))
print(web.exec_run("wc -w w/index.html").output.split()[0])
web.remove(force=True)
recipe = io.BytesIO(b"FROM busybox\\nRUN echo built > /made\\nCMD cat /made\\n")
image, _ = client.images.build(fileobj=recipe, tag="mine")
print(client.containers.run("mine", remove=True))
"""


@pytest.mark.pod
def test_containers() -> None:
    """Containers run, with a network among themselves or none, and tell how they ended."""
    code = (
        API
        + """
print(run("echo from $$; ip -o addr show eth0 | grep -c inet.10.88; exit 7"))
print(run("ip -o link | grep -c .", NetworkMode="none"))
"""
    )
    ending = ended(room(code, services=("docker",)))
    assert ending.stdout.decode() == "(7, ['from 1', '1', ''])\n(0, ['1', ''])\n", ending
    (fact,) = ending.services
    assert fact.version.startswith("podman ")


@pytest.mark.pod
def test_engine_has_no_right_on_this_machine() -> None:
    """A container with all rights of the engine is nobody outside, and writes nothing there."""
    script = """
mount -o remount,rw,bind /host/usr 2>/dev/null && echo REMOUNTED
for place in /host/usr/x /host/etc/passwd /host/x /host/proc/sys/kernel/core_pattern; do
    (echo x > $place) 2>/dev/null && echo WRITTEN $place
done
mknod /tmp/disk b 8 0 2>/dev/null && echo MADE
cat /host/etc/shadow 2>/dev/null && echo READ
ls /host/home /host/root 2>/dev/null
echo end
"""
    host = {
        "CapAdd": ["ALL"],
        "SecurityOpt": ["seccomp=unconfined", "unmask=ALL"],
        "Binds": ["/:/host"],
    }
    code = API + f"print(run({script!r}, **{host!r}))"
    status, lines = eval(said(code, services=("docker",)))  # noqa: S307 -- what our program printed
    assert status == 0
    assert lines == ["/host/home:", "crib", "end", ""]


@pytest.mark.pod
def test_pod_of_an_engine_leads_nowhere() -> None:
    """Containers are in the pod's network or below it: there is no way out of either."""
    script = "wget -T 2 -q -O- http://198.51.100.1/ 2>&1; nslookup -timeout=1 example.org >&2"
    code = API + f"print([run({script!r}, NetworkMode=mode)[0] for mode in ('host', 'bridge')])"
    assert said(code, services=("docker",)) == "[1, 1]\n"


def processes_with(word: str) -> list[int]:
    """Return the processes of this machine whose command line holds a word."""
    found = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            if word.encode() in path.read_bytes() and path.parent.name != str(os.getpid()):
                found.append(int(path.parent.name))
        except OSError:
            continue
    return found


def traces() -> tuple[str, ...]:
    """Return what an engine could leave on this machine: mounts, interfaces, control groups."""
    groups = subprocess.run(
        ["find", "/sys/fs/cgroup", "-type", "d", "-name", "*libpod*"],  # noqa: S607 -- everywhere
        capture_output=True,
        check=False,
        encoding="utf-8",
    ).stdout
    return (
        Path("/proc/self/mounts").read_text(encoding="utf-8"),
        *(line.split(":")[0] for line in Path("/proc/net/dev").read_text("utf-8").splitlines()),
        groups,
    )


@pytest.mark.pod
def test_nothing_is_left_behind() -> None:
    """When its launcher is killed, engine and containers end, and leave nothing on this machine."""
    word = f"crib-test-{time.monotonic_ns()}"
    before = traces()
    code = API + f"start('sleep 600; echo {word}'); print('started', flush=True)\n"
    launcher = f"""
import sys
sys.path[:0] = {sys.path!r}
from rooms import ended, room
ended(room({code + "import time; time.sleep(600)"!r}, services=("docker",)))
"""
    with subprocess.Popen([sys.executable, "-c", launcher]) as process:
        while not (inside := processes_with(f"sh\0-c\0sleep 600; echo {word}\0")):
            assert process.poll() is None
            time.sleep(0.05)
        users = [Path(f"/proc/{number}").stat().st_uid for number in inside]
        process.send_signal(signal.SIGKILL)
    assert 0 not in users
    while processes_with(word):
        time.sleep(0.05)
    assert traces() == before


@pytest.mark.pod
@pytest.mark.index
def test_docker_sdk() -> None:
    """Docker's own library for Python does its usual work: run, exec, build."""
    python, cache = this_interpreter(), cache_folder().value
    built = environment(kept_lock(("docker",), (), python, cache), python, cache)
    ending = ended(replace(room(SDK, services=("docker",)), environment=built.path))
    assert ending.stdout.decode().splitlines() == [
        "b'hello\\n'",
        "b'page\\n'",
        "b'1'",
        "b'built\\n'",
    ]


def test_only_who_is_let_runs_engines(tmp_path: Path) -> None:
    """A privileged room needs the task's word and the user's; its grade is its own."""
    engines = services_named(("docker",))
    require_profile("privileged", engines, privileged=True)
    with pytest.raises(RefusedError, match="it needs a privileged room"):
        require_profile("privileged", engines, privileged=False)
    with pytest.raises(RefusedError, match="docker needs a privileged room"):
        require_profile("default", engines, privileged=True)
    where = bench(tmp_path, "host")
    assert where.grade_of(this_interpreter(), ("redis", "docker")) is Grade.PRIVILEGED
    assert where.grade_of(this_interpreter(), ("redis",)) is Grade.HOST
