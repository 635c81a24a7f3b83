# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:wave"
# ///
"""wave writes the header and counts the frames; the samples come from an array of 16 bits."""

import math
import wave
from array import array
from itertools import pairwise
from pathlib import Path

RATE, PITCH, SECONDS = 8000, 440, 0.5

turns = (PITCH * n / RATE for n in range(int(RATE * SECONDS)))
tone = array("h", (int(20_000 * math.sin(2 * math.pi * turn)) for turn in turns))
with wave.open("a.wav", "wb") as file:
    file.setnchannels(1)
    file.setsampwidth(2)
    file.setframerate(RATE)
    file.writeframes(tone.tobytes())
print(Path("a.wav").stat().st_size, "bytes")

with wave.open("a.wav", "rb") as file:
    seconds = file.getnframes() / file.getframerate()
    samples = array("h", file.readframes(file.getnframes()))
    print(f"{seconds} s, {file.getnchannels()} channel, {8 * file.getsampwidth()} bits")
falls = sum(before > 0 >= after for before, after in pairwise(samples))
print(f"{falls} oscillations, {falls / seconds:.0f} Hz, no louder than {max(samples)}")
