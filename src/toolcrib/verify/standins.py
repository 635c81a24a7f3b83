"""Stand-ins: what a program that somebody wrote finds in the pod in place of the world it is for.

They are decided by the program's text alone, and each says what it is: whoever reads that a program
ran reads beside what. The kinds are functions from a program's text to what they add, in a tuple.
"""

from collections.abc import Callable, Iterable
from functools import reduce

from toolcrib.verify.counterparts import counterparts
from toolcrib.verify.program_text import Call, ProgramText, read_program
from toolcrib.verify.room import StandIns

_PROMPTS = {"input", "getpass.getpass", "click.prompt", "typer.prompt", "rich.prompt.Prompt.ask"}
_PROMPTS |= {"pwinput.pwinput", "maskpass.askpass", "maskpass.advpass", "stdiomask.getpass"}
_NUMBERS = {"int": "7", "float": "2.5", "decimal.Decimal": "2.5"}
_ROUNDS = 5
_PLAIN = {"PYTHON_COLORS": "0"}  # of tracebacks on a terminal
_FULL_SCREEN = frozenset({"curses", "blessed", "textual", "asciimatics", "urwid", "npyscreen"})

_WINDOWS = frozenset(
    {"tkinter", "turtle", "customtkinter", "easygui", "PySimpleGUI", "pygame", "pyglet", "arcade"}
    | {"PyQt5", "PyQt6", "PySide2", "PySide6", "wx", "kivy", "dearpygui", "flet", "gi", "ursina"}
)
_PLOTS = frozenset({"matplotlib", "seaborn", "pandas", "mplfinance", "plotnine", "networkx"})

_SERVING = frozenset(
    {"serve_forever", "run_forever", "mainloop", "loop_forever", "infinity_polling", "run_app"}
    | {"run_polling", "start_polling", "start_consuming", "run_until_disconnected", "run_server"}
)
_RUNNERS = frozenset(
    {"uvicorn.run", "bottle.run", "waitress.serve", "flask.Flask().run", "dash.Dash().run"}
    | {"bottle.Bottle().run", "sanic.Sanic().run", "quart.Quart().run", "cherrypy.quickstart"}
    | {"discord.Client().run", "mcp.server.fastmcp.FastMCP().run", "socketserver.TCPServer().run"}
)
_SENDING = frozenset(
    {"sniff", "send", "sendp", "sr", "sr1", "srp", "srp1", "srloop", "AsyncSniffer", "arping"}
)

_NOTHING = {
    "selenium": "a browser",
    "playwright": "a browser",
    "pyppeteer": "a browser",
    "docker": "a container engine",
    "kubernetes": "a cluster",
    "pyaudio": "a sound card",
    "sounddevice": "a sound card",
    "pyautogui": "a desktop",
    "pynput": "a desktop",
    "keyboard": "a desktop",
    "bluetooth": "a Bluetooth adapter",
}


def stand_ins(code: str) -> StandIns:
    """Return the stand-ins for a program; for what is no Python there are none."""
    text = read_program(code)
    return reduce(_joined, (*counterparts(text), *(kind(text) for kind in _KINDS)), StandIns())


def _joined(one: StandIns, other: StandIns) -> StandIns:
    return StandIns(
        services=_once((*one.services, *other.services)),
        hosts=_once((*one.hosts, *other.hosts)),
        addresses=_once((*one.addresses, *other.addresses)),
        told={**one.told, **other.told},
        settings={**one.settings, **other.settings},
        packages=_once((*one.packages, *other.packages)),
        tty=one.tty or other.tty,
        typed=one.typed or other.typed,
        profile=other.profile if one.profile == "default" else one.profile,
        endless=one.endless or other.endless,
        missing=one.missing or other.missing,
        said=_once((*one.said, *other.said)),
    )


def _once(parts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(parts))


def _keyboard(text: ProgramText) -> StandIns:
    if text.roots & _FULL_SCREEN:
        return StandIns(tty=True, typed=("q",), settings=_PLAIN, endless=True, said=("a terminal",))
    prompts = [call for call in text.calls if call.name in _PROMPTS]
    if not prompts:
        return StandIns()
    typed = tuple(map(_answer, prompts)) * _ROUNDS
    return StandIns(tty=True, typed=typed, settings=_PLAIN, said=("a keyboard",))


def _answer(prompt: Call) -> str:
    """Return what somebody types when asked: a number where one is needed, a password, a name."""
    question = " ".join(text for text in prompt.args if isinstance(text, str)).lower()
    if any("pass" in words for words in (prompt.name, question)):
        return "secret"
    return _NUMBERS.get(prompt.inside, "Ada")


def _window(text: ProgramText) -> StandIns:
    if not text.roots & _WINDOWS:
        return StandIns()
    return StandIns(
        services=("display",),
        settings={"SDL_AUDIODRIVER": "dummy"} if "pygame" in text.roots else {},
        packages=("libtk8.6",) if text.roots & {"tkinter", "turtle", "customtkinter"} else (),
        endless=True,
        said=("a display",),
    )


def _plots(text: ProgramText) -> StandIns:
    if not text.roots & _PLOTS:
        return StandIns()
    said = (
        ("plots that nobody looks at",) if any(call.last == "show" for call in text.calls) else ()
    )
    return StandIns(settings={"MPLBACKEND": "Agg"}, said=said)


def _packets(text: ProgramText) -> StandIns:
    if "scapy" not in text.roots or not any(call.last in _SENDING for call in text.calls):
        return StandIns()
    services = ("echo", "traffic")
    return StandIns(profile="raw-net", services=services, said=("traffic on a wire",))


def _instrument(text: ProgramText) -> StandIns:
    if "serial" in text.roots and "/dev/ttyUSB0" in text.texts:
        return StandIns(services=("serial",), said=("a voltmeter on a serial line",))
    return StandIns()


def _endless(text: ProgramText) -> StandIns:
    serves = any(call.last in _SERVING or call.name in _RUNNERS for call in text.calls)
    return StandIns(endless=serves or text.loops)


def _nothing(text: ProgramText) -> StandIns:
    return StandIns(missing=next((_NOTHING[r] for r in sorted(text.roots) if r in _NOTHING), ""))


_KINDS: tuple[Callable[[ProgramText], StandIns], ...] = (
    _packets,
    _keyboard,
    _window,
    _plots,
    _instrument,
    _endless,
    _nothing,
)
