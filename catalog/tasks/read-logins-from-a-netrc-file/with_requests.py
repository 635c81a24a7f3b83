# /// script
# requires-python = ">=3.11"
# dependencies = ["requests"]
# [tool.toolcrib]
# module = "pypi:requests"
# ///
"""requests asks ~/.netrc, or the file that NETRC names, for each server that it was given no login for."""

import os

from requests.utils import get_netrc_auth

os.environ["NETRC"] = "netrc"
for host in "ftp.museum.example", "api.tides.example", "mirror.elsewhere.example":
    user, password = get_netrc_auth(f"https://{host}/catalogue")
    print(f"{host}: {user}, password of {len(password)} letters")
