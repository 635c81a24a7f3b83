"""A well-behaved program that uses a little of everything for half a second."""

import os
import pty
import socket
import threading
import time

deadline = time.monotonic() + 0.5
rounds = 0
while rounds < 10 or time.monotonic() < deadline:
    child = os.fork()
    if child == 0:
        os._exit(7)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 7
    seen = []
    thread = threading.Thread(target=seen.append, args=(rounds,))
    thread.start()
    thread.join()
    assert seen == [rounds]
    with open("/tmp/neighbour", "w+b") as file:
        file.write(bytearray(1 << 18))
        os.sync()
        file.seek(0)
        assert len(file.read()) == 1 << 18
    terminal, other_end = pty.openpty()
    os.close(terminal)
    os.close(other_end)
    here, there = socket.socketpair()
    with here, there:
        here.sendall(b"hello")
        assert there.recv(5) == b"hello"
    rounds += 1
print("all is well")
