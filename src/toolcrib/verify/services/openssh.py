"""OpenSSH's server, with SFTP: probed by its banner (RFC 4253, section 4.2).

Each run makes its own keys; the user's key and the server's name for it go to the solution.
"""

from functools import partial

from toolcrib.model.receipt import Nature
from toolcrib.verify.services.service import Service, exchange

_KEYS = """
mkdir -p /tmp/hand/.ssh /tmp/ssh /run/sshd
ssh-keygen -q -t ed25519 -N '' -C server -f /tmp/ssh/host
ssh-keygen -q -t ed25519 -N '' -C crib -f /tmp/hand/.ssh/id_ed25519
cp /tmp/hand/.ssh/id_ed25519.pub /tmp/ssh/authorized_keys
for name in localhost 127.0.0.1 '[localhost]:22'; do
    printf '%s ' "$name"; cut -d ' ' -f 1,2 /tmp/ssh/host.pub
done > /tmp/hand/.ssh/known_hosts
cat > /tmp/ssh/config <<END
Port 22
ListenAddress 127.0.0.1
HostKey /tmp/ssh/host
AuthorizedKeysFile /tmp/ssh/authorized_keys
StrictModes no
UsePAM no
PasswordAuthentication no
KbdInteractiveAuthentication no
PidFile none
PrintMotd no
Subsystem sftp internal-sftp
END"""

SERVICE = Service(
    name="openssh",
    nature=Nature.REAL,
    program="/usr/sbin/sshd",
    packages=("openssh-server", "openssh-client"),
    version="ssh -V 2>&1 | sed 's/,.*//'",
    prepare=_KEYS,
    start="exec /usr/sbin/sshd -D -e -f /tmp/ssh/config",
    answers=partial(exchange, 22, b"", b"SSH-2.0-"),
)
