"""Pseudo-terminals by four processes: more than one may open, and as many as the kernel has."""

import errno
import os

opened, first = 0, ""
read, write = os.pipe()
for _ in range(4):
    if os.fork() == 0:
        mine, said = 0, b""
        try:
            for _ in range(900):
                os.open("/dev/ptmx", os.O_RDWR | os.O_NOCTTY)
                mine += 1
        except OSError as fault:
            said = errno.errorcode[fault.errno].encode()
        os.write(write, b"%d %s\n" % (mine, said))
        os.read(os.pipe()[0], 1)  # keeps what it has until it is ended
os.close(write)
lines = []
with os.fdopen(read) as told:
    for _ in range(4):
        lines.append(told.readline().split())
print("first", *{word for _, *words in lines for word in words})
print("opened", sum(int(number) for number, *_ in lines))
