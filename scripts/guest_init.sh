#!/bin/sh
# The first process of the guest that scripts/guest.sh starts: mounts what a system has, runs the
# command as root and as a user with a cgroup of its own, says how that ended, and switches off.
if [ "${1:-}" != settled ]; then
    # The root is what the kernel has unpacked, and nothing can be put in its place (pivot_root(2)).
    # Mounted once more over itself it is a root like any other, as bubblewrap needs it.
    mount --bind / /mnt
    cd /mnt || exit 1
    mount --move . /
    exec chroot . /init settled
fi
export TERM=dumb PATH=/guest/bin:/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 PYTHONDONTWRITEBYTECODE=1
export PYTHONPATH=/guest/src:/guest/tests:/guest/modules
tree=/sys/fs/cgroup

mount -t proc proc /proc
mount -t sysfs sysfs /sys
mount -t devtmpfs devtmpfs /dev
mkdir -p /dev/pts /dev/shm /guest/bin
mount -t devpts devpts /dev/pts
for folder in /dev/shm /tmp /run; do
    mount -t tmpfs -o mode=1777 tmpfs "$folder"
done
mount -t cgroup2 cgroup2 "$tree"
hostname guest
printf '#!/bin/sh\nexec python3 -m toolcrib "$@"\n' >/guest/bin/crib
chmod 755 /guest/bin/crib

as_root() {
    HOME=/tmp/root TOOLCRIB_CACHE=/tmp/root/cache "$@"
}

as_user() {
    HOME=/tmp/user TOOLCRIB_CACHE=/tmp/user/cache \
        setpriv --reuid 1000 --regid 1000 --clear-groups "$@"
}

# What a service manager does that delegates: it gives a user a cgroup, and the say over what is
# below it.
as_user_with_cgroup() (
    echo "+memory +pids" >"$tree/cgroup.subtree_control"
    own=$(mktemp -d "$tree/delegated.XXXXXX")
    chown 1000 "$own" "$own/cgroup.procs" "$own/cgroup.threads" "$own/cgroup.subtree_control"
    # A shell of its own joins it: 0 stands for the process that writes.
    as_root sh -c 'echo 0 >"$0/cgroup.procs" && exec "$@"' "$own" env \
        HOME=/tmp/user TOOLCRIB_CACHE=/tmp/user/cache \
        setpriv --reuid 1000 --regid 1000 --clear-groups "$@"
)

mkdir -p /tmp/root
install -d -o 1000 /tmp/user
cd /guest || exit 1
set --
while read -r word; do
    set -- "$@" "$word"
done <command
[ "$#" -gt 0 ] || set -- python3 -m pytest -p no:cacheprovider \
    -m "not pod" tests/verify/test_leaf.py tests/verify/test_cgroup.py

# The guest's root is one that mmdebstrap has made, as those of `crib system build` are: known as
# such to root's toolcrib, it gives rooms the full grade.
mount --bind / /srv
as_root python3 -c "
from pathlib import Path
from msgspec.structs import replace
from toolcrib.app.settings import cache_folder
from toolcrib.verify.interpreters import this_interpreter
from toolcrib.verify.systems import OwnSystem, host_system, keep_own_system
system = replace(host_system(), name='debian-12', root=Path('/srv'))
python = replace(this_interpreter(), system=system)
keep_own_system(OwnSystem(system=system, interpreters=(python,)), cache_folder().value)"

status=0
echo
echo "guest: $(uname -sr), $(python3 -V), $(bwrap --version)"
for who in as_root as_user as_user_with_cgroup; do
    echo "guest: doctor, $who"
    "$who" crib doctor 2>&1 | grep -e "closed rooms" -e walls -e "memory limits" -e grade
done
for who in as_root as_user_with_cgroup; do
    echo "guest: $who: $*"
    "$who" "$@" || status=$?
done
echo "guest: left in $tree:" $(find "$tree" -name 'toolcrib-*.*')
echo "guest: ended with $status"
echo o >/proc/sysrq-trigger
sleep 60
