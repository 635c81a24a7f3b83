"""`crib serve`: the site and its API over HTTP."""

from typing import TYPE_CHECKING

import click

from toolcrib.cli.output import talk
from toolcrib.errors import UsageError

if TYPE_CHECKING:
    from socket import socket

    from starlette.applications import Starlette


@click.command("serve")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True)
@click.option("--prefix", default="", help="The path below which the site lies, as in /crib.")
@click.option("--url", default="", help="The address that readers use: for site map and feed.")
@click.option(
    "--rate",
    type=click.IntRange(0),
    default=120,
    show_default=True,
    help="Questions a minute from one address; 0 for no limit.",
)
@click.option(
    "--processes",
    type=click.IntRange(0, 256),
    metavar="N",
    help="Processes that answer new questions: one a core, 8 at most, if not said; 0 for none.",
)
@click.option("--behind-proxy", is_flag=True, help="Believe X-Forwarded-For of a proxy here.")
@click.option(
    "--pyodide",
    metavar="WHERE",
    default="",
    help="Python for the browser: npm, none, a folder, or the URL of one.",
)
def command(  # noqa: PLR0913 -- an option each
    host: str,
    port: int,
    prefix: str,
    url: str,
    *,
    rate: int,
    processes: int | None,
    behind_proxy: bool,
    pyodide: str,
) -> None:
    """Serve the site and its API; Ctrl-C ends it.

    Nothing that is sent to it is executed: programs and checks run in the reader's browser, with
    Pyodide and wheels that the server hands out as `crib site` would. It listens on this machine
    alone unless --host says otherwise.

    \b
    Examples:
      crib serve
      crib serve --port 8080 --prefix /crib
      curl "localhost:8000/api/v1/find?q=read+a+yaml+file"
    """
    from toolcrib.web import require_web

    require_web()
    from toolcrib.app.bundle import open_bundle
    from toolcrib.net.listening import bound
    from toolcrib.web.browser import browser_part
    from toolcrib.web.serving.application import Serving, application
    from toolcrib.web.serving.limits import Limits
    from toolcrib.web.serving.processes import usual

    if prefix and not prefix.startswith("/"):
        raise UsageError(f"{prefix!r} is no prefix of a path", f"write /{prefix}")
    place = bound(host, port)
    with open_bundle() as bundle:
        browser = browser_part(bundle, pyodide, lambda line: talk(f"crib: {line}"))
    for left in browser.left:
        talk(f"crib: not for the browser: {left}")
    serving = Serving(
        prefix=prefix.rstrip("/"),
        url=f"{url.rstrip('/')}/" if url else "",
        limits=Limits(questions=rate),
        browser=browser,
        processes=usual() if processes is None else processes,
    )
    said = f"crib: {_address(place)}{serving.prefix}/ (Ctrl-C ends it)"
    _serve(application(serving), place, said, behind_proxy=behind_proxy)


def _address(place: "socket") -> str:
    host, port = place.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def _serve(application: "Starlette", place: "socket", said: str, *, behind_proxy: bool) -> None:
    """Serve until somebody ends it; requests that run then have some seconds."""
    from toolcrib.net.listening import no_place
    from toolcrib.web.serving.server import Server

    server = Server(application, lambda: talk(said), behind_proxy=behind_proxy)
    try:
        server.run(sockets=[place])
    except KeyboardInterrupt:
        # That is how one ends it, and no fault.
        return
    except OSError as fault:
        host, port = place.getsockname()[:2]
        raise no_place(host, port, fault) from fault
