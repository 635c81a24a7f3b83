"""What services are told of a run: names and addresses of hosts, accounts, data."""

import pytest

from rooms import ended, given, room

pytestmark = [pytest.mark.pod, pytest.mark.index]


def said(code: str, names: tuple[str, ...], clients: tuple[str, ...] = (), **more: object) -> str:
    """Run a program beside services that are told something, and return what it printed."""
    ending = ended(room(code, **given(names, clients), **more))
    assert (ending.stopped, ending.status) == ("", 0), ending
    return ending.stdout.decode()


def test_any_host_answers() -> None:
    """By name and by address, over both protocols and on other ports, trusted without a word."""
    code = """
import json, urllib.request
def ask(url, data=None, **headers):
    request = urllib.request.Request(url, data, headers)
    with urllib.request.urlopen(request) as answer:
        return answer.status, answer.headers.get_content_type(), answer.read().decode()
print(*ask("https://records.example.com/posts", Accept="application/json")[:2])
print(json.loads(ask("https://api.example.net/posts/7")[2])["id"])
print("stands in for news.example.org/a&lt;b" in ask("http://news.example.org:8001/a%3Cb")[2])
print(ask("http://198.51.100.7/robots.txt")[2].splitlines()[0])
print(ask("https://198.51.100.7/table.csv")[2].splitlines()[0])
status, _, body = ask("https://api.example.net/posts", b'{"title": "x"}')
print(status, json.loads(body)["title"], json.loads(body)["id"])
print(json.loads(ask("https://httpbin.org/get?a=1")[2])["args"])
"""
    told = {"HTTP_PORTS": "8001", "KEYS": "login"}
    hosts = ("records.example.com", "api.example.net", "news.example.org", "httpbin.org")
    answer = said(code, ("anyhost",), hosts=hosts, addresses=("198.51.100.7",), told=told)
    assert answer.splitlines() == [
        "200 application/json",
        "7",
        "True",
        "User-agent: *",
        "id,name,value",
        "201 x 101",
        "{'a': '1'}",
    ]


def test_records_have_what_is_looked_for() -> None:
    """One, where a run says so."""
    code = """
import json, urllib.request
print(json.load(urllib.request.urlopen("http://example.com/"))["login"])
"""
    told = {"JSON": "object", "KEYS": "login\nid"}
    assert said(code, ("anyhost",), hosts=("example.com",), told=told) == "login 1\n"


def test_accounts_log_in_over_ssh() -> None:
    """By their passwords, at any address and port that is told; nobody else does."""
    code = """
import paramiko
for host, port, user, password in (
    ("machine", 22, "ann", "letter box"),
    ("192.0.2.77", 2222, "root", "x'$(id)"),
    ("machine", 22, "ann", "wrong"),
    ("machine", 22, "crib", ""),
):
    client = paramiko.SSHClient()
    client.set_missing_host_key_policy(paramiko.AutoAddPolicy())
    try:
        client.connect(host, port, user, password, look_for_keys=False)
        print(client.exec_command("whoami; id -u")[1].read().decode().split())
    except paramiko.AuthenticationException:
        print("refused")
    client.close()
"""
    told = {"ACCOUNTS": "ann\tletter box\nroot\tx'$(id)\n", "SSH_PORTS": "2222"}
    answer = said(
        code,
        ("openssh",),
        ("paramiko",),
        hosts=("machine",),
        addresses=("192.0.2.77",),
        told=told,
    )
    assert answer.splitlines() == ["['ann', '1000']", "['ann', '1000']", "refused", "refused"]


def test_accounts_read_and_send_mail() -> None:
    """Over all ports that ask for a password, by the name of a host that is told."""
    code = """
import imaplib, smtplib
for send in (smtplib.SMTP_SSL("smtp.example.com", 465), smtplib.SMTP("smtp.example.com", 587)):
    with send:
        if send.sock.__class__.__name__ != "SSLSocket":
            send.starttls()
        send.login("ann@example.com", "letter box")
        send.sendmail("ann@example.com", ["b@example.com"], "Subject: x\\n\\ny")
box = imaplib.IMAP4_SSL("smtp.example.com")
box.login("ann@example.com", "letter box")
print(box.select("inbox"))
"""
    told = {"ACCOUNTS": "ann@example.com\tletter box\n"}
    answer = said(code, ("mail",), hosts=("smtp.example.com",), told=told)
    assert answer == "('OK', [b'2'])\n"


def test_databases_are_there() -> None:
    """With the roles that are told; the usual one stays."""
    code = """
import psycopg2
for name, user in (("shop", "ann"), ("postgres", "postgres")):
    with psycopg2.connect(host="localhost", dbname=name, user=user) as connection:
        cursor = connection.cursor()
        cursor.execute("SELECT current_user, current_database()")
        print(*cursor.fetchone())
"""
    told = {"ROLES": "ann", "DATABASES": "shop"}
    answer = said(code, ("postgresql",), ("psycopg2-binary",), told=told)
    assert answer == "ann shop\npostgres postgres\n"
