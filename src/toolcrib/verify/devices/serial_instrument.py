"""A voltmeter on a serial line: a real terminal device, and an instrument that is played.

It understands lines of SCPI (SCPI-99, volumes 1 and 2): `*IDN?`, `*RST`, `*CLS`, `*OPC?`,
`MEAS:VOLT:DC?`, `MEAS:TEMP?`, `SYST:ERR?`; what it does not know, it puts on its list of errors.

It runs with `-I -S` under any Python from 3.9 on, makes the line, goes on in the background, and
ends with the room.
"""

import os
import tty

LINE = "/run/ttyUSB0"
VOLTAGES = ("+3.300E+00", "+3.301E+00", "+3.298E+00", "+3.302E+00", "+3.299E+00")
NO_ERROR, UNDEFINED = '0,"No error"', '-113,"Undefined header"'

_BLOCK = 1024
_LONGEST = 4096


class Instrument:
    """A voltmeter; its readings come in the same order in every run."""

    def __init__(self) -> None:
        """Be as when it is switched on."""
        self._reset()

    def _reset(self) -> None:
        self._readings = 0
        self._errors: list[str] = []

    def answer(self, line: str) -> str:
        """Do what a line says, and return the answer; only questions have one."""
        command = line.strip().upper()
        if command == "*IDN?":
            return "TOOLCRIB,DMM-1,0001,1.0"
        if command == "*OPC?":
            return "1"
        if command == "MEAS:VOLT:DC?":
            self._readings += 1
            return VOLTAGES[(self._readings - 1) % len(VOLTAGES)]
        if command == "MEAS:TEMP?":
            return "+2.150E+01"
        if command == "SYST:ERR?":
            return self._errors.pop(0) if self._errors else NO_ERROR
        if command in ("*RST", "*CLS"):
            self._reset()
        elif command:
            self._errors.append(UNDEFINED)
        return ""


def serve(line: int, instrument: Instrument) -> None:
    """Answer what comes in on a line, until nobody is there any more."""
    heard = b""
    while data := os.read(line, _BLOCK):
        *whole, heard = (heard + data)[-_LONGEST:].replace(b"\r", b"\n").split(b"\n")
        for each in whole:
            answer = instrument.answer(each.decode("ascii", "replace"))
            if answer:
                os.write(line, answer.encode("ascii") + b"\n")


def main() -> None:
    """Make the line, and play the instrument in the background."""
    instrument_end, computer_end = os.openpty()
    tty.setraw(computer_end)
    os.symlink(os.ttyname(computer_end), LINE)  # noqa: PTH211 -- pathlib takes longer to start
    # The computer's end stays open here: a line does not hang up when a program closes it.
    if os.fork():
        os._exit(0)
    serve(instrument_end, Instrument())


if __name__ == "__main__":
    main()
