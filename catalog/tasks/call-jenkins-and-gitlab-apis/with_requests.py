# /// script
# requires-python = ">=3.11"
# dependencies = ["requests", "botocore"]
# [tool.toolcrib]
# module = "pypi:requests"
# ///
"""Each service wants to be shown who asks in its own way: token, crumb, signature."""

import argparse
import sys

import requests
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials
from requests.adapters import HTTPAdapter
from urllib3 import Retry


def gitlab(session: requests.Session, url: str, token: str) -> str:
    answer = session.get(f"{url}/api/v4/projects", headers={"PRIVATE-TOKEN": token}, timeout=10)
    answer.raise_for_status()
    return ", ".join(project["path_with_namespace"] for project in answer.json())


def jenkins(session: requests.Session, url: str, token: str) -> str:
    session.auth = tuple(token.split(":", 1))
    issued = session.get(url.partition("/job/")[0] + "/crumbIssuer/api/json", timeout=10)
    issued.raise_for_status()
    crumb = {issued.json()["crumbRequestField"]: issued.json()["crumb"]}
    answer = session.post(f"{url}/build", headers=crumb, timeout=10)
    answer.raise_for_status()
    return f"queued as {answer.headers['Location']}"


def aws(session: requests.Session, url: str, token: str) -> str:
    form = {"Action": "GetCallerIdentity", "Version": "2011-06-15"}
    request = AWSRequest("POST", url, data=form, headers={"Accept": "application/json"})
    SigV4Auth(Credentials(*token.split(":", 1)), "sts", "us-east-1").add_auth(request)
    answer = session.post(url, data=request.body, headers=dict(request.headers), timeout=10)
    answer.raise_for_status()
    return answer.json()["GetCallerIdentityResponse"]["GetCallerIdentityResult"]["Arn"]


KINDS = {"gitlab": gitlab, "jenkins": jenkins, "aws": aws}
parser = argparse.ArgumentParser(description="List projects, start a build, ask who one is.")
parser.add_argument("call", nargs="+", metavar="KIND URL TOKEN", help=", ".join(KINDS))
words = parser.parse_args().call
calls = list(zip(words[::3], words[1::3], words[2::3]))
if len(words) % 3 or any(k not in KINDS or k != "gitlab" and ":" not in t for k, _, t in calls):
    parser.error("the token of jenkins and aws is NAME:SECRET; kinds are " + ", ".join(KINDS))
try:
    for kind, url, token in calls:
        with requests.Session() as session:
            session.mount("http://", HTTPAdapter(max_retries=Retry(connect=5, backoff_factor=0.2)))
            print(f"{kind}:", KINDS[kind](session, url.rstrip("/"), token))
except (requests.RequestException, KeyError) as error:
    sys.exit(f"{kind}: {error}")
except KeyboardInterrupt:
    sys.exit(130)
