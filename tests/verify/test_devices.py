"""Hardware that is played: pins of a Raspberry Pi, an instrument on a serial line."""

import os
import socket
import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rooms import ended, room, said
from toolcrib.model.receipt import Nature
from toolcrib.verify.devices.gpio_chip import CLEAR, LEVEL, PULLS, SET, Chip
from toolcrib.verify.devices.serial_instrument import Instrument, serve
from toolcrib.verify.services import ALL
from toolcrib.verify.services.service import Device, Service

REGISTERS = """
import mmap, os, time
file = os.open("/dev/gpiomem", os.O_RDWR | os.O_SYNC)
words = memoryview(mmap.mmap(file, 4096)).cast("I")

def settle():
    while words[7] or words[10]:
        time.sleep(0.001)
    time.sleep(0.01)
"""

METER = """
import os, termios
line = os.open("/dev/ttyUSB0", os.O_RDWR | os.O_NOCTTY)
settings = termios.tcgetattr(line)
settings[4] = settings[5] = termios.B115200
termios.tcsetattr(line, termios.TCSANOW, settings)

def ask(question):
    os.write(line, question.encode() + b"\\n")
    answer = b""
    while not answer.endswith(b"\\n"):
        answer += os.read(line, 100)
    return answer.decode().strip()
"""


def chip() -> tuple[Chip, list[int]]:
    """Return a chip after its reset, and its registers."""
    registers = [0] * 1024
    return Chip(registers), registers


def test_pins_after_a_reset() -> None:
    """All pins are inputs; the first nine are pulled up, the others down."""
    _, registers = chip()
    assert registers[LEVEL] == 0b1_1111_1111


def test_output_goes_over_the_wire() -> None:
    """What GPIO17 is set to is heard at GPIO27, while GPIO17 is an output."""
    it, registers = chip()
    registers[1] = 1 << 21  # GPIO17 is an output
    heard = []
    for register in (SET, CLEAR, SET):
        registers[register] = 1 << 17
        it.step()
        heard.append((registers[LEVEL] >> 17 & 1, registers[LEVEL] >> 27 & 1))
    assert heard == [(1, 1), (0, 0), (1, 1)]
    registers[1] = 0
    it.step()
    assert registers[LEVEL] >> 17 & 1 == 0


def test_set_and_cleared_between_two_looks() -> None:
    """A new output is taken to be cleared and then set, an old one to have had a pulse."""
    it, registers = chip()
    levels = []
    for _ in range(2):
        registers[1] = 1 << 21
        registers[SET] = registers[CLEAR] = 1 << 17
        it.step()
        levels.append(registers[LEVEL] >> 17 & 1)
    registers[CLEAR] = 1 << 17
    it.step()
    registers[SET] = registers[CLEAR] = 1 << 17
    it.step()
    assert [*levels, registers[LEVEL] >> 17 & 1] == [1, 1, 0]


def test_pull_up() -> None:
    """An input at which nothing hangs has the level that it is pulled to."""
    it, registers = chip()
    registers[PULLS[1]] = 0b01 << 2 * (22 - 16)
    it.step()
    assert registers[LEVEL] >> 22 & 1 == 1


@given(st.lists(st.tuples(st.sampled_from((SET, CLEAR)), st.integers(0, 27)), max_size=20))
def test_outputs_remember(writes: list[tuple[int, int]]) -> None:
    """An output has the level that it was last set to."""
    it, registers = chip()
    registers[0:3] = [0o1111111111] * 3
    wanted = 0
    for register, pin in writes:
        registers[register] = 1 << pin
        it.step()
        wanted = wanted | 1 << pin if register == SET else wanted & ~(1 << pin)
    it.step()
    assert registers[LEVEL] == wanted


def test_instrument() -> None:
    """Questions have answers, errors are kept in their order, readings come in the same one."""
    meter = Instrument()
    lines = ("*idn?", "MEAS:VOLT:DC?", "meas:volt:dc?", "NONSENSE", "", "SYST:ERR?", "SYST:ERR?")
    assert [meter.answer(line) for line in lines] == [
        "TOOLCRIB,DMM-1,0001,1.0",
        "+3.300E+00",
        "+3.301E+00",
        "",
        "",
        '-113,"Undefined header"',
        '0,"No error"',
    ]
    assert meter.answer("*RST") == ""
    assert meter.answer("MEAS:VOLT:DC?") == "+3.300E+00"


@given(st.lists(st.sampled_from(["*IDN?\n", "*OPC?\r\n", "MEAS:", "TEMP?\r", "\n", "x"])))
def test_instrument_reads_lines_in_any_pieces(pieces: list[str]) -> None:
    """Only whole lines count, however they come in."""
    ours, its = socket.socketpair()
    with ours, its:
        player = threading.Thread(target=serve, args=(its.fileno(), Instrument()))
        player.start()
        for piece in pieces:
            ours.sendall(piece.encode())
        ours.shutdown(socket.SHUT_WR)
        player.join()
        its.close()
        answers = b"".join(iter(lambda: os.read(ours.fileno(), 4096), b""))
    wanted = Instrument()
    whole = "".join(pieces).replace("\r", "\n").split("\n")[:-1]
    expected = [answer for answer in map(wanted.answer, whole) if answer]
    assert answers.decode().split("\n")[:-1] == expected


@pytest.mark.pod
def test_pins_of_a_pod() -> None:
    """A program finds a Raspberry Pi's processor, and registers that do what such a chip does."""
    code = (
        REGISTERS
        + """
print([line.split()[-1] for line in open("/proc/cpuinfo") if "Revision" in line])
words[1] = 1 << 21
heard = []
for register in (7, 10, 7):
    words[register] = 1 << 17
    settle()
    heard.append(words[13] >> 27 & 1)
print(heard)
"""
    )
    ending = ended(room(code, services=("gpio",)))
    assert ending.stdout == b"['c03111']\n[1, 0, 1]\n", ending
    (fact,) = ending.services
    assert (fact.name, fact.nature, fact.version) == ("gpio", Nature.SIMULATED, "BCM2711")


@pytest.mark.pod
def test_instrument_of_a_pod() -> None:
    """A program opens the serial line as it would anywhere, and talks to the instrument."""
    code = METER + "print(ask('*IDN?'), ask('MEAS:VOLT:DC?'), os.isatty(line), os.ttyname(line))"
    assert said(code, services=("serial",)) == (
        "TOOLCRIB,DMM-1,0001,1.0 +3.300E+00 True /dev/pts/0\n"
    )


@pytest.mark.pod
def test_line_can_be_opened_again() -> None:
    """A line that was closed is there for the next one who opens it."""
    code = METER + "ask('*IDN?'); os.close(line)\n" + METER + "print(ask('MEAS:TEMP?'))"
    assert said(code, services=("serial",)) == "+2.150E+01\n"


@pytest.mark.pod
def test_devices_beside_a_service() -> None:
    """Devices in the solution's room and services in theirs go together."""
    connect = "import socket; socket.create_connection(('localhost', 6379))\n"
    code = METER + connect + "print(ask('*OPC?'))"
    ending = ended(room(code, services=("serial", "redis", "gpio")))
    assert ending.stdout == b"1\n", ending
    assert sorted(fact.name for fact in ending.services) == ["gpio", "redis", "serial"]


@pytest.mark.pod
def test_device_that_does_not_start(monkeypatch: pytest.MonkeyPatch) -> None:
    """A device whose program fails is a fault of ours, and the solution is not started."""
    device = Device(model="Nothing", script="nothing.py")
    broken = Service(name="broken", nature=Nature.SIMULATED, device=device)
    monkeypatch.setattr("toolcrib.verify.services.ALL", (*ALL, broken))
    ending = ended(room("print('here')", services=("broken",)))
    assert (ending.stopped, ending.stdout) == ("start", b"")
    assert ending.reason == "the device Nothing does not start"


@pytest.mark.pod
def test_other_rooms_have_no_devices() -> None:
    """Without the services there are no such devices, and the processor is this machine's."""
    code = """
import os
print([os.path.exists(p) for p in ("/dev/gpiomem", "/dev/ttyUSB0")], end=" ")
print("BCM2711" in open("/proc/cpuinfo").read())
"""
    assert said(code) == "[False, False] False\n"
