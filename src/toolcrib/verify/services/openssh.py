"""OpenSSH's server, with SFTP: probed by its banner (RFC 4253, section 4.2).

Each run makes its own keys; the user's key and the server's name for it go to the solution.
That user, crib, may log in with a password, too. `ACCOUNTS` of a run, lines of a name and a
password with a tab between them, may log in as well: the server runs as one user, so they are names
of that user, whose home has a few files.
"""

from functools import partial

from toolcrib.model.receipt import Nature
from toolcrib.verify.services.service import Service, exchange

_USER, _PASSWORD = "crib", "anchorage"

_ACCOUNTS = rf"""
mkdir -p /tmp/ssh/home/logs
printf 'Buy more magnets.\n' > /tmp/ssh/home/notes.txt
printf 'started\nstopped\n' > /tmp/ssh/home/logs/today.log
: > /tmp/ssh/passwd
: > /tmp/ssh/shadow
tab=$(printf '\t')
while IFS=$tab read -r name password; do
    [ -n "$name" ] || continue
    echo "$name:x:1000:1000::/tmp/ssh/home:/bin/sh" >> /tmp/ssh/passwd
    hash=$(printf '%s\n' "$password" | openssl passwd -6 -stdin)
    echo "$name:$hash:20000::::::" >> /tmp/ssh/shadow
done <<END
$ACCOUNTS
{_USER}${{tab}}{_PASSWORD}
END
cat >> /tmp/ssh/passwd <<END
root:x:0:0::/root:/bin/sh
END"""

_KEYS = """
mkdir -p /tmp/hand/.ssh /run/sshd
ssh-keygen -q -t ed25519 -N '' -C server -f /tmp/ssh/host
ssh-keygen -q -t ed25519 -N '' -C crib -f /tmp/hand/.ssh/id_ed25519
cp /tmp/hand/.ssh/id_ed25519.pub /tmp/ssh/authorized_keys
for name in localhost 127.0.0.1 '[localhost]:22'; do
    printf '%s ' "$name"; cut -d ' ' -f 1,2 /tmp/ssh/host.pub
done > /tmp/hand/.ssh/known_hosts
for port in 22 $SSH_PORTS; do echo "Port $port"; done > /tmp/ssh/config
cat >> /tmp/ssh/config <<END
ListenAddress 0.0.0.0
HostKey /tmp/ssh/host
AuthorizedKeysFile /tmp/ssh/authorized_keys
StrictModes no
UsePAM no
PermitRootLogin yes
PasswordAuthentication yes
KbdInteractiveAuthentication no
PidFile none
PrintMotd no
Subsystem sftp internal-sftp
END"""

SERVICE = Service(
    name="openssh",
    nature=Nature.REAL,
    program="/usr/sbin/sshd",
    packages=("openssh-server", "openssh-client", "openssl"),
    tools=("openssl",),
    version="ssh -V 2>&1 | sed 's/,.*//'",
    prepare=_ACCOUNTS + _KEYS,
    start="exec /usr/sbin/sshd -D -e -f /tmp/ssh/config",
    answers=partial(exchange, 22, b"", b"SSH-2.0-"),
    environment=(("SSH_PASSWORD", _PASSWORD),),
    links=tuple((f"/etc/{name}", f"/tmp/ssh/{name}") for name in ("passwd", "shadow")),  # noqa: S108 -- in the room
)
