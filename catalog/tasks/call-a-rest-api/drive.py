"""The API of a blog, to stand in for a real one: 25 posts, a token, and once a 429."""

import json
import time
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qs, urlsplit

posts = {number: {"id": number, "title": f"Post {number}"} for number in range(1, 26)}
again_at = 0.0


class Api(BaseHTTPRequestHandler):
    def answer(self) -> None:
        global again_at
        body = json.loads(self.rfile.read(int(self.headers.get("Content-Length", 0))) or "{}")
        url = urlsplit(self.path)
        content, headers = None, {}
        if self.headers["Authorization"] != "Bearer spring-2026":
            status = 401
        elif url.query == "page=3" and time.monotonic() < (again_at or time.monotonic() + 1):
            again_at = again_at or time.monotonic() + 1
            status, headers = 429, {"Retry-After": "1"}
        else:
            number = int(url.path.removeprefix("/posts").strip("/") or 0)
            status, content = self.change(number, body) if body or number else self.page(url.query)
        told = f"{len(content)} posts" if isinstance(content, list) else body.get("title", "")
        print(" ".join(filter(None, (self.command, self.path, str(status), *headers, told))))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        if content is not None:
            self.wfile.write(json.dumps(content).encode())

    def page(self, query: str) -> tuple[int, list]:
        first = (int(parse_qs(query)["page"][0]) - 1) * 10
        return 200, list(posts.values())[first : first + 10]

    def change(self, number: int, body: dict) -> tuple[int, dict | None]:
        if self.command == "DELETE":
            del posts[number]
            return 204, None
        status = 200 if number else 201
        number = number or len(posts) + 1
        posts[number] = posts.get(number, {"id": number}) | body
        return status, posts[number]

    do_GET = do_POST = do_PATCH = do_DELETE = answer

    def log_message(self, *_: object) -> None:
        pass


with HTTPServer(("127.0.0.1", 8000), Api) as server:
    server.handle_request()
    while len(posts) > 25:
        server.handle_request()
print(len(posts), "posts are left")
