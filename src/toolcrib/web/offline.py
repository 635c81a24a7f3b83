"""What a browser keeps of a site, so that search and pages once read work without a connection."""

import hashlib
import json
from typing import TYPE_CHECKING

from toolcrib.web import address

if TYPE_CHECKING:
    from toolcrib.web.site import Site

INDEX = "search.bin"
"""Where the index of search lies; its query names the scripts that read it."""

WORKER = "offline.js"

_PAGES = ("", "search/", "offline/")
"""Pages that are kept from the first visit on, in each language."""

_SHELL = (".css", ".js", ".svg")
"""Ends of shared files that every page may need."""


def worker(site: "Site", index: bytes) -> bytes:
    """Return the service worker of a site (W3C Service Workers): what it keeps, and its program.

    It changes with any shared file and with the index, so that browsers take the new ones.
    """
    assets = [name for name in site.assets.files if name.endswith(_SHELL)]
    pages = [address.localised(page, code) for code in address.LANGUAGES for page in _PAGES]
    kept = {
        "build": hashlib.blake2b(site.assets.id.encode() + index, digest_size=6).hexdigest(),
        "shared": [site.assets.address(name) for name in assets],
        "index": f"{INDEX}?{site.assets.id}",
        "pages": pages,
        "languages": address.LANGUAGES[1:],
    }
    program = json.dumps(site.assets.address(WORKER))
    return f"self.kept = {json.dumps(kept)};\nimportScripts({program});\n".encode()
