"""nginx with a small site of toolcrib's own: probed with a request for its first page.

The site is that of an observatory, in `content/web`: linked pages, JSON, a feed, a site map and
`robots.txt`; `/old-programme` is moved, `/staff/` asks for a name and a password. Its files always
have the same date, so that a run sees the same headers as the one before.
"""

from functools import partial

from toolcrib.model.receipt import Nature
from toolcrib.verify.services.service import CERTIFICATE, TRUSTED, Service, exchange

_REQUEST = b"HEAD / HTTP/1.0\r\nHost: localhost\r\n\r\n"

# Every ten minutes from 18:00 to 05:50 of 120 nights, for downloads that take more than one read.
_NIGHTS = """
awk 'BEGIN {
    print "night,time,temperature_c,seeing_arcsec"
    for (night = 1; night <= 120; night++)
        for (step = 0; step < 72; step++)
            printf "%d,%02d:%02d,%.1f,%.2f\\n", night, (18 + int(step / 6)) % 24, step % 6 * 10, \\
                (125 - 2 * step + night * 37 % 90) / 10, \\
                (120 + (night * 31 + step * 17) % 130) / 100
}' > /tmp/web/site/downloads/nights.csv"""

_SITE = """
    location = /feed.xml { types { } default_type application/atom+xml; }
    location = /old-programme { return 301 /programme/; }
    location /staff/ { auth_basic "Staff"; auth_basic_user_file /tmp/web/staff; }
    error_page 404 /404.html;"""

_SETTINGS = f"""
daemon off;
pid /tmp/web/pid;
error_log stderr;
worker_processes 1;
events {{ worker_connections 256; }}
http {{
    access_log off;
    server_tokens off;
    charset utf-8;
    charset_types text/plain text/css text/csv;
    root /tmp/web/site;
    gzip on;
    gzip_vary on;
    gzip_min_length 200;
    gzip_types text/css text/xml application/json application/atom+xml;
    types {{
        text/html html;
        text/css css;
        text/csv csv;
        text/plain txt;
        text/xml xml;
        image/svg+xml svg;
        application/json json;
    }}
    client_body_temp_path /tmp/web/body;
    proxy_temp_path /tmp/web/proxy;
    fastcgi_temp_path /tmp/web/fastcgi;
    uwsgi_temp_path /tmp/web/uwsgi;
    scgi_temp_path /tmp/web/scgi;
    ssl_certificate /tmp/tls/certificate.pem;
    ssl_certificate_key /tmp/tls/key.pem;
    server {{
        listen 127.0.0.1:80;
        listen 127.0.0.1:443 ssl http2;
        {_SITE}
    }}
}}"""

_PREPARE = f"""{CERTIFICATE}
mkdir /tmp/web
cp -r /srv/web /tmp/web/site
{_NIGHTS}
find /tmp/web/site -exec touch -d 2026-03-20T12:00:00Z {{}} +
printf 'crib:{{PLAIN}}barometer\\n' > /tmp/web/staff
cat > /tmp/web/settings <<'END'
{_SETTINGS}
END"""

SERVICE = Service(
    name="web",
    nature=Nature.REAL,
    program="nginx",
    packages=("nginx", "openssl"),
    tools=("openssl",),
    version="nginx -v 2>&1 | sed 's/.*nginx.//; s/ .*//'",
    prepare=_PREPARE,
    start="exec nginx -e stderr -p /tmp/web -c /tmp/web/settings",
    # Both ports are bound before the first is answered.
    answers=partial(exchange, 80, _REQUEST, b"HTTP/1.1 200"),
    hosts=("example.test", "www.example.test"),
    environment=TRUSTED,
)
