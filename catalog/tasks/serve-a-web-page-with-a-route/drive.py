"""A guest who looks at tables of a café, reserves one, and asks for what is not there."""

from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import urlopen


def ask(path: str, form: dict[str, str] | None = None) -> None:
    method, data = ("POST", urlencode(form).encode()) if form else ("GET", None)
    try:
        with urlopen(f"http://localhost:8000{path}", data, timeout=10) as answer:
            print(method, path, answer.status, answer.headers.get_content_type())
            print(" ", answer.read().decode())
    except HTTPError as error:
        print(method, path, error.code)


ask("/tables/4")
ask("/tables/4", {"guest": "Zoë & Tom"})
ask("/tables/4")
ask("/tables/window")
ask("/menu")
