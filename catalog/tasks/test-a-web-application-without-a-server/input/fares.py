from urllib.parse import parse_qs

FARES = {"/adult": 9, "/child": 5}


def application(environ, start_response):
    fare = FARES.get(environ["PATH_INFO"])
    if fare is None:
        start_response("404 Not Found", [("Content-Type", "text/plain")])
        return [b"no such ticket"]
    count = int(parse_qs(environ["QUERY_STRING"]).get("count", ["1"])[0])
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [f"{count} for {count * fare} euros".encode()]
