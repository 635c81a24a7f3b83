"""Where the package index is, as pip and uv are told."""

from pathlib import Path

import pytest

from toolcrib.app.installer_settings import installers
from toolcrib.app.settings import index_settings

VARIABLES = (
    *("UV_INDEX_URL", "UV_DEFAULT_INDEX", "PIP_INDEX_URL", "PIP_CERT", "REQUESTS_CA_BUNDLE"),
    *("SSL_CERT_FILE", "HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy", "ALL_PROXY"),
    *("all_proxy", "NO_PROXY", "no_proxy"),
)


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Take all settings away: variables, files of pip and uv, of the user and the machine."""
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("PIP_CONFIG_FILE", "/dev/null")
    monkeypatch.setenv("UV_NO_CONFIG", "1")


def test_without_settings_it_is_the_default():
    """No address stands for the default index."""
    setting = index_settings()
    assert (setting.value.url, setting.value.ca_file, setting.value.proxy) == ("", "", "")


def test_the_variables_of_uv_come_before_those_of_pip(monkeypatch: pytest.MonkeyPatch):
    """The setting says who made it."""
    monkeypatch.setenv("PIP_INDEX_URL", "https://pip.example.org/simple")
    assert index_settings().origin == "PIP_INDEX_URL"
    monkeypatch.setenv("UV_INDEX_URL", "https://uv.example.org/simple")
    setting = index_settings()
    assert (setting.origin, setting.value.url) == ("UV_INDEX_URL", "https://uv.example.org/simple")


def test_certificates_are_those_of_the_other_tools(monkeypatch: pytest.MonkeyPatch):
    """Who has a proxy that opens connections has told pip or requests already."""
    monkeypatch.setenv("SSL_CERT_FILE", "/certificates/one.pem")
    assert index_settings().value.ca_file == "/certificates/one.pem"
    monkeypatch.setenv("PIP_CERT", "/certificates/two.pem")
    assert index_settings().value.ca_file == "/certificates/two.pem"


def test_a_proxy_is_used_unless_the_host_is_exempt(monkeypatch: pytest.MonkeyPatch):
    """The usual variables hold."""
    monkeypatch.setenv("https_proxy", "http://proxy.example.org:3128")
    monkeypatch.setenv("PIP_INDEX_URL", "https://pip.example.org/simple")
    assert index_settings().value.proxy == "http://proxy.example.org:3128"
    monkeypatch.setenv("no_proxy", "example.org")
    assert index_settings().value.proxy == ""


def test_files_of_pip_are_read(tmp_path: Path):
    """The user's file overrides the machine's, a variable both; several addresses are split."""
    (tmp_path / ".config" / "pip").mkdir(parents=True)
    (tmp_path / ".config" / "pip" / "pip.conf").write_text(
        "[global]\nindex-url = https://one.example.org/simple\ntimeout = 7\n"
        "extra-index-url =\n  https://two.example.org/simple\n  file:///srv/simple\n"
        "trusted-host = two.example.org\n[install]\nretries = 1\n"
    )
    told = installers({}, tmp_path, tmp_path)
    assert (told.url, told.origin) == ("https://one.example.org/simple", "pip.conf")
    assert told.extra == ("https://two.example.org/simple", "file:///srv/simple")
    assert (told.trusted, told.timeout, told.retries) == (("two.example.org",), 7.0, 1)
    told = installers({"PIP_INDEX_URL": "https://three.example.org/"}, tmp_path, tmp_path)
    assert (told.url, told.origin) == ("https://three.example.org/", "PIP_INDEX_URL")
    told = installers({"PIP_CONFIG_FILE": "/dev/null"}, tmp_path, tmp_path)
    assert (told.url, told.extra) == ("", ())


PYPROJECT = """
[[tool.uv.index]]
name = "in-house"
url = "https://wheels.example.org/simple"

[[tool.uv.index]]
name = "torch"
url = "https://torch.example.org/simple"
explicit = true

[[tool.uv.index]]
url = "https://mirror.example.org/simple"
default = true
"""


def test_the_projects_file_of_uv_is_read(tmp_path: Path):
    """Indexes come before the default one, an explicit one never; logins are variables."""
    (tmp_path / "pyproject.toml").write_text(PYPROJECT)
    (tmp_path / "src").mkdir()
    login = {"UV_INDEX_IN_HOUSE_USERNAME": "me", "UV_INDEX_IN_HOUSE_PASSWORD": "p@ss"}
    told = installers(login, tmp_path / "src", tmp_path)
    assert told.url == "https://mirror.example.org/simple"
    assert told.first == ("https://me:p%40ss@wheels.example.org/simple",)
    told = installers({"UV_NO_CONFIG": "1"}, tmp_path, tmp_path)
    assert (told.url, told.first) == ("", ())


def test_variables_of_uv_name_several(tmp_path: Path):
    """As `name=address`, or the address alone."""
    told = installers(
        {
            "UV_INDEX": "inner=https://a.example.org/simple https://b.example.org/simple",
            "UV_EXTRA_INDEX_URL": "https://c.example.org/simple",
            "UV_DEFAULT_INDEX": "https://d.example.org/simple",
            "UV_KEYRING_PROVIDER": "disabled",
        },
        tmp_path,
        tmp_path,
    )
    assert told.first == tuple(f"https://{letter}.example.org/simple" for letter in "abc")
    assert (told.url, told.origin) == ("https://d.example.org/simple", "UV_DEFAULT_INDEX")
    assert not told.keyring


@pytest.mark.parametrize("text", ["[[index]\n", "\x00", "[global\nindex-url", "index = 3\n"])
def test_broken_files_are_passed_over(tmp_path: Path, text: str):
    """What pip or uv would complain about is theirs to complain about."""
    for name in (".config/pip/pip.conf", ".config/uv/uv.toml", "pyproject.toml"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    assert installers({}, tmp_path, tmp_path).url == ""
