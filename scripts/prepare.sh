# shellcheck shell=sh
# Read by ./run and ./test, which set $root: makes .venv when it is missing or out of date.

# prepare LEVEL: LEVEL is `run`, or `test` for everything that the tests need as well.
prepare() {
    stamp="$root $(cd -- "$root" && cksum scripts/*.py requirements/run.txt requirements/test.txt)"
    if [ -x "$root/.venv/bin/python" ] && [ -r "$root/.venv/toolcrib.stamp" ]; then
        found=$(cat "$root/.venv/toolcrib.stamp")
        [ "$found" != "$stamp $1" ] || return 0
        [ "$1" != run ] || [ "$found" != "$stamp test" ] || return 0
    fi
    python=$(find_python) || {
        echo "crib: no Python 3.11 or newer with its whole standard library on PATH" >&2
        echo "  install one; on Debian 12 or newer: apt-get install python3" >&2
        return 3
    }
    "$python" -I "$root/scripts/bootstrap.py" "$1" "$stamp"
}

# The modules are asked for, too: some Pythons are built or packaged without one of them. A shim
# with no version behind it has no answer.
find_python() {
    suitable='import sqlite3, ssl, sys, venv, zlib
sys.exit(sys.version_info < (3, 11) or sys.implementation.name != "cpython")'
    for name in python3 python3.15 python3.14 python3.13 python3.12 python3.11; do
        found=$(command -v "$name") || continue
        if "$found" -I -c "$suitable" 2>/dev/null; then
            echo "$found"
            return 0
        fi
    done
    return 1
}
