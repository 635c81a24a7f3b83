"""Pipes, each filled until it takes no more, as many as there are descriptors for."""

import os

from seen import tell

held = 0


def fill():
    global held
    while True:
        read, write = os.pipe()
        os.set_blocking(write, False)
        try:
            for _ in range(1000):
                held += os.write(write, bytes(1 << 16))
        except BlockingIOError:
            continue


tell("open", fill)
print("held at most 64 MiB:", held <= 64 << 20)
