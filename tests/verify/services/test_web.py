"""The web server with its site, as clients of the standard library see it."""

import pytest

from rooms import given, said, said_together

pytestmark = pytest.mark.pod


def test_site_can_be_crawled() -> None:
    """Every link of the site leads to a page, apart from the one that asks for a password."""
    code = """
import re, urllib.error, urllib.parse, urllib.request
found, waiting = {}, ["http://localhost/"]
while waiting:
    url = waiting.pop()
    try:
        with urllib.request.urlopen(url) as answer:
            kind, text = answer.headers.get_content_type(), answer.read().decode()
            found[url] = answer.status
    except urllib.error.HTTPError as fault:
        found[url] = fault.code
        fault.close()
        continue
    for link in re.findall('(?:href|src)="([^"]+)"', text) if kind == "text/html" else []:
        link = urllib.parse.urljoin(url, link)
        if link not in found and link not in waiting:
            waiting.append(link)
with urllib.request.urlopen("http://localhost/sitemap.xml") as answer:
    listed = set(re.findall("<loc>(.*?)</loc>", answer.read().decode()))
print(len(found), [url for url, status in found.items() if status != 200], listed <= set(found))
"""
    assert said(code, **given(("web",))) == "16 ['http://localhost/staff/'] True\n"


def test_what_servers_do() -> None:
    """It redirects, misses, asks for a password, compresses, sends parts and nothing new."""
    code = """
import base64, gzip, http.client
def ask(path, **headers):
    connection = http.client.HTTPConnection("localhost")
    connection.request("GET", path, headers={k.replace("_", "-"): v for k, v in headers.items()})
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer, body
answer, _ = ask("/old-programme")
print(answer.status, answer.headers["Location"])
answer, body = ask("/nothing")
print(answer.status, b"no such page" in body)
answer, _ = ask("/staff/")
print(answer.status, answer.headers["WWW-Authenticate"])
word = base64.b64encode(b"crib:barometer").decode()
print(ask("/staff/", Authorization="Basic " + word)[0].status)
answer, body = ask("/api/tonight.json", Accept_Encoding="gzip")
print(answer.headers["Content-Type"], answer.headers["Content-Encoding"])
print(gzip.decompress(body).split()[:3])
answer, body = ask("/downloads/nights.csv", Range="bytes=0-4")
print(answer.status, answer.headers["Content-Range"], body)
answer, _ = ask("/feed.xml")
print(answer.headers["Content-Type"], answer.headers["Last-Modified"])
print(ask("/feed.xml", If_None_Match=answer.headers["ETag"])[0].status)
"""
    assert said(code, **given(("web",))).splitlines() == [
        "301 http://localhost/programme/",
        "404 True",
        '401 Basic realm="Staff"',
        "200",
        "application/json gzip",
        "[b'{', b'\"date\":', b'\"2026-03-20\",']",
        "206 bytes 0-4/160801 b'night'",
        "application/atom+xml Fri, 20 Mar 2026 12:00:00 GMT",
        "304",
    ]


def test_certificate_is_trusted() -> None:
    """HTTPS is trusted under each of its names by settings alone, and by nobody without them."""
    code = """
import os, ssl, urllib.error, urllib.request
for name in ("localhost", "127.0.0.1", "example.test", "www.example.test"):
    with urllib.request.urlopen(f"https://{name}/robots.txt") as answer:
        print(answer.status, answer.readline())
del os.environ["SSL_CERT_FILE"]
try:
    urllib.request.urlopen("https://localhost/")
except urllib.error.URLError as fault:
    print(type(fault.reason).__name__)
"""
    lines = said(code, **given(("web",))).splitlines()
    assert lines == ["200 b'User-agent: *\\n'"] * 4 + ["SSLCertVerificationError"]


def test_each_run_has_an_authority_of_its_own() -> None:
    """Two runs at a time trust different authorities."""
    code = "import pathlib; print(pathlib.Path.home().joinpath('authority.pem').read_text())"
    first, second = said_together(code, "a", "b", **given(("web",))).values()
    assert first.startswith("-----BEGIN CERTIFICATE-----")
    assert first != second


def test_names_are_the_services_own() -> None:
    """A room without the service does not know its names."""
    code = """
import socket
try:
    print(socket.gethostbyname("www.example.test"))
except socket.gaierror:
    print("no such name")
"""
    assert said(code, **given(("web",))) == "127.0.0.1\n"
    assert said(code) == "no such name\n"
