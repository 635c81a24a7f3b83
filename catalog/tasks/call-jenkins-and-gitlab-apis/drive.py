"""A stand-in for GitLab, Jenkins and AWS, with the paths and headers of their documentation."""

import base64
import hashlib
import hmac
import json
import re
from http.server import BaseHTTPRequestHandler, HTTPServer

PASSWORD = "Basic " + base64.b64encode(b"keeper:11a7e0").decode()
KEY, SECRET = "AKIAHARBOUR", "tide/table"
PROJECTS = [{"path_with_namespace": "harbour/tides"}, {"path_with_namespace": "harbour/ferries"}]
CRUMB = {"crumbRequestField": "Jenkins-Crumb", "crumb": "c0ffee"}
IDENTITY = {
    "GetCallerIdentityResponse": {
        "GetCallerIdentityResult": {"Arn": "arn:aws:iam::123456789012:user/keeper"}
    }
}


def is_signed(headers: dict[str, str], body: bytes) -> bool:
    """Tell whether a POST to / is signed as Signature Version 4 says."""
    match = re.fullmatch(
        rf"AWS4-HMAC-SHA256 Credential={KEY}/(\d+)/([\w-]+)/(\w+)/aws4_request, "
        r"SignedHeaders=([\w;-]+), Signature=(\w+)",
        headers.get("authorization", ""),
    )
    if not match:
        return False
    day, region, service, names, signature = match.groups()
    lines = [f"{name}:{headers[name]}" for name in names.split(";")]
    request = ["POST", "/", "", *lines, "", names, hashlib.sha256(body).hexdigest()]
    digest = hashlib.sha256("\n".join(request).encode()).hexdigest()
    scope = f"{day}/{region}/{service}/aws4_request"
    key = f"AWS4{SECRET}".encode()
    for part in (day, region, service, "aws4_request"):
        key = hmac.digest(key, part.encode(), "sha256")
    text = f"AWS4-HMAC-SHA256\n{headers['x-amz-date']}\n{scope}\n{digest}"
    return hmac.compare_digest(hmac.digest(key, text.encode(), "sha256").hex(), signature)


class Api(BaseHTTPRequestHandler):
    def answer(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        headers = {name.lower(): value for name, value in self.headers.items()}
        content: object = None
        match f"{self.command} {self.path}":
            case "GET /api/v4/projects":
                who, allowed = "GitLab", headers.get("private-token") == "glpat-harbour"
                status, content = 200, PROJECTS
            case "GET /crumbIssuer/api/json":
                who, allowed = "Jenkins", headers.get("authorization") == PASSWORD
                status, content = 200, CRUMB
            case "POST /job/nightly/build":
                who, allowed = "Jenkins", headers.get("authorization") == PASSWORD
                allowed &= headers.get("jenkins-crumb") == CRUMB["crumb"]
                status = 201
            case "POST /":
                who, allowed = "AWS", is_signed(headers, body)
                status, content = 200, IDENTITY
            case _:
                who, allowed, status = "nobody", True, 404
        status = status if allowed else 403
        print(f"stand-in for {who}: {self.command} {self.path} {status}", flush=True)
        self.send_response(status)
        if status == 201:
            self.send_header("Location", "http://localhost:8000/queue/item/41/")
        self.end_headers()
        if status == 200:
            print(" ", json.dumps(content), flush=True)
            self.wfile.write(json.dumps(content).encode())

    do_GET = do_POST = answer

    def log_message(self, *_: object) -> None:
        pass


with HTTPServer(("127.0.0.1", 8000), Api) as server:
    for _ in range(4):
        server.handle_request()
