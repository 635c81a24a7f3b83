"""What is told of a program by its text."""

from hypothesis import given
from hypothesis import strategies as st

from toolcrib.verify.program_text import Import, read_program

CODE = """
import os.path, numpy as np
from getpass import getpass
from scapy.all import *
from google.cloud import storage
from . import neighbour

HOST = "example.test"
ssh = paramiko.SSHClient()
ssh.connect(HOST, 22, password="x")
with smtplib.SMTP("mail.test") as server:
    server.login("me", "word")
data = requests.get(f"https://{HOST}/a").json()
print(data["name"]["first"], data.get("age"), np.zeros(3), int(input("How many? ")))
class A:
    def __init__(self):
        self.client: Client = make(retries=3)
    async def f(self):
        answer = await self.client.get()
        return {"user": "ann", "n": [1, "two", HOST]}
sys.exit("over")
raise SystemExit(300)
"""


def test_imports_are_told_with_what_is_taken_from_them() -> None:
    """Of what is relative to the program's own package nothing is told."""
    found = read_program(CODE).imports
    assert found == (
        Import(module="os.path"),
        Import(module="numpy"),
        Import(module="getpass", member="getpass"),
        Import(module="scapy.all", member="*"),
        Import(module="google.cloud", member="storage"),
    )


def test_calls_are_named_by_what_they_call() -> None:
    """Through imports, variables, `with`, attributes and `await`; with their literals."""
    calls = {call.name: call for call in read_program(CODE).calls}
    connect = calls["paramiko.SSHClient().connect"]
    assert (connect.args, connect.keywords) == (("example.test", 22), {"password": "x"})
    assert (connect.root, connect.last) == ("paramiko", "connect")
    assert calls["smtplib.SMTP().login"].args == ("me", "word")
    assert calls["input"].inside == "int"
    assert {"numpy.zeros", "requests.get().json", "make().get"} <= calls.keys()


def test_texts_are_told_by_their_names() -> None:
    """Of variables, arguments and keys; what is looked up, and in what."""
    text = read_program(CODE)
    assert text.values("host", "password", "user") == ("example.test", "ann", "x")
    assert ("n", (1, "two", "example.test")) in text.named
    assert ("requests.get().json()", "name") in text.keys
    assert ("requests.get().json()[]", "first") in text.keys
    assert ("requests.get().json()", "age") in text.keys


def test_exits_are_the_statuses_that_the_program_names() -> None:
    """A text is shown and gives 1; of a number the last byte counts."""
    assert read_program(CODE).exits == (1, 44)
    assert read_program("import sys\nsys.exit()").exits == (0,)


def test_loops_without_an_end_are_seen() -> None:
    """One that is left by a word of its own has an end."""
    assert read_program("while True:\n    work()").loops
    assert read_program("def f():\n    while 1:\n        g()").loops
    assert not read_program("while True:\n    if x:\n        break").loops
    assert not read_program("while x:\n    work()").loops


def test_what_is_no_python_says_nothing() -> None:
    """Neither a command nor a text that is nested beyond all bounds."""
    for code in ("pip install x", "print 1", "(" * 100_000, "x" + ".a" * 100_000, "\0"):
        assert not read_program(code).is_python


def test_a_name_does_not_grow_without_bounds() -> None:
    """A variable that is assigned from itself ten thousand times takes no time to follow."""
    code = "x = f()\n" + "x = x.again()\n" * 10_000
    assert max(len(call.name) for call in read_program(code).calls) < 300


@given(st.text())
def test_any_text_can_be_read(code: str) -> None:
    """Whatever it is, it is read, and never run."""
    read_program(code)
