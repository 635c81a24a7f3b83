# /// script
# requires-python = ">=3.11"
# dependencies = ["gpiozero", "RPi.GPIO"]
# [tool.toolcrib]
# module = "pypi:gpiozero"
# build = ["RPi.GPIO"]
# ///
"""It finds out by itself which library drives the pins here, and gives them back at the end."""

import argparse
import sys
import time
import warnings

from gpiozero import BadPinFactory, GPIOZeroError, InputDevice, OutputDevice, PinFactoryFallback

warnings.simplefilter("ignore", PinFactoryFallback)  # it may try several
LEVELS = ("low", "high")

parser = argparse.ArgumentParser(description="Switch a pin, and read the one that is wired to it.")
parser.add_argument("pin", nargs="?", type=int, default=17, help="as GPIO17 is numbered")
parser.add_argument("reader", nargs="?", type=int, default=27, help="the other end of the wire")
args = parser.parse_args()
try:
    with OutputDevice(args.pin) as output, InputDevice(args.reader, pull_up=False) as reader:
        time.sleep(0.01)
        before = reader.value
        print(f"GPIO{args.reader} starts {LEVELS[before]}")
        for level in (1, 1, 0, 1):
            output.value = level
            time.sleep(0.01)
            read = reader.value
            edge = ("", ", a rising edge", ", a falling edge")[read - before]
            print(f"GPIO{args.pin} {LEVELS[level]}: GPIO{args.reader} {LEVELS[read]}{edge}")
            before = read
except BadPinFactory:
    parser.exit(2, "no Raspberry Pi, or no library for its pins\n")
except GPIOZeroError as error:
    sys.exit(str(error))
except KeyboardInterrupt:
    sys.exit(130)
