"""Mail: whatever is sent over SMTP, to whomever, is read over IMAP and POP3.

aiosmtpd takes mail on port 25 and lays it into the Maildir that Dovecot shows to its one user.
Ports 587 and 465 are Dovecot's own submission service: it asks for name and password and passes
mail on to port 25. `ACCOUNTS` of a run, lines of a name and a password with a tab between them, are
further names of the one user. Each is probed by its greeting (RFC 5321, 9051, 1939). All processes
of Dovecot have the room's one user, as its manual says under "Rootless Installation"; 2.4 has new
names for much.
"""

from toolcrib.model.receipt import Nature
from toolcrib.verify.services.service import CERTIFICATE, TRUSTED, Service, exchange

_USER, _PASSWORD = "crib", "letterbox"
_GREETINGS = {25: b"220 ", 587: b"220 ", 143: b"* OK [CAPABILITY", 110: b"+OK"}

_SETTINGS = f"""
protocols = imap pop3 submission
listen = 127.0.0.1
hostname = mail.example.test
base_dir = /tmp/mail/run
state_dir = /tmp/mail/state
log_path = /dev/stderr
ssl = yes
auth_failure_delay = 0
default_internal_user = {_USER}
default_internal_group = {_USER}
default_login_user = {_USER}
submission_relay_host = 127.0.0.1
service anvil {{
  chroot =
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
service imap-login {{
  chroot =
}}
service pop3-login {{
  chroot =
}}
service submission-login {{
  chroot =
  inet_listener submissions {{
    port = 465
    ssl = yes
  }}
}}"""

_SETTINGS_2_3 = f"""
ssl_cert = </tmp/tls/certificate.pem
ssl_key = </tmp/tls/key.pem
disable_plaintext_auth = no
mail_location = maildir:/tmp/mail/box
passdb {{
  driver = passwd-file
  args = scheme=plain /tmp/mail/users
}}
userdb {{
  driver = static
  args = uid={_USER} gid={_USER} home=/tmp/mail
}}"""

_SETTINGS_2_4 = f"""
dovecot_config_version = 2.4.0
dovecot_storage_version = 2.4.0
ssl_server_cert_file = /tmp/tls/certificate.pem
ssl_server_key_file = /tmp/tls/key.pem
auth_allow_cleartext = yes
mail_driver = maildir
mail_path = /tmp/mail/box
passdb passwd-file {{
  passwd_file_path = /tmp/mail/users
  default_password_scheme = plain
}}
userdb static {{
  fields {{
    uid = {_USER}
    gid = {_USER}
    home = /tmp/mail
  }}
}}"""

_PREPARE = f"""{CERTIFICATE}
mkdir /tmp/mail
printf '{_USER}:{_PASSWORD}\\n' > /tmp/mail/users
printf '%s\\n' "$ACCOUNTS" | tr '\\t' ':' | grep . >> /tmp/mail/users || true
case $(dovecot --version) in
2.3.*) cat <<'END'
{_SETTINGS_2_3}
END
    ;;
*) cat <<'END'
{_SETTINGS_2_4}
END
    ;;
esac > /tmp/mail/settings
cat >> /tmp/mail/settings <<'END'
{_SETTINGS}
END"""

_START = """
/opt/services/mail/bin/python -m aiosmtpd --nosetuid --listen 127.0.0.1:25 \\
    --class aiosmtpd.handlers.Mailbox /tmp/mail/box &
exec dovecot -F -c /tmp/mail/settings"""


def _answers() -> bool:
    return all(exchange(port, b"", greeting) for port, greeting in _GREETINGS.items())


SERVICE = Service(
    name="mail",
    nature=Nature.REAL,
    program="dovecot",
    packages=("dovecot-imapd", "dovecot-pop3d", "dovecot-submissiond", "openssl"),
    tools=(
        "openssl",
        *(f"/usr/lib/dovecot/{part}-login" for part in ("imap", "pop3", "submission")),
    ),
    distributions=("aiosmtpd",),
    version="echo dovecot $(dovecot --version | sed 's/ .*//'), aiosmtpd "
    "$(/opt/services/mail/bin/python -c 'import aiosmtpd; print(aiosmtpd.__version__)')",
    prepare=_PREPARE,
    start=_START,
    answers=_answers,
    hosts=("mail.example.test",),
    environment=(("MAIL_USER", _USER), ("MAIL_PASSWORD", _PASSWORD), *TRUSTED),
)
