# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:netrc"
# ///
"""The file that curl and ftp use already serves a script too, quotes, comments and default included."""

from netrc import netrc

logins = netrc("netrc")
for host in "ftp.museum.example", "api.tides.example", "mirror.elsewhere.example":
    user, _, password = logins.authenticators(host)
    print(f"{host}: {user}, password of {len(password)} letters")
