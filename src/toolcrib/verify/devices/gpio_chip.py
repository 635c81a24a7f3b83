"""The pins of a Raspberry Pi 4: the GPIO registers of its chip, played in shared memory.

Names, places and meanings of the registers are those of "BCM2711 ARM Peripherals", section 5. A
real chip acts in the moment in which a register is written; this one looks two thousand times a
second. Of a pin that was both set and cleared since it last looked it takes what most programs do:
a pin that has just become an output was cleared first, on another one there was a pulse. A program
that writes to the same register twice within a look loses what it wrote first.

It runs with `-I -S` under any Python from 3.9 on, makes the registers, goes on in the background,
and ends with the room.
"""

from __future__ import annotations

import mmap
import os
import time

REGISTERS = "/run/gpiomem"
SIZE = 4096
PINS = 28

FUNCTIONS = (0, 1, 2)  # GPFSEL0 and so on; places count words of 32 bits
SET, CLEAR, LEVEL = 7, 10, 13  # GPSET0, GPCLR0, GPLEV0
PULLS = (57, 58)  # GPIO_PUP_PDN_CNTRL_REG0 and so on
OUTPUT = 0b001
UP, DOWN = 0b01, 0b10
PULLED_UP_AT_RESET = 9

WIRES = {27: 17}
"""Which pin hears which: a wire joins GPIO17 to GPIO27."""

_PERIOD_SECONDS = 0.0005


class Chip:
    """A chip with its registers, a sequence of words."""

    def __init__(self, registers: memoryview[int] | list[int]) -> None:
        """Take the registers, and set them to what they are after a reset."""
        self._registers = registers
        self._driven = 0
        self._outputs = 0
        self._settings: tuple[int, ...] = ()
        for pin in range(PINS):
            pull = UP if pin < PULLED_UP_AT_RESET else DOWN
            registers[PULLS[pin // 16]] |= pull << pin % 16 * 2
        self.step()

    def step(self) -> None:
        """Do what was written to the registers, and show the levels that come of it."""
        registers = self._registers
        settings = tuple(registers[place] for place in (*FUNCTIONS, *PULLS))
        if settings == self._settings and not registers[SET] and not registers[CLEAR]:
            return
        self._settings = settings
        outputs = sum(self._is_output(pin) << pin for pin in range(PINS))
        set_, cleared = registers[SET], registers[CLEAR]
        if set_:
            registers[SET] = 0
        if cleared:
            registers[CLEAR] = 0
        # Both: as it was, but for new outputs; those were given a first level, and then another.
        set_, cleared, both = set_ & ~cleared, cleared & ~set_, set_ & cleared
        self._driven = (self._driven | set_ | both & ~self._outputs) & ~cleared
        self._outputs = outputs
        level = sum(self._level(pin) << pin for pin in range(PINS))
        if registers[LEVEL] != level:
            registers[LEVEL] = level

    def _level(self, pin: int) -> int:
        heard = WIRES.get(pin, pin)
        source = pin if self._is_output(pin) else heard
        if self._is_output(source):
            return self._driven >> source & 1
        return int(self._registers[PULLS[pin // 16]] >> pin % 16 * 2 & 0b11 == UP)

    def _is_output(self, pin: int) -> bool:
        return self._registers[pin // 10] >> pin % 10 * 3 & 0b111 == OUTPUT


def main() -> None:
    """Make the registers, and play the chip in the background."""
    file = os.open(REGISTERS, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
    os.truncate(file, SIZE)
    chip = Chip(memoryview(mmap.mmap(file, SIZE)).cast("I"))
    if os.fork():
        os._exit(0)
    while True:
        chip.step()
        time.sleep(_PERIOD_SECONDS)


if __name__ == "__main__":
    main()
