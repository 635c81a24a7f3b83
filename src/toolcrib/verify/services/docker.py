"""Podman with Docker's interface, at Docker's port: probed by its ping (Docker Engine API).

It is root of a namespace of its own and nobody outside, so it starts real containers without any
right on this machine. It makes that namespace inside the services' room, because a mount that is
read-only stays so for who comes to it from another namespace (mount_namespaces(7), "Restrictions").
Containers have networks among themselves, or the pod's; there are no control groups, and no
registry is within reach: there is one image, `busybox`, made of Debian's package.
"""

from functools import partial

from toolcrib.model.receipt import Nature
from toolcrib.verify.services.service import Service, exchange

_PREPARE = """
mkdir -p /tmp/podman/image/bin /tmp/podman/image/etc /tmp/podman/image/tmp /tmp/podman/bin
mkdir -p /tmp/podman/tmp /tmp/podman/run "$HOME/.config/containers"
echo '{"default": [{"type": "insecureAcceptAnything"}]}' > "$HOME/.config/containers/policy.json"
cat > /tmp/podman/containers.conf <<END
[containers]
default_ulimits = []
cgroups = "disabled"
cgroupns = "host"
[engine]
runtime = "crun"
cgroup_manager = "cgroupfs"
events_logger = "file"
image_copy_tmp_dir = "/tmp/podman/tmp"
END
# What would join the containers' networks to the world: there is none to join them to.
cat > /tmp/podman/bin/slirp4netns <<'END'
#!/bin/sh
case "$*" in
*--netns-type*) printf 1 >&3; exec 3>&-; exec sleep infinity ;;
*) echo slirp4netns version 0 --enable-ipv6 ;;
esac
END
chmod +x /tmp/podman/bin/slirp4netns
echo root:x:0:0::/:/bin/sh > /tmp/podman/image/etc/passwd
cp /bin/busybox /tmp/podman/image/bin/
for name in $(/bin/busybox --list); do
    [ "$name" = busybox ] || ln -s busybox "/tmp/podman/image/bin/$name"
done
tar -C /tmp/podman/image -cf /tmp/podman/image.tar ."""

# It is root here, and must be told that this is not the root of the machine.
_START = """
export CONTAINERS_CONF=/tmp/podman/containers.conf XDG_RUNTIME_DIR=/tmp/podman/run
export _CONTAINERS_USERNS_CONFIGURED=done
export _CONTAINERS_ROOTLESS_UID=1000 _CONTAINERS_ROOTLESS_GID=1000
export PATH="/tmp/podman/bin:$PATH"
exec unshare --user --map-root-user --mount sh -ec '
set -- podman --root /tmp/podman/images --runroot /tmp/podman/run --storage-driver vfs
"$@" import --change "CMD [\\"sh\\"]" /tmp/podman/image.tar docker.io/library/busybox:latest
exec "$@" system service --time 0 tcp://127.0.0.1:2375'"""

SERVICE = Service(
    name="docker",
    nature=Nature.REAL,
    program="podman",
    tools=("crun", "busybox", "iptables"),
    packages=("podman", "crun", "containernetworking-plugins", "iptables", "busybox-static"),
    version="podman --version | sed 's/ version//'",
    prepare=_PREPARE,
    start=_START,
    answers=partial(exchange, 2375, b"GET /_ping HTTP/1.0\r\n\r\n", b"HTTP/1.0 200"),
    environment=(("DOCKER_HOST", "tcp://localhost:2375"),),
    privileged=True,
)
