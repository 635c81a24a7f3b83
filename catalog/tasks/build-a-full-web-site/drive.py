"""A visitor who reads the programme, and a keeper who signs in to the admin."""

import re
from http.cookiejar import CookieJar
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, build_opener

browser = build_opener(HTTPCookieProcessor(CookieJar()))


def ask(path: str, form: dict[str, str] | None = None) -> str:
    data = urlencode(form).encode() if form else None
    try:
        answer = browser.open(f"http://localhost:8000{path}", data, timeout=20)
    except HTTPError as error:
        answer = error
    with answer:
        way = f"{path} -> {answer.url.removeprefix('http://localhost:8000')}"
        print("POST" if form else "GET", way if answer.url[21:] != path else path, answer.status)
        return answer.read().decode()


for line in re.findall("<li>(.*)</li>", ask("/")):
    print(" ", line)
page = ask("/admin/")
form = {"username": "keeper", "next": "/admin/"}
form["csrfmiddlewaretoken"] = re.search('csrfmiddlewaretoken" value="(.+?)"', page)[1]
page = ask("/admin/login/", form | {"password": "light"})
print(" ", re.search("Please enter the correct username", page)[0])
page = ask("/admin/login/", form | {"password": "dark-sky"})
print(" ", re.search("<h1>(.*)</h1>", page)[1])
page = ask("/admin/programme/evening/")
print(" ", re.search(r"\d+ evenings", page)[0])
ask("/gallery")
