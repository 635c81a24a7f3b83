"""What docs/site.md tells those who host the site: it is what the code does."""

import re
import shlex
import shutil
import subprocess
from pathlib import Path

from toolcrib.cli.serve import command
from toolcrib.web.serving.security import HEADERS

DOCS = Path(__file__).resolve().parents[2] / "docs"
PAGE = (DOCS / "site.md").read_text(encoding="utf-8")
UNIT = DOCS / "crib-serve.service"


def _code(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)


def test_headers_are_told() -> None:
    """Static hosts are told the very headers that `crib serve` sends."""
    told = dict(line.split(": ", 1) for line in _code("http")[0].splitlines())
    assert told == HEADERS


def test_nginx_takes_the_lines(tmp_path: Path) -> None:
    """The lines for nginx, host and proxy, are right."""
    host, proxy = _code("nginx")
    headers = "".join(f'add_header {name} "{text}" always;\n' for name, text in HEADERS.items())
    (tmp_path / "crib-headers.conf").write_text(headers)
    types = "types { text/html html; text/css css; application/javascript js; }"
    host = host.replace("include mime.types;", types).replace("listen 443 ssl", "listen 8443")
    (tmp_path / "nginx.conf").write_text(
        f"pid {tmp_path}/pid; error_log stderr; events {{}} http {{ access_log off;\n"
        f"{host}\nserver {{ listen 8080; {proxy} }} }}"
    )
    nginx = shutil.which("nginx", path="/usr/sbin:/usr/bin:/sbin:/bin")
    assert nginx, "the service `web` needs it, too"
    done = subprocess.run(
        [nginx, "-t", "-q", "-e", "stderr", "-c", tmp_path / "nginx.conf"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_unit(tmp_path: Path) -> None:
    """The unit of systemd starts `crib serve` with options that there are, and is a right unit."""
    unit = UNIT.read_text(encoding="utf-8")
    start = re.search(r"^ExecStart=(.*)$", unit, re.MULTILINE)
    assert start
    program, name, *options = shlex.split(start[1])
    assert (Path(program).name, name) == ("crib", "serve")
    assert command.make_context("serve", options).params["behind_proxy"]
    verifier = shutil.which("systemd-analyze")
    if verifier:
        here = tmp_path / UNIT.name
        here.write_text(unit.replace(program, "/bin/true"))
        done = subprocess.run(
            [verifier, "verify", "--man=no", here], capture_output=True, text=True, check=False
        )
        assert (done.returncode, done.stderr) == (0, "")


def test_commands_are_told() -> None:
    """The commands of the page have options that there are."""
    known = {option for param in command.params for option in param.opts}
    asked = set(re.findall(r"^crib serve (.*)$", "\n".join(_code("sh")), re.MULTILINE))
    told = {word for line in asked for word in line.split("#")[0].split() if word[0] == "-"}
    assert told
    assert told <= known


def test_missing_page_stands_anywhere(written: Path) -> None:
    """A static host shows `404.html` at any address, so its links begin at the host's root."""
    page = (written / "404.html").read_text(encoding="utf-8")
    links = re.findall(r'(?:href|src|action|data-root)="([^"#]+)"', page)
    assert links
    assert [link for link in links if not link.startswith("/crib/")] == []
