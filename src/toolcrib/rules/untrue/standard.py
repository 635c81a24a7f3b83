"""Untrue statements about modules of the standard library: the system, security, measuring."""

from toolcrib.rules.untrue import claims
from toolcrib.rules.untrue.statement import Statement

_UNIX_ONLY = ("fcntl", "grp", "posix", "pty", "pwd", "resource", "syslog", "termios", "tty")
_WINDOWS_ONLY = ("msvcrt", "winreg", "winsound")


def _docs(page: str) -> str:
    return f"Python documentation, {page}"


STATEMENTS: tuple[Statement, ...] = (
    Statement(
        about=("std:random",),
        claim=claims.CRYPTOGRAPHIC,
        truth="random is deterministic and not for security; secrets is",
        source=_docs("random"),
        instead=("secrets", "systemrandom", "os.urandom"),
    ),
    Statement(
        about=("std:hashlib", "std:hmac"),
        claim=claims.ENCRYPTION,
        truth="a digest is not encryption: nothing can be decrypted",
        source=_docs("hashlib and hmac"),
    ),
    Statement(
        about=("std:secrets", "std:getpass", "std:uuid"),
        claim=claims.ENCRYPTION,
        truth="nothing is encrypted by it",
        source=_docs("secrets, getpass and uuid"),
    ),
    Statement(
        about=("std:uuid",),
        claim=rf"{claims.SECURITY}|\bcryptographic\w*|\bunguessable\b",
        truth="UUIDs identify, and may be guessed; secrets makes tokens",
        source="RFC 9562, section 8",
        instead=("secrets",),
    ),
    Statement(
        about=("std:crypt",),
        claim=rf"{claims.DECRYPTION}|\bencrypt(?:s|ing|ion of)? (?:files|data|messages|text)",
        truth="crypt hashes Unix passwords and encrypts nothing",
        source=_docs("crypt, in 3.12"),
    ),
    Statement(
        about=("std:asyncio",),
        claim=claims.MANY_CORES,
        truth="an event loop runs in one thread, on one core at a time",
        source=_docs("Developing with asyncio"),
        instead=("multiprocessing", "to_thread", "executor"),
    ),
    Statement(
        about=("std:queue",),
        claim=claims.BETWEEN_PROCESSES,
        truth="queue is for threads of one process; multiprocessing.Queue is for processes",
        source=_docs("queue"),
        instead=("multiprocessing.queue",),
        anywhere=True,
    ),
    Statement(
        about=("std:logging",),
        claim=claims.BETWEEN_PROCESSES,
        truth="several processes cannot log to one file by it",
        source="Python documentation, Logging Cookbook",
        instead=("queuehandler", "sockethandler", "threading"),
        anywhere=True,
    ),
    Statement(
        about=("std:ftplib",),
        claim=r"\bsftp\b|\bssh\b",
        truth="ftplib speaks FTP, and FTP over TLS; SFTP is SSH",
        source=_docs("ftplib"),
        instead=("paramiko", "asyncssh"),
        anywhere=True,
    ),
    Statement(
        about=("std:telnetlib",),
        claim=rf"{claims.SECURITY}|{claims.ENCRYPTION}|\bssh\b",
        truth="Telnet sends everything as plain text",
        source="RFC 854; Python documentation, telnetlib, in 3.12",
        anywhere=True,
    ),
    Statement(
        about=("std:http.server", "std:wsgiref", "std:wsgiref.simple_server"),
        claim=claims.PRODUCTION,
        truth="it is not for production: its checks of security are basic",
        source=_docs("http.server and wsgiref"),
        anywhere=True,
    ),
    Statement(
        about=("std:math",),
        claim=claims.COMPLEX_NUMBERS,
        truth="the functions of math take no complex numbers; those of cmath do",
        source=_docs("math"),
        instead=("cmath",),
        anywhere=True,
    ),
    Statement(
        about=("std:array",),
        claim=claims.MANY_DIMENSIONS,
        truth="an array.array is a sequence: it has one dimension",
        source=_docs("array"),
        instead=("numpy",),
        anywhere=True,
    ),
    Statement(
        about=("std:collections", "std:collections.OrderedDict"),
        claim=claims.SORTED_KEYS,
        truth="an OrderedDict keeps the order of insertion and sorts nothing",
        source=_docs("collections"),
        instead=("sortedcontainers",),
        anywhere=True,
    ),
    Statement(
        about=tuple(f"std:{name}" for name in _UNIX_ONLY),
        claim=claims.WINDOWS,
        truth="it is there on Unix alone",
        source="Python documentation, Unix-specific services",
        anywhere=True,
    ),
    Statement(
        about=tuple(f"std:{name}" for name in _WINDOWS_ONLY),
        claim=claims.UNIX,
        truth="it is there on Windows alone",
        source="Python documentation, MS Windows-specific services",
        anywhere=True,
    ),
    Statement(
        about=("std:curses",),
        claim=claims.WINDOWS,
        truth="Python for Windows does not have curses",
        source="Python documentation, Curses Programming with Python",
        instead=("windows-curses",),
        anywhere=True,
    ),
    Statement(
        about=("std:dataclasses",),
        claim=claims.VALIDATION,
        truth="dataclasses do not look at the types of what they are given",
        source=_docs("dataclasses"),
        instead=("__post_init__", "pydantic"),
    ),
    Statement(
        about=("std:typing",),
        claim=claims.ENFORCED_TYPES,
        truth="nothing checks annotations at run time",
        source=_docs("typing"),
        anywhere=True,
    ),
    Statement(
        about=("std:cProfile", "std:profile", "std:timeit"),
        claim=claims.MEMORY,
        truth="it measures time; tracemalloc traces memory",
        source=_docs("The Python Profilers and timeit"),
        instead=("tracemalloc", "memory_profiler"),
    ),
    Statement(
        about=("std:tracemalloc",),
        claim=claims.RUN_TIME,
        truth="it traces memory; cProfile and timeit measure time",
        source=_docs("tracemalloc"),
        instead=("cprofile", "timeit"),
    ),
    Statement(
        about=("std:venv",),
        claim=claims.SEVERAL_PYTHONS,
        truth="an environment has the Python that made it; venv installs none",
        source=_docs("venv"),
        instead=("pyenv", "uv"),
    ),
    Statement(
        about=("std:datetime",),
        claim=claims.LEAP_SECONDS,
        truth="datetime has no leap seconds",
        source=_docs("datetime"),
        anywhere=True,
    ),
    Statement(
        about=("std:calendar",),
        claim=claims.HOLIDAYS,
        truth="calendar knows weekdays and months, and no holidays",
        source=_docs("calendar"),
        instead=("workalendar",),
        anywhere=True,
    ),
    Statement(
        about=("std:webbrowser",),
        claim=claims.CLICKING,
        truth="webbrowser opens a page and can do nothing with it",
        source=_docs("webbrowser"),
        instead=("selenium", "playwright"),
    ),
)
