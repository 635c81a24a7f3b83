#!/bin/sh
# Show what the kernel of this machine cannot: run a command on this checkout in an emulated guest
# with Debian 12 and cgroup v2, as root and as a user to whom a cgroup was delegated.
#
#   scripts/guest.sh              the tests of cgroups
#   scripts/guest.sh COMMAND...   something else, in the checkout; crib is on the PATH
#
# Its exit status is that of the command. It needs Linux x86-64, the packages named below, 3 GB
# of memory and 1 GB of disk in the cache. docs/guest.md says what it showed.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
cache=${TOOLCRIB_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/toolcrib}/guest
megabytes=2048
longest=45m

main() {
    uv=$(command -v uv || echo "$root/.venv/bin/uv")
    mkdir -p "$cache"
    staging='' work=''
    trap 'rm -rf "$staging" "$work"' EXIT
    trap 'exit 130' INT TERM
    need qemu-system-x86_64 qemu-system-x86
    need mmdebstrap mmdebstrap
    need bsdtar libarchive-tools
    [ -x "$uv" ] || fail "there is no uv; ./test sets one up"
    recipe=$(sed -n '/^build_system/,/^}/p' "$root/scripts/guest.sh")
    system=$cache/system-$(echo "$recipe" | digest)
    modules=$cache/modules-$(cat "$root/pyproject.toml" "$root/requirements/test.txt" | digest)
    [ -d "$system" ] || build system "$system"
    [ -d "$modules" ] || build modules "$modules"
    work=$(mktemp -d "$cache/run.XXXXXX")
    pack_checkout "$modules" "$work" "$@"
    cat "$system/root.cpio" "$work/checkout.cpio" >"$work/initrd"
    boot "$system" "$work"
}

fail() {
    echo "guest: $*" >&2
    exit 3
}

need() {
    command -v "$1" >/dev/null || fail "there is no $1: apt-get install --no-install-recommends $2"
}

digest() {
    sha256sum | cut -c 1-16
}

# Build one of the two beside its place and move it there in whole, in the stead of older ones.
build() {
    staging=$(mktemp -d "$cache/staging.XXXXXX")
    "build_$1" "$staging"
    chmod 755 "$staging"
    rm -rf "$cache/$1-"*
    mv "$staging" "$2"
}

# The root file system as the kernel takes it into memory at its start, and the kernel itself. Of
# the kernel's package the modules are not needed, so it is unpacked and not installed. A release file past its date is all the same for what is shown here.
build_system() {
    echo "guest: building Debian 12 (once, some minutes)" >&2
    mmdebstrap --quiet --variant=minbase --format=tar \
        --include=python3,mount,bubblewrap,redis-server \
        --aptopt='Acquire::Check-Valid-Until "false"' --aptopt='APT::Install-Recommends "false"' \
        --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/man/*' \
        --dpkgopt='path-exclude=/usr/share/locale/*' \
        --customize-hook='chroot "$1" sh -ec "
            apt-get -qq --download-only install linux-image-cloud-amd64
            dpkg-deb -x /var/cache/apt/archives/linux-image-[0-9]*.deb /kernel
            mv /kernel/boot/vmlinuz-* /vmlinuz
            rm -r /kernel
            apt-get -qq clean" >&2' \
        bookworm - | bsdtar -c --format newc -f "$1/root.cpio" @-
    bsdtar -xOf "$1/root.cpio" ./vmlinuz >"$1/vmlinuz"
    [ -s "$1/vmlinuz" ] || fail "the root file system could not be built"
}

# What toolcrib and its tests import, for the guest's Python.
build_modules() {
    "$uv" --quiet pip install --target "$1" --python-version 3.11 --only-binary :all: \
        --python-platform x86_64-manylinux_2_36 --constraint "$root/requirements/test.txt" \
        -r "$root/pyproject.toml" --extra run pytest pytest-randomly hypothesis
}

# The files of the checkout as they are now, the modules, the first process and its command.
pack_checkout() {
    modules=$1 work=$2
    shift 2
    mkdir -p "$work/tree/guest"
    cp "$root/scripts/guest_init.sh" "$work/tree/init"
    cp -R "$modules" "$work/tree/guest/modules"
    for word in "$@"; do
        printf '%s\n' "$word"
    done >"$work/tree/guest/command"
    (cd "$root" && git ls-files -z --cached --others --exclude-standard \
        src tests benchmarks catalog pyproject.toml) |
        bsdtar -c -C "$root" --null -T - -f - | bsdtar -x -C "$work/tree/guest" -f -
    bsdtar -c --format newc --uid 0 --gid 0 -C "$work/tree" -f "$work/checkout.cpio" .
}

# What comes before the guest's own first line is the firmware's.
boot() {
    timeout "$longest" qemu-system-x86_64 -accel tcg -cpu max -m "$megabytes" -nographic \
        -no-reboot -nic none -kernel "$1/vmlinuz" -initrd "$2/initrd" \
        -append "console=ttyS0 loglevel=1 panic=-1" </dev/null |
        sed -u -n -e 's/\r$//' -e '/^guest: /,$p' | tee "$2/log"
    status=$(sed -n 's/^guest: ended with \([0-9]*\)$/\1/p' "$2/log")
    exit "${status:-3}"
}

main "$@"
