"""The other ends of a program's connections, as its text names them, and what answers for each."""

import ipaddress
import re
import sys
from collections.abc import Callable, Iterable

from toolcrib.verify.program_text import Call, ProgramText
from toolcrib.verify.room import StandIns

_URL = re.compile(r"\b(https?)://(?:[^/\s@]*@)?([A-Za-z0-9][\w.-]*)(?::(\d{2,5}))?")
_POSTGRES = re.compile(r"postgres(?:ql)?(?:\+\w+)?://([\w-]+)[^@/]*@([\w.-]+)[^/]*/([\w-]+)")
_PAIR = re.compile(r"\b(user|dbname)=([\w-]+)")  # of libpq's connection strings
_HOST = re.compile(r"(?=.*[A-Za-z])[A-Za-z0-9](?:[\w.-]{0,251}[A-Za-z0-9])?", re.ASCII)
_FULL_NAME = re.compile(r"(?:[a-z0-9-]+\.)+(?:com|org|net|io|dev|edu|gov|co|test|example|local)")
_USER = re.compile(r"[A-Za-z_][\w.@+-]*", re.ASCII)
_BUCKET = re.compile(r"[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")
_WORD = re.compile(r"[\w-]+", re.ASCII)
_BROADCAST = ipaddress.IPv4Address("255.255.255.255")
_HERE = frozenset({"localhost", "localhost.localdomain", "crib"})

_HOSTS_ARE_CALLED = (
    *("host", "hostname", "server", "smtp_server", "imap_server", "pop_server", "smtp_host"),
    *("imap_host", "broker", "remote_host", "ssh_host", "ip", "ip_address", "address", "target"),
)
_CONNECTING = frozenset(
    {"connect", "create_connection", "open_connection", "gethostbyname", "getaddrinfo", "Transport"}
    | {"HTTPConnection", "HTTPSConnection", "HTTPConnectionPool", "HTTPSConnectionPool", "Redis"}
    | {"SMTP", "SMTP_SSL", "IMAP4", "IMAP4_SSL", "POP3", "POP3_SSL", "FTP", "FTP_TLS", "Telnet"}
    | {"Connection", "IMAPClient", "MailBox", "StrictRedis", "ping", "ping3"}
)
_OF_FILES = frozenset({"sqlite3", "aiosqlite", "duckdb", "apsw"})
_SPEAKING = frozenset(
    {"urllib", "http", "socket", "ssl", "ftplib", "smtplib", "imaplib", "poplib", "telnetlib"}
    | {"xmlrpc", "asyncio", "subprocess"}
)
_WEB_CALLS = {"HTTPConnection": "http", "HTTPSConnection": "https"}
_WEB_CALLS |= {"HTTPConnectionPool": "http", "HTTPSConnectionPool": "https"}
_WEB_PORTS = {80: "http", 443: "https"}
_USUAL_PORTS = frozenset({22, 80, 443})

_SHELLS = frozenset({"paramiko", "asyncssh", "fabric", "netmiko", "spur", "pssh", "sshtunnel"})
_MAIL = frozenset(
    {"smtplib", "imaplib", "poplib", "aiosmtplib", "imapclient", "imap_tools", "yagmail", "redmail"}
)
_AWS = frozenset({"boto3", "botocore", "aioboto3", "aiobotocore", "s3fs"})
_POSTGRES_CLIENTS = frozenset({"psycopg2", "psycopg", "asyncpg", "pg8000"})
_REDIS_CLIENTS = frozenset({"redis", "aioredis", "rq"})
_MQTT_CLIENTS = frozenset({"paho", "aiomqtt", "gmqtt", "asyncio_mqtt"})
_BUCKETS = ("crib-photos", "crib-reports")
_TYPED_PASSWORD = "secret"  # noqa: S105 -- what is typed where one is asked for


def counterparts(text: ProgramText) -> tuple[StandIns, ...]:
    """Return what answers for all that a program connects to, as far as its text names it."""
    named = _named(text)
    found = tuple(kind(text, named) for kind in _KINDS)
    names = StandIns(
        hosts=tuple(name for name in named if not _is_address(name)),
        addresses=tuple(name for name in named if _is_address(name)),
    )
    return (names, *found)


def _named(text: ProgramText) -> tuple[str, ...]:
    """Return the hosts that a program names, but for its own; by name or by address."""
    if not _reaches_out(text):
        return ()
    names = [host for part in text.texts for _, host, _ in _URL.findall(part)]
    names += [host for part in text.texts for _, host, _ in _POSTGRES.findall(part)]
    names += text.values(*_HOSTS_ARE_CALLED)
    names += [name for call in text.calls if call.root not in _OF_FILES for name in _first(call)]
    names += [part for part in text.texts if _FULL_NAME.fullmatch(part) or _is_address(part)]
    return tuple(dict.fromkeys(name.lower() for name in names if _is_elsewhere(name)))


def _reaches_out(text: ProgramText) -> bool:
    return any(root in _SPEAKING or root not in sys.stdlib_module_names for root in text.roots)


def _first(call: Call) -> tuple[str, ...]:
    """Return the host that a call is given first, alone or with its port."""
    first = call.args[0] if call.last in _CONNECTING and call.args else None
    first = first[0] if isinstance(first, tuple) and first else first
    return (first,) if isinstance(first, str) else ()


def _is_elsewhere(name: str) -> bool:
    if _HOST.fullmatch(name) is None:
        return _is_address(name)
    return name.lower() not in _HERE


def _is_address(name: str) -> bool:
    try:
        number = ipaddress.IPv4Address(name)
    except ValueError:
        return False
    odd = number.is_loopback or number.is_unspecified or number.is_multicast
    return not odd and number != _BROADCAST


def _web(text: ProgramText, named: tuple[str, ...]) -> StandIns:
    """Answer for web servers: JSON where that is read, else by what is asked for."""
    asked = [
        (kind, host.lower(), int(port or 0))
        for part in text.texts
        for kind, host, port in _URL.findall(part)
        if host.lower() in named
    ]
    asked += [
        (_WEB_CALLS[call.last], host.lower(), 0)
        for call in text.calls
        if call.last in _WEB_CALLS
        for host in _first(call)
    ]
    for call in text.calls:
        match call.args:
            case ((str(host), int(port)), *_) if port in _WEB_PORTS:
                asked.append((_WEB_PORTS[port], host.lower(), 0))
    if not asked:
        return StandIns()
    told = _records(text)
    for kind in ("http", "https"):
        ports = {port for one, _, port in asked if one == kind} - {0, *_USUAL_PORTS}
        told[f"{kind.upper()}_PORTS"] = " ".join(map(str, sorted(ports)))
    said = tuple(f"{kind.upper()} for {host}" for kind, host, _ in asked)
    return StandIns(services=("anyhost",), told=told, said=tuple(dict.fromkeys(said)))


def _records(text: ProgramText) -> dict[str, str]:
    """Return what is read as JSON: one record or many, and what is looked for in it."""
    readers = ("json.load", "json.loads")
    if not any(call.last == "json" or call.name in readers for call in text.calls):
        return {}
    ends = (".json()", "json.load()", "json.loads()")
    keys = [key for owner, key in text.keys if owner not in text.roots]
    one = any(owner.endswith(ends) for owner, _ in text.keys)
    return {"JSON": "object" if one else "list", "KEYS": "\n".join(dict.fromkeys(keys))}


def _shell(text: ProgramText, named: tuple[str, ...]) -> StandIns:
    if not text.roots & _SHELLS:
        return StandIns()
    ports = {port for name, port in text.named if name.lower().endswith("port")}
    others = sorted(p for p in ports if isinstance(p, int) and p not in _USUAL_PORTS)
    told = {"SSH_PORTS": " ".join(map(str, others)), "ACCOUNTS": _accounts(text)}
    return StandIns(services=("openssh",), told=told, said=(_for("OpenSSH", named),))


def _mail(text: ProgramText, named: tuple[str, ...]) -> StandIns:
    if not text.roots & _MAIL:
        return StandIns()
    told = {"ACCOUNTS": _accounts(text)}
    return StandIns(services=("mail",), told=told, said=(_for("a mail server", named),))


def _for(what: str, named: tuple[str, ...]) -> str:
    return f"{what} for {', '.join(named)}" if named else what


def _accounts(text: ProgramText) -> str:
    """Return the names and passwords that a program may log in with, as services are told."""
    users = [*text.values("user", "username", "login", "ssh_user", "ssh_username", "usr")]
    users += text.values("sender", "sender_email", "email", "from_email", "from_addr")
    passwords = [*text.values("password", "passwd", "pwd", "ssh_password", "pw", "app_password")]
    pairs: list[tuple[object, object]] = []
    for call in text.calls:
        match call.last, call.args:
            case "login", (user, password):
                pairs.append((user, password))
            case "connect", (_, _, user, password, *_):
                pairs.append((user, password))
            case _:
                pass
    if any(call.name == "getpass.getpass" for call in text.calls):
        passwords.append(_TYPED_PASSWORD)
    pairs += [(user, password) for user in users for password in passwords]
    fit = dict.fromkeys(f"{user}\t{word}\n" for user, word in pairs if _may_log_in(user, word))
    return "".join(fit)


def _may_log_in(user: object, password: object) -> bool:
    texts = isinstance(user, str) and isinstance(password, str)
    return texts and bool(_USER.fullmatch(str(user)) and password and str(password).isprintable())


def _aws(text: ProgramText, _: tuple[str, ...]) -> StandIns:
    if not text.roots & _AWS:
        return StandIns()
    names: list[object] = [*text.values("bucket", "bucket_name", "bucketname")]
    places = {"Bucket": 0, "download_file": 0, "upload_file": 1, "upload_fileobj": 1, "Object": 0}
    for call in text.calls:
        names += call.args[places.get(call.last, len(call.args)) :][:1]
    made = any(call.last == "create_bucket" for call in text.calls)
    found = [] if made else [n for n in names if isinstance(n, str) and _BUCKET.fullmatch(n)]
    told = {"BUCKETS": " ".join(dict.fromkeys((*_BUCKETS, *found)))}
    return StandIns(services=("moto",), told=told, said=("moto",))


def _postgres(text: ProgramText, _: tuple[str, ...]) -> StandIns:
    urls = [found for part in text.texts for found in _POSTGRES.findall(part)]
    pairs = [pair for part in text.texts for pair in _PAIR.findall(part)]
    if not text.roots & _POSTGRES_CLIENTS and not urls:
        return StandIns()
    roles = [*text.values("user", "username"), *(user for user, _, _ in urls)]
    roles += [name for key, name in pairs if key == "user"]
    databases = [*text.values("dbname", "database", "db"), *(name for _, _, name in urls)]
    databases += [name for key, name in pairs if key == "dbname"]
    return StandIns(
        services=("postgresql",),
        told={"ROLES": _words(roles), "DATABASES": _words(databases or roles)},
        settings={"PGHOST": "localhost"},
        said=("PostgreSQL",),
    )


def _words(names: Iterable[str]) -> str:
    fit = (name for name in names if _WORD.fullmatch(name) and name != "postgres")
    return " ".join(dict.fromkeys(fit))


def _redis(text: ProgramText, _: tuple[str, ...]) -> StandIns:
    if not text.roots & _REDIS_CLIENTS and not any("redis://" in part for part in text.texts):
        return StandIns()
    return StandIns(services=("redis",), said=("Redis",))


def _mqtt(text: ProgramText, _: tuple[str, ...]) -> StandIns:
    if not text.roots & _MQTT_CLIENTS:
        return StandIns()
    return StandIns(services=("mosquitto",), said=("Mosquitto",))


_KINDS: tuple[Callable[[ProgramText, tuple[str, ...]], StandIns], ...] = (
    _web,
    _shell,
    _mail,
    _aws,
    _postgres,
    _redis,
    _mqtt,
)
