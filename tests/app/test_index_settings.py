"""Where the package index is, as pip and uv are told."""

import pytest

from toolcrib.app.settings import index_settings

VARIABLES = (
    *("UV_INDEX_URL", "UV_DEFAULT_INDEX", "PIP_INDEX_URL", "PIP_CERT", "REQUESTS_CA_BUNDLE"),
    *("SSL_CERT_FILE", "HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy", "ALL_PROXY"),
    *("all_proxy", "NO_PROXY", "no_proxy"),
)


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take all settings away."""
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)


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
