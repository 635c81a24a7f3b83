"""A visitor who asks the development server for a page, for a wrong one, and for a fault."""

import re
from urllib.error import HTTPError
from urllib.request import urlopen


def ask(path: str) -> None:
    try:
        with urlopen(f"http://127.0.0.1:8000{path}", timeout=10) as answer:
            print("GET", path, answer.status, answer.read().decode())
    except HTTPError as error:
        title = re.search(r"<title>\s*(.+?)\s+at /", error.read().decode())
        print("GET", path, error.code, title[1])


ask("/evening/")
ask("/low/water/")
ask("/noon/")
