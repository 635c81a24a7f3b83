"""A proxy that counts: what a program asks of servers, in bytes as they go over the network."""

import asyncio
import contextlib
import multiprocessing
from collections.abc import Iterator
from ctypes import c_longlong
from multiprocessing.connection import Connection


@contextlib.contextmanager
def counting_proxy() -> Iterator[tuple[str, c_longlong]]:
    """Run a proxy on loopback (RFC 9110, CONNECT), and return its address and its count."""
    port, child = multiprocessing.Pipe()
    count = multiprocessing.Value("q", 0, lock=False)
    process = multiprocessing.Process(target=_be_proxy, args=(child, count), daemon=True)
    process.start()
    try:
        yield f"http://127.0.0.1:{port.recv()}", count
    finally:
        process.terminate()
        process.join()


def _be_proxy(port: Connection, count: c_longlong) -> None:
    asyncio.run(_serve(port, count))


async def _relay(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, count: c_longlong
) -> None:
    while data := await reader.read(1 << 16):
        count.value += len(data)
        writer.write(data)
        await writer.drain()
    writer.close()


async def _serve(port: Connection, count: c_longlong) -> None:
    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        request = await reader.readuntil(b"\r\n\r\n")
        host, _, number = request.split()[1].decode().rpartition(":")
        there = await asyncio.open_connection(host, int(number))
        writer.write(b"HTTP/1.1 200 OK\r\n\r\n")
        ways = (_relay(reader, there[1], count), _relay(there[0], writer, count))
        await asyncio.gather(*ways, return_exceptions=True)

    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    port.send(server.sockets[0].getsockname()[1])
    await server.serve_forever()
