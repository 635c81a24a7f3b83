# shellcheck shell=sh
# Read by ./test, with $root set: the system packages of requirements/debian.txt.

# Install what is missing; where that cannot be done, name the command and go on: the tests that
# need the missing ones say so themselves.
prepare_packages() {
    command -v dpkg-query >/dev/null || return 0
    missing=$(missing_packages | xargs)
    [ -n "$missing" ] || return 0
    command="apt-get install --no-install-recommends $missing"
    if [ "$(id -u)" -ne 0 ]; then
        echo "test: some tests need packages that are missing: sudo $command" >&2
        return 0
    fi
    echo "setting up (once): $command" >&2
    install_packages "$missing" || echo "test: apt-get could not install them; going on" >&2
}

missing_packages() {
    sed 's/#.*//' "$root/requirements/debian.txt" | while read -r name; do
        [ -n "$name" ] || continue
        # Whoever installed a program from elsewhere (npm comes with any Node) has it all the same.
        ! command -v "$name" >/dev/null || continue
        case $(dpkg-query -W -f='${Status}' "$name" 2>/dev/null) in
            *" ok installed") ;;
            *) echo "$name" ;;
        esac
    done
}

# The services in the packages are wanted as programs: none of them is to start on this machine.
# Debian asks the file policy-rc.d before it starts one; 101 forbids it.
install_packages() (
    policy=/usr/sbin/policy-rc.d
    if [ -e "$policy" ] && [ ! -e "$policy.before-toolcrib" ]; then
        mv "$policy" "$policy.before-toolcrib"
    fi
    log=$(mktemp)
    trap 'rm -f "$policy" "$log"
        [ ! -e "$policy.before-toolcrib" ] || mv "$policy.before-toolcrib" "$policy"' EXIT
    trap 'exit 130' INT TERM
    printf '#!/bin/sh\nexit 101\n' >"$policy"
    chmod 755 "$policy"
    export DEBIAN_FRONTEND=noninteractive
    # An index of packages that is a little old may still do; a new one cannot always be fetched.
    apt-get update >"$log" 2>&1 </dev/null || true
    # shellcheck disable=SC2086 # one argument for each name
    apt-get install -qq --no-install-recommends $1 >>"$log" 2>&1 </dev/null || {
        cat "$log" >&2
        exit 1
    }
)
