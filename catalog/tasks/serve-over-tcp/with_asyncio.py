# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:asyncio"
# ///
"""Each client has a coroutine of its own; while one waits for a line, the others are served."""

import argparse
import asyncio
import contextlib
import os
import signal
import sys

here: dict[asyncio.StreamWriter, str] = {}


async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with contextlib.suppress(OSError), contextlib.closing(writer):
        here[writer] = (await reader.readline()).decode(errors="replace").strip()
        writer.write(b"welcome\n")
        async for line in reader:
            names = ", ".join(sorted(here.values()))
            writer.write(b"%b %b\n" % (line.strip(), names.encode()))
            await writer.drain()
    here.pop(writer, None)


async def be_clients(host: str, port: int) -> None:
    names = "Ada", "Grace", "Linus"
    clients = {name: await asyncio.open_connection(host, port) for name in names}
    for question in "{}\n", "here are\n":
        for name, (reader, writer) in clients.items():
            writer.write(question.format(name)[:2].encode())  # two packets are still one line
            writer.write(question.format(name)[2:].encode())
            print(f"{name}: {(await reader.readline()).decode().strip()}")
    os.kill(os.getpid(), signal.SIGTERM)


async def run(host: str, port: int, tried: bool) -> int:
    signals: asyncio.Queue[signal.Signals] = asyncio.Queue()
    for wanted in signal.SIGINT, signal.SIGTERM:
        asyncio.get_running_loop().add_signal_handler(wanted, signals.put_nowait, wanted)
    await asyncio.start_server(serve, host, port)
    if tried:
        await be_clients(host, port)
    print("closed by", (number := await signals.get()).name)
    return 128 + number


parser = argparse.ArgumentParser(description="A service that tells its clients who is there.")
parser.add_argument("host", nargs="?", default="127.0.0.1")
parser.add_argument("port", nargs="?", type=int, default=9000)
parser.add_argument("--try", dest="tried", action="store_true", help="come as three clients, stop")
args = parser.parse_args()
try:
    sys.exit(asyncio.run(run(args.host, args.port, args.tried)))
except (OSError, OverflowError) as error:
    sys.exit(f"{args.host}:{args.port}: {error}")
