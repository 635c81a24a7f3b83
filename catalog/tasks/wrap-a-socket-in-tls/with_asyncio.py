# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:asyncio"
# ///
"""Streams take a context on either side and are then used as if nothing were encrypted."""

import asyncio
import ssl

server = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
server.load_cert_chain("server.pem")
client = ssl.create_default_context(cafile="authority.pem")


async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    question = await reader.readline()
    writer.write(question.replace(b"?", " 14.2 °C".encode()))
    await writer.drain()
    writer.close()


async def main() -> None:
    listener = await asyncio.start_server(serve, "127.0.0.1", 0, ssl=server)
    address = listener.sockets[0].getsockname()
    for name in ("buoy.example", "lighthouse.example"):
        try:
            reader, writer = await asyncio.open_connection(
                *address, ssl=client, server_hostname=name
            )
        except ssl.SSLCertVerificationError as error:
            print(f"{name}: {error.verify_message}")
            continue
        writer.write(b"water?\n")
        version = writer.get_extra_info("ssl_object").version()
        print(f"{name}: {version}, {(await reader.readline()).decode().rstrip()}")
        writer.close()
    listener.close()


asyncio.run(main())
