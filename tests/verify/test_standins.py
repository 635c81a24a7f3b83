"""What stands in for the world around a program, by its text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolcrib.verify.room import StandIns
from toolcrib.verify.services import services_named
from toolcrib.verify.standins import stand_ins


def test_a_program_of_its_own_needs_nothing() -> None:
    """What only computes stands alone, even where an address is written in it."""
    code = 'import json\nprint(json.dumps({"homepage": "https://example.com/"}))'
    assert stand_ins(code) == StandIns()
    assert stand_ins("no python at all") == StandIns()


def test_web_servers() -> None:
    """Names and ports of addresses, and whether records are looked for or one."""
    many = stand_ins('import requests\nprint(requests.get("https://example.com/posts").json())')
    assert (many.services, many.hosts) == (("anyhost",), ("example.com",))
    assert (many.told["JSON"], many.told["KEYS"]) == ("list", "")
    assert many.said == ("HTTPS for example.com",)
    one = stand_ins(
        "import httpx\n"
        'data = httpx.get("http://API.example.net:8000/me").json()\n'
        'print(data["login"])'
    )
    assert (one.hosts, one.told["HTTP_PORTS"]) == (("api.example.net",), "8000")
    assert (one.told["JSON"], one.told["KEYS"]) == ("object", "login")
    page = stand_ins('import urllib.request as u\nu.urlopen("http://example.com")')
    assert "JSON" not in page.told


@pytest.mark.parametrize(
    "code",
    [
        'import http.client\nhttp.client.HTTPConnection("example.com")',
        'import socket\nsocket.create_connection(("example.com", 80))',
        'import socket\ns = socket.socket()\nHOST = "example.com"\ns.connect((HOST, 80))',
    ],
)
def test_connections_by_name(code: str) -> None:
    """A host is known without an address, too."""
    found = stand_ins(code)
    assert (found.services, found.hosts) == (("anyhost",), ("example.com",))
    assert found.said == ("HTTP for example.com",)


def test_this_machine_is_nobody_else() -> None:
    """What a program asks of itself is not answered by a stand-in."""
    code = """
import requests, sqlite3
requests.get("http://localhost:8000/"); requests.get("http://127.0.0.1/"); print("0.0.0.0")
sqlite3.connect("example.db")
"""
    assert stand_ins(code) == StandIns()


def test_addresses() -> None:
    """Numbers of other hosts are given to the room, those that are none of a host are not."""
    code = 'import paramiko\nc = paramiko.SSHClient()\nc.connect("192.168.1.10", 22, "me", "pw")\n'
    found = stand_ins(code + 'print("255.255.255.255", "224.0.0.1", "1.2.3.4.5")')
    assert (found.addresses, found.hosts) == (("192.168.1.10",), ())
    assert (found.services, found.told["ACCOUNTS"]) == (("openssh",), "me\tpw\n")


def test_accounts() -> None:
    """Names and passwords of arguments and variables; none that a service could not be told."""
    code = """
import paramiko
ssh = paramiko.SSHClient()
password = "letter box"
ssh.connect("hostname", port=2222, username="user", password=password)
"""
    found = stand_ins(code)
    assert found.hosts == ("hostname",)
    assert found.told == {"SSH_PORTS": "2222", "ACCOUNTS": "user\tletter box\n"}
    assert found.said == ("OpenSSH for hostname",)
    hostile = 'import paramiko\nc.connect("h", username="a:0:0\\nroot", password="x\\ty")'
    assert stand_ins(hostile).told["ACCOUNTS"] == ""
    typed = 'import paramiko, getpass\nc.connect("h", username="me", password=getpass.getpass())'
    assert stand_ins(typed).told["ACCOUNTS"] == "me\tsecret\n"


def test_mail() -> None:
    """Whoever the program logs in as has the letter box."""
    code = 'import smtplib\ns = smtplib.SMTP("smtp.example.com", 587)\ns.login("me@x.test", "pw")'
    found = stand_ins(code)
    assert (found.services, found.hosts) == (("mail",), ("smtp.example.com",))
    assert found.told["ACCOUNTS"] == "me@x.test\tpw\n"


def test_aws() -> None:
    """Two buckets and those that the program names, but for one that it makes."""
    listed = stand_ins('import boto3\nboto3.client("s3").list_buckets()')
    assert (listed.services, listed.said) == (("moto",), ("moto",))
    assert len(listed.told["BUCKETS"].split()) == 2
    code = 'import boto3\nboto3.client("s3").upload_file("a.txt", "my-bucket", "a.txt")'
    assert listed.told["BUCKETS"] + " my-bucket" == stand_ins(code).told["BUCKETS"]
    made = 'import boto3\nboto3.client("s3").create_bucket(Bucket="my-bucket")'
    assert stand_ins(made).told == listed.told


@pytest.mark.parametrize(
    ("code", "roles", "databases"),
    [
        ('import psycopg2\npsycopg2.connect(dbname="shop", user="ann")', "ann", "shop"),
        ('import psycopg\npsycopg.connect("dbname=shop user=ann")', "ann", "shop"),
        ('import sqlalchemy\nf("postgresql+psycopg2://ann:pw@db.test:5432/shop")', "ann", "shop"),
        ('import asyncpg\nasyncpg.connect(user="ann")', "ann", "ann"),
        ('import psycopg2\npsycopg2.connect(user="x\\"; DROP ROLE postgres")', "", ""),
    ],
)
def test_postgresql(code: str, roles: str, databases: str) -> None:
    """Roles and databases are there, however the program names them; names are names only."""
    found = stand_ins(code)
    assert found.services == ("postgresql",)
    assert (found.told["ROLES"], found.told["DATABASES"]) == (roles, databases)


@pytest.mark.parametrize(
    ("code", "service"),
    [
        ("import redis\nredis.Redis()", "redis"),
        ('import celery\ncelery.Celery(broker="redis://localhost")', "redis"),
        ("import paho.mqtt.client as mqtt", "mosquitto"),
        ('import serial\nserial.Serial("/dev/ttyUSB0")', "serial"),
        ("import tkinter\ntkinter.Tk().mainloop()", "display"),
    ],
)
def test_other_services(code: str, service: str) -> None:
    """What answers on its usual place."""
    found = stand_ins(code)
    assert service in found.services
    assert found.said


def test_a_keyboard_types_what_is_asked_for() -> None:
    """Numbers where they are needed, a password where one is meant, else a name; over and over."""
    code = """
from getpass import getpass
name, age = input("Name: "), int(input("Age: "))
size, word = float(input()), getpass()
"""
    found = stand_ins(code)
    assert found.tty
    assert found.typed[:4] == ("Ada", "7", "2.5", "secret")
    assert found.typed[4:8] == found.typed[:4]


def test_packets() -> None:
    """Whoever listens to the wire hears something on it."""
    found = stand_ins("from scapy.all import *\nsniff(count=3)")
    assert (found.profile, found.said) == ("raw-net", ("traffic on a wire",))
    assert "traffic" in found.services
    assert stand_ins("from scapy.all import *\nprint(IP().summary())").profile == "default"


@pytest.mark.parametrize(
    "code",
    [
        "from flask import Flask\napp = Flask(__name__)\napp.run()",
        'import uvicorn\nuvicorn.run("app")',
        "import http.server\nhttp.server.HTTPServer(a, b).serve_forever()",
        "import time\nwhile True:\n    time.sleep(1)",
        "import pygame",
        "import curses\ncurses.wrapper(main)",
    ],
)
def test_what_goes_on_until_it_is_stopped(code: str) -> None:
    """Servers, windows, full screens, loops without an end."""
    assert stand_ins(code).endless
    assert not stand_ins("import subprocess\nsubprocess.run(['ls'])").endless


def test_what_nothing_stands_in_for() -> None:
    """It is said, and not tried."""
    assert stand_ins("from selenium import webdriver").missing == "a browser"


def test_plots_are_not_shown() -> None:
    """Nobody looks at them."""
    found = stand_ins("import matplotlib.pyplot as plt\nplt.show()")
    assert (found.settings, found.services) == ({"MPLBACKEND": "Agg"}, ())


@given(st.text(alphabet="aA1.:/@ -_\n\"'()=,[]{}\\") | st.text())
def test_names_are_fit_for_the_files_of_a_room(text: str) -> None:
    """Whatever a program writes as a host, no line of `/etc/hosts` has more than names in it."""
    found = stand_ins(f"import socket\nsocket.create_connection(({text!r}, 80))")
    assert all(name.isascii() and name.split() == [name] for name in found.hosts)
    services_named(found.services)
